// What erasing a person means for the lines that stay: facts without her, archive without her records.
import type { Fact } from '../domain/fact.ts';
import type { StateRecord } from '../domain/turn.ts';

export interface NumberedFact {
  n: number;
  fact: Fact;
}

export interface NumberedRecord {
  n: number;
  record: StateRecord;
}

const nobody = 'erased';

/** Counts stay. The id goes too: it holds the platform's message id, and some platforms put the phone number into that. */
export function eraseFact(row: NumberedFact, owner: string): NumberedFact {
  const { fact, n } = row;
  const named = fact.mentorId === owner;
  const mentioned = Object.values(fact.data).includes(owner);
  if (!named && !mentioned) return row;
  const data = Object.fromEntries(Object.entries(fact.data).map(([key, value]) => [key, value === owner ? nobody : value]));
  const index = /:fact:(\d+)$/.exec(fact.id)?.[1] ?? '0';
  return { n, fact: { ...fact, data, ...(named ? { id: `${nobody}:${n}:${index}`, mentorId: nobody } : {}) } };
}

export function eraseArchive(rows: NumberedRecord[], owner: string): NumberedRecord[] {
  return rows.filter(({ record }) => record.owner !== owner);
}
