// Answers how many an audience is, and a broadcast's pages of it: always in order of the ids, each page small enough for one event.
import { bareWords } from '../domain/bare-words.ts';
import { type Audience, recipientLetter } from '../domain/broadcast.ts';
import type { Group } from '../domain/group.ts';
import type { LookUpRequest, LookUpResult } from '../domain/look-up.ts';
import { type Centre, defaultZone, type Person } from '../domain/roster.ts';
import { localMoment } from '../mentoring/local-time.ts';
import { belongsTo, lacksPhase, reasonAgainst } from '../outreach/audience-members.ts';
import { meansHers, type NamedPeople, readNames, readSparing } from '../outreach/audience-names.ts';
import { secondsFor } from '../outreach/broadcast-pace.ts';
import type { Store } from '../store/store.ts';

export interface AudienceParts {
  store: Store;
  /** UTC. */
  now(): string;
}

const peopleInAPage = 250;

interface Member {
  person: Person;
  centre: Centre | undefined;
}

async function membersOf({ store }: AudienceParts, audience: Audience): Promise<Member[]> {
  const { persons, centres } = await store.readRoster();
  const centreOf = new Map(centres.map((centre) => [centre.id, centre]));
  const members: Member[] = [];
  for (const person of persons.sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const centre = person.centreId === null ? undefined : centreOf.get(person.centreId);
    if (!belongsTo(audience, person, centre)) continue;
    if (audience.kind === 'unfinished' && !(await lacks(store, person.id, audience))) continue;
    members.push({ person, centre });
  }
  return members;
}

async function lacks(store: Store, id: string, audience: Extract<Audience, { kind: 'unfinished' }>): Promise<boolean> {
  const state = await store.readState(id);
  // What was closed is known by the digest that stays with the caregiver: no archive has to be read.
  return lacksPhase(audience, { caregivers: state?.caregivers ?? [], cycles: state?.cycles ?? [] });
}

const reasonOf = ({ person, centre }: Member, now: string) =>
  reasonAgainst(person, localMoment(now, centre?.zone ?? defaultZone).date);

const secondsOf = ({ person }: Member): number => secondsFor(person.addresses[0]?.channel ?? 'simulator');

export async function countAudience(
  parts: AudienceParts,
  asked: Extract<LookUpRequest, { kind: 'audience' }>['audience'],
  asker?: string,
): Promise<LookUpResult> {
  if (asked.kind === 'groups') return countInGroups(parts, asker);
  const named = asked.kind === 'named' ? await namesIn(parts, asked.said, asker) : { ids: [], names: [], unknown: [] };
  const audience: Audience = asked.kind === 'named' ? { kind: 'listed', ids: named.ids } : asked;
  const members = await membersOf(parts, audience);
  const leftOut: Partial<Record<NonNullable<ReturnType<typeof reasonOf>>, number>> = {};
  let reached = 0;
  let secondsABubble = 0;
  for (const member of members) {
    const reason = reasonOf(member, parts.now());
    if (reason !== undefined) leftOut[reason] = (leftOut[reason] ?? 0) + 1;
    else {
      reached++;
      secondsABubble += secondsOf(member);
    }
  }
  return { kind: 'audience', counted: { size: members.length, reached, leftOut, secondsABubble, ...named } };
}

/** A longer list of names is no list that anybody reads back. */
const mostSpared = 100;

async function namesIn({ store }: AudienceParts, said: string, asker: string | undefined): Promise<NamedPeople> {
  const { persons, centres } = await store.readRoster();
  const mentors = persons
    .filter((person) => belongsTo({ kind: 'everyone' }, person, undefined))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const spared = readSparing(said);
  const of = listOf(spared?.of ?? said, mentors, centres, asker);
  if (!spared) return of;
  const but = readNames(spared.but, mentors, centres);
  const left = of.ids.map((id, index) => ({ id, name: of.names[index] ?? '' })).filter(({ id }) => !but.ids.includes(id));
  // Who was to get nothing must not be taken for one of the list.
  if (but.unknown.length > 0) return { ids: [], names: [], unknown: but.unknown };
  if (left.length > mostSpared) return { ids: [], names: [], unknown: [said.slice(0, 40)] };
  return { ids: left.map(({ id }) => id), names: left.map(({ name }) => name), unknown: of.unknown };
}

function listOf(said: string, mentors: readonly Person[], centres: readonly Centre[], asker: string | undefined): NamedPeople {
  const bare = bareWords(said).join(' ');
  const all = (list: readonly Person[]): NamedPeople => ({
    ids: list.map(({ id }) => id),
    names: list.map(({ name }) => name),
    unknown: [],
  });
  const hers = asker === undefined ? [] : mentors.filter(({ accompaniedBy }) => accompaniedBy.includes(asker));
  if (meansHers(said) && hers.length > 0) return all(hers);
  if (/^(?:a |para )?(?:tod[ao]s(?: (?:las|mis) (?:mentoras|maestras))?|las mentoras)$/.test(bare)) return all(mentors);
  if (/^(?:a |para )?(?:al |el )?(?:grupo )?intensivo$/.test(bare))
    return all(mentors.filter(({ centreId }) => centres.find(({ id }) => id === centreId)?.intensive === true));
  return readNames(said, mentors, centres);
}

/** Who is known to be in a group, but for who writes; a name for each. */
async function membersIn({ store }: AudienceParts, group: Group, asker: string | undefined): Promise<Person[]> {
  const { persons } = await store.readRoster();
  return persons
    .filter(({ id, active, erasedAt }) => group.members.includes(id) && id !== asker && active && erasedAt === null)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

async function linked({ store }: AudienceParts): Promise<Group[]> {
  const all = (await store.readGroups()).map(({ group }) => group);
  return all.filter(({ cohort, goneAt }) => cohort !== null && goneAt === null).sort((a, b) => (a.id < b.id ? -1 : 1));
}

async function countInGroups(parts: AudienceParts, asker: string | undefined): Promise<LookUpResult> {
  const groups = await linked(parts);
  const members = (await Promise.all(groups.map((group) => membersIn(parts, group, asker)))).flat();
  const size = new Set(members.map(({ id }) => id)).size;
  const secondsABubble = groups.reduce((sum, { channel }) => sum + secondsFor(channel), 0);
  const counted = { size, reached: size, leftOut: {}, secondsABubble, ids: groups.map(({ id }) => id), names: [], unknown: [] };
  return { kind: 'audience', counted };
}

/** One group a page: all of them hear it at once. */
async function pageOfGroup(
  parts: AudienceParts,
  ids: readonly string[],
  by: string,
  after: string | null,
): Promise<LookUpResult> {
  const groups = (await linked(parts)).filter(({ id }) => ids.includes(id) && (after === null || id > after));
  const [group] = groups;
  const members = group ? await membersIn(parts, group, by) : [];
  return {
    kind: 'recipients',
    ids: members.map(({ id }) => id),
    ...(members.length <= mostNamed ? { names: members.map(({ calledAs, name }) => calledAs || name) } : {}),
    letters: members.map(() => recipientLetter.waiting).join(''),
    secondsABubble: group ? secondsFor(group.channel) : 0,
    next: groups.length > 1 ? (group?.id ?? null) : null,
    ...(group ? { group: group.id } : {}),
  };
}

/** More names than these would not fit beside the ids. */
const mostNamed = 100;

export async function pageOfRecipients(
  parts: AudienceParts,
  { audience, after, by }: Extract<LookUpRequest, { kind: 'recipients' }>,
): Promise<LookUpResult> {
  if (audience.kind === 'inGroups') return pageOfGroup(parts, audience.ids, by, after);
  const members = (await membersOf(parts, audience)).filter(({ person }) => after === null || person.id > after);
  const page = members.slice(0, peopleInAPage);
  const reasons = page.map((member) => reasonOf(member, parts.now()));
  return {
    kind: 'recipients',
    ids: page.map(({ person }) => person.id),
    names: page.map(({ person }) => person.calledAs || person.name),
    letters: reasons.map((reason) => recipientLetter[reason ?? 'waiting']).join(''),
    secondsABubble: page.reduce((sum, member, index) => (reasons[index] === undefined ? sum + secondsOf(member) : sum), 0),
    next: members.length > page.length ? (page.at(-1)?.person.id ?? null) : null,
  };
}
