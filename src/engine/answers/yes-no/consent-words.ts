// Reads a consent in her own words: said outright, likely and to be asked once more, or none.
import { distance } from 'fastest-levenshtein';
import type { Vocabulary } from '../../../program/vocabulary-schema.ts';
import { spokenWords } from '../words/phrase-book.ts';
import { plain } from '../words/text-forms.ts';
import { readYesNo } from './yes-no.ts';

export type ConsentWords = 'given' | 'likely' | 'none';

/** A condition, a doubt or somebody who makes her: no free and whole yes, wherever it stands. */
const reserved =
  /[?¿]|\b(?:pero|siempre (?:que|y cuando)|aunque|mientras|depende|con tal|(?:nomas|solo|nada mas) (?:que|si)|si no|a ver|dud\w+|luego|despues|pens\w+|piens\w+|quiza\w*|tal vez|a lo mejor|creo|supongo|oblig\w+|a fuerza|forzos\w+|ni modo|no me queda|ten(?:go|emos|ia) que|me (?:dijeron|mandaron|pidieron) que ten\w+|excepto|salvo|ya que\b)(?=\W|$)/;
/** What may stand before "acepto" without making it somebody else's word. */
const leading = new Set(
  'si sip simon yo ya pues bueno klaro ke ok por supuesto kon todo gusto mucho muchisimo grasias le lo la desde luego entonses maestra va sale orale listo perfekto de akuerdo enkantada mire oiga ombre ola buenas buenos buen dia dias tardes noches ay eso muy bien'.split(
    ' ',
  ),
);
const accepting = 'asepto';
const mostLeading = 9;

/** "Acepto", and what a hurried thumb makes of it. */
const isAccepting = (word: string): boolean => word === accepting || (word.length > 4 && distance(word, accepting) === 1);

function agreesOutright(clause: string, v: Vocabulary): boolean {
  const list = spokenWords(clause, v.abbreviations);
  const at = list.findIndex(isAccepting);
  if (at < 0 || at > mostLeading) return false;
  // "Aceptó" is another's.
  return !/aceptó/i.test(clause) && list.slice(0, at).every((word) => leading.has(word));
}

export function readConsent(text: string, v: Vocabulary): ConsentWords {
  const said = plain(text);
  if (reserved.test(`${said}${/[?¿]/.test(text) ? '?' : ''}`)) return 'none';
  const clauses = text.split(/[.,;:!\n]+/).filter((clause) => /\p{L}/u.test(clause));
  let likely = false;
  for (const clause of clauses) {
    const list = spokenWords(clause, v.abbreviations);
    if (list.some((word) => v.negations.has(word))) return 'none';
    if (agreesOutright(clause, v)) return 'given';
    const yes = readYesNo(clause, v);
    likely ||= yes.kind === 'understood' && yes.value && !v.notConsent.has(list.join(' '));
  }
  return likely ? 'likely' : 'none';
}
