// Everything that the store holds, in memory, and the one function that changes it: apply(entry). Memory and lowdb share it.
import type { WorkshopChange } from '../domain/attendance.ts';
import type { Closure } from '../domain/closure.ts';
import type { InboundEvent } from '../domain/inbound-event.ts';
import type { OutboundMessage } from '../domain/outbound-message.ts';
import type { ProgramPin } from '../domain/program-pin.ts';
import type { Centre } from '../domain/roster.ts';
import type { StateRecord } from '../domain/turn.ts';
import { eraseArchive, eraseFact, type NumberedFact, type NumberedRecord } from './erasure.ts';
import { entrySpan, type JournalEntry } from './journal-entry.ts';
import { OrderedHeap } from './ordered-heap.ts';
import { Outbox } from './outbox.ts';
import { hasSeen, newSlot, type OwnerSlot, rememberSeen } from './owner-slot.ts';
import { PeopleDirectory } from './people-directory.ts';
import { TimerIndex } from './timer-index.ts';

const unsureKept = 500;
const closuresOwner: Closure['owner'] = 'programme';

/** What belongs to nobody in particular. */
export interface HouseRecord {
  upTo: number;
  clock: string | undefined;
  counts: { unsure: number; blocked: number; rejected: number };
  /** The newest messages of which nobody knows whether they were sent. */
  unsure: OutboundMessage[];
}

export class RecordTable {
  readonly slots = new Map<string, OwnerSlot>();
  readonly outbox = new Outbox();
  readonly timers = new TimerIndex();
  readonly directory = new PeopleDirectory();
  readonly centres = new Map<string, Centre>();
  readonly pins = new Map<string, ProgramPin>();
  /** Facts and archived records that are in no file yet. */
  facts: NumberedFact[] = [];
  archive: NumberedRecord[] = [];
  /** Owners whose words may still be in files and journal segments, with the number of the entry that erased them. */
  readonly erasures = new Map<string, number>();
  house: HouseRecord = { upTo: 0, clock: undefined, counts: { unsure: 0, blocked: 0, rejected: 0 }, unsure: [] };
  houseChanged = false;
  pinsChanged = false;
  centresChanged = false;
  /** Number of the last entry applied. */
  last = 0;
  inboxSize = 0;
  #closures: Closure[] | undefined;
  #workshopChanges: WorkshopChange[] | undefined;
  readonly #ready = new OrderedHeap<{ n: number; slot: OwnerSlot }>((a, b) => a.n < b.n);

  slotOf(owner: string): OwnerSlot {
    let slot = this.slots.get(owner);
    if (slot === undefined) {
      slot = newSlot(owner);
      this.slots.set(owner, slot);
    }
    return slot;
  }

  /** One list for everybody until one of them changes; shared, so never changed by who gets it. */
  closures(): Closure[] {
    this.#closures ??= this.slots.get(closuresOwner)?.records.filter((record) => record.kind === 'closure') ?? [];
    return this.#closures;
  }

  workshopChanges(): WorkshopChange[] {
    this.#workshopChanges ??= this.slots.get(closuresOwner)?.records.filter((record) => record.kind === 'workshopChange') ?? [];
    return this.#workshopChanges;
  }

  /** The owner of the oldest event whom nobody is serving. */
  takeReady(): OwnerSlot | undefined {
    for (;;) {
      const place = this.#ready.pop();
      if (place === undefined) return undefined;
      if (place.slot.lease === 0 && place.slot.inbox[0]?.n === place.n) return place.slot;
    }
  }

  /** Ends the lease, whoever holds it, and lets the owner's oldest event be taken. */
  release(slot: OwnerSlot): void {
    slot.lease = 0;
    const oldest = slot.inbox[0];
    if (oldest !== undefined) this.#ready.push({ n: oldest.n, slot });
  }

  /** Parts that are already in what was loaded (`upTo`) are passed over; so reading the journal again is exact. */
  apply(entry: JournalEntry): void {
    const { n } = entry;
    if (entry.erase) for (const owner of entry.erase) this.#erase(this.slotOf(owner), n);
    if (entry.put) for (const record of entry.put) this.#put(record, n);
    if (entry.remove) for (const gone of entry.remove) this.#remove(this.slotOf(gone.owner), gone.kind, gone.id, n);
    if (entry.archive) for (const record of entry.archive) this.archive.push({ n, record });
    if (entry.done) this.#finish(entry.done, n);
    if (entry.unaddressed) this.#unaddress(entry.unaddressed, n);
    if (entry.outbound) this.#send(entry.outbound, n);
    if (entry.events) for (const [index, event] of entry.events.entries()) this.#arrive(event, n + index, n);
    if (entry.begun) this.#ofMessage(entry.begun.id, n)?.begin(entry.begun.id, entry.begun.attempts);
    if (entry.postponed) this.#ofMessage(entry.postponed.id, n)?.postpone(entry.postponed);
    if (entry.ended) this.#end(entry.ended, n);
    if (entry.facts) for (const fact of entry.facts) this.facts.push({ n, fact });
    if (entry.centres) this.#putCentres(entry.centres);
    if (entry.pins) this.#keepPins(entry.pins);
    if (entry.clock !== undefined && n > this.house.upTo) {
      this.house.clock = entry.clock;
      this.houseChanged = true;
    }
    this.last = Math.max(this.last, n + entrySpan(entry) - 1);
  }

  /** For what is loaded from files: an event that waited. */
  restoreEvent(slot: OwnerSlot, event: InboundEvent, n: number): void {
    slot.inbox.push({ n, event });
    this.inboxSize++;
    if (slot.inbox.length === 1 && slot.lease === 0) this.#ready.push({ n, slot });
  }

  #put(record: StateRecord, n: number): void {
    const slot = this.slotOf(record.owner);
    if (record.kind === 'person') {
      if (n <= slot.personUpTo) return;
      slot.person = record;
      slot.personChanged = true;
      this.directory.changed(record.id, record);
      return;
    }
    if (n <= slot.upTo) return;
    slot.changed = true;
    if (record.kind === 'closure') this.#closures = undefined;
    if (record.kind === 'workshopChange') this.#workshopChanges = undefined;
    const { records } = slot;
    const at = records.findIndex((known) => known.id === record.id && known.kind === record.kind);
    const replaced = at === -1 ? undefined : records[at];
    if (at === -1) records.push(record);
    else records[at] = record;
    if (record.kind === 'timer') this.timers.add(slot, record, replaced?.kind === 'timer' ? replaced : undefined);
  }

  #remove(slot: OwnerSlot, kind: StateRecord['kind'], id: string, n: number): void {
    if (kind === 'person') {
      if (n <= slot.personUpTo) return;
      slot.person = undefined;
      slot.personChanged = true;
      this.directory.changed(id, undefined);
      return;
    }
    if (n <= slot.upTo) return;
    const at = slot.records.findIndex((known) => known.id === id && known.kind === kind);
    if (at === -1) return;
    slot.changed = true;
    slot.records.splice(at, 1);
    if (kind === 'timer') this.timers.removed();
  }

  #arrive(event: InboundEvent, place: number, n: number): void {
    const slot = this.slotOf(event.owner);
    if (n <= slot.upTo || hasSeen(slot, event.id)) return;
    slot.changed = true;
    rememberSeen(slot, event.id);
    this.restoreEvent(slot, event, place);
  }

  #finish(done: NonNullable<JournalEntry['done']>, n: number): void {
    const slot = this.slotOf(done.owner);
    if (n > slot.upTo) {
      const at = slot.inbox.findIndex((row) => row.event.id === done.id);
      if (at !== -1) {
        const [row] = slot.inbox.splice(at, 1);
        this.inboxSize--;
        slot.changed = true;
        if (done.keep) slot.kept.push(row!.event);
      }
    }
    this.release(slot);
  }

  #unaddress({ owner, channel }: NonNullable<JournalEntry['unaddressed']>, n: number): void {
    const slot = this.slotOf(owner);
    if (n <= slot.upTo) return;
    const without = (event: InboundEvent): InboundEvent => {
      const { address: _, ...rest } = event;
      return event.channel === channel ? rest : event;
    };
    for (const row of slot.inbox) row.event = without(row.event);
    slot.kept = slot.kept.map(without);
    slot.changed = true;
  }

  #send(messages: OutboundMessage[], n: number): void {
    for (const [index, message] of messages.entries()) {
      const slot = this.slotOf(message.to);
      if (n <= slot.upTo) continue;
      slot.changed = true;
      this.outbox.add(slot, { n: n + index, message, attempts: 0, begun: false, until: null });
    }
  }

  #ofMessage(id: string, n: number): Outbox | undefined {
    const slot = this.outbox.ownerOf(id);
    if (slot === undefined || n <= slot.upTo) return undefined;
    slot.changed = true;
    return this.outbox;
  }

  #end(ended: NonNullable<JournalEntry['ended']>, n: number): void {
    const message = this.outbox.messageOf(ended.id);
    this.#ofMessage(ended.id, n)?.remove(ended.id);
    if (ended.as === 'sent' || n <= this.house.upTo) return;
    this.houseChanged = true;
    this.house.counts[ended.as]++;
    if (ended.as !== 'unsure' || message === undefined) return;
    this.house.unsure.push(message);
    if (this.house.unsure.length > unsureKept) this.house.unsure.shift();
  }

  #putCentres(centres: Centre[]): void {
    for (const centre of centres) this.centres.set(centre.id, centre);
    this.centresChanged = true;
  }

  #keepPins(pins: NonNullable<JournalEntry['pins']>): void {
    for (const hash of pins.forget) this.pins.delete(hash);
    for (const pin of pins.keep) this.pins.set(pin.hash, pin);
    this.pinsChanged = true;
  }

  /** The person's record is not touched here: the entry puts what is left of it. */
  #erase(slot: OwnerSlot, n: number): void {
    this.erasures.set(slot.owner, n);
    this.facts = this.facts.map((row) => eraseFact(row, slot.owner));
    this.archive = eraseArchive(this.archive, slot.owner);
    this.house.unsure = this.house.unsure.filter((message) => message.to !== slot.owner);
    this.houseChanged = true;
    if (n <= slot.upTo) return;
    for (const record of slot.records) if (record.kind === 'timer') this.timers.removed();
    this.outbox.removeAllOf(slot);
    this.inboxSize -= slot.inbox.length;
    slot.records = [];
    slot.inbox = [];
    slot.kept = [];
    slot.changed = true;
  }
}
