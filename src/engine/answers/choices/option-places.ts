// Reads options that are pointed at by letter or by where they stand: "inciso b", "la de hasta abajo", "la de arriba de siempre".

import { doubtful, type Reading, understood } from '../words/reading.ts';
import { plain } from '../words/text-forms.ts';
import type { PreparedOption } from './option-words.ts';

const letter = /^(?:(?:es|en|pues|de|con) )?(?:(la|el|inciso|opcion|opc|letra|respuesta|sala)(?: (?:de|la))? )?([a-f])$/;
const above =
  /^(?:pues |es )?(?:la|el)(?: (?:de|que|q|k) ?(?:esta|va|viene)?)*(?: mero)? (hasta )?(arriba|arribita|encima|antes|abajo|abajito|debajo|despues)(?: (?:de|del)(?: (?:la|el))? (.{2,40}))?$/;

/** Before anything else is tried: without one of these it is no such place. */
const mayPoint = /(?:^|[^\p{L}])[a-f]\W*$|arrib|abaj|encima|debajo|antes|despu/iu;

export function optionByPlace(
  text: string,
  options: readonly PreparedOption[],
  readOther: (text: string) => Reading<string>,
): Reading<string> | undefined {
  if (text.length > 80 || !mayPoint.test(text) || /[?¿]/.test(text)) return undefined;
  const said = plain(text);
  return byLetter(said, options) ?? byPosition(said, options, readOther);
}

/** "b" is each of B, B1 and B2; where no label has a letter, "inciso b" is the second. */
function byLetter(said: string, options: readonly PreparedOption[]): Reading<string> | undefined {
  const found = letter.exec(said);
  const [, pointed, sign = ''] = found ?? [];
  if (!found) return undefined;
  const lettered = options.some(({ names }) => names[0]?.some((word) => /^[b-f]\d?$/.test(word)));
  const named = options.filter(({ names }) =>
    names[0]?.some((word) => word === sign || (word.length === 2 && word.startsWith(sign) && /\d$/.test(word))),
  );
  if (lettered) {
    const ids = named.map(({ id }) => id);
    return ids.length === 0 ? undefined : ids.length === 1 ? understood(ids[0] ?? '') : doubtful(ids);
  }
  const placed = options['abcdef'.indexOf(sign)]?.id;
  if (placed === undefined || (sign === 'a' && !pointed) || options.some(({ key }) => key === sign)) return undefined;
  return pointed !== undefined && pointed !== 'sala' ? understood(placed) : doubtful([placed]);
}

function byPosition(
  said: string,
  options: readonly PreparedOption[],
  readOther: (text: string) => Reading<string>,
): Reading<string> | undefined {
  const found = above.exec(said);
  if (!found) return undefined;
  const [, upTo, where = '', of] = found;
  const up = /^(?:arriba|arribita|encima|antes)$/.test(where);
  if (of === undefined) {
    if (!upTo && where !== 'arriba' && where !== 'abajo') return undefined;
    const end = options.at(up ? 0 : -1)?.id;
    return end === undefined ? undefined : upTo ? understood(end) : doubtful([end]);
  }
  const other = readOther(of);
  if (other.kind !== 'understood') return undefined;
  const next = options[options.findIndex(({ id }) => id === other.value) + (up ? -1 : 1)]?.id;
  return next === undefined ? undefined : understood(next);
}
