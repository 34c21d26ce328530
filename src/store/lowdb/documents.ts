// The lowdb documents of a checkpoint: how owners, persons and the house's own records are written down and put back.
import { z } from 'zod';
import type { InboundEvent } from '../../domain/inbound-event.ts';
import type { ProgramPin } from '../../domain/program-pin.ts';
import type { Centre, Person } from '../../domain/roster.ts';
import type { InboxRow, OutboxRow, OwnerSlot } from '../owner-slot.ts';
import type { HouseRecord, RecordTable } from '../record-table.ts';
import { type DocumentText, plainJson } from './durable-file.ts';

export interface OwnerDocument {
  owner: string;
  /** Entries up to this number are in it. Each owner is written whole at one moment; a file is not. */
  upTo: number;
  seen: number[];
  inbox: InboxRow[];
  kept: InboundEvent[];
  outbox: OutboxRow[];
  records: OwnerSlot['records'];
}

export interface PersonDocument {
  upTo: number;
  person: Person;
}

export interface Rows<T> {
  schema: number;
  rows: Iterable<T>;
}

type Shape = (row: Record<string, unknown>) => boolean;

// Checked by hand: at 100,000 owners a schema library takes longer than reading the files does.
const isOwner: Shape = ({ owner, upTo, seen, inbox, kept, outbox, records }) =>
  typeof owner === 'string' &&
  typeof upTo === 'number' &&
  Array.isArray(seen) &&
  allRows(inbox, ({ n, event }) => typeof n === 'number' && isThing(event) && typeof event.id === 'string') &&
  allRows(kept, ({ id }) => typeof id === 'string') &&
  allRows(outbox, ({ n, message }) => typeof n === 'number' && isThing(message) && typeof message.id === 'string') &&
  allRows(records, ({ kind, id }) => typeof kind === 'string' && typeof id === 'string');
const isPerson: Shape = ({ upTo, person }) =>
  typeof upTo === 'number' && isThing(person) && person.kind === 'person' && typeof person.owner === 'string';
const isCentre: Shape = ({ kind, id }) => kind === 'centre' && typeof id === 'string';
const isPin: Shape = ({ hash }) => typeof hash === 'string';
const houseSchema = z.object({
  upTo: z.number(),
  counts: z.object({ unsure: z.number(), blocked: z.number(), rejected: z.number() }),
  unsure: z.array(z.unknown()),
});

function isThing(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function allRows(value: unknown, shape: Shape): boolean {
  return Array.isArray(value) && value.every((row) => isThing(row) && shape(row));
}

/** One record a line, so that a person can read and compare it; shape checked on reading, since a file can be damaged and still parse. */
function rowsText<T>(line: (row: T) => string, shape: Shape): DocumentText<Rows<T>> {
  return {
    *write(document) {
      let lead = `{"schema":${document.schema},"rows":[\n`;
      for (const row of document.rows) {
        yield lead + line(row);
        lead = ',\n';
      }
      yield lead.startsWith(',') ? '\n]}\n' : `${lead}]}\n`;
    },
    read(text) {
      const value: unknown = JSON.parse(text);
      if (!isThing(value) || !allRows(value.rows, shape)) throw new Error('its rows are not what they should be');
      return value as unknown as Rows<T>;
    },
  };
}

export const ownersText = rowsText<OwnerDocument>(({ records, ...rest }) => {
  const head = JSON.stringify(rest).slice(0, -1);
  return `${head},"records":[${records.map((record) => `\n ${JSON.stringify(record)}`).join(',')}]}`;
}, isOwner);
export const personsText = rowsText<PersonDocument>((row) => JSON.stringify(row), isPerson);
export const centresText = rowsText<Centre>((row) => JSON.stringify(row), isCentre);
export const pinsText = rowsText<ProgramPin>((row) => JSON.stringify(row), isPin);
export const houseText = plainJson<HouseRecord>((value) => {
  houseSchema.parse(value);
  return value as HouseRecord;
});

/** Undefined for an owner of whom only the person is known. */
export function ownerDocument(slot: OwnerSlot, upTo: number): OwnerDocument | undefined {
  const { owner, seen, inbox, kept, records } = slot;
  const outbox = slot.chats.flatMap((chat) => chat.rows);
  if (seen.length + inbox.length + kept.length + outbox.length + records.length === 0) return undefined;
  return { owner, upTo, seen, inbox, kept, outbox, records };
}

export function restoreOwner(table: RecordTable, document: OwnerDocument): void {
  const slot = table.slotOf(document.owner);
  slot.upTo = document.upTo;
  slot.seen = document.seen;
  slot.kept = document.kept;
  slot.records = document.records;
  for (const record of slot.records) if (record.kind === 'timer') table.timers.add(slot, record, undefined);
  for (const { n, event } of document.inbox) table.restoreEvent(slot, event, n);
  for (const row of document.outbox) table.outbox.add(slot, row);
  table.last = Math.max(table.last, document.upTo);
}

export function restorePerson(table: RecordTable, { upTo, person }: PersonDocument): void {
  const slot = table.slotOf(person.owner);
  slot.personUpTo = upTo;
  slot.person = person;
  table.directory.changed(person.id, person);
  table.last = Math.max(table.last, upTo);
}
