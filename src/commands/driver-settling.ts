// Which persons have a burst window open, read off the turns as they are committed.
import type { Turn } from '../domain/turn.ts';
import type { LeasedEvent } from '../store/store.ts';

export interface Settling {
  committed(leased: LeasedEvent, turn: Turn): void;
  /** UTC; when the last of her open windows ends. */
  until(owner: string): string | undefined;
  /** Whether there was a turn of hers since the start; her timers come with it. */
  isKnown(owner: string): boolean;
}

export function watchSettling(): Settling {
  const ends = new Map<string, string | undefined>();
  return {
    committed({ state }, turn) {
      const open = new Map<string, string>();
      for (const timer of state.timers) if (timer.purpose === 'settle') open.set(timer.id, timer.dueAt);
      for (const change of turn.changes) {
        if ('put' in change && change.put.kind === 'timer' && change.put.purpose === 'settle')
          open.set(change.put.id, change.put.dueAt);
        else if ('remove' in change && change.remove.kind === 'timer') open.delete(change.remove.id);
        else if ('erase' in change) open.clear();
      }
      const last = [...open.values()].sort((a, b) => Date.parse(a) - Date.parse(b)).at(-1);
      ends.set(turn.owner, last);
    },
    until: (owner) => ends.get(owner),
    isKnown: (owner) => ends.has(owner),
  };
}
