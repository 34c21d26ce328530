// Answers the look-ups of turns outside the engine: begun when the turn is durable, answered through the one door in, begun again after a kill.
import type { Clock } from '../clock.ts';
import type { LookUp, LookUpResult } from '../domain/look-up.ts';
import type { Turn } from '../domain/turn.ts';
import type { Log } from '../log.ts';
import type { Store } from '../store/store.ts';
import { describeError } from './process-inbox.ts';

export interface LookUpParts {
  store: Store;
  clock: Clock;
  log: Log;
  /** May throw: the asker is told that it failed. */
  answer(lookUp: LookUp): Promise<LookUpResult>;
  /** The answer is in the asker's inbox. */
  answered(): void;
  failed(error: unknown): void;
}

export interface LookUps {
  /** Takes up what a committed turn asks. */
  committed(turn: Turn): void;
  /** Takes up what an earlier process left unanswered. */
  resume(): void;
  busy(): boolean;
  settled(): Promise<void>;
}

export function createLookUps(parts: LookUpParts): LookUps {
  const underWay = new Map<string, Promise<void>>();

  function track(id: string, work: () => Promise<void>): void {
    if (underWay.has(id)) return;
    const done = work()
      .catch(parts.failed)
      .finally(() => underWay.delete(id));
    underWay.set(id, done);
  }

  const begin = (lookUp: LookUp): void => track(lookUp.id, () => attend(lookUp));

  /** Should a kill come between, what is left goes with all made files after some days. */
  function forget(owner: string): void {
    const lookUp: LookUp = { kind: 'lookUp', id: '', owner, askedAt: parts.clock.now(), request: { kind: 'forgetPapers' } };
    track(`forget:${owner}`, async () => void (await answerOf(lookUp)));
  }

  async function findLeftOver(): Promise<void> {
    for (const lookUp of await parts.store.readLookUps()) begin(lookUp);
  }

  async function attend(lookUp: LookUp): Promise<void> {
    const result = await answerOf(lookUp);
    const now = parts.clock.now();
    const externalId = `look-up:${lookUp.id}`;
    await parts.store.receive({
      id: `house:${externalId}`,
      channel: 'house',
      externalId,
      owner: lookUp.owner,
      writtenAt: now,
      receivedAt: now,
      content: { kind: 'lookedUp', lookUp: lookUp.id, result },
    });
    parts.answered();
  }

  async function answerOf(lookUp: LookUp): Promise<LookUpResult> {
    try {
      return await parts.answer(lookUp);
    } catch (error) {
      parts.log.error({ lookUp: lookUp.id, asked: lookUp.request.kind, ...describeError(error) }, 'a look-up failed');
      return { kind: 'failed' };
    }
  }

  return {
    committed(turn) {
      for (const change of turn.changes) {
        if ('put' in change && change.put.kind === 'lookUp') begin(change.put);
        if ('erase' in change) forget(change.erase.owner);
      }
    },
    resume: () => track('', findLeftOver),
    busy: () => underWay.size > 0,
    async settled() {
      while (underWay.size > 0) await Promise.all(underWay.values());
    },
  };
}
