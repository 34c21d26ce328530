// What is kept of a group: made when it is first heard of, and with each event who is in it, how it is called and where it is.
import { firstAddressOf, type Group, type GroupMember } from '../../domain/group.ts';
import type { Role } from '../../domain/roster.ts';
import type { TurnDraft } from '../turn-draft.ts';

/** So that the record stays small; whoever is beyond them is served all the same. */
const mostMembers = 400;
const mostStrangers = 200;

export const groupOf = (draft: TurnDraft): Group | undefined => draft.get('group', draft.state.owner);

export function patchGroup(draft: TurnDraft, patch: Partial<Group>): void {
  const group = groupOf(draft);
  if (group) draft.put({ ...group, ...patch });
}

/** Undefined for an event of a group of which nothing is known and which tells nothing of it. */
export function meetGroup(draft: TurnDraft): Group | undefined {
  const { inGroup, address, content } = draft.event;
  const { owner } = draft.state;
  const first = firstAddressOf(owner);
  if (!groupOf(draft) && inGroup && first) draft.put(newGroup(owner, { ...first, address: address ?? first.address }));
  if (inGroup && !(content.kind === 'groupNews' && content.what !== 'members')) {
    if (groupOf(draft)?.goneAt != null) patchGroup(draft, { goneAt: null });
    // Who tells of others' coming and going may be nobody in it.
    if (content.kind !== 'groupNews' && content.kind !== 'receipt') come(draft, [memberOf(inGroup)]);
  }
  if (inGroup?.title !== undefined && inGroup.title !== groupOf(draft)?.title) patchGroup(draft, { title: inGroup.title });
  return groupOf(draft);
}

const memberOf = ({ key, person }: { key: string; person?: string }): GroupMember => ({
  address: key,
  ...(person === undefined ? {} : { person }),
});

function newGroup(owner: string, { channel, address }: Pick<Group, 'channel' | 'address'>): Group {
  return {
    kind: 'group',
    id: owner,
    owner,
    channel,
    address,
    title: '',
    cohort: null,
    linkedBy: null,
    addedBy: null,
    greetedAt: null,
    members: [],
    strangers: [],
    toldHow: [],
    goneAt: null,
    broadcasts: [],
    said: {},
  };
}

export function come(draft: TurnDraft, joined: readonly GroupMember[]): void {
  const group = groupOf(draft);
  if (!group) return;
  const persons = joined.flatMap(({ person }) => person ?? []);
  const known = joined.flatMap(({ person, address }) => (person === undefined ? [] : [address]));
  const unknown = joined.flatMap(({ person, address }) => (person === undefined ? [address] : []));
  const members = [...new Set([...group.members, ...persons])].slice(0, mostMembers);
  const strangers = [...new Set([...group.strangers, ...unknown])].filter((key) => !known.includes(key)).slice(0, mostStrangers);
  if (members.length !== group.members.length || strangers.join() !== group.strangers.join())
    draft.put({ ...group, members, strangers });
}

export function leave(draft: TurnDraft, left: readonly GroupMember[]): void {
  const group = groupOf(draft);
  if (!group) return;
  const persons = left.map(({ person }) => person);
  const keys = left.map(({ address }) => address);
  draft.put({
    ...group,
    members: group.members.filter((id) => !persons.includes(id)),
    strangers: group.strangers.filter((key) => !keys.includes(key)),
    toldHow: group.toldHow.filter((key) => !keys.includes(key)),
  });
}

/** Of the staff only: of mentors a group's turn knows that they are none. */
export const hasRole = (draft: TurnDraft, person: string | undefined, role: Role): boolean =>
  draft.state.directory.some(({ id, roles }) => id === person && roles.includes(role));

export const isOfStaff = (draft: TurnDraft, person: string | undefined): boolean =>
  draft.state.directory.some(({ id, roles }) => id === person && !roles.includes('mentor'));
