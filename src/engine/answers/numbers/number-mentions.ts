// Finds the numbers that a message mentions, and what each is there for: the quantity, something beside it, or no exact one.

import { unaccented, withZeros } from '../words/text-forms.ts';
import { numberAt } from './number-words.ts';

export interface NumberMention {
  value: number;
  at: number;
  end: number;
  /** `side`: of hours, ages, times; `article`: "una", which counts only alone; `vague`: "más de 5". */
  kind: 'plain' | 'side' | 'article' | 'vague' | 'negated';
  /** `old`: what was, or all there are; `now`: what it is after all; `total`: said to be the sum. */
  cue: 'old' | 'now' | 'total' | undefined;
}

const setOf = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const tokenShape =
  /\d[\d.,]*(?:ro|do|er|ra|da|to|ta|mo|ma|vo|va|no|na|[abc])?(?![a-z\d.,])|\d[\d.,]*|[a-z]+\d+[a-z0-9]*|[a-z]+|[;,?:/+#%-]/g;
const longest = 300;
const side = setOf(
  'veces vez min mins minuto minutos hora horas hrs hr ano anos mes meses dia dias semana semanas am pm horitas ratitos enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
);
const places = setOf(
  'sala salon maternal mat lactantes lac lact grupo opcion inciso pregunta numero num piso turno iteracion ciclo',
);
const nouns =
  /^(?:nin|maest|mtr|bebe|mentor|person|companer|alumn|asistent|cuidador|educador|chiquit|peque|lactant|matern|mama|papa|famil|sesion|observ|hoja|pagin|sala)/;
const articles = setOf('un una uno');
/** What an article must stand before to be a number: "una nada más", "una maestra". */
const afterOne = setOf(
  'nada nomas solamente sola solo solita vez por de pude tengo y pero o gracias porfa porfavor creo yo en ; , miss',
);
const zero = setOf('ninguno ninguna ningun nadie');
const multiples: Readonly<Record<string, number>> = { docena: 12, docenas: 12, decena: 10, decenas: 10, veintena: 20, par: 2 };
const inexactBefore = setOf('ni minimo maximo hasta');
const inexactAfter = setOf('tantos tantas pico piquito feria cacho fraccion algo');
const oldCues = setOf('eran era antes tenia teniamos tenian habia puse dije debian iban inscritos inscritas');
const nowCues = setOf('ahora quedaron quedan quedamos somos vinieron vino llegaron llego fueron fue nomas son solo final');
const pastVerbs = setOf('son eran fueron somos es era fue hay tengo');
const glued = setOf('x son como unos unas eran fueron solo nomas');

/** Words, numbers and signs; the end of a bubble is ';'. */
export function numberTokens(text: string): string[] {
  return (withZeros(unaccented(text.slice(0, 3000).replace(/[\r\n]+/g, ' ; '))).match(tokenShape) ?? []).slice(0, longest);
}

/** "1,200" is a thousand two hundred, "2.5" two and a half. */
function digitsValue(token: string): number | undefined {
  const bare = token.replace(/[.,]+$/, '');
  if (/^\d{1,3}(?:,\d{3})$/.test(bare)) return Number(bare.replace(',', ''));
  if (/^\d{1,9}$/.test(bare)) return Number(bare);
  return /^\d{1,6}[.,]\d{1,3}$/.test(bare) ? Number(bare.replace(',', '.')) : undefined;
}

function valueAt(t: readonly string[], at: number): { value: number; end: number; article: boolean } | undefined {
  const token = t[at] ?? '';
  const [, before, digits] = /^([a-z]+)(\d+)$/.exec(token) ?? [];
  if (before !== undefined) return glued.has(before) ? { value: Number(digits), end: at + 1, article: false } : undefined;
  if (token === 'media' && t[at + 1] === 'docena') return { value: 6, end: at + 2, article: false };
  if (zero.has(token)) return { value: 0, end: at + 1, article: true };
  const plain = digitsValue(token);
  const word = plain === undefined ? numberAt(t, at) : undefined;
  const value = plain ?? word?.value;
  if (value === undefined) return undefined;
  const end = at + (word?.length ?? 1);
  const next = t[end] ?? '';
  if (Object.hasOwn(multiples, next)) return { value: value * (multiples[next] ?? 1), end: end + 1, article: false };
  if (next === 'mil') {
    const rest = numberAt(t, end + 1);
    return { value: value * 1000 + (rest?.value ?? 0), end: end + 1 + (rest?.length ?? 0), article: false };
  }
  if (next === 'y' && (t[end + 1] === 'media' || t[end + 1] === 'medio'))
    return { value: value + 0.5, end: end + 2, article: false };
  return { value, end, article: articles.has(token) && end === at + 1 };
}

function kindOf(t: readonly string[], at: number, end: number, article: boolean, value: number): NumberMention['kind'] {
  const [before, next] = [t[at - 1] ?? '', t[end] ?? ''];
  if (article && value === 0) return 'article';
  if (article) {
    if (before === 'ni') return 'article';
    return next === '' || afterOne.has(next) || nouns.test(next) ? 'article' : 'side';
  }
  if (isInexact(t, at, end)) return 'vague';
  const ofHours =
    side.has(next) || next === ':' || next === '%' || before === ':' || (next === 'de' && side.has(t[end + 1] ?? ''));
  if (ofHours || places.has(before) || before === '#') return 'side';
  // "La 2", "el 5", "a las 3" name something; "las 3", "los 8 niños" count.
  if ((before === 'la' || before === 'el' || (before === 'las' && t[at - 2] === 'a')) && !nouns.test(next)) return 'side';
  const exclaims = /^(?:ay|ah|uy|oh|hay)$/.test(t[at - 2] ?? '');
  const denied = (before === 'no' && !exclaims) || (t[at - 2] === 'no' && pastVerbs.has(before));
  return denied ? 'negated' : 'plain';
}

/** "Más de 5", "ni 5", "20 y tantos", "10 o más". */
function isInexact(t: readonly string[], at: number, end: number): boolean {
  const [before, next, after] = [t[at - 1] ?? '', t[end] ?? '', t[end + 1] ?? ''];
  if (before === 'de' && ['mas', 'menos', 'arriba', 'abajo', 'cerca'].includes(t[at - 2] ?? '')) return true;
  if (inexactBefore.has(before) || (before === 'menos' && t[at - 2] !== 'o' && ['al', 'lo'].includes(t[at - 2] ?? '')))
    return true;
  if (next === 'y' && inexactAfter.has(after)) return true;
  if (/^(?:a|de)$/.test(before) && /^(?:llega|pasa)/.test(t[at - 2] ?? '') && t[at - 3] === 'no') return true;
  return next === 'o' && (after === 'mas' || after === 'menos');
}

function cueOf(t: readonly string[], at: number, end: number): NumberMention['cue'] {
  const stop = Math.max(0, at - 4);
  if (t[end] === 'en' && t[end + 1] === 'total') return 'total';
  for (let i = at - 1; i >= stop; i--) {
    const word = t[i] ?? '';
    if (word === ';' || word === ',' || /^\d/.test(word)) break;
    if (word === 'total') return 'total';
    if (oldCues.has(word)) return 'old';
    if (nowCues.has(word)) return 'now';
  }
  return t[end] === 'en' && t[end + 2] === 'lista' ? 'old' : undefined;
}

export function numberMentions(t: readonly string[]): NumberMention[] {
  const mentions: NumberMention[] = [];
  for (let at = 0; at < t.length; ) {
    const hit = valueAt(t, at);
    if (!hit) {
      at++;
      continue;
    }
    const { end, article } = hit;
    const value = article && t[at - 1] === 'ni' ? 0 : hit.value;
    mentions.push({ value, at, end, kind: kindOf(t, at, end, article, value), cue: cueOf(t, at, end) });
    at = end;
  }
  return mentions;
}
