// Reads which option a quantity means where the options are quantities: "media hora" of "De 15 a 30 minutos", "año y medio", "unos 12".

import { readMinutes } from '../numbers/minutes.ts';
import { readNumber } from '../numbers/number.ts';
import { numberAt } from '../numbers/number-words.ts';
import { doubtful, type Reading, understood } from '../words/reading.ts';
import { unaccented } from '../words/text-forms.ts';
import type { ChoiceOption } from './choice.ts';

type Measure = 'minutes' | 'months' | 'days' | 'count';

/** Both ends belong to it. */
interface Range {
  id: string;
  least: number;
  most: number;
}

interface Quantities {
  measure: Measure;
  ranges: readonly Range[];
  /** Some hold more than one value. */
  spans: boolean;
}

const ofMinutes = /\b(?:min|mins|minutos?|horas?|hrs?|media hora|cuarto de hora)\b/;
const ofMonths = /\b(?:mes|meses|anos?|anitos?)\b/;
const ofDays = /\b(?:dias?|semanas?|quincena|mes|meses)\b/;
const fewest = 2;
/** "Más de 10": nothing between. */
const justMore = 0.001;
const known = new WeakMap<readonly ChoiceOption[], { found: Quantities | undefined }>();

function quantitiesOf(options: readonly ChoiceOption[]): Quantities | undefined {
  const kept = known.get(options);
  if (kept) return kept.found;
  const found = quantitiesIn(options);
  known.set(options, { found });
  return found;
}

function quantitiesIn(options: readonly ChoiceOption[]): Quantities | undefined {
  const labels = options.map(({ label }) => unaccented(label));
  const some = (unit: RegExp): boolean => labels.filter((label) => unit.test(label)).length >= fewest;
  const ages = labels.some((label) => /\banos?\b/.test(label)) || labels.every((label) => !/\b(?:dias?|semanas?)\b/.test(label));
  const measure = some(ofMinutes) ? 'minutes' : some(ofMonths) && ages ? 'months' : some(ofDays) ? 'days' : 'count';
  const ranges = options.flatMap(({ id }, i) => {
    const range = rangeOf(labels[i] ?? '', measure);
    return range ? [{ id, ...range }] : [];
  });
  // Among other options a number says nothing; of lengths some may stand beside "no sé".
  const enough = measure === 'count' ? ranges.length === options.length : ranges.length > options.length / 2;
  if (!enough || ranges.length < fewest) return undefined;
  return { measure, ranges, spans: ranges.some(({ least, most }) => most > least) };
}

const minutesOf: Readonly<Record<string, number>> = { h: 60, m: 1, c: 15 };
const plainUnits =
  /^(?:vez|veces|maestras?|ninos?|sesiones|sesion|talleres|personas?|modulos?|grupos?|salas?|bebes|mentoras?|cuidadoras?|ciclos?)$/;

interface Amount {
  value: number;
  unit: string | undefined;
  at: number;
  end: number;
}

const unitOf = (word: string, measure: Measure): string | undefined => {
  if (measure === 'minutes')
    return /^(?:min|mins|minutos?)$/.test(word) ? 'm' : /^(?:horas?|hrs?|h)$/.test(word) ? 'h' : undefined;
  if (measure === 'months') return /^anit?os?$/.test(word) ? 'a' : /^mes(?:es|ecitos)?$/.test(word) ? 's' : undefined;
  if (measure === 'days')
    return /^dias?$/.test(word) ? 'd' : /^semanas?$/.test(word) ? 'w' : /^mes(?:es)?$/.test(word) ? 'n' : undefined;
  return plainUnits.test(word) ? 'x' : undefined;
};
const worth: Readonly<Record<string, number>> = { ...minutesOf, a: 12, s: 1, d: 1, w: 7, n: 30, x: 1 };

const wordsOf = (said: string): string[] =>
  said
    .replace(/(\d)(?=[a-z])/g, '$1 ')
    .replace(/[-–—/]/g, ' a ')
    .split(/[^a-z0-9.]+/)
    .filter((word) => word !== '' && word !== '.');

/** "2", "dos", "año y medio", "media hora", "3/4 de hora". */
function amountsIn(list: readonly string[], measure: Measure): Amount[] {
  const found: Amount[] = [];
  for (let i = 0; i < list.length; ) {
    const amount = amountAt(list, i, measure);
    if (amount) found.push(amount);
    i = amount?.end ?? i + 1;
  }
  return found;
}

function amountAt(list: readonly string[], at: number, measure: Measure): Amount | undefined {
  const word = list[at] ?? '';
  const half = word === 'medio' || word === 'media';
  const digits = /^\d{1,3}(?:\.\d)?$/.test(word) ? Number(word) : undefined;
  const spelled = digits === undefined ? numberAt(list, at) : undefined;
  const bareUnit = unitOf(word, measure);
  let value = digits ?? spelled?.value ?? (half ? 0.5 : bareUnit !== undefined && measure !== 'count' ? 1 : undefined);
  if (value === undefined) return undefined;
  let end = at + (digits !== undefined || half ? 1 : (spelled?.length ?? 0));
  const unit = unitOf(list[end] ?? '', measure);
  if (half && unit === undefined) return undefined;
  // "Hora y media" has its unit first; a unit alone is no amount.
  if (digits === undefined && spelled === undefined && !half && !/^(?:y|anito|ano)$/.test(list[end + 1] ?? '')) return undefined;
  if (unit !== undefined) end++;
  if (list[end] === 'y' && /^medi[oa]$/.test(list[end + 1] ?? '')) {
    value += 0.5;
    end += 2;
  }
  return { value, unit, at, end };
}

const nothing = /^(?:ningun[oa]?|cero|nadie|nada)\b/;
const below = /^(?:menos de|menor(?:es)? de|antes de|hasta|maximo)\b/;
const above = /^(?:mas de|mayor(?:es)? de|arriba de)\b/;
const orMore = /\b(?:o mas|y mas|en adelante|o mayor(?:es)?|para arriba)$/;

function rangeOf(label: string, measure: Measure): { least: number; most: number } | undefined {
  if (measure === 'count' && nothing.test(label)) return { least: 0, most: 0 };
  const list = wordsOf(label);
  const amounts = amountsIn(list, measure);
  const [first, second, more] = amounts;
  if (!first || more) return undefined;
  // "De 2 a 3 años": what is left are words of measure, or it is no quantity.
  const others = list.filter((_, i) => !amounts.some(({ at, end }) => i >= at && i < end));
  if (measure === 'count' && others.filter((word) => !ofRange.has(word)).length > 2) return undefined;
  const last = second ?? first;
  const unit = last.unit ?? first.unit;
  if (unit === undefined && measure !== 'count') return undefined;
  const scaled = (amount: Amount): number => amount.value * (worth[amount.unit ?? unit ?? 'x'] ?? 1);
  if (below.test(label)) return { least: 0, most: scaled(first) - (/^(?:hasta|maximo)/.test(label) ? 0 : justMore) };
  if (above.test(label)) return { least: scaled(first) + justMore, most: Number.POSITIVE_INFINITY };
  if (orMore.test(label)) return { least: scaled(first), most: Number.POSITIVE_INFINITY };
  return { least: scaled(first), most: scaled(last) };
}
const ofRange = new Set('de a o entre y mas menos en adelante hasta al la las los unos unas'.split(' '));

const placed = /^\d{1,3}$/;
const points = /\b(?:la|el|opcion|opc|numero|num|inciso|respuesta|resp) \d/;
/** More words than these tell something else besides. */
const longest = 9;
/** "Dos y al rato llegó otro". */
const another = /\by .*\botr[oa]s?\b/;
const exceeds = /(?:^| )(?:mas|arriba|pasadit[oa]) de (?!lo |la )/;
const fallsShort = /(?:^| )(?:menos|casi|no llega(?:mos|n)? a|no completa(?:mos|n)?)(?: de)? (?:\d|un|una|dos|tres|media|el)/;

/** Undefined where the options are no quantities, or where she names none. */
export function optionByQuantity(text: string, options: readonly ChoiceOption[]): Reading<string> | undefined {
  const quantities = quantitiesOf(options);
  if (!quantities || /[?¿]/.test(text)) return undefined;
  const said = unaccented(text).trim();
  const bare = placed.test(said);
  const { measure, ranges, spans } = quantities;
  if (!bare && (points.test(said) || said.split(/\s+/).length > longest)) return undefined;
  const read = bare ? understood(Number(said)) : amountSaid(text, said, measure);
  if (read?.kind === 'doubtful' && measure === 'count') {
    const { candidates } = read;
    const ids = ranges.flatMap(({ id, least, most }) => (candidates.some((one) => one >= least && one <= most) ? [id] : []));
    return ids.length > 0 ? doubtful(ids) : undefined;
  }
  if (read?.kind !== 'understood' || another.test(said)) return undefined;
  const more = !bare && exceeds.test(said);
  const less = !bare && fallsShort.test(said);
  const value = read.value + (more ? justMore * 2 : less ? -justMore * 2 : 0);
  let ids = ranges.filter(({ least, most }) => value >= least && value <= most).map(({ id }) => id);
  if (ids.length === 0 && !more && !less && spans) ids = nearest(ranges, value);
  if (bare) {
    // "4" may be the fourth of "0 / 1 o 2 / 3 a 5", or "3 a 5".
    const place = options[Number(said) - 1]?.id;
    if (measure !== 'count' && !spans) return undefined;
    ids = [...(place === undefined ? [] : [place]), ...ids];
  }
  const distinct = options.flatMap(({ id }) => (ids.includes(id) ? [id] : []));
  const [only] = distinct;
  if (only === undefined) return undefined;
  return distinct.length === 1 ? understood(only) : doubtful(distinct);
}

/** "De 1 a 3, de 4 a 6": three and a half is nearest to either. */
function nearest(ranges: readonly Range[], value: number): string[] {
  const gap = ({ least, most }: Range): number => (value < least ? least - value : value - most);
  const smallest = Math.min(...ranges.map(gap));
  return smallest <= 1 ? ranges.filter((one) => gap(one) === smallest).map(({ id }) => id) : [];
}

const comparing = /^(?:como |unos |unas )?(?:mas|menos|casi|arriba|pasadit[oa])(?: de)? /;
const halves = /\b(?:media horita|media hr|media hora)\b/;

function amountSaid(text: string, said: string, measure: Measure): Reading<number> | undefined {
  if (measure === 'minutes') {
    const bare = said.replace(comparing, '');
    const read = readMinutes(bare === said && !halves.test(said) ? text : bare.replace(halves, '30 min'));
    if (read.kind === 'understood') return read;
    const alone = readNumber(text);
    return alone.kind === 'understood' && alone.value > 4 ? alone : undefined;
  }
  if (measure === 'count') return readNumber(text);
  const amounts = amountsIn(wordsOf(said), measure);
  const last = amounts.at(-1);
  if (!last || amounts.length > 1) return undefined;
  const unit = last.unit ?? (measure === 'months' ? 'a' : 'd');
  const value = last.value * (worth[unit] ?? 1);
  // "En quince días", "en ocho": two weeks and one.
  if (measure === 'days' && (value === 15 || value === 8)) return understood(value - 1);
  return understood(value);
}
