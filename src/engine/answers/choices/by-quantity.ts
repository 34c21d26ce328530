// Reads which option a quantity means where the options are quantities: "un cuarto de hora" of "15 minutos", "con cuatro" of "3 o más".

import { readMinutes } from '../numbers/minutes.ts';
import { readNumber } from '../numbers/number.ts';
import { unaccented } from '../words/text-forms.ts';
import type { ChoiceOption } from './choice.ts';

interface Quantities {
  /** Minutes, or how many; `most`: "3 a 5" and "6 o más" hold more than one. */
  values: readonly { id: string; value: number; most: number }[];
  kind: 'minutes' | 'count';
}

const lasts = /\b(?:min|mins|minutos?|horas?|hrs?)\b/;
const counted = /^(?:de )?(\d{1,2})(?: (?:[a-z]+ )?(?:o|a|-|y) (\d{1,2}|mas))?(?: [a-z]+){0,2}$/;
const noneOf = /^(?:ningun[oa]|cero|nadie)$/;
const fewest = 2;
const tellsHowLong = /\b(?:min|mins|minutos?|minutitos|horas?|hora|hrs?|cuarto|media)\b/;
const points = /\b(?:la|el|opcion|opc|numero|num|inciso|respuesta|resp) \d/;
const spelledOut = /[a-z]/;
/** More words than these tell something else besides. */
const longest = 8;

const known = new WeakMap<readonly ChoiceOption[], { found: Quantities | undefined }>();

function quantitiesOf(options: readonly ChoiceOption[]): Quantities | undefined {
  const kept = known.get(options);
  if (kept) return kept.found;
  const found = minutesOf(options) ?? countsOf(options);
  known.set(options, { found });
  return found;
}

function minutesOf(options: readonly ChoiceOption[]): Quantities | undefined {
  const values = options.flatMap(({ id, label }) => {
    const read = lasts.test(unaccented(label)) ? readMinutes(label) : undefined;
    return read?.kind === 'understood' ? [{ id, value: read.value, most: read.value }] : [];
  });
  return values.length >= fewest ? { kind: 'minutes', values } : undefined;
}

function countsOf(options: readonly ChoiceOption[]): Quantities | undefined {
  const values = options.flatMap(({ id, label }) => {
    const said = unaccented(label);
    const number = counted.exec(said);
    const [, least, most = least] = number ?? [];
    if (number) return [{ id, value: Number(least), most: most === 'mas' ? Number.POSITIVE_INFINITY : Number(most) }];
    return noneOf.test(said) ? [{ id, value: 0, most: 0 }] : [];
  });
  return values.length === options.length && values.length >= fewest ? { kind: 'count', values } : undefined;
}

/** "4" may be the fourth of "0 / 1 o 2 / 3 a 5 / 6 o más", or "3 a 5": a number alone, by its place and by its value. */
export function optionsByNumber(text: string, options: readonly ChoiceOption[]): string[] | undefined {
  const quantities = quantitiesOf(options);
  const value = /^\d{1,3}$/.exec(text.trim())?.[0];
  if (quantities?.kind !== 'count' || value === undefined) return undefined;
  const named = quantities.values.filter(({ value: least, most }) => Number(value) >= least && Number(value) <= most);
  const placed = options[Number(value) - 1]?.id;
  return [...new Set([...(placed === undefined ? [] : [placed]), ...named.map(({ id }) => id)])];
}

export function optionByQuantity(text: string, options: readonly ChoiceOption[]): string | undefined {
  const quantities = quantitiesOf(options);
  const said = unaccented(text).trim();
  if (!quantities || /[?¿]/.test(text) || points.test(said) || said.split(' ').length > longest) return undefined;
  // A number alone may be the place of an option.
  if (!spelledOut.test(said)) return undefined;
  const { kind, values } = quantities;
  if (kind === 'minutes' && !tellsHowLong.test(said)) return undefined;
  const read = kind === 'minutes' ? readMinutes(text) : readNumber(text);
  if (read.kind !== 'understood') return undefined;
  const same = values.filter(({ value, most }) => read.value >= value && read.value <= most);
  return same.length === 1 ? same[0]?.id : undefined;
}
