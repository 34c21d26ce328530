// What staff says of polls: one to be put to a group, with its options; how it goes; that it closes.
import type { PollOrder } from '../../../domain/group.ts';
import type { VocabularyFile } from '../../../program/vocabulary-schema.ts';
import { saysOneOf } from '../words/said-phrases.ts';
import { readWorkshopWords } from './workshop-words.ts';

/** `unclear`: a poll is wanted, and what it asks or offers is not to be seen. `attendance`: of a workshop, whichever it is. */
export type PollSaid =
  | ({ kind: 'poll'; where: string } & PollOrder)
  | { kind: 'yesNo'; where: string; question: string }
  | { kind: 'attendance'; where: string; number: number | undefined }
  | { kind: 'unclear' }
  | { kind: 'results' | 'close'; where: string };

const mostOptions = 10;
const mostOfOption = 90;
const mostOfQuestion = 250;
/** Longer sentences that hold the word are about something else. */
const mostWords = 12;

export function readPoll(text: string, words: VocabularyFile['groups']): PollSaid | undefined {
  const { head, body } = parted(text);
  const short = head.split(/\s+/).length <= mostWords;
  if (!short) return undefined;
  const where = /\ben (?:el grupo )?(?:de )?(.{2,60})$/iu.exec(head.trim())?.[1] ?? '';
  if (saysOneOf(words.close, head)) return { kind: 'close', where };
  const polls = saysOneOf(words.poll, head);
  if (saysOneOf(words.results, head) && (polls || head.split(/\s+/).length <= 3)) return { kind: 'results', where };
  if (!polls) return undefined;
  if (saysOneOf(words.attendance, head)) return { kind: 'attendance', where, number: readWorkshopWords(text).number };
  if (body === '') return { kind: 'unclear' };
  const { question, options } = asked(body);
  if (question.length > mostOfQuestion || options.length > mostOptions) return { kind: 'unclear' };
  if (options.length < 2)
    return options.length === 0 && /\?\s*$/.test(question) ? { kind: 'yesNo', where, question } : { kind: 'unclear' };
  return { kind: 'poll', where, question, options, multi: saysOneOf(words.several, head), workshop: null };
}

/** "Encuesta de varias respuestas: ...": what it is, and what it asks; a question may follow without the colon. */
function parted(text: string): { head: string; body: string } {
  const at = /[:\n]|(?=¿)/u.exec(text);
  if (!at) return { head: text.trim(), body: '' };
  return { head: text.slice(0, at.index).trim(), body: text.slice(at.index + at[0].length).trim() };
}

function asked(body: string): { question: string; options: string[] } {
  const lines = body
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const [first = '', ...rest] = lines;
  if (rest.length > 0)
    return { question: first, options: clean(rest.map((line) => line.replace(/^(?:[-•*·]|\d{1,2}[.)-]+)\s*/u, ''))) };
  const [, question = '', after = ''] = /^(.*?\?)\s*(.*)$/su.exec(first) ?? [];
  if (question !== '') return { question, options: clean(split(after)) };
  const [start = '', ...others] = first.split(/\s*[/;|]\s*/u);
  return { question: start, options: clean(others) };
}

/** By bars, else by commas with the last «o». */
const split = (text: string): string[] =>
  /[/;|]/.test(text) ? text.split(/\s*[/;|]\s*/u) : text.split(/\s*,\s*(?:o\s+)?|\s+o\s+/u);

const clean = (options: readonly string[]): string[] => [
  ...new Set(
    options.map((option) => option.replace(/[.]$/u, '').trim().slice(0, mostOfOption)).filter((option) => option !== ''),
  ),
];
