// No text makes a reader throw or slow, and text is reduced to plain words the same way for all.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plain, words } from '../../src/engine/answers/words/text-forms.ts';
import { hostileTexts, readers } from './all-readers.ts';

const pieces =
  'la el las a de del 1 2 3 4 10 15 30 99 2026 : / - , . ) ? ¿ y o no sí siempre casi nunca menos todas mañana pasado hoy en ocho quince días lunes martes jueves mayo diciembre media cuarto hora minutos niños perdón mejor hasta próximo semana que viene entra para n n/a corrige con duda: Lupita Rosa 👍 🤷‍♀️ \n \u200d \ud83d 1️⃣ constructor __proto__ toString'.split(
    ' ',
  );
/** Milliseconds. */
const patience = 10_000;
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

  // How long it takes is told by the benchmark of reading; what grows without bound is far beyond this, on any machine.
  test.each(Object.keys(readers))('%s comes to an end with a hostile text', (name) => {
    const read = readers[name] ?? plain;
    for (const text of hostileTexts) {
      const began = performance.now();
      expect(read(text)).toEqual(read(text));
      expect(performance.now() - began, text.slice(0, 20)).toBeLessThan(patience);
    }
  });

  test.each(Object.keys(readers))('%s comes to an end with pieces said again and again', (name) => {
    const read = readers[name] ?? plain;
    const again = fc.array(fc.constantFrom(...pieces, ' ', ',', '.', '\n', '1', 'a'), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(again, fc.constantFrom('', ' ', ', '), (some, between) => {
        const piece = some.join(between) || ' ';
        const text = piece.repeat(Math.ceil(10_000 / piece.length)).slice(0, 10_000);
        const began = performance.now();
        read(text);
        expect(performance.now() - began).toBeLessThan(patience);
      }),
      { seed: 20261122, numRuns: 12 },
    );
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
