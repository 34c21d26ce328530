// Words of hers that say which step they are for, and those that put a word right.
import { describe, expect, it } from 'vitest';
import { readNamedWords } from '../../src/engine/answers/told/named-words.ts';
import { putInstead, readSaidInstead } from '../../src/engine/answers/told/said-instead.ts';

const steps = [
  { key: 'meta', names: ['meta', 'objetivo'] },
  { key: 'acciones', names: ['acciones', 'pasos'] },
  { key: 'logro', names: ['logro', 'se logra si', 'se logra cuando'] },
  { key: 'recursos', names: ['recursos', 'material'] },
  { key: 'constructiva', names: ['punto por mejorar', 'seguir creciendo'] },
];

describe('words that name their step', () => {
  it.each([
    ['los recursos son dos cajas', 'recursos', 'dos cajas', false],
    ['y los recursos: dos cajas y un tapete', 'recursos', 'dos cajas y un tapete', false],
    ['La meta es que Lupita espere a que abran la boca', 'meta', 'Lupita espere a que abran la boca', false],
    ['Meta: esperar 5 segundos', 'meta', 'esperar 5 segundos', false],
    ['cambia la meta por esperar en la comida', 'meta', 'esperar en la comida', true],
    ['ay no, cámbiele las acciones a sentarse enfrente', 'acciones', 'sentarse enfrente', true],
    ['se logra si lo hace 4 de 5 veces', 'logro', 'lo hace 4 de 5 veces', false],
    ['en lo de seguir creciendo va: que no los apure', 'constructiva', 'no los apure', false],
    ['en recursos pon dos cuentos', 'recursos', 'dos cuentos', false],
  ])('%s', (text, key, words, changes) => {
    expect(readNamedWords(text, steps)).toEqual({ key, words, changes, adds: false });
  });

  it.each([
    'la meta es muy difícil',
    'la meta está mal',
    'cambia la meta',
    '¿la meta es que espere?',
    'los recursos son los mismos',
    'Lupita va a preparar el material',
    'que espere a que abran la boca',
    'pienso que la meta es alta pero se puede',
    'el material lo preparo yo',
  ])('none: %s', (text) => {
    expect(readNamedWords(text, steps)).toBeUndefined();
  });
});

describe('words put right where they stand', () => {
  it.each([
    ['En la comida les habló bajito', 'fue en el desayuno no en la comida', 'en el desayuno les habló bajito'],
    ['les habló a la hora de la comida', 'perdón, en el desayuno, no en la comida', 'les habló a la hora del desayuno'],
    ['esperó en el panel', '*pañal', 'esperó en el pañal'],
    ['esperó en el panel', 'quise decir pañal', 'esperó en el pañal'],
    ['eran tres niños', 'no eran tres, eran cuatro', 'eran cuatro niños'],
    ['usó las cajas', 'donde dice cajas va canastas', 'usó las canastas'],
    ['usó las cajas', 'en vez de cajas ponga canastas', 'usó las canastas'],
  ])('%s · %s', (before, text, after) => {
    const said = readSaidInstead(text);
    expect(said && putInstead(before, said)).toBe(after);
  });

  it.each([
    ['usó las cajas', 'lo hizo sola no con ayuda'],
    ['usó las cajas', 'no les habló, los cargó'],
    ['usó las cajas', 'los niños no quisieron'],
  ])('nothing of it stood there: %s · %s', (before, text) => {
    const said = readSaidInstead(text);
    expect(said && putInstead(before, said)).toBeUndefined();
  });
});
