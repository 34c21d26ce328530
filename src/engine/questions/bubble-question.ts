// A bubble that staff writes for others: kept whole, one message a bubble, with what else can be done beside writing.
import { plain } from '../answers/words/text-forms.ts';
import { choiceOptions } from './choice-question.ts';
import { type QuestionReader, synonymsOf } from './question-reader.ts';

/** Longer ones are hard to read on a phone, and are better two. */
export const longestBubble = 700;

export const bubbleQuestion: QuestionReader = {
  options: choiceOptions,
  read(input, question, c) {
    const said = plain(input.text);
    const options = choiceOptions(question, c);
    const chosen = options.find(
      ({ id, label }, index) =>
        id === input.optionId ||
        said === plain(label) ||
        said === String(index + 1) ||
        synonymsOf(question, id, c).some((synonym) => plain(synonym) === said),
    );
    if (chosen) return { kind: 'answer', value: chosen.id };
    const text = input.text.trim();
    if (!/[\p{L}\p{N}]/u.test(text)) return { kind: 'unclear' };
    // Never cut: what she meant to say would be sent to everybody without its end.
    if (text.length > longestBubble)
      return { kind: 'explain', text: c.text('difundir.muy-largo', { length: text.length, most: longestBubble }) };
    return { kind: 'answer', value: { text } };
  },
};
