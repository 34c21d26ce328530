// Corrections of a sheet in one sentence: which items, which values, and what is better asked.
import { describe, expect, test } from 'vitest';
import type { ScaleValue } from '../../src/engine/answers/scales/scale.ts';
import { type ItemValues, readItemValues, readValuesInOrder } from '../../src/engine/answers/sheets/item-values.ts';
import { table, vocabulary } from './answers-fixture.ts';

const frequency: ScaleValue[] = [
  { key: '1', value: 1, label: 'No lo hizo' },
  { key: '2', value: 2, label: 'Pocas veces' },
  { key: '3', value: 3, label: 'Casi siempre' },
  { key: '4', value: 4, label: 'Siempre' },
  { key: 'n', value: null, label: 'No hubo oportunidad' },
];
const scales = Array.from({ length: 9 }, () => frequency);

function short(read: ItemValues): string {
  if (read.kind === 'values') return read.items.map(({ at, key }) => `${at}=${key ?? '_'}`).join(' ');
  return read.kind === 'doubtful' ? `? ${read.items.join(' ')}` : 'none';
}

const sentences = `
  la 2 es 1 y la 9 es 3 => 2=1 9=3
  la 2 mejor ponle 1 y la 9 bajale a 3 => 2=1 9=3
  la 5 tmb ponle 3 mejor => 5=3
  ay la 5 tb ponle 3 mejor va => 5=3
  la 2 es 1 y la 5 tmb => 2=1 5=1
  en la 3 y la 5 puse mal, son 2 y 4 => 3=2 5=4
  la 4 y la 6 son 3 => 4=3 6=3
  la 4 y 6 son 3 => 4=3 6=3
  las 4 y 6 son 3 => 4=3 6=3
  la 3, 5 y 7 eran 2 => 3=2 5=2 7=2
  la 2: 1, la 9: 3 => 2=1 9=3
  2: 1, 9: 3 => 2=1 9=3
  2-1, 9-3 => 2=1 9=3
  2=1 y 9=3 => 2=1 9=3
  la 2 1, la 9 3 => 2=1 9=3
  la 2 es 1 y 4 es 3 => 2=1 4=3
  la 2 sube a 4, la 9 baja a 1 => 2=4 9=1
  la 2 va en 1 y la 9 va en 3 => 2=1 9=3
  la segunda es 1 y la novena 3 => 2=1 9=3
  la cuatro es dos y la siete es tres => 4=2 7=3
  ponle 1 a la 2 y 3 a la 9 => 2=1 9=3
  un 3 en la 8 y un 2 en la 9 => 8=3 9=2
  3 la 8 y 2 la 9 => 8=3 9=2
  siempre la 8, y la 9 pocas veces => 8=4 9=2
  la 4 era 2 y la 6 tambien => 4=2 6=2
  la 7 no aplica y la 8 es 4 => 7=n 8=4
  la 5 y 6 no se observaron, la 1 era 4 => 5=n 6=n 1=4
  casi, la 4 era 2 => 4=2
  todo bien menos la 4 que era 2 => 4=2
  si pero la 3 es un 4 => 3=4
  la ultima es 2 => 9=2
  la penúltima era siempre => 8=4
  la primera era no observado => 1=n
  el punto 4 esta mal es 3 => 4=3
  me equivoque en la 5 es 3 => 5=3
  la 8 no la vi => 8=n
  la 4 era 2 porque ella repartia el material => 4=2
  la 4 no era 3, era 2 => 4=2
  la 4 era 2 y no 3 => 4=2
  la 4 cambiala de 3 a 2 => 4=2
  en la 2 puse 3 pero es 1 => 2=1
  las dos ultimas son 3 => 8=3 9=3
  las dos en 3 => 8=3 9=3
  ambas 3 => 8=3 9=3
  las que faltan son 4 => 8=4 9=4
  todo bien menos la 4 => 4=_
  cambia la 2 y la 9 => 2=_ 9=_
  la 3 y la 5 al reves => 3=_ 5=_
  la 4 era 7 => ? 4
  la 4 era 2 o 3 => ? 4
  la 4 era 2 y la 6 era 8 => ? 4 6
  la 4 era 2 y la 4 era 3 => ? 4 4
  la 4 y la 6 y la 8 son 2 y 3 => ? 4 6 8
  fue a la 1 de la tarde, 20 min => none
  hoy a las 10 en la comida 15 min 8 niños => none
  3 4 2 => none
  3 niños => none
  sí, guardar => none
`;

const inOrder = `
  4 y 2 => 4 2
  n, 3 => n 3
  n y no observado => n n
  siempre y casi nunca => 4 2
  un 4 y un 2 => 4 2
  no observado y 3 => n 3
  casi siempre y n => 3 n
  3 o 4 => none
  3 y 4 y 2 => none
  4 => none
  4 y muy bien => none
`;

describe('items of a sheet and their values in one sentence', () => {
  test.each(table(sentences))('%s is %s', (text, expected) =>
    expect(short(readItemValues(text, { scales, left: [8, 9], bare: false }, vocabulary))).toBe(expected),
  );
});

describe('values for the two that are left', () => {
  test.each(table(inOrder))('%s is %s', (text, expected) =>
    expect(readValuesInOrder(text, [frequency, frequency], vocabulary)?.join(' ') ?? 'none').toBe(expected),
  );
});
