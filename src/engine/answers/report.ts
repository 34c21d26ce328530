// Recognises an unprompted report of what was done, was not, or was moved; only clear statements count.
import type { Vocabulary } from '../../program/vocabulary-schema.ts';
import { findPhrases, spokenWords } from './phrase-book.ts';
import { longestText } from './text-forms.ts';

export interface Report {
  what: 'held' | 'notHeld' | 'moved';
  phase?: 'workPlan' | 'focusedObservation' | 'reflection' | 'checklist';
  /** Her message: names, dates and minutes are read from it by others. */
  rest: string;
}

const longestReport = 40;
const latestStart = 8;

export function readReport(text: string, v: Vocabulary): Report | undefined {
  const source = text.slice(0, longestText).trim();
  if (/[?¿]/.test(source)) return undefined;
  const list = spokenWords(source, v.abbreviations);
  if (list.length === 0 || list.length > longestReport) return undefined;
  const hits = findPhrases(list, v.report);
  const first = hits[0];
  if (!first || first.at > latestStart || hits.some((hit) => hit.means === 'undecided')) return undefined;
  const hedges = findPhrases(list, v.hedges);
  if (hedges.some((hedge) => !hits.some((hit) => hedge.at >= hit.at && hedge.at < hit.end))) return undefined;
  const kinds = new Set(hits.map((hit) => hit.means));
  // "no se pudo, se recorrió al lunes" is a move; "ya hice... no se pudo" contradicts itself.
  const what = kinds.has('moved') ? 'moved' : kinds.size === 1 ? first.means : undefined;
  if (what === undefined || what === 'undecided' || (what === 'moved' && kinds.has('held'))) return undefined;
  const phases = new Set(findPhrases(list, v.phases).map((hit) => hit.means));
  const phase = phases.size === 1 ? [...phases][0] : undefined;
  if (what === 'held' && phases.size === 0 && !namesSession(list, first)) return undefined;
  return phase === undefined ? { what, rest: source } : { what, phase, rest: source };
}

/** "ya hice la comida" is no session; "ya la hice" may be the one that is due. */
function namesSession(list: readonly string[], held: { at: number; end: number }): boolean {
  if (list.slice(held.at, held.end).some((word) => word === 'la' || word === 'lo')) return true;
  return held.end >= list.length || list.some((word) => ['sesion', 'reunion', 'siklo', 'sesiones'].includes(word));
}
