// Reads which part of the day an hour means where the options are parts of the day: "a las 10" of "Por la mañana", "de 7 a 2".

import { numberAt } from '../numbers/number-words.ts';
import { unaccented } from '../words/text-forms.ts';
import type { ChoiceOption } from './choice.ts';

interface Part {
  id: string;
  from: number;
  until: number;
}

const noon = 12;
const parts: readonly (readonly [RegExp, number, number])[] = [
  [/\bantes de (?:entrar|mi turno)\b/, 5, 8],
  [/\bmedio ?dia\b/, noon, 14],
  [/\b(?:manana|matutino|temprano)\b/, 5, noon],
  [/\b(?:tarde|vespertino)\b/, noon, 19],
  [/\b(?:noche|nocturno)\b/, 19, 24],
  [/\b(?:al salir|salida|despues del turno)\b/, 14, 19],
];
/** "Mañana, 13:30" is a day. */
const several = /\b(?:y|o|mixto|pasado|mas tarde)\b|\d/;
const fewest = 2;
const known = new WeakMap<readonly ChoiceOption[], { found: readonly Part[] | undefined }>();

function partsOf(options: readonly ChoiceOption[]): readonly Part[] | undefined {
  const kept = known.get(options);
  if (kept) return kept.found;
  const named = options.flatMap(({ id, label }) => {
    const said = unaccented(label);
    const part = several.test(said) ? undefined : parts.find(([name]) => name.test(said));
    return part ? [{ id, from: part[1], until: part[2] }] : [];
  });
  // Where noon has a name of its own, the afternoon begins after it.
  const atNoon = named.some(({ from, until }) => from === noon && until === 14);
  const found = named.map((one) => (atNoon && one.from === noon && one.until === 19 ? { ...one, from: 14 } : one));
  const kept2 = found.length >= fewest && new Set(found.map(({ from }) => from)).size === found.length ? found : undefined;
  known.set(options, { found: kept2 });
  return kept2;
}

const hour =
  /(?:^| )(?:a las?|alas?|de|desde(?: las?)?|las?|tipo|como a las?|pasando las?|despues de las?|entro(?: a las?)?) (\d{1,2})(?:[:.](\d\d))?(?! ?(?:min|hora|hr|nin|veces|dia))/;
const alone = /^(?:como |a eso de )?(\d{1,2})(?:[:.](\d\d))?(?: ?(?:y media|en punto|hrs?))?$/;
const begins = /\b(?:entr[oa]|lleg[oa]|empiez[oa]|inicio)\b/;
const half = / ?(am|pm)\b|de la (manana|tarde|noche)/;
const unsure = /\b(?:antes de|hasta|menos|no)\b/;

/** The one part of the day in which the hour falls that she says. */
export function optionByHour(text: string, options: readonly ChoiceOption[]): string | undefined {
  const found = partsOf(options);
  if (!found || /[?¿]/.test(text) || text.length > 60) return undefined;
  const said = digits(unaccented(text).trim());
  if (unsure.test(said)) return undefined;
  const bare = alone.exec(said);
  const [, value, minutes = '0'] = bare ?? hour.exec(said) ?? [];
  if (value === undefined) return undefined;
  // A small number alone may be the place of an option.
  if (bare && !said.includes(':') && Number(value) <= options.length) return undefined;
  const time = Number(value) + Number(minutes) / 60;
  const [, sign, of] = half.exec(said) ?? [];
  const late = sign === 'pm' || of === 'tarde' || of === 'noche';
  const early = sign === 'am' || of === 'manana' || (begins.test(said) && time >= 5);
  const at = time > noon || early ? time : late ? time + (time < noon ? noon : 0) : time < 7 ? time + noon : time;
  return found.find(({ from, until }) => at >= from && at < until)?.id;
}

/** "A las diez": numbers as digits. */
function digits(said: string): string {
  const list = said.split(/\s+/);
  return list
    .map((word, i) => (word === 'un' || word === 'uno' || word === 'y' ? word : String(numberAt([word], 0)?.value ?? list[i])))
    .join(' ');
}
