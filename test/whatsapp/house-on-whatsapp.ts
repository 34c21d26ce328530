// The house on WhatsApp as a process of its own, with a clock that its parent moves: so that it, its page and its browser can be killed.
import { isUp } from '../../src/channels/whatsapp/whatsapp-status.ts';
import { virtualClock } from '../../src/clock.ts';
import { programOf } from '../../src/commands/chat-house.ts';
import { openWallHouse } from '../../src/commands/wall-house.ts';
import { whatsappOf } from '../../src/commands/whatsapp-house.ts';
import { checkConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { passUntil, type TimeToPass } from '../support/pass-until.ts';
import { quickParts } from './quick-parts.ts';

/** What the parent asks: that a message is there, that the browser was started so many times, and then that time passes. */
export interface HouseRequest extends TimeToPass {
  seq: number;
  received?: string;
  restarts?: number;
}
export interface HouseReply {
  seq: number;
  now: string;
  restarts: number;
}

const [now = '', browserArgs = '[]'] = process.argv.slice(2);
const result = checkConfig(process.env);
if (!result.ok || result.config.whatsapp === undefined) throw new Error('the settings of the trial are wrong');
const { config } = result;
const log = createLog('info');
const clock = virtualClock(now);
const broken = (error: unknown): void => {
  log.error({ reason: String(error) }, 'the house is broken');
  process.exit(3);
};
const whatsapp = whatsappOf({
  settings: result.config.whatsapp,
  clock,
  log,
  failed: broken,
  madeFolder: `${config.data}/made`,
  instead: { ...quickParts, chromiumArgs: [...(JSON.parse(browserArgs) as string[]), '--no-sandbox'], mostMegabytes: 16 },
});
const received = new Set<string>();
const watched: typeof whatsapp = {
  ...whatsapp,
  start: (receive) =>
    whatsapp.start(async (arrival) => {
      const outcome = await receive(arrival);
      received.add(arrival.externalId);
      return outcome;
    }),
};
const house = await openWallHouse({ config, program: programOf(config), channels: [watched], clock, log, broken });

async function until(isSo: () => boolean, what: string): Promise<void> {
  for (const end = Date.now() + 60_000; !isSo(); await new Promise((resolve) => setTimeout(resolve, 10)))
    if (Date.now() > end) broken(`waited in vain for ${what}`);
}

async function answer({ received: id, restarts, ...time }: HouseRequest): Promise<void> {
  await until(() => whatsapp.status().restarts >= (restarts ?? 0) && isUp(whatsapp.status()), 'WhatsApp');
  if (id !== undefined) await until(() => received.has(id), 'a message');
  await passUntil(house, clock, time);
}

let tail: Promise<void> = Promise.resolve();
process.on('message', (request: HouseRequest) => {
  tail = tail.then(async () => {
    await answer(request);
    process.send?.({ seq: request.seq, now: clock.now(), restarts: whatsapp.status().restarts } satisfies HouseReply);
  }, broken);
});
process.on('SIGTERM', () => {
  void house
    .stop()
    .then(() => whatsapp.stop())
    .then(() => process.exit(0));
});
process.send?.({ seq: 0, now: clock.now(), restarts: 0 } satisfies HouseReply);
