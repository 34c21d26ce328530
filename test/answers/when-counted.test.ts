// Days and hours told by others: counted from a feast, moved, put right, or in the long way round; on several days of 2026.
import { describe, expect, test } from 'vitest';
import { readWhen } from '../../src/engine/answers/when/when.ts';
import { shortWhen, table } from './answers-fixture.ts';

const holidays = new Map([
  ['2026-03-16', 'Natalicio de Benito Juárez'],
  ['2026-05-01', 'Día del Trabajo'],
  ['2026-09-16', 'Día de la Independencia'],
  ['2026-11-16', 'Día de la Revolución'],
  ['2026-12-25', 'Navidad'],
  ['2027-01-01', 'Año Nuevo'],
]);

const mondayInMarch = `
  10 y veinte el martes => datetime 2026-03-03 10:20
  dentro de dos semanas, el lunes => date 2026-03-16 !holiday:Natalicio de Benito Juárez
  despues del puente del 16 el martes => date 2026-03-17
  dia 5 hora 10:30 => datetime 2026-03-05 10:30
  el 4, 5 o 6 => ambiguous 2026-03-04 | 2026-03-05 | 2026-03-06
  el juebes als 10 => datetime 2026-03-05 10:00
  el jueves, no el viernes como puse, a las 10 => datetime 2026-03-05 10:00
  el jueves, no este, el otro a las 10 => datetime 2026-03-12 10:00
  el lunes de pascua => date 2026-04-06
  el martes a las 9, una hora más tarde mejor => datetime 2026-03-03 10:00
  el martes de dentro de dos semanas => date 2026-03-17
  el miercoles desde las 9 hasta las 10 => datetime 2026-03-04 09:00
  el viernes antes del puente => date 2026-03-13
  el viernes último del mes => date 2026-03-27
  en dos semanas el martes a las 9 => datetime 2026-03-17 09:00
  en una semana el jueves => date 2026-03-12
  esta tarde => date 2026-03-02
  esta tarde a las 5 => datetime 2026-03-02 17:00
  fecha: jueves 5 de marzo hora: 10:30 => datetime 2026-03-05 10:30
  hasta luego => none
  jueves⏎5⏎10am => datetime 2026-03-05 10:00
  jueves 10;30 => datetime 2026-03-05 10:30
  jueves a las 11⏎o bueno, 11 y media por la colacion => datetime 2026-03-05 11:30
  jueves a las 11, no a las 12 como le habia dicho => datetime 2026-03-05 11:00
  jueves primera opcion, viernes segunda => ambiguous 2026-03-05 | 2026-03-06
  jueves x la mañana 930 => datetime 2026-03-05 09:30
  la directora nos la cambió del jueves al viernes, misma hora 10 => datetime 2026-03-06 10:00
  martes o jueves, prefiero jueves a las 10 => datetime 2026-03-05 10:00
  mañana al mediodia, 12:30 => datetime 2026-03-03 12:30
  no se si el martes o el jueves => ambiguous 2026-03-03 | 2026-03-05
  nueve y media del dia jueves => datetime 2026-03-05 09:30
  primero termino lo del taller del miércoles y ya el jueves a las 10 la observo => datetime 2026-03-05 10:00
  ps el juevs a ls 10 => datetime 2026-03-05 10:00
  puede ser jueves a las 10? es que a las 9 llega la nutrióloga => datetime 2026-03-05 10:00
  puse jueves pero era viernes a las 10 => datetime 2026-03-06 10:00
  quedamos el jueves pero se cambió al viernes a las 12 => datetime 2026-03-06 12:00
  se atravesó la visita de la supervisora el jueves así que viernes 9:30 => datetime 2026-03-06 09:30
  tengo junta a las 9 el jueves, mejor 10:30 => datetime 2026-03-05 10:30
  vienes a las 9:15 am => datetime 2026-03-06 09:15
  vierens a las 10 => datetime 2026-03-06 10:00
  viernes 9-10 => datetime 2026-03-06 09:00
`;

const wednesdayInMay = `
  dice q el jueves xq el viernes hay festejo => date 2026-05-14
  el día del maestro no, un día antes => date 2026-05-14
  el viernes... no, ese día es día del maestro, el lunes a las 9 => datetime 2026-05-18 09:00
  el último de mayo => date 2026-05-31 !weekend
  en dos o tres días => ambiguous 2026-05-15 | 2026-05-16
  jueves 10 am, bueno 10 y cuarto => datetime 2026-05-14 10:15
  jueves 15 => ambiguous 2026-05-14 | 2026-05-15
  mañana 15 => ambiguous 2026-05-14 | 2026-05-15
  mañana 14 => date 2026-05-14
  si alcanzo el jueves, si no el lunes => ambiguous 2026-05-14 | 2026-05-18
  un día después del día del maestro => date 2026-05-16 !weekend
  viernes a las 9⏎perdón quise poner 10 => datetime 2026-05-15 10:00
  ya la habíamos hecho el martes => past 2026-05-12
  ya le había dicho que el jueves a las 10 => datetime 2026-05-14 10:00
  yo entro a las 7 y salgo a las 3 => none
  hoy en la mañana => past 2026-05-13
`;

const thursdayInNovember = `
  el lunes antes del dia de la virgen => date 2026-12-07
`;

const tuesdayInDecember = `
  de preferencia el jueves, aunque también puedo viernes => ambiguous 2026-12-17 | 2026-12-18
  igual que el martes, a las 10, pero el jueves => datetime 2026-12-17 10:00
  con Carmen el jueves a las 10 y con Rosa el viernes a las 11 => ambiguous 2026-12-17 10:00 | 2026-12-18 11:00
  el jueves no puede ser antes de las 10, ponga 10:15 => datetime 2026-12-17 10:15
  15 a las 11 => datetime 2026-12-15 11:00
  el dia despues de año nuevo => date 2027-01-02 !weekend
  el lunes antes de navidad => date 2026-12-21
`;

const tuesdayInApril = `
  al dia siguiente del dia del niño a las 9 => datetime 2026-05-01 09:00 !holiday:Día del Trabajo
  antes del puente => ambiguous 2026-05-04
  dos dias despues del dia del niño a las 10 => datetime 2026-05-02 10:00 !weekend
  el lunes siguiente al dia del niño => date 2026-05-04
  la vispera del dia del niño => date 2026-04-29
  por el día del niño no se puede el jueves, sería el lunes 4 a las 9 => datetime 2026-05-04 09:00
  un dia antes del dia del niño => date 2026-04-29
`;

describe.each([
  ['Monday 2 March', { date: '2026-03-02', time: '09:00' }, mondayInMarch],
  ['Wednesday 13 May', { date: '2026-05-13', time: '14:20' }, wednesdayInMay],
  ['Thursday 19 November', { date: '2026-11-19', time: '17:40' }, thursdayInNovember],
  ['Tuesday 15 December', { date: '2026-12-15', time: '10:15' }, tuesdayInDecember],
  ['Tuesday 28 April', { date: '2026-04-28', time: '08:05' }, tuesdayInApril],
])('said on %s 2026', (_, now, lines) => {
  test.each(table(lines))('%s is %s', (phrase, expected) => {
    expect(shortWhen(readWhen(phrase, { now, holidays, tense: 'future' }))).toBe(expected);
  });
});

const put = `
  el martes de la otra semana a las 10, perdón, el próximo viernes => datetime 2026-03-06 10:00
  el martes de la otra semana a las 10, perdón, el jueves => datetime 2026-03-12 10:00
  este jueves a las 3:30 pm, o mejor de 10 a 11 => datetime 2026-03-05 10:00
  el lunes 9 más o menos a las 11 => datetime 2026-03-09 11:00
  el lunes 9 cuarto para las 11 => datetime 2026-03-09 10:45
  el 12 para la observación => date 2026-03-12
  creo que mañana tipo 11 primero Dios => datetime 2026-03-03 11:00
  11hrs el jueves => datetime 2026-03-05 11:00
  a las 10 y media mañana => datetime 2026-03-03 10:30
  jueves 5 más o menos a las 11 no, mañana a la misma hora => datetime 2026-03-03 11:00
  se cambió del martes de la otra semana a este jueves 10:30 => datetime 2026-03-05 10:30
  no el jueves, el 12 a la una => datetime 2026-03-12 13:00
  el jueves o la próxima semana el martes a la una => ambiguous 2026-03-05 13:00 | 2026-03-10 13:00
  hace rato quedamos para mañana a las 9 => datetime 2026-03-03 09:00
  el jueves por la mañana como a la 1 y media => datetime 2026-03-05 13:30
`;

/** One letter too many, too few, wrong or out of its place. */
const typed = `
  el ujeves a las 10 => datetime 2026-03-05 10:00
  paado mañana a las 11 => datetime 2026-03-04 11:00
  pasado mñaana a las 11 => datetime 2026-03-04 11:00
  el jueves a lss 10 => datetime 2026-03-05 10:00
  el jueves al as 10 => datetime 2026-03-05 10:00
  el jueves ahlas 10 => datetime 2026-03-05 10:00
  miercoles 9 yy media => datetime 2026-03-04 09:30
  mañana a la una y meida => datetime 2026-03-03 13:30
  mañana a la uan y media => datetime 2026-03-03 13:30
  el lunes que veine a las 12 => datetime 2026-03-09 12:00
  el lunes qu viene a las 12 => datetime 2026-03-09 12:00
  cuarto parra las 11 el jueves => datetime 2026-03-05 10:45
  el 24 de abirl a las 9 => datetime 2026-04-24 09:00
  compro manzana a las 10 => time 10:00
  las partes de las 3 maestras => none
`;

describe('what is put right, and what is typed in a hurry, on Monday 2 March 2026', () => {
  test.each(table(put + typed))('%s is %s', (phrase, expected) => {
    const now = { date: '2026-03-02', time: '09:00' };
    expect(shortWhen(readWhen(phrase, { now, holidays, tense: 'future' }))).toBe(expected);
  });
});

describe('what is told by the appointment that stands', () => {
  const agreed = { date: '2026-03-05', time: '10:00' };
  test.each([
    ['el viernes a la misma hora', 'datetime 2026-03-06 10:00'],
    ['una hora más tarde', 'datetime 2026-03-05 11:00'],
    ['media hora antes porfa', 'datetime 2026-03-05 09:30'],
    ['el viernes una hora más temprano', 'datetime 2026-03-06 09:00'],
    ['una hora antes de la salida', 'none'],
  ])('%s is %s', (phrase, expected) => {
    const now = { date: '2026-03-02', time: '09:00' };
    expect(shortWhen(readWhen(phrase, { now, holidays, agreed, tense: 'future' }))).toBe(expected);
  });
});
