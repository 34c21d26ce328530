// "L7K 3 2 4 1 n 3 3 4 2": fills the checklist, plan or observation with that code from one message copied from paper.
import type { AnswerValue, Thread } from '../../domain/conversation.ts';
import { toldFacts } from '../../mentoring/sessions.ts';
import { answerQuestion } from '../answer-question.ts';
import { type CodedText, findShortCode } from '../answers/words/short-code.ts';
import { plain } from '../answers/words/text-forms.ts';
import { readYesNo } from '../answers/yes-no/yes-no.ts';
import { readFacts } from '../questions/facts-question.ts';
import type { AnswerReading } from '../questions/question-reader.ts';
import { momentFacts, readItemsLine } from '../questions/scale-question.ts';
import { questionAt } from '../run-thread.ts';
import { houseText, type ThreadContext, threadContext } from '../thread-context.ts';
import { activeThread, continueThread, openThread, parkActive, quietly, rests, resumeThread } from '../threads.ts';
import type { TurnDraft } from '../turn-draft.ts';
import { vocabularyOf } from '../vocabulary-of.ts';
import { applyCorrection, findCorrection } from './corrections.ts';
import { correctSaved, savedSheets, takeSheetCorrection } from './sheet-corrections.ts';

/** A line of fewer values than this is too little to tell what it is, where its code is missing. */
const fewestValues = 4;

const isHers =
  (draft: TurnDraft) =>
  (code: string): boolean =>
    threadOf(draft, code) !== undefined ||
    savedSheets(draft).some(({ run }) => run.code === code) ||
    draft.all('cycle').some(({ appointments }) => appointments.some((one) => one.code === code && one.status === 'planned'));

/** A bubble that begins with a code of hers is no part of what she was writing before. */
export function beginsWithCode(draft: TurnDraft, text: string): boolean {
  const coded = findShortCode(text, () => false);
  return coded !== undefined && isHers(draft)(coded.code);
}

/** True where the message was a line from paper, or a change in one: with a short code of hers, or without it where it is clear. */
export function takePaperLine(draft: TurnDraft, text: string): boolean {
  const sheets = savedSheets(draft);
  const coded = findShortCode(text, isHers(draft));
  if (!coded) return takeSheetCorrection(draft, text) || takeBareLine(draft, text);
  // "No encuentro la hoja L7K": only mentioned.
  if (coded.before !== '' && coded.rest === '' && !corrects.test(plain(coded.before)) && coded.before.split(/\s+/).length > 3)
    return false;
  const thread = threadOf(draft, coded.code);
  const saved = thread ? undefined : sheets.find(({ run }) => run.code === coded.code);
  if (saved) return correctSaved(draft, saved, `${coded.before} , ${coded.rest}`);
  const opened = thread ?? openAgreed(draft, coded.code);
  if (!opened) {
    // A word of three letters is no code unless it looks like nothing else.
    if (!/\d/.test(coded.rest) && coded.rest !== '') return false;
    draft.say({ kind: 'answer', text: houseText(draft, 'casa.codigo-desconocido', { code: coded.code }) });
    return true;
  }
  return takeCoded(draft, opened, coded);
}

const corrects = /\b(?:corr[ei]\w+|equivo\w+|cambi\w+|modific\w+|error|mal)\b/;

const threadOf = (draft: TurnDraft, code: string): Thread | undefined => draft.all('thread').find((one) => one.code === code);

function takeCoded(draft: TurnDraft, thread: Thread, { before, rest }: CodedText): boolean {
  if (activeThread(draft)?.id !== thread.id) parkActive(draft);
  if (!draft.get('thread', thread.id)) return false;
  if (rest.trim() === '') {
    // "Ya estuvo la L7K" is about whether it was done.
    draft.converse({ active: thread.id });
    const told = before.replace(/\s+(?:(?:la|el|con|de|hoja|lista|código|codigo)\s*)+$/i, '');
    const said = told !== '' && rests(draft, thread) && answerQuestion(draft, thread, { text: told }, true);
    if (!said) resumeThread(draft, thread.id);
    return true;
  }
  const c = threadContext(draft, thread.id);
  if (sentAgain(c, rest)) return true;
  const correction = asOneLine(c, rest) === undefined ? findCorrection(c, rest, corrects.test(plain(before))) : undefined;
  if (correction?.key.startsWith('reactivo:')) {
    draft.converse({ active: thread.id });
    applyCorrection(c, correction);
    return true;
  }
  draft.patchThread(thread.id, { captureMode: 'paperLine' });
  // "Hoy en la comida, L7K 3 2 4 ...": facts before the code are facts all the same.
  const told = before !== '' && asOneLine(c, rest) !== undefined && Object.keys(readFacts(before, momentFacts, c)).length > 0;
  fill(draft, thread.id, told ? `${rest} , ${before}` : rest);
  return true;
}

const moment = 'contexto';

/** The same line once more, after a silence: she hears that it came; what differs is changed, and only what is missing is asked. */
function sentAgain(c: ThreadContext, rest: string): boolean {
  const items = c.instrument?.instrument.items ?? [];
  const known = (code: string) => c.thread.answers[`reactivo:${code}`];
  if (!items.length || !questionAt(c) || items.some(({ code }) => known(code) === undefined)) return false;
  const line = asOneLine(c, rest);
  const given = line?.kind === 'answer' ? (line.with ?? {}) : {};
  const values = items.map(({ code }) => ({ key: `reactivo:${code}`, value: given[`reactivo:${code}`] }));
  if (!values.every(({ value }) => typeof value === 'string')) return false;
  const beside = Object.fromEntries(Object.entries(given).filter(([key]) => !key.startsWith('reactivo:')));
  const before = c.thread.answers[moment];
  c.draft.converse({ active: c.thread.id });
  c.patchThread({ answers: { ...c.thread.answers, ...beside }, pending: null, misunderstood: 0 });
  const [first, ...also] = values.flatMap(({ key, value }) =>
    value !== c.thread.answers[key] ? [{ key, value: String(value) }] : [],
  );
  const facts = JSON.stringify(beside[moment]) === JSON.stringify(before) ? {} : toldFacts(beside[moment]);
  const told = Object.keys(facts).length ? { facts: facts as Record<string, AnswerValue> } : {};
  if (first) applyCorrection(c, { ...first, ...(also.length ? { also } : {}), ...told });
  else continueThread(c.draft, c.thread.id, { lead: c.text('diagnostico.ya-la-tengo') });
  return true;
}

/** The message as one line of values for the items that are left, whatever lines and slashes part it. */
function asOneLine(c: ThreadContext, rest: string): AnswerReading | undefined {
  const all = c.instrument?.instrument.items ?? [];
  const left = all.filter(({ code }) => c.thread.answers[`reactivo:${code}`] === undefined);
  const line = rest.replace(/\s*[\n|]\s*/g, ' ');
  const readings = [left, all].map((items) => readItemsLine(line, items, c));
  return readings.find((reading) => reading?.kind === 'answer') ?? readings.find((reading) => reading !== undefined);
}

/** A line without its code: for the sheet that is waited for, where nothing else can be meant. */
function takeBareLine(draft: TurnDraft, text: string): boolean {
  if (!/[\dn]/i.test(text) || text.length > 400) return false;
  const active = activeThread(draft);
  const question = active && questionAt(threadContext(draft, active.id));
  const isFree = !active?.waitingFor || draft.program.flows[active.flow]?.passing === true;
  if (
    active?.waitingFor &&
    active.code !== null &&
    question?.step.as === 'facts' &&
    sentAgain(threadContext(draft, active.id), text)
  )
    return true;
  const waiting = draft.all('thread').filter((thread) => {
    const c = threadContext(draft, thread.id);
    const left = c.instrument?.instrument.items.filter(({ code }) => thread.answers[`reactivo:${code}`] === undefined) ?? [];
    return thread.code !== null && left.length >= fewestValues;
  });
  const atSheet = active && question?.step.rests === true && waiting.some(({ id }) => id === active.id);
  const [only] = waiting;
  const thread = atSheet ? active : isFree && waiting.length === 1 ? only : undefined;
  if (!thread) return false;
  const reading = asOneLine(threadContext(draft, thread.id), text);
  const kept = reading?.kind === 'explain' ? Object.keys(reading.keep ?? {}).length : 0;
  if (reading?.kind !== 'answer' && !(atSheet && kept >= fewestValues)) return false;
  return takeCoded(draft, thread, { code: thread.code ?? '', before: '', rest: text });
}

/** A session that was agreed but not begun to be recorded has its code on the card. */
function openAgreed(draft: TurnDraft, code: string): Thread | undefined {
  for (const cycle of draft.all('cycle')) {
    const appointment = cycle.appointments.find((one) => one.code === code && one.status === 'planned');
    if (!appointment) continue;
    const flow = appointment.phase === 'reflection' ? 'reflexion' : 'observacion';
    quietly(draft, () => openThread(draft, flow, { caregiverId: cycle.caregiverId, cycleId: cycle.id }));
    return activeThread(draft);
  }
  return undefined;
}

/** Parts of a line are answers to one question after the other; a checklist takes its part whole. */
function fill(draft: TurnDraft, threadId: string, rest: string): void {
  const whole = asOneLine(threadContext(draft, threadId), rest) !== undefined;
  const parts = whole ? [rest.replace(/\s*[\n|]\s*/g, ' ')] : rest.split(/\s*(?:\n|\/|\|)\s*/).filter((part) => part !== '');
  const context = () => threadContext(draft, threadId);
  const question = questionAt(context());
  const [done] = question?.step.options ?? [];
  const [first = ''] = parts;
  if (question?.step.rests && done !== undefined && !answersResting(draft, threadId, first)) {
    // The line itself says that it was done.
    draft.patchThread(threadId, { answers: { ...context().thread.answers, [question.key]: done } });
    quietly(draft, () =>
      openThread(draft, context().thread.flow, {
        ...(context().thread.caregiverId ? { caregiverId: context().thread.caregiverId as string } : {}),
      }),
    );
  } else if (question?.step.rests) parts.shift();
  let rejected: string | undefined;
  while (parts.length && rejected === undefined) {
    const thread = draft.get('thread', threadId);
    if (!thread?.waitingFor) break;
    const part = parts.shift() ?? '';
    const last = parts.length === 0;
    const answer = (): boolean => answerQuestion(draft, draft.get('thread', threadId) ?? thread, { text: part }, !last);
    if (last) answer();
    else if (!quietly(draft, answer)) rejected = part;
  }
  if (rejected !== undefined) {
    draft.say({ kind: 'answer', text: houseText(draft, 'casa.hasta-aqui', { part: rejected.slice(0, 60) }) });
    if (draft.get('thread', threadId)) resumeThread(draft, threadId);
  }
}

/** Whether the first part answers the resting question itself ("sí, 20 min"), and if so, it does. */
function answersResting(draft: TurnDraft, threadId: string, part: string): boolean {
  const thread = draft.get('thread', threadId);
  const c = threadContext(draft, threadId);
  // "20 min, notas, no modelé" tells facts; only a part that begins with yes or no is about whether it was done.
  const [word = ''] = part.trim().split(/[\s,]+/);
  if (readYesNo(word, vocabularyOf(draft.program)).kind !== 'understood') return false;
  if (!thread || readItemsLine(part, c.instrument?.instrument.items ?? [], c) !== undefined) return false;
  return quietly(draft, () => answerQuestion(draft, thread, { text: part }, true));
}
