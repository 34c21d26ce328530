// Who of the roster a participant is: for certain by her whole name, in doubt by a part of it; of anybody else nothing is known.
import {
  type AttendanceFinding,
  type AttendedPart,
  attendedFor,
  type DoubtfulParticipant,
  type KnownParticipant,
} from '../domain/attendance.ts';
import { bareKey, bareWords } from '../domain/bare-words.ts';
import type { Centre, Person } from '../domain/roster.ts';
import type { Participant, ParticipantList } from './read-participants.ts';

/** Said around a name, and no part of it: how she is addressed, her device, and what joins the parts. */
const around = new Set(
  [
    'maestra',
    'mtra',
    'mtro',
    'miss',
    'lic',
    'profe',
    'profra',
    'educadora',
    'directora',
    'guarderia',
    'centro',
    'imss',
    'zoom',
  ].concat(
    [
      'iphone',
      'ipad',
      'galaxy',
      'samsung',
      'xiaomi',
      'redmi',
      'huawei',
      'moto',
      'motorola',
      'android',
      'laptop',
      'pc',
      'de',
      'del',
    ],
    ['la', 'las', 'los', 'el', 'y', 'mi', 'usuario', 'user', 'host', 'anfitrion', 'yo', 'me'],
  ),
);

const nameWords = (text: string): string[] => bareWords(text).filter((word) => word.length > 1 && !around.has(word));

/** Shared by two of these it is the same person; by one it may be. */
const fewestShared = 2;
const mostCandidates = 6;
interface Sought {
  person: Person;
  words: Set<string>;
  called: Set<string>;
  keys: Set<string>;
}

function sought(person: Person, centres: ReadonlyMap<string, Centre>): Sought {
  const centre = centres.get(person.centreId ?? '');
  return {
    person,
    words: new Set(nameWords(person.name)),
    called: new Set(nameWords(`${person.name} ${person.calledAs}`)),
    keys: new Set(centre ? [bareKey(centre.id), bareKey(centre.centreKey)] : []),
  };
}

const shared = (words: readonly string[], known: ReadonlySet<string>): number => words.filter((word) => known.has(word)).length;

/** One for certain, or those whom it may be. */
function whoIs({ names }: Participant, people: readonly Sought[]): { one: Person } | { may: Person[] } {
  const words = [...new Set(names.flatMap(nameWords))];
  const keyed = people.filter(({ keys }) => words.some((word) => keys.has(word)));
  const near = keyed.length > 0 ? keyed : people;
  const whole = near.filter((one) => shared(words, one.words) >= Math.min(fewestShared, one.words.size));
  const [only] = whole;
  if (only && whole.length === 1) return { one: only.person };
  if (whole.length > 1) return { may: whole.map(({ person }) => person) };
  // "Tere G03": her treatment and her centre together are hers alone.
  const called = near.filter((one) => shared(words, one.called) > 0);
  const [alone] = called;
  if (keyed.length > 0 && alone && called.length === 1) return { one: alone.person };
  return { may: called.length > 0 ? called.map(({ person }) => person) : keyed.map(({ person }) => person) };
}

export interface MatchParts {
  list: ParticipantList;
  workshop: { number: number; minutes: number };
  persons: readonly Person[];
  centres: readonly Centre[];
  /** What each mentor said herself. */
  selfOf(id: string): AttendedPart | undefined;
}

export function matchParticipants({ list, workshop, persons, centres, selfOf }: MatchParts): AttendanceFinding {
  const byId = new Map(centres.map((centre) => [centre.id, centre]));
  const active = persons.filter((person) => person.active && person.erasedAt === null && person.withdrawnAt === null);
  const people = active.map((person) => sought(person, byId));
  const isMentor = ({ roles }: Person): boolean => roles.includes('mentor');
  const known = new Map<string, KnownParticipant>();
  const doubtful: DoubtfulParticipant[] = [];
  let staff = 0;
  const keep = (person: Person, minutes: number | null): void => {
    const before = known.get(person.id)?.minutes ?? null;
    const sum = before === null ? minutes : before + (minutes ?? 0);
    const said = selfOf(person.id);
    const differs = said !== undefined && said !== attendedFor(sum, workshop.minutes) ? said : null;
    known.set(person.id, { id: person.id, name: person.name, minutes: sum, differs });
  };
  for (const participant of list.participants) {
    const found = whoIs(participant, people);
    if ('one' in found) {
      if (isMentor(found.one)) keep(found.one, participant.minutes);
      else staff += 1;
      continue;
    }
    const candidates = found.may.filter(isMentor).slice(0, mostCandidates);
    const named = candidates.map(({ id, name }) => ({ id, name }));
    doubtful.push({ said: (participant.names[0] ?? '').slice(0, 40), minutes: participant.minutes, candidates: named });
  }
  const absent = active.flatMap((person): KnownParticipant[] => {
    if (!isMentor(person) || !person.consent?.given || known.has(person.id)) return [];
    const said = selfOf(person.id);
    return [{ id: person.id, name: person.name, minutes: 0, differs: said !== undefined && said !== 'none' ? said : null }];
  });
  return {
    workshop: workshop.number,
    source: list.source,
    known: [...known.values()],
    doubtful,
    absent,
    staff,
    problems: list.problems,
    rows: list.rows,
  };
}
