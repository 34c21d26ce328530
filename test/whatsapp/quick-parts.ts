// Everything short: what takes minutes in the house takes moments in a trial. What says that a page is gone stays long enough for a busy
// computer: a page that was only slow would be started anew.
import type { WhatsAppParts } from '../../src/channels/whatsapp/whatsapp-channel.ts';

export const quickParts: Partial<WhatsAppParts> = {
  pace: { perMinute: 10_000, gapMs: [0, 0], typingMs: [0, 0, 0] },
  times: { heartbeatMs: 10_000, nudgeMs: 250, backOffMs: [100, 500], incompatibleMs: 700 },
  sendTimes: { textMs: 15_000, serverMs: 300 },
};
