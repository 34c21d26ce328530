// Paper cards copied in one line, short codes, numbers, durations, and lists and names of caregivers.
import { describe, expect, test } from 'vitest';
import { readMinutes } from '../../src/engine/answers/numbers/minutes.ts';
import { readNumber } from '../../src/engine/answers/numbers/number.ts';
import { readCaregiverList } from '../../src/engine/answers/people/caregiver-list.ts';
import { readCaregiverName } from '../../src/engine/answers/people/caregiver-name.ts';
import type { ScaleValue } from '../../src/engine/answers/scales/scale.ts';
import { readScaleLine, readSheetLine, type ScaleLine } from '../../src/engine/answers/scales/scale-line.ts';
import { findShortCode, readShortCode } from '../../src/engine/answers/words/short-code.ts';
import { shortReading, table } from './answers-fixture.ts';

const frequency: ScaleValue[] = [
  { key: '1', value: 1, label: 'No lo hizo' },
  { key: '2', value: 2, label: 'Pocas veces' },
  { key: '3', value: 3, label: 'Casi siempre' },
  { key: '4', value: 4, label: 'Siempre' },
  { key: 'n', value: null, label: 'No hubo oportunidad' },
];
const nine = Array.from({ length: 9 }, () => frequency);

function shortLine(line: ScaleLine): string {
  if (line.kind === 'line') return `line ${line.keys.join('')}`;
  if (line.kind === 'count') return `count ${line.given}/${line.expected} ${line.keys.join('')}`;
  return line.kind === 'badValue' ? `bad ${line.at} ${line.word}` : 'none';
}

const lines = `
  3 2 4 1 n 3 3 4 2 => line 3241n3342
  3,2,4,1,n,3,3,4,2 => line 3241n3342
  3, 2, 4, 1, N, 3, 3, 4, 2 => line 3241n3342
  3-2-4-1-n-3-3-4-2 => line 3241n3342
  324 1n3 342 => line 3241n3342
  32 41n3342 => line 3241n3342
  3241n3342 => line 3241n3342
  3⏎2⏎4⏎1⏎n⏎3⏎3⏎4⏎2 => line 3241n3342
  1) 3 2) 2 3) 4 4) 1 5) n 6) 3 7) 3 8) 4 9) 2 => line 3241n3342
  1.- 3 2.- 2 => count 2/9 32
  1. 3⏎2. 2⏎3. 4⏎4. 1⏎5. n⏎6. 3⏎7. 3⏎8. 4⏎9. 2 => line 3241n3342
  2:2 1:3 3:4 4:1 5:n 6:3 7:3 8:4 9:2 => line 3241n3342
  1-3 2-2 3-4 4-1 5-2 6-3 7-3 8-4 9-2 => line 324123342
  3 2 no aplica 4 1 2 3 4 4 => line 32n412344
  3 2 n/a 4 1 2 3 4 4 => line 32n412344
  Ahí le van: 3 2 4 1 n 3 3 4 2 gracias => line 3241n3342
  siempre, casi siempre, pocas veces, siempre, no lo hizo, siempre, siempre, siempre, siempre => line 432414444
  3️⃣ 2️⃣ 4️⃣ 1️⃣ n 3️⃣ 3️⃣ 4️⃣ 2️⃣ => line 3241n3342
  324 1n3 => count 6/9 3241n3
  3 2 4 => count 3/9 324
  1:3 2:2 3:4 => count 3/9 324
  3 2 4 1 n 3 3 4 2 4 => count 10/9 3241n33424
  1:3 1:2 3:4 4:1 5:2 6:3 7:3 8:4 9:2 => count 8/9 32412334
  3 2 4 1 7 3 3 4 2 => bad 5 7
  3 2 4 x 1 3 3 4 2 => bad 4 x
  3 => none
  324 => none
  15 => none
  20 min => none
  a las 10 30 => none
  10:30 => none
  8/12/2026 => none
  5512345678 => none
  3 le avisó antes de cargarlo => none
  hola => none
  3 o 4 => none
`;

const numbers = `
  15 => =15
  quince => =15
  treinta y cinco => =35
  unos 20 => =20
  veintidós => =22
  8 niños => =8
  1,200 => =1200
  2.5 => =2.5
  dos y medio => =2.5
  ninguno => =0
  como una => =1
  dos mil => =2000
  ciento veinte => =120
  10 perdón 11 => =11
  15-20 => ?[15,20]
  3 o 4 => ?[3,4]
  kuatro => =4
  beintidos => =22
  cuarentaidos => =42
  maternal b2 => -
  ya no son 5 ahora son 4 => =4
  8 no, 9 => =9
  8⏎no, 9 => =9
  12⏎12⏎perdon se mando dos veces => =12
  eran 6 en la lista pero ya nomas somos 5 => =5
  vinieron 6 de 9 => =6
  4 niñas y 3 niños => =7
  15 niños, faltaron 3 => ?[15,3]
  ni una => =0
  treinta y tantos => -
  cuatrp => =4
  son doce, 7 niñas y 5 niños => =12
  14 pero llegaron 11 => =11
  ay no 9 => =9
  vinticinco => =25
  un par nomas => =2
  los 14 menos 2 q faltaron => =12
  10... no espere, 9 => =9
  mas de 5 => -
  a las 3 => -
  la 2 => -
  tuvimos una junta => -
  no sé => -
`;
const durations = `
  hora y media => =90
  unos 20 min => =20
  media hr => =30
  media hora => =30
  una hora y cuarto => =75
  20 => =20
  como 45 => =45
  90 => =90
  1:20 hrs => =80
  1 hr 20 min => =80
  1h30 => =90
  1.5 horas => =90
  3/4 de hora => =45
  tres cuartos de hora => =45
  un cuarto de hora => =15
  2 horas => =120
  2 horas y media => =150
  una hora => =60
  casi una hora => =60
  cuarenta y cinco minutos => =45
  20 minutos con 8 niños => =20
  10 perdón 15 => =15
  15-20 => ?[15,20]
  15 o 20 => ?[15,20]
  de 15 a 20 minutos => ?[15,20]
  más de una hora => -
  ni media hora => -
  2 horas menos 10 min => =110
  d 11:50 a 12:30 => =40
  de cuarto para las 10 a las 10 y cuarto => =30
  entramos 8:05 salimos 8:40 => =35
  de 9 a 9:30 => =30
  empezamos a las 10 => -
  hora veinte => =80
  1/2 hora => =30
  1 ½ hora => =90
  30 mintos => =30
  unahora => =60
  una hora⏎bueno 50 min => =50
  20 minutos no, 30 => =30
  15 min y otros 5 => =20
  15 minutos de platica y 10 de observacion => =25
  iban a ser 20 pero fueron 35 => =35
  2 sesiones de 15 => ?[30,15]
  una hora y pico => -
  una hpra => =60
  .5 hrs => =30
  45min. bueno 40 porq llegue tarde => =40
  de diez y cuarto a once menos cuarto => =30
  desde las 11 hasta mediodia => =60
  salimos alas 11:10, habiamos entrado 10:30 => =40
  25 de platica y 10 de llenar el formato => =35
  10 min mas que la otra vez => -
  el taller dura 3 hrs pero yo nada mas me quede 2 => ?[180,2]
  crei que media hora pero vi el reloj y eran 40 => =40
  de 2 a 3 pero llego 5 min tarde, o sea 55 => =55
  3o min => =30
  1 o 2 horas => ?[60,120]
  45 o una hora => ?[45,60]
  20 o mas => -
  10 de observar y 10 de platicar => ?[20,10]
  cm 20 => =20
  unos quince veinte minutos => ?[15,20]
  inicio 9:05⏎fin 9:35 => =30
  de 9am a 10am => =60
  40 min, mas bien 45 => =45
  una hora, 20 minutos => =80
  1 hora⏎20 min => ?[80,20]
  un cuartito de hora => =15
  3/4 d hr => =45
  una hora menos los 10 min que fui por agua => =50
  eran 20 pero nos alargamos a 35 => =35
  de 9 a 11 pero con media hora de descanso => ?[90,120]
  10 min porque llegaron los papas => =10
  2 => ?[2,120]
  500 => ?[500]
  8 niños => -
  poquito => -
  media => -
`;
const names = [
  { id: 'guadalupe', name: 'Guadalupe Pérez' },
  { id: 'rosa', name: 'Rosa Martínez' },
  { id: 'maria', name: 'María López' },
  { id: 'carmen', name: 'María del Carmen Ruiz' },
  { id: 'leticia', name: 'Leticia Gómez' },
];
const mentions = `
  Lupita => ="guadalupe"
  Lupe => ="guadalupe"
  GUADALUPE => ="guadalupe"
  ya platiqué con Rosa => ="rosa"
  rosita => ="rosa"
  martines => ="rosa"
  lety => ="leticia"
  con letisia hoy => ="leticia"
  maria lopez => ="maria"
  Carmelita => ="carmen"
  mari carmen => ="carmen"
  maría => ?["maria","carmen"]
  Rosa y Lupita => ?["rosa","guadalupe"]
  pedro => -
  ya la hice => -
`;

const rooms = [
  { id: 'matA', name: 'Maternal A', aliases: ['mat a'] },
  { id: 'lacB', name: 'Lactantes B', aliases: ['lac b', 'lactante b'] },
];
const shifts = [
  { id: 'am', name: 'matutino', aliases: ['mat', 'mañana'] },
  { id: 'pm', name: 'vespertino', aliases: ['vesp', 'tarde'] },
];
const lists = `
  Lupita, Maternal A, matutino => Lupita/matA/am
  Lupita maternal a mat => Lupita/matA/am
  Lupita y Rosa => Lupita, Rosa
  Lupita, Rosa y Carmen => Lupita, Rosa, Carmen
  1. Lupita - Maternal A⏎2. miss Rosa María López, lac b, vespertino => Lupita/matA, Rosa María López/lacB/pm
  lupita perez; ROSA => Lupita Perez, Rosa
  - Lupita⏎- Rosa => Lupita, Rosa
  Mis maestras son:⏎Lupita⏎Rosa => Lupita, Rosa
  Ana de la Cruz => Ana de la Cruz
  1) maestra Ángeles, sala maternal a => Ángeles/matA
  lupita d maternal a => Lupita/matA
  la miss jimena q todavia no se en q sala => Jimena
  nada mas Carmen de lac b => Carmen/lacB
  son dos: Rosa y Petra, las dos de lactantes b => Rosa/lacB, Petra/lacB
  rosa la de lactantes b en la tarde => Rosa/lacB/pm
  Maternal A:⏎Rosa⏎Petra⏎Lactantes B:⏎Lupita => Rosa/matA, Petra/matA, Lupita/lacB
  Lupita⏎maternal a⏎Rosa⏎lac b => Lupita/matA, Rosa/lacB
  en maternal a esta Rosa y en lactantes b Petra => Rosa/matA, Petra/lacB
  la de lactantes b es Conchita => Conchita/lacB
  Ma. del Carmen, mat a => Ma. del Carmen/matA
  1.Lupita 2.Rosa 3.Carmen => Lupita, Rosa, Carmen
  Lupita, Maternal A. Rosa, Lactantes B. => Lupita/matA, Rosa/lacB
  Rosa mañana le digo => Rosa
  Xunaxi, maternal a => Xunaxi/matA
`;

describe('a checklist of nine items in one line', () => {
  test.each(table(lines))('%s is %s', (text, expected) => expect(shortLine(readScaleLine(text, nine))).toBe(expected));
});

const around = `
  3 2 4 1 n 3 3 4 2 gracias => line 3241n3342 | |
  3 2 4 1 n 3 3 4 2 fue hoy en la comida 15 min 8 niños => line 3241n3342 | | fue hoy en la comida 15 min 8 niños
  3 2 4 1 n 3 3 4 2 8 niños 15 min => line 3241n3342 | | 8 niños 15 min
  3 2 4 1 n 3 3 4 2 4 niños => line 3241n3342 | | 4 niños
  3 2 4 1 n 3 3 4 4 niños => count 8/9 3241n334 | | 4 niños
  3,2,4,1,n,3,3,4,2,hoy,comida,15 min,8 niños => line 3241n3342 | | hoy,comida,15 min,8 niños
  324 1n3 342 hoy, 20 minutos => line 3241n3342 | | hoy, 20 minutos
  son 3 2 4 1 n 3 3 4 2 de hoy a las 11 => line 3241n3342 | son | de hoy a las 11
  ayer 15 min 3 2 4 1 n 3 3 4 2 => line 3241n3342 | ayer 15 min |
  aqui va la hoja de lupita 3 2 4 1 n 3 3 4 2 => line 3241n3342 | aqui va la hoja de lupita |
  3 2 4 1 n 3, hoy 15 min => count 6/9 3241n3 | | hoy 15 min
  3 2 4 1 n 3 3 4 2 y 4 => count 10/9 3241n3342 | | y 4
  3 2 4 1 7 3 3 4 2 hoy => bad 5 7 | |
  hoy en la comida 15 min 8 niños => none
  la 4 era 2 => none
  3 le avisó antes de cargarlo => none
`;

describe('a line with words around it', () => {
  test.each(table(around))('%s is %s', (text, expected) => {
    const read = readSheetLine(text, nine);
    expect(read ? `${shortLine(read.line)} | ${read.before} | ${read.after}`.replace(/ {2}/g, ' ').trim() : 'none').toBe(
      expected,
    );
  });
  test('rows with their numbers say which items they are for', () =>
    expect(readScaleLine('1:3 3:2', nine)).toMatchObject({ kind: 'count', keys: ['3', '2'], places: [1, 3] }));
});

describe('a checklist of four items in one line', () => {
  const four = nine.slice(0, 4);
  test.each([
    ['3-2-4-1', 'line 3241'],
    ['3.2.4.1', 'line 3241'],
    ['3241', 'line 3241'],
    ['1) 3 2) 2', 'count 2/4 32'],
    ['1. 3 2. 2', 'count 2/4 32'],
    ['1-3 2-2', 'count 2/4 32'],
    ['1.3 2.2 3.4 4.1', 'line 3241'],
    ['4:1 3:4 2:2 1:3', 'line 3241'],
  ])('%s is %s', (text, expected) => expect(shortLine(readScaleLine(text, four))).toBe(expected));
});

describe('the code of a card', () => {
  test.each([
    ['l7k: 3 2 4', 'L7K', '3 2 4'],
    ['código L7K 3 2', 'L7K', '3 2'],
    ['*L7K*', 'L7K', ''],
    ['#m2a 3', 'M2A', '3'],
  ])('%s is %s', (text, code, rest) => expect(readShortCode(text)).toEqual({ code, rest }));
  test.each(['I7K', 'L0K', 'L1K', 'L7O', 'L7Kx', 'hola L7K', '3 2 4', ''])('%s is none', (text) =>
    expect(readShortCode(text)).toBeUndefined(),
  );
});

describe('a code of hers inside a message', () => {
  const isHers = (code: string): boolean => code === 'L7K';
  test.each([
    ['ya estuvo l7k 3 2 4', 'ya estuvo', '3 2 4'],
    ['aqui va la hoja de lupita L7K: 3 2', 'aqui va la hoja de lupita', '3 2'],
    ['corregir L7K', 'corregir', ''],
  ])('%s', (text, before, rest) => expect(findShortCode(text, isHers)).toEqual({ code: 'L7K', before, rest }));
  test.each(['ya estuvo M2A 3 2 4', 'ya estuvo', 'son 3 2 4'])('%s has none', (text) =>
    expect(findShortCode(text, isHers)).toBeUndefined(),
  );
});

describe('quantities', () => {
  test.each(table(numbers))('%s is the number %s', (text, expected) => expect(shortReading(readNumber(text))).toBe(expected));
  test.each(table(durations))('%s lasts %s', (text, expected) => expect(shortReading(readMinutes(text))).toBe(expected));
});

describe('caregivers', () => {
  test.each(table(mentions))('%s names %s', (text, expected) =>
    expect(shortReading(readCaregiverName(text, names))).toBe(expected),
  );
  test.each(table(lists))('%s lists %s', (text, expected) => {
    const read = readCaregiverList(text, rooms, shifts);
    const shown = read.map(
      ({ name, room, shift, doubt }) => `${[name, room, shift].filter(Boolean).join('/')}${doubt ? '?' : ''}`,
    );
    expect(shown.join(', ')).toBe(expected);
  });
});
