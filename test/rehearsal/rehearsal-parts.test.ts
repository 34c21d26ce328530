// The parts of a rehearsal that can be looked at alone: its chance, its sums, its charts, its people.
import { describe, expect, it } from 'vitest';
import { watchAppointments } from '../../src/rehearsal/appointment-watch.ts';
import { cohortCount, cohortOf } from '../../src/rehearsal/invented-people.ts';
import { columnChart } from '../../src/rehearsal/rehearsal-charts.ts';
import { openAccounts } from '../../src/rehearsal/reminder-accounts.ts';
import { sayPastDay } from '../../src/rehearsal/said-dates.ts';
import { chanceOf } from '../../src/rehearsal/seeded-chance.ts';
import { addTally, emptyTally, find } from '../../src/rehearsal/tally.ts';
import { testRoster } from '../support/test-house.ts';

describe('chance', () => {
  it('follows from its seed', () => {
    const numbers = (seed: string): number[] => {
      const chance = chanceOf(seed);
      return Array.from({ length: 5 }, () => chance.between(1, 1000));
    };
    expect(numbers('a')).toEqual(numbers('a'));
    expect(numbers('a')).not.toEqual(numbers('b'));
  });

  it('is even enough', () => {
    const chance = chanceOf('even');
    const counts = Array.from({ length: 10 }, () => 0);
    for (let draw = 0; draw < 10_000; draw++) counts[chance.between(0, 9)]! += 1;
    expect(Math.min(...counts)).toBeGreaterThan(900);
    expect(Math.max(...counts)).toBeLessThan(1100);
  });
});

describe('people', () => {
  it('are as many as are asked for, with ids and names of their own', async () => {
    const demo = await testRoster();
    const all = Array.from({ length: cohortCount(100) }, (_, index) => cohortOf(demo, 100, index)).flatMap(
      ({ mentors }) => mentors,
    );
    expect(new Set(all).size).toBe(100);
    const { roster } = cohortOf(demo, 100, 3);
    expect(new Set(roster.persons.map(({ name }) => name)).size).toBe(roster.persons.length);
    expect(roster.persons.every(({ centreId }) => centreId === null || roster.centres.some(({ id }) => id === centreId))).toBe(
      true,
    );
  });

  it('say what was in their own days', () => {
    expect(sayPastDay('2026-03-02', '2026-03-02')).toBe('hoy');
    expect(sayPastDay('2026-03-01', '2026-03-02')).toBe('ayer');
    expect(sayPastDay('2026-02-26', '2026-03-02')).toBe('el jueves');
    expect(sayPastDay('2026-02-19', '2026-03-02')).toBe('el jueves 19 de febrero');
  });
});

describe('sums', () => {
  it('of two cohorts are those of both', () => {
    const total = emptyTally();
    for (const days of [2, 3]) {
      const one = emptyTally();
      one.turns = days;
      one.perMentorDay = [days, 1];
      one.reminders = { after: { sent: days } };
      find(one.trouble, 'stuck', ...Array.from({ length: 50 }, (_, index) => `${days} ${index}`));
      addTally(total, one);
    }
    expect(total).toMatchObject({ turns: 5, perMentorDay: [5, 2], reminders: { after: { sent: 5 } } });
    expect(total.trouble.stuck.count).toBe(100);
    expect(total.trouble.stuck.first).toHaveLength(40);
  });

  it('count a reminder that was planned and never ended', () => {
    const accounts = openAccounts();
    const turn = { eventId: 'e', owner: 'p', outbound: [], posts: [], facts: [] };
    const row = (id: string, state: string, source = 'appointment'): never =>
      ({ kind: 'reminder', id, owner: 'p', dueAt: '2026-03-02T20:00:00.000Z', state, source, rung: 'after' }) as never;
    accounts.committed({
      ...turn,
      changes: [
        { put: row('a', 'planned') },
        { put: row('b', 'planned') },
        { put: row('c', 'planned') },
        { put: row('d', 'planned', 'question') },
      ],
    });
    const done = { source: 'question', rung: 'after', row: 'd', outcome: 'suppressed', why: 'done' };
    accounts.committed({
      ...turn,
      facts: [{ kind: 'reminderEnded', data: done } as never],
      changes: [
        { put: row('a', 'sent') },
        { remove: { kind: 'reminder' as never, id: 'b' } },
        { remove: { kind: 'reminder' as never, id: 'd' } },
      ],
    });
    expect(accounts.planned()).toBe(4);
    expect(accounts.outcomes).toEqual({ 'question:after': { 'suppressed:done': 1 } });
    expect(accounts.unaccounted('2026-03-02T19:00:00.000Z')).toEqual(['p/b']);
    expect(accounts.unaccounted('2026-03-03T00:00:00.000Z')).toEqual(['p/b', 'p/c']);
  });
});

describe('a chart', () => {
  it('draws each value over the one before, and writes its words safely', () => {
    const svg = columnChart({
      title: 'Uno & <dos>',
      note: 'nota',
      series: ['a', 'b'],
      columns: [
        { label: 'x', values: [1, 3] },
        { label: '', values: [0, 2] },
      ],
    });
    expect(svg).toContain('Uno &amp; &lt;dos&gt;');
    const bars = [...svg.matchAll(/<rect [^>]*height="([\d.]+)"[^>]*stroke-width="0.8"/g)].map(([, height]) => Number(height));
    expect(bars).toEqual([75, 225, 150]);
  });
});

describe('sessions whose hour came', () => {
  const zone = 'America/Mexico_City';
  const turn = { eventId: 'e', owner: 'p', outbound: [], posts: [], facts: [] };
  const cycle = (id: string): never =>
    ({
      kind: 'cycle',
      id,
      owner: 'p',
      appointments: [
        {
          id,
          phase: 'reflection',
          status: 'planned',
          date: '2026-03-05',
          time: '10:00',
          agreedAt: '2026-03-02T20:00:00.000Z',
        },
      ],
    }) as never;
  const ended = (cycleId: string, data: object): never =>
    ({ kind: 'reminderEnded', cycleId, phase: 'reflection', mentorId: 'p', data: { rung: 'dayBefore', ...data } }) as never;

  it('were announced, excused, called off before, or passed over in silence', () => {
    const watch = watchAppointments(() => true);
    const consent = { kind: 'consentAnswered', mentorId: 'p', recordedAt: '2026-02-20T20:00:00.000Z', data: {} } as never;
    const changes = ['said', 'rested', 'gone', 'silent'].map((id) => ({ put: cycle(id) }));
    watch.committed({ ...turn, facts: [consent], changes }, zone, '2026-03-02T20:00:00.000Z');
    const facts = [ended('said', { outcome: 'sent' }), ended('rested', { outcome: 'suppressed', why: 'paused' })];
    const removed = { archive: { kind: 'cycle' as const, id: 'gone' } };
    watch.committed({ ...turn, facts, changes: [removed] }, zone, '2026-03-04T20:00:00.000Z');
    const result = watch.result('2026-03-10T00:00:00.000Z');
    expect(result).toMatchObject({ due: 3, announced: 1, excused: 1, agreedShortBefore: 0, announcedTwice: [] });
    expect(result.unannounced).toEqual(['p/silent:reflection 2026-03-05 10:00 (2026-03-02T20:00Z)']);
  });
});
