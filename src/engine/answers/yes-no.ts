// Reads a yes or a no; anything hedged, conditional, asked back or contradictory stays a doubt.
import type { Vocabulary, YesNoSense } from '../../program/vocabulary-schema.ts';
import { phraseAt, soundOf, spokenWords } from './phrase-book.ts';
import { doubtful, type Reading, unclear, understood } from './reading.ts';
import { longestText } from './text-forms.ts';

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
const longTail = 8;

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

export function readYesNo(text: string, v: Vocabulary): Reading<boolean> {
  const scan = scanYesNo(text, v);
  const has = (sense: YesNoSense): boolean => scan.senses.includes(sense);
  const [yes, no] = [has('yes'), has('no')];
  if (!yes && !no) return hedgedOrTyped(text, scan, v);
  const first = scan.senses.find((sense) => sense === 'yes' || sense === 'no') === 'yes';
  const both = doubtful([first, !first]);
  if (yes && no) return both;
  if (has('hedge') || has('condition') || has('neither') || scan.perhapsIf || text.includes('?')) return both;
  // A yes or no in the middle of a sentence may belong to somebody else's words.
  if (scan.unknownBefore > 0 || scan.unknownAfter > longTail) return both;
  return understood(first);
}

function hedgedOrTyped(text: string, scan: YesNoScan, v: Vocabulary): Reading<boolean> {
  const list = spokenWords(text, v.abbreviations);
  const only = list.length === 1 ? list[0] : undefined;
  // Options may have been numbered: she may mean one, or a quantity.
  if (only === '1') return doubtful([true, false]);
  if (only === '2') return doubtful([false, true]);
  if (list.length > 0 && list.length <= 4 && scan.senses.includes('hedge')) {
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
