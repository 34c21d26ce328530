// The port's methods over a record table: each builds one journal entry, applies it, and resolves when it is durable.
import { isBroadcastOwner } from '../domain/broadcast.ts';
import type { Fact } from '../domain/fact.ts';
import { type Group, type GroupPoll, isGroupOwner } from '../domain/group.ts';
import type { InboundEvent, Post } from '../domain/inbound-event.ts';
import type { LookUp } from '../domain/look-up.ts';
import type { SendResult } from '../domain/outbound-message.ts';
import type { ProgramPin } from '../domain/program-pin.ts';
import type { ChannelName, Person } from '../domain/roster.ts';
import { addressOfPhone } from '../domain/shared-phone.ts';
import type { OwnerState, StateRecord, Turn } from '../domain/turn.ts';
import { deepFreeze } from './deep-freeze.ts';
import type { JournalEntry, JournalWriter } from './journal-entry.ts';
import { hasSeen, type OwnerSlot, stateOf } from './owner-slot.ts';
import type { RecordTable } from './record-table.ts';
import { mergePerson, sameJson } from './roster-merge.ts';
import type { LeasedEvent, LeasedMessage, RosterImport, Store, StoreHealth } from './store.ts';
import { timerEvent } from './timer-event.ts';
import { postEvent, turnEntry } from './turn-entry.ts';

/** What has left the memory: facts and archive in files. */
export interface History {
  facts(range: { from?: string; to?: string }): AsyncIterable<Fact>;
  archive(owner: string): Promise<StateRecord[]>;
}

export interface TableStoreParts {
  table: RecordTable;
  journal: JournalWriter;
  history: History;
  damaged: StoreHealth['damaged'];
  /** Resolves when no file and no journal segment keeps words of the erased. */
  erased(): Promise<void>;
  close(): Promise<void>;
  /** Freezes what is kept, so that a reader that changes a record throws. */
  frozen: boolean;
}

const timersPerEntry = 500;

/**
 * Entries are applied to memory at once, in the order of the calls, and promises resolve after the journal is durable. So a later
 * call may read what is not durable yet, but whatever it causes comes later in the same journal: a turn computed from a state is
 * durable only if that state is, and a message is handed out only when the attempt, and so its turn, is. If the journal fails,
 * everything waiting is rejected, and every later call too: what memory holds is never seen again.
 */
export class TableStore implements Store {
  readonly #parts: TableStoreParts;
  readonly #table: RecordTable;
  #leases = 0;

  constructor(parts: TableStoreParts) {
    this.#parts = parts;
    this.#table = parts.table;
  }

  async receive(event: InboundEvent): Promise<'new' | 'duplicate'> {
    const slot = this.#table.slots.get(event.owner);
    if (slot !== undefined && hasSeen(slot, event.id)) {
      // The first one may not be durable yet, and 'duplicate' is a promise that we have it.
      await this.#parts.journal.settled();
      return 'duplicate';
    }
    await this.#write({ n: this.#next(), events: [event] });
    return 'new';
  }

  async leaseEvent(): Promise<LeasedEvent | undefined> {
    this.#parts.journal.assertOpen();
    const slot = this.#table.takeReady();
    if (slot === undefined) return undefined;
    slot.lease = ++this.#leases;
    const state = this.#stateOf(slot);
    if (slot.held) state.person = undefined;
    return { event: slot.inbox[0]!.event, state, lease: slot.lease, held: slot.held };
  }

  #stateOf(slot: OwnerSlot): OwnerState {
    const centreId = slot.person?.centreId ?? null;
    return {
      ...stateOf(slot),
      centre: centreId === null ? undefined : this.#table.centres.get(centreId),
      directory: this.#table.directory.of(centreId),
      ...(this.#table.closures().length > 0 ? { closures: this.#table.closures() } : {}),
      ...(this.#table.workshopChanges().length > 0 ? { workshopChanges: this.#table.workshopChanges() } : {}),
    };
  }

  async commitTurn(leased: LeasedEvent, turn: Turn): Promise<'committed' | 'stale'> {
    const slot = this.#table.slots.get(leased.event.owner);
    if (slot === undefined || slot.lease !== leased.lease) return 'stale';
    const entry = turnEntry(this.#next(), slot, leased.event, turn, (owner) => this.#table.slots.get(owner)?.person);
    const durable = this.#write(entry);
    // A turn of the erased that is under way was computed from what is gone, and would put it back.
    for (const owner of entry.erase ?? []) this.#endLease(this.#table.slotOf(owner));
    await durable;
    if (entry.erase !== undefined) await this.#parts.erased();
    return 'committed';
  }

  async fireTimers(now: string): Promise<number> {
    this.#parts.journal.assertOpen();
    const at = Date.parse(now);
    const waits: Promise<void>[] = [];
    let fired = 0;
    for (;;) {
      // In portions, because 10,000 reminders of one minute as one line would hold everything else up.
      const entry: JournalEntry = { n: this.#next(), remove: [], events: [] };
      while (entry.events!.length < timersPerEntry) {
        const timer = this.#table.timers.takeDue(at);
        if (timer === undefined) break;
        entry.remove!.push({ owner: timer.owner, kind: 'timer', id: timer.id });
        entry.events!.push(timerEvent(timer, now, this.#table.slotOf(timer.owner), entry.n));
      }
      if (entry.events!.length === 0) break;
      fired += entry.events!.length;
      waits.push(this.#write(entry));
    }
    await Promise.all(waits);
    return fired;
  }

  async nextDueAt(): Promise<string | undefined> {
    await this.#parts.journal.settled();
    const next = Math.min(this.#table.timers.next() ?? Infinity, this.#table.outbox.nextAt() ?? Infinity);
    return next === Infinity ? undefined : new Date(next).toISOString();
  }

  async leaseMessage(now: string): Promise<LeasedMessage | undefined> {
    this.#parts.journal.assertOpen();
    const leased = this.#table.outbox.take(Date.parse(now));
    if (leased !== undefined)
      await this.#write({ n: this.#next(), begun: { id: leased.message.id, attempts: leased.attempts + 1 } });
    return leased;
  }

  async recordSend(messageId: string, result: SendResult, now: string, posts: Post[] = []): Promise<void> {
    if (this.#table.outbox.ownerOf(messageId) === undefined) return this.#parts.journal.settled();
    const n = this.#next();
    if (result.kind === 'retry') {
      const until = new Date(Date.parse(now) + result.afterSeconds * 1000).toISOString();
      const attempts = result.uncounted && this.#table.outbox.attemptsOf(messageId) - 1;
      await this.#write({ n, postponed: { id: messageId, until, ...(attempts !== undefined && { attempts }) } });
    } else {
      const told = posts.length > 0 ? { events: posts.map(postEvent) } : {};
      await this.#write({ n, ended: { id: messageId, as: result.kind }, ...told });
    }
  }

  async tryNow(owner: string, now: string): Promise<void> {
    const id = this.#table.outbox.postponedOf(this.#table.slots.get(owner));
    if (id === undefined) return this.#parts.journal.settled();
    await this.#write({ n: this.#next(), postponed: { id, until: now } });
  }

  async importRoster(roster: RosterImport): Promise<void> {
    const centres = roster.centres.filter((centre) => {
      const known = this.#table.centres.get(centre.id);
      return known === undefined || !sameJson(known, centre);
    });
    const persons: Person[] = [];
    for (const given of roster.persons) {
      const merged = mergePerson(this.#table.slots.get(given.owner)?.person, given);
      if (merged !== undefined) persons.push(merged);
    }
    const closures = (roster.closures ?? []).filter((closure) => {
      const known = this.#table.closures().find(({ id }) => id === closure.id);
      return known === undefined || !sameJson(known, closure);
    });
    const workshops = (roster.workshopChanges ?? []).filter((change) => {
      const known = this.#table.workshopChanges().find(({ id }) => id === change.id);
      return known === undefined || !sameJson(known, change);
    });
    if (centres.length + persons.length + closures.length + workshops.length === 0) return this.#parts.journal.settled();
    const put = [...persons, ...structuredClone(closures), ...structuredClone(workshops)];
    const done = this.#write({ n: this.#next(), put, centres: structuredClone(centres) });
    // A turn under way was computed from the person as she was, and would put her back: it has to be taken again.
    for (const person of persons) this.#endLease(this.#table.slotOf(person.owner));
    await done;
  }

  async forgetAddresses(owner: string, channel: ChannelName): Promise<number> {
    const person = this.#table.slots.get(owner)?.person;
    const left = person?.addresses.filter((address) => address.channel !== channel) ?? [];
    const forgotten = (person?.addresses.length ?? 0) - left.length;
    if (person === undefined) {
      await this.#parts.journal.settled();
      return 0;
    }
    const put = forgotten > 0 ? [{ ...person, addresses: left }] : [];
    const done = this.#write({ n: this.#next(), put, unaddressed: { owner, channel } });
    // As with an import: a turn under way would put the address back.
    this.#endLease(this.#table.slotOf(owner));
    await done;
    return forgotten;
  }

  async readRoster(): Promise<RosterImport> {
    await this.#parts.journal.settled();
    const persons: Person[] = [];
    for (const slot of this.#table.slots.values()) if (slot.person) persons.push(slot.person);
    const closures = this.#table.closures();
    const workshopChanges = this.#table.workshopChanges();
    return structuredClone({
      centres: [...this.#table.centres.values()],
      persons,
      ...(closures.length > 0 ? { closures } : {}),
      ...(workshopChanges.length > 0 ? { workshopChanges } : {}),
    });
  }

  async readGroups(): Promise<{ group: Group; polls: GroupPoll[] }[]> {
    await this.#parts.journal.settled();
    return [...this.#table.slots.values()].flatMap((slot) => {
      if (!isGroupOwner(slot.owner) || slot.held) return [];
      const { group, groupPolls = [] } = stateOf(slot);
      return group ? [{ group, polls: groupPolls }] : [];
    });
  }

  async *readFacts(range: { from?: string; to?: string }): AsyncIterable<Fact> {
    await this.#parts.journal.settled();
    yield* this.#parts.history.facts(range);
  }

  async readState(owner: string): Promise<OwnerState | undefined> {
    const slot = this.#table.slots.get(owner);
    if (slot === undefined || slot.held) return undefined;
    const isNobodys =
      slot.person === undefined && !isBroadcastOwner(owner) && !isGroupOwner(owner) && addressOfPhone(owner) === undefined;
    return isNobodys ? undefined : this.#stateOf(slot);
  }

  async readLookUps(): Promise<LookUp[]> {
    const found: LookUp[] = [];
    for (const slot of this.#table.slots.values())
      for (const record of slot.records) if (record.kind === 'lookUp' && !slot.held) found.push(record);
    return found;
  }

  async readArchive(owner: string): Promise<StateRecord[]> {
    await this.#parts.journal.settled();
    return this.#parts.history.archive(owner);
  }

  async keepPins(current: ProgramPin[]): Promise<ProgramPin[]> {
    const named = new Set(current.map((pin) => pin.hash));
    for (const slot of this.#table.slots.values()) for (const hash of pinsNamed(slot)) named.add(hash);
    const keep = current.filter((pin) => !this.#table.pins.has(pin.hash));
    const forget = [...this.#table.pins.keys()].filter((hash) => !named.has(hash));
    if (keep.length > 0 || forget.length > 0) await this.#write({ n: this.#next(), pins: { keep, forget } });
    return [...this.#table.pins.values()];
  }

  async keepClock(now: string): Promise<void> {
    await this.#write({ n: this.#next(), clock: now });
  }

  async readClock(): Promise<string | undefined> {
    await this.#parts.journal.settled();
    return this.#table.house.clock;
  }

  async health(): Promise<StoreHealth> {
    const { inboxSize, outbox, house } = this.#table;
    return { inbox: inboxSize, outbox: outbox.size, ...house.counts, damaged: structuredClone(this.#parts.damaged) };
  }

  close(): Promise<void> {
    return this.#parts.close();
  }

  #endLease(slot: OwnerSlot): void {
    if (slot.lease !== 0) this.#table.release(slot);
  }

  #next(): number {
    return this.#table.last + 1;
  }

  #write(entry: JournalEntry): Promise<void> {
    // Refuses by throwing before memory is touched; what it could not write later rejects, and the journal refuses from then on.
    const durable = this.#parts.journal.append(entry);
    if (this.#parts.frozen) deepFreeze(entry);
    this.#table.apply(entry);
    return durable;
  }
}

function pinsNamed(slot: OwnerSlot): string[] {
  return slot.records.flatMap((record) => (record.kind === 'thread' ? record.pins : []));
}
