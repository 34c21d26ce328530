// What may stand behind «registro»: periods, centres and names as coordinators write them, and what is not guessed at.
import { expect, it } from 'vitest';
import { readPeriod } from '../../src/engine/staff/participation-period.ts';
import { readParticipation } from '../../src/engine/staff/participation-request.ts';
import { houseProgram } from '../support/test-house.ts';

const { program } = houseProgram();
/** A Wednesday of the first iteration. */
const today = '2026-03-04';
const read = (said: string, on = today) => readPeriod(said, program, on);
const whole = (said: string) => readParticipation(said, (text) => read(text));

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
  ['el próximo mes', '2026-04-01', '2026-04-30'],
  ['marzo y abril', '2026-03-01', '2026-04-30'],
  ['febrero a abril', '2026-02-01', '2026-04-30'],
  ['abril', '2026-04-01', '2026-04-30'],
  ['la primera quincena de marzo', '2026-03-01', '2026-03-15'],
  ['segunda quincena de febrero', '2026-02-16', '2026-02-28'],
  ['el año pasado', '2025-01-01', '2025-12-31'],
  ['este año', '2026-01-01', '2026-12-31'],
  ['2026', '2026-01-01', '2026-12-31'],
  ['1 al 15 de marzo', '2026-03-01', '2026-03-15'],
  ['primero al 15 de marzo', '2026-03-01', '2026-03-15'],
  ['del 1/3 al 15/3', '2026-03-01', '2026-03-15'],
  ['del 01/03/2026 al 15/03/2026', '2026-03-01', '2026-03-15'],
  ['2/3', '2026-03-02', '2026-03-02'],
  ['3 de marzo', '2026-03-03', '2026-03-03'],
  ['23 de febrero al 6 de marzo', '2026-02-23', '2026-03-06'],
  ['del 23 feb al 2 de marzo', '2026-02-23', '2026-03-02'],
  ['entre el 23 de febrero y el 2 de marzo', '2026-02-23', '2026-03-02'],
  ['el 23 de febrero hasta el 6 de marzo de 2026', '2026-02-23', '2026-03-06'],
  ['15 de diciembre al 6 de enero', '2025-12-15', '2026-01-06'],
  ['desde el 23 de febrero', '2026-02-23', '2026-03-04'],
  ['hasta el 2 de marzo', '2026-02-02', '2026-03-02'],
  ['desde el lunes', '2026-03-02', '2026-03-04'],
  ['esta semana', '2026-03-02', '2026-03-08'],
  ['la semana pasada', '2026-02-23', '2026-03-01'],
  ['de la proxima semana', '2026-03-09', '2026-03-15'],
  ['la semana que viene', '2026-03-09', '2026-03-15'],
  ['de los ultimos 15 dias', '2026-02-18', '2026-03-04'],
  ['las últimas dos semanas', '2026-02-19', '2026-03-04'],
  ['hoy', '2026-03-04', '2026-03-04'],
  ['ayer', '2026-03-03', '2026-03-03'],
  ['ayer y hoy', '2026-03-03', '2026-03-04'],
  ['antier', '2026-03-02', '2026-03-02'],
  ['del 1 al 15 de marso', '2026-03-01', '2026-03-15'],
  ['hace tres días', '2026-03-01', '2026-03-01'],
  ['la pasada semana', '2026-02-23', '2026-03-01'],
])('«registro de %s» is from %s to %s', (said, from, to) => {
  expect(read(said)).toEqual({ from, to });
});

it('everything is everything', () => expect(read('todo')).toEqual({}));

it('the iteration before is the one that ended last', () => {
  expect(read('la iteración pasada', '2026-04-15')).toEqual({ iteration: 'it1' });
  expect(read('la iteración pasada')).toBeUndefined();
});

it.each([
  'lo que sea',
  'iteración 9',
  'iteración 1 y 2',
  '31 de febrero',
  '15 al 3 de marzo',
  'marzo y mayo',
  'antes de marzo',
  'la guardería 4',
  'el 3',
  'pasado',
  'el último mes',
  'del 1/13 al 15/13',
  '',
])('«registro de %s» is asked again, not guessed at', (said) => expect(read(said)).toBeUndefined());

it.each([
  ['de G04', { centre: { said: 'g04', certain: true } }],
  ['de la guardería 704', { centre: { said: '704', certain: true } }],
  ['de la guarderia de Texcoco', { centre: { said: 'texcoco', certain: true } }],
  ['Texcoco', { centre: { said: 'texcoco', certain: false } }],
  ['sin nombres', { named: false }],
  ['con nombres', { named: true }],
  ['en exel de la iteracion 2', { period: { iteration: 'it2' } }],
  ['de marzo sin nombres', { period: { from: '2026-03-01', to: '2026-03-31' }, named: false }],
  ['de hoy de G04', { period: { from: today, to: today }, centre: { said: 'g04', certain: true } }],
  [
    'de G04 de la iteración 1, sin nombres por favor',
    {
      period: { iteration: 'it1' },
      centre: { said: 'g04', certain: true },
      named: false,
    },
  ],
  [
    'de marzo de la guardería de Texcoco',
    {
      period: { from: '2026-03-01', to: '2026-03-31' },
      centre: { said: 'texcoco', certain: true },
    },
  ],
])('«registro %s» has its parts', (said, parts) => expect(whole(said)).toEqual(parts));

it.each(['G04 y lo que sea del 40', 'del 31 de febrero', '', 'iteración 9 de G04'])(
  '«registro %s» is asked again as a whole',
  (said) => expect(whole(said)).toBeUndefined(),
);
