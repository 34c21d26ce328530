// No text makes a reader throw or slow, and text is reduced to plain words the same way for all.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCaregiverList } from '../../src/engine/answers/caregiver-list.ts';
import { readCaregiverName } from '../../src/engine/answers/caregiver-name.ts';
import { readChoice, readChoices } from '../../src/engine/answers/choice.ts';
import { readCommand } from '../../src/engine/answers/command.ts';
import { readItemValues, readValuesInOrder } from '../../src/engine/answers/item-values.ts';
import { readMinutes } from '../../src/engine/answers/minutes.ts';
import { readMomentFacts } from '../../src/engine/answers/moment-facts.ts';
import { readNumber } from '../../src/engine/answers/number.ts';
import { readNotHeldReason } from '../../src/engine/answers/reason.ts';
import { readReport } from '../../src/engine/answers/report.ts';
import { readScale } from '../../src/engine/answers/scale.ts';
import { readScaleLine, readSheetLine } from '../../src/engine/answers/scale-line.ts';
import { findShortCode, readShortCode } from '../../src/engine/answers/short-code.ts';
import { plain, words } from '../../src/engine/answers/text-forms.ts';
import { readWhen } from '../../src/engine/answers/when.ts';
import { isUnconditionalYes, readYesNo } from '../../src/engine/answers/yes-no.ts';
import { mondayMorning, vocabulary as v, wednesdayAfter } from './answers-fixture.ts';

const scale = [
  { key: '1', value: 1, label: 'No lo hizo' },
  { key: '2', value: 2, label: 'Pocas veces' },
  { key: '3', value: 3, label: 'Casi siempre' },
  { key: '4', value: 4, label: 'Siempre' },
  { key: 'n', value: null, label: 'No hubo oportunidad' },
];
const options = scale.map(({ key, label }) => ({ id: key, label }));
const places = [{ id: 'a', name: 'Maternal A', aliases: ['mat a'] }];
const names = Array.from({ length: 10 }, (_, i) => ({
  id: String(i),
  name: ['Ana', 'Rosa', 'María'][i % 3] + (i > 5 ? ' López' : ' Ruiz'),
}));

const readers: Record<string, (text: string) => unknown> = {
  plain,
  readYesNo: (text) => readYesNo(text, v),
  isUnconditionalYes: (text) => isUnconditionalYes(text, v),
  readChoice: (text) => readChoice(text, options, v),
  readChoices: (text) => readChoices(text, options, v),
  readScale: (text) => readScale(text, scale, v),
  readScaleLine: (text) => readScaleLine(text, [scale, scale, scale]),
  readSheetLine: (text) => readSheetLine(text, [scale, scale, scale]),
  readItemValues: (text) => readItemValues(text, { scales: [scale, scale, scale], left: [2, 3], bare: true }, v),
  readValuesInOrder: (text) => readValuesInOrder(text, [scale, scale], v),
  readShortCode,
  findShortCode: (text) => findShortCode(text, () => true),
  readNumber,
  readMinutes,
  readWhen: (text) => readWhen(text, mondayMorning),
  readWhenPast: (text) => readWhen(text, wednesdayAfter),
  readCommand: (text) => readCommand(text, v),
  readCaregiverName: (text) => readCaregiverName(text, names),
  readCaregiverList: (text) => readCaregiverList(text, places, places),
  readReport: (text) => readReport(text, v),
  readNotHeldReason: (text) => readNotHeldReason(text, v),
  readMomentFacts: (text) => readMomentFacts(text, places, v, wednesdayAfter),
};

const pieces =
  'la el las a de del 1 2 3 4 10 15 30 99 2026 : / - , . ) ? ¿ y o no sí siempre casi nunca menos todas mañana pasado hoy en ocho quince días lunes martes jueves mayo diciembre media cuarto hora minutos niños perdón mejor hasta próximo semana que viene entra para n n/a corrige con duda: Lupita Rosa 👍 🤷‍♀️ \n \u200d \ud83d 1️⃣ constructor __proto__ toString'.split(
    ' ',
  );
const likeSpeech = fc.array(fc.constantFrom(...pieces), { maxLength: 14 }).map((list) => list.join(' '));
const anyText = fc.oneof(
  likeSpeech,
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
);

describe('any text', () => {
  test.each(Object.keys(readers))('%s reads any text without failing, and twice alike', (name) => {
    const read = readers[name] ?? plain;
    fc.assert(
      fc.property(anyText, (text) => {
        expect(read(text)).toEqual(read(text));
      }),
      { seed: 20261121, numRuns: 300 },
    );
  });

  const hostile = [
    'a '.repeat(3000),
    '1 '.repeat(3000),
    ' '.repeat(5000),
    '1:'.repeat(2500),
    'lunes '.repeat(900),
    'aaaa'.repeat(1500),
    'de 10 a '.repeat(600),
    '👍'.repeat(2500),
    '-'.repeat(5000),
    'no '.repeat(1700),
    '.,;'.repeat(1600),
  ];
  /** The best of a few, so that a busy machine counts for both lengths alike. */
  const best = (read: (text: string) => unknown, text: string): number =>
    Math.min(
      ...Array.from({ length: 4 }, () => {
        const start = performance.now();
        read(text);
        return performance.now() - start;
      }),
    );
  // A pattern that goes back and forth takes four times as long, or more, for twice the text; a linear one about twice.
  test.each(Object.keys(readers))('%s does not grow worse than the length of a hostile text', (name) => {
    const read = readers[name] ?? plain;
    const noise = 3;
    for (const text of hostile) {
      const half = best(read, text.slice(0, text.length / 2));
      expect(best(read, text)).toBeLessThan(3.4 * half + noise);
    }
  });
});

describe('the plain form', () => {
  test.each([
    ['  Mañana, a las 10:30!! ', 'manana a las 10 30'],
    ['SIIII', 'si'],
    ['sí👍🏽sí', 'si 👍 si'],
    ['🙋‍♀️', '🙋'],
    ['1️⃣', '1'],
    ['n\u200Bo\u0007', 'no'],
    ['1000', '1000'],
    ['', ''],
  ])('of %j is %j', (text, expected) => expect(plain(text)).toBe(expected));
  test('has single words', () => expect(words(' ¿Cómo  está? ')).toEqual(['como', 'esta']));
  test('is stable', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(plain(plain(text))).toBe(plain(text));
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});
