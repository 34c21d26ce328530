// Recognises an unprompted report of what was done, was not, or was moved; only clear statements count.
import type { Vocabulary } from '../../../program/vocabulary-schema.ts';
import { findPhrases, type PhraseHit, phraseAt, soundOf, spokenWords, withoutPhrases } from '../words/phrase-book.ts';
import { longestText } from '../words/text-forms.ts';
import { tellsHeld } from './held-words.ts';

export interface Report {
  what: 'held' | 'notHeld' | 'moved';
  phase?: 'workPlan' | 'focusedObservation' | 'reflection' | 'checklist';
  /** Her message: names, dates and minutes are read from it by others. */
  rest: string;
}

const longestReport = 90;
/** Words from the beginning within which she says whether it was held; later ones tell what she saw. */
const saysWhether = 14;
const latestStart = 8;
const tellsMinutes = /\b\d{1,3} ?min|\b(?:media|una) hora\b|\b(?:diez|quince|veinte|veinticinco|treinta|cuarenta) minut/i;

export function readReport(text: string, v: Vocabulary): Report | undefined {
  const source = text.slice(0, longestText).trim();
  if (/[?¿]/.test(source)) return undefined;
  const list = spokenWords(source, v.abbreviations);
  if (list.length === 0 || list.length > longestReport) return undefined;
  const hits = withoutOvertaken(findPhrases(list, v.report), list, v);
  const first = hits[0];
  if (!first) {
    const [talked] = findPhrases(list, v.phases);
    // "Ya quedó, platicamos 10 minutos": with its minutes it can only have been.
    if (talked && tellsMinutes.test(source) && tellsHeld(source, v)) return { what: 'held', phase: talked.means, rest: source };
    return movedToDay(list, v) ? { what: 'moved', rest: source } : undefined;
  }
  if (first.at > latestStart || hits.some((hit) => hit.means === 'undecided')) return undefined;
  const told = first.means === 'held' ? hits.filter((hit) => hit.at <= first.at + saysWhether) : hits;
  const hedges = findPhrases(list.slice(0, first.means === 'held' ? first.end + saysWhether : list.length), v.hedges);
  if (list.length <= saysWhether * 2 && hedges.some((hedge) => !hits.some((hit) => hedge.at >= hit.at && hedge.at < hit.end)))
    return undefined;
  const kinds = new Set(told.map((hit) => hit.means));
  // "no se pudo, se recorrió al lunes" is a move; "ya hice... no se pudo" contradicts itself.
  const what = kinds.has('moved') ? 'moved' : kinds.size === 1 ? first.means : undefined;
  if (what === undefined || what === 'undecided' || (what === 'moved' && kinds.has('held'))) return undefined;
  const phases = new Set(findPhrases(list.slice(0, first.end + saysWhether), v.phases).map((hit) => hit.means));
  const phase = phases.size === 1 ? [...phases][0] : undefined;
  if (what === 'held' && phases.size === 0 && !namesSession(list, first) && !tellsMinutes.test(source)) return undefined;
  return phase === undefined ? { what, rest: source } : { what, phase, rest: source };
}

type ReportHit = PhraseHit<'held' | 'notHeld' | 'moved' | 'undecided'>;

/** "todavía no la hago, se movió al viernes": the move is what counts; "y sí modelé" wonders about nothing. */
function withoutOvertaken(hits: readonly ReportHit[], list: readonly string[], v: Vocabulary): ReportHit[] {
  const moved = hits.findLast((hit) => hit.means === 'moved');
  return hits.filter((hit) => {
    if (hit.means !== 'undecided') return true;
    const word = list[hit.at] ?? '';
    if (moved && moved.at > hit.at && (word === 'todabia' || word === 'aun') && hit.end - hit.at === 2) return false;
    return !(word === 'y' && hit.end - hit.at === 2 && phraseAt(list, hit.at + 1, v.modelled));
  });
}

const dayWords = new Set(
  'lunes martes miercoles jueves viernes sabado domingo manana pasado otro proxima semana tarde'.split(' ').map(soundOf),
);
const beforeDay = new Set('para hasta el la este esta al en otro otra'.split(' ').map(soundOf));
const longestMove = 12;

/** "mejor el viernes a la misma hora": another day than the one agreed. */
function movedToDay(list: readonly string[], v: Vocabulary): boolean {
  const said = withoutPhrases(list, v.courtesy);
  const at = said[0] === 'mejor' ? 0 : said[0] === 'no' && said[1] === 'mejor' ? 1 : -1;
  if (at < 0 || said.length > longestMove) return false;
  let i = at + 1;
  while (beforeDay.has(said[i] ?? '')) i++;
  return dayWords.has(said[i] ?? '') || (i > at + 1 && said[i] === 'dia');
}

/** "ya hice la comida" is no session; "ya la hice" may be the one that is due. */
function namesSession(list: readonly string[], held: { at: number; end: number }): boolean {
  if (list.slice(held.at, held.end).some((word) => word === 'la' || word === 'lo')) return true;
  return held.end >= list.length || list.some((word) => ['sesion', 'reunion', 'siklo', 'sesiones'].includes(word));
}
