// The house on Telegram as a process of its own, with a clock that its parent moves: so that it can be killed at any moment.

import { virtualClock } from '../../src/clock.ts';
import { programOf } from '../../src/commands/chat-house.ts';
import { telegramOf } from '../../src/commands/telegram-house.ts';
import { openWallHouse } from '../../src/commands/wall-house.ts';
import { checkConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';

/** What the parent asks: to let what is due by then happen, in order. */
export interface ChildRequest {
  seq: number;
  /** UTC. `settle`: no further than the end of the windows in which bubbles are waited for. */
  to: string;
  settle: boolean;
}
export interface ChildReply {
  seq: number;
  now: string;
}

/** Longer than the quiet window of the engine, shorter than anything else that the house waits for. */
const windowMs = 8_000;

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

async function passUntil({ to, settle }: ChildRequest): Promise<void> {
  const { runtime, store } = house;
  await runtime.idle();
  for (;;) {
    const due = await store.nextDueAt();
    const limit = settle ? new Date(Date.parse(clock.now()) + windowMs).toISOString() : to;
    if (due === undefined || Date.parse(due) > Date.parse(limit)) break;
    const before = clock.now();
    clock.moveTo(due);
    const fired = await runtime.fireDue();
    await runtime.pump();
    if (fired === 0 && clock.now() === before) break;
  }
  if (!settle) clock.moveTo(to);
  await runtime.pump();
}

let tail: Promise<void> = Promise.resolve();
process.on('message', (request: ChildRequest) => {
  tail = tail.then(async () => {
    await passUntil(request);
    process.send?.({ seq: request.seq, now: clock.now() } satisfies ChildReply);
  }, broken);
});
process.on('SIGTERM', () => void house.stop().then(() => process.exit(0)));
process.send?.({ seq: 0, now: clock.now() } satisfies ChildReply);
