// Long texts and numbered options, as channels without room or buttons need them.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { numberOptions } from '../../src/channels/number-options.ts';
import { splitText } from '../../src/channels/split-text.ts';

it('a text is cut at a paragraph where there is one, else at a sentence, else at a word', () => {
  expect(splitText('Uno dos.\n\nTres cuatro. Cinco', 22)).toEqual(['Uno dos.', 'Tres cuatro. Cinco']);
  expect(splitText('Tres cuatro. Cinco seis', 16)).toEqual(['Tres cuatro.', 'Cinco seis']);
  expect(splitText('Cinco seis siete', 12)).toEqual(['Cinco seis', 'siete']);
  expect(splitText('', 12)).toEqual(['']);
});

it('nothing but white space is lost, and no part is too long or cuts a character in two', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', 'ñ', ' ', '. ', '\n', '\n\n', '🙂'), maxLength: 200 }),
      fc.integer({ min: 2, max: 40 }),
      (text, max) => {
        const parts = splitText(text, max);
        expect(parts.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
        for (const part of parts) {
          expect(part.length).toBeLessThanOrEqual(max);
          expect(part.isWellFormed()).toBe(true);
        }
      },
    ),
  );
});

it('an option is typed by its key where it has one, else by its place', () => {
  const options = [
    { id: 'a', label: 'Siempre' },
    { id: 'b', label: 'No hubo oportunidad', key: 'n' },
    { id: 'c', label: 'Nunca' },
  ];
  expect(numberOptions('¿Cuánto?', options)).toBe('¿Cuánto?\n\n1. Siempre\nn. No hubo oportunidad\n3. Nunca');
  expect(numberOptions('Hola', [])).toBe('Hola');
});
