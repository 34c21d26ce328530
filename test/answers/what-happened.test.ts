// What is over is heard where a date to come is asked; what says nothing, and what was told beside the facts.
import { describe, expect, it } from 'vitest';
import { tellsHeld } from '../../src/engine/answers/told/held-words.ts';
import { givesReason } from '../../src/engine/answers/told/reason.ts';
import { readToldEvidence } from '../../src/engine/answers/told/told-evidence.ts';
import { goesOnTelling, isEmptyAnswer, tellingLines } from '../../src/engine/answers/words/empty-words.ts';
import { vocabulary } from './answers-fixture.ts';

describe('what has already been', () => {
  it.each([
    'q ya la tuvimos hoy!!',
    'ya la platicamos el miercoles pasado',
    'ya fue',
    'si platicamos, como quince o veinte minutos',
    'ps ya hablamos ayer',
    'hoy la hicimos saliendo',
    'fue el lunes',
    'no pues ya la tuvimos',
    'como 10 min',
    'ya nos sentamos a platicar',
    'acabamos de platicar',
    'la tuve ayer con ella',
  ])('%s', (text) => expect(tellsHeld(text, vocabulary)).toBe(true));

  it.each([
    'mañana platicamos',
    'ya quedamos que el jueves',
    'ya platicamos que el viernes',
    'todavia no la hicimos',
    'no hablamos',
    'el jueves a las 10',
    'en 20 minutos',
    '¿ya la tuvimos?',
    'mejor hablamos el lunes',
    'vamos a platicar hoy',
  ])('not: %s', (text) => expect(tellsHeld(text, vocabulary)).toBe(false));
});

describe('answers that say nothing yet', () => {
  it.each(['todo bien', 'ps nada', 'nada', 'pues todo muy bien', 'normal', 'ok', 'la verdad nada', 'todo bn'])('%s', (text) =>
    expect(isEmptyAnswer(text)).toBe(true),
  );
  it.each(['se espero', 'bien porque les habla', 'nada pues q se apura mucho', 'les aviso', 'la mira a los ojos', 'cantan'])(
    'not: %s',
    (text) => expect(isEmptyAnswer(text)).toBe(false),
  );
  it('leaves out the empty line of several', () => expect(tellingLines('todo bien\nse espero')).toBe('se espero'));
  it.each(['y nada pues q se apura mucho', 'ah y tambien grita poquito', 'y no los mira cuando come', 'pero les gana la prisa'])(
    'goes on: %s',
    (text) => expect(goesOnTelling(text)).toBe(true),
  );
  it.each(['casi siempre', '3', 'y si', 'yo digo que 3'])('does not go on: %s', (text) =>
    expect(goesOnTelling(text)).toBe(false),
  );
});

describe('a reason beside another day', () => {
  it.each([
    'no se pudo la dire me llamo, mañana',
    'uy no, vino la zona y me trajo de arriba a abajo, mejor el viernes',
    'no se pudo porque me mandaron a la farmacia',
  ])('%s', (text) => expect(givesReason(text)).toBe(true));
  it.each(['no se pudo', 'siempre no se pudo hoy', 'no, mejor el viernes a las 10', 'no hubo chance'])('none: %s', (text) =>
    expect(givesReason(text)).toBe(false),
  );
});

describe('evidence told with the facts', () => {
  it('what worked, and behind a "pero" what can improve', () =>
    expect(
      readToldEvidence(
        'ya observé a la maestra Tere hoy, veinte minutos con notas. Se agachó y les habló antes de limpiarlos, pero se apura mucho al darles de comer',
        'Tere',
      ),
    ).toEqual({ worked: 'Se agachó y les habló antes de limpiarlos', improve: 'se apura mucho al darles de comer' }));
  it.each([
    'ya observé a Tere, 20 min con notas',
    'ya hice la observación de Tere el lunes, 20 min y sí modelé',
    'ya la observé',
  ])('none in: %s', (text) => expect(readToldEvidence(text, 'Tere')).toEqual({}));
});
