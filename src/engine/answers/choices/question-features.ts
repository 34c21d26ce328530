// What the options of a question have to show for themselves: their words, their families of meaning, and how well each tells them apart.
import type { Meanings, MeaningPhrase as Phrase, Vocabulary } from '../../../program/vocabulary-schema.ts';
import { meaningsOf, phraseOf, phrasesAt, sayingWords, saysSomething } from '../words/meanings.ts';
import type { PreparedOption } from './option-words.ts';

export interface QuestionFeatures {
  features: Meanings;
  /** By `Phrase.family`. */
  weights: readonly (readonly number[])[];
  /** Words for which a mistyped or clipped one may stand. */
  words: readonly { sound: string; family: number; ofLabel: boolean }[];
  /** Options that are a denial, whose words a "no" does not take away. */
  negative: readonly boolean[];
  count: number;
  /** Families that say who did it. */
  persons: ReadonlySet<number>;
  /** Families that are a word of a label. */
  own: ReadonlySet<number>;
}

const known = new WeakMap<readonly PreparedOption[], { v: Vocabulary; found: QuestionFeatures }>();

export function questionFeatures(options: readonly PreparedOption[], v: Vocabulary): QuestionFeatures {
  const kept = known.get(options);
  if (kept && kept.v === v) return kept.found;
  const found = featuresIn(options, v);
  known.set(options, { v, found });
  return found;
}

const ofOtherPhrase = 0.8;
const ofPartly = 0.9;
const ofPerson = 0.42;
const ofStem = 0.85;
/** They are of every question here: beside other words of a label they tell little. */
const usual = new Set(
  'maestra maestras maestro mtra ninos nino ninas nina sala sesion grupo trabajo plan yo eya usted'.split(' '),
);
const ofUsual = 0.4;
const fewestLetters = 3;

/** Words of labels that stand in too many sentences. */
const common = new Set(
  'nada solo sola nomas kasi luego mejor komo nunka muy si ya voy lo he ber otro otra algo asi kien ubo mas tarde mi misma dias dia minutos minuto pude todo toda todas parte oras ora bien poko mu1o unos iso isimos se emos abia'.split(
    ' ',
  ),
);

const nothing: ReadonlySet<string> = new Set();

interface FamiliesFound {
  families: Map<number, number[]>;
  /** Those of what a negative label denies: "No me dan permiso" names «permiso», and not that there was none. */
  affirmed: ReadonlySet<number>;
}

/** How much each family speaks for each option, by the phrases of the label that name it. */
function familiesOf(options: readonly PreparedOption[], negative: readonly boolean[], v: Vocabulary): FamiliesFound {
  const affirmed = new Set<number>();
  const families = new Map<number, number[]>();
  for (const [
    o,
    {
      names: [label = []],
    },
  ] of options.entries()) {
    const said = sayingWords(label);
    for (let k = 0; k < said.stems.length; k++)
      phrasesAt(said, k, v.meanings, (phrase, length, exact) => {
        const whole = length === said.stems.length;
        // "Con mi ayuda" names nobody; "grabado por mí" does.
        const own = phrase.sounds[0] === 'mi' && k < said.stems.length - 1;
        if (!whole && (own || !saysSomething(phrase, nothing))) return;
        const inPart = length === 1 && !whole ? ofPartly : 1;
        const idly = length === 1 && !whole && usual.has(said.sounds[k] ?? '');
        const named = phrase.names ? inPart : whole && phrase.whole ? ofOtherPhrase : 0;
        const weight = (idly ? ofUsual : phrase.literal ? ofPerson : named) * (exact ? 1 : ofStem);
        if (weight === 0) return;
        const weights = families.get(phrase.family) ?? options.map(() => 0);
        weights[o] = Math.max(weights[o] ?? 0, weight);
        families.set(phrase.family, weights);
        if (negative[o] && !phrase.sounds.some((word) => v.negations.has(word))) affirmed.add(phrase.family);
      });
  }
  return { families, affirmed };
}

const ofPart = 0.9;
const stemsOf = (name: readonly string[]): readonly string[] => sayingWords(name).stems;

function featuresIn(options: readonly PreparedOption[], v: Vocabulary): QuestionFeatures {
  const negative = options.map(({ names: [name = []] }) => name.length > 1 && name.some((word) => v.negations.has(word)));
  const phrases: Phrase[] = [];
  const weights: number[][] = [];
  const add = (list: number[]): number => weights.push(list) - 1;
  // Families of meaning.
  const own = new Map<number, number>();
  const called = new Set(options.flatMap(({ names: [name = []] }) => name));
  const { families, affirmed } = familiesOf(options, negative, v);
  const labelled = new Set<number>();
  for (const [family, list] of families) {
    own.set(family, add(list));
    if (affirmed.has(family)) labelled.add(own.get(family) ?? -1);
  }
  for (const [of, family] of own) {
    const seen = new Set<string>();
    for (const phrase of v.meanings.ofFamily.get(of) ?? []) {
      // "Recibe" and "los recibe" are one.
      const written = phrase.sounds.join(' ');
      if (seen.has(written) || !saysSomething(phrase, called)) continue;
      seen.add(written);
      phrases.push({ ...phrase, family });
    }
  }
  // Words and whole names of the options themselves.
  const byStem = new Map<string, { sound: string; weights: number[] }>();
  for (const [o, { names }] of options.entries()) {
    for (const [n, name] of names.entries()) {
      const said = sayingWords(name);
      if (said.stems.length !== 1 || n > 0) {
        const whole = phraseOf(name, weights.length, true);
        if (!saysSomething(whole, called)) continue;
        add(options.map((_, i) => (i === o ? 1 : 0)));
        phrases.push(whole);
      }
      if (n > 0) continue;
      for (const [k, stem] of said.stems.entries()) {
        const sound = said.sounds[k] ?? '';
        if (said.stems.length > 1 && (v.negations.has(sound) || common.has(sound))) continue;
        const many = said.sounds.filter((one) => !common.has(one) && !v.negations.has(one)).length > 1;
        const word = byStem.get(stem) ?? { sound, weights: options.map(() => 0) };
        const another = options.some(({ names: [other = []] }, i) => i !== o && stemsOf(other).join() === stem);
        // "Vino" is not "no vino", and "Paula" rather Paula than Ana Paula.
        const some = said.stems.length > 1 && usual.has(sound);
        const weight = some ? ofUsual : !many ? 1 : another ? (negative[o] ? 0 : ofPart) : 1;
        word.weights[o] = Math.max(word.weights[o] ?? 0, weight);
        byStem.set(stem, word);
      }
    }
  }
  const words: { sound: string; family: number; ofLabel: boolean }[] = [];
  for (const [stem, word] of byStem) {
    const family = add(word.weights);
    labelled.add(family);
    phrases.push({ stems: [stem], sounds: [word.sound], family, names: true, literal: false, whole: true });
    words.push({ sound: word.sound, family, ofLabel: true });
  }
  for (const { stems, sounds, family, literal } of phrases)
    if (!literal && stems.length === 1 && (sounds[0]?.length ?? 0) > fewestLetters && !sounds[0]?.endsWith('*'))
      words.push({ sound: sounds[0] ?? '', family, ofLabel: false });
  return {
    features: meaningsOf(phrases),
    weights: weights.map((list) => apart(list)),
    words,
    negative,
    count: options.length,
    own: labelled,
    persons: new Set(phrases.flatMap(({ family, literal }) => (literal ? [family] : []))),
  };
}

/** What speaks for all of them tells none from the others. */
function apart(list: readonly number[]): number[] {
  const least = Math.min(...list);
  const most = Math.max(...list);
  if (list.length > 1 && most - least < alikeWeight) return list.map(() => 0);
  // What is called so in these very words is rather meant than what resembles it.
  const weights = list.map((one) => (one < most * exactly ? (one - least) * resembling : one - least));
  const many = weights.filter((one) => one > 0).length;
  const tells = list.length === 1 ? 1 : 1 - (many - 1) / list.length;
  return weights.map((one) => (one / (most - least || 1)) * most * (0.5 + 0.5 * tells));
}
const exactly = 0.9;
const resembling = 0.6;
const alikeWeight = 0.05;
