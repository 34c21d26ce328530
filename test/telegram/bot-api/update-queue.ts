// Updates that a bot has not confirmed yet, with the rules of getUpdates.
import { checkType } from './check-shape.ts';
import { type Fields, Refusal, type WireUpdate } from './wire.ts';

export interface UpdateQueue {
  /** Undefined where the bot does not ask for updates of this kind: Telegram does not even keep them. */
  push(kind: string, value: unknown): void;
  /** The same for what has not the shape that it should have. */
  pushUnchecked(kind: string, value: unknown): void;
  pending(): readonly WireUpdate[];
  /** Resolves when nothing is unconfirmed. */
  confirmed(): Promise<void>;
  /** Ids of the updates that were given out, in order, each as often as it was. */
  given: number[];
  poll(parameters: Fields, gone: AbortSignal): Promise<WireUpdate[]>;
  /** The question under way gets this answer. */
  interrupt(description: string): void;
  confirm(updateId: number): void;
  dropAll(): void;
  allow(kinds: unknown): void;
  onPush(listener: () => void): void;
}

/** Given only to a bot that names them (Bot API, getUpdates, allowed_updates). */
const notByDefault = ['chat_member', 'message_reaction', 'message_reaction_count'];

export function createUpdateQueue(): UpdateQueue {
  let waiting: WireUpdate[] = [];
  let nextId = 700_000_001;
  let allowed: string[] = [];
  let question: { wake(): void; refuse(refusal: Refusal): void } | undefined;
  let idle: (() => void)[] = [];
  const listeners: (() => void)[] = [];
  const given: number[] = [];

  function keep(updates: WireUpdate[]): void {
    waiting = updates;
    if (waiting.length > 0) return;
    for (const resolve of idle) resolve();
    idle = [];
  }

  function allow(kinds: unknown): void {
    if (Array.isArray(kinds)) allowed = kinds.map(String);
  }

  function interrupt(description: string): void {
    question?.refuse(new Refusal(409, `Conflict: ${description}`));
    question = undefined;
  }

  function push(kind: string, value: unknown): void {
    if (allowed.length > 0 ? !allowed.includes(kind) : notByDefault.includes(kind)) return;
    waiting.push({ update_id: nextId++, [kind]: structuredClone(value) });
    question?.wake();
    for (const listener of listeners) listener();
  }

  async function poll({ offset, limit, timeout, allowed_updates }: Fields, gone: AbortSignal): Promise<WireUpdate[]> {
    interrupt('terminated by other getUpdates request; make sure that only one bot instance is running');
    if (typeof offset === 'number' && offset > 0) keep(waiting.filter(({ update_id }) => update_id >= offset));
    if (typeof offset === 'number' && offset < 0) keep(waiting.slice(offset));
    allow(allowed_updates);
    const seconds = typeof timeout === 'number' ? timeout : 0;
    if (waiting.length === 0 && seconds > 0) await somethingNew(seconds, gone);
    if (gone.aborted) return [];
    const batch = waiting.slice(0, typeof limit === 'number' ? limit : 100);
    given.push(...batch.map(({ update_id }) => update_id));
    return batch;
  }

  function somethingNew(seconds: number, gone: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const mine = { wake: () => end(resolve), refuse: (refusal: Refusal) => end(() => reject(refusal)) };
      const timer = setTimeout(mine.wake, seconds * 1000);
      function end(then: () => void): void {
        clearTimeout(timer);
        gone.removeEventListener('abort', mine.wake);
        if (question === mine) question = undefined;
        then();
      }
      question = mine;
      gone.addEventListener('abort', mine.wake, { once: true });
    });
  }

  return {
    push(kind, value) {
      const problems = checkType('Update', { update_id: nextId, [kind]: value });
      if (problems.length > 0) throw new Error(`Telegram would not send this: ${problems.join('; ')}`);
      push(kind, value);
    },
    pushUnchecked: push,
    pending: () => waiting,
    confirmed: () => (waiting.length === 0 ? Promise.resolve() : new Promise((resolve) => void idle.push(resolve))),
    given,
    poll,
    interrupt,
    confirm: (updateId) => keep(waiting.filter(({ update_id }) => update_id !== updateId)),
    dropAll: () => keep([]),
    allow,
    onPush: (listener) => void listeners.push(listener),
  };
}
