// What an owner's state is after a turn: the same as the store would say, without a store.
import { nothingKept, type OwnerState, type StateRecord, type Turn } from '../../src/domain/turn.ts';

const lists = {
  thread: 'threads',
  caregiver: 'caregivers',
  cycle: 'cycles',
  doubt: 'doubts',
  doubtCard: 'doubtCards',
  alert: 'alerts',
  timer: 'timers',
  lookUp: 'lookUps',
  reminder: 'reminders',
  visit: 'visits',
  attendance: 'attendances',
  broadcast: 'outreach',
  recipients: 'outreach',
  broadcastOrder: 'outreach',
  receivedBroadcast: 'outreach',
  groupPoll: 'groupPolls',
} as const;
type Listed = keyof typeof lists;

export function applyTurn(before: OwnerState, turn: Turn): OwnerState {
  let after: OwnerState = { ...before };
  const without = (kind: Listed, id: string): StateRecord[] =>
    ((after[lists[kind]] ?? []) as StateRecord[]).filter((record) => record.id !== id || record.kind !== kind);
  for (const change of turn.changes) {
    if ('put' in change) {
      const { put } = change;
      if (put.kind === 'person') after.person = put;
      else if (put.kind === 'conversation') after.conversation = put;
      else if (put.kind === 'stranger') after.stranger = put;
      else if (put.kind === 'group') after.group = put;
      else if (put.kind === 'sharedPhone') after.sharedPhone = put;
      else if (put.kind === 'closure' || put.kind === 'workshopChange') throw new Error('no turn closes days');
      else {
        const known = (after[lists[put.kind]] ?? []) as StateRecord[];
        const at = known.findIndex((record) => record.id === put.id && record.kind === put.kind);
        after = { ...after, [lists[put.kind]]: at < 0 ? [...known, put] : known.with(at, put) };
      }
    } else if ('erase' in change) {
      const { owner, person, centre, directory } = after;
      after = { ...nothingKept(owner), person, centre, directory };
    } else {
      const { kind, id } = 'remove' in change ? change.remove : change.archive;
      if (kind === 'conversation') after.conversation = undefined;
      else if (kind === 'stranger') delete after.stranger;
      else if (kind === 'group') delete after.group;
      else if (kind === 'sharedPhone') delete after.sharedPhone;
      else if (kind !== 'person' && kind !== 'closure' && kind !== 'workshopChange')
        after = { ...after, [lists[kind]]: without(kind, id) };
    }
  }
  return after;
}
