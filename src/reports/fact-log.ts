// The facts of the store as rows of the log of facts, one row a fact, in the order in which they were recorded.
import type { Fact } from '../domain/fact.ts';
import type { Centre, Person } from '../domain/roster.ts';
import { localMoment } from '../mentoring/local-time.ts';
import type { RosterImport, Store } from '../store/store.ts';
import { columnsOf, type FactColumn } from './fact-columns.ts';
import { hasDeclined } from './programme-people.ts';
import type { Pseudonyms } from './pseudonym.ts';
import { isOfSlip } from './slip-distribution.ts';

export interface FactFilter {
  /** Local dates of the centre, both included, of when it happened. */
  from?: string;
  to?: string;
  iteration?: string;
}
export interface FactLogOptions extends FactFilter {
  named: boolean;
  pseudonyms: Pseudonyms;
}
export type Cell = string | number | boolean;
export interface FactLog {
  columns: string[];
  count: number;
  rows(): AsyncGenerator<Record<string, Cell>>;
}

/** How the store writes a person who asked for her erasure. */
const erased = 'erased';

function isWanted(fact: Fact, { from, to, iteration }: FactFilter): boolean {
  // That somebody told of harm is for those who were alerted, and opinions are told as distributions: no table says of whom they are.
  if (isOfSlip(fact) || fact.kind === 'safeguardingAlert' || fact.kind === 'workshopAnswered') return false;
  if (iteration !== undefined && fact.iteration !== iteration) return false;
  if (from === undefined && to === undefined) return true;
  const { date } = localMoment(fact.heldAt, fact.zone);
  return (from === undefined || from <= date) && (to === undefined || date <= to);
}

/**
 * The store goes by when a fact was recorded. That is after it happened, or on the same day: a session without a time counts as held at
 * noon. Two days cover this and the zones.
 */
function recordedFrom({ from }: FactFilter): { from?: string } {
  return from === undefined ? {} : { from: new Date(Date.parse(`${from}T00:00:00Z`) - 2 * 86_400_000).toISOString() };
}

/** Reads all facts once for the columns of their data, and again for each call of `rows`: no log is too long for the memory. */
export async function readFactLog(store: Pick<Store, 'readFacts' | 'readRoster'>, options: FactLogOptions): Promise<FactLog> {
  const range = recordedFrom(options);
  const keys = new Set<string>();
  let count = 0;
  for await (const fact of store.readFacts(range)) {
    if (!isWanted(fact, options)) continue;
    count += 1;
    for (const key of Object.keys(fact.data)) keys.add(key);
  }
  const toRow = rowMaker(await store.readRoster(), options);
  return {
    columns: [...columnsOf(options.named), ...[...keys].sort().map((key) => `data_${key}`)],
    count,
    async *rows() {
      let left = count;
      for await (const fact of store.readFacts(range)) {
        // A bot that runs beside us goes on recording; what came after the columns were known is for the next export.
        if (left === 0) return;
        if (!isWanted(fact, options)) continue;
        left -= 1;
        yield toRow(fact);
      }
    },
  };
}

function rowMaker(roster: RosterImport, { named, pseudonyms }: FactLogOptions): (fact: Fact) => Record<string, Cell> {
  const centres = new Map<string, Centre>(roster.centres.map((centre) => [centre.id, centre]));
  const persons = new Map<string, Person>(roster.persons.map((person) => [person.id, person]));
  const pseudonymOf = (id: string): string => (id === '' || id === erased ? id : pseudonyms.person(id));
  // Data may name another person, e.g. to whom a caregiver was handed over.
  const dataCell = (value: Cell | null): Cell =>
    typeof value === 'string' && persons.has(value) ? pseudonymOf(value) : (value ?? '');

  const nameOf = (id: string): string => {
    const person = persons.get(id);
    return person && !hasDeclined(person) ? person.name : '';
  };

  return (fact) => {
    const centre = fact.centreId === null ? undefined : centres.get(fact.centreId);
    const held = localMoment(fact.heldAt, fact.zone);
    const recorded = localMoment(fact.recordedAt, fact.zone);
    const row: Record<FactColumn, Cell> = {
      heldDate: held.date,
      heldTime: held.time,
      recordedDate: recorded.date,
      recordedTime: recorded.time,
      zone: fact.zone,
      heldAtUtc: fact.heldAt,
      recordedAtUtc: fact.recordedAt,
      centre: fact.centreId ?? '',
      centreKey: centre?.centreKey ?? '',
      ooad: centre?.ooad ?? '',
      provision: centre?.provision ?? '',
      region: centre?.region ?? '',
      state: centre?.state ?? '',
      locality: centre?.locality ?? '',
      intensive: centre?.intensive ?? '',
      mentor: pseudonymOf(fact.mentorId),
      mentorName: named ? nameOf(fact.mentorId) : '',
      caregiver: fact.caregiverId ? pseudonyms.caregiver(fact.caregiverId) : '',
      channel: fact.channel,
      iteration: fact.iteration,
      theme: fact.theme ?? '',
      phase: fact.phase ?? '',
      cycle: fact.cycleId ? pseudonyms.cycle(fact.cycleId) : '',
      fact: fact.kind,
      sessionNumber: fact.sessionNumber ?? '',
      minutes: fact.minutes ?? '',
      captureMode: fact.captureMode ?? '',
      outOfOrder: fact.outOfOrder ?? '',
      instrument: fact.instrument ?? '',
    };
    return { ...row, ...Object.fromEntries(Object.entries(fact.data).map(([key, value]) => [`data_${key}`, dataCell(value)])) };
  };
}
