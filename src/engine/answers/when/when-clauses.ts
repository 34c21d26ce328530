// Cuts a tokenised phrase into clauses, so that what is denied or told in one is not laid to the days of another.
import { moves, obstacles } from './when-role-words.ts';
import { isNumber, isSign, isWeekday, type WhenToken } from './when-tokens.ts';

export interface Clause {
  from: number;
  to: number;
}

const openers = new Set(['pero', 'entonces', 'porque', 'sino', 'aunque', 'prefiero', 'solo', 'solamente', 'excepto']);
const afterAnd = new Set([
  'le',
  'les',
  'yo',
  'luego',
  'despues',
  'ahi',
  'ya',
  'se',
  'me',
  'no',
  'ese',
  'entonces',
  'este',
  'asi',
  'tengo',
  'quedo',
  'quedamos',
  'dice',
  'dijo',
  'seria',
]);
const valued = new Set([
  'queda',
  'es',
  'esta',
  'seria',
  'conviene',
  'acomoda',
  'mucho',
  'sera',
  'creo',
  'lo',
  'parece',
  'quedaria',
]);
const plainCorrections = new Set([
  'perdon',
  'corrijo',
  'sino',
  'rectifico',
  'equivoque',
  'confundi',
  'ups',
  'oops',
  'upss',
  'chin',
  'chispas',
  'dedazo',
  'teclado',
  'corrector',
  'autocorrector',
  'ponle',
  'miento',
  'olvidelo',
  'olvidalo',
  'equivocacion',
  'equivocada',
  'ignore',
  'borre',
  'caray',
]);
const toldTo = new Set(['le', 'les', 'te', 'yo', 'ahorita', 'luego', 'se']);
/** What a bubble may hold that says no more than "no, wait". */
const takesBack = new Set([
  'no',
  'o',
  'nop',
  'nel',
  'espera',
  'espere',
  'espereme',
  'esperame',
  'ay',
  'uy',
  'ah',
  'oh',
  'siempre',
  'bueno',
  'perdon',
  'digo',
  'mejor',
  'maestra',
  'miss',
  'pues',
  'ps',
  'ya',
  'ese',
  'dia',
  'aguante',
  'es',
  'que',
  'cierto',
  'verdad',
  'ups',
  'oiga',
  'este',
  'esta',
]);

/** How many tokens a word of correction takes here; 0 where none stands. */
export function correctionAt(t: readonly WhenToken[], i: number): number {
  const [word = '', next, before = ''] = [t[i], t[i + 1], t[i - 1]];
  // "Perdón por la demora" corrects nothing.
  if (word === 'perdon' && next === 'por') return 0;
  if (plainCorrections.has(word)) return 1;
  if (word === 'mejor') return valued.has(before) && next !== 'dicho' ? 0 : next === 'dicho' ? 2 : 1;
  if (word === 'prefiero' || word === 'preferiria') return 1;
  const hourNext = isNumber(next) || (next === 'a' && (t[i + 2] === 'las' || t[i + 2] === 'la'));
  if (word === 'bueno' && (before === 'o' || (before !== '' && isSign(before) && hourNext))) return 1;
  if (setsAnew(t, i)) return 1;
  if (word === 'no' && next === 'pues' && before !== '' && t[i + 2] !== 'no') return 2;
  if (word === 'no' && (next === 'cierto' || next === 'verdad') && (before === '' || isSign(before))) return 2;
  if (word === 'mas' && next === 'bien') return 2;
  if (word === 'digo') return toldTo.has(before) || next === 'que' ? 0 : 1;
  if (word === 'que' && next === 'diga') return 2;
  if (word === 'haga' && next === 'caso') return 2;
  // "Siempre sí el lunes", "póngale el lunes": what is settled in the end.
  if (word === 'siempre' || word === 'bueno') return next === 'si' ? 2 : 0;
  if (word === 'cambio') return before === '' || isSign(before) ? 1 : 0;
  if (word === 'no' && next === 'es' && (t[i + 2] === 'cierto' || t[i + 2] === 'verdad')) return 3;
  if (word === 'fue' && next === 'el' && (t[i + 2] === 'dedo' || t[i + 2] === 'dedito')) return 3;
  if ((word === 'quise' || word === 'quiero') && (next === 'decir' || next === 'poner' || next === 'escribir')) return 2;
  return 0;
}

/** "Se cambió al viernes", "la recorrimos para el lunes": what was agreed before gives way. */
function setsAnew(t: readonly WhenToken[], i: number): boolean {
  const before = t[i - 1] ?? '';
  if (!moves.test(t[i] ?? '') || !['se', 'lo', 'la', 'nos', 'los', 'las'].includes(before)) return false;
  return ['al', 'para', 'hasta'].includes(t[i + 1] ?? '') || (t[i + 1] === 'a' && ['el', 'las', 'la'].includes(t[i + 2] ?? ''));
}

const isComma = (token: string | undefined): boolean => isSign(token) && token !== '/' && token !== '-' && token !== '.';

function opensClause(t: readonly WhenToken[], i: number): boolean {
  const [word = '', next = ''] = [t[i], t[i + 1]];
  if (openers.has(word) || correctionAt(t, i) > 0) return true;
  if (word === 'y') return afterAnd.has(next);
  if (word === 'asi' || word === 'ya') return next === 'que' && !(t[i + 2] === 'los' || t[i + 2] === 'se');
  return word === 'si' && next === 'no' && !['es', 'hay', 'le', 'se', 'me', 'pasa', 'puedo'].includes(t[i + 2] ?? '');
}

/** A colon or dot between two numbers belongs to an hour. */
function inNumber(t: readonly WhenToken[], i: number): boolean {
  return (t[i] === ':' || t[i] === '.') && isNumber(t[i - 1]) && isNumber(t[i + 1]);
}

/** "martes, miércoles y jueves no puedo": one list. */
function inList(t: readonly WhenToken[], i: number): boolean {
  if (t[i] !== ',') return false;
  const next = t[i + 1] === 'el' ? i + 2 : i + 1;
  if (!isWeekday(t[i - 1]) || !isWeekday(t[next])) return false;
  const link = t[next + 1];
  return link === 'y' || link === 'o' || (link === ',' && isWeekday(t[next + 2]));
}

export function clausesOf(t: readonly WhenToken[]): Clause[] {
  const clauses: Clause[] = [];
  let from = 0;
  const close = (to: number): void => {
    if (to > from) clauses.push({ from, to });
  };
  for (let i = 0; i < t.length; i++) {
    if (isComma(t[i]) && !inNumber(t, i) && !inList(t, i)) {
      close(i);
      from = i + 1;
    } else if (i > from && opensClause(t, i)) {
      close(i);
      from = i;
    }
  }
  close(t.length);
  return clauses;
}

const fine = new Set(['si', 'bien', 'perfecto', 'tambien', 'ok', 'mejor', 'conviene', 'acomoda', 'puntual']);

/** "No se puede", "dice la maestra que no puede": what was said before does not stand. */
function deniesAlone(t: readonly WhenToken[], from: number, to: number): boolean {
  const said = t.slice(from, to);
  if (
    said.some((word) => isNumber(word) || isWeekday(word) || ['hoy', 'manana', 'pasado', 'antes', 'hasta', 'pero'].includes(word))
  )
    return false;
  const that = said.some((word, k) => word === 'ese' && said[k + 1] === 'dia');
  // "A esa hora sirven la comida".
  const then = said.some((word, k) => (word === 'ese' || word === 'esa') && said[k + 1] === 'horas');
  if (then && said.length > 3 && !said.some((word) => fine.has(word) || word.startsWith('pued') || word.startsWith('qued')))
    return true;
  if (that && said.some((word) => word === 'no' || obstacles.has(word))) return true;
  return said.some(
    (word, k) =>
      word === 'no' &&
      /^(?:pued|pod[reia]|pudo|va$|viene|esta$|cubre)/.test(
        said[k + (said[k + 1] === 'se' || said[k + 1] === 'me' ? 2 : 1)] ?? '',
      ),
  );
}

/** "30, perdón" and "el martes mejor", in a bubble of their own, correct the bubbles before. */
function trailing(t: readonly WhenToken[], i: number): number[] {
  if (t[i] !== 'perdon' && t[i] !== 'mejor' && t[i] !== 'digo') return [];
  const next = i + correctionAt(t, i);
  if (t[next] !== undefined && t[next] !== '|') return [];
  const start = t.lastIndexOf('|', i);
  return start > 0 && i - start <= 7 ? [start] : [];
}

const dayWord = /^(?:@\d|hoy|manana|pasado|#\d+)$/;
const adds = new Set(['o', 'u', 'y', 'ni', 'tambien', 'si', 'tampoco', 'entre', 'cualquiera']);
const fewestReason = 3;

/** "Viernes 8:30 | hay junta | martes 8:30": behind a bubble that names no time, a whole appointment is another one. */
function bubblesAnew(t: readonly WhenToken[]): number[] {
  const starts = [0, ...t.flatMap((word, i) => (word === '|' ? [i + 1] : []))];
  const bubbles = starts.map((from, k) => t.slice(from, (starts[k + 1] ?? t.length + 1) - 1));
  const names = (words: readonly WhenToken[]): boolean => words.some((word) => dayWord.test(word) || isNumber(word));
  const whole = (words: readonly WhenToken[]): boolean =>
    words.some((word) => dayWord.test(word)) && (words.some(isNumber) || words.some((word, k) => word === 'horas' && k > 0));
  return starts.flatMap((from, k) => {
    const [first, reason, again] = [bubbles[k - 2], bubbles[k - 1], bubbles[k]];
    if (!first || !reason || !again || from === 0) return [];
    const anew = whole(first) && reason.length >= fewestReason && !names(reason) && whole(again);
    return anew && ![...reason.slice(0, 1), ...again].some((word) => adds.has(word)) ? [from - 1] : [];
  });
}

/** The places after which what was said before is taken back. */
export function correctionsIn(t: readonly WhenToken[], clauses: readonly Clause[]): number[] {
  const places: number[] = [];
  for (const { from, to } of clauses) {
    const length = to - from;
    const all = length <= 6 && t.slice(from, to).every((word) => takesBack.has(word));
    const says = t.slice(from, to).some((word) => word === 'no' || word === 'nop' || word === 'nel' || word.startsWith('esper'));
    if ((all && says) || deniesAlone(t, from, to)) places.push(from);
    for (let i = from; i < to; i++) if (correctionAt(t, i) > 0) places.push(i, ...trailing(t, i));
    // "Jueves a las 10 no": what comes next is instead of it.
    if (length > 1 && t[to - 1] === 'no') places.push(to - 1);
  }
  places.push(...bubblesAnew(t));
  return places.sort((a, b) => a - b);
}
