// Asking to see what was told so far, and words of a plan that only sound like it.
import { describe, expect, test } from 'vitest';
import { readSoFarWords } from '../../src/engine/answers/commands/so-far-words.ts';
import { vocabulary } from './answers-fixture.ts';

describe('what she has told so far', () => {
  test.each([
    ['ensename como va el plan', 'plan'],
    ['muéstreme el plan', 'plan'],
    ['a ver como quedo el plan', 'plan'],
    ['q llevo del plan', 'plan'],
    ['oiga, ¿me enseña cómo va el plan de trabajo porfa?', 'plan'],
    ['muestreme lo que llevo de la lista', 'lista'],
    ['que llevo hasta ahorita', ''],
  ])('%s', (text, what) => expect(readSoFarWords(text, vocabulary)?.what).toBe(what));
  test('of whom', () => expect(readSoFarWords('enseñame el plan de rosa', vocabulary)).toEqual({ what: 'plan', who: 'de rosa' }));
  test.each([
    'mostrarles dos materiales',
    'enseñarles la lista de canciones',
    'va a ver el plan con la directora mañana',
    'que lleven la lista al comedor',
    'ver el video',
    'todo el plan lo hace ella',
  ])('%s is an answer', (text) => expect(readSoFarWords(text, vocabulary)).toBeUndefined());
});
