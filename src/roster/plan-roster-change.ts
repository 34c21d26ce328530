// What a coordinator's words about the roster come to, by the rules of the import: what is missing, what cannot be, and the rows that change.
import { centreMeant } from '../domain/centre-meant.ts';
import type { Centre, Person, RosterImport } from '../domain/roster.ts';
import type { NewMentor, RosterChange, RosterFinding, RosterGap, RosterSaid, RosterTrouble } from '../domain/roster-change.ts';
import { planImport } from './plan-import.ts';
import { findMentors, readMentorData } from './roster-change-words.ts';
import { personColumns } from './roster-columns.ts';
import { readPhone } from './roster-phone.ts';
import { personRow } from './row-schemas.ts';

const mostCandidates = 6;
/** Longer ones are no name but a message that went to the wrong question. */
const longestName = 80;

const isMentor = ({ roles, erasedAt }: Person): boolean => roles.includes('mentor') && erasedAt === null;
const sameWords = (a: string, b: string): boolean => a.localeCompare(b, 'es', { sensitivity: 'base' }) === 0;

const nothingYet: RosterFinding = {
  gap: null,
  trouble: null,
  change: null,
  person: null,
  name: null,
  calledAs: null,
  centre: null,
  phone: null,
  candidates: [],
};

/** Built up answer by answer: the first thing that is missing or wrong is what is asked next. */
export function planRosterChange(said: RosterSaid, roster: RosterImport): RosterFinding {
  const finding: RosterFinding = { ...nothingYet };
  const ask = (gap: RosterGap, trouble: RosterTrouble | null = null): RosterFinding => ({ ...finding, gap, trouble });
  let person: Person | undefined;
  if (said.deed !== 'add') {
    if (said.who === undefined) return ask('who');
    const found = meant(said.who, said.deed, roster);
    [person] = found;
    if (person === undefined) return ask('who', { why: 'nobody', about: said.who });
    if (found.length > 1)
      return { ...ask('which'), candidates: found.slice(0, mostCandidates).map((one) => candidate(one, roster)) };
    const centre = roster.centres.find(({ id }) => id === person?.centreId)?.name ?? '';
    finding.person = { id: person.id, name: person.name, centreId: person.centreId, centre, hasLeft: !person.active };
    if (person.active && said.deed === 'return') return ask('who', { why: 'isHere', about: person.name });
    // Whoever has left may still be replaced: the new one comes later.
    if (!person.active && said.deed !== 'replace' && said.deed !== 'return')
      return ask('who', { why: 'hasLeft', about: person.name });
  }
  if (said.deed === 'add' || said.deed === 'replace') {
    const asked = newMentor(finding, said, roster, person);
    if (asked) return { ...finding, ...asked };
  }
  if (said.deed === 'move') {
    const asked = place(finding, said.centre, roster.centres);
    if (asked) return { ...finding, ...asked };
    if (finding.centre?.id === person?.centreId) return ask('centre', { why: 'sameCentre', about: finding.centre?.name ?? '' });
  }
  // Of who has left it is known why.
  const leaves = said.deed === 'withdraw' || (said.deed === 'replace' && finding.person?.hasLeft === false);
  if (leaves && said.reason === undefined) return ask('reason');
  return { ...finding, change: changeOf(said, finding) };
}

/** Only who has left can return: «regresa G05» is about her, not about who works there now. */
function meant(who: string, deed: RosterSaid['deed'], { persons, centres }: RosterImport): Person[] {
  const mentors = persons.filter(isMentor);
  const gone = deed === 'return' ? mentors.filter(({ active }) => !active) : [];
  const found = findMentors(who, gone, centres);
  return found.length > 0 ? found : findMentors(who, mentors, centres);
}

type Asked = Pick<RosterFinding, 'gap' | 'trouble'> | undefined;

const candidate = ({ id, name, centreId, active }: Person, { centres }: RosterImport) => ({
  id,
  label: `${name} · ${centres.find((centre) => centre.id === centreId)?.id ?? '-'}${active ? '' : ' *'}`,
});

/** Undefined where everything about the new mentor is there and right. */
function newMentor(finding: RosterFinding, said: RosterSaid, roster: RosterImport, before: Person | undefined): Asked {
  const { data = '', name, calledAs, phone } = said;
  const bare = [said.data, name, calledAs, said.centre, phone].every((one) => one === undefined);
  if (bare) return { gap: 'data', trouble: null };
  const told = readMentorData(data, roster.centres);
  finding.name = name ?? told.name ?? null;
  finding.calledAs = calledAs ?? told.calledAs ?? null;
  if (!finding.name) return { gap: 'name', trouble: null };
  if (finding.name.length > longestName) return { gap: 'name', trouble: { why: 'tooLong', about: 'name' } };
  // Who replaces somebody works where she worked.
  const asked = place(finding, before ? (before.centreId ?? undefined) : (said.centre ?? told.centre), roster.centres);
  if (asked) return asked;
  const double = roster.persons.find(
    (one) => isMentor(one) && one.active && one.centreId === finding.centre?.id && sameWords(one.name, finding.name ?? ''),
  );
  if (double) return { gap: 'name', trouble: { why: 'sameName', about: double.name } };
  if (!finding.calledAs) return { gap: 'calledAs', trouble: null };
  if (finding.calledAs.length > longestName) return { gap: 'calledAs', trouble: { why: 'tooLong', about: 'calledAs' } };
  const written = phone ?? told.phone;
  if (written === undefined) return { gap: 'phone', trouble: null };
  const read = readPhone(written.trim());
  if (!('phone' in read)) return { gap: 'phone', trouble: { why: 'badPhone', about: '' } };
  finding.phone = read.phone;
  const holder = holderOf(read.phone, roster, before);
  return holder === undefined ? undefined : { gap: 'phone', trouble: { why: 'phoneHeld', about: holder.name || holder.id } };
}

/** A phone that stays at the centre when a mentor leaves goes to the next one. */
function holderOf(phone: string, roster: RosterImport, before: Person | undefined): Person | undefined {
  return phone === '' ? undefined : roster.persons.find((one) => one.phone === phone && one.id !== before?.id);
}

function place(finding: RosterFinding, said: string | undefined, centres: readonly Centre[]): Asked {
  if (said === undefined) return { gap: 'centre', trouble: null };
  const found = centreMeant(said, centres);
  const [only] = found;
  if (only === undefined) return { gap: 'centre', trouble: { why: 'noCentre', about: said.slice(0, 60) } };
  if (found.length > 1) {
    const about = found
      .slice(0, mostCandidates)
      .map(({ id }) => id)
      .join(', ');
    return { gap: 'centre', trouble: { why: 'manyCentres', about } };
  }
  if (!only.active) return { gap: 'centre', trouble: { why: 'centreClosed', about: only.name } };
  finding.centre = { id: only.id, name: only.name };
  return undefined;
}

function changeOf(
  { deed, reason = 'other' }: RosterSaid,
  { person, name, calledAs, centre, phone }: RosterFinding,
): RosterChange {
  const mentor: NewMentor = { name: name ?? '', calledAs: calledAs ?? '', centreId: centre?.id ?? '', phone: phone ?? '' };
  const id = person?.id ?? '';
  switch (deed) {
    case 'add':
      return { deed, mentor };
    case 'replace':
      return { deed, person: id, mentor, reason };
    case 'move':
      return { deed, person: id, centreId: mentor.centreId, from: person?.centreId ?? null };
    case 'withdraw':
      return { deed, person: id, reason };
    case 'return':
      return { deed, person: id };
  }
}

export type RosterRows =
  | { kind: 'rows'; records: RosterImport; persons: Person[]; phonePassed: boolean }
  /** Done before, by the same order. */
  | { kind: 'done'; phonePassed: boolean }
  | { kind: 'refused'; trouble: RosterTrouble };

/**
 * The rows to import for a change that was confirmed, checked against the roster of now. `newId` derives from the order, so that an
 * order that comes again after a kill finds its own work and does it no second time.
 */
export function rowsOf(change: RosterChange, roster: RosterImport, newId: string): RosterRows {
  const known = new Map(roster.persons.map((person) => [person.id, person]));
  // Its phone may have been passed on before the kill, so it is taken for passed: forgetting an account twice is no harm.
  if ('mentor' in change && known.has(newId))
    return { kind: 'done', phonePassed: known.get('person' in change ? change.person : '')?.phone === '' };
  const person = 'person' in change ? known.get(change.person) : undefined;
  const refused = (why: RosterTrouble['why'], about = ''): RosterRows => ({ kind: 'refused', trouble: { why, about } });
  if ('person' in change && (!person || !isMentor(person))) return refused('nobody', change.person);
  const next: Person[] = [];
  let phonePassed = false;
  if (change.deed === 'move' && person) {
    if (person.centreId === change.centreId) return { kind: 'done', phonePassed: false };
    if (!person.active) return refused('hasLeft', person.name);
    next.push({ ...person, centreId: change.centreId });
  }
  if (change.deed === 'withdraw' && person) {
    if (!person.active) return { kind: 'done', phonePassed: false };
    next.push({ ...person, active: false });
  }
  if (change.deed === 'return' && person) {
    if (person.active) return { kind: 'done', phonePassed: false };
    next.push({ ...person, active: true });
  }
  if (change.deed === 'add' || change.deed === 'replace') {
    const { mentor } = change;
    phonePassed = mentor.phone !== '' && person?.phone === mentor.phone;
    if (person) next.push({ ...person, active: false, phone: phonePassed ? '' : person.phone });
    const row = personRow.safeParse(rowOf(newId, mentor, person, roster));
    if (!row.success) return refused('tooLong', 'name');
    next.push(row.data);
  }
  const centreId = centreOf(change, person);
  const centre = roster.centres.find(({ id }) => id === centreId);
  if (centreId !== undefined && !centre?.active) return refused('centreClosed', centre?.name ?? centreId);
  const plan = planImport(roster, { centres: [], persons: next });
  if (plan.problems.some(({ column }) => column === 'phone')) {
    const phone = 'mentor' in change ? change.mentor.phone : '';
    return refused('phoneHeld', holderOf(phone, roster, person)?.name ?? '');
  }
  if (plan.problems.length > 0) return refused('nobody', change.deed === 'add' ? '' : change.person);
  return { kind: 'rows', records: plan.records, persons: plan.records.persons, phonePassed };
}

/** Where she will work, for a change that brings somebody to a centre. */
function centreOf(change: RosterChange, person: Person | undefined): string | undefined {
  if ('mentor' in change) return change.mentor.centreId;
  if (change.deed === 'move') return change.centreId;
  return change.deed === 'return' ? (person?.centreId ?? undefined) : undefined;
}

/** A row as the file would have it. Who accompanies her, and how many caregivers are expected, is what it was for her place. */
function rowOf(id: string, mentor: NewMentor, before: Person | undefined, { persons }: RosterImport): Record<string, string> {
  const empty = Object.fromEntries(personColumns.map((column) => [column, '']));
  const colleagues = persons.filter((one) => isMentor(one) && one.active && one.centreId === mentor.centreId);
  const accompaniedBy = before?.accompaniedBy ?? [...new Set(colleagues.flatMap((one) => one.accompaniedBy))];
  return {
    ...empty,
    id,
    name: mentor.name,
    calledAs: mentor.calledAs,
    roles: 'mentor',
    centreId: mentor.centreId,
    phone: mentor.phone,
    expectedCaregivers: before ? String(before.expectedCaregivers) : '',
    accompaniedBy: accompaniedBy.join('|'),
    active: 'yes',
  };
}
