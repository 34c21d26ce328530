// Looks once more at how often she was understood to say: what stands besides may turn it round, and then she is asked.
import type { Vocabulary } from '../../../program/vocabulary-schema.ts';
import { findPhrases, type PhraseHit, phraseAt } from '../words/phrase-book.ts';
import { clauseStart, type SaidClauses } from '../words/said-clauses.ts';
import { frequencyClauses } from './frequency.ts';

/** "Siempre le digo", "muchas veces le he dicho": what she does herself. */
const herOwn =
  /^(?:(?:se )?l[eao]s? )?(?:e di1o|e pedido|e ped|digo|dije|kise|kiero|keria|pregunto|pido|rekuerdo|insisto)(?: |$)/;
/** "No se me ocurre cuándo". */
const idle = /^(?:se me okur|ke fuera|ke fuese)/;
const saidOf = /(?:^| )(?:iba a poner|kreia ke|krei ke|dise ke|dijo ke) $/;
const draws = /(?:^| )(?:pero|aunke|y eso ke|nomas ke|solo ke) .*(?:exager\S*|kreo|dudo|sera|kien sabe|mas o menos|mal|medias)/;
const ofOthers =
  /(?:^| )(?:l[ao]s demas|l[ao] demas|l[ao]s otr[ao]s|y otr[ao]s?|el resto|la otra|el otro|kon un[ao]s?|a un[ao]s?)(?: |$)/;
/** "Los niños nunca se quejan": of whom it is said. */
const ofWhom = /^(?:l[ao]s|sus|mis) (?:ni|bebe|peke|papa|mama|famili)\S* $/;
const butWith = /(?:^| )pero (?:kon|a) /;
const opens = /^(?:pues|bueno|ai|ay|uy|claro|mm*|no|mis|maestra|eso|la verda|berda)$/;
const only = /^(?:solo|nomas|solamente|unikamente)$/;
const whenever = /^(?:ke )?l[ao]s? (?:beo|miro|bisito)(?: |$)/;
const supposes = /(?:^| )si (?:ubiera|fuera|tubiera|estubiera|pudiera|kisiera)/;
const untilNow = /(?:^| )asta (?:oy|aora|aorita|ke)/;
const alsoDoes = /(?:^| )si l[aoe]s? (?:iso|ase|asen|asia)(?: |$)/;
const forgets = /(?:^| )(?:olbid|me (?:e )?fij|si no (?:ning|nunk|nada|kasi)|mu1o menos(?: |$))/;
const reach = 5;
const fewest = 3;

/** Whether the sentence says more than that: a "no" or "sí" of its own, what somebody else says, what she does herself. */
export function saysOtherwise(text: string, never: boolean, v: Vocabulary): boolean {
  const said = frequencyClauses(text, v);
  const { list } = said;
  if (list.length < fewest) return false;
  const often = findPhrases(list, v.frequency);
  const absent = findPhrases(list, v.notApplicable);
  const from = lastTurn(said, v);
  const live = often.filter(({ at }) => at >= from);
  const last = live.at(-1);
  const rest = last ? list.slice(last.end).join(' ') : '';
  if (
    often.some(
      ({ end }) => !said.starts.has(end) && (herOwn.test(list.slice(end).join(' ')) || whenever.test(list.slice(end).join(' '))),
    )
  )
    return true;
  const whole = list.join(' ');
  // "Si hubiera bebés más grandes", "hasta hoy nunca", "sí lo hace y no lo hace".
  if (supposes.test(whole) || (never && (untilNow.test(whole) || alsoDoes.test(whole)))) return true;
  if (otherBehindBut(list, live)) return true;
  if (forgets.test(whole) && !findPhrases(list, v.closed.marks).some(({ means }) => means === 'contrary')) return true;
  // "Sólo no lo hace cuando": else always.
  if (live.some(({ at, means }) => means === 1 && only.test(list[at - 1] ?? ''))) return true;
  if (last && (ofWhom.test(`${list.slice(0, last.at).join(' ')} `) || butWith.test(` ${rest} `))) return true;
  if (
    never &&
    often.every(({ means }) => means === 1) &&
    findPhrases(list, v.closed.marks).some(({ means }) => means === 'contrary')
  )
    return true;
  if (last && (draws.test(` ${rest}`) || saidOf.test(`${list.slice(0, last.at).join(' ')} `))) return true;
  if (list.some((word, i) => v.negations.has(word) && idle.test(list.slice(i + 1, i + 4).join(' ')))) return true;
  if (
    absent.some((hit) => almost(list, hit) || (never && qualified(list, hit))) ||
    (absent.length > 0 && ofOthers.test(list.join(' ')))
  )
    return true;
  return unheard(said, often, absent, from, never, v);
}

/** "Poco, pero algo": which of both. */
const otherBehindBut = (list: readonly string[], live: readonly PhraseHit<number>[]): boolean =>
  live.length === 2 && live[1]?.means === live[0]?.means && list.slice(live[0]?.end, live[1]?.at).join(' ') === 'pero';

/** "Casi no hubo oportunidad", "no se observó tanto": there was some. */
const almost = (list: readonly string[], { at }: PhraseHit<true>): boolean => list[at - 1] === 'kasi';
const qualified = (list: readonly string[], { end }: PhraseHit<true>): boolean =>
  /^(?:tanto|mu1o|bien|siempre|todo|muy|mui)$/.test(list[end] ?? '');

function lastTurn({ list, stars }: SaidClauses, v: Vocabulary): number {
  let from = Math.max(0, ...stars);
  for (let i = 1; i < list.length; i++) {
    const hit = /^l[eao]s?$/.test(list[i - 1] ?? '') ? undefined : phraseAt(list, i, v.closed.instead);
    if (hit && hit.end < list.length) from = Math.max(from, hit.end);
  }
  return from;
}

/** A "sí" or "no" that stands with no word of how often. */
function unheard(
  said: SaidClauses,
  often: readonly PhraseHit<number>[],
  absent: readonly PhraseHit<true>[],
  from: number,
  never: boolean,
  v: Vocabulary,
): boolean {
  const { list, starts } = said;
  const known: readonly PhraseHit<unknown>[] = [...often, ...absent];
  const books = [v.courtesy, v.closed.idle, v.dontKnow, v.closed.instead, v.closed.because, v.closed.planned];
  const marks = findPhrases(list, v.closed.marks).filter(({ means }) => means !== 'insteadAtOnce' && means !== 'adverse');
  const covered = [...known, ...marks, ...books.flatMap((book) => findPhrases<unknown>(list, book))];
  const firstAt = Math.min(...known.map(({ at }) => at), list.length);
  return list.some((word, i) => {
    const denies = v.negations.has(word);
    const agrees = never && word === 'si' && (i + 1 === list.length || starts.has(i + 1));
    if (i < from || !(denies || agrees) || covered.some(({ at, end }) => i >= at && i < end)) return false;
    // "Ella no, la auxiliar siempre"; else what stands before opens the answer, and was weighed with what follows it.
    const ofAnother =
      often.length > 0 &&
      denies &&
      !starts.has(i) &&
      starts.has(i + 1) &&
      i + 1 === clauseStart(said, firstAt) &&
      !opens.test(list[i - 1] ?? '');
    if (i < firstAt) return ofAnother;
    // "Nunca la he visto que no": always.
    if (!never && list[i - 1] === 'ke' && often[0]?.means === 1 && often[0].at === firstAt) return false;
    const next = known.find(({ at }) => at > i && at - i <= reach);
    const sameClause = next && !list.slice(i + 1, next.at + 1).some((_, k) => starts.has(i + 1 + k));
    return !sameClause && !known.some(({ end }) => end === i && denies);
  });
}
