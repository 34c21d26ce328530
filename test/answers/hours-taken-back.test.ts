// Hours of her phone said instead of others, what an item means, and sentences that are neither.
import { expect, test } from 'vitest';
import { hoursSaidInstead } from '../../src/engine/answers/commands/hours-request.ts';
import { isAbout, itemByWords, meaningAsked, placedAtItem, withNumbers } from '../../src/engine/answers/sheets/items-by-words.ts';
import { readBesideWords } from '../../src/engine/answers/told/beside-words.ts';
import { table, vocabulary } from './answers-fixture.ts';

const hours = `
  oiga no, salgo a las 4, la 1 y media es mi descanso => salgo a las 4, la 1 y media es mi descanso
  perdón, entro a las 8 => entro a las 8
  me equivoqué, mi descanso es a las 2 => mi descanso es a las 2
  no salgo a las 4 => -
  pues como a las 10 => -
  bueno, como a las 2 comen => -
  pues salgo a las 4 => -
  no, hoy salgo a las 4 => -
  ¿no, salgo a las 4? => -
`;
test.each(table(hours))('%s gives the hours %s', (text, expected) => {
  expect(hoursSaidInstead(text, false) ?? '-').toBe(expected);
});

const items = [
  { short: 'Habla a la altura de sus ojos', text: 'Se agacha o se sienta a la altura' },
  { short: 'Nombra la emoción que ve', text: 'Nombra la emoción que la niña o el niño muestra' },
  { short: 'Avisa los cambios de actividad', text: 'Anticipa los cambios de actividad con un aviso o una canción' },
  { short: 'Les permite moverse', text: 'Permite que se muevan o cambien de postura durante la actividad' },
];

const numbered = `
  la de los cambios es casi siempre => la 3 es casi siempre
  la 2 (la de la emocion) es q no lo hizo => la 2  es q no lo hizo
  la de hoy es siempre => la de hoy es siempre
  la 2 (siempre) => la 2 (siempre)
  la 2 es 1 => la 2 es 1
`;
test.each(table(numbered))('%s names %s', (text, expected) => {
  expect(withNumbers(text, items)).toBe(expected);
});

test('an item is found by what it is about, and a sentence by what it tells', () => {
  expect(itemByWords('la canción', items)).toBe(3);
  expect(itemByWords('la actividad', items)).toBeUndefined();
  expect(placedAtItem('lo de la cancion va en la 7')).toEqual({ about: 'la cancion', at: 7 });
  expect(placedAtItem('la de la canción es la 7')?.at).toBe(7);
  expect(placedAtItem('la 7 es 3')).toBeUndefined();
  expect(isAbout('la cancion', 'les cantó la canción de guardar')).toBe(true);
});

const meanings = `
  a que se refiere con dar tiempo => dar tiempo
  como que nombrar la emocion? => nombrar la emocion
  a que se refiere => =
  un ejemplo de avisar => avisar
  por ejemplo les dio opciones => -
  casi siempre => -
  3 => -
`;
test.each(table(meanings))('%s asks about %s', (text, expected) => {
  expect(meaningAsked(text) ?? '-').toBe(expected === '=' ? '' : expected);
});

const missed = `
  le falto la maestra Chelo de Lactantes B => Chelo de Lactantes B
  falta Rosa de maternal be => Rosa de maternal be
  le faltó la canción de maternal b => -
  falta el plan de Rosa => -
`;
test.each(table(missed))('%s adds %s', (text, expected) => {
  const read = readBesideWords(text, vocabulary);
  expect(read?.kind === 'newcomer' ? read.name : '-').toBe(expected);
});
