// Where a date to come is asked: hears that it has already been ("ya la tuvimos", "fue el miércoles", "10 min").
import type { Vocabulary } from '../../../program/vocabulary-schema.ts';
import { durationTokens, findDurations } from '../numbers/duration.ts';
import { soundOf, spokenWords } from '../words/phrase-book.ts';
import { longestText } from '../words/text-forms.ts';

const soundSet = (list: string): Set<string> => new Set(list.split(' ').map(soundOf));

/** Said of what is over and of nothing else. */
const past = soundSet(
  'tuvimos tuve hice hicimos hizo hablé hable platique observe retroalimente realice termine reuni sente fui mire grabe di paso fue estuvo estuve cerre',
);
/** The same word for "hablamos ayer" and "hablamos mañana". */
const either = soundSet(
  'platicamos hablamos observamos vimos terminamos retroalimentamos realizamos reunimos sentamos dimos comentamos reflexionamos revisamos quedo hecha hecho platicar hablar observar tener tenerla verla hacerla',
);
const already = soundSet('ya ayer antier anteayer anoche acabo acabamos acabando recien apenas');
const notYet = soundSet(
  'no nunca tampoco quedamos quede kedamos sera seria seran va voy vamos vaya mejor mobimos mobi kambiamos para pendiente falta faltaba antes kuando si',
);
const longest = 30;

/** Undefined where it is not said, or only of another day to come. */
export function tellsHeld(text: string, v: Vocabulary): boolean {
  const source = text.slice(0, longestText);
  if (/[?¿]/.test(source)) return false;
  const list = [...spokenWords(source, v.abbreviations)];
  // "Sí platicamos" is a yes, "si platicamos" at the start is hardly an if.
  while (list.length > 1 && ['si', 'a', 'ay', 'pues', 'ke', 'es', 'no'].includes(list[0] ?? '') && list[1] !== 'se') {
    if (list[0] === 'no' && !['si', 'pues', 'ya'].includes(list[1] ?? '')) break;
    list.shift();
  }
  if (list.length === 0 || list.length > longest) return false;
  const verb = list.findIndex((word) => past.has(word) || either.has(word));
  const said = list.slice(0, verb < 0 ? list.length : verb + 1);
  if (said.some((word) => notYet.has(word))) return false;
  const after = verb < 0 ? [] : list.slice(verb + 1);
  // "Ya platicamos que el viernes", "ya hablé para que sea mañana": what they agreed on.
  if (after[0] === 'ke' || after[0] === 'para' || after.includes('sera') || after.includes('seria')) return false;
  if (verb >= 0 && (past.has(list[verb] ?? '') || said.some((word) => already.has(word)))) return true;
  return tellsMinutes(source);
}

/** "Como 10 min" is how long it took; "en 10 min" is when it will be. */
function tellsMinutes(source: string): boolean {
  const tokens = durationTokens(source);
  const hits = findDurations(tokens);
  const before = tokens.slice(0, hits[0]?.at ?? 0);
  return hits.length > 0 && !before.some((word) => ['en', 'dentro', 'mañana', 'manana', 'las', 'cada', 'hace'].includes(word));
}

/** "Ya", "ya fue", "ya estuvo": hardly more than that it is over. */
export const hintsHeld = (text: string, v: Vocabulary): boolean => {
  const list = spokenWords(text, v.abbreviations);
  return list.length <= 3 && list[0] === 'ya' && !list.includes('no') && !list.includes('kasi');
};
