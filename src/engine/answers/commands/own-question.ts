// Tells a question of hers from one that she reports ("le pregunta al niño ¿qué sientes?"), where her own words are asked for.
import type { Vocabulary } from '../../../program/vocabulary-schema.ts';
import { phraseAt, spokenWords } from '../words/phrase-book.ts';
import { plain } from '../words/text-forms.ts';

/** `asks`: she asks the bot. `perhaps`: it may be her answer as well. `none`: no question of hers. */
export type OwnQuestion = 'asks' | 'perhaps' | 'none';

const reporting =
  /(?<!\b(?:me|una|la|esta|otra|mi|puede|podria) )\b(?!contesto\b|respondo\b)(?:pregunt(?!as\b)|dic|dij|deci|dire|diga|digan|diciend|contest|respond|comento|comenta|cantar|canta|ofrec|invit|habla|nombra|avis)\w*/;
/** How one speaks to a child, not to the bot. */
const toChild =
  /\b(?:quieres|sientes|puedes|tienes|te|tu|tus|contigo|vamos|ves|oyes|escuchas|prefieres|necesitas|viste|hiciste|jugamos|cual te|ya comiste)\b/;
/** "..., ¿así está bien?": she hands her answer over, she asks nothing that needs an answer. */
const handsOver =
  /^(?:asi )?(?:verdad|no|o no|ok|va|si|o que|cierto|esta bien(?: asi)?|asi esta bien|asi|asi esta|le parece(?: bien)?|como ve|que tal|o como ve|si verdad|verdad que si|eso|eso seria|es eso|no cree|estaria bien)$/;
/** Opens a question even where the signs are missing; "cuando" and "que" open answers as well. */
const opensQuestion =
  /^(?:cuant[oa]s?|donde|quien|cual|cuales|por que|como|puedo|podemos|se puede|tengo que|debo|a quien|a que hora)\b/;
const aboutUs =
  /\b(?:me|yo|mi|mis|tengo|debo|puedo|usted|ustedes|le hago|se puede|hago|pongo|escribo|mando|aqui|esto|eso|directora|consultora|programa|curso|preguntas?|plan|hoja|observacion|observar|minutos|tiempo)\b/;
/** Nobody begins an answer so. */
const asksAnything =
  /^(?:a que hora|por que|a quien|se puede|puedo|podemos|tengo que|debo|cuant[oa]s? (?:tiempo|tarda|dura|cuesta|falta)|si mejor)\b/;
const longestBare = 10;
/** "Oye, ¿y si no quiere?", written without its signs: how one begins to ask, and nobody tells of a caregiver so. */
const callsAndAsks =
  /^(?:(?:ay|ah|pero|bueno|pues|ps|maestra|miss) )*(?:oye|oiga|disculpe|disculpa|perdon|una pregunta|una duda|otra pregunta)(?: (?:maestra|miss|una pregunta|una duda|perdon|disculpe))* (?:y )?(?:(?:si|que hago|que pasa|como|cuando|cuant[oa]s?|donde|quien|cual|cuales|por que|puedo|podemos|se puede|tengo que|debo|a quien|es obligatorio|hay que|ya no|eso)\b)/;
const longestCalled = 30;

export function readOwnQuestion(text: string, v: Vocabulary): OwnQuestion {
  const source = text.trim();
  if (!/[?¿]/.test(source)) return bareQuestion(source, v);
  if (/[«»"“”]/.test(source) || source.length > 240) return 'none';
  const whole = plain(source);
  if (callsAndAsks.test(whole) && whole.split(' ').length <= longestCalled && source.endsWith('?')) return 'asks';
  const [before, asked, after] = parts(source);
  if (reporting.test(plain(before)) || reporting.test(plain(after)) || /[:;]\s*$/.test(before)) return 'none';
  const told = spoken(before, v);
  if (told >= 2 || spoken(after, v) >= 2) return handsOver.test(plain(asked)) ? 'none' : 'perhaps';
  // "¿Y si el niño no habla?" is all that she says, and no question that she reports.
  const alone = plain(before) === '' && plain(after) === '' && /^\s*¿/.test(source);
  if (reporting.test(plain(asked))) return alone ? 'perhaps' : 'none';
  return toChild.test(plain(asked)) ? 'perhaps' : 'asks';
}

/** What stands before the question, the question, and what follows it. */
function parts(source: string): [string, string, string] {
  const from = source.indexOf('¿');
  const to = source.lastIndexOf('?');
  if (from >= 0)
    return [source.slice(0, from), source.slice(from + 1, to < from ? undefined : to), to < from ? '' : source.slice(to + 1)];
  const asked = source.slice(0, to);
  const cut = Math.max(asked.lastIndexOf('.'), asked.lastIndexOf('\n'), asked.lastIndexOf(';'));
  const comma = asked.lastIndexOf(',');
  // Without the first sign a comma ends the answer only where what follows can open a question or hands over.
  const tail = plain(asked.slice(comma + 1));
  const at = comma > cut && (handsOver.test(tail) || opensQuestion.test(tail) || /^(?:que|o)\b/.test(tail)) ? comma : cut;
  return [asked.slice(0, at + 1), asked.slice(at + 1), source.slice(to + 1)];
}

/** Words that say something, beyond courtesy and hesitation. */
function spoken(text: string, v: Vocabulary): number {
  const list = spokenWords(text, v.abbreviations);
  let count = 0;
  for (let i = 0; i < list.length; ) {
    const hit = phraseAt(list, i, v.hesitations);
    if (!hit) count++;
    i = hit?.end ?? i + 1;
  }
  return count;
}

const spelled = (source: string, v: Vocabulary): string =>
  plain(source)
    .split(' ')
    .map((word) => v.abbreviations.get(word) ?? word)
    .join(' ');

function bareQuestion(source: string, v: Vocabulary): OwnQuestion {
  const list = spokenWords(source, v.abbreviations);
  let i = 0;
  for (let hit = phraseAt(list, i, v.hesitations); hit; hit = phraseAt(list, i, v.hesitations)) i = hit.end;
  const words = plain(source).split(' ');
  if (words.length <= longestCalled && callsAndAsks.test(spelled(source, v))) return 'perhaps';
  if (words.length > longestBare || words.length !== list.length) return 'none';
  const said = spelled(words.slice(i).join(' '), v);
  if (asksAnything.test(said) && !reporting.test(said)) return 'perhaps';
  return opensQuestion.test(said) && aboutUs.test(said) && !reporting.test(said) ? 'perhaps' : 'none';
}
