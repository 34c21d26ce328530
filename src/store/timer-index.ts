// Which timer is due next. The timers themselves are records of their owners; here is only their order.
import type { Timer } from '../domain/conversation.ts';
import { OrderedHeap } from './ordered-heap.ts';
import { findRecord, type OwnerSlot } from './owner-slot.ts';

interface Planned {
  at: number;
  id: string;
  slot: OwnerSlot;
}

function before(a: Planned, b: Planned): boolean {
  if (a.at !== b.at) return a.at < b.at;
  if (a.slot !== b.slot) return a.slot.owner < b.slot.owner;
  return a.id < b.id;
}

/** Removed and moved timers leave their old place behind; it is passed over when its turn comes, or swept when they are many. */
export class TimerIndex {
  readonly #heap = new OrderedHeap<Planned>(before);
  #live = 0;

  add(slot: OwnerSlot, timer: Timer, replaced: Timer | undefined): void {
    if (replaced === undefined) this.#live++;
    else if (replaced.dueAt === timer.dueAt) return;
    this.#heap.push({ at: Date.parse(timer.dueAt), id: timer.id, slot });
  }

  removed(): void {
    this.#live--;
    if (this.#heap.size > 2 * this.#live + 1024) this.#heap.keep((planned) => timerAt(planned) !== undefined);
  }

  /** UTC in milliseconds. */
  next(): number | undefined {
    for (;;) {
      const planned = this.#heap.first();
      if (planned === undefined) return undefined;
      if (timerAt(planned) !== undefined) return planned.at;
      this.#heap.pop();
    }
  }

  /** Takes the next timer due out of the order; its record stays with its owner until the entry that fires it is applied. */
  takeDue(now: number): Timer | undefined {
    for (;;) {
      const planned = this.#heap.first();
      if (planned === undefined || planned.at > now) return undefined;
      this.#heap.pop();
      const timer = timerAt(planned);
      // The same place can be there twice (moved away and back); the second finds the timer taken.
      if (timer !== undefined && this.#heap.first()?.id === timer.id && samePlace(this.#heap.first(), planned)) continue;
      if (timer !== undefined) return timer;
    }
  }
}

function samePlace(a: Planned | undefined, b: Planned): boolean {
  return a !== undefined && a.at === b.at && a.slot === b.slot && a.id === b.id;
}

function timerAt(planned: Planned): Timer | undefined {
  const record = findRecord(planned.slot, 'timer', planned.id);
  return record?.kind === 'timer' && Date.parse(record.dueAt) === planned.at ? record : undefined;
}
