// What may stand behind «registro»: iterations, months, days and weeks as coordinators write them, and what is not guessed at.
import { expect, it } from 'vitest';
import { readPeriod } from '../../src/engine/staff/participation-request.ts';
import { houseProgram } from '../support/test-house.ts';

const { program } = houseProgram();
/** A Wednesday of the first iteration. */
const today = '2026-03-04';
const read = (said: string, on = today) => readPeriod(said, program, on);

it.each([
  ['la iteración 2', 'it2'],
  ['iteracion 1', 'it1'],
  ['la iteración dos', 'it2'],
  ['la segunda iteración', 'it2'],
  ['la primera iteracion', 'it1'],
  ['it4', 'it4'],
  ['esta iteración', 'it1'],
])('«registro de %s» is an iteration', (said, iteration) => {
  expect(read(said)).toEqual({ iteration });
});

it.each([
  ['marzo', '2026-03-01', '2026-03-31'],
  ['febrero', '2026-02-01', '2026-02-28'],
  ['febrero de 2028', '2028-02-01', '2028-02-29'],
  ['diciembre', '2025-12-01', '2025-12-31'],
  ['mes de enero', '2026-01-01', '2026-01-31'],
  ['este mes', '2026-03-01', '2026-03-31'],
  ['mes pasado', '2026-02-01', '2026-02-28'],
  ['1 al 15 de marzo', '2026-03-01', '2026-03-15'],
  ['primero al 15 de marzo', '2026-03-01', '2026-03-15'],
  ['3 de marzo', '2026-03-03', '2026-03-03'],
  ['23 de febrero al 6 de marzo', '2026-02-23', '2026-03-06'],
  ['el 23 de febrero hasta el 6 de marzo de 2026', '2026-02-23', '2026-03-06'],
  ['15 de diciembre al 6 de enero', '2025-12-15', '2026-01-06'],
  ['esta semana', '2026-03-02', '2026-03-08'],
  ['la semana pasada', '2026-02-23', '2026-03-01'],
  ['hoy', '2026-03-04', '2026-03-04'],
  ['ayer', '2026-03-03', '2026-03-03'],
])('«registro de %s» is from %s to %s', (said, from, to) => {
  expect(read(said)).toEqual({ from, to });
});

it('everything is everything', () => expect(read('todo')).toEqual({}));

it('the iteration before is the one that ended last', () => {
  expect(read('la iteración pasada', '2026-04-15')).toEqual({ iteration: 'it1' });
  expect(read('la iteración pasada')).toBeUndefined();
});

it.each(['lo que sea', 'iteración 9', '31 de febrero', '15 al 3 de marzo', 'marzo y abril', 'la guardería 4', 'el 3', ''])(
  '«registro de %s» is asked again, not guessed at',
  (said) => expect(read(said)).toBeUndefined(),
);
