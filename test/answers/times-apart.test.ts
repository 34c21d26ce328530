// Times that she says beside what was asked for: taken out of her words, and nothing else with them.
import { expect, test } from 'vitest';
import { readTimesApart } from '../../src/engine/answers/told/times-apart.ts';

const now = { date: '2026-03-02', time: '10:00' };
const read = (text: string) => readTimesApart(text, { now, holidays: new Map(), tense: 'future' }, true);

const apart: readonly (readonly [string, object])[] = [
  ['unas tarjetas y lo vemos en dos semanas', { words: 'unas tarjetas', deadline: '2026-03-16', session: '' }],
  ['dos canastas, para el viernes de la otra semana', { words: 'dos canastas', deadline: '2026-03-13', session: '' }],
  ['nada, y platicamos como 25 min', { words: 'nada', session: 'platicamos como 25 min' }],
  [
    'que lo haga en 4 de 5 cambios para el viernes 13',
    { words: 'que lo haga en 4 de 5 cambios', deadline: '2026-03-13', session: '' },
  ],
  [
    'en dos semanas que les avise a 4 niños antes de cargarlos',
    { words: 'les avise a 4 niños antes de cargarlos', deadline: '2026-03-16', session: '' },
  ],
  ['muñecos. el plazo es de 15 días', { words: 'muñecos', deadline: '2026-03-16', session: '' }],
  ['lo checamos a más tardar el 20', { words: '', deadline: '2026-03-20', session: '' }],
  ['para fin de mes', { words: '', deadline: '2026-03-31', session: '' }],
  ['un espejo\nla otra semana lo vemos', { words: 'un espejo\nla otra semana lo vemos' }],
  ['un espejo\ny lo vemos para la otra semana', { words: 'un espejo', deadline: '2026-03-13', session: '' }],
  ['el jueves a las 10', { words: '', visit: { date: '2026-03-05', time: '10:00' }, session: '' }],
  ['una lona, y la observo el jueves a las 10', { words: 'una lona', visit: { date: '2026-03-05', time: '10:00' }, session: '' }],
  [
    'se agache y les hable, ayer platicamos 15 minutos',
    { words: 'se agache y les hable', session: 'ayer platicamos 15 minutos' },
  ],
];
const whole: readonly string[] = [
  'que lea 3 cuentos en una semana',
  'ofrecer dos opciones a 5 niños en la comida',
  'esperar hasta 5 segundos',
  'que espere hasta que abra la boca',
  'material para el lunes de colores y crayolas',
  'platicamos con los niños 10 minutos de sus emociones',
  'antes de cargarlo que le avise',
  'cada viernes cantar',
  'en 4 de 5 cambios de pañal',
  'fueron 4 niños',
  'le paso el video y la veo el jueves en la comida',
  'que nombre 3 cosas para 5 niños',
];

test.each(apart)('«%s»', (text, expected) => {
  const found = read(text);
  if (Object.keys(expected).length === 1) expect(found).toBeUndefined();
  else expect(found).toEqual(expected);
});

test.each(whole)('«%s» stays whole', (text) => {
  expect(read(text)).toBeUndefined();
});
