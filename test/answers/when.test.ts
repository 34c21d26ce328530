// Days and hours as mentors write them, read by the conventions of the programme.
import { describe, expect, test } from 'vitest';
import { readWhen } from '../../src/engine/answers/when/when.ts';
import { readDateAgreement } from '../../src/engine/answers/when/when-agreement.ts';
import { fridayEvening, mondayMorning, shortWhen, table, vocabulary, wednesdayAfter } from './answers-fixture.ts';

const earlier = `
  mañana a las 10 => datetime 2026-11-24 10:00
  el jueves como a las 10 => datetime 2026-11-26 10:00
  pasado mañana => date 2026-11-25
  de hoy en ocho => date 2026-11-30
  el 5 de mayo a medio día => datetime 2027-05-05 12:00
  la próxima semana el martes => date 2026-12-01
  viernes 10 y media => datetime 2026-11-27 10:30
  a las 4 de la tarde => time 16:00
  en 15 días => date 2026-12-07
  cuarto para las 9 => time 08:45
  hoy en la tarde => date 2026-11-23
  mañana temprano => date 2026-11-24
  miercoles 4 pm => datetime 2026-11-25 16:00
  mañana en la noche => date 2026-11-24
  el lunes que viene => date 2026-11-30
  el próximo viernes => date 2026-11-27
  este viernes a las 6 pm => datetime 2026-11-27 18:00
  el sábado a mediodía => datetime 2026-11-28 12:00 !weekend
  a las 7:30 am => time 07:30
  a las 19:30 => time 19:30
  mañana a las 9 y cuarto => datetime 2026-11-24 09:15
  mañana a las 5 y media de la tarde => datetime 2026-11-24 17:30
  el 15 de diciembre => date 2026-12-15
  el 3 de febrero del 2027 a las 11 => datetime 2027-02-03 11:00
  15/12/2026 => date 2026-12-15
  15-12-2026 16:00 => datetime 2026-12-15 16:00
  5/3/27 => date 2027-03-05
  24 dic a las 8 pm => datetime 2026-12-24 20:00
  dentro de tres días => date 2026-11-26
  en dos horas => datetime 2026-11-23 11:30
  en media hora => datetime 2026-11-23 10:00
  al rato a las 8 => ambiguous 2026-11-23 20:00 | 2026-11-24 08:00
  hoy a las 8 de la noche => datetime 2026-11-23 20:00
  el miércoles 25 a las 3 => datetime 2026-11-25 15:00
  el martes 1 de diciembre a las 12:30 => datetime 2026-12-01 12:30
  jueves 4pm => datetime 2026-11-26 16:00
  el domingo en la mañana => date 2026-11-29 !weekend
  fin de mes => ambiguous 2026-11-30
  a fin de año => ambiguous 2026-12-31
  en una semana => date 2026-11-30
  la semana que entra el jueves => date 2026-12-03
  el jueves de la próxima semana a las 11 am => datetime 2026-12-03 11:00
  el primero de enero => date 2027-01-01
  el día 28 => date 2026-11-28 !weekend
  el 30 a las 5 => datetime 2026-11-30 17:00
  mañana a la una => datetime 2026-11-24 13:00
  mañana a las diez => datetime 2026-11-24 10:00
  el viernes a las cinco de la tarde => datetime 2026-11-27 17:00
  a las diez y media de la mañana => time 10:30
  manana a las 10 => datetime 2026-11-24 10:00
  diez para las 6 => time 17:50
  pasado mañana a las 11:15 => datetime 2026-11-25 11:15
  sabado 11 am => datetime 2026-11-28 11:00 !weekend
  ahorita => ambiguous 2026-11-23
  antier => past 2026-11-21
  ayer a las 6 de la tarde => past 2026-11-22 18:00
  el lunes pasado => past 2026-11-16
  hace dos días => past 2026-11-21
  el próximo mes => none
  mañana 10am => datetime 2026-11-24 10:00
  ¿se puede mañana a las 12? => datetime 2026-11-24 12:00
  me queda bien el miércoles a las 11 => datetime 2026-11-25 11:00
  el vierns a las 5 pm => datetime 2026-11-27 17:00
  pasado mañana en la tarde => date 2026-11-25
  jueves 26 de noviembre 4:30 pm => datetime 2026-11-26 16:30
  el 2 de diciembre tipo 6 de la tarde => datetime 2026-12-02 18:00
  como a las 3 y cuarto => time 15:15
  a las once y media => time 11:30
  hoy mismo a las 5 => datetime 2026-11-23 17:00
  de mañana en ocho => date 2026-12-01
  dentro de quince días => date 2026-12-07
  en un mes => date 2026-12-23
  en 20 minutos => datetime 2026-11-23 09:50
  cuarto para las 5 de la tarde => time 16:45
  veinte para las 8 => time 07:40
  el lunes a primera hora => date 2026-11-30
  este sábado por la mañana => date 2026-11-28 !weekend
  el otro lunes => date 2026-11-30
  la semana que viene el miércoles a las 10 => datetime 2026-12-02 10:00
  el martes de la semana que entra => date 2026-12-01
  el viernes que entra a las 2 de la tarde => datetime 2026-11-27 14:00
  6 de enero => date 2027-01-06
  1 de noviembre a las 9 am => past 2026-11-01 09:00
  15 de sept => past 2026-09-15
  12/dic => date 2026-12-12 !weekend
  el dia 5 a la 1 pm => datetime 2026-12-05 13:00 !weekend
  mañana a las 17 hrs => datetime 2026-11-24 17:00
  17:00 horas del jueves => datetime 2026-11-26 17:00
  mañana 9:30 => datetime 2026-11-24 09:30
  mñn a las 10 => datetime 2026-11-24 10:00
  ayer => past 2026-11-22
  anteayer => past 2026-11-21
  hace una semana => past 2026-11-16
  el 24 en la noche => date 2026-11-24
  miércoles a medio dia => datetime 2026-11-25 12:00
  domingo 7pm => datetime 2026-11-29 19:00 !weekend
  el último día del mes => date 2026-11-30
  martes y media... digo martes 10:30 => datetime 2026-11-24 10:30
  el 31 de diciembre a medianoche => ambiguous 2026-12-31 00:00
  ahora en la tarde => date 2026-11-23
  sería el jueves a las 10 y cuarto => datetime 2026-11-26 10:15
  mejor el viernes en la tarde, como a las 5 => datetime 2026-11-27 17:00
  para el 8 de diciembre por favor => date 2026-12-08
  hoy en la noche a las 9 => datetime 2026-11-23 21:00
  el sabado 5 de diciembre a las 10 de la mañana => datetime 2026-12-05 10:00 !weekend
  mañana a medio día => datetime 2026-11-24 12:00
  el miércoles después de las 4 => ambiguous 2026-11-25 16:00
  a la 1:30 de la tarde => time 13:30
  el lunes próximo a las 8:15 am => datetime 2026-11-30 08:15
  de aquí al viernes => ambiguous 2026-11-27
  en tres semanas => date 2026-12-14
  en un par de días => date 2026-11-25
  en hora y media => datetime 2026-11-23 11:00
  el martes por la tarde => date 2026-11-24
  pasado mañana a mediodía => datetime 2026-11-25 12:00
  el próximo 20 de enero => date 2027-01-20
  4:45pm => time 16:45
  a las 16 horas => time 16:00
  jueves 3 de diciembre, 18:00 => datetime 2026-12-03 18:00
  la próxima semana, lunes a las 12 => datetime 2026-11-30 12:00
  el dia de mañana => date 2026-11-24
  mañana x la tarde => date 2026-11-24
  el vier 27 a las 11am => datetime 2026-11-27 11:00
  2 de la tarde del miércoles => datetime 2026-11-25 14:00
  antes de ayer => past 2026-11-21
  el mes que entra el día 10 => date 2026-12-10
  al mediodía => time 12:00
  hoy a las diez y veinte => datetime 2026-11-23 10:20
  nochebuena => date 2026-12-24
  de mañana en quince => date 2026-12-08
`;

const monday = `
  lunes => date 2026-11-30
  lunes a las 11 => datetime 2026-11-23 11:00
  lunes a las 8 => datetime 2026-11-30 08:00
  hoy => date 2026-11-23
  hoy a las 8 => past 2026-11-23 08:00
  hoy a las 3 => datetime 2026-11-23 15:00
  martes o jueves => ambiguous 2026-11-24 | 2026-11-26
  el martes o el jueves a las 10 => ambiguous 2026-11-24 10:00 | 2026-11-26 10:00
  entre 10 y 11 => ambiguous 2026-11-23 10:00 | 2026-11-23 11:00
  mañana entre 10 y 11 => ambiguous 2026-11-24 10:00 | 2026-11-24 11:00
  mañana de 10 a 11 => datetime 2026-11-24 10:00
  jueves de 4 a 5 pm => datetime 2026-11-26 16:00
  de lunes en ocho => date 2026-12-07
  30 de febrero => impossible noSuchDay
  31 de abril => impossible noSuchDay
  a las 25 => impossible noSuchHour
  a las 10:75 => impossible noSuchHour
  25 h => impossible noSuchHour
  el 23 => date 2026-12-23
  el 23 a las 11 => datetime 2026-11-23 11:00
  el 23 a las 8 => datetime 2026-12-23 08:00
  martes 24 => date 2026-11-24
  martes 25 => ambiguous 2026-11-24 | 2026-11-25
  jueves 10 => ambiguous 2026-11-26 10:00 | 2026-12-10
  el jueves 10 => ambiguous 2026-11-26 10:00 | 2026-12-10
  el jueves 3 de diciembre => date 2026-12-03
  el jueves 4 de diciembre => ambiguous 2026-11-26 | 2026-12-04
  la próxima semana => ambiguous 2026-11-30 | 2026-12-01 | 2026-12-02 | 2026-12-03 | 2026-12-04
  la semana que entra => ambiguous 2026-11-30 | 2026-12-01 | 2026-12-02 | 2026-12-03 | 2026-12-04
  este fin de semana => ambiguous 2026-11-28 | 2026-11-29
  en la tarde => ambiguous 2026-11-23 | 2026-11-24
  al rato => ambiguous 2026-11-23
  tempranito => ambiguous 2026-11-23 | 2026-11-24
  a primera hora => ambiguous 2026-11-23 | 2026-11-24
  mañana a primera hora => date 2026-11-24
  mañana después de la comida => date 2026-11-24
  el jueves saliendo del descanso => date 2026-11-26
  después del puente => date 2026-12-28
  día del niño => date 2027-04-30
  dia de reyes => date 2027-01-06
  10 de mayo => date 2027-05-10
  25 de diciembre => date 2026-12-25 !holiday:Navidad
  10 => ambiguous 2026-12-10 | 2026-11-23 10:00
  20 => ambiguous 2026-12-20 | 2026-11-23 20:00
  10 y media => time 10:30
  a las 12 => time 12:00
  a la 1 => time 13:00
  12 del día => time 12:00
  12 pm => time 12:00
  12:30 => time 12:30
  12 de la noche => time 00:00
  5 => ambiguous 2026-12-05 | 2026-11-23 17:00
  a las 5 => time 17:00
  a las 6 => time 18:00
  a las 7 => time 07:00
  el viernes a las 17 hrs => datetime 2026-11-27 17:00
  mañana a las 4:30 => datetime 2026-11-24 16:30
  mañana a las 04:30 => datetime 2026-11-24 04:30
  faltando 10 para las 12 => time 11:50
  mañana a cuarto para las 10 => datetime 2026-11-24 09:45
  el jueves no puedo => none
  el jueves no, el viernes => date 2026-11-27
  no puedo mañana => none
  no, el jueves => date 2026-11-26
  mañana a las 10, perdón 11 => datetime 2026-11-24 11:00
  el martes, digo el miércoles a las 9 => datetime 2026-11-25 09:00
  cada tercer día => none
  los martes => ambiguous 2026-11-24
  antes del viernes => ambiguous 2026-11-27
  hasta el lunes => date 2026-11-30
  ayer => past 2026-11-22
  hola => none
  no sé => none
  siempre no => none
  yo le aviso => none
  8 niños => none
  20 minutos => none
  el 32 => impossible noSuchDay
  15/13 => impossible noSuchDay
  2026-12-05 => date 2026-12-05 !weekend
  5 mayo => date 2027-05-05
  5-may => date 2027-05-05
  mar 1 dic => date 2026-12-01
  3 mar => date 2027-03-03
  mñn como a las 10 y media => datetime 2026-11-24 10:30
  mañana como alas 9 => datetime 2026-11-24 09:00
  pasado mañana tipo 11 => datetime 2026-11-25 11:00
  juebes a las dies => datetime 2026-11-26 10:00
  savado => date 2026-11-28 !weekend
  miercolez a las 9 => datetime 2026-11-25 09:00
  el ultimo viernes => ambiguous 2026-11-27
  el proximo miercoles 2 a las 9:15 => datetime 2026-12-02 09:15
  mañana por la mañana a las 6 => datetime 2026-11-24 06:00
  el 5 o 6 de diciembre => ambiguous 2026-12-05 | 2026-12-06
  a las 10 u 11 => ambiguous 2026-11-23 10:00 | 2026-11-23 11:00
  mañana a las 10 o 11 => ambiguous 2026-11-24 10:00 | 2026-11-24 11:00
  en 8 días => date 2026-11-30
  quince días => date 2026-12-07
  en un ratito => ambiguous 2026-11-23
  hoy más tarde => date 2026-11-23
  el primero => date 2026-12-01
  1ro de diciembre => date 2026-12-01
  1o de diciembre a las 9 => datetime 2026-12-01 09:00
  a las 9 en punto mañana => datetime 2026-11-24 09:00
  ¿le parece el jueves a las 10? => datetime 2026-11-26 10:00
  mañana 8 niños => date 2026-11-24
  el jueves con 8 niños a las 10 => datetime 2026-11-26 10:00
  mañana a las 1030 => datetime 2026-11-24 10:30
  hoy en 8 => date 2026-11-30
  este lunes => ambiguous 2026-11-23 | 2026-11-30
  cualquier día menos el lunes => none
  a las 3 hrs => time 15:00
  mañana a mediodía => datetime 2026-11-24 12:00
`;

const unseen = `
  yo creo que el jueves ya como a las 11 y cuarto => datetime 2026-11-26 11:15
  podría ser el miercoles a medio dia => datetime 2026-11-25 12:00
  sería hasta el próximo martes a las 9 de la mañana => datetime 2026-11-24 09:00
  le parece bien el vie 27 tipo 10 => datetime 2026-11-27 10:00
  el jueves a las 12 y media => datetime 2026-11-26 12:30
  mejor dejémoslo para el lunes 30 => date 2026-11-30
  nos vemos mañana a las nueve y media => datetime 2026-11-24 09:30
  el viernes a las 2 y 20 => datetime 2026-11-27 14:20
  lunes 30 nov 9am => datetime 2026-11-30 09:00
  el miércoles a la hora de la comida => date 2026-11-25
  de mañana en 8 a las 10 => datetime 2026-12-01 10:00
  el 3 a las 10 => datetime 2026-12-03 10:00
  a las 11:30 el jueves => datetime 2026-11-26 11:30
  jueves 26/11 10:00 => datetime 2026-11-26 10:00
  ahorita a las 11 => datetime 2026-11-23 11:00
  hoy como a la una => datetime 2026-11-23 13:00
  hoy a las 2 de la tarde => datetime 2026-11-23 14:00
  la otra semana el jueves a las 9 => datetime 2026-12-03 09:00
  el martes en la mañana a las 8 y media => datetime 2026-11-24 08:30
  tengo libre el miércoles o viernes a las 10 => ambiguous 2026-11-25 10:00 | 2026-11-27 10:00
  puedo el martes, el miércoles no => date 2026-11-24
  para el 15 de enero => date 2027-01-15
  el segundo lunes de diciembre => date 2026-12-14
  el martes pero a las 11 => datetime 2026-11-24 11:00
  en dos semanas el lunes => date 2026-12-07
  mañana por la tarde 4:30 => datetime 2026-11-24 16:30
  el día de mañana a eso de las 10 => datetime 2026-11-24 10:00
  el prox lunes 10 am => datetime 2026-11-30 10:00
  27 de noviembre del 2026 => date 2026-11-27
  viernes 27, 11 hrs => datetime 2026-11-27 11:00
  el sábado no trabajo, el lunes a las 10 => datetime 2026-11-23 10:00
  martes 10 => ambiguous 2026-11-24 10:00 | 2026-12-10
  a más tardar el viernes => ambiguous 2026-11-27
  las 9 del viernes => datetime 2026-11-27 09:00
  el jueves a las diez para las once => ambiguous 2026-11-26 10:00 | 2026-11-26 11:00
  el dos de diciembre a las once => datetime 2026-12-02 11:00
  dentro de una semana => date 2026-11-30
  no sé si el jueves => none
  a finales de mes => ambiguous 2026-11-30
  en la semana => none
  cuando regrese la maestra => none
  el jueves siguiente => date 2026-11-26
  de 9:30 a 10:15 el miércoles => datetime 2026-11-25 09:30
  nos vemos el 1 de dic a la 1 => datetime 2026-12-01 13:00
  mañana tempranito como a las 7 => datetime 2026-11-24 07:00
  el lunes festivo => none
`;

const friday = `
  viernes => date 2026-03-13
  viernes a las 7 pm => datetime 2026-03-06 19:00
  viernes a las 10 => datetime 2026-03-13 10:00
  este viernes => ambiguous 2026-03-06 | 2026-03-13
  hoy a las 8 => past 2026-03-06 08:00
  hoy a las 8 de la noche => datetime 2026-03-06 20:00
  hoy a las 5 => past 2026-03-06 17:00
  mañana => date 2026-03-07 !weekend
  lunes => date 2026-03-09
  el lunes a las 9 => datetime 2026-03-09 09:00
  el lunes de la próxima semana => date 2026-03-09
  la próxima semana el lunes => date 2026-03-09
  el otro lunes => date 2026-03-09
  de lunes en ocho => date 2026-03-16 !holiday:Natalicio de Juárez
  el 16 => date 2026-03-16 !holiday:Natalicio de Juárez
  el 16 a las 10 => datetime 2026-03-16 10:00 !holiday:Natalicio de Juárez
  el 6 => date 2026-04-06
  el 6 a las 7 pm => datetime 2026-03-06 19:00
  el 5 => date 2026-04-05 !weekend
  5 de marzo => past 2026-03-05
  1 de enero => past 2026-01-01
  15 de septiembre => date 2026-09-15
  4 de septiembre => date 2026-09-04
  10 de octubre => date 2026-10-10 !weekend
  después del puente => date 2026-03-17
  1 de mayo => date 2026-05-01 !holiday:Día del Trabajo
  día del niño => date 2026-04-30
  29 de febrero => impossible noSuchDay
  jueves 5 de marzo => past 2026-03-05
  jueves 12 => date 2026-03-12
  en quince días => date 2026-03-20
  el domingo => date 2026-03-08 !weekend
  el jueves pasado => past 2026-03-05
  a las 5 => time 17:00
  fin de mes => ambiguous 2026-03-31
  en la mañana => ambiguous 2026-03-06 | 2026-03-07
  esta semana => ambiguous 2026-03-06
  el viernes de esta semana => date 2026-03-06
  nochebuena => date 2026-12-24
  el martes de la semana que viene a las 4 => datetime 2026-03-10 16:00
`;

const done = `
  martes => date 2026-11-24
  el martes => date 2026-11-24
  miércoles => date 2026-11-25
  el miércoles a las 10 => datetime 2026-11-25 10:00
  el miércoles a las 4 => datetime 2026-11-18 16:00
  ayer => date 2026-11-24
  antier => date 2026-11-23
  hoy => date 2026-11-25
  hoy a las 10 => datetime 2026-11-25 10:00
  mañana => impossible future
  el lunes pasado => date 2026-11-23
  hace tres días => date 2026-11-22 !weekend
  hace ocho días => date 2026-11-18
  el 20 => date 2026-11-20
  el 25 => date 2026-11-25
  el 26 => date 2026-10-26
  15 de noviembre => date 2026-11-15 !weekend
  15 de diciembre => impossible future
  1 de enero => date 2026-01-01
  ayer a las 11 => datetime 2026-11-24 11:00
  el viernes => date 2026-11-20
  la semana pasada => ambiguous 2026-11-16 | 2026-11-17 | 2026-11-18 | 2026-11-19 | 2026-11-20
  el jueves de la semana pasada => date 2026-11-19
  hace una hora => datetime 2026-11-25 13:30
  en la mañana => ambiguous 2026-11-25 | 2026-11-24
  a las 11 => time 11:00
  el próximo lunes => impossible future
  hace rato => date 2026-11-25
  ayer en la tarde => date 2026-11-24
  el lunes 23 => date 2026-11-23
  lunes 16 de noviembre => date 2026-11-16 !holiday:Revolución
  anoche => date 2026-11-24
`;

describe('an appointment named on Monday 23 November 2026 at 9:30', () => {
  test.each(table(earlier))('%s is %s', (phrase, expected) => {
    expect(shortWhen(readWhen(phrase, mondayMorning))).toBe(expected);
  });
  test.each(table(unseen))('%s is %s', (phrase, expected) => {
    expect(shortWhen(readWhen(phrase, mondayMorning))).toBe(expected);
  });
  test.each(table(monday))('%s is %s', (phrase, expected) => {
    expect(shortWhen(readWhen(phrase, mondayMorning))).toBe(expected);
  });
});

describe('an appointment named on Friday 6 March 2026 at 18:40', () => {
  test.each(table(friday))('%s is %s', (phrase, expected) => {
    expect(shortWhen(readWhen(phrase, fridayEvening))).toBe(expected);
  });
});

describe('what was done, told on Wednesday 25 November 2026 at 14:30', () => {
  test.each(table(done))('%s is %s', (phrase, expected) => {
    expect(shortWhen(readWhen(phrase, wednesdayAfter))).toBe(expected);
  });
});

describe('a bare number is the day or the hour that was asked for', () => {
  test.each([
    ['10', { expects: 'time' as const }, 'time 10:00'],
    ['4', { expects: 'time' as const }, 'time 16:00'],
    ['10', { expects: 'date' as const }, 'date 2026-12-10'],
    ['40', { expects: 'date' as const }, 'impossible noSuchDay'],
    ['10 u 11', { day: '2026-11-26' }, 'none'],
    ['a las 10 u 11', { day: '2026-11-26' }, 'ambiguous 2026-11-26 10:00 | 2026-11-26 11:00'],
  ])('%s with %j is %s', (phrase, more, expected) => {
    expect(shortWhen(readWhen(phrase, { ...mondayMorning, ...more }))).toBe(expected);
  });
});

const agreement = `
  pues si, yo creo que si => yes
  si, si no pasa nada => yes
  ese dia esta bien creo => yes
  si no pasa nada => yes
  si, primero Dios => yes
  si, a menos que me cambien el turno => yes
  por mi esta bien => yes
  pues ya que => yes
  ahi nos vemos => yes
  a esa hora me queda => yes
  si, no hay bronca => yes
  si pero mas tarde => otherHour
  si pero no a esa hora => otherHour
  mejor no => no
  creo que no => no
  ese dia no puedo => no
  no, otro dia => no
  no se => unclear
  a lo mejor => unclear
  depende => unclear
  si verdad? => unclear
`;

describe('a date that was told back', () => {
  test.each(table(agreement))('%s is %s', (text, expected) => expect(readDateAgreement(text, vocabulary)).toBe(expected));
  test.each([
    ['dos semanas', 'date 2026-12-07'],
    ['unas 3 semanas', 'date 2026-12-14'],
    ['un mes', 'date 2026-12-23'],
    ['dos semanas tiene de nacido', 'none'],
  ])('%s alone is %s', (phrase, expected) => expect(shortWhen(readWhen(phrase, mondayMorning))).toBe(expected));
});
