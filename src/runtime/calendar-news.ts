// What the programme's calendar asks for was edited: each mentor's ledger is looked at once, so that nothing waits for an hour of before.
import type { Clock } from '../clock.ts';
import type { Timer } from '../domain/conversation.ts';
import type { Person } from '../domain/roster.ts';
import type { Log } from '../log.ts';
import type { Store } from '../store/store.ts';

/** Made durable together. */
const atOnce = 256;

/** `calendar`: stands for what is in it; one that was looked at already brings nothing. Returns how many ledgers are looked at. */
export async function announceCalendar(parts: { store: Store; clock: Clock; log: Log }, calendar: string): Promise<number> {
  const { store, clock, log } = parts;
  const { persons } = await store.readRoster();
  const count = await lookAtLedgers(store, calendar, persons, clock.now());
  if (count > 0) log.info({ mentors: count }, 'the calendar of the programme was changed');
  return count;
}

const hasLedger = ({ roles, active, withdrawnAt, consent }: Person): boolean =>
  roles.includes('mentor') && active && !withdrawnAt && consent?.given === true;

/** The same for some of them, as where days are closed in one place. */
export async function lookAtLedgers(store: Store, calendar: string, persons: readonly Person[], now: string): Promise<number> {
  const owners = persons.filter(hasLedger).map(({ id }) => id);
  let count = 0;
  for (let from = 0; from < owners.length; from += atOnce) {
    const outcomes = await Promise.all(owners.slice(from, from + atOnce).map((owner) => store.receive(eventFor(owner))));
    count += outcomes.filter((outcome) => outcome === 'new').length;
  }
  return count;

  function eventFor(owner: string) {
    const externalId = `calendar:${calendar}:${owner}`;
    const timer: Timer = { kind: 'timer', id: `${owner}:reminder`, owner, dueAt: now, purpose: 'reminder', about: {} };
    const content = { kind: 'timer' as const, timer };
    return { id: `house:${externalId}`, channel: 'house' as const, externalId, owner, writtenAt: now, receivedAt: now, content };
  }
}
