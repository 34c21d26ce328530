// Whether a sentence surely says that a caregiver accepted: her yes is never made out of a word that happens to be in it.
import type { Vocabulary } from '../../../program/vocabulary-schema.ts';
import { soundOf, spokenWords, withoutPhrases } from '../words/phrase-book.ts';
import { plain } from '../words/text-forms.ts';
import { isPlainYesOrNo, readYesNo } from './yes-no.ts';

/** Words that are of an acceptance and hardly of anything else. */
const strong = /^(?:asept|kis|kier|dijo|akuerdo|partisip|anim|interes)/;
const fewestStrong = 3;
/** Beside words of a weaker kind ("muy dispuesta") there is hardly room for anything else. */
const mostBeside = 2;

/** Nobody says yes for her. */
const another = /\b(?:direktor|dire|jefa|kordinador|koordinador|superbisor|konsultor|lisensiad)\w*\b/;

/** `names`: what the option is called, in her words. */
export function surelyAccepted(text: string, names: readonly string[], v: Vocabulary): boolean {
  if (isPlainYesOrNo(text, v) || /^\s*\d\s*$/.test(text)) return true;
  const said = withoutPhrases(spokenWords(text, v.abbreviations), v.courtesy);
  if (another.test(said.join(' '))) return false;
  return names.some((name) => {
    const words = withoutPhrases(spokenWords(name, v.abbreviations), v.courtesy);
    const at = words.length === 0 ? -1 : said.findIndex((_, i) => words.every((word, k) => said[i + k] === word));
    if (at < 0) return false;
    const beside = said.length - words.length;
    if (words.length === 1) return beside === 0 || (beside <= mostBeside && strong.test(words[0] ?? ''));
    return beside <= mostBeside || words.length >= fewestStrong || words.some((word) => strong.test(word));
  });
}

const saying = new Set('dijo dice contesto respondio'.split(' ').map(soundOf));
/** Before "dijo que" only these leave it hers: "la directora dijo que sí" is another's. */
const before = new Set(
  'si ya y ay pues ey ei ella me nos le la lo luego hoy ayer antier desde el lunes martes miercoles jueves viernes todo conte platique explique dije comente avise invite pregunte hable con del programa de que uy'
    .split(' ')
    .map(soundOf),
);

/** "Ya le expliqué el programa y aceptó participar": told and agreed in one sentence, and nothing that takes it back. */
const explainedAndAgreed =
  /\b(?:expli[qk]ue|platique|comente|dije|conte|informe|hable con ella)\b.{0,40}\b(?:(?:si|ya) )?(?:acepto|quiso|quiere|accedio|esta de acuerdo|estuvo de acuerdo|se animo|dijo que si|le late|le latio|le entra|le gusto la idea|le interesa|se apunta|se apunto)\b/;
const takenBack = /\b(?:no|pero|aunque|todavia|aun|luego|despues|falta|directora|jefa|coordinadora|mama|creo|a ver)\b|[?¿]/;

export const saysExplainedAndAgreed = (text: string): boolean =>
  explainedAndAgreed.test(plain(text)) && !takenBack.test(plain(text)) && !/[?¿]/.test(text);

const undecided = /\b(?:todabia|aun|aora|aorita|luego|despues)\b/;

/** "Dijo q fierro", "ya le conté y me dijo que nel": her yes or no, in the words she said it in. */
export function reportedAnswer(text: string, v: Vocabulary): boolean | undefined {
  const list = spokenWords(text, v.abbreviations);
  const at = list.findLastIndex((word, i) => saying.has(word) && list[i + 1] === 'ke');
  if (at < 0 || !list.slice(0, at).every((word) => before.has(word))) return undefined;
  const said = list.slice(at + 2).join(' ');
  if (undecided.test(said)) return undefined;
  const reading = said !== '' && isPlainYesOrNo(said, v) && !/[?¿]/.test(text) ? readYesNo(said, v) : undefined;
  return reading?.kind === 'understood' ? reading.value : undefined;
}
