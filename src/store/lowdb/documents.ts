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

const rowsSchema = z.object({ schema: z.number(), rows: z.array(z.record(z.string(), z.unknown())) });
const ownerSchema = z.object({
  owner: z.string(),
  upTo: z.number(),
  seen: z.array(z.number()),
  inbox: z.array(z.object({ n: z.number(), event: z.object({ id: z.string() }) })),
  kept: z.array(z.object({ id: z.string() })),
  outbox: z.array(z.object({ n: z.number(), message: z.object({ id: z.string(), to: z.string() }) })),
  records: z.array(z.object({ kind: z.string(), id: z.string(), owner: z.string() })),
});
const personSchema = z.object({
  upTo: z.number(),
  person: z.object({ kind: z.literal('person'), id: z.string(), owner: z.string() }),
});
const houseSchema = z.object({
  upTo: z.number(),
  counts: z.object({ unsure: z.number(), blocked: z.number(), rejected: z.number() }),
  unsure: z.array(z.unknown()),
});

/** One record a line, so that a person can read and compare it; shape checked on reading, since a file can be damaged and still parse. */
function rowsText<T>(line: (row: T) => string, shape: z.ZodType): DocumentText<Rows<T>> {
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
      const rows = rowsSchema.parse(value).rows;
      for (const row of rows) shape.parse(row);
      return value as Rows<T>;
    },
  };
}

export const ownersText = rowsText<OwnerDocument>(({ records, ...rest }) => {
  const head = JSON.stringify(rest).slice(0, -1);
  return `${head},"records":[${records.map((record) => `\n ${JSON.stringify(record)}`).join(',')}]}`;
}, ownerSchema);
export const personsText = rowsText<PersonDocument>((row) => JSON.stringify(row), personSchema);
export const centresText = rowsText<Centre>(
  (row) => JSON.stringify(row),
  z.object({ kind: z.literal('centre'), id: z.string() }),
);
export const pinsText = rowsText<ProgramPin>((row) => JSON.stringify(row), z.object({ hash: z.string(), body: z.unknown() }));
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
