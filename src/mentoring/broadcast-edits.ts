// Changes of a message under way, as answers of its thread: a bubble taken out, words changed, another audience.
import type { AnswerValue, Thread } from '../domain/conversation.ts';
import { nameField, withNameField } from './name-field.ts';

type Answers = Thread['answers'];

const ofBubble = /^(mensaje|otro|busca|hallados|cual|video):/;
const ofAudience = /^(a-quien|fase|nombres|cuenta)(:|$)/;
const ofEnd = /^(confirmar|que|cuando)(:|$)/;

const without = (answers: Answers, ...kinds: RegExp[]): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([key]) => !kinds.some((kind) => kind.test(key))));

interface Written {
  value: AnswerValue;
  /** What belongs to an idea of the library. */
  with: [string, AnswerValue][];
}

function writtenOf(answers: Answers): { written: Written[]; isAll: boolean } {
  const written: Written[] = [];
  for (let place = 1; ; place++) {
    const value = answers[`mensaje:${place}`] ?? answers[`otro:${place}`];
    if (value === undefined || value === null) return { written, isAll: false };
    if (value === 'listo') return { written, isAll: true };
    const rest = ['busca', 'hallados', 'cual', 'video'].flatMap((kind): [string, AnswerValue][] => {
      const found = answers[`${kind}:${place}`];
      return found === undefined ? [] : [[kind, found]];
    });
    written.push({ value, with: rest });
  }
}

function withWritten(answers: Answers, { written, isAll }: { written: Written[]; isAll: boolean }): Answers {
  const next = without(answers, ofBubble, ofEnd);
  for (const [index, one] of written.entries()) {
    next[`${index === 0 ? 'mensaje' : 'otro'}:${index + 1}`] = one.value;
    for (const [kind, value] of one.with) next[`${kind}:${index + 1}`] = value;
  }
  if (isAll && written.length > 0) next[`otro:${written.length + 1}`] = 'listo';
  return next;
}

const textOf = ({ value }: Written): string | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? String(value.text) : undefined;

export const textsOf = (answers: Answers): string[] => writtenOf(answers).written.flatMap((one) => textOf(one) ?? []);
export const writtenCount = (answers: Answers): number => writtenOf(answers).written.length;

/** `place` from 1; 0 is the last. */
export function withoutBubble(answers: Answers, place: number): Answers {
  const { written, isAll } = writtenOf(answers);
  const at = place === 0 ? written.length - 1 : place - 1;
  return withWritten(answers, { written: written.filter((_, index) => index !== at), isAll });
}

function eachText(answers: Answers, change: (text: string) => string): Answers {
  const { written, isAll } = writtenOf(answers);
  const changed = written.map((one) => {
    const text = textOf(one);
    return text === undefined ? one : { ...one, value: { ...(one.value as object), text: change(text) } };
  });
  return withWritten(answers, { written: changed, isAll });
}

export const withoutName = (answers: Answers): Answers =>
  eachText(answers, (text) => text.replaceAll(new RegExp(`\\s*${nameField}`, 'g'), '').trim());

/** Words before the first ones; what followed goes on in small letters behind a name. */
export function withBefore(answers: Answers, words: string): Answers {
  const said = withNameField(words);
  const isName = said === nameField;
  let done = false;
  return eachText(answers, (text) => {
    if (done || text === '') return text;
    done = true;
    if (isName && text.includes(nameField)) return text;
    const rest = isName ? text.slice(0, 1).toLowerCase() + text.slice(1) : text;
    return isName ? `${said}, ${rest}` : `${said.slice(0, 1).toUpperCase()}${said.slice(1)}. ${rest}`;
  });
}

export function withWords(answers: Answers, from: string, to: string): Answers {
  const literal = from.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return eachText(answers, (text) => text.replace(new RegExp(literal, 'giu'), () => to));
}

/** Written anew; as a whole where she gave the words. */
export function withMessage(answers: Answers, text: string | undefined): Answers {
  const next = without(answers, ofBubble, ofEnd);
  return text === undefined ? next : { ...next, 'mensaje:1': { text: withNameField(text) }, 'otro:2': 'listo' };
}

/** One more bubble, or the question for it. */
export function withBubble(answers: Answers, text: string | undefined): Answers {
  const { written } = writtenOf(answers);
  const more = text === undefined ? [] : [{ value: { text: withNameField(text) }, with: [] }];
  return withWritten(answers, { written: [...written, ...more], isAll: text !== undefined });
}

/** What she sent for them, with its words; the question for one more is open again. */
export const withMedia = (answers: Answers, media: string, of: string, caption: string): Answers => {
  const { written } = writtenOf(answers);
  return withWritten(answers, {
    written: [...written, { value: { text: withNameField(caption), media, of }, with: [] }],
    isAll: false,
  });
};

export const withAudience = (answers: Answers, audience: Answers): Answers => ({
  ...without(answers, ofAudience, ofEnd),
  ...audience,
});
