// Finds the frequent question that she asks, alone or in the middle of a longer message.
import { matchQuestion } from '../../mentoring/question-match.ts';
import { searchWords } from '../../mentoring/tip-library.ts';
import type { Program } from '../../program/program.ts';
import { complains } from '../answers/commands/doubt-words.ts';
import { askedParts, spelledOut } from '../answers/told/heard-words.ts';
import { plain } from '../answers/words/text-forms.ts';
import { vocabularyOf } from '../vocabulary-of.ts';

type Question = Program['questions'][number];

const fewestExact = 4;
const mostAround = 14;
const mostOfAdvice = 24;

/** Asked in the very words in which mentors ask it, with or without the signs of a question. */
export function exactQuestion(program: Program, text: string): Question | undefined {
  const asked = askedParts(text, vocabularyOf(program)).map((part) => ` ${part} `);
  if ((asked.at(-1) ?? '').trim().split(' ').length > mostAround) return undefined;
  const bare = asked.map((part) => part.trim().replace(/^(?:(?:y|oiga|oye|disculpe|perdon|bueno|ah|hola) )+/, ''));
  return program.questions.find(({ variants }) =>
    variants.some(
      (variant) =>
        bare.includes(variant) ||
        (variant.split(' ').length >= fewestExact && asked.some((part) => part.includes(` ${variant} `))),
    ),
  );
}

/** Surely hers: answered at once. */
export function knownQuestion(program: Program, text: string): Question | undefined {
  // That nobody has answered her is told to somebody, and not answered with a text.
  if (complains(text)) return undefined;
  return exactQuestion(program, text) ?? matched(program, text, true);
}

/** Perhaps hers: she is asked whether it is. */
export const likelyQuestion = (program: Program, text: string): Question | undefined =>
  complains(text) ? undefined : matched(program, text, false);

function matched(program: Program, text: string, surely: boolean): Question | undefined {
  const signed = /[?¿]/.test(text);
  for (const part of askedParts(text, vocabularyOf(program))) {
    // One word in common says little of a whole sentence.
    if ((!signed || part.split(' ').length > fewestExact) && searchWords(part).length < 2) continue;
    const found = matchQuestion(program, part);
    if (found && (found.sure || !surely)) return found.question;
  }
  return undefined;
}

/** How one asks for advice, with or without the signs of a question; nobody tells so what she saw. */
const asksAdvice =
  /^(?:(?:oiga|oye|disculpe|disculpa|perdon|una pregunta|una duda|pero|y|ay|ah|bueno|pues|ps|maestra|miss|es que|fijese|a ver|entonces|mejor digame|digame) )*(?:(?:que|k|q) (?:(?:le |les |se )?(?:hago|hacemos|digo|puedo (?:hacer|decirle|decir)|debo (?:hacer|decir|decirle)|se (?:puede hacer|le dice)|pasa si|pongo))|como (?:(?:le|la|lo|se) )?(?:hago|hacemos|digo|decirle|empiezo|explico|corrijo|motivo|se hace|se lo digo|doy)|(?:y si|si (?=.*\b(?:que|k|q|como) (?:le )?(?:hago|digo|hacemos|puedo|debo)\b)) ?(?:no|ella|la maestra|me|se|falta|llega|llora|hay|ya|la)|cuant[oa]s? (?:tiempo|minutos|veces|dura|la observo)|a que hora|cuando (?:(?:la|le|lo) (?:observo|doy|veo|digo|platico)|conviene|debo|tengo que|puedo|platico|platicamos|observo)|donde (?:me|la|lo|anoto|platico|observo)|puedo|podemos|se puede|se vale|tengo que|debo|es normal|es necesario)\b/;

/** Without its accent "preguntó" tells what somebody did: only the accent on the first word makes these a question. */
const accented =
  /^[\s¿]*(?:(?:oiga|y|pero|una duda|ay)[\s,]+)*(?:qué|cómo|cuándo|dónde|cuánto)\s+(?:(?:le|les|la|lo)\s+)?(?:pregunto|anoto|observo|miro|escribo|contesto|respondo|llevo|ayudo|apoyo)(?=[\s?.!]|$)/iu;

export const asksForAdvice = (program: Program, text: string): boolean => {
  const spelled = spelledOut(text, vocabularyOf(program));
  return spelled.split(' ').length <= mostOfAdvice && (asksAdvice.test(spelled) || accented.test(text));
};

/** A question about mentoring to which the answer is known, however it is asked. */
export function adviceAsked(program: Program, text: string): Question | undefined {
  return asksForAdvice(program, text) ? knownQuestion(program, text) : undefined;
}

const asksWord =
  /^(?:(?:oiga|oye|disculpe|perdon|y|pero|una pregunta|a ver|ay|ah|maestra|bueno|no (?:le |lo )?(?:entiendo|entendi|se|comprendo)(?: bien| muy bien)?|pues) )*(?:(?:que|q|k) (?:es|son|significan?|quieren? decir)(?: eso de)?|a que (?:se refieren?|le llaman?)(?: con)?)(?: ?(?:lo|el|la|los|las|un|una|unos|unas|eso de|de))* (?!est[aeo]s?\b|es[aeo]s?\b)([a-z]+(?: [a-z]+)?)(?: por favor| porfa| disculpe)?$/;

/** "Acciones" and "acción" are one word. */
const wordIn = (text: string): string | undefined => asksWord.exec(plain(text))?.[1]?.replace(/(?:es|s)$/, '');

const explained = new WeakMap<Program, ReadonlyMap<string, Question>>();

function wordsOf(program: Program): ReadonlyMap<string, Question> {
  const known = explained.get(program);
  if (known) return known;
  const words = new Map<string, Question>();
  for (const question of program.questions) {
    for (const asked of [question.question, ...question.variants]) {
      const word = wordIn(asked);
      if (word !== undefined && !words.has(word)) words.set(word, question);
    }
  }
  explained.set(program, words);
  return words;
}

/** "No entiendo qué son los recursos", "¿a qué se refiere con logro?": the answer that says what a word of ours means. */
export function wordAsked(program: Program, text: string): Question | undefined {
  const word = wordIn(text);
  return word === undefined ? undefined : wordsOf(program).get(word);
}
