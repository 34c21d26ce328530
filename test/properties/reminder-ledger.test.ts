// Reminders that can be trusted: whatever happens to dates, hours, zones and the house, each row ends once, and nothing is said that may not be.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type ClosureScope, closureScopes } from '../../src/domain/closure.ts';
import type { Fact } from '../../src/domain/fact.ts';
import type { PhoneMoments } from '../../src/domain/roster.ts';
import { effort } from '../support/effort.ts';
import { LedgerHouse, type Said } from '../support/ledger-house.ts';
import { houseProgram, testRoster } from '../support/test-house.ts';

type Step =
  | { do: 'agree'; cycle: string; days: number; time: string }
  | { do: 'end'; cycle: string; as: 'held' | 'cancelled' }
  | { do: 'hours'; moments: PhoneMoments | null }
  | { do: 'pause'; days: number }
  | { do: 'resume' }
  | { do: 'zone'; zone: string }
  | { do: 'say'; text: string }
  | { do: 'close'; id: string; scope: ClosureScope; days: number; length: number; takenBack: boolean }
  | { do: 'wait' | 'sleep'; minutes: number };

const cycles = ['c0', 'c1', 'c2'];
const hour = fc.constantFrom('08:00', '09:30', '11:00', '13:15', '15:00', '17:00');
const someMoments: (PhoneMoments | null)[] = [
  null,
  { beforeWork: { from: '06:30', to: '07:30' } },
  { atBreak: { from: '14:00', to: '14:30' } },
  { beforeWork: { from: '07:00', to: '07:30' }, afterWork: { from: '16:30', to: '17:00' } },
  {
    beforeWork: { from: '06:00', to: '06:30' },
    atBreak: { from: '13:00', to: '13:30' },
    afterWork: { from: '18:30', to: '19:00' },
  },
];
const cycle = fc.constantFrom(...cycles);
const minutes = fc.oneof(fc.integer({ min: 1, max: 600 }), fc.integer({ min: 600, max: 60 * 24 * 5 }));

const stepIn = (zones: readonly string[]): fc.Arbitrary<Step> =>
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({ do: fc.constant('agree' as const), cycle, days: fc.integer({ min: 0, max: 9 }), time: hour }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constant('end' as const),
        cycle,
        as: fc.constantFrom('held' as const, 'cancelled' as const),
      }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('hours' as const), moments: fc.constantFrom(...someMoments) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('pause' as const), days: fc.integer({ min: 1, max: 6 }) }) },
    { weight: 1, arbitrary: fc.constant({ do: 'resume' as const }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('zone' as const), zone: fc.constantFrom(...zones) }) },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constant('say' as const),
        text: fc.constantFrom('hola', 'todavía no', 'luego', 'menú', 'gracias'),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constant('close' as const),
        id: fc.constantFrom('k0', 'k1', 'k2'),
        scope: fc.constantFrom(...closureScopes),
        days: fc.integer({ min: 0, max: 8 }),
        length: fc.integer({ min: 1, max: 6 }),
        takenBack: fc.boolean(),
      }),
    },
    { weight: 8, arbitrary: fc.record({ do: fc.constant('wait' as const), minutes }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('sleep' as const), minutes }) },
  );

/** The clock on her wall, from another library than the house's. */
function wall(instant: string, zone: string): { date: string; time: string; weekday: string } {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    weekday: 'short',
  }).formatToParts(new Date(instant));
  const of = (type: string): string => parts.find((part) => part.type === type)?.value ?? '';
  return { date: `${of('year')}-${of('month')}-${of('day')}`, time: `${of('hour')}:${of('minute')}`, weekday: of('weekday') };
}

const closed = houseProgram().program.days.statutory;

const defaultHours: PhoneMoments = { beforeWork: { from: '07:30', to: '08:00' }, atBreak: { from: '14:00', to: '14:30' } };

function quietAt({ at, zone, moments, closures }: Said): string | undefined {
  const { date, time, weekday } = wall(at, zone);
  if (weekday === 'Sat' || weekday === 'Sun' || closed.has(date)) return `said on ${weekday} ${date}`;
  const shut = closures.find(({ takenBack, from, to }) => !takenBack && from <= date && date <= to);
  if (shut) return `said on ${date}, closed from ${shut.from} to ${shut.to}`;
  const hers = Object.values(moments ?? defaultHours).some((window) => window.from <= time && time <= window.to);
  return hers || (time >= '09:30' && time < '18:00') ? undefined : `said at ${time}`;
}

const dayAfter = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

function play(house: LedgerHouse, steps: readonly Step[]): void {
  for (const step of steps) {
    const zone = house.state.centre?.zone ?? '';
    const today = wall(house.now, zone).date;
    switch (step.do) {
      case 'agree':
        house.agree(step.cycle, dayAfter(today, step.days), step.time);
        break;
      case 'end':
        house.end(step.cycle, step.as);
        break;
      case 'hours':
        house.change({ phoneMoments: step.moments });
        break;
      case 'pause':
        house.change({ pausedUntil: dayAfter(today, step.days) });
        break;
      case 'resume':
        house.change({ pausedUntil: null });
        break;
      case 'zone':
        house.moveTo(step.zone);
        break;
      case 'say':
        house.event({ kind: 'text', text: step.text });
        break;
      case 'close': {
        const from = dayAfter(today, step.days);
        const to = dayAfter(from, step.length - 1);
        house.close({ id: step.id, scope: step.scope, from, to, takenBack: step.takenBack });
        break;
      }
      case 'wait':
        house.wait(step.minutes);
        break;
      case 'sleep':
        house.sleep(step.minutes);
    }
  }
}

const rowsOf = (facts: readonly Fact[], kind: Fact['kind']): string[] =>
  facts.flatMap((fact) => (fact.kind === kind ? [String(fact.data.row)] : []));

/** What is still to come: workshops are planned weeks ahead. */
const ahead = (house: LedgerHouse): string[] =>
  (house.state.reminders ?? []).flatMap(({ id, state, until }) => (state === 'planned' && until > house.now ? [id] : []));

async function houseIn(centreId: string, now: string, moments: PhoneMoments | null): Promise<LedgerHouse> {
  const { centres, persons } = await testRoster();
  const centre = centres.find(({ id }) => id === centreId);
  const person = persons.find((one) => one.centreId === centreId && one.roles.includes('mentor'));
  if (!centre || !person) throw new Error(`nobody in ${centreId}`);
  const house = new LedgerHouse({ ...person, phoneMoments: moments }, centre, now);
  for (const [index, id] of cycles.entries()) house.begin(id, ['Lupita', 'Rosa', 'Carmen'][index] ?? '');
  return house;
}

/** Before both changes of the clocks in Tijuana, and at a usual time. */
const starts = ['2026-02-27T15:00:00Z', '2026-03-05T16:30:00Z', '2026-10-28T17:00:00Z', '2026-05-18T14:00:00Z'];

it('each row ends exactly once, nothing is said in quiet time, after it was done, twice, or more than twice a day', async () => {
  const { centres } = await testRoster();
  const zones = [...new Set(centres.map(({ zone }) => zone))];
  const scenario = fc.record({
    centre: fc.constantFrom(...centres.map(({ id }) => id)),
    start: fc.constantFrom(...starts),
    moments: fc.constantFrom(...someMoments),
    steps: fc.array(stepIn(zones), { minLength: 5, maxLength: 30 }),
  });
  await fc.assert(
    fc.asyncProperty(scenario, async ({ centre, start, moments, steps }) => {
      const house = await houseIn(centre, start, moments);
      play(house, steps);
      // Everything comes to its end.
      house.change({ pausedUntil: null });
      house.wait(60 * 24 * 40);
      const planned = rowsOf(house.facts, 'reminderPlanned');
      const ended = rowsOf(house.facts, 'reminderEnded').filter((id) => planned.includes(id));
      expect(new Set(planned).size).toBe(planned.length);
      expect([...ended, ...ahead(house).filter((id) => planned.includes(id))].sort()).toEqual([...planned].sort());
      // The same of work that she went on with in time.
      const ends = Map.groupBy(rowsOf(house.facts, 'reminderEnded'), (id) => id);
      const open = new Set((house.state.reminders ?? []).flatMap(({ id, state }) => (state === 'planned' ? [id] : [])));
      expect([...house.seen].filter((id) => (ends.get(id)?.length ?? 0) !== (open.has(id) ? 0 : 1))).toEqual([]);
      expect(house.begun.flatMap((said) => quietAt(said) ?? [])).toEqual([]);
      const perDay = Map.groupBy(house.begun, ({ at, zone }) => wall(at, zone).date);
      expect([...perDay].filter(([, said]) => new Set(said.map(({ at }) => at)).size > 2)).toEqual([]);
      expect(saidAfterwards(house.facts)).toEqual([]);
    }),
    { numRuns: effort(25, 3000), seed: 20260308 },
  );
});

/** Rows of a date that were said although another date had begun, or that were said before they were planned. */
function saidAfterwards(facts: readonly Fact[]): string[] {
  const wrong: string[] = [];
  const newest = new Map<string, number>();
  for (const { kind, data } of facts) {
    const found = /^(appointment:.*):v(\d+):/.exec(String(data.row ?? ''));
    const [, thing = '', version = '0'] = found ?? [];
    if (!found) continue;
    if (kind === 'reminderPlanned') newest.set(thing, Math.max(newest.get(thing) ?? 0, Number(version)));
    const isSaid = data.outcome === 'sent' || data.outcome === 'caughtUp';
    if (kind === 'reminderEnded' && isSaid && Number(version) < (newest.get(thing) ?? 0)) wrong.push(String(data.row));
  }
  return wrong;
}

it('what is held or cancelled is not reminded of any more', async () => {
  const scenario = fc.record({
    days: fc.integer({ min: 1, max: 6 }),
    time: hour,
    as: fc.constantFrom('held' as const, 'cancelled' as const),
    after: minutes,
  });
  await fc.assert(
    fc.asyncProperty(scenario, async ({ days, time, as, after }) => {
      const house = await houseIn('G04', '2026-05-18T14:00:00Z', null);
      house.agree('c0', dayAfter('2026-05-18', days), time);
      house.wait(after);
      house.end('c0', as);
      const before = house.begun.length;
      house.wait(60 * 24 * 20);
      expect(house.begun.slice(before).filter(({ message }) => message.text.includes('Lupita'))).toEqual([]);
    }),
    { numRuns: effort(15, 1000), seed: 20260309 },
  );
});

it('comes at her own hour by the clock on her wall, in every zone and around both changes of the clocks', async () => {
  const { centres } = await testRoster();
  const wrong: string[] = [];
  for (const { id, zone } of centres) {
    for (const [from, to] of [
      ['2026-02-26', '2026-03-20'],
      ['2026-10-22', '2026-11-20'],
    ] as const) {
      for (let date: string = from; date < to; date = dayAfter(date, 1)) {
        if (['Sat', 'Sun'].includes(wall(`${date}T18:00:00Z`, zone).weekday) || closed.has(date)) continue;
        const house = await houseIn(id, new Date(Date.parse(`${date}T18:00:00Z`) - 6 * 86_400_000).toISOString(), null);
        house.agree('c0', date, '10:00');
        house.wait(60 * 24 * 7);
        const told = house.begun.filter(({ message }) => message.text.includes('Le recuerdo'));
        const times = told.map(({ at }) => wall(at, zone));
        const sameDay = times.find((one) => one.date === date);
        if (times.length !== 2 || times[0]?.time !== '14:00' || sameDay?.time !== '07:30')
          wrong.push(`${id} ${date}: ${times.map((one) => `${one.date} ${one.time}`).join(', ')}`);
      }
    }
  }
  expect(wrong).toEqual([]);
});

it('after three days down, what still helps is caught up and says so, and the rest is accounted for', async () => {
  const house = await houseIn('G04', '2026-05-18T14:00:00Z', null);
  house.agree('c0', '2026-05-19', '10:00');
  house.agree('c1', '2026-05-21', '11:00');
  house.agree('c2', '2026-05-22', '09:00');
  // From Monday 8:00 to Thursday 10:30, by the clocks of Mexico City.
  house.sleep(60 * 24 * 3 + 150);
  const [said, ...more] = house.begun;
  expect(more).toEqual([]);
  expect(said?.message.text).toContain('retraso');
  expect(said?.message.text).toContain('hoy, 11:00 h, observación de Rosa');
  const ends = house.facts
    .filter(({ kind }) => kind === 'reminderEnded')
    .map(({ data }) => [data.row, data.outcome, data.why ?? null]);
  expect(ends).toContainEqual(['appointment:c0:focusedObservation:v1:dayBefore', 'suppressed', 'tooLate']);
  expect(ends).toContainEqual(['appointment:c1:focusedObservation:v1:sameDay', 'caughtUp', null]);
  house.wait(60 * 24 * 15);
  const planned = rowsOf(house.facts, 'reminderPlanned');
  expect([...rowsOf(house.facts, 'reminderEnded'), ...ahead(house)].sort()).toEqual(planned.sort());
});

it('begins no third conversation on one day: what would be the third waits for the next', async () => {
  const moments = someMoments.at(-1) ?? null;
  const house = await houseIn('G04', '2026-05-18T14:00:00Z', moments);
  house.agree('c0', '2026-05-20', '10:00');
  house.agree('c1', '2026-05-20', '15:00');
  house.agree('c2', '2026-05-21', '09:30');
  house.wait(60 * 24 * 4);
  const times = house.begun.map(({ at, zone }) => wall(at, zone)).filter(({ date }) => date >= '2026-05-20');
  expect(times.map(({ date, time }) => `${date} ${time}`).slice(0, 3)).toEqual([
    '2026-05-20 06:00',
    '2026-05-20 13:00',
    '2026-05-21 06:00',
  ]);
});

it('whoever is taken off the roster is told of nothing more, and what was planned has ended', async () => {
  const house = await houseIn('G04', '2026-05-18T14:00:00Z', null);
  house.agree('c0', '2026-05-22', '10:00');
  if (house.state.person) house.state = { ...house.state, person: { ...house.person, active: false } };
  house.wait(60 * 24 * 10);
  expect(house.begun).toEqual([]);
  expect(rowsOf(house.facts, 'reminderEnded').sort()).toEqual(rowsOf(house.facts, 'reminderPlanned').sort());
});
