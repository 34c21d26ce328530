// Reads which room she names: by its name or alias, with a letter told apart ("maternal b 2"), or a name that no list knows.

import { words } from '../words/text-forms.ts';
import { type NamedPlace, placeAt, preparePlaces } from './caregiver-places.ts';
import { kindOfWord } from './caregiver-words.ts';

export type RoomReading =
  | { kind: 'rooms'; ids: string[] }
  /** Her own name for a room, as she wrote it. */
  | { kind: 'other'; name: string }
  | { kind: 'none' };

const longestName = 40;
const mostWords = 6;
/** What leads to the name of a room. */
const leading =
  /^\s*(?:(?:pues|bueno|ah|ay|mire|oiga|ps|y|no|ella|nosotr[ao]s|aqu[ií]|todas|es|est[aá]|anda|trabaja|en|de|con|la|el|los|las|se llama|le decimos|le dicen|sala|sal[oó]n|grupo)\s+)+/iu;
const closing = /(?<![\s,.;])[\s,.;]{1,20}(?:por favor|porfa|gracias|maestra|s[ií])?[\s,.;!]{0,20}$/iu;
const calledSo = /\b(?:sala|sal[oó]n|grupo|se llama|le decimos|le dicen)\b/iu;

export function readRoom(text: string, rooms: readonly NamedPlace[]): RoomReading {
  const places = preparePlaces(rooms, []);
  const list = words(text);
  const ids = new Set<string>();
  for (let i = 0; i < list.length; ) {
    const place = placeAt(list, i, places);
    if (place) ids.add(place.id);
    i = place?.end ?? i + 1;
  }
  // "No está en lactantes a, está en la b": what she denies is no room of hers.
  if (ids.size > 0) return { kind: 'rooms', ids: [...ids] };
  if (/[?¿]/.test(text) || notTold.test(list.join(' '))) return { kind: 'none' };
  const groups = rooms.filter(({ name }) => list.includes(words(name)[0] ?? ' ') || list.includes(singular(name)));
  const letter = list.find((word) => /^[a-c]\d?$/.test(word) && (list.length <= 3 || word.length > 1));
  const lettered = letter === undefined ? [] : rooms.filter(({ name }) => words(name).slice(1).join('').startsWith(letter));
  const unlisted = ofGroup(list);
  if (unlisted !== undefined) return { kind: 'other', name: unlisted };
  if (groups.length > 0 && list.length <= mostWords) return { kind: 'rooms', ids: groups.map(({ id }) => id) };
  if (lettered.length > 0) return { kind: 'rooms', ids: lettered.map(({ id }) => id) };
  return otherRoom(text);
}

const unknownPart =
  /^(?:(?:la|el|lo|los|las|es|esta|anda|trabaja|en|de|sala|salon|grupo|ella|nosotras|nosotros|aqui|pues|y|le|se|decimos|dicen|llama) )*(lactantes?|maternal(?:es)?|preescolar) (\d{1,2}|[d-z]\d?|uno|dos|tres|cuatro|cinco|i{1,3})(?: (?:porfa|gracias|maestra|por favor))?$/;

/** "Maternal 1": a group with a number or letter that stands on no list is a room of her own, and none that sounds like it. */
function ofGroup(list: readonly string[]): string | undefined {
  const [, group, part] = unknownPart.exec(list.join(' ')) ?? [];
  if (group === undefined || part === undefined) return undefined;
  const shown = /^\p{L}\d?$|^i+$/u.test(part) ? part.toUpperCase() : (numerals[part] ?? part);
  return `${group.charAt(0).toUpperCase()}${group.slice(1)} ${shown}`;
}
/** "Maternal 1": said to be one, though no list has it. */
export const isGroupRoom = (name: string): boolean => /^(?:lactante|maternal|preescolar)/i.test(name);

const numerals: Readonly<Record<string, string>> = { uno: '1', dos: '2', tres: '3', cuatro: '4', cinco: '5' };

/** "Todavía no es seguro en qué sala": nothing is told yet. */
const notTold =
  /\b(?:todavia|aun|seguro|segura|depende|cambi\w+|(?:no (?:se|sabemos|me acuerdo|recuerdo|tengo|tiene|nos|le|les|me))|a ver)\b/;

/** "maternales", "lactante": the group alone. */
const singular = (name: string): string => {
  const [first = ''] = words(name);
  return first.endsWith('s') ? first.slice(0, -1) : `${first}es`;
};

function otherRoom(text: string): RoomReading {
  const name = text.replace(leading, '').replace(closing, '').replace(/\s+/g, ' ').trim();
  const said = words(name);
  const called = calledSo.test(text);
  const telling = said.filter(
    (word) => kindOfWord(word) === 'unknown' || kindOfWord(word) === 'thing' || kindOfWord(word) === 'name',
  );
  // Without a word for rooms only a name by itself is one: "Conejitos", "Los Pollitos 2".
  if (!telling.length || said.length > (called ? 4 : 3) || name.length > longestName) return { kind: 'none' };
  return called || telling.length >= said.length - 1 ? { kind: 'other', name } : { kind: 'none' };
}
