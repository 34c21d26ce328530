// From schema 1 to 2: the rungs that an appointment, or a question left open, remembered as said become rows of the ledger that have ended.
import type { DocumentKind, StoredDocument } from './migrations.ts';

type Thing = Record<string, unknown>;
const things = (value: unknown): Thing[] => (Array.isArray(value) ? (value as Thing[]) : []);

export function remindedToLedger(kind: DocumentKind, document: StoredDocument): StoredDocument {
  if (kind === 'owner') return { ...document, ...withRows(document, 'records') };
  if (kind === 'entry')
    return { ...document, ...withRows(document, 'put'), ...(document.archive ? { archive: without(document.archive) } : {}) };
  return document;
}

const without = (records: unknown): Thing[] => things(records).map(withoutReminded);

function withRows(document: StoredDocument, field: 'records' | 'put'): Thing {
  if (!Array.isArray(document[field])) return {};
  const records = things(document[field]);
  return { [field]: [...without(records), ...records.flatMap(rowsFrom)] };
}

function withoutReminded(record: Thing): Thing {
  if (record.kind !== 'cycle') return record;
  const appointments = things(record.appointments).map(({ reminded: _, ...appointment }) => appointment);
  return { ...record, appointments };
}

function rowsFrom(record: Thing): Thing[] {
  const { kind, id, owner } = record;
  const row = (source: string, thing: string, version: string, rung: string, about: Thing, at: unknown): Thing => ({
    kind: 'reminder',
    id: `${thing}:v${version}:${rung}`,
    owner,
    source,
    thing,
    version,
    rung,
    about,
    dueAt: at,
    until: at,
    setAt: at,
    state: 'sent',
    endedAt: at,
  });
  if (kind === 'thread' && typeof record.nudgedAt === 'string')
    return [row('question', `question:${id}`, String(record.touchedAt), 'nextDay', { threadId: id }, record.nudgedAt)];
  if (kind !== 'cycle') return [];
  const versions: Record<string, number> = {};
  return things(record.appointments).flatMap(({ phase, reminded, agreedAt }) => {
    const of = String(phase);
    versions[of] = (versions[of] ?? 0) + 1;
    const about = { cycleId: id, caregiverId: record.caregiverId, phase };
    return (Array.isArray(reminded) ? reminded : []).map((rung) =>
      row('appointment', `appointment:${id}:${of}`, String(versions[of]), String(rung), about, agreedAt),
    );
  });
}
