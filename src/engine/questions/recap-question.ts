// A recap: kept as it is, or one of its answers is corrected first.
import type { AnswerValue } from '../../domain/conversation.ts';
import type { MessageOption } from '../../domain/outbound-message.ts';
import { toldFacts } from '../../mentoring/sessions.ts';
import { readWhen } from '../answers/when/when.ts';
import { agreesInSoundOnly } from '../answers/words/agreed-words.ts';
import { phraseAt, soundOf, spokenWords } from '../answers/words/phrase-book.ts';
import { plain } from '../answers/words/text-forms.ts';
import { isPlainYesOrNo, readYesNo } from '../answers/yes-no/yes-no.ts';
import type { ThreadContext } from '../thread-context.ts';
import { vocabularyOf } from '../vocabulary-of.ts';
import { choiceOptions, readOption } from './choice-question.ts';
import { readFacts } from './facts-question.ts';
import { type AnswerInput, type AnswerReading, type AskedQuestion, type QuestionReader, textKey } from './question-reader.ts';
import { whenContext } from './when-question.ts';

/** Values of a recap that ask for a correction; what to correct comes after the colon. */
export const correctPrefix = 'corregir:';

/** "Mejor el viernes a las 10": a full date can only mean the date of the recap. */
function amendedDate(text: string, question: AskedQuestion, c: ThreadContext): AnswerReading | undefined {
  const flow = c.bundle?.flows[question.flow] ?? c.program.flows[question.flow];
  const step = flow?.instructions.find(
    (one) => one.op === 'ask' && one.question.as === 'when' && one.question.hour && question.step.corrects?.includes(one.id),
  );
  if (step?.op !== 'ask') return undefined;
  const when = readWhen(text, whenContext(c, 'future'));
  const before = c.thread.answers[step.id];
  const hour = typeof before === 'object' && before !== null && !Array.isArray(before) ? before.time : undefined;
  // "Cámbiale la fecha para el viernes": another day at the same hour.
  if (
    when.kind === 'date' &&
    typeof hour === 'string' &&
    /fecha|d[ií]a|mejor|cambi|camb[ií]|mu[eé]v|p[aá]s[ae]l|recorr/i.test(text)
  )
    return { kind: 'amend', answers: { [step.id]: { date: when.date, time: hour } } };
  return when.kind === 'datetime' ? { kind: 'amend', answers: { [step.id]: { date: when.date, time: when.time } } } : undefined;
}

/** "Fueron 20 minutos", "fue ayer": facts told at the recap can only be those that it shows. */
function amendedFacts(text: string, question: AskedQuestion, c: ThreadContext): AnswerReading | undefined {
  const flow = c.bundle?.flows[question.flow] ?? c.program.flows[question.flow];
  const step = flow?.instructions.find(
    (one) => one.op === 'ask' && one.question.as === 'facts' && question.step.corrects?.includes(one.id),
  );
  // In a long sentence a number tells of something else.
  if (step?.op !== 'ask' || text.trim().split(/\s+/).length > mostOfFacts) return undefined;
  const told = readFacts(text, step.question.facts ?? [], c);
  if (!Object.keys(told).length) return undefined;
  const before = toldFacts(c.thread.answers[step.id]) as Record<string, AnswerValue>;
  return { kind: 'amend', answers: { [step.id]: { ...before, ...told } } };
}

/** "El plazo es el 20", "que lo logre para fin de mes": the other date of a plan. */
function amendedDeadline(text: string, question: AskedQuestion, c: ThreadContext): AnswerReading | undefined {
  const said = plain(text);
  if (!question.step.corrects?.includes('plazo') || !/\bplazo\b|\blogr\w+ (?:para|antes|hasta|en)\b/.test(said)) return undefined;
  const when = readWhen(text, whenContext(c, 'future'));
  const dated = when.kind === 'date' || when.kind === 'datetime';
  return dated ? { kind: 'amend', answers: { plazo: { date: when.date } } } : undefined;
}

const amended = (text: string, question: AskedQuestion, c: ThreadContext): AnswerReading | undefined =>
  amendedDeadline(text, question, c) ?? amendedDate(text, question, c) ?? amendedFacts(text, question, c);

/** "Fueron como 25 min", where a plan that is right is answered by its minutes. */
function withMinutes(text: string, question: AskedQuestion, c: ThreadContext): AnswerReading | undefined {
  const keeps = recapOptions(question, c)[0]?.id;
  if (question.step.also === undefined || keeps === undefined || /[?¿]/.test(text)) return undefined;
  if (/\b(?:no|mal|pero|falta|cambi\w*|corri\w*|mejor|quit\w*|agreg\w*|meta|plazo|fecha)\b/.test(plain(text))) return undefined;
  return readFacts(text, ['minutes'], c).minutes === undefined ? undefined : { kind: 'answer', value: keeps };
}

const mostOfFacts = 12;
const fewestMore = 3;
const courteous = new Set(
  'todo asi eso queda quedo guarda guardar guarde dejala deje deja dejelo dejalo dejela guardalo guardala guardelo guardela la lo esta muy como fue fueron minutos min platicamos duro ella el plan meta y de que con asi mero'
    .split(' ')
    .map(soundOf),
);

const keeps = new Set(
  'dejalo dejala deje deja dejelo dejela guarda guarde guardar guardalo guardala guardelo guardela'.split(' ').map(soundOf),
);

/** "Ya déjalo así, guárdalo": nothing but words of keeping it. */
function keepsAsItIs(text: string, c: ThreadContext): boolean {
  const { abbreviations, hesitations, yesNo } = vocabularyOf(c.program);
  const list = spokenWords(text, abbreviations);
  const known = (word: string, i: number): boolean =>
    courteous.has(word) || phraseAt(list, i, hesitations) !== undefined || phraseAt(list, i, yesNo)?.means === 'yes';
  return list.some((word) => keeps.has(word)) && !list.includes('no') && !/[?¿\d]/.test(text) && list.every(known);
}

/** Whether she says a good deal beside her yes. */
function tellsMore(input: AnswerInput, question: AskedQuestion, c: ThreadContext): boolean {
  const vocabulary = vocabularyOf(c.program);
  if (input.optionId !== undefined || isPlainYesOrNo(input.text, vocabulary)) return false;
  if (question.step.also !== undefined && readFacts(input.text, ['minutes'], c).minutes !== undefined) return false;
  if (agreesInSoundOnly(input.text)) return true;
  const list = spokenWords(input.text, vocabulary.abbreviations);
  let more = 0;
  for (let i = 0; i < list.length; ) {
    const known = phraseAt(list, i, vocabulary.yesNo)?.end ?? phraseAt(list, i, vocabulary.hesitations)?.end;
    if (known === undefined && !courteous.has(list[i] ?? '')) more++;
    i = known ?? i + 1;
  }
  return more >= fewestMore;
}

/** "Sí, pero...": what comes after the "pero" is to be changed first. */
const hasReserve = ({ text, optionId }: AnswerInput): boolean =>
  optionId === undefined &&
  /^\s*(?:s[ií]+|ok|va|est[aá] bien|bien|todo bien)\b.*\b(?:pero|menos|excepto|salvo|solo que|nom[aá]s que)\b/iu.test(text);

/** Options that hold minutes stand for a mere yes; where the minutes are told already that is all there is to say. */
function recapOptions(question: AskedQuestion, c: ThreadContext): MessageOption[] {
  const options = choiceOptions(question, c);
  const { also } = question.step;
  if (also === undefined) return options;
  const told = toldFacts(c.thread.answers[also]).minutes !== undefined;
  return options.filter(({ id }) => (told ? !/^si-\d/.test(id) : id !== 'si'));
}

export const recapQuestion: QuestionReader = {
  options: recapOptions,
  read(input, question, c) {
    const options = recapOptions(question, c);
    const first = options[0]?.id ?? 'si';
    const reserved = hasReserve(input) ? amended(input.text, question, c) : undefined;
    if (reserved) return reserved;
    if (input.optionId === undefined && keepsAsItIs(input.text, c)) return { kind: 'answer', value: first };
    let reading: AnswerReading = hasReserve(input)
      ? { kind: 'answer', value: 'corregir' }
      : readOption(input, question, c, options);
    if (reading.kind !== 'answer' && input.optionId === undefined) {
      const yes = readYesNo(input.text, vocabularyOf(c.program));
      if (yes.kind === 'understood') reading = { kind: 'answer', value: yes.value ? first : 'corregir' };
    }
    // What she wanted to change and was not understood is asked once more before anything is saved.
    const left = c.thread.answers['por-corregir'];
    if (
      reading.kind === 'answer' &&
      reading.value !== 'corregir' &&
      input.optionId === undefined &&
      Array.isArray(left) &&
      left.length
    )
      return { kind: 'explain', text: c.text('casa.antes-de-guardar'), keep: { 'por-corregir': null } };
    // "Va a contar hasta 5" saves nothing: a yes among other words is asked about.
    if (reading.kind === 'answer' && reading.value !== 'corregir' && tellsMore(input, question, c)) {
      const label = options.find(({ id }) => id === reading.value)?.label ?? '';
      return amended(input.text, question, c) ?? { kind: 'candidates', values: [reading.value], labels: [label] };
    }
    if (reading.kind === 'unclear') return amended(input.text, question, c) ?? withMinutes(input.text, question, c) ?? reading;
    if (reading.kind !== 'answer' || reading.value !== 'corregir') return reading;
    // "No fueron 15, fueron 20 minutos": the correction came with the no.
    const told = input.optionId === undefined && input.text.trim().includes(' ') ? amended(input.text, question, c) : undefined;
    if (told) return told;
    const steps = question.step.corrects ?? [];
    const [only] = steps;
    if (only !== undefined && steps.length === 1) return { kind: 'answer', value: `${correctPrefix}${only}` };
    return {
      kind: 'candidates',
      values: steps.map((step) => `${correctPrefix}${step}`),
      labels: steps.map((step) => c.text(`${textKey({ ...question, id: step })}.label`)),
    };
  },
};
