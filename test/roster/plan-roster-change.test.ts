// What a coordinator's words about the roster come to: whom and which place they mean, what is missing, what cannot be.
import { beforeAll, describe, expect, it } from 'vitest';
import { centreMeant } from '../../src/domain/centre-meant.ts';
import type { RosterImport } from '../../src/domain/roster.ts';
import type { RosterSaid } from '../../src/domain/roster-change.ts';
import { planRosterChange, rowsOf } from '../../src/roster/plan-roster-change.ts';
import { findMentors, readMentorData } from '../../src/roster/roster-change-words.ts';
import { testRoster } from '../support/test-house.ts';

let roster: RosterImport;
beforeAll(async () => {
  roster = await testRoster();
});
const plan = (said: RosterSaid) => planRosterChange(said, roster);

describe('the parts of a message about a new mentor', () => {
  const whole = { name: 'Rosa Pérez Gil', calledAs: 'maestra Rosy', centre: 'G04', phone: '55 1234 5678' };
  it.each([
    ['Rosa Pérez Gil, maestra Rosy, G04, 55 1234 5678', whole],
    ['Rosa Pérez Gil\nmaestra Rosy\nG04\n55 1234 5678', whole],
    ['Rosa Pérez Gil; G04; 55 1234 5678; maestra Rosy', whole],
    ['Rosa Pérez Gil - maestra Rosy - G04 - 55 1234 5678', whole],
    ['Nombre: Rosa Pérez Gil, le decimos maestra Rosy, clave G04, cel: 55 1234 5678', { ...whole, centre: 'clave G04' }],
    ['Rosa Pérez Gil G04, maestra Rosy, tel 55 1234 5678', whole],
    ['55 1234 5678, Rosa Pérez Gil, maestra Rosy, G04', whole],
    ['Rosa Pérez Gil, Rosy, 0704, +52 55 1234 5678', { ...whole, calledAs: 'Rosy', centre: '0704', phone: '+52 55 1234 5678' }],
    ['Rosa Pérez Gil', { name: 'Rosa Pérez Gil' }],
    ['Rosa Pérez Gil 5512345678', { name: 'Rosa Pérez Gil', phone: '5512345678' }],
    ['Rosa Pérez Gil, maestra Rosy, la del cerro', { name: 'Rosa Pérez Gil', calledAs: 'maestra Rosy', centre: 'la del cerro' }],
    ['', {}],
  ])('%j', (said, parts) => {
    expect(readMentorData(said, roster.centres)).toEqual(parts);
  });
});

describe('a centre', () => {
  it.each([
    ['G04', ['G04']],
    ['g04', ['G04']],
    ['la G04', ['G04']],
    ['0301', ['G01']],
    ['301', ['G01']],
    ['guardería 0704', ['G04']],
    ['cuauhtemoc', ['G04']],
    ['la 4', ['G04']],
    ['la guardería G-04', ['G04']],
    ['Guardería de demostración 04 Cuauhtémoc', ['G04']],
    ['del cerro', []],
    ['la guardería', []],
  ])('%j', (said, ids) => {
    expect(centreMeant(said, roster.centres).map(({ id }) => id)).toEqual(ids);
  });
});

describe('a mentor', () => {
  it.each([
    ['Lupe', ['G04-mentora']],
    ['la maestra lupe', ['G04-mentora']],
    ['G04-mentora', ['G04-mentora']],
    ['Lupe de la G04', ['G04-mentora']],
    ['Lupe de la G05', []],
    ['G04', ['G04-mentora', 'G04-colega']],
    ['Irma', ['G04-colega']],
    ['nadie', []],
    ['la', []],
  ])('%j', (said, ids) => {
    const mentors = roster.persons.filter(({ roles }) => roles.includes('mentor'));
    expect(findMentors(said, mentors, roster.centres).map(({ id }) => id)).toEqual(ids);
  });
});

describe('a change', () => {
  it('asks for what is missing, one after the other', () => {
    expect(plan({ deed: 'add' }).gap).toBe('data');
    expect(plan({ deed: 'add', data: '' }).gap).toBe('name');
    expect(plan({ deed: 'add', data: '', name: 'Rosa Pérez' }).gap).toBe('centre');
    expect(plan({ deed: 'add', data: '', name: 'Rosa Pérez', centre: 'G04' }).gap).toBe('calledAs');
    expect(plan({ deed: 'add', data: '', name: 'Rosa Pérez', centre: 'G04', calledAs: 'Rosy' }).gap).toBe('phone');
    const said: RosterSaid = { deed: 'add', data: '', name: 'Rosa Pérez', centre: 'G04', calledAs: 'Rosy', phone: '' };
    expect(plan(said)).toMatchObject({ gap: null, trouble: null, phone: '' });
    expect(plan({ deed: 'withdraw' }).gap).toBe('who');
    expect(plan({ deed: 'withdraw', who: 'Lupe' }).gap).toBe('reason');
    expect(plan({ deed: 'replace', who: 'Lupe' }).gap).toBe('data');
    expect(plan({ deed: 'move', who: 'Lupe' }).gap).toBe('centre');
    expect(plan({ deed: 'withdraw', who: 'G04' })).toMatchObject({ gap: 'which', candidates: { length: 2 } });
  });

  it('goes by the rules of the import', () => {
    const said: RosterSaid = { deed: 'add', data: 'Rosa Pérez, Rosy, G04' };
    expect(plan({ ...said, phone: '000 000 0101' }).trouble).toMatchObject({ why: 'phoneHeld' });
    expect(plan({ ...said, phone: '55 1234' }).trouble).toMatchObject({ why: 'badPhone' });
    expect(plan({ ...said, phone: '5.51235E+09' }).trouble).toMatchObject({ why: 'badPhone' });
    expect(
      plan({ deed: 'replace', who: 'Lupe', data: 'Rosa Pérez, Rosy', phone: '000 000 0104', reason: 'leave' }),
    ).toMatchObject({
      trouble: null,
      change: { deed: 'replace', person: 'G04-mentora', mentor: { centreId: 'G04', phone: '+520000000104' } },
    });
    expect(plan({ deed: 'move', who: 'Lupe', centre: 'G04' }).trouble).toMatchObject({ why: 'sameCentre' });
  });

  it('gives the one who comes the place of the one who leaves, and her phone where it is the same', () => {
    const mentor = { name: 'Rosa Pérez', calledAs: 'Rosy', centreId: 'G04', phone: '+520000000104' };
    const rows = rowsOf({ deed: 'replace', person: 'G04-mentora', mentor, reason: 'leave' }, roster, 'm-1');
    if (rows.kind !== 'rows') throw new Error(JSON.stringify(rows));
    expect(rows.phonePassed).toBe(true);
    expect(rows.records.persons.map(({ id, phone, active }) => ({ id, phone, active }))).toEqual([
      { id: 'G04-mentora', phone: '', active: false },
      { id: 'm-1', phone: '+520000000104', active: true },
    ]);
    const lupe = roster.persons.find(({ id }) => id === 'G04-mentora');
    expect(rows.records.persons[1]).toMatchObject({
      expectedCaregivers: lupe?.expectedCaregivers,
      accompaniedBy: lupe?.accompaniedBy,
      roles: ['mentor'],
      consent: null,
    });
  });

  it('brings back who has left, though others of her centre are there, and nobody who is there', () => {
    const persons = roster.persons.map((one) => (one.id === 'G04-mentora' ? { ...one, active: false } : one));
    const after = { ...roster, persons };
    const change = { deed: 'return', person: 'G04-mentora' } as const;
    expect(planRosterChange({ deed: 'return', who: 'G04' }, after)).toMatchObject({ gap: null, trouble: null, change });
    expect(planRosterChange({ deed: 'return', who: 'Irma' }, after)).toMatchObject({ gap: 'who', trouble: { why: 'isHere' } });
    expect(rowsOf(change, after, 'm-1')).toMatchObject({ kind: 'rows', persons: [{ id: 'G04-mentora', active: true }] });
    expect(rowsOf(change, roster, 'm-1')).toMatchObject({ kind: 'done' });
    const closed = { ...after, centres: roster.centres.map((one) => ({ ...one, active: one.id !== 'G04' })) };
    expect(rowsOf(change, closed, 'm-1')).toMatchObject({ kind: 'refused', trouble: { why: 'centreClosed' } });
  });

  it('is refused where it cannot be any more, and changes nobody who is no mentor', () => {
    expect(rowsOf({ deed: 'withdraw', person: 'consultora-1', reason: 'own' }, roster, 'm-1').kind).toBe('refused');
    expect(rowsOf({ deed: 'withdraw', person: 'nobody', reason: 'own' }, roster, 'm-1').kind).toBe('refused');
    expect(rowsOf({ deed: 'move', person: 'G04-mentora', centreId: 'G99', from: 'G04' }, roster, 'm-1').kind).toBe('refused');
  });
});
