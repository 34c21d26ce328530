// Words that are for another step than the open question: named by her, put right by her, or going on with what she said before.
import type { Thread } from '../../domain/conversation.ts';
import { answerQuestion } from '../answer-question.ts';
import { splitComing } from '../answers/told/coming-to.ts';
import { takenBack } from '../answers/told/heard-words.ts';
import {
  type NamedWords,
  readInstead,
  readNamedPieces,
  readNamedWords,
  readNamesOnly,
  type StepNames,
  splitAlsoChange,
} from '../answers/told/named-words.ts';
import { putInstead, readSaidInstead } from '../answers/told/said-instead.ts';
import { shortEcho } from '../answers/words/clipped.ts';
import { beginsWithContrast, goesOnTelling } from '../answers/words/empty-words.ts';
import { plain } from '../answers/words/text-forms.ts';
import { askAddOrChange, askWhereToAdd, askWhichStep } from '../asides.ts';
import { askAnew, correctAnswer, noteAnswers, rewriteAnswers, withMore } from '../change-answer.ts';
import { readFacts } from '../questions/facts-question.ts';
import { type AskedQuestion, namesOfStep } from '../questions/question-reader.ts';
import { flowOf, questionAt } from '../run-thread.ts';
import { type ThreadContext, threadContext } from '../thread-context.ts';
import { repeatQuestion } from '../threads.ts';
import type { TurnDraft } from '../turn-draft.ts';

const justLead = /^(?:(?:ah|ay|oiga|bueno|pues|ps|y|no|si|ok|este|mire|perdon|espere) ?)*$/;
const fewestWords = 3;
const fewestTold = 6;

/** The steps of the flow she is in that are answered in her own words, and what each is called. */
export function namesOfSteps(c: ThreadContext): StepNames[] {
  const flow = c.thread.frames.at(-1)?.flow;
  if (flow === undefined || c.program.flows[c.thread.flow]?.about !== 'caregiver') return [];
  return flowOf(c, flow).instructions.flatMap((one) => {
    if (one.op !== 'ask' || one.question.as !== 'text' || one.one) return [];
    return [{ key: one.id, names: namesOfStep({ flow, id: one.id }, c) }];
  });
}

/** "Los recursos son unas cajas", "..., quedamos en que...", or a whole plan: each is written where she says; the rest answers what is asked. */
export function takesUpNamed(draft: TurnDraft, thread: Thread, text: string): boolean {
  const c = threadContext(draft, thread.id);
  const steps = namesOfSteps(c);
  if (steps.length === 0) return false;
  if (questionAt(c)?.step.as === 'recap') {
    const asked = readNamesOnly(text, steps);
    if (asked.length > 1 && askAnew(c, asked)) return true;
  }
  const instead = readInstead(text, steps);
  const coming = thread.flow === 'plan-de-trabajo' ? splitComing(text) : { lead: '', words: text };
  const { lead, rest: more, named } = instead ? { lead: '', rest: '', named: [instead] } : readNamedPieces(coming.words, steps);
  const question = questionAt(c);
  const [only] = named;
  // What was said before it of the talk itself goes with the first of them, and is taken apart there.
  if (only && coming.lead !== '' && readFacts(coming.lead, ['minutes'], c).minutes !== undefined)
    only.words = `${coming.lead}${only.words}`;
  if (question && !only && asksWhereToAdd(c, question, text, steps)) return true;
  if (!question || !only) return false;
  if (question.step.as === 'recap') tellNotUnderstood(c, named);
  // What comes after the words for the open question goes on with them; "ay, qué bonita idea" before them is no part of it.
  const open = named.find(({ key }) => key === question.key);
  if (open && more !== '') open.words += `, ${more}`;
  const left = [lead, open ? '' : more].filter((part) => part !== '').join(' ');
  const isLead = justLead.test(plain(left)) || (open !== undefined && left.split(/\s+/).length < fewestTold);
  const rest = isLead ? '' : left;
  const here = rest === '' && named.length === 1 && only.key === question.key;
  // Of the open question alone it is simply the answer.
  if (here && !thread.pending) return false;
  const stands = typeof thread.answers[only.key] === 'string' && thread.answers[`${only.key}:option`] == null;
  // "Lo bueno es que...", said of what was answered already, may be more of it.
  if (rest === '' && named.length === 1 && stands && !only.changes && !only.adds && question.step.as === 'text') {
    askAddOrChange(c, question, only);
    return true;
  }
  const words = Object.fromEntries(
    named.map(({ key, words: said, adds }) => [key, adds ? withMore(thread.answers[key], said) : said]),
  );
  if (rest === '' || thread.pending) rewriteAnswers(c, words);
  else {
    const told = noteAnswers(c, words);
    draft.say({ kind: 'statement', text: told.join('\n') });
    const going = draft.get('thread', thread.id);
    if (going) answerQuestion(draft, going, { text: rest });
  }
  return true;
}

/** At a recap the half of a correction that was not understood is said, before the half that was. */
function tellNotUnderstood(c: ThreadContext, named: NamedWords[]): void {
  for (const one of named) {
    const { words, asked } = splitAlsoChange(one.words);
    if (asked === '') continue;
    one.words = words;
    c.draft.say({ kind: 'statement', text: c.text('casa.esa-parte-no', { said: shortEcho(asked) }) });
  }
}

/** "Perdón, lo que Lupita va a intentar es...": she says of which step it is, so that it is none of our commands. */
export const saysWhichStep = (c: ThreadContext, text: string): boolean => readNamedWords(text, namesOfSteps(c)) !== undefined;

/** "Las acciones están mal, es: ...": said with what is to stand there, it is no wish to be asked again. */
export function changesNamed(draft: TurnDraft, thread: Thread, text: string): boolean {
  const steps = namesOfSteps(threadContext(draft, thread.id));
  const read = readInstead(text, steps) ?? readNamedWords(text, steps);
  return read?.changes === true && takesUpNamed(draft, thread, text);
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
function asksWhichStep(draft: TurnDraft, thread: Thread, text: string): boolean {
  const c = threadContext(draft, thread.id);
  const question = questionAt(c);
  const before = answeredLast(c);
  if (!question || !before || question.step.as !== 'text' || thread.pending || thread.returnTo) return false;
  // "Y lo que puede mejorar es...", where just that is asked.
  if (readNamedWords(text, namesOfSteps(c))?.key === question.key) return false;
  const back = takenBack(text);
  if (back === undefined && (!goesOnTelling(text) || (question.step.contrasts && beginsWithContrast(text)))) return false;
  askWhichStep(c, { question, before, text, ...(back === undefined ? {} : { instead: back }) });
  return true;
}

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

const belongsElsewhere =
  /^\s*(?:(?:no|ay|ah|perd[oó]n|oiga|espere|pero|mija)[\s,.]+)*(?:eso|esto|lo [uú]ltimo|lo anterior|lo de antes|lo que (?:puse|escrib[ií]|dije))(?: [uú]ltimo)? (?:era|es|iba|va|fue) (?:de|en|para|parte de) (.{3,40}?)(?:[.,;\n].*)?$/isu;

/** "No, eso va en lo que funcionó": what she wrote last is moved to where she says, and asked for again where it stood. */
export function takesUpMisplaced(draft: TurnDraft, thread: Thread, text: string): boolean {
  const where = belongsElsewhere.exec(text)?.[1];
  if (where === undefined) return false;
  const c = threadContext(draft, thread.id);
  const from = answeredLast(c);
  const [to] = readNamesOnly(where, namesOfSteps(c));
  if (!from || to === undefined || to === from.key || thread.returnTo) return false;
  const there = thread.answers[`${to}:option`] == null ? thread.answers[to] : undefined;
  const told = noteAnswers(c, { [to]: withMore(there, String(thread.answers[from.key])) });
  draft.say({ kind: 'statement', text: told.join('') });
  return correctAnswer(c, from.key);
}

const adding =
  /^\s*(?:(?:s[ií]|ok|va|as[ií] queda|as[ií] est[aá] bien|est[aá] bien|nada m[aá]s|nom[aá]s|pero|s[oó]lo|y)[\s,.]+)*(?:agr[eé]g\w+|a[nñ][aá]d\w+|s[uú]m[ae]l\w+)(?: tambi[eé]n)?(?: que)?\s+(\S.{3,})$/isu;

/** "Nada más agréguele la canción", at the recap: to which of the steps, is for her to say. */
function asksWhereToAdd(c: ThreadContext, question: AskedQuestion, text: string, steps: readonly StepNames[]): boolean {
  const words = adding.exec(text)?.[1];
  if (words === undefined || question.step.as !== 'recap') return false;
  const keys = steps.map(({ key }) => key).filter((key) => question.step.corrects?.includes(key));
  if (keys.length < 2) return false;
  askWhereToAdd(c, question, words, keys);
  return true;
}

const changesIt = /^\s*(?:(?:no|ay|ps|pues|perd[oó]n|mejor)[\s,.]+)*(?:c[aá]mbi|corr[ei])/iu;

/** "Cambia lo que le reconocí", while just that is asked: asked anew. */
export function asksSameAnew(draft: TurnDraft, thread: Thread, text: string): boolean {
  const c = threadContext(draft, thread.id);
  const question = questionAt(c);
  if (!question || !thread.pending || !changesIt.test(text)) return false;
  if (!readNamesOnly(text, namesOfSteps(c)).includes(question.key)) return false;
  c.patchThread({ pending: null });
  repeatQuestion(draft);
  return true;
}

/** Words at a question for her own ones that are for another step: written there, or asked about. */
export const isForAnotherStep = (draft: TurnDraft, thread: Thread, text: string): boolean =>
  takesUpMisplaced(draft, thread, text) ||
  takesUpNamed(draft, thread, text) ||
  takesUpInstead(draft, thread, text) ||
  asksWhichStep(draft, thread, text);
