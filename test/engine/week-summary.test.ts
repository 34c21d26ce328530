// The week that is told on Fridays: when it is over, at which hour she sees it, and what of it is told.
import { expect, it } from 'vitest';
import type { Caregiver, MentoringCycle, Session } from '../../src/domain/mentoring-cycle.ts';
import { lastWorkingDay, weekAtLast, weekHour, workedWeek } from '../../src/mentoring/week-summary.ts';

const none: ReadonlyMap<string, string> = new Map();
const zone = 'America/Mexico_City';

it('a week ends on Friday, or on the last day before a Friday that is closed', () => {
  for (const day of ['2026-04-27', '2026-04-29', '2026-05-01', '2026-05-03'])
    expect(lastWorkingDay(day, none)).toBe('2026-05-01');
  expect(lastWorkingDay('2026-04-27', new Map([['2026-05-01', 'Día del Trabajo']]))).toBe('2026-04-30');
  const closed = new Map(['2026-12-21', '2026-12-22', '2026-12-23', '2026-12-24', '2026-12-25'].map((day) => [day, 'cierre']));
  expect(lastWorkingDay('2026-12-23', closed)).toBeUndefined();
});

it('is told at the last of her moments within the hours of the house', () => {
  const at = (from: string) => ({ from, to: '23:59' });
  expect(weekHour({ phoneMoments: null })).toBe('14:00');
  expect(weekHour({ phoneMoments: { beforeWork: at('06:30'), atBreak: at('13:15') } })).toBe('13:15');
  expect(weekHour({ phoneMoments: { atBreak: at('13:15'), afterWork: at('16:30') } })).toBe('16:30');
  expect(weekHour({ phoneMoments: { beforeWork: at('06:30') } })).toBe('14:00');
  expect(weekHour({ phoneMoments: { afterWork: at('19:00') } })).toBe('14:00');
});

it('waits for her answer no longer than she has her phone in her hands', () => {
  const at = (from: string, to: string) => ({ from, to });
  expect(weekAtLast({ phoneMoments: null })).toBe('17:30');
  expect(weekAtLast({ phoneMoments: { atBreak: at('13:30', '14:00') } })).toBe('14:00');
  expect(weekAtLast({ phoneMoments: { atBreak: at('13:30', '13:30') } })).toBe('13:50');
  expect(weekAtLast({ phoneMoments: { beforeWork: at('06:30', '07:30'), atBreak: at('13:30', '14:00') } })).toBe('14:00');
  expect(weekAtLast({ phoneMoments: { atBreak: at('13:30', '14:00'), afterWork: at('16:30', '18:00') } })).toBe('17:30');
  expect(weekAtLast({ phoneMoments: { beforeWork: at('06:30', '07:30') } })).toBe('17:30');
});

const session = (phase: Session['phase'], heldOn: string, more: Partial<Session> = {}) => ({ phase, heldOn, ...more }) as Session;
const cycle = (sessions: Session[], more: Partial<MentoringCycle> = {}) =>
  ({ caregiverId: 'c1', sessions, checklist: null, appointments: [], tipTried: null, ...more }) as unknown as MentoringCycle;
const lupita = { id: 'c1', name: 'Lupita', digests: [] } as unknown as Caregiver;
const week = (cycles: MentoringCycle[], caregivers = [lupita]) => workedWeek(cycles, caregivers, '2026-03-06', zone);

it('counts what was done from Monday on, by the day on which it happened, and is nothing where nothing did', () => {
  expect(week([])).toBeUndefined();
  expect(week([cycle([session('workPlan', '2026-02-27')])])).toBeUndefined();
  const done = week([
    cycle([session('workPlan', '2026-03-02'), session('focusedObservation', '2026-03-04'), session('workPlan', '2026-03-01')]),
    cycle([session('workPlan', '2026-03-06')]),
  ]);
  expect(done?.sessions).toEqual({ workPlan: 2, focusedObservation: 1, reflection: 0 });
});

it('a checklist counts by the day of the centre on which it was recorded', () => {
  const recorded = (recordedAt: string) => cycle([], { checklist: { recordedAt } as MentoringCycle['checklist'] });
  expect(week([recorded('2026-03-02T05:59:00.000Z')])).toBeUndefined();
  expect(week([recorded('2026-03-02T06:00:00.000Z')])?.checklists).toBe(1);
});

it('tells the best thing of the week: a closed cycle before a prompt talk, that before a plan', () => {
  const talk = cycle([session('focusedObservation', '2026-03-04'), session('reflection', '2026-03-05')]);
  expect(week([cycle([session('workPlan', '2026-03-02')]), talk])?.good).toEqual({ kind: 'pronto', name: 'Lupita' });
  const closed = { ...lupita, name: 'Rosa', digests: [{ closedAt: '2026-03-05T18:00:00.000Z' }] } as unknown as Caregiver;
  expect(week([talk], [lupita, closed])?.good).toEqual({ kind: 'ciclo', name: 'Rosa' });
  const late = cycle([session('focusedObservation', '2026-03-02'), session('reflection', '2026-03-05')]);
  expect(week([late])?.good.kind).toBe('platico');
  expect(week([cycle([session('focusedObservation', '2026-03-04', { modelled: true })])])?.good.kind).toBe('modelo');
});
