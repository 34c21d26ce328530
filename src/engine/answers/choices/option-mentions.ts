// Finds in her words which options are named where: by label, part of a label, clipped or mistyped word, synonym or number.
import type { Vocabulary } from '../../../program/vocabulary-schema.ts';
import { numberAt } from '../numbers/number-words.ts';
import type { SaidClauses } from '../words/said-clauses.ts';
import { type WeighedMention, weighedMentions } from './evidence.ts';
import { emptyWords, nearlySame, type PreparedOption } from './option-words.ts';
import { type QuestionFeatures, questionFeatures } from './question-features.ts';

export interface Mention {
  ids: readonly string[];
  at: number;
  end: number;
  /** "Las guías", "las dos Lupitas": all that are called so. */
  all: boolean;
  /** By words of the label, without its denial. */
  bare: boolean;
  /** By number or place, not by a word. */
  number: boolean;
}

export interface MentionIndex {
  /** Words of the labels that tell options apart. */
  labelWords: ReadonlyMap<string, ReadonlySet<string>>;
  order: readonly string[];
  /** All words of each label. */
  labels: ReadonlyMap<string, readonly string[]>;
  /** Options whose label is a denial: "No hubo quien cubriera". */
  negative: ReadonlySet<string>;
  /** Numbers and places name options too. */
  numbers: boolean;
  features: QuestionFeatures;
  /** What was found in a sentence of late. */
  found: WeakMap<SaidClauses, Map<number, WeighedMention>>;
}

const shortestWord = 3;
const shortestClip = 3;
const stem = 5;
const designator = /^(?:[a-z]\d?|\d{1,2})$/;
/** Words of labels that stand in too many sentences. */
const common = new Set(
  'solo sola nomas kasi luego mejor komo nunka muy no si ya voy lo he ber otro otra algo asi kien ubo mas tarde filme mi misma maestra tiempo dias dia minutos minuto pude todo toda todas parte oras ora bien poko mucho unos'.split(
    ' ',
  ),
);
const indexes = new WeakMap<readonly PreparedOption[], { v: Vocabulary; index: MentionIndex; wordsOnly: MentionIndex }>();

export function mentionIndex(options: readonly PreparedOption[], v: Vocabulary, numbers: boolean): MentionIndex {
  const known = indexes.get(options);
  if (known && known.v === v) return numbers ? known.index : known.wordsOnly;
  const labelWords = new Map<string, Set<string>>();
  for (const option of options) {
    for (const word of option.names[0] ?? []) {
      const tells = designator.test(word) ? (option.names[0]?.length ?? 0) > 1 : word.length >= shortestWord;
      if (!tells || common.has(word) || (emptyWords.has(word) && word !== option.names[0]?.at(-1))) continue;
      labelWords.set(word, (labelWords.get(word) ?? new Set()).add(option.id));
    }
  }
  const lacks = (word: string, i: number): boolean => v.negations.has(word) || (i === 0 && word === 'falta');
  const negative = new Set(options.filter(({ names: [name = []] }) => name.length > 1 && name.some(lacks)).map(({ id }) => id));
  const labels = new Map(options.map(({ id, names: [name = []] }) => [id, name]));
  const index = {
    labelWords,
    order: options.map(({ id }) => id),
    labels,
    negative,
    numbers: true,
    features: questionFeatures(options, v),
    found: new WeakMap(),
  };
  const wordsOnly = { ...index, numbers: false };
  indexes.set(options, { v, index, wordsOnly });
  return numbers ? index : wordsOnly;
}

/** The option or options named here, undefined where none is. */
export function mentionAt(said: SaidClauses, at: number, index: MentionIndex, v: Vocabulary): Mention | undefined {
  const words = runAt(said, at, index);
  // A word of all of them names none.
  const run = words && words.ids.length === index.order.length && index.order.length > 1 ? undefined : words;
  const meant = weighed(said, at, index);
  if (!run && !meant) return numbered(said, at, index, v) ?? diminutive(said, at, index);
  const best = run && meant ? together(run, meant) : (run ?? meant);
  if (!best) return undefined;
  const { list } = said;
  // "Maternal C2" is none of "Maternal A" and "Maternal B1".
  const next = said.starts.has(best.end) ? undefined : list[best.end];
  if (next !== undefined && best.ids.length > 1 && /^[a-z]\d$|^\d{1,2}$/.test(next))
    return { ids: [], at, end: best.end + 1, all: false, bare: false, number: false };
  return {
    ids: best.ids,
    at,
    end: best.end,
    all: best.ids.length > 1 && isPlural(said, at, best),
    bare: !meant || meant.ofLabel,
    number: false,
  };
}

interface Meant {
  ids: string[];
  end: number;
  ofLabel: boolean;
}

function weighed(said: SaidClauses, at: number, index: MentionIndex): Meant | undefined {
  let mentions = index.found.get(said);
  if (!mentions) {
    mentions = weighedMentions(said, index.features);
    index.found.set(said, mentions);
  }
  const mention = mentions.get(at);
  if (!mention) return undefined;
  return { ids: mention.places.flatMap((place) => index.order[place] ?? []), end: mention.end, ofLabel: mention.ofLabel };
}

/** The words of a label and what they mean here: the longer, or what both say. */
function together(run: { ids: string[]; end: number }, meant: Meant): { ids: string[]; end: number } {
  if (meant.end > run.end) return meant;
  const both = run.ids.filter((id) => meant.ids.includes(id));
  return both.length > 0 ? { ids: both, end: run.end } : run;
}

const small = /(?:s?it|sit)[oa]s?$/;

/** "Cancioncitas", "libritos": by the word that is made small. */
function diminutive({ list }: SaidClauses, at: number, { labelWords }: MentionIndex): Mention | undefined {
  const word = list[at] ?? '';
  const base = word.replace(small, '');
  if (base === word || base.length < 3) return undefined;
  const found = [...labelWords].filter(([known]) => known.startsWith(base) && known.length - base.length <= 4);
  const ids = [...new Set(found.flatMap(([, these]) => [...these]))];
  return ids.length > 0 ? { ids, at, end: at + 1, all: false, bare: false, number: false } : undefined;
}

const articles = new Set(['las', 'los', 'ambas', 'ambos']);

/** "Las guías" of two; "las dos Lupitas". */
function isPlural({ list }: SaidClauses, at: number, { ids, end }: { ids: readonly string[]; end: number }): boolean {
  const counted = numberAt(list, at - 1)?.value ?? Number(list[at - 1]);
  if (counted === ids.length) return true;
  return articles.has(list[at - 1] ?? '') && (list[end - 1] ?? '').endsWith('s');
}

const vowel = /^[aeiouy]$/;

/** Words of one label one after the other: "karen ruiz", "guía de observación". */
function runAt(
  { list, starts }: SaidClauses,
  at: number,
  { labelWords }: MentionIndex,
): { ids: string[]; end: number } | undefined {
  // "A la 1" names no room A.
  let ids = vowel.test(list[at] ?? '') ? undefined : idsOf(list[at] ?? '', labelWords, at);
  if (!ids) return undefined;
  let end = at + 1;
  for (let i = end; i < list.length && !starts.has(i); i++) {
    const word = labelWords.has(list[i] ?? '') ? (list[i] ?? '') : String(numberAt(list, i)?.value ?? list[i]);
    const next = designator.test(word) || !emptyWords.has(word) ? idsOf(word, labelWords, i) : undefined;
    if (!next && emptyWords.has(word)) continue;
    const both: string[] = next ? ids.filter((id) => next.includes(id)) : [];
    // "Maternal B" of B1 and B2.
    if (both.length === 0 && /^[a-z]$/.test(word)) both.push(...ids.filter((id) => beginsWith(word, labelWords).has(id)));
    if (both.length === 0) break;
    ids = both;
    end = i + 1;
  }
  return { ids, end };
}

const beginsWith = (letter: string, labelWords: MentionIndex['labelWords']): Set<string> =>
  new Set(
    [...labelWords].flatMap(([word, ids]) =>
      word.length === 2 && word.startsWith(letter) && designator.test(word) ? [...ids] : [],
    ),
  );

function idsOf(word: string, labelWords: MentionIndex['labelWords'], at: number): string[] | undefined {
  const exact = labelWords.get(word);
  if (exact) return designator.test(word) && at === 0 ? undefined : [...exact];
  if (word.length < shortestClip || emptyWords.has(word) || common.has(word) || /\d/.test(word)) return undefined;
  const cached = resembling.get(labelWords) ?? new Map<string, string[] | null>();
  resembling.set(labelWords, cached);
  const known = cached.get(word);
  if (known !== undefined) return known ?? undefined;
  const found = resembled(word, labelWords);
  if (cached.size < mostCached && word.length < 24) cached.set(word, found ?? null);
  return found;
}

/** A pure memo; bounded, so that hostile words cannot fill the memory. */
const resembling = new WeakMap<MentionIndex['labelWords'], Map<string, string[] | null>>();
const mostCached = 1000;

function resembled(word: string, labelWords: MentionIndex['labelWords']): string[] | undefined {
  const ids = new Set<string>();
  for (const [known, these] of labelWords) if (alike(word, known)) for (const id of these) ids.add(id);
  return ids.size > 0 ? [...ids] : undefined;
}

const singular = (word: string): string => (word.length > shortestClip ? word.replace(/e?s$/, '') : word);

/** Clipped ("compu"), in the plural, of the same stem ("videos" of "videoteca"), or mistyped. */
function alike(word: string, known: string): boolean {
  const one = singular(word);
  if (word.length >= shortestClip && word.length < known.length && known.startsWith(one) && one.length >= shortestClip)
    return one.length >= 4 || word.length === 3;
  if (one.length >= stem && known.length >= stem && known.slice(0, stem) === one.slice(0, stem))
    return Math.abs(known.length - word.length) <= 4;
  return nearlySame(word, known);
}

const pointers = new Set('la el opsion opsiones numero num insiso no respuesta las los paso fase tema punto'.split(' '));
const measures = new Set(
  'minuto minutos min ora oras or ors rato semana semanas dia dias mes meses ano anos am pm beses bes nino ninos nina ninas bebe bebes maestras maestra talleres modulos'.split(
    ' ',
  ),
);
const days = new Set('lunes martes mierkoles jueves biernes sabado domingo'.split(' '));
const places: Readonly<Record<string, number>> = { ultima: -1, ultimo: -1, penultima: -2, penultimo: -2 };

/** "La 2", "el tercero", "la última", "las 2 primeras", "el de en medio". */
function numbered(said: SaidClauses, at: number, index: MentionIndex, v: Vocabulary): Mention | undefined {
  const { order, labelWords } = index;
  const { list } = said;
  const word = list[at] ?? '';
  const before = list[at - 1] ?? '';
  const next = list[at + 1] ?? '';
  const mention = (from: number, to: number, end: number): Mention | undefined =>
    from >= 1 && to <= order.length
      ? { ids: order.slice(from - 1, to), at, end, all: to > from, bare: false, number: true }
      : { ids: [], at, end, all: false, bare: false, number: true };
  // The middle one.
  if (order.length % 2 === 1 && /^(?:medio|enmedio|sentro)$/.test(word) && /^(?:en|el|del|la|de)$/.test(before))
    return mention((order.length + 1) / 2, (order.length + 1) / 2, at + 1);
  if (!index.numbers) return undefined;
  const last = Object.hasOwn(places, word) ? order.length + 1 + (places[word] ?? 0) : undefined;
  const digits = /^\d{1,2}$/.test(word) ? Number(word) : undefined;
  const spelled = numberAt(list, at);
  const count = digits ?? (spelled && word !== 'un' && word !== 'una' ? spelled.value : undefined);
  const ordinal = v.ordinals.get(word);
  if (count !== undefined && count > 1 && /^(?:primer|ultim)[oa]s$/.test(next))
    return next.startsWith('p') ? mention(1, count, at + 2) : mention(order.length - count + 1, order.length, at + 2);
  if (/^(?:primer|ultim)[oa]s$/.test(word)) {
    const many = numberAt(list, at + 1)?.value ?? Number(next);
    if (many > 1) return word.startsWith('p') ? mention(1, many, at + 2) : mention(order.length - many + 1, order.length, at + 2);
  }
  if (last !== undefined) return mention(last, last, at + 1);
  if (ordinal !== undefined && (pointers.has(before) || list.length <= 3 || at === 0)) return mention(ordinal, ordinal, at + 1);
  if (order.length === 2 && (word === 'ambos' || word === 'ambas')) return mention(1, 2, at + 1);
  // "2 cuentos", "las dos Lupitas": how many.
  const counts = !said.starts.has(at + 1) && next !== '' && idsOf(next, labelWords, at + 1) !== undefined;
  // "Lunes 5" is a date.
  if (count === undefined || counts || measures.has(next) || days.has(before)) return undefined;
  if (articles.has(before) && count === order.length && count > 1 && !measures.has(next)) return mention(1, count, at + 1);
  const bare =
    spelled !== undefined && list.length > 1 && list.every((one) => joiners.has(one) || numberAt([one], 0) !== undefined);
  return digits !== undefined || pointers.has(before) || bare ? mention(count, count, at + (spelled?.length ?? 1)) : undefined;
}

/** "Uno y tres". */
const joiners = new Set('y e la las el los o i no si tambien tampoko nomas solo'.split(' '));
const spans = new Set(['a', 'al', 'asta']);

/** "De lunes a miércoles": all between. */
export function spanFrom(
  list: readonly string[],
  previous: Mention,
  mention: Mention,
  { order }: MentionIndex,
): string[] | undefined {
  const between = list.slice(previous.end, mention.at).filter((word) => word !== 'la' && word !== 'el');
  if (between.length !== 1 || !spans.has(between[0] ?? '')) return undefined;
  const [from, to] = [order.indexOf(previous.ids[0] ?? ''), order.indexOf(mention.ids[0] ?? '')];
  return previous.ids.length === 1 && mention.ids.length === 1 && from >= 0 && from < to ? order.slice(from, to + 1) : undefined;
}
