// Reads a name put right: "no es Rosa, es Rosaura", "Yaz se llama Yazmín", "cambia Lety por Leticia".

import { plain } from '../words/text-forms.ts';
import { readCaregiverName } from './caregiver-name.ts';
import { kindOfWord, nameWord } from './caregiver-words.ts';

const opening = String.raw`^\s*(?:(?:ay|ah|no|perd[oó]n|disculpe|oiga|oye|bueno|pues|es que|est[aá] mal|mire|la|maestra|miss)[\s,.]+)*`;
const name = String.raw`(?:la |el nombre de |maestra |miss )*(\p{L}+(?: \p{L}+){0,3}?)`;
const link = '(?:es|era|sino|se llama|se escribe|se dice|le decimos|le dicen|p[oó]ngale|ponle)';
const end = String.raw`(?:[\s,.]+(?:por favor|porfa|gracias|con \p{L}+))*[\s.!]*$`;
const shape = (body: string): RegExp => new RegExp(opening + body + end, 'iu');

/** Each with the place of the old name and of the new one. */
const shapes: readonly (readonly [RegExp, number, number])[] = [
  [shape(String.raw`(?:no (?:es|era|se llama)|no) ${name}[\s,.]+(?:y )?${link} ${name}`), 1, 2],
  [shape(String.raw`(?:es|era|se llama) ${name}[\s,]+no ${name}`), 2, 1],
  [
    shape(
      `${name} (?:en realidad |ahora |m[aá]s bien )?(?:se llama|se escribe|aparece mal,? es|est[aá] mal(?: escrit[ao])?,? es) ${name}`,
    ),
    1,
    2,
  ],
  [shape(String.raw`(?:cambi\w+|corri[gj]\w+) (?:el nombre de )?${name} (?:por|a|para que diga) ${name}`), 1, 2],
];

/** "Karla se fue ayer, es Karina": who came in the place of one who left. */
const replaced = shape(
  String.raw`${name} (?:ya )?(?:se fue|se sali[oó]|renunci[oó]|no (?:est[aá]|viene|trabaja)|la (?:cambiaron|movieron|pasaron|mandaron))(?: (?:ayer|hoy|antier|ya|la semana pasada|el \p{L}+|de aqu[ií]|a otra (?:sala|guarder[ií]a)|aqu[ií]|m[aá]s))*[\s,.;]+(?:y |pero )?(?:(?:ahora |ahorita |ya )*(?:es|est[aá]|entr[oó]|lleg[oó]|viene|qued[oó]|va a ser|ser[aá])|en su lugar (?:est[aá]|entr[oó]|qued[oó]|viene|lleg[oó]|es)|la (?:cubre|suple|sustituye|reemplaza))(?: en su lugar)? ${name}(?: en su lugar)?`,
);

/** Both by name; of whom left, the id. */
export function readReplaced(
  text: string,
  known: readonly { id: string; name: string }[],
): { id: string; name: string } | undefined {
  return /[?¿\d]/.test(text) ? undefined : renamedBy(replaced, 1, 2, text, known);
}

const isName = (said: string): boolean =>
  !['particle', 'filler'].includes(kindOfWord(nameWord(said.split(' ')[0] ?? ''))) &&
  said.split(' ').every((word) => ['name', 'thing', 'unknown', 'particle'].includes(kindOfWord(nameWord(word))));

export function readToldRename(
  text: string,
  known: readonly { id: string; name: string }[],
): { id: string; name: string } | undefined {
  if (/[?¿\d]/.test(text)) return undefined;
  for (const [pattern, before, after] of shapes) {
    const told = renamedBy(pattern, before, after, text, known);
    if (told) return told;
  }
  return undefined;
}

function renamedBy(
  pattern: RegExp,
  before: number,
  after: number,
  text: string,
  known: readonly { id: string; name: string }[],
): { id: string; name: string } | undefined {
  const found = pattern.exec(text);
  const [old, now] = [found?.[before] ?? '', found?.[after] ?? ''];
  const who = old === '' || now === '' ? undefined : readCaregiverName(old, known);
  if (who?.kind !== 'understood' || !isName(plain(old)) || !isName(plain(now))) return undefined;
  return known.some((caregiver) => plain(caregiver.name) === plain(now)) ? undefined : { id: who.value, name: now };
}
