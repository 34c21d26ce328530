// Reads a yes or a no; anything hedged, conditional, asked back or contradictory stays a doubt.
import type { Vocabulary, YesNoSense } from '../../../program/vocabulary-schema.ts';
import { findPhrases, phraseAt, soundOf, spokenWords } from '../words/phrase-book.ts';
import { doubtful, type Reading, unclear, understood } from '../words/reading.ts';
import { longestText } from '../words/text-forms.ts';
import { type Clause, clausesOf } from './yes-no-clauses.ts';

interface YesNoScan {
  senses: YesNoSense[];
  /** The words of each yes and no, in order. */
  said: string[];
  unknownBefore: number;
  unknownAfter: number;
  /** An unaccented "si" that may be an "if", or a "ya" that only begins a sentence. */
  perhapsIf: boolean;
}

const surelyYes = /(?:^|[^\p{L}])(?:s[íÍ]|si[,.!;]|si{2,}(?!\p{L}))/iu;
/** "Sí, un poco", "sí, todas": how much, right after a yes and nothing else. */
const degrees = new Set(['poko', 'pokito', 'mucho', 'bastante', 'todas', 'todos', 'todo', 'barias', 'algunas', 'tantito']);

function scanYesNo(text: string, v: Vocabulary): YesNoScan {
  const list = spokenWords(text, v.abbreviations);
  // "sí" with its accent, or set off by a sign, is no "if".
  const accented = surelyYes.test(text.slice(0, longestText).normalize('NFC'));
  let scan: YesNoScan = { senses: [], said: [], unknownBefore: 0, unknownAfter: 0, perhapsIf: false };
  for (let i = 0; i < list.length; ) {
    const hit = phraseAt(list, i, v.yesNo);
    if (!hit && !/[a-z0-9]/.test(list[i] ?? '')) {
      // A heart or praying hands say neither yes nor no.
      i++;
      continue;
    }
    if (!hit) {
      if (scan.said.length === 0) scan.unknownBefore++;
      else scan.unknownAfter++;
      i++;
      continue;
    }
    i = hit.end;
    if (hit.means === 'courtesy') continue;
    if (hit.means === 'correction') {
      // "no, perdón, sí": only what follows counts, if anything does.
      if (i < list.length) scan = { senses: [], said: [], unknownBefore: 0, unknownAfter: 0, perhapsIf: false };
      continue;
    }
    scan.senses.push(hit.means);
    if (hit.means !== 'yes' && hit.means !== 'no') continue;
    scan.said.push(list.slice(hit.at, hit.end).join(' '));
    const next = list[i];
    const word = list[hit.end - 1];
    const bare = hit.means === 'yes' && hit.end - hit.at === 1;
    if (bare && word === 'si' && !accented && next !== undefined && !showsYes(list, i, v)) scan.perhapsIf = true;
    // "ya voy", "ya no trabajo con ella": what goes on after "ya" says what is already so, and answers nothing.
    const goesOn = next !== undefined && /[a-z]/.test(next);
    const noMore = list.slice(hit.at, hit.end).join(' ') === 'ya no';
    if (goesOn && bare && word === 'ya' && !showsYes(list, i, v)) scan.perhapsIf = true;
    if (goesOn && noMore && !phraseAt(list, i, v.yesNo)) scan.perhapsIf = true;
  }
  return scan;
}

/** Whether what follows "si" makes it a yes: a finished deed, another yes, courtesy. */
function showsYes(list: readonly string[], i: number, v: Vocabulary): boolean {
  if (phraseAt(list, i, v.yesNo)) return true;
  const degree = list[i] === 'un' ? i + 1 : i;
  if (degree === list.length - 1 && degrees.has(list[degree] ?? '')) return true;
  const pronoun = ['la', 'lo', 'le', 'se', 'me', 'los', 'las', 'nos'].includes(list[i] ?? '') ? i + 1 : i;
  if (v.afterYes.has(list[pronoun] ?? '')) return pronoun > i || list[i] !== 'se';
  return false;
}

const mostOthers = 40;
const mostBefore = 12;

/** What the clauses come to, in order. */
interface Sum {
  value: boolean | undefined;
  /** Something makes an answer of either kind doubtful. */
  doubt: boolean;
  agreed: boolean;
  denies: boolean;
  before: number;
  others: number;
  last: Clause | undefined;
}

const nothing: Sum = { value: undefined, doubt: false, agreed: false, denies: false, before: 0, others: 0, last: undefined };

export function readYesNo(text: string, v: Vocabulary): Reading<boolean> {
  const clauses = clausesOf(text, v);
  let sum: Sum = nothing;
  for (const [i, clause] of clauses.entries()) {
    // "No, perdón, sí": only what follows counts, if anything does.
    const tells = clause.sense !== 'none' && clause.sense !== 'other';
    if (clause.corrected && (tells || clauses[i + 1] !== undefined) && !(clause.sense === 'none' && i === clauses.length - 1))
      sum = nothing;
    const next = clauses[i + 1];
    // "¿Que si la hice? No": she only repeats what she was asked.
    if (clause.asked && next?.bare && (next.sense === 'yes' || next.sense === 'no')) continue;
    sum = withClause(sum, clause);
  }
  const { value } = sum;
  if (
    text.length <= 60 &&
    !/[?¿]/.test(text.replace(/,? *(?:¿ *)?verdad *\?/i, '')) &&
    opinion.test(spokenWords(text, v.abbreviations).join(' '))
  )
    return understood(false);
  const both = doubtful([value ?? !sum.denies, !(value ?? !sum.denies)]);
  if (value === undefined) {
    if (clauses.some(({ sense }) => sense === 'perhaps') || sum.denies) return both;
    return sum.agreed && !sum.doubt ? understood(true) : hedgedOrTyped(text, v);
  }
  return sum.doubt || sum.before > mostBefore || sum.others > mostOthers ? both : understood(value);
}

function withClause(sum: Sum, clause: Clause): Sum {
  const next: Sum = { ...sum, others: sum.others + clause.others, last: clause };
  const { value } = sum;
  switch (clause.sense) {
    case 'none':
      return next;
    case 'agree':
      return { ...next, agreed: true };
    case 'yes':
    case 'no':
      return withPolar(sum, next, clause);
    case 'toCome':
      // "Sí, al rato": when, or whether? A no stays one.
      return { ...next, doubt: sum.doubt || value !== false };
    case 'other': {
      if (value === undefined) return { ...next, before: sum.before + clause.others };
      const limits = value && clause.joint === 'but';
      return { ...next, doubt: sum.doubt || limits || (clause.asked && clause.others < 3) };
    }
    case 'hedge': {
      const beside = value !== undefined && !clause.bare && clause.joint !== 'but' && clause.others > 1;
      return { ...next, doubt: sum.doubt || !beside, denies: sum.denies || (value === undefined && clause.deed) };
    }
    case 'perhaps':
      return { ...next, doubt: sum.doubt || value !== false };
    case 'condition':
    case 'neither':
      return { ...next, doubt: true };
  }
}

function withPolar(sum: Sum, next: Sum, clause: Clause): Sum {
  const said = clause.sense === 'yes';
  const { value, last } = sum;
  const replaced: Sum = {
    ...next,
    value: said,
    doubt: clause.corrected || clause.joint === 'bubble' ? clause.asked : sum.doubt || clause.asked,
  };
  if (value === undefined || clause.since === 'before') return value === undefined ? replaced : next;
  if (value === said) return { ...next, doubt: sum.doubt || clause.asked };
  if (clause.since === 'now' || clause.joint === 'bubble' || last?.since === 'before') return replaced;
  if (said) {
    // "No, mañana sí": not yet.
    if (clause.toCome) return next;
    return clause.joint === 'but' || clause.joint === 'comma' ? replaced : { ...next, doubt: true };
  }
  if (clause.joint === 'because' || clause.joint === 'although') return next;
  // "Sí, no me costó" denies something else than what was asked.
  return { ...next, doubt: sum.doubt || clause.deed || clause.bare || clause.joint === 'but' };
}

const places = new Map([
  ['1', 1],
  ['uno', 1],
  ['primera', 1],
  ['primero', 1],
  ['2', 2],
  ['dos', 2],
  ['segunda', 2],
  ['segundo', 2],
]);
const beforePlace = new Set(['la', 'el', 'opsion', 'numero', 'opsion numero', 'es', 'a']);

/** "La 1", "opción 2". */
function placeNamed(list: readonly string[]): number | undefined {
  const last = list.at(-1) ?? '';
  return list.length <= 3 && list.slice(0, -1).every((word) => beforePlace.has(word)) ? places.get(last) : undefined;
}

const ordinal = /^(?:primer|segund)[ao]$/;
/** "Se me hace que no": politely said, and a no. */
const opinion = /^(?:se me ase|me parese|yo digo|para mi|kreo yo|me temo|siento) ke no(?: berdad?| maestra| mis| pues)*$/;

function hedgedOrTyped(text: string, v: Vocabulary): Reading<boolean> {
  const list = spokenWords(text, v.abbreviations);
  // Options may have been numbered: she may mean one, or a quantity.
  const place = placeNamed(list);
  // "La primera" is no quantity: yes is offered first.
  if (place !== undefined && list.length > 1 && ordinal.test(list.at(-1) ?? '')) return understood(place === 1);
  if (place !== undefined) return place === 1 ? doubtful([true, false]) : doubtful([false, true]);
  if (list.length > 0 && list.length <= 4 && findPhrases(list, v.yesNo).some(({ means }) => means === 'hedge')) {
    if (list.at(-1) === 'si') return doubtful([true, false]);
    if (list.at(-1) === 'no') return doubtful([false, true]);
  }
  return unclear;
}

/** Whether the message is a yes or a no with courtesy around it and nothing else. */
export function isPlainYesOrNo(text: string, v: Vocabulary): boolean {
  if (/[?¿]/.test(text.slice(0, longestText))) return false;
  const scan = scanYesNo(text, v);
  const said = scan.senses.length > 0 && scan.senses.every((sense) => sense === scan.senses[0]);
  return said && scan.said.length > 0 && scan.unknownBefore === 0 && scan.unknownAfter === 0 && !scan.perhapsIf;
}

/** For consent: nothing but a plain yes with courtesy around it. */
export function isUnconditionalYes(text: string, v: Vocabulary): boolean {
  if (/[?¿]/.test(text.slice(0, longestText)) || text.length > 120) return false;
  const scan = scanYesNo(text, v);
  if (scan.senses.length === 0 || scan.senses.some((sense) => sense !== 'yes')) return false;
  if (scan.unknownBefore > 0 || scan.unknownAfter > 0 || scan.perhapsIf) return false;
  return scan.said.some((said) => !v.notConsent.has(said) && soundOf(said) !== '');
}
