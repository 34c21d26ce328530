// Everything short: what takes minutes in the house takes moments in a trial.
import type { WhatsAppParts } from '../../src/channels/whatsapp/whatsapp-channel.ts';

export const quickParts: Partial<WhatsAppParts> = {
  pace: { perMinute: 10_000, gapMs: [0, 0], typingMs: [0, 0, 0] },
  times: { heartbeatMs: 1_000, nudgeMs: 250, backOffMs: [100, 500], incompatibleMs: 700 },
  sendTimes: { textMs: 2_000, serverMs: 300 },
};
