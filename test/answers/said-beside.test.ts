// What is said beside a question, what is taken back, what is added to a sentence, and changes to a list of names.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { changedLines } from '../../src/engine/answers/people/caregiver-changes.ts';
import { readCaregiverList } from '../../src/engine/answers/people/caregiver-list.ts';
import {
  cursesUs,
  givesThanks,
  isAngryAtUs,
  looksAsked,
  onlyAgrees,
  takenBack,
} from '../../src/engine/answers/told/heard-words.ts';
import { joinFragment } from '../../src/engine/answers/words/sentence-parts.ts';
import { table, vocabulary } from './answers-fixture.ts';

describe('thanks, anger, questions', () => {
  test.each(['Muchas gracias, lo anoto en mi libreta. Buenas tardes', 'gracias, muy amable, luego le sigo contando', 'grax'])(
    '%s is thanks',
    (text) => expect(givesThanks(text, vocabulary)).toBe(true),
  );
  test.each(['gracias pero no entiendo', 'gracias, fueron 15', 'no gracias', '¿y gracias a quién?', 'lo anoto en mi libreta'])(
    '%s is no mere thanks',
    (text) => expect(givesThanks(text, vocabulary)).toBe(false),
  );
  test.each([
    'pinche aparato',
    'no manches',
    'esto no sirve para nada',
    'ya me harté de esto',
    'no me entiende nada',
    'bot tonto',
  ])('%s is anger at us', (text) => expect(isAngryAtUs(text)).toBe(true));
  test.each(['la directora es bien mensa conmigo', 'el niño se desesperó', 'ella no quiso', 'lloró mucho el bebé', 'no sé'])(
    '%s is none',
    (text) => expect(isAngryAtUs(text)).toBe(false),
  );
  test('where her words are the answer, only what can be nothing else is a curse', () => {
    expect(cursesUs('pinche aparato')).toBe(true);
    expect(cursesUs('no sirve el material de la sala')).toBe(false);
  });
  test.each([
    'y esto pa q es',
    'pero no le van a decir nada a la directora vdd',
    'k es esto',
    'pq me escriben',
    'me van a regañar si no',
    'quien es y pq me escriben',
  ])('%s is a question', (text) => expect(looksAsked(text, vocabulary)).toBe(true));
  test.each(['cuando llora lo carga', 'como 15', 'que espere a que abra la boca', 'en la comida', 'si ya'])(
    '%s is none',
    (text) => expect(looksAsked(text, vocabulary)).toBe(false),
  );
  test.each(['sale', 'ok', 'ah bueno', 'va pues'])('%s only agrees', (text) =>
    expect(onlyAgrees(text, vocabulary)).toBe(text !== 'ah bueno'),
  );
});

test.each(
  table(`
  ay no espere, voy como a la mitad => voy como a la mitad
  ay no espere el curso voy como a la mitad => el curso voy como a la mitad
  perdón, ya lo terminé => ya lo terminé
  no, me equivoqué, era en mi descanso => en mi descanso
  voy a la mitad => -
  ya lo terminé, perdón => -`),
)('%s takes back: %s', (text, expected) => {
  expect(takenBack(text) ?? '-').toBe(expected);
});

const goal = 'Que a la hora de la pintura les dé a escoger entre dos colores';
test.each([
  ['Pues yo diría que a cinco o seis niños, por lo menos', `${goal}, a cinco o seis niños, por lo menos`],
  ['en la comida', `${goal}, en la comida`],
  ['Como 5 niños', `${goal}, como 5 niños`],
  ['todos los días, a la hora del desayuno', `${goal}, todos los días, a la hora del desayuno`],
  ['mínimo 3 veces', `${goal}, mínimo 3 veces`],
  ['serían unos 6', `${goal}, unos 6`],
  ['En el cambio de pañal, nombrar tres cosas que hace', undefined],
  ['Que espere a que abra la boca en 4 de 5 cucharadas', undefined],
  ['Dar a escoger dos colores a la hora de la pintura a 6 niños', undefined],
])('added to the goal: %s', (said, joined) => {
  expect(joinFragment(goal, said)).toBe(joined);
});

const { rooms, shifts } = parse(readFileSync(new URL('../../content/es-MX/programa.yaml', import.meta.url), 'utf8'));
const shown = (lines: readonly { name: string; room?: string; doubt?: true }[] | undefined): string =>
  (lines ?? []).map(({ name, room, doubt }) => `${name}${doubt ? '?' : ''}${room ? `@${room}` : ''}`).join(' ');

describe('names in sentences', () => {
  test.each(
    table(`
    ah y chayo q anda con los de maternal c pero en la tarde => Chayo@maternal-c
    rosi lupita y chayo nomas => Rosi? Lupita? Chayo
    Rosa María y Ana Laura => Rosa María Ana Laura
    mary carmen y tere => Mary Carmen Tere
    la maestra Carmelita, la de los chiquitos (los de 6 meses), y la señora Tere que es la Oficial de Puericultura de Maternal B 2 => Carmelita Tere@maternal-b2
    la tecnica en puericultura se llama Brenda => Brenda
    No, Meses y Puericultura no son personas. Son Carmelita y Tere => Carmelita Tere`),
  )('%s', (text, expected) => expect(shown(readCaregiverList(text, rooms, shifts))).toBe(expected.trim()));

  const before = readCaregiverList('Rosi lactantes b, Lupita mat a, Xunaxi', rooms, shifts);
  test.each(
    table(`
    no, Xunaxi no es nadie => Rosi@lactantes-b Lupita@maternal-a
    quite a Xunaxi porfa => Rosi@lactantes-b Lupita@maternal-a
    Rosi y Lupita nomas => Rosi@lactantes-b Lupita@maternal-a
    falta Chayo, maternal c => Rosi@lactantes-b Lupita@maternal-a Xunaxi Chayo@maternal-c
    Rosi de maternal a y Lupita => Rosi@maternal-a Lupita@maternal-a`),
  )('after the names were read back: %s', (text, expected) =>
    expect(shown(changedLines(before, readCaregiverList(text, rooms, shifts), text))).toBe(expected),
  );
});
