// Who takes part in a rehearsal: the demonstration roster, or as many like it as are asked for, in groups that are played one by one.
import type { Centre, Person, RosterImport } from '../domain/roster.ts';
import { firstNames, surnames } from './mentor-words.ts';

/** Mentors who are played together, with the staff of the programme: one house, one store. */
export interface Cohort {
  index: number;
  roster: RosterImport;
  /** Ids, in the order of the roster. */
  mentors: string[];
  /** Place of its first mentor among all. */
  first: number;
}

/** Mentors know nothing of each other: in small groups several processors play at once, and what a group left is forgotten. */
const mostTogether = 8;

export function cohortCount(mentors: number): number {
  return Math.max(1, Math.ceil(mentors / mostTogether));
}

export function cohortOf(demo: RosterImport, mentors: number, index: number): Cohort {
  const first = index * mostTogether;
  const count = Math.min(mostTogether, mentors - first);
  const staff = demo.persons.filter(({ roles }) => !roles.includes('mentor'));
  const models = demo.persons.filter(({ roles }) => roles.includes('mentor'));
  const places = Array.from({ length: count }, (_, place) => first + place);
  const members = places.map((place) =>
    mentors <= models.length ? models[place]! : invented(models[place % models.length]!, place),
  );
  const centres = places.map((place, at) => {
    const model = demo.centres.find(({ id }) => id === models[place % models.length]?.centreId) ?? demo.centres[0]!;
    return mentors <= models.length
      ? model
      : { ...model, id: members[at]!.centreId ?? model.id, name: `${model.name} · ${place + 1}` };
  });
  const reachable = [...members, ...staff].map((person) => ({
    ...person,
    addresses: [{ channel: 'simulator' as const, address: person.id }],
  }));
  return { index, roster: { centres: unique(centres), persons: reachable }, mentors: members.map(({ id }) => id), first };
}

function invented(model: Person, place: number): Person {
  const number = String(place + 1).padStart(5, '0');
  const name = [
    firstNames[place % firstNames.length],
    surnames[Math.floor(place / firstNames.length) % surnames.length],
    surnames[Math.floor(place / (firstNames.length * surnames.length) + place * 7) % surnames.length],
  ].join(' ');
  const id = `C${number}-mentora`;
  return { ...model, id, owner: id, name, calledAs: `maestra ${name.split(' ')[0]}`, centreId: `C${number}`, phone: '' };
}

const unique = (centres: Centre[]): Centre[] => [...new Map(centres.map((centre) => [centre.id, centre])).values()];
