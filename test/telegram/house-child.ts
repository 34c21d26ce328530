// The house on Telegram as a process of its own, with a clock that its parent moves: so that it can be killed at any moment.

import { virtualClock } from '../../src/clock.ts';
import { programOf } from '../../src/commands/chat-house.ts';
import { telegramOf } from '../../src/commands/telegram-house.ts';
import { openWallHouse } from '../../src/commands/wall-house.ts';
import { checkConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { passUntil, type TimeToPass } from '../support/pass-until.ts';

/** What the parent asks: to let what is due by then happen, in order. */
export interface ChildRequest extends TimeToPass {
  seq: number;
}
export interface ChildReply {
  seq: number;
  now: string;
}

const [now = ''] = process.argv.slice(2);
const result = checkConfig(process.env);
if (!result.ok || result.config.telegram === undefined) throw new Error('the settings of the trial are wrong');
const { config } = result;
const log = createLog('info');
const clock = virtualClock(now);
const program = programOf(config);
const broken = (error: unknown): void => {
  log.error({ reason: String(error) }, 'the house is broken');
  process.exit(3);
};
const telegram = telegramOf({
  settings: result.config.telegram,
  program,
  clock,
  log,
  failed: broken,
  pollSeconds: 1,
  madeFolder: `${config.data}/made`,
});
const house = await openWallHouse({ config, program, channels: [telegram], clock, log, broken });

let tail: Promise<void> = Promise.resolve();
process.on('message', (request: ChildRequest) => {
  tail = tail.then(async () => {
    await passUntil(house, clock, request);
    process.send?.({ seq: request.seq, now: clock.now() } satisfies ChildReply);
  }, broken);
});
process.on('SIGTERM', () => void house.stop().then(() => process.exit(0)));
process.send?.({ seq: 0, now: clock.now() } satisfies ChildReply);
