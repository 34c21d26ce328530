// Yes or no, and consent, which only an unconditional yes gives.
import type { Vocabulary } from '../../program/vocabulary-schema.ts';
import { looksAsked } from '../answers/told/heard-words.ts';
import { plain } from '../answers/words/text-forms.ts';
import { readConsent } from '../answers/yes-no/consent-words.ts';
import { isPlainYesOrNo, isUnconditionalYes, readYesNo } from '../answers/yes-no/yes-no.ts';
import { vocabularyOf } from '../vocabulary-of.ts';
import { choiceOptions } from './choice-question.ts';
import { type QuestionReader, synonymsOf } from './question-reader.ts';

export const yesNoQuestion: QuestionReader = {
  options: (_question, c) => [
    { id: 'si', label: c.text('casa.si') },
    { id: 'no', label: c.text('casa.no') },
  ],
  read(input, _question, c) {
    if (input.optionId !== undefined) return { kind: 'answer', value: input.optionId === 'si' };
    const number = /^\s*([12])\s*$/.exec(input.text)?.[1];
    if (number !== undefined) return { kind: 'answer', value: number === '1' };
    const reading = readYesNo(input.text, vocabularyOf(c.program));
    if (reading.kind === 'understood') return { kind: 'answer', value: reading.value };
    return { kind: 'unclear' };
  },
};

const mostPieces = 5;
const aboutPrivacy = /\b(?:directora?|dire|jefa|qui[eé]n|enteren?|eval[uú]\w*|califi\w*)\b/i;

const reserves = /[?¿]|\b(?:pero|no acepto|no quiero|si no|siempre que|aunque|mientras|depende|solo si|luego|despues|duda)\b/;

/** "No me molesto, disculpe. Acepto participar": one sentence is an unconditional yes, and no other takes it back. */
function agreesInOnePiece(text: string, vocabulary: Vocabulary): boolean {
  const pieces = text.split(/[.\n,;]+/).filter((piece) => piece.trim() !== '');
  if (pieces.length < 2 || pieces.length > mostPieces || reserves.test(plain(text))) return false;
  return pieces.some((piece) => isUnconditionalYes(piece, vocabulary) && /\bacept/.test(plain(piece)));
}

/** Options of the step: the first gives consent, the second refuses. */
export const consentQuestion: QuestionReader = {
  options: choiceOptions,
  read(input, question, c) {
    const [gives, refuses] = choiceOptions(question, c);
    if (!gives || !refuses) return { kind: 'unclear' };
    if (input.optionId !== undefined) return { kind: 'answer', value: input.optionId };
    const vocabulary = vocabularyOf(c.program);
    const named = synonymsOf(question, gives.id, c).includes(plain(input.text));
    if (named || isUnconditionalYes(input.text, vocabulary) || agreesInOnePiece(input.text, vocabulary))
      return { kind: 'answer', value: gives.id };
    const said = input.text.trim();
    if (said === '1' || said.localeCompare(gives.label, 'es', { sensitivity: 'base' }) === 0)
      return { kind: 'answer', value: gives.id };
    const reading = readYesNo(input.text, vocabulary);
    if (said === '2' || said.localeCompare(refuses.label, 'es', { sensitivity: 'base' }) === 0)
      return { kind: 'answer', value: refuses.id };
    if (reading.kind === 'understood' && !reading.value && !input.text.includes('?'))
      return { kind: 'answer', value: refuses.id };
    // "Arre pues, fierro": most likely, and asked.
    if (reading.kind === 'understood' && reading.value && isPlainYesOrNo(input.text, vocabulary))
      return { kind: 'candidates', values: [gives.id], labels: [gives.label] };
    // A question or a condition is not consent, and not nonsense either: what she wants to know is said, and asked again.
    if (question.flow !== 'bienvenida') return { kind: 'unclear' };
    const worded = readConsent(input.text, vocabulary);
    if (worded === 'given') return { kind: 'answer', value: gives.id };
    if (worded === 'likely') return { kind: 'explain', text: c.text('bienvenida.suena-a-si') };
    if (aboutPrivacy.test(input.text)) return { kind: 'explain', text: c.text('bienvenida.le-aclaro') };
    if (looksAsked(input.text, vocabulary)) return { kind: 'explain', text: c.text('bienvenida.no-lo-se') };
    if (/\b(?:s[ií]|pero)\b/i.test(input.text)) return { kind: 'explain', text: c.text('bienvenida.consentimiento.again') };
    return { kind: 'unclear' };
  },
};
