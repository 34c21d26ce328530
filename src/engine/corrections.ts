// "La 4 era 2", "corrige la meta": finds what she wants to change in the thread she is in.
import { scaleOf } from '../mentoring/checklist-profile.ts';
import { goalItems } from '../mentoring/thread-answers.ts';
import { readScale } from './answers/scale.ts';
import { plain } from './answers/text-forms.ts';
import { askAgain } from './ask-question.ts';
import { correctAnswer } from './change-answer.ts';
import { flowOf, questionAt } from './run-thread.ts';
import type { ThreadContext } from './thread-context.ts';
import { continueThread } from './threads.ts';
import { vocabularyOf } from './vocabulary-of.ts';

const numbered =
  /^(?:no |perdon |ay )*(corrige|corregir|corrija|cambia|cambiar|cambie)? ?(?:la|el|numero|num|reactivo|pregunta|respuesta)* ?(\d{1,2})(?: (?:era|es|va|seria|queda|fue|por|a|con|en|mejor|un|una|le puse))* ?(.*)$/;
const linking = /\b(era|es|fue|seria|va|le puse)\b/;

export interface Correction {
  key: string;
  /** Scale key, where she says the new value too. */
  value?: string;
}

/** `explicit`: it came with the command, so that the verb is already taken off. */
export function findCorrection(c: ThreadContext, text: string, explicit: boolean): Correction | undefined {
  const said = plain(text);
  const match = numbered.exec(said);
  const items = c.instrument?.instrument.items;
  if (match && items) {
    const [, verb, number, rest = ''] = match;
    const item = items[Number(number) - 1];
    if (item && (explicit || verb || linking.test(said))) {
      const scale = c.instrument && scaleOf(item, c.instrument.instrument, c.instrument.scales).values;
      const [word = ''] = rest.split(' ');
      const exact = scale?.find(({ key }) => key === word)?.key;
      const reading = scale && rest ? readScale(rest, scale, vocabularyOf(c.program)) : undefined;
      const value = exact ?? (reading?.kind === 'understood' ? reading.value.key : undefined);
      return { key: `reactivo:${item.code}`, ...(value === undefined ? {} : { value }) };
    }
  }
  if (!explicit) return undefined;
  return labelled(c, said);
}

/** A step of this flow by what it is called: "la meta", "el plazo". */
function labelled(c: ThreadContext, said: string): Correction | undefined {
  const flow = c.thread.frames.at(-1)?.flow;
  if (!flow || !said) return undefined;
  let best = { shared: 0, key: '' };
  for (const instruction of flowOf(c, flow).instructions) {
    if (instruction.op !== 'ask') continue;
    const label = c.bundle?.texts[`${flow}.${instruction.id}.label`] ?? '';
    const told = new Set(said.split(' '));
    const shared = [instruction.id, ...plain(label).split(' ')].filter((word) => word.length > 3 && told.has(word)).length;
    if (shared > best.shared) best = { shared, key: instruction.id };
  }
  return best.shared > 0 ? { key: best.key } : undefined;
}

export function applyCorrection(c: ThreadContext, correction: Correction): void {
  const question = questionAt(c);
  if (correction.value === undefined) {
    if (!correctAnswer(c, correction.key) && question) askAgain(c, question, c.text('casa.cual-corrijo'));
    return;
  }
  const wasAnswered = c.thread.answers[correction.key] !== undefined;
  c.patchThread({ answers: { ...c.thread.answers, [correction.key]: correction.value }, pending: null });
  const number =
    (c.instrument?.instrument.items ?? goalItems(c)).findIndex(({ code }) => correction.key.endsWith(`:${code}`)) + 1;
  continueThread(c.draft, c.thread.id, {
    lead: c.text(wasAnswered ? 'casa.corregido' : 'casa.anotado', { number, key: correction.value }),
  });
}
