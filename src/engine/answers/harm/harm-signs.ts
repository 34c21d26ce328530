// Signs of harm: families of words that stand together in one sentence, in any order. One pass over the words of a message.
import { harmFeatures, knownFamilies } from '../../../domain/harm-names.ts';
import type { Safeguarding } from '../../../program/content-schema.ts';
import { soundOf } from '../words/phrase-book.ts';
import { plain } from '../words/text-forms.ts';
import { isDenial, isDenied, readActs } from './harm-acts.ts';
import { type HarmWords, longestPhrase, phrasesFrom, prepareHarmWords, type Tags, tagsOf } from './harm-words.ts';

export interface HarmSign {
  route: 'danger' | 'abuse' | 'distress';
  level: 'clear' | 'possible';
}

interface Rule extends HarmSign {
  all: readonly number[];
  unless: readonly number[];
}
interface Prepared {
  words: HarmWords;
  /** By the first family that they need: those of families that are not there cost nothing. */
  rules: ReadonlyMap<number, readonly Rule[]>;
  /** Who and what stays so where the sentence denies something. */
  neutral: ReadonlySet<number>;
}

/** Within so many words things are said of each other; longer sentences are read in two overlapping halves. */
const windowWords = 20;
const prepared = new WeakMap<Safeguarding, Prepared>();

function prepare(safeguarding: Safeguarding): Prepared {
  const known = prepared.get(safeguarding);
  if (known) return known;
  const words = prepareHarmWords(safeguarding.families, harmFeatures);
  const rules = new Map<number, Rule[]>();
  const numbers = (names: readonly string[]): number[] => names.flatMap((name) => words.numbers.get(name) ?? []);
  for (const { is, level, all, unless } of safeguarding.signs) {
    const needs = numbers(all);
    const [first] = needs;
    if (first === undefined || needs.length < all.length) continue;
    rules.set(first, [...(rules.get(first) ?? []), { route: is, level, all: needs, unless: numbers(unless ?? []) }]);
  }
  const neutral = new Set(
    numbers([
      ...knownFamilies.slice(0, 5),
      'juego',
      'curso',
      'suave',
      'alegre',
      'autonomia',
      'paso-nada',
      'pintura',
      'broma',
      'pegamento',
      'no-golpe',
      'cuida',
    ]),
  );
  const built = { words, rules, neutral };
  prepared.set(safeguarding, built);
  return built;
}

const rank = (sign: HarmSign): number =>
  (sign.level === 'clear' ? 0 : 3) + (sign.route === 'danger' ? 0 : sign.route === 'abuse' ? 1 : 2);

/** The most urgent sign of a text: what is clear before what is possible, danger before the rest. */
export function readHarmSigns(safeguarding: Safeguarding, text: string): HarmSign | undefined {
  const { words, rules, neutral } = prepare(safeguarding);
  let best: HarmSign | undefined;
  for (const sentence of sentencesOf(text)) {
    const list = sentence === '' ? [] : apart(sentence.split(' '), words);
    const sounds = list.map(soundOf);
    const tags: Tags[] = [];
    let any = false;
    for (let at = 0; at < list.length; at++) {
      const own = tagsOf(words, list[at] ?? '');
      const whole = phrasesFrom(words, sounds, at);
      const denied = (own.length > 0 || whole.length > 0) && isDenied(list, at);
      const kept = denied ? own.filter((tag) => neutral.has(tag)) : own;
      // What begins with a "no" of its own ("no respira") is not denied by another.
      const phrases = denied && !isDenial(list[at] ?? '') ? whole.filter((tag) => neutral.has(tag)) : whole;
      tags.push(phrases.length ? [...kept, ...phrases] : kept);
      any ||= kept.length > 0 || phrases.length > 0;
    }
    if (any) any = leaveFigures(words, sounds, tags);
    tellPeers(words, sounds, tags);
    if (!any) continue;
    const features: [at: number, tag: number][] = [];
    readActs({ words: list, tags }, words, (at, feature) => features.push([at, words.numbers.get(feature) ?? -1]));
    for (let start = 0; start === 0 || start + windowWords / 2 < list.length; start += windowWords / 2) {
      const end = start + windowWords;
      const there = new Set<number>();
      for (let at = start; at < end && at < list.length; at++) for (const tag of tags[at] ?? []) there.add(tag);
      for (const [at, tag] of features) if (at >= start && at < end) there.add(tag);
      for (const tag of there)
        for (const rule of rules.get(tag) ?? []) {
          if (best && rank(best) <= rank(rule)) continue;
          if (rule.all.every((one) => there.has(one)) && !rule.unless.some((one) => there.has(one)))
            best = { route: rule.route, level: rule.level };
        }
    }
  }
  return best;
}

const another = /^otr[oa]s?$/;
const ofTime = new Set([
  'bes',
  'beses',
  'dia',
  'dias',
  'rato',
  'ratito',
  'semana',
  'ora',
  'mes',
  'lado',
  'sala',
  'grupo',
  'kosa',
]);
const ours = new Set(['mi', 'mis', 'una', 'la', 'las', 'nuestra', 'unas', 'otra']);

/** "Otra vez" and "otra maestra" are no other child, and "mi compañera" is none either. */
function tellPeers(known: HarmWords, sounds: readonly string[], tags: Tags[]): void {
  const peer = known.numbers.get('par') ?? -1;
  const adult = known.numbers.get('adulto') ?? -1;
  for (let at = 0; at < sounds.length; at++) {
    if (!tags[at]?.includes(peer)) continue;
    const next = sounds[at + 1] ?? '';
    const notOther = another.test(sounds[at] ?? '') && (ofTime.has(next) || tags[at + 1]?.includes(adult) === true);
    const colleague = sounds[at] === 'kompañera' || sounds[at] === 'kompanera' ? ours.has(sounds[at - 1] ?? '') : false;
    if (notOther || colleague) tags[at] = tags[at]?.filter((tag) => tag !== peer) ?? [];
  }
}

/** "Me muero de risa": words of a saying are nothing of what they are otherwise. False where nothing else is left. */
function leaveFigures(known: HarmWords, sounds: readonly string[], tags: Tags[]): boolean {
  const figure = known.numbers.get('dicho') ?? -1;
  for (let at = 0; at < sounds.length; at++) {
    if (!tags[at]?.includes(figure)) continue;
    const end = at + longestPhrase(known, sounds, at, figure);
    for (let i = at; i < end; i++) tags[i] = [];
  }
  return tags.some((here) => here.length > 0);
}

const glued = /^((?:le|la|lo)s?)(\w{4,})$/;

/** "Lapego": a pronoun that was written together with what was done. */
function apart(list: string[], known: HarmWords): string[] {
  const act = known.numbers.get('acto') ?? -1;
  return list.flatMap((word) => {
    const [, pronoun, rest] = (word.startsWith('l') && glued.exec(word)) || [];
    return pronoun !== undefined && rest !== undefined && known.exact.get(rest)?.includes(act) ? [pronoun, rest] : [word];
  });
}

/** A word of which the vowel was left out is lost in its sound: "nño". */
const shortChild = /\bnñ(?=[oa]s?\b)/gi;
const saidAlone = /\b(no|s[ií])\s*,\s*/giu;
const ends = /[.!?;¡¿…]+/;
const mostOfSentence = 1800;

function sentencesOf(text: string): string[] {
  // "Todavía no, se movió al jueves": the no is said for itself.
  const said = (text.includes('nñ') ? text.replace(shortChild, 'niñ') : text).replace(saidAlone, '$1. ');
  const parts = ends.test(said) ? said.split(ends) : [said];
  return parts.flatMap((part) => {
    if (part.length <= mostOfSentence) return [plain(part)];
    const pieces: string[] = [];
    for (let at = 0; at < part.length; at += mostOfSentence) pieces.push(plain(part.slice(at, at + mostOfSentence + 60)));
    return pieces;
  });
}
