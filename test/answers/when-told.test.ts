// A day and an hour in the middle of what mentors tell with it: corrections, excuses, courtesy, other events, ranges.
import { describe, expect, test } from 'vitest';
import { readWhen } from '../../src/engine/answers/when/when.ts';
import { inOwnZone } from '../../src/engine/answers/when/when-zone.ts';
import { mondayMorning, shortWhen, table } from './answers-fixture.ts';

const moved = `
  este martes de la semana que entra a las 10 => datetime 2026-12-01 10:00
  mañana es martes verdad? ese dia a las 10 => datetime 2026-11-24 10:00
  nombre la verdad hasta el viernes, a las 9 => datetime 2026-11-27 09:00
  ahorita no puedo, al rato le digo, el jueves a las 10 => datetime 2026-11-26 10:00
  ntc el jueves no, el viernes a las 9 => datetime 2026-11-27 09:00
  no si el jueves esta bien a las 10 => datetime 2026-11-26 10:00
  ya que, el jueves a las 10 => datetime 2026-11-26 10:00
  no mas que sea temprano, el jueves a las 8 => datetime 2026-11-26 08:00
  el jueves nomas a las 8 => datetime 2026-11-26 08:00
  no hay de otra, el jueves a las 9 => datetime 2026-11-26 09:00
  no crea que se me olvido, el jueves a las 9 => datetime 2026-11-26 09:00
  no sera mucho pedir el jueves a las 9? => datetime 2026-11-26 09:00
  no tiene inconveniente el jueves a las 9? => datetime 2026-11-26 09:00
  disculpe que no conteste ayer, el jueves a las 9 => datetime 2026-11-26 09:00
  hasta ahorita veo su mensaje, seria el jueves a las 9 => datetime 2026-11-26 09:00
  como le dije ayer, el jueves a las 9 => datetime 2026-11-26 09:00
  el jueves a las 9, feliz inicio de semana => datetime 2026-11-26 09:00
  el jueves a las 9, mañana le confirmo => datetime 2026-11-26 09:00
  a que hora es el taller mañana? yo la tengo el jueves a las 9 => datetime 2026-11-26 09:00
  viernes 27 a las 9⏎no mejor el lunes 30⏎misma hora => datetime 2026-11-30 09:00
  miercoles 9 am⏎ese dia tengo cita⏎jueves 9 am => datetime 2026-11-26 09:00
  a las 10 de la mañana del jueves, perdon del viernes => datetime 2026-11-27 10:00
  mañana⏎bueno no mañana no⏎pasado mañana a las 11 => datetime 2026-11-25 11:00
  jueves 11 am⏎borre eso, viernes 11 am => datetime 2026-11-27 11:00
  jueves 11 am⏎viernes, viernes 11 am perdon => datetime 2026-11-27 11:00
  el jueves a las 10, mas bien 10 y cuarto => datetime 2026-11-26 10:15
  el jueves de 9 a 10⏎no de 10 a 11 => datetime 2026-11-26 10:00
  ella quiere el jueves pero yo no puedo, el viernes a las 9 => datetime 2026-11-27 09:00
  se cambio para el viernes a las 9 => datetime 2026-11-27 09:00
  se recorre al lunes 30 a las 9 => datetime 2026-11-30 09:00
  no hubo quien cubriera hoy, el jueves a las 9 => datetime 2026-11-26 09:00
  regreso el 30 de vacaciones, el martes 1 a las 10 => datetime 2026-12-01 10:00
  la maestra esta de incapacidad hasta el 1, el miercoles 2 a las 10 => datetime 2026-12-02 10:00
  mi telefono es 55 1234 5678 => none
  fueron 3/4 de hora => none
  son 2 de 3 => none
  el taller 2 => none
  10 minutos => none
  si => none
  que dia? => none
  no entendi que dia => none
  no vino la maestra => none
  jueves? => date 2026-11-26
  si a las 10 => time 10:00
  de 10:00 a 10:30 am => time 10:00
  alas diez y cuarto de la mañana => time 10:15
  12:30 pm => time 12:30
  07:00 => time 07:00
  6:30 am => time 06:30
  ala una => time 13:00
  dos y media => time 14:30
  cuarto pa la 1 => time 12:45
  5 pa las 10 am => time 09:55
  10 con 10 => time 10:10
  10.30 => time 10:30
  10hrs => time 10:00
`;

const corrected = `
  el miercoles a las 10⏎ay no, a las 11 => datetime 2026-11-25 11:00
  jueves a las 9⏎*10 => datetime 2026-11-26 10:00
  jueves a las 10 digo a las 12 => datetime 2026-11-26 12:00
  el 26 a las 10⏎no perdon el 27 => datetime 2026-11-27 10:00
  lunes a las 9⏎no, el lunes es puente⏎martes => datetime 2026-11-24 09:00
  el jueves a las 3, me equivoque, a las 4 => datetime 2026-11-26 16:00
  mañana a las 9⏎ups, 9:30 => datetime 2026-11-24 09:30
  no el miercoles, el jueves a las 10 => datetime 2026-11-26 10:00
  siempre si el jueves a las 10 => datetime 2026-11-26 10:00
  el jueves a las 10 bueno no mejor a las 11 => datetime 2026-11-26 11:00
  quise decir viernes⏎a las 10 => datetime 2026-11-27 10:00
  a las 10⏎el jueves⏎perdon a las 11 => datetime 2026-11-26 11:00
  el jueves a las 10, aaah no espere, ese dia hay simulacro, viernes a las 10 => datetime 2026-11-27 10:00
  que diga viernes⏎a las 9 => datetime 2026-11-27 09:00
  2 de dic⏎perdon 3 de dic⏎10 am => datetime 2026-12-03 10:00
  pasado mañana⏎no⏎mañana => date 2026-11-24
  a la 1⏎de la tarde⏎el viernes => datetime 2026-11-27 13:00
  lo cambiamos al jueves a las 10 => datetime 2026-11-26 10:00
  en vez del martes el jueves a las 10 => datetime 2026-11-26 10:00
  lo pasamos de las 10 a las 12 del jueves => datetime 2026-11-26 12:00
  era el martes pero va a ser el jueves a las 10 => datetime 2026-11-26 10:00
  ya no va a ser el martes, va a ser el jueves a las 9 => datetime 2026-11-26 09:00
  hoy no pude, mañana a las 10 sin falta => datetime 2026-11-24 10:00
  ayer no vino la maestra, la tenemos mañana a las 9 => datetime 2026-11-24 09:00
  martes y miercoles tengo curso asi que el jueves a las 9 => datetime 2026-11-26 09:00
  mañana viene supervision, el jueves a las 10 => datetime 2026-11-26 10:00
  el jueves a las 10 porque el miercoles viene proteccion civil => datetime 2026-11-26 10:00
  esta semana no puedo, la otra el martes a las 10 => datetime 2026-12-01 10:00
  esta semana ando de vacaciones, el lunes 30 a las 9 => datetime 2026-11-30 09:00
  estoy de incapacidad hasta el miercoles, puede ser el jueves a las 10 => datetime 2026-11-26 10:00
  me toca filtro el martes, puedo el miercoles a las 11 => datetime 2026-11-25 11:00
  hoy hubo simulacro y no se pudo, el miercoles a las 10 => datetime 2026-11-25 10:00
  ando cubriendo sala toda la semana, hasta el viernes a las 12 => datetime 2026-11-27 12:00
  no tengo quien me cubra el martes, el miercoles si a las 10 => datetime 2026-11-25 10:00
`;

const bubbles = `
  jueves 10 am⏎no mejor 11 => datetime 2026-11-26 11:00
  el 26⏎perdon el 27⏎a las 9 => datetime 2026-11-27 09:00
  el miercoles a las 10, espere, a las 10 es el desayuno, mejor 11 => datetime 2026-11-25 11:00
  martes 9:30⏎no 10⏎bueno si 9:30 => datetime 2026-11-24 09:30
  viernes a las 10 perdon jueves => datetime 2026-11-26 10:00
  a las 11⏎del jueves⏎no, viernes => datetime 2026-11-27 11:00
  miercoles a la misma hora => date 2026-11-25
  jueves 10, ay me confundi, viernes 10 am => datetime 2026-11-27 10:00
  jueves⏎ay no jueves no⏎viernes⏎10 => datetime 2026-11-27 10:00
  le habia dicho jueves pero es viernes a las 10 => datetime 2026-11-27 10:00
  es que el jueves no, el viernes a las 10 porfa => datetime 2026-11-27 10:00
  el martes a las 10⏎cambio de planes⏎el miercoles a las 9 => datetime 2026-11-25 09:00
  el martes a las 10⏎siempre no se puede⏎el miercoles => datetime 2026-11-25 10:00
  el martes a las 10⏎la maestra me dice que mejor a las 11 => datetime 2026-11-24 11:00
  el martes a las 10⏎o a las 11⏎no, a las 10 => datetime 2026-11-24 10:00
  el jueves o el viernes, no se, pongale jueves a las 9 => datetime 2026-11-26 09:00
  a las 3 am⏎pm perdon => time 15:00
  el 26 de octubre perdon noviembre a las 10 => datetime 2026-11-26 10:00
  jueves 27⏎perdon viernes 27⏎10am => datetime 2026-11-27 10:00
  jueves 27 a las 10, no, 26 => datetime 2026-11-26 10:00
  el jueves a las 9:00⏎10:00 mejor => datetime 2026-11-26 10:00
  jueves a las 9⏎y media perdon => datetime 2026-11-26 09:30
  el juves⏎*jueves⏎a las 10 => datetime 2026-11-26 10:00
  mañana 10⏎mejor en la tarde 4 => datetime 2026-11-24 16:00
  el jueves en la mañana⏎no en la tarde⏎a las 4 => datetime 2026-11-26 16:00
  proximo lunes⏎no este sino el otro => date 2026-12-07
  jueves 26 10:00⏎correccion 10:15 => datetime 2026-11-26 10:15
`;

const weeks = `
  la semana que entra el miercoles a las 11 => datetime 2026-12-02 11:00
  la semana proxima jueves 9:30 => datetime 2026-12-03 09:30
  martes de la siguiente semana a las 10 => datetime 2026-12-01 10:00
  el lunes de la que entra a las 9 => datetime 2026-11-30 09:00
  el martes de la semana del 30 a las 9 => datetime 2026-12-01 09:00
  el lunes en ocho a las 10 => datetime 2026-12-07 10:00
  en ocho dias a las 10 => datetime 2026-11-30 10:00
  de pasado mañana en ocho => date 2026-12-02
  del jueves en quince => date 2026-12-10
  en ocho a las 9 => datetime 2026-11-30 09:00
  el proximo martes 10 am => datetime 2026-11-24 10:00
  este jueves no, el que viene a las 10 => datetime 2026-12-03 10:00
  no este jueves sino el siguiente a las 10 => datetime 2026-12-03 10:00
  el jueves pero de la otra semana => date 2026-12-03
  despues de reyes el lunes 11 a las 10 => datetime 2027-01-11 10:00
  regresando de vacaciones el 7 de enero => date 2027-01-07
  antes de navidad, el martes 22 a las 9 => datetime 2026-12-22 09:00
  el 24 de diciembre a las 9 => datetime 2026-12-24 09:00
  feliz año nuevo maestra, nos vemos el 7 de enero a las 9 => datetime 2027-01-07 09:00
  buen inicio de semana, seria el miercoles a las 9 => datetime 2026-11-25 09:00
  feliz fin de semana, el martes 9 am => datetime 2026-11-24 09:00
  buenos dias, el jueves a las 10 => datetime 2026-11-26 10:00
  feliz viernes!!! => none
  martes de 9:30 a 10:30 => datetime 2026-11-24 09:30
  martes 9-10 am => datetime 2026-11-24 09:00
  el jueves a las 10 a 11 => datetime 2026-11-26 10:00
  10:00 - 11:00 el jueves => datetime 2026-11-26 10:00
`;

const rough = `
  la otra semana el lunes no, el martes a las 10 => datetime 2026-12-01 10:00
  proxima semana jueves => date 2026-12-03
  el viernes de la semana pasada => past 2026-11-20
  hasta el 7 de enero => date 2027-01-07
  lunes proximo a las 10 => datetime 2026-11-30 10:00
  el jueves pero de la semana que entra a las 9 => datetime 2026-12-03 09:00
  ya la semana que entra miss, el martes 1 a las 10 => datetime 2026-12-01 10:00
  dentro de 15 dias a las 10 => datetime 2026-12-07 10:00
  en 3 dias a las 9 => datetime 2026-11-26 09:00
  de aqui a ocho dias => date 2026-11-30
  hoy en ocho a las 10 => datetime 2026-11-30 10:00
  de este jueves en ocho => date 2026-12-03
  ocho dias => date 2026-11-30
  mañana temprano 7:30 => datetime 2026-11-24 07:30
  hoy a medio dia => datetime 2026-11-23 12:00
  hoy => date 2026-11-23
  en la mañanita como 8 y media => time 08:30
  a la hora de la siesta => none
  despues del desayuno => none
  en mi hora de comida el jueves => date 2026-11-26
  a la entrada del jueves => date 2026-11-26
  sala 2 => none
  2 veces => none
  buen fin => none
  lindo domingo => none
`;

const told = `
  yo le aviso => none
  el lunes le aviso que dia => none
  le marco mañana para quedar => none
  le confirmo el jueves a las 10 => datetime 2026-11-26 10:00
  ya platique con la maestra y quedamos el miercoles a las 9 => datetime 2026-11-25 09:00
  la maestra me dijo ayer que el miercoles a las 9 => datetime 2026-11-25 09:00
  la directora nos autorizo el jueves a las 10 => datetime 2026-11-26 10:00
  no estoy segura pero yo creo que el jueves a las 10 => datetime 2026-11-26 10:00
  a lo mejor el jueves => date 2026-11-26
  no hay problema el jueves a las 10 => datetime 2026-11-26 10:00
  como no, el jueves a las 9 => datetime 2026-11-26 09:00
  no se preocupe, el jueves a las 9 esta bien => datetime 2026-11-26 09:00
  el jueves a las 10 que no hay tanto niño => datetime 2026-11-26 10:00
  cuando duerman los niños el jueves, como 1 y media => datetime 2026-11-26 13:30
  despues de la comida el jueves, 1:30 => datetime 2026-11-26 13:30
  el jueves despues del filtro, 9:15 => datetime 2026-11-26 09:15
  jueves al terminar el desayuno tipo 9 y media => datetime 2026-11-26 09:30
  jueves 10 am con maternal b2 => datetime 2026-11-26 10:00
  la segunda observacion el jueves a las 10 => datetime 2026-11-26 10:00
  son 3 maestras, el jueves a las 10 la primera => datetime 2026-11-26 10:00
  el jueves a las 10 por 30 minutos => datetime 2026-11-26 10:00
  el jueves 1 hora a las 10 => datetime 2026-11-26 10:00
  el mero 30 a las 9 => datetime 2026-11-30 09:00
  a media mañana del jueves => date 2026-11-26
  jueves x la mañana 9.15 => datetime 2026-11-26 09:15
  JUEVES 26 DE NOVIEMBRE 10:00 A.M. => datetime 2026-11-26 10:00
  jue. 26 a las 10 => datetime 2026-11-26 10:00
  26.11.26 10:00 => datetime 2026-11-26 10:00
  nov 26 10 am => datetime 2026-11-26 10:00
  mñna alas 9 => datetime 2026-11-24 09:00
  ala 1 mañana => datetime 2026-11-24 13:00
  el juebes alas onse => datetime 2026-11-26 11:00
  el myercoles a las 9 => datetime 2026-11-25 09:00
  pasadomañana a las 10 => datetime 2026-11-25 10:00
  el uno de diciembre => date 2026-12-01
  9 y cacho el jueves => datetime 2026-11-26 09:00
  10 para las 9 => time 08:50
  a las 9 con 20 => time 09:20
  nueve cuarenta y cinco => time 09:45
  las 10 => time 10:00
  1 pm => time 13:00
  13:15 => time 13:15
  1030 hrs => time 10:30
  9 de la mañana => time 09:00
  a eso de las 11 => time 11:00
  once y media => time 11:30
  12 en punto => time 12:00
`;

const done = `
  ya la hicimos, el viernes a las 10 => past 2026-11-20 10:00
  la hicimos el viernes => past 2026-11-20
  se hizo el jueves 19 a las 10 => past 2026-11-19 10:00
  la tuvimos el 18 => past 2026-11-18
  el plan fue el viernes y la observacion es el jueves a las 9 => datetime 2026-11-26 09:00
  hace rato quedamos para mañana a las 9 => datetime 2026-11-24 09:00
  mañana martes a las 10 => datetime 2026-11-24 10:00
  pasado mañana miercoles 25 => date 2026-11-25
  hoy 23 a la 1 => datetime 2026-11-23 13:00
  el proximo jueves 3 de diciembre a las 10 => datetime 2026-12-03 10:00
  con la maestra Abril el 26 a las 9 => datetime 2026-11-26 09:00
  la oficial Julio Cesar el jueves => date 2026-11-26
  mas al rato como a las 4 => datetime 2026-11-23 16:00
  hoy en la tarde => date 2026-11-23
  cuando usted diga => none
  cuando se pueda => none
  cada 8 dias => none
  jueves a las 10 si dios quiere => datetime 2026-11-26 10:00
  el jueves a las 10 si no llueve => datetime 2026-11-26 10:00
  si me cubren el jueves a las 10 => datetime 2026-11-26 10:00
  20 de enero a las 10 => datetime 2027-01-20 10:00
  el 15 => date 2026-12-15
  el 2 del mes que entra a las 9 => datetime 2026-12-02 09:00
  el primer martes del mes que entra a las 10 => datetime 2026-12-01 10:00
  el 31 de noviembre => impossible noSuchDay
  el jueves 32 => impossible noSuchDay
  tengo espacio el jueves a las 10 => datetime 2026-11-26 10:00
  hay chance el jueves? => date 2026-11-26
  es mejor el jueves a las 10 => datetime 2026-11-26 10:00
  el jueves me queda bien a las 10 => datetime 2026-11-26 10:00
  10 am del jueves => datetime 2026-11-26 10:00
  10:30 del 26 => datetime 2026-11-26 10:30
  la junta con la directora es el miercoles, la observacion el jueves a las 10 => datetime 2026-11-26 10:00
`;

const explained = `
  el lunes no hay clases por el puente, seria el martes a las 10 => datetime 2026-11-24 10:00
  el viernes 27 nos toca el simulacro, mejor el jueves 26 a las 9 => datetime 2026-11-26 09:00
  la oficial pidio permiso el martes, quedamos miercoles 10 am => datetime 2026-11-25 10:00
  con eso de la posada ando vuelta loca, yo creo que el martes 1 de diciembre a las 9 => datetime 2026-12-01 09:00
  hay brote de varicela y no hay niños, mejor la otra semana el martes a las 10 => datetime 2026-12-01 10:00
  llevo desde el viernes con fiebre, seria el miercoles 10 am => datetime 2026-11-25 10:00
  deme chance hasta el jueves => date 2026-11-26
  estoy sola en la sala lunes y martes, el miercoles a las 9 => datetime 2026-11-25 09:00
  no he podido por la supervision del martes, que sea el jueves a las 11 => datetime 2026-11-26 11:00
  salgo a las 2 y tengo que ir por mis hijos, puede ser el jueves a las 11? => datetime 2026-11-26 11:00
  los niños comen a las 12, puede ser el jueves a las 11 => datetime 2026-11-26 11:00
  el desayuno es a las 9, el jueves a las 10 => datetime 2026-11-26 10:00
  como ya se durmieron a la 1, el jueves 1:15 => datetime 2026-11-26 13:15
  estoy en filtro de 7 a 9, el jueves a las 10 => datetime 2026-11-26 10:00
  tengo sala de 9 a 11, seria el jueves a las 12 => datetime 2026-11-26 12:00
  el miercoles 16 es feriado? entonces el jueves 17 a las 10 => datetime 2026-12-17 10:00
  regresando de navidad el lunes a las 10 => datetime 2026-12-28 10:00
  el 12 de diciembre dia de la virgen => date 2026-12-12 !weekend
  el 24 en nochebuena no, el 22 a las 10 => datetime 2026-12-22 10:00
  felices fiestas, nos vemos el 7 de enero a las 10 => datetime 2027-01-07 10:00
  gracias por el detalle del dia del maestro, el jueves a las 10 => datetime 2026-11-26 10:00
  como es puente el lunes, el martes a las 10 => datetime 2026-11-24 10:00
`;

describe('an appointment named on Monday 23 November 2026 at 9:30', () => {
  describe.each([
    ['moved, told beside, and hours alone', moved],
    ['corrections and excuses', corrected],
    ['corrections over several bubbles', bubbles],
    ['weeks, feasts and ranges', weeks],
    ['rough times', rough],
    ['what is told with the day, and how it is written', told],
    ['what is done, and the day by another name', done],
    ['excuses and what only explains', explained],
  ])('%s', (_, lines) => {
    test.each(table(lines))('%s is %s', (phrase, expected) => {
      expect(shortWhen(readWhen(phrase, mondayMorning))).toBe(expected);
    });
  });
});

describe('an hour told in another zone', () => {
  const ten = { date: '2026-11-26', time: '10:00' };
  test.each([
    ['a las 10 hora del centro', 'America/Tijuana', '08:00'],
    ['a las 10, hora de México', 'America/Cancun', '11:00'],
    ['10 am hora cdmx', 'America/Mazatlan', '09:00'],
    ['10 am hora de Tijuana', 'America/Tijuana', '10:00'],
    ['a la hora del centro de acopio, a las 10', 'America/Mexico_City', '10:00'],
  ])('%s in %s is %s', (text, zone, time) => expect(inOwnZone(text, ten, zone).time).toBe(time));
});
