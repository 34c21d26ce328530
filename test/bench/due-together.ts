// Many reminders due in one minute: how long the turns take, and in which order they leave at the pace that a platform allows.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Channel, ChannelLimits } from '../../src/channels/channel.ts';
import { messagesPerSecond } from '../../src/channels/telegram/pace.ts';
import type { MentoringCycle } from '../../src/domain/mentoring-cycle.ts';
import type { OwnerState, StateRecord } from '../../src/domain/turn.ts';
import { engineOf } from '../../src/engine/engine-of.ts';
import { takeTurn } from '../../src/engine/take-turn.ts';
import type { Log } from '../../src/log.ts';
import { type Program, withPins } from '../../src/program/program.ts';
import { createAddressBook } from '../../src/runtime/address-book.ts';
import { startRuntime } from '../../src/runtime/runtime.ts';
import { openLowdbStore } from '../../src/store/lowdb/lowdb-store.ts';
import type { Store } from '../../src/store/store.ts';
import { applied, benchCentre, benchNow, benchPerson, emptyState, personId, textEvent } from './bench-people.ts';

/** The break of everybody, by the clocks of Mexico City: reminders of today's and of tomorrow's appointments meet there. */
const dueAt = '2026-03-02T20:00:00.000Z';
/** One of so many has her appointment today. */
const todayEvery = 10;

export interface DueTogether {
  people: number;
  seconds: number;
  /** Messages that left before the last of those about today, and all of them. */
  lastOfToday: number;
  sent: number;
  rssMb: number;
}

const isToday = (index: number): boolean => index % todayEvery === 0;

/** What she has of an appointment of today or tomorrow once its reminders are planned. */
function template(program: Program, today: boolean): { owner: string; records: string } {
  const owner = personId(today ? 0 : 1);
  const person = benchPerson(owner, today ? 0 : 1);
  const caregiver = {
    kind: 'caregiver' as const,
    id: `${owner}-k`,
    owner,
    centreId: person.centreId ?? '',
    name: 'Lupita',
    room: null,
    shift: null,
    ageGroup: 'toddlers' as const,
    accepted: 'yes' as const,
    mentors: [],
    status: 'active' as const,
    digests: [],
    closingRuns: [],
  };
  const cycle: MentoringCycle = {
    kind: 'cycle',
    id: `${owner}-c`,
    owner,
    caregiverId: caregiver.id,
    theme: 'sensitivity',
    iteration: 'it1',
    state: 'planned',
    dosageOnly: false,
    beganAt: benchNow,
    closedAt: null,
    checklist: null,
    plan: null,
    appointments: [
      {
        id: `${owner}-a`,
        phase: 'focusedObservation',
        code: 'K7M',
        date: today ? '2026-03-02' : '2026-03-03',
        time: today ? '16:00' : '10:00',
        status: 'planned',
        agreedAt: benchNow,
        timesMoved: 0,
      },
    ],
    sessions: [],
    tipsServed: [],
    tipTried: null,
    nudges: 0,
  };
  let state: OwnerState = { ...emptyState(person), caregivers: [caregiver], cycles: [cycle] };
  state = applied(state, takeTurn(program, state, textEvent(owner, 'seed', '')));
  const records: StateRecord[] = [caregiver, cycle, ...(state.reminders ?? []), ...state.timers];
  return { owner, records: JSON.stringify(records) };
}

/** So long at most, so that a busy machine reports of fewer rather than of none. */
const seedSeconds = 60;

/** Returns how many have one. */
async function seed(store: Store, program: Program, people: number): Promise<number> {
  const ends = performance.now() + seedSeconds * 1000;
  let count = 0;
  const [later, today] = [template(program, false), template(program, true)];
  const work = Array.from({ length: people }, (_, index) => index);
  const lane = async (): Promise<void> => {
    for (let next = work.pop(); next !== undefined && performance.now() < ends; next = work.pop()) {
      count++;
      await store.receive(textEvent(personId(next), 'seed', ''));
      const leased = await store.leaseEvent();
      if (!leased) throw new Error('nothing to lease while seeding');
      const { owner } = leased.event;
      const of = isToday(Number(owner.slice(1))) ? today : later;
      const records = JSON.parse(of.records.replaceAll(of.owner, owner)) as StateRecord[];
      const changes = records.map((put) => ({ put }));
      await store.commitTurn(leased, { eventId: leased.event.id, owner, changes, outbound: [], posts: [], facts: [] });
    }
  };
  await Promise.all(Array.from({ length: 64 }, lane));
  return count;
}

export async function dueTogether(program: Program, limits: ChannelLimits, wanted: number, log: Log): Promise<DueTogether> {
  const dir = mkdtempSync(join(tmpdir(), 'bench-due-'));
  const store = await openLowdbStore({ dir, log, mode: 'write' });
  const bound = withPins(program, await store.keepPins([...program.pins]));
  const persons = Array.from({ length: wanted }, (_, index) => benchPerson(personId(index), index));
  const centres = [...new Set(persons.map(({ centreId }) => centreId ?? ''))].map((id) => ({ ...benchCentre, id }));
  await store.importRoster({ centres, persons });
  const people = await seed(store, bound, wanted);
  let [served, sent, lastOfToday] = [0, 0, 0];
  const began = performance.now();
  let seconds = 0;
  const channel: Channel = {
    limits,
    start: async () => {},
    async send(message) {
      // As the platform lets them out while turns are still taken; what is left then leaves in the order in which it stands.
      while (served < people && sent >= ((performance.now() - began) / 1000) * messagesPerSecond)
        await new Promise((resolve) => setTimeout(resolve, 20));
      sent++;
      if (isToday(Number(message.to.slice(1)))) lastOfToday = sent;
      return { kind: 'sent' };
    },
    stop: async () => {},
  };
  const book = createAddressBook();
  for (const person of persons) book.learn(person);
  const runtime = await startRuntime({
    store,
    engine: engineOf(bound),
    book,
    channels: [channel],
    clock: { now: () => dueAt },
    log,
    pace: 'pumped',
    committed() {
      served++;
      if (served === people) seconds = (performance.now() - began) / 1000;
    },
    broken: (error) => {
      throw error;
    },
  });
  await runtime.fireDue();
  await runtime.pump();
  const rssMb = process.memoryUsage().rss / 2 ** 20;
  await runtime.stop();
  await store.close();
  rmSync(dir, { recursive: true, force: true });
  return { people, seconds, lastOfToday, sent, rssMb };
}

const minutes = (messages: number): string => {
  const all = Math.round(messages / messagesPerSecond);
  return `${Math.floor(all / 60)} min ${String(all % 60).padStart(2, '0')} s`;
};

export function sayDueTogether({ people, seconds, lastOfToday, sent, rssMb }: DueTogether): string {
  const urgent = Math.ceil(people / todayEvery);
  return (
    `${String(people).padStart(7)} reminders due in one minute: turns of all in ${seconds.toFixed(1)} s (${Math.round(people / seconds)}/s), ${sent} messages, ` +
    `rss ${Math.round(rssMb)} MB; at ${messagesPerSecond} messages/s the last of ${urgent} about today leaves after ${minutes(lastOfToday)} ` +
    `(alone they need ${minutes(urgent)}), the last of all after ${minutes(sent)}`
  );
}
