// Workshops with a date: everybody is reminded in her own time, and a workshop that is moved is told of and reminded of anew.
import { expect, it } from 'vitest';
import type { InboundEvent } from '../../src/domain/inbound-event.ts';
import { nothingKept, type OwnerState } from '../../src/domain/turn.ts';
import { takeTurn } from '../../src/engine/take-turn.ts';
import type { Program } from '../../src/program/program.ts';
import type { Workshop } from '../../src/program/workshop-schema.ts';
import { announceCalendar } from '../../src/runtime/calendar-news.ts';
import { createMemoryStore } from '../../src/store/memory/memory-store.ts';
import { silentLog } from '../runtime/house-fixture.ts';
import { applyTurn } from '../support/apply-turn.ts';
import { houseProgram, testRoster } from '../support/test-house.ts';

const link = 'https://ejemplo.invalid/taller';

const none = (program: Program): Program => ({
  ...program,
  workshops: program.workshops.map(({ when: _, homework: __, ...one }) => one),
});

function withWorkshop(date: string, time: string, more: Partial<Workshop> = {}): Program {
  const program = none(houseProgram().program);
  const workshops = program.workshops.map((one) => (one.number === 3 ? { ...one, when: { date, time }, link, ...more } : one));
  return { ...program, workshops };
}

async function mentorIn(centreId: string): Promise<OwnerState> {
  const { centres, persons } = await testRoster();
  const person = persons.find((one) => one.centreId === centreId && one.roles.includes('mentor'));
  if (!person) throw new Error(`nobody in ${centreId}`);
  const consent = { version: 'x', at: '2026-05-01T15:00:00.000Z', given: true };
  return {
    ...nothingKept(person.id),
    person: { ...person, consent, prerequisiteCourse: 'finished' },
    centre: centres.find(({ id }) => id === centreId),
    directory: [],
  };
}

/** Fires what is due up to then; what was said, with its instant. */
function pass(
  program: Program,
  from: OwnerState,
  until: string,
  start: string,
): { state: OwnerState; said: string[]; facts: string[] } {
  let state = from;
  const said: string[] = [];
  const facts: string[] = [];
  let at = start;
  const step = (content: InboundEvent['content']): void => {
    const event: InboundEvent = {
      id: `house:${at}`,
      channel: 'house',
      externalId: at,
      owner: state.owner,
      writtenAt: at,
      receivedAt: at,
      content,
    };
    const turn = takeTurn(program, state, event);
    said.push(...turn.outbound.map(({ text }) => `${at.slice(5, 16)} ${text}`));
    facts.push(
      ...turn.facts.flatMap(({ kind, data }) =>
        kind === 'reminderEnded' ? [`${data.rung} ${data.outcome} ${data.why ?? data.supersededBy ?? ''}`.trim()] : [],
      ),
    );
    state = applyTurn(state, turn);
  };
  step({
    kind: 'timer',
    timer: { kind: 'timer', id: `${state.owner}:reminder`, owner: state.owner, dueAt: at, purpose: 'reminder', about: {} },
  });
  for (;;) {
    const due = state.timers.filter(({ dueAt }) => dueAt <= until).sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1))[0];
    if (!due) return { state, said, facts };
    at = due.dueAt > at ? due.dueAt : at;
    state = { ...state, timers: state.timers.filter(({ id }) => id !== due.id) };
    step({ kind: 'timer', timer: due });
  }
}

// One hour before it the offices of her centre are still closed: it comes when they open.
it('is reminded of a week before, the day before and an hour before with its link, in the time of her centre', async () => {
  const { said } = pass(
    withWorkshop('2026-05-27', '11:00'),
    await mentorIn('G01'),
    '2026-05-28T00:00:00Z',
    '2026-05-18T15:00:00.000Z',
  );
  expect(said).toEqual([
    '05-20T21:00 Taller 3: miércoles 27 de mayo, 10:00 h de su centro.',
    `05-26T21:00 Taller 3: mañana miércoles 27 de mayo, 10:00 h de su centro. ${link}`,
    `05-27T16:30 Taller 3: hoy, 10:00 h de su centro. ${link}`,
    '05-27T21:00 ¿Pudo entrar al taller 3?',
  ]);
});

it('that is moved is told of, and what was planned for the old date ends as superseded', async () => {
  const before = pass(
    withWorkshop('2026-05-27', '11:00'),
    await mentorIn('G04'),
    '2026-05-22T00:00:00Z',
    '2026-05-18T15:00:00.000Z',
  );
  expect(before.said).toHaveLength(1);
  const after = pass(withWorkshop('2026-05-29', '12:00'), before.state, '2026-05-30T00:00:00Z', '2026-05-22T16:00:00.000Z');
  expect(after.said).toEqual([
    '05-22T16:00 El taller 3 cambió de fecha, ahora es viernes 29 de mayo, 12:00 h de su centro.',
    `05-28T20:00 Taller 3: mañana viernes 29 de mayo, 12:00 h de su centro. ${link}`,
    `05-29T17:00 Taller 3: hoy, 12:00 h de su centro. ${link}`,
  ]);
  expect(after.facts.filter((fact) => fact.includes('superseded')).slice(0, 2)).toEqual([
    'dayBefore superseded workshop:3:v2026-05-29T12:00:moved',
    'hourBefore superseded workshop:3:v2026-05-29T12:00:moved',
  ]);
});

it.each([
  ['called off', (): Program => withWorkshop('2026-05-27', '11:00', { calledOff: true }), 'se canceló, ya no será el'],
  ['left without a date', (): Program => none(houseProgram().program), 'ya no será el'],
])('that is %s is told of once, and not reminded of', async (_, after, words) => {
  const first = withWorkshop('2026-05-27', '11:00');
  const before = pass(first, await mentorIn('G04'), '2026-05-22T00:00:00Z', '2026-05-18T15:00:00.000Z');
  const { said, facts, state } = pass(after(), before.state, '2026-05-30T00:00:00Z', '2026-05-22T16:00:00.000Z');
  expect(said).toHaveLength(1);
  expect(said[0]).toContain(`El taller 3 ${words} miércoles 27 de mayo`);
  expect(facts.filter((fact) => fact.startsWith('dayBefore'))).toEqual([expect.stringContaining('superseded workshop:3')]);
  expect(facts.some((fact) => fact.includes('sent') && !fact.startsWith('calledOff'))).toBe(false);
  const back = pass(withWorkshop('2026-06-03', '11:00'), state, '2026-06-02T00:00:00Z', '2026-05-30T15:00:00.000Z');
  expect(back.said).toEqual(['06-01T13:30 El taller 3 cambió de fecha, ahora es miércoles 3 de junio, 11:00 h de su centro.']);
});

it('in another zone is shown in hers, and in person says where', async () => {
  const program = withWorkshop('2026-05-27', '11:00', { zone: 'America/Cancun', mode: 'inPerson', place: 'la delegación' });
  const { said } = pass(program, await mentorIn('G04'), '2026-05-27T17:00:00Z', '2026-05-26T15:00:00.000Z');
  expect(said).toEqual([
    '05-26T20:00 Taller 3: mañana miércoles 27 de mayo, 10:00 h de su centro. Es en la delegación.',
    '05-27T15:30 Taller 3: hoy, 10:00 h de su centro. Es en la delegación.',
  ]);
});

it('an edited calendar is looked at once by each mentor who takes part', async () => {
  const store = createMemoryStore();
  const { centres, persons } = await testRoster();
  const consent = { version: 'x', at: '2026-05-01T15:00:00.000Z', given: true };
  await store.importRoster({ centres, persons: persons.map((one) => (one.id === 'G04-mentora' ? { ...one, consent } : one)) });
  const parts = { store, clock: { now: () => '2026-05-18T15:00:00.000Z' }, log: silentLog };
  expect(await announceCalendar(parts, 'one')).toBe(1);
  expect(await announceCalendar(parts, 'one')).toBe(0);
  expect(await announceCalendar(parts, 'two')).toBe(1);
});
