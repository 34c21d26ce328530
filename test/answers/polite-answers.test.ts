// Long, polite answers with one clear sense are taken; what is hedged, denied, reported or conditional never is.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type ChoiceOption, readChoice } from '../../src/engine/answers/choices/choice.ts';
import { readRoom } from '../../src/engine/answers/people/room-words.ts';
import { isUnconditionalYes } from '../../src/engine/answers/yes-no/yes-no.ts';
import { shortReading, table, vocabulary } from './answers-fixture.ts';

const content = (name: string): Record<string, never> =>
  parse(readFileSync(new URL(`../../content/es-MX/${name}.yaml`, import.meta.url), 'utf8'));

interface AskedText {
  options: Record<string, string>;
  synonyms: Record<string, string[]>;
}

function optionsOf(flow: string, step: string): ChoiceOption[] {
  const asked = content(flow)[step] as unknown as AskedText;
  return Object.entries(asked.options).map(([id, label]) => ({ id, label, synonyms: asked.synonyms[id] ?? [] }));
}

const acceptance = optionsOf('aceptacion', 'explicado');
const course = optionsOf('bienvenida', 'curso');

describe('whether the caregiver accepted', () => {
  test.each(
    table(`
    Sí, la maestra Tere ya aceptó => ="si"
    Ah, muy bien. Sí, la maestra Tere ya aceptó => ="si"
    Sí, ya le platiqué ayer y me dijo que con mucho gusto => ="si"
    ya platiqué con ella y está de acuerdo => ="si"
    pues ya le dije y está encantada la maestra => ="si"
    me dijo que sí, que la anote => ="si"
    fíjese que ella prefiere no participar por ahora => ="no"
    todavía no le platico bien => ="todavia-no"
    creo que ya acepto => ?["si"]
    la directora dice que si acepto => ?["si"]
    me dijo que si no es mucho tiempo => -
    no se si ya acepto => -
    dijo que sí pero que no la grabe => -
    aún no está de acuerdo => -
    no pues ella ya aceptó desde el viernes => -
    quien sabe si quiere participar => -`),
  )('%s is %s', (text, expected) => {
    expect(shortReading(readChoice(text, acceptance, vocabulary))).toBe(expected);
  });
});

describe('how she is doing with the course', () => {
  test.each(
    table(`
    Pues a la mitad, aunque un poquito más de la mitad, gracias => ="a-la-mitad"
    Pues le digo que voy a la mitad, maestra => ="a-la-mitad"
    Ya casi lo termino, me falta nada más el último módulo y la evaluación final => ="a-la-mitad"
    ahi voy poco a poco con el curso, maestra => ="a-la-mitad"
    fíjese que ya lo terminé desde enero y hasta la constancia tengo => ="terminado"
    apenas lo voy a empezar la semana que entra, primero Dios => ="no-empezado"
    sale => -
    ok => -
    de acuerdo => -
    no voy ni a la mitad => ="a-la-mitad"
    creo que voy a la mitad => ?["a-la-mitad"]`),
  )('%s is %s', (text, expected) => {
    expect(shortReading(readChoice(text, course, vocabulary))).toBe(expected);
  });
});

test.each(
  table(`
  yo participo con mucho gusto => true
  Ah bueno, pues si no hay problema yo participo con mucho gusto, muchas gracias => true
  encantada de participar => true
  yo le entro => true
  si acepto pero que no sepa la directora => false
  si la directora quiere => false
  acepto si no afecta mi trabajo => false
  si no me queda de otra => false
  ya que => false`),
)('%s: consent is %s', (text, expected) => {
  expect(String(isUnconditionalYes(text, vocabulary))).toBe(expected);
});

test('two digits are not one: 11 of ten options is none of them', () => {
  const ten = Array.from({ length: 10 }, (_, i) => ({ id: `o${i + 1}`, label: `Sala ${'ABCDEFGHIJ'[i]}` }));
  for (const text of ['11', 'perdon 11', 'la 22', '33']) expect(readChoice(text, ten, vocabulary).kind).toBe('unclear');
  expect(readChoice('10', ten, vocabulary)).toEqual({ kind: 'understood', value: 'o10' });
});

describe('rooms', () => {
  const { rooms } = content('programa') as unknown as { rooms: { id: string; name: string; aliases: string[] }[] };
  test.each(
    table(`
    Maternal B 2 => rooms maternal-b2
    está en Maternal B 2, la de los grandes => rooms maternal-b2
    la B2 de maternal => rooms maternal-b2
    maternal b => rooms maternal-b
    lact b => rooms lactantes-b
    rosi anda en la mat a => rooms maternal-a
    en los Conejitos => other Conejitos
    la sala de los pollitos => other pollitos
    ¿cuál sala? => none
    no sé => none`),
  )('%s is %s', (text, expected) => {
    const reading = readRoom(text, rooms);
    const told = reading.kind === 'rooms' ? reading.ids.join(' ') : reading.kind === 'other' ? reading.name : '';
    expect(`${reading.kind} ${told}`.trim()).toBe(expected);
  });
});
