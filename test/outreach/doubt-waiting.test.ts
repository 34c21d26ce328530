// Waiting time in working hours, and the moments at which consultants are reminded.
import { describe, expect, it } from 'vitest';
import { workingDaysAfter, workingMinutes } from '../../src/outreach/doubt-waiting.ts';

const zone = 'America/Mexico_City';
const closures = new Map([['2026-03-16', 'Natalicio de Benito Juárez']]);
const at = (local: string, offset = '-06:00'): string => new Date(`${local}:00${offset}`).toISOString();

describe('waiting time', () => {
  it('counts Monday to Friday from half past nine to six', () => {
    expect(workingMinutes(at('2026-03-02T10:00'), at('2026-03-02T10:25'), zone, closures)).toBe(25);
    expect(workingMinutes(at('2026-03-02T07:00'), at('2026-03-02T10:00'), zone, closures)).toBe(30);
    expect(workingMinutes(at('2026-03-02T17:30'), at('2026-03-03T10:00'), zone, closures)).toBe(60);
    expect(workingMinutes(at('2026-03-02T20:00'), at('2026-03-02T23:00'), zone, closures)).toBe(0);
  });

  it('leaves out weekends and days on which centres are closed', () => {
    expect(workingMinutes(at('2026-03-06T17:00'), at('2026-03-09T09:40'), zone, closures)).toBe(70);
    expect(workingMinutes(at('2026-03-13T17:00'), at('2026-03-17T10:00'), zone, closures)).toBe(90);
    expect(workingMinutes(at('2026-03-07T12:00'), at('2026-03-08T12:00'), zone, closures)).toBe(0);
  });

  it('goes by the clocks of her centre', () => {
    const asked = at('2026-03-02T09:30', '-08:00');
    expect(workingMinutes(asked, at('2026-03-02T10:00', '-08:00'), 'America/Tijuana', closures)).toBe(30);
  });

  it('is never negative', () => {
    expect(workingMinutes(at('2026-03-03T10:00'), at('2026-03-02T10:00'), zone, closures)).toBe(0);
  });
});

describe('one working day later', () => {
  it.each([
    ['2026-03-02T11:00', '2026-03-03T11:00'],
    ['2026-03-06T16:00', '2026-03-09T16:00'],
    ['2026-03-07T11:00', '2026-03-10T09:30'],
    ['2026-03-02T20:00', '2026-03-04T09:30'],
    ['2026-03-02T06:00', '2026-03-03T09:30'],
    ['2026-03-13T12:00', '2026-03-17T12:00'],
  ])('%s -> %s', (asked, due) => {
    expect(workingDaysAfter(at(asked), 1, zone, closures)).toBe(at(due));
  });
});
