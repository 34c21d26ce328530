// Words that are for another step than the open question: named by her, put right by her, or going on with what she said before.
import type { Thread } from '../domain/conversation.ts';
import { beginsWithContrast, goesOnTelling } from './answers/empty-words.ts';
import { takenBack } from './answers/heard-words.ts';
import { type NamedWords, readNamedWords, type StepNames } from './answers/named-words.ts';
import { putInstead, readSaidInstead } from './answers/said-instead.ts';
import { plain } from './answers/text-forms.ts';
import { askAddOrChange, askWhichStep } from './asides.ts';
import { rewriteAnswers, withMore } from './change-answer.ts';
import { type AskedQuestion, namesOfStep } from './questions/question-reader.ts';
import { flowOf, questionAt } from './run-thread.ts';
import { type ThreadContext, threadContext } from './thread-context.ts';
import type { TurnDraft } from './turn-draft.ts';

/** The steps of the flow she is in that are answered in her own words, and what each is called. */
export function namesOfSteps(c: ThreadContext): StepNames[] {
  const flow = c.thread.frames.at(-1)?.flow;
  if (flow === undefined || c.program.flows[c.thread.flow]?.about !== 'caregiver') return [];
  return flowOf(c, flow).instructions.flatMap((one) => {
    if (one.op !== 'ask' || one.question.as !== 'text' || one.one) return [];
    return [{ key: one.id, names: namesOfStep({ flow, id: one.id }, c) }];
  });
}

/** "Los recursos son unas cajas", or a whole plan with a heading a line: each is written where she says. */
export function takesUpNamed(draft: TurnDraft, thread: Thread, text: string): boolean {
  const c = threadContext(draft, thread.id);
  const steps = namesOfSteps(c);
  const lines = text.split('\n').filter((line) => /[\p{L}\p{N}]/u.test(line));
  const named: NamedWords[] = [];
  for (const line of steps.length ? lines : []) {
    const read = readNamedWords(line, steps);
    if (!read) return false;
    named.push(read);
  }
  // Of the open question alone it is simply the answer.
  if (!named.length || (named.length === 1 && named[0]?.key === questionAt(c)?.key && !thread.pending)) return false;
  const [only] = named;
  const question = questionAt(c);
  const stands = only && named.length === 1 && typeof thread.answers[only.key] === 'string';
  const own = only && thread.answers[`${only.key}:option`] == null;
  // "Lo bueno es que...", said of what was answered already, may be more of it.
  if (stands && own && !only.changes && question?.step.as === 'text') askAddOrChange(c, question, only);
  else rewriteAnswers(c, Object.fromEntries(named.map(({ key, words }) => [key, words])));
  return true;
}

/** "Fue en el desayuno, no en la comida": put right where it stands; false where nothing that she said reads so. */
export function takesUpInstead(draft: TurnDraft, thread: Thread, text: string): boolean {
  const said = readSaidInstead(text);
  if (!said || thread.pending) return false;
  const c = threadContext(draft, thread.id);
  for (const { key } of lastFirst(c, namesOfSteps(c))) {
    const before = thread.answers[key];
    const after = typeof before === 'string' ? putInstead(before, said) : undefined;
    if (after === undefined) continue;
    rewriteAnswers(c, { [key]: after });
    return true;
  }
  return false;
}

function lastFirst(c: ThreadContext, steps: readonly StepNames[]): StepNames[] {
  const place = (key: string): number => c.thread.history.findLastIndex((asked) => asked.key === key);
  return steps.toSorted((a, b) => place(b.key) - place(a.key));
}

/** The step that she answered last, where both it and its words are known: what a late bubble may belong to. */
function answeredLast(c: ThreadContext): AskedQuestion | undefined {
  const last = c.thread.history.at(-1);
  const before = last && questionAt(c, last.frames, last.current);
  const known = before?.step.as === 'text' && namesOfSteps(c).some(({ key }) => key === before.key);
  return known && typeof c.thread.answers[before.key] === 'string' ? before : undefined;
}

/** "Y también los miró", where the next thing is asked already: of which of the two, is for her to say. */
export function asksWhichStep(draft: TurnDraft, thread: Thread, text: string): boolean {
  const c = threadContext(draft, thread.id);
  const question = questionAt(c);
  const before = answeredLast(c);
  if (!question || !before || question.step.as !== 'text' || thread.pending || thread.returnTo) return false;
  const back = takenBack(text);
  if (back === undefined && (!goesOnTelling(text) || (question.step.contrasts && beginsWithContrast(text)))) return false;
  askWhichStep(c, { question, before, text, ...(back === undefined ? {} : { instead: back }) });
  return true;
}

const fewestWords = 3;

/** The same at a question that such words cannot answer: more of what she said is added, and shown; what she takes back is asked about. */
export function goesOnBefore(draft: TurnDraft, thread: Thread, text: string): boolean {
  const c = threadContext(draft, thread.id);
  const question = questionAt(c);
  const before = answeredLast(c);
  const back = takenBack(text);
  const said = plain(text);
  if (!question || !before || thread.returnTo || said.split(' ').length < fewestWords) return false;
  if (back !== undefined) askAddOrChange(c, question, { key: before.key, words: back });
  else if (goesOnTelling(text)) rewriteAnswers(c, { [before.key]: withMore(thread.answers[before.key], text) });
  else return false;
  return true;
}
