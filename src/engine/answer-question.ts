// An answer to the open question: read, kept, and gone on from; or asked again in another way.
import type { AnswerValue, Thread } from '../domain/conversation.ts';
import { wordingChecks } from '../mentoring/wording-checks.ts';
import { givesReason, optionOfReason, readNotHeldReason } from './answers/told/reason.ts';
import { ownWords } from './answers/words/own-words.ts';
import { asidePrefix, takeAside } from './asides.ts';
import { askAgain, askAmong } from './ask-question.ts';
import { askDeferred, correctChosen } from './change-answer.ts';
import { tellLeftOut } from './hearing/left-out-names.ts';
import { usesToldAhead } from './hearing/told-ahead.ts';
import { toldWords } from './hearing/told-words.ts';
import { askForPerson, notUnderstood } from './misunderstanding.ts';
import { isCorrection, readOpen, refusedGuess } from './pending-answer.ts';
import { readFacts } from './questions/facts-question.ts';
import type { AnswerInput, AnswerReading, AskedQuestion } from './questions/question-reader.ts';
import { textKey } from './questions/question-reader.ts';
import { questionReaders } from './questions/question-readers.ts';
import { correctPrefix } from './questions/recap-question.ts';
import { flowOf, questionAt, standing } from './run-thread.ts';
import { amended, changedAtRecap, echoOf } from './said-back.ts';
import { houseText, type ThreadContext, threadContext } from './thread-context.ts';
import { continueThread, dropThread, resumeInterrupted } from './threads.ts';
import type { TurnDraft } from './turn-draft.ts';
import { vocabularyOf } from './vocabulary-of.ts';

/** At most two nudges a cycle about how she writes. */
const mostNudges = 2;
const mostHistory = 40;
const mostHeard = 8;

/** Whether the input was of use for the open question; `quiet` leaves it to the caller what to say when it was not. */
export function answerQuestion(draft: TurnDraft, thread: Thread, input: AnswerInput, quiet = false): boolean {
  const c = threadContext(draft, thread.id);
  const question = questionAt(c);
  if (!question) return false;
  // An option of a "¿quiso decir?" that is over stands for its words only.
  const stale = !c.thread.pending && input.optionId?.startsWith('posible-');
  const said = stale ? { text: input.text } : input;
  return apply(c, question, asKept(c, question, readOpen(c, question, said)), input, quiet);
}

/** What goes into a plan or a record, and to a caregiver, is kept as a colleague would note it; a proposal stays as it is. */
function asKept(c: ThreadContext, question: AskedQuestion, reading: AnswerReading): AnswerReading {
  if (reading.kind !== 'answer' || typeof reading.value !== 'string' || question.step.as !== 'text') return reading;
  const isOther = isAside(c, reading.value) || reading.value.startsWith('salida:') || reading.with?.[`${question.key}:option`];
  return isOther || c.program.flows[c.thread.flow]?.about !== 'caregiver'
    ? reading
    : { ...reading, value: ownWords(reading.value) };
}

function apply(c: ThreadContext, question: AskedQuestion, reading: AnswerReading, input: AnswerInput, quiet: boolean): boolean {
  switch (reading.kind) {
    case 'answer': {
      if (typeof reading.value === 'string' && reading.value.startsWith(correctPrefix)) {
        correctChosen(c, question, reading.value.slice(correctPrefix.length));
        return true;
      }
      if (typeof reading.value === 'string' && reading.value.startsWith('salida:')) return takeWayOut(c, question, reading.value);
      if (isAside(c, reading.value)) {
        takeAside(c, String(reading.value));
        return true;
      }
      if (nudges(c, question, reading, input.text)) return true;
      keepTold(c, question, reading.value, input);
      const echo = echoOf(c, question, reading);
      if (question.step.as === 'recap' && askDeferred(c, question)) return true;
      const back = changedAtRecap(c, question, reading.value);
      keepAnswer(c, question, reading, input);
      const told = typeof reading.value === 'string' && tellLeftOut(c.draft, reading.value);
      const { thread } = c;
      if (reading.lead !== undefined && !told) c.draft.say({ kind: 'statement', text: reading.lead });
      continueThread(c.draft, c.thread.id, told ? {} : (back ?? echo));
      usesToldAhead(c.draft, question, input.text, thread);
      if (reading.value === 'se-movio') offerTold(c.draft, input.text);
      // "La dire me llamó, mañana": another day came with the reason.
      else if (question.id === 'motivo' || reading.value === 'no-se-pudo' || tellsMore(question, input))
        offerTold(c.draft, input.text, true);
      return true;
    }
    case 'confirm':
      c.patchThread({ misunderstood: 0, answers: { ...c.thread.answers, ...reading.keep } });
      askAmong(c, question, reading.words, [c.text('casa.si-es-correcto'), c.text('casa.no-otra')]);
      c.patchThread({ pending: { values: [reading.value], labels: [c.text('casa.si-es-correcto'), c.text('casa.no-otra')] } });
      return true;
    case 'amend':
      c.patchThread({ answers: { ...c.thread.answers, ...reading.answers }, pending: null, misunderstood: 0 });
      continueThread(
        c.draft,
        c.thread.id,
        reading.words === undefined ? amended(c, question, reading.answers) : { lead: reading.words },
      );
      return true;
    case 'candidates': {
      if (reading.values.length === 1 && reading.values[0] === c.thread.answers[refusedGuess(question)]) {
        if (!quiet) notUnderstood(c, question, input);
        return !quiet;
      }
      keepTold(c, question, null, input);
      if (reading.keep) c.patchThread({ answers: { ...c.thread.answers, ...reading.keep } });
      const [only = ''] = reading.labels;
      const labels = reading.labels.length === 1 ? [c.text('casa.si'), c.text('casa.no-otra')] : reading.labels;
      const text =
        reading.text ??
        (reading.labels.length === 1
          ? c.text('casa.quiso-decir-una', { option: only })
          : c.text(isCorrection(reading.values) ? 'casa.que-corrijo' : 'casa.quiso-decir'));
      askAmong(c, question, text, labels);
      c.patchThread({ pending: { values: reading.values, labels } });
      return true;
    }
    case 'again':
      askAmong(c, question, reading.text, c.thread.pending?.labels ?? []);
      return true;
    case 'explain':
      if (quiet) return false;
      c.patchThread({ answers: { ...c.thread.answers, ...reading.keep }, pending: null });
      // What was kept may have moved the thread on (some items of a line): then its next question follows.
      if (question.step.as === 'scale' && reading.keep) {
        c.draft.say({ kind: 'statement', text: reading.text });
        continueThread(c.draft, c.thread.id);
      } else askAgain(c, question, reading.text);
      return true;
    case 'unclear':
      if (quiet) return false;
      notUnderstood(c, question, input);
      return true;
  }
}

const fewestTelling = 5;
/** In words. */
const mostOfLabel = 5;

/** "Esa no la usamos, la plática es mañana a la una": more than what was asked. */
const tellsMore = (question: AskedQuestion, { text }: AnswerInput): boolean =>
  (question.step.as === 'yes-no' || question.step.as === 'ratings') && text.trim().split(/\s+/).length >= fewestTelling;

const isAside = (c: ThreadContext, value: AnswerValue): boolean =>
  typeof value === 'string' && value.startsWith(asidePrefix) && c.thread.pending?.values.includes(value) === true;

/** "Se movió al jueves a las 11": the date came with the news, so it is not asked for again. */
export function offerTold(draft: TurnDraft, text: string, whole = false): void {
  const { active } = draft.conversation;
  const thread = active === null ? undefined : draft.get('thread', active);
  const c = threadContext(draft, thread?.id);
  const waiting = thread && questionAt(c);
  if (!thread || waiting?.step.as !== 'when') return;
  const reading = whole ? questionReaders.when.read({ text }, waiting, c) : undefined;
  // A day without its hour is asked for the hour; what only may be a day is no news.
  const partly = reading?.kind === 'explain' && reading.keep?.[`${waiting.key}:parte`] != null;
  if (reading && !partly && reading.kind !== 'confirm' && reading.kind !== 'answer') return;
  answersAtOnce(draft, thread, text, !partly);
}

/** What was just asked stands in her words already: it is answered, and the question is not put. */
export function answersAtOnce(draft: TurnDraft, thread: Thread, text: string, quiet = true): boolean {
  const asked = draft.outbound.length;
  if (!answerQuestion(draft, thread, { text }, quiet)) return false;
  if (asked > 0) draft.outbound.splice(asked - 1, 1);
  return true;
}

/** "Sí, 15 min": the facts that the same message tells are kept for their own question. */
function keepTold(c: ThreadContext, question: AskedQuestion, value: AnswerValue, input: AnswerInput): void {
  const { also } = question.step;
  if (also === undefined) return;
  const names = factNamesOf(c, question);
  const chosen = questionReaders[question.step.as].options(question, c).find(({ id }) => id === value)?.label ?? '';
  const isNumber = /^\s*\d\s*$/.test(input.text);
  // A mere "sí" says nothing of the minutes that stand on the option, unless she was asked about just that one; "2" stands for its label.
  const shown = c.thread.pending?.values.includes(value) === true;
  const label = input.optionId !== undefined || isNumber || shown ? chosen : '';
  const told = { ...readFacts(label, names, c), ...(isNumber ? {} : readFacts(input.text, names, c)) };
  // A longer text is her own, whatever option it was heard as.
  const isOwn = input.text.trim().split(/\s+/).length > mostOfLabel;
  const held = String(value).startsWith('si') && isOwn && c.caregiver?.accepted !== 'no' && !c.cycle?.dosageOnly;
  if (held)
    c.patchThread({ answers: { ...c.thread.answers, ...toldWords(c, question.flow, input.text, c.caregiver?.name ?? '') } });
  if (!Object.keys(told).length) return;
  const before = c.thread.answers[also];
  const kept = typeof before === 'object' && before !== null && !Array.isArray(before) ? before : {};
  c.patchThread({ answers: { ...c.thread.answers, [also]: { ...kept, ...told } } });
}

function keepAnswer(
  c: ThreadContext,
  question: AskedQuestion,
  reading: Extract<AnswerReading, { kind: 'answer' }>,
  input: AnswerInput,
): void {
  const { thread } = c;
  const answers = { ...thread.answers, ...reading.with };
  const isLine = question.step.as === 'scale' && reading.value === null;
  if (!isLine) answers[question.key] = reading.value;
  if (reading.value === 'no-se-pudo') {
    const reason = readNotHeldReason(input.text, vocabularyOf(c.program));
    if (reason) answers.motivo = optionOfReason[reason];
    else if (givesReason(input.text)) answers.motivo = optionOfReason.other;
  }
  const history = thread.returnTo ? thread.history : [...thread.history, standing(thread)].slice(-mostHistory);
  c.patchThread({
    answers,
    history,
    pending: null,
    misunderstood: 0,
    touchedAt: c.now,
    waitingFor: null,
    heard: [{ key: question.key, events: [...(c.draft.readEvents ?? [c.draft.event.id])] }, ...(thread.heard ?? [])].slice(
      0,
      mostHeard,
    ),
    ...(isLine ? { captureMode: 'paperLine' as const } : {}),
    ...(thread.returnTo ? { frames: thread.returnTo.frames, current: thread.returnTo.current, returnTo: null } : {}),
  });
}

function factNamesOf(c: ThreadContext, question: AskedQuestion) {
  for (const flow of [question.flow, c.thread.flow]) {
    for (const instruction of flowOf(c, flow).instructions)
      if (instruction.op === 'ask' && instruction.id === question.step.also) return instruction.question.facts ?? [];
  }
  return [];
}

/** Once for a question, and at most twice in a cycle: then hers stands. */
function nudges(
  c: ThreadContext,
  question: AskedQuestion,
  reading: Extract<AnswerReading, { kind: 'answer' }>,
  said: string,
): boolean {
  const name = question.step.nudge;
  if (!name || typeof reading.value !== 'string' || c.thread.nudges.includes(name) || reading.with?.[`${question.key}:option`])
    return false;
  if ((c.cycle?.nudges ?? 0) >= mostNudges || c.thread.captureMode === 'paperLine' || !wordingChecks[name]?.(said)) return false;
  if (c.cycle) c.put({ ...c.cycle, nudges: c.cycle.nudges + 1 });
  const labels = [c.text('casa.dejarla-asi')];
  tellLeftOut(c.draft, reading.value);
  // Times that she said beside her words are kept, whatever becomes of the words.
  c.patchThread({ nudges: [...c.thread.nudges, name], answers: { ...c.thread.answers, ...reading.with } });
  if (reading.lead !== undefined) c.draft.say({ kind: 'statement', text: reading.lead });
  askAmong(c, question, c.text(`${textKey(question)}.nudge`), labels);
  c.patchThread({ pending: { values: [reading.value], labels } });
  return true;
}

function takeWayOut(c: ThreadContext, question: AskedQuestion, out: string): boolean {
  c.patchThread({ pending: null });
  if (out === 'salida:saltar') skipQuestion(c, question);
  else if (out === 'salida:intentar') continueThread(c.draft, c.thread.id);
  else if (out === 'salida:despues' && c.program.flows[c.thread.flow]?.passing === true) leavePassing(c);
  else if (out === 'salida:despues') c.draft.say({ kind: 'statement', text: c.text('casa.luego') });
  else askForPerson(c.draft);
  return true;
}

/** What only passes is left for good: whatever it came before goes on. */
function leavePassing({ draft, thread }: ThreadContext): void {
  dropThread(draft, thread.id);
  if (!resumeInterrupted(draft)) draft.say({ kind: 'statement', text: houseText(draft, 'casa.luego-libre') });
}

/** "Saltar": optional is left out, deferrable is left for the recap, required is kindly insisted on. */
export function skipQuestion(c: ThreadContext, question: AskedQuestion): void {
  if (question.step.needed === 'required') {
    const own = `${textKey(question)}.why`;
    askAgain(c, question, c.text(c.bundle?.texts[own] === undefined ? 'casa.no-se-salta' : own));
    return;
  }
  keepAnswer(c, question, { kind: 'answer', value: null }, { text: '' });
  if (question.step.as === 'scale')
    c.patchThread({
      answers: { ...c.thread.answers, [question.key]: 'skipped' },
      captureMode: c.thread.captureMode === 'paperLine' ? 'chat' : c.thread.captureMode,
    });
  continueThread(c.draft, c.thread.id);
}
