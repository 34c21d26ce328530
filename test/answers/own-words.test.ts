// Her own words as they are kept: fillers around them go, bubbles are joined, and nothing else changes.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ownWords } from '../../src/engine/answers/words/own-words.ts';

const kept: readonly (readonly [said: string, kept: string])[] = [
  ['pues q en el cambio de pañal le diga lo que va a hacer', 'En el cambio de pañal le diga lo que va a hacer'],
  ['pues mejor q se agache y les avise', 'Se agache y les avise'],
  ['este... q con q lo haga en 4 de 5 cambios', 'Lo haga en 4 de 5 cambios'],
  ['este niño la busca y ella voltea', 'Este niño la busca y ella voltea'],
  ['ps se agachó y le habló bajito y ya', 'Se agachó y le habló bajito'],
  ['y pues que no les avisa cuando los carga, creo', 'No les avisa cuando los carga'],
  ['mmm a ver, que espere su turno...', 'Espere su turno'],
  ['que bonito lo hizo', 'Que bonito lo hizo'],
  ['bueno para cantar', 'Bueno para cantar'],
  ['mire al bebé antes de cargarlo', 'Mire al bebé antes de cargarlo'],
  ['sí, cuando señaló le contestó', 'Sí, cuando señaló le contestó'],
  ['nada, digo sí, un cuento', 'Un cuento'],
  ['no les avisó', 'No les avisó'],
  ['bien', 'Bien'],
  ['dos opciones nada más', 'Dos opciones nada más'],
  ['«ahora te cargo»', '«ahora te cargo»'],
  ['se sentó\ny les cantó', 'Se sentó y les cantó'],
  [
    'Se sentó con ellos en el tapete un buen rato\nLes cantó la de los patitos dos veces',
    'Se sentó con ellos en el tapete un buen rato. Les cantó la de los patitos dos veces',
  ],
  ['en la comida\nQue espere a que abran la boca', 'En la comida, que espere a que abran la boca'],
  ['les avisó.\nellos la miraban', 'Les avisó. Ellos la miraban'],
  ['ofrece dos cosas\ny pues que también espera', 'Ofrece dos cosas y también espera'],
  ['pues se agachó\npues les avisó\njaja', 'Se agachó, les avisó'],
  [
    'Q buena idea lo d la papaya. Mire lo platicamos ya y qeremos q en la comida espere a q abran la boca',
    'Qeremos q en la comida espere a q abran la boca',
  ],
  ['quedamos en que yo le ayudo con el cuento', 'Yo le ayudo con el cuento'],
  ['les pone la cuchara muy llena\nay y no me acuerdo ya d mas', 'Les pone la cuchara muy llena'],
  ['esperó a que abriera la boca. Sería todo, gracias', 'Esperó a que abriera la boca. Sería todo, gracias'],
  ['esperó a que abriera la boca. Sería todo.', 'Esperó a que abriera la boca.'],
  ['qué buena idea tuvo con los cojines', 'Qué buena idea tuvo con los cojines'],
];

test.each(kept)('«%s» is kept as «%s»', (said, as) => {
  expect(ownWords(said)).toBe(as);
});

test('whatever she writes, something of it is kept, on one line', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('\n', ' ', ...kept.flatMap(([said]) => said.split(' ')))), (parts) => {
      const said = `bien ${parts.join(' ')}`;
      expect(ownWords(said)).toMatch(/^\P{Ll}[^\n]*$/u);
    }),
    { seed: 7, numRuns: 200 },
  );
});
