// The words by which names of children are found, prepared once.
import type { Safeguarding } from '../../../program/content-schema.ts';
import type { NamesWords } from '../../../program/names-schema.ts';
import { wordings } from '../harm/harm-words.ts';
import { soundOf, soundsOf } from '../words/phrase-book.ts';
import { genderOfGiven, isAlsoThing } from './given-names.ts';

export type Gender = 'girl' | 'boy' | 'either';

/** One word, or several, of which the last may be left open; by the sound of the first. */
export class Stems {
  readonly #exact = new Map<string, (readonly string[])[]>();
  readonly #open: string[] = [];

  constructor(entries: readonly string[]) {
    for (const entry of entries) {
      const parts = soundsOf(entry.replace('*', ''));
      const [first] = parts;
      if (first === undefined) continue;
      const open = entry.endsWith('*');
      if (open && parts.length === 1) this.#open.push(first);
      else {
        const rest = parts.slice(1);
        if (open) rest.push(`${rest.pop() ?? ''}*`);
        this.#exact.set(first, [...(this.#exact.get(first) ?? []), rest]);
      }
    }
  }

  /** How many words from here on are one of them; 0 for none. */
  at(sounds: readonly string[], place: number): number {
    const said = sounds[place];
    if (said === undefined) return 0;
    let longest = this.#open.some((one) => said.startsWith(one)) ? 1 : 0;
    for (const rest of this.#exact.get(said) ?? []) {
      const fits = rest.every((word, k) => {
        const next = sounds[place + 1 + k];
        return next !== undefined && (word.endsWith('*') ? next.startsWith(word.slice(0, -1)) : next === word);
      });
      if (fits) longest = Math.max(longest, rest.length + 1);
    }
    return longest;
  }

  has(sound: string): boolean {
    return this.at([sound], 0) === 1;
  }
}

export interface NamesLexicon {
  /** Of the children of today, and of men: who bears one is hardly a caregiver. */
  modern: ReadonlyMap<string, Gender>;
  things: ReadonlySet<string>;
  surnames: ReadonlySet<string>;
  child: Stems;
  adult: Stems;
  notPeople: Stems;
  sayings: Stems;
  notNames: Stems;
  childDoes: Stems;
  anybodyDoes: Stems;
  tends: Stems;
  doneTo: Stems;
  ofChild: Stems;
  between: Stems;
  as: NamesWords['as'];
}

const prepared = new WeakMap<NamesWords, NamesLexicon>();

export function namesLexicon(file: NamesWords, { families }: Safeguarding): NamesLexicon {
  const known = prepared.get(file);
  if (known) return known;
  const sounds = (list: readonly string[]): ReadonlySet<string> => new Set(list.map(soundOf));
  const modern = new Map<string, Gender>();
  for (const [gender, list] of [
    ['girl', file.girls],
    ['boy', file.boys],
    ['either', file.either],
  ] as const)
    for (const name of list) if (!name.includes(' ')) modern.set(soundOf(name), gender);
  const built: NamesLexicon = {
    modern,
    things: sounds(file.things),
    surnames: sounds(file.surnames),
    child: new Stems((families.menor ?? []).flatMap(wordings)),
    adult: new Stems([...(families.adulto ?? []).flatMap(wordings), ...file.adults]),
    notPeople: new Stems(file.notPeople),
    sayings: new Stems(file.sayings),
    notNames: new Stems(file.notNames),
    childDoes: new Stems(file.childDoes),
    anybodyDoes: new Stems(file.anybodyDoes),
    tends: new Stems(file.tends),
    doneTo: new Stems(file.doneTo),
    ofChild: new Stems(file.ofChild),
    between: new Stems(file.between),
    as: file.as,
  };
  prepared.set(file, built);
  return built;
}

/** Undefined where it is no name that we know. */
export const genderOfName = (lexicon: NamesLexicon, sound: string): Gender | undefined =>
  lexicon.modern.get(sound) ?? genderOfGiven(sound);

/** Of a name that we do not know its ending tells. */
export const genderByEnding = (sound: string): Gender => (sound.endsWith('a') ? 'girl' : sound.endsWith('o') ? 'boy' : 'either');

export const isThingToo = (lexicon: NamesLexicon, sound: string): boolean => lexicon.things.has(sound) || isAlsoThing(sound);
