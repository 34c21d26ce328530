// Days closed or opened again by a coordinator: the place she means, and once she has confirmed it, the record, the audit and the ledgers.
import type { Closure } from '../domain/closure.ts';
import { placeMeant } from '../domain/closure-place.ts';
import type { LookUp, LookUpResult } from '../domain/look-up.ts';
import type { Person, RosterImport } from '../domain/roster.ts';
import { concerns } from '../mentoring/calendar.ts';
import type { Program } from '../program/program.ts';
import { appendAuditOnce } from '../reports/audit-trail.ts';
import { lookAtLedgers } from '../runtime/calendar-news.ts';
import type { Store } from '../store/store.ts';

export interface ClosureParts {
  store: Store;
  program: Program;
  dataDir: string;
  /** UTC. */
  now(): string;
}

/** May be asked again after a kill at any point: the record is absolute, its id derives from the look-up's, and ledgers are looked at once. */
export async function answerClosure({ store, dataDir, now }: ClosureParts, lookUp: LookUp): Promise<LookUpResult> {
  const { id: asked, owner, request } = lookUp;
  const roster = await store.readRoster();
  if (request.kind === 'closurePlace') {
    const places = placeMeant(request.said, roster.centres);
    const [only] = places;
    const mentors = only && places.length === 1 ? mentorsOf(only, roster) : [];
    return { kind: 'closurePlace', places, mentors: mentors.length, appointments: await busyOn(store, mentors, request.days) };
  }
  if (request.kind !== 'closureOrder') return { kind: 'nothing' };
  const { order } = request;
  const at = now();
  const closure: Closure = { kind: 'closure', owner: 'programme', ...order, id: order.id || `closure-${asked}`, by: owner, at };
  await appendAuditOnce(dataDir, asked, {
    at,
    what: closure.takenBack ? 'daysOpened' : 'daysClosed',
    by: owner,
    scope: closure.scope,
    place: closure.place,
    from: closure.from,
    to: closure.to,
  });
  const known = roster.closures?.find(({ id }) => id === closure.id);
  if ((known?.version ?? 0) < closure.version) await store.importRoster({ centres: [], persons: [], closures: [closure] });
  const mentors = mentorsOf(closure, roster);
  await lookAtLedgers(store, `${closure.id}:v${closure.version}`, mentors, at);
  return { kind: 'closureDone', mentors: mentors.length };
}

/** Those who take part there. */
function mentorsOf(place: Pick<Closure, 'scope' | 'place'>, { centres, persons }: RosterImport): Person[] {
  const there = new Set(centres.filter((centre) => concerns(place, centre)).map(({ id }) => id));
  return persons.filter(
    ({ roles, active, withdrawnAt, centreId }) =>
      roles.includes('mentor') && active && withdrawnAt === null && centreId !== null && there.has(centreId),
  );
}

/** How many of them have agreed something on these days. */
async function busyOn(store: Store, mentors: readonly Person[], { from, to }: { from: string; to: string }): Promise<number> {
  let count = 0;
  for (const { id } of mentors) {
    const cycles = (await store.readState(id))?.cycles ?? [];
    const isThen = (date: string): boolean => from <= date && date <= to;
    if (cycles.some(({ appointments }) => appointments.some(({ status, date }) => status === 'planned' && isThen(date))))
      count += 1;
  }
  return count;
}
