// Choices, several choices and scale values, as mentors answer them.
import { describe, expect, test } from 'vitest';
import { readChoice, readChoices } from '../../src/engine/answers/choices/choice.ts';
import { readScale, type ScaleValue } from '../../src/engine/answers/scales/scale.ts';
import { shortReading, table, vocabulary } from './answers-fixture.ts';

const moments = [
  { id: 'meal', label: 'Alimentación', synonyms: ['comida'] },
  { id: 'rest', label: 'Descanso' },
  { id: 'diaper', label: 'Cambio de pañal' },
  { id: 'play', label: 'Juego libre' },
];
const minutes = [
  { id: 'a', label: '10 minutos' },
  { id: 'b', label: '15 minutos' },
  { id: 'c', label: '2 horas' },
];
const yesNoLater = [
  { id: 'y', label: 'Sí' },
  { id: 'n', label: 'No' },
  { id: 'l', label: 'Todavía no' },
];
const frequency: ScaleValue[] = [
  { key: '1', value: 1, label: 'No lo hizo' },
  { key: '2', value: 2, label: 'Pocas veces' },
  { key: '3', value: 3, label: 'Casi siempre' },
  { key: '4', value: 4, label: 'Siempre' },
  { key: 'n', value: null, label: 'No hubo oportunidad', synonyms: ['0', 'no aplica'] },
];

const one = `
  2 => ="rest"
  la 2 => ="rest"
  la segunda => ="rest"
  La Segunda! => ="rest"
  descanso => ="rest"
  descanzo => ="rest"
  decanso => ="rest"
  la comida => ="meal"
  alimentacion => ="meal"
  pañal => ="diaper"
  cambio => ="diaper"
  la última => ="play"
  opción 3 => ="diaper"
  2️⃣ => ="rest"
  uno => ="meal"
  la cuarta => ="play"
  juego libre porfa => ="play"
  la de juego => ="play"
  la 2 porque queda mejor => ="rest"
  perdón la 3 => ="diaper"
  descanso perdón comida => ="meal"
  la 1 o la 2 => ?["meal","rest"]
  la 1 y la 3 => ?["meal","diaper"]
  creo que la 2 => ?["rest"]
  la 2? => ?["rest"]
  tengo 2 maestras => ?["rest"]
  no la 2 => -
  5 => -
  ninguna => -
  no sé => -
  hola => -
`;
const several = `
  la 1 y la 3 => =["meal","diaper"]
  1,3 => =["meal","diaper"]
  1 3 => =["meal","diaper"]
  3 y 1 => =["meal","diaper"]
  1 3 y 4 => =["meal","diaper","play"]
  1-2 => =["meal","rest"]
  de la 1 a la 3 => =["meal","rest","diaper"]
  todas => =["meal","rest","diaper","play"]
  todas menos la 2 => =["meal","diaper","play"]
  todos excepto descanso => =["meal","diaper","play"]
  ninguna => =[]
  2 => =["rest"]
  la comida y el descanso => =["meal","rest"]
  descanso, juego libre y pañal => =["rest","diaper","play"]
  la primera y la última => =["meal","play"]
  13 => ?[["meal","diaper"]]
  1-3 => ?[["meal","rest","diaper"],["meal","diaper"]]
  la 1 o la 3 => ?[["meal","diaper"]]
  comida y no sé qué => -
  1 y 3 no 2 => =["meal","diaper"]
  hola => -
`;
const scaled = `
  3 => ={"key":"3"}
  el 4 => ={"key":"4"}
  cuatro => ={"key":"4"}
  casi siempre => ={"key":"3"}
  siempre => ={"key":"4"}
  ciempre => ={"key":"4"}
  SIEMPRE => ={"key":"4"}
  muchas veces => ={"key":"3"}
  casi no => ={"key":"2"}
  casi nunca => ={"key":"2"}
  a veces => ={"key":"2"}
  de repente => ={"key":"2"}
  pocas => ={"key":"2"}
  nunca => ={"key":"1"}
  no lo hizo => ={"key":"1"}
  n => ={"key":"n"}
  N => ={"key":"n"}
  n/a => ={"key":"n"}
  0 => ={"key":"n"}
  no aplica => ={"key":"n"}
  no lo vi => ={"key":"n"}
  no hubo oportunidad => ={"key":"n"}
  3 le avisó antes de cargarlo => ={"key":"3","note":"le avisó antes de cargarlo"}
  3, pero una vez no => ={"key":"3","note":"pero una vez no"}
  siempre, les habla bonito => ={"key":"4","note":"les habla bonito"}
  2 perdón 3 => ={"key":"3"}
  3 o 4 => ?[{"key":"3"},{"key":"4"}]
  4 3 => ?[{"key":"4"},{"key":"3"}]
  3? => ?[{"key":"3"}]
  creo que 3 => ={"key":"3"}
  3 veces => ?[{"key":"2"},{"key":"3"}]
  no siempre => ?[{"key":"3"},{"key":"2"}]
  no siempre lo hace => ?[{"key":"3"},{"key":"2"}]
  no => ?[{"key":"1"},{"key":"n"}]
  siempre no => -
  regular => ?[{"key":"2"},{"key":"3"}]
  5 => -
  sí => -
  hola => -
`;

describe('one of the options', () => {
  test.each(table(one))('%s is %s', (text, expected) =>
    expect(shortReading(readChoice(text, moments, vocabulary))).toBe(expected),
  );
  test.each([
    ['simón', '="y"'],
    ['👍', '="y"'],
    ['todavía no', '="l"'],
    ['no', '="n"'],
    ['nel', '="n"'],
  ])('%s among yes, no and not yet is %s', (text, expected) =>
    expect(shortReading(readChoice(text, yesNoLater, vocabulary))).toBe(expected),
  );
  test.each([
    ['15', '="b"'],
    ['2', '?["b","c"]'],
    ['la 3', '="c"'],
  ])('%s among quantities is %s', (text, expected) => expect(shortReading(readChoice(text, minutes, vocabulary))).toBe(expected));
});

describe('several of the options', () => {
  test.each(table(several))('%s is %s', (text, expected) =>
    expect(shortReading(readChoices(text, moments, vocabulary))).toBe(expected),
  );
});

describe('a place on the frequency scale', () => {
  test.each(table(scaled))('%s is %s', (text, expected) =>
    expect(shortReading(readScale(text, frequency, vocabulary))).toBe(expected),
  );
  test('sayings of frequency mean nothing on another scale', () => {
    const clear: ScaleValue[] = ['Nada claro', 'Poco claro', 'Claro', 'Muy claro'].map((label, i) => ({
      key: String(i + 1),
      value: i + 1,
      label,
    }));
    expect(readScale('casi siempre', clear, vocabulary).kind).toBe('unclear');
    expect(readScale('muy claro', clear, vocabulary)).toEqual({ kind: 'understood', value: { key: '4' } });
  });
});
