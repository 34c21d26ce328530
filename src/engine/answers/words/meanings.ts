// Families of phrases that mean the same, found in a sentence by the stems of its words: "platicamos con ella" names "la plática".
import type { Meanings, MeaningPhrase as Phrase } from '../../../program/vocabulary-schema.ts';
import { stemOf } from './word-stems.ts';

export interface Said {
  /** Of the words that say something: by sound, as stems, and where they stand in the sentence. */
  sounds: readonly string[];
  stems: readonly string[];
  at: readonly number[];
}

const idle = new Set(
  'i la el los las de del en a al y e un una unos unas lo es son por para kon su sus ke se me u le les nos te fue fueron era eran esta estan estaba estuvo estubo muy mas'.split(
    ' ',
  ),
);

export function sayingWords(list: readonly string[]): Said {
  const sounds: string[] = [];
  const at: number[] = [];
  for (const [i, word] of list.entries()) {
    if (word === '' || (idle.has(word) && !(word === 'se' && knows(list, i)))) continue;
    // "Mis apuntes" is no "miss".
    if (word === 'mis' && !ofMiss.has(list[i - 1] ?? '')) continue;
    // "Los dos", "ambas": one word for both.
    const both = word === 'ambas' || ((word === 'dos' || word === '2') && (list[i - 1] === 'los' || list[i - 1] === 'las'));
    sounds.push(both ? 'ambos' : word);
    at.push(i);
  }
  return { sounds, stems: sounds.map(stemOf), at };
}

const ofMiss = new Set(['la', 'una', 'otra', 'esa', 'misma']);

/** "No sé", and not "no se hizo". */
const knows = (list: readonly string[], i: number): boolean =>
  (list[i - 1] === 'no' || list[i - 1] === 'ni') && (list[i + 1] === undefined || afterKnowing.has(list[i + 1] ?? ''));
const afterKnowing = new Set('ke kual kuales komo si kien kuando bien donde'.split(' '));

const prefix = 3;

/** By themselves they stand for too much in a sentence, unless the option is called so: "otra" of "Con otra maestra". */
const generic = new Set(
  'tiempo todo toda todos todas dia dias ora oras bes beses kosa kosas algo alguien otro otra aser ase iso ago menos solo sola'.split(
    ' ',
  ),
);
const empty = new Set('mi no ni si ya sin nada nadie ningun ninguno ninguna dos la mas se'.split(' '));
export const saysSomething = ({ stems, sounds: [first = ''], literal }: Phrase, called: ReadonlySet<string>): boolean =>
  literal || stems.length > 1 || (stems.length === 1 && !empty.has(first) && (!generic.has(first) || called.has(first)));

export function phraseOf(list: readonly string[], family: number, names: boolean, literal = false): Phrase {
  const open = list.at(-1)?.endsWith('*') === true;
  const bare = open ? [...list.slice(0, -1), (list.at(-1) ?? '').slice(0, -1)] : list;
  const said = sayingWords(bare);
  const [sounds, stems] = said.sounds.length > 0 ? [said.sounds, said.stems] : [bare, bare];
  const whole = bare.length === sounds.length;
  return open
    ? {
        sounds: [...sounds.slice(0, -1), `${sounds.at(-1)}*`],
        stems: [...stems.slice(0, -1), `${sounds.at(-1)}*`],
        family,
        names,
        literal,
        whole,
      }
    : { sounds, stems, family, names, literal, whole };
}

export function meaningsOf(phrases: Iterable<Phrase>): Meanings {
  const ofFamily = new Map<number, Phrase[]>();
  const byFirst = new Map<string, Phrase[]>();
  const words = new Set<string>();
  for (const phrase of phrases) {
    for (const sound of phrase.sounds) words.add(sound);
    const family = ofFamily.get(phrase.family);
    if (family) family.push(phrase);
    else ofFamily.set(phrase.family, [phrase]);
    const first = phrase.stems[0] ?? '';
    const key = first.endsWith('*') ? `${first.slice(0, prefix)}*` : first;
    const shelf = byFirst.get(key);
    if (shelf) shelf.push(phrase);
    else byFirst.set(key, [phrase]);
  }
  return { byFirst, words, ofFamily };
}

const shortStem = 4;

const fits = (stem: string | undefined, sound: string | undefined, known: string): boolean =>
  stem === known || (known.endsWith('*') && sound?.startsWith(known.slice(0, -1)) === true);

/** Calls `found` for each phrase that begins at the k-th saying word; `exact`: in the very words. */
export function phrasesAt(
  { stems, sounds }: Said,
  k: number,
  { byFirst }: Meanings,
  found: (phrase: Phrase, length: number, exact: boolean) => void,
): void {
  const stem = stems[k] ?? '';
  const sound = sounds[k] ?? '';
  const same = byFirst.get(stem);
  const open = byFirst.get(`${sound.slice(0, prefix)}*`);
  for (const shelf of [same, open]) {
    if (shelf === undefined) continue;
    for (const phrase of shelf) {
      const { length } = phrase.stems;
      let exact = true;
      let i = 0;
      for (; i < length; i++) {
        const known = phrase.stems[i] ?? '';
        if (!fits(stems[k + i], sounds[k + i], known)) break;
        // "Viene" is no "bien": a short word without an ending stands for itself only.
        if (known.length <= shortStem && known === phrase.sounds[i] && known !== sounds[k + i]) break;
        if (sounds[k + i] !== phrase.sounds[i] && !known.endsWith('*')) exact = false;
      }
      // "Hoy no" is not "hoy no puedo".
      if (i === length && length > 1 && phrase.sounds[length - 1] === 'no' && stems[k + length] !== undefined) continue;
      const alike = length > 1 || stem.length > prefix || open === shelf;
      if (i === length && (exact || (!phrase.literal && alike))) found(phrase, length, exact);
    }
  }
}
