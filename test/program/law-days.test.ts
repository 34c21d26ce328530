// The rest days of article 74 of the Ley Federal del Trabajo, as the brief of the programme lists them, in whatever year.
import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/mentoring/local-time.ts';
import { houseProgram } from '../support/test-house.ts';

const { all, statutory } = houseProgram().program.days;

function daysOf(year: number): string[] {
  const found: string[] = [];
  for (let date = `${year}-01-01`; date <= `${year}-12-31`; date = addDays(date, 1)) if (statutory.has(date)) found.push(date);
  return found;
}

/** The nth Monday of a month, counted by hand. */
function monday(year: number, month: number, nth: number): string {
  const weekday = new Date(Date.UTC(year, month - 1, 1)).getUTCDay();
  const day = ((8 - weekday) % 7) + 1 + (nth - 1) * 7;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** First Sunday of June, every three years. */
function election(year: number): string[] {
  return (year - 2024) % 3 === 0 ? [addDays(monday(year, 6, 1), monday(year, 6, 1).endsWith('-01') ? 6 : -1)] : [];
}

describe('the rest days of the law', () => {
  it('are those of the brief', () => {
    expect(daysOf(2026)).toEqual([
      '2026-01-01',
      '2026-02-02',
      '2026-03-16',
      '2026-05-01',
      '2026-09-16',
      '2026-11-16',
      '2026-12-25',
    ]);
    expect(daysOf(2027).filter((date) => date !== '2027-06-06')).toEqual([
      '2027-01-01',
      '2027-02-01',
      '2027-03-15',
      '2027-05-01',
      '2027-09-16',
      '2027-11-15',
      '2027-12-25',
    ]);
  });

  it('never run out: each year has its seven, the change of government every six and the elections every three', () => {
    for (let year = 2024; year <= 2060; year++) {
      const rule = [`${year}-01-01`, monday(year, 2, 1), monday(year, 3, 3), `${year}-05-01`, ...election(year), `${year}-09-16`];
      if ((year - 2024) % 6 === 0) rule.push(`${year}-10-01`);
      rule.push(monday(year, 11, 3), `${year}-12-25`);
      expect(daysOf(year)).toEqual(rule);
    }
  });

  it('have the names that the programme gives them', () => {
    expect(statutory.get('2031-05-01')).toBe('Día del Trabajo');
    expect(statutory.get('2030-10-01')).toBe('Transmisión del Poder Ejecutivo Federal');
    expect(statutory.get('2030-12-01')).toBeUndefined();
  });
});

it('feast days move with Easter and are no rest days', () => {
  expect([all.get('2026-04-03'), all.get('2027-03-26'), all.get('2031-04-11')]).toEqual(Array(3).fill('Viernes Santo'));
  expect(statutory.has('2027-03-26')).toBe(false);
});
