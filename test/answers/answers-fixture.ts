// The real vocabulary, compiled once, and short forms of readings for the tables of these tests.
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { WhenContext, WhenReading } from '../../src/engine/answers/when/when.ts';
import { compileVocabulary } from '../../src/engine/answers/words/compile-vocabulary.ts';
import type { Reading } from '../../src/engine/answers/words/reading.ts';
import { VocabularyFile } from '../../src/program/vocabulary-schema.ts';

const file = new URL('../../content/es-MX/vocabulario.yaml', import.meta.url);
export const vocabulary = compileVocabulary(VocabularyFile.parse(parse(readFileSync(file, 'utf8'))));

const holidays2026 = new Map([
  ['2026-03-16', 'Natalicio de Juárez'],
  ['2026-05-01', 'Día del Trabajo'],
  ['2026-11-16', 'Revolución'],
  ['2026-12-25', 'Navidad'],
]);
export const mondayMorning: WhenContext = { now: { date: '2026-11-23', time: '09:30' }, holidays: holidays2026, tense: 'future' };
export const fridayEvening: WhenContext = { now: { date: '2026-03-06', time: '18:40' }, holidays: holidays2026, tense: 'future' };
export const wednesdayAfter: WhenContext = { now: { date: '2026-11-25', time: '14:30' }, holidays: holidays2026, tense: 'past' };

export function shortWhen(reading: WhenReading): string {
  if (reading.kind === 'ambiguous')
    return `ambiguous ${reading.candidates.map((d) => (d.time ? `${d.date} ${d.time}` : d.date)).join(' | ')}`;
  const fields = reading as { kind: string; date?: string; time?: string; why?: string; warn?: string[] };
  const warn = fields.warn?.length ? `!${fields.warn.join(',')}` : undefined;
  return [fields.kind, fields.date, fields.time, fields.why, warn].filter((part) => part !== undefined).join(' ');
}

export function shortReading<T>(reading: Reading<T>): string {
  if (reading.kind === 'unclear') return '-';
  return reading.kind === 'understood' ? `=${JSON.stringify(reading.value)}` : `?${JSON.stringify(reading.candidates)}`;
}

/** Lines "phrase => expected" as a table for test.each. */
export function table(lines: string): [string, string][] {
  return lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const at = line.lastIndexOf(' => ');
      return [line.slice(0, at).replaceAll('⏎', '\n'), line.slice(at + 4)];
    });
}
