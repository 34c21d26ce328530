// What each kind of question can do: offer options, and read an answer in her words.
import type { AnswerValue } from '../../domain/conversation.ts';
import type { MessageOption } from '../../domain/outbound-message.ts';
import type { AskStep } from '../../program/flow-schema.ts';
import { plain } from '../answers/words/text-forms.ts';
import type { ThreadContext } from '../thread-context.ts';

export interface AskedQuestion {
  /** Flow the step stands in: prefix of its texts. */
  flow: string;
  id: string;
  /** Where the answer is kept: the id, with the element after a colon inside a repeat. */
  key: string;
  step: AskStep;
}

export interface AnswerInput {
  text: string;
  /** The option she tapped; then the text is its label. */
  optionId?: string;
}

export type AnswerReading =
  /** `lead`: a bubble of its own before going on. */
  | { kind: 'answer'; value: AnswerValue; with?: Record<string, AnswerValue>; lead?: string }
  /** Understood, but repeated in words before it counts. */
  | { kind: 'confirm'; value: AnswerValue; words: string; keep?: Record<string, AnswerValue> }
  /** Other answers of the thread change, and the question is put again. */
  | { kind: 'amend'; answers: Record<string, AnswerValue>; words?: string }
  /** `text` where the usual "¿quiso decir?" would not say what is asked. */
  | { kind: 'candidates'; values: AnswerValue[]; labels: string[]; text?: string; keep?: Record<string, AnswerValue> }
  /** Half of it is there, or it cannot be: what to say; what is known so far is kept beside the answers. */
  | { kind: 'explain'; text: string; keep?: Record<string, AnswerValue> }
  /** What stands to be chosen is asked once more. */
  | { kind: 'again'; text: string }
  | { kind: 'unclear' };

export interface QuestionReader {
  options(question: AskedQuestion, c: ThreadContext): MessageOption[];
  read(input: AnswerInput, question: AskedQuestion, c: ThreadContext): AnswerReading;
  /** Free words come in several bubbles: wait a moment for more. */
  bursts?: true;
  /** Several of its options may be chosen together. */
  several?: true;
  /** Whether what is known already makes the question needless. */
  isAnswered?(question: AskedQuestion, c: ThreadContext): boolean;
}

export const textKey = (question: AskedQuestion): string => `${question.flow}.${question.id}`;

/** Options named in the flow, with their labels and synonyms from the texts. */
export function namedOptions(question: AskedQuestion, c: ThreadContext): MessageOption[] {
  return (question.step.options ?? []).map((id) => ({ id, label: c.text(`${textKey(question)}.options.${id}`) }));
}

export function synonymsOf(question: AskedQuestion, id: string, c: ThreadContext): readonly string[] {
  const key = `${textKey(question)}.options.${id}`;
  return c.bundle?.synonyms[key] ?? c.program.synonyms[key] ?? [];
}

/** What she may call the step: its label without the article, and the names beside it. */
export function namesOfStep({ flow, id }: Pick<AskedQuestion, 'flow' | 'id'>, c: ThreadContext): readonly string[] {
  const at = `${flow}.${id}`;
  // A thread is pinned to the texts of its own flow; another flow's are as they are now.
  const { texts, synonyms } = c.bundle?.texts[`${at}.label`] === undefined ? c.program : c.bundle;
  const label = plain(texts[`${at}.label`] ?? '').replace(/^(?:la|el|las|los|lo) /, '');
  if (label === '') return [];
  const names = [label, ...(synonyms[`${at}.names`] ?? [])];
  // "Lo que Chayo va a intentar".
  const [first = ''] = plain(c.caregiver?.name ?? '').split(' ');
  return first === ''
    ? names
    : [...names, ...names.flatMap((name) => (/^lo que \S/.test(name) ? [name.replace('lo que', `lo que ${first}`)] : []))];
}
