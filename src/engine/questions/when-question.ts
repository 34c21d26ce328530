// A date, with its hour where one is needed; always told back with weekday and zone.

import type { AnswerValue } from '../../domain/conversation.ts';
import { listNamed } from '../../mentoring/lists.ts';
import { sayDate, weekdayOf } from '../../mentoring/local-time.ts';
import { toldFacts } from '../../mentoring/sessions.ts';
import { sayZone } from '../../mentoring/values.ts';
import { givesThanks } from '../answers/told/heard-words.ts';
import { hintsHeld, tellsHeld } from '../answers/told/held-words.ts';
import { readMomentFacts } from '../answers/told/moment-facts.ts';
import { toldByAgreed } from '../answers/told/moved-words.ts';
import { readReport } from '../answers/told/report.ts';
import { type Day, type LocalMoment, readWhen, type WhenContext, type WhenReading } from '../answers/when/when.ts';
import { readDateAgreement } from '../answers/when/when-agreement.ts';
import { inOwnZone } from '../answers/when/when-zone.ts';
import { saysOneOf } from '../answers/words/said-phrases.ts';
import { toldWords } from '../hearing/told-words.ts';
import type { ThreadContext } from '../thread-context.ts';
import { vocabularyOf } from '../vocabulary-of.ts';
import { choiceOptions } from './choice-question.ts';
import { type AnswerReading, type AskedQuestion, type QuestionReader, textKey } from './question-reader.ts';

export function whenContext(c: ThreadContext, tense: 'future' | 'past'): WhenContext {
  return { now: c.today, holidays: c.holidays, closures: c.closures, tense };
}

export function sayWhen(c: ThreadContext, day: Day): string {
  const date = sayDate(day.date, c.today.date);
  return day.time ? c.text('ciclo.fecha-hora', { day: date, time: day.time, zone: sayZone(c) }) : date;
}

const value = (day: Day): AnswerValue => ({ date: day.date, ...(day.time ? { time: day.time } : {}) });

function known(question: AskedQuestion, c: ThreadContext): { date?: string; time?: string } {
  const kept = c.thread.answers[`${question.key}:parte`];
  return typeof kept === 'object' && kept !== null && !Array.isArray(kept) ? (kept as { date?: string; time?: string }) : {};
}

/** The date that was told back and waits for her yes. */
function proposed(c: ThreadContext): Day | undefined {
  const { pending } = c.thread;
  const [only] = pending?.values ?? [];
  if (pending?.values.length !== 1 || typeof only !== 'object' || only === null || Array.isArray(only)) return undefined;
  const { date, time } = only;
  return typeof date === 'string' ? { date, ...(typeof time === 'string' ? { time } : {}) } : undefined;
}

/** How the date that waits for her yes is told again, as long as it is still ahead. */
export function echoedDate(c: ThreadContext, question: AskedQuestion): string | undefined {
  if (question.step.as !== 'when' || c.thread.waitingFor !== question.key || question.step.tense === 'past') return undefined;
  const day = proposed(c);
  const { date, time } = c.today;
  return day && `${day.date}T${day.time ?? '24:00'}` > `${date}T${time}` ? sayWhen(c, day) : undefined;
}

/** What she says of the date that was told back, where she names no other: hedged or not, a date is no consent. */
function onProposed(text: string, day: Day, question: AskedQuestion, c: ThreadContext): AnswerReading | undefined {
  switch (readDateAgreement(text, vocabularyOf(c.program))) {
    case 'yes':
      return { kind: 'answer', value: value(day), with: { [`${question.key}:parte`]: null } };
    case 'no':
      return { kind: 'explain', text: c.text('casa.diga-otra-vez') };
    case 'otherHour':
      return askHour(day.date, question, c);
    case 'unclear':
      return undefined;
  }
}

const askHour = (date: string, question: AskedQuestion, c: ThreadContext): AnswerReading => ({
  kind: 'explain',
  text: c.text('casa.falta-hora', { day: sayDate(date, c.today.date) }),
  keep: { [`${question.key}:parte`]: { date } },
});

function complete(day: Day, question: AskedQuestion, c: ThreadContext): AnswerReading {
  const holiday = c.holidays.get(day.date);
  const words = sayWhen(c, day);
  // Only what is done at an hour needs a day of work.
  if (question.step.tense !== 'past' && question.step.hour) {
    if (holiday) return { kind: 'confirm', value: value(day), words: c.text('casa.dia-inhabil', { when: words, holiday }) };
    if (weekdayOf(day.date) % 6 === 0)
      return { kind: 'confirm', value: value(day), words: c.text('casa.fin-de-semana', { when: words }) };
  }
  if (question.step.confirm) return { kind: 'confirm', value: value(day), words: c.text('casa.entendi-fecha', { when: words }) };
  return { kind: 'answer', value: value(day), with: { [`${question.key}:parte`]: null } };
}

const impossible: Record<string, string> = {
  noSuchDay: 'casa.no-existe-dia',
  noSuchHour: 'casa.no-existe-hora',
  future: 'casa.aun-no-pasa',
  weekdayMismatch: 'casa.dia-no-coincide',
};

/** Kept in the place of a date: it has already been. What was told of it stands beside. */
export const alreadyHeld = 'ya-fue';
const toldOfIt = 'dicho';
const askedPhase: Readonly<Record<string, 'focusedObservation' | 'reflection'>> = {
  acordar: 'focusedObservation',
  observacion: 'reflection',
  reflexion: 'reflection',
};

/** "Ya la tuvimos", "fue el miércoles", "10 min", where the flow can go on from there; undefined where it is no such thing. */
function readHeld(text: string, question: AskedQuestion, c: ThreadContext): AnswerReading | undefined {
  if (!choiceOptions(question, c).some(({ id }) => id === alreadyHeld)) return undefined;
  const vocabulary = vocabularyOf(c.program);
  const report = readReport(text, vocabulary);
  const phase = askedPhase[c.thread.flow];
  // What she tells of another step is taken up elsewhere.
  if (report?.phase && phase && report.phase !== phase) return undefined;
  const agreed = agreedMoment(c, proposed(c));
  const ahead = readWhen(text, { ...whenContext(c, 'future'), ...(agreed ? { agreed } : {}) });
  const isAhead = ahead.kind === 'datetime' && `${ahead.date}T${ahead.time}` > `${c.today.date}T${c.today.time}`;
  const held = report?.what === 'held' || (!report && tellsHeld(text, vocabulary));
  const told = readMomentFacts(text, [], vocabulary, whenContext(c, 'past'));
  const when = told.when && 'date' in told.when && told.when.date <= c.today.date ? told.when : undefined;
  // "Una hora más tarde" is no hour that it took.
  if (isAhead && !report && !when && toldByAgreed(text)) return undefined;
  const before = c.thread.pending?.values[0] === alreadyHeld ? toldFacts(c.thread.answers[toldOfIt]) : {};
  const dicho: Record<string, AnswerValue> = {
    ...(before as Record<string, AnswerValue>),
    ...(when ? { when: when.date } : {}),
    ...(told.minutes === undefined ? {} : { minutes: told.minutes }),
  };
  if (held && (!isAhead || when)) {
    const flow = phase === 'focusedObservation' ? 'observacion' : 'reflexion';
    const words = phase === undefined || c.cycle?.dosageOnly ? {} : toldWords(c, flow, text, c.caregiver?.name ?? '');
    return { kind: 'answer', value: alreadyHeld, with: { [toldOfIt]: dicho, [`${toldOfIt}:palabras`]: words } };
  }
  if (report) return undefined;
  const says = ahead.kind === 'past' ? sayWhen(c, ahead) : undefined;
  if (!says && !hintsHeld(text, vocabulary)) return undefined;
  const words = says ? c.text('casa.ya-paso', { when: says }) : c.text('casa.ya-la-tuvieron');
  return { kind: 'confirm', value: alreadyHeld, words, keep: { [toldOfIt]: dicho, [`${question.key}:parte`]: null } };
}

/** Thanks or an illness, where a date is asked for or waits for her yes: a word for it, and the question stays. */
function heardBeside(
  text: string,
  before: Day | undefined,
  question: AskedQuestion,
  c: ThreadContext,
): AnswerReading | undefined {
  const ill = saysOneOf(c.program.synonyms['casa.dolencia.options.enferma'] ?? [], text);
  const said = ill ? 'pena' : givesThanks(text, vocabularyOf(c.program)) ? 'gracias' : undefined;
  if (said === undefined) return undefined;
  if (!before) return ill ? { kind: 'explain', text: `${c.text('casa.pena')}\n\n${c.text(textKey(question))}` } : undefined;
  const heard = `${question.key}:${said}`;
  // Once: who thanks again is not asked again.
  if (c.thread.answers[heard] === true) return undefined;
  const when = sayWhen(c, before);
  const words = ill ? c.text('casa.pena-fecha', { when }) : c.text('casa.gracias-fecha', { when });
  return { kind: 'confirm', value: value(before), words, keep: { [heard]: true } };
}

/** "Hoy ya no, pero el viernes": what is over says nothing of the day. */
const withoutRefused = (text: string): string =>
  text.replace(/\b(?:hoy|mañana) (?:ya )?no\b(?: se pudo| se puede| puedo| podemos)?(?=.*\b(?:pero|sino|mejor)\b)/i, ' ');

/** The appointment by which she may tell another: "a la misma hora", "una hora más tarde". */
function agreedMoment(c: ThreadContext, before: Day | undefined): LocalMoment | undefined {
  if (before?.time !== undefined) return { date: before.date, time: before.time };
  const made = c.cycle?.appointments ?? [];
  const last = made.findLast(({ status }) => status === 'planned') ?? made.at(-1);
  return last?.time === undefined ? undefined : { date: last.date, time: last.time };
}

export const whenQuestion: QuestionReader = {
  // While only the hour is missing, whole dates to tap would be beside the point.
  options: (question, c) => (known(question, c).date ? [] : choiceOptions(question, c)),
  read(input, question, c) {
    const from = question.step['options-from'];
    const options = from ? listNamed(from)(c) : [];
    const tapped = options.find(
      ({ id, label }, index) => id === input.optionId || label === input.text || input.text.trim() === String(index + 1),
    );
    if (tapped && /^\d{4}-/.test(tapped.id)) {
      const [date = '', time] = tapped.id.split('T');
      return { kind: 'answer', value: value({ date, ...(time ? { time } : {}) }) };
    }
    if (input.optionId === alreadyHeld || tapped?.id === alreadyHeld) return { kind: 'answer', value: alreadyHeld };
    const held = readHeld(input.text, question, c);
    if (held) return held;
    const before = proposed(c);
    const part = before ?? known(question, c);
    const tense = question.step.tense ?? 'future';
    const agreed = tense === 'future' ? agreedMoment(c, before) : undefined;
    const context: WhenContext = {
      ...whenContext(c, tense),
      ...(agreed ? { agreed } : {}),
      ...(part.date && !part.time ? { expects: 'time' as const, day: part.date } : {}),
    };
    const reading: WhenReading = readWhen(withoutRefused(input.text), context);
    const names = reading.kind !== 'none' && (reading.kind !== 'ambiguous' || /\d/.test(input.text));
    const beside = names ? undefined : heardBeside(input.text, before, question, c);
    if (beside) return beside;
    if (before) {
      const vague = reading.kind === 'none' || (reading.kind === 'ambiguous' && !/\d/.test(input.text));
      const agreed = vague ? onProposed(input.text, before, question, c) : undefined;
      if (agreed) return agreed;
      // "Sí, el jueves a las 10", said of just that.
      const same = (reading.kind === 'datetime' || reading.kind === 'date') && reading.date === before.date;
      if (same && (reading.kind === 'date' || reading.time === before.time)) {
        const again = onProposed('si', before, question, c);
        if (again) return again;
      }
    }
    switch (reading.kind) {
      case 'datetime':
        return complete(inOwnZone(input.text, { date: reading.date, time: reading.time }, c.centre.zone), question, c);
      case 'date': {
        // A new day is a new date; "sí, pero el viernes" changes the day alone.
        const time = before && !/\bpero\b|misma hora/i.test(input.text) ? undefined : part.time;
        if (question.step.hour && !time) return askHour(reading.date, question, c);
        return complete({ date: reading.date, ...(time ? { time } : {}) }, question, c);
      }
      case 'time':
        if (part.date) return complete({ date: part.date, time: reading.time }, question, c);
        // "Mover lo de Lupita a las 12": the day holds.
        if (agreed && c.thread.flow === 'mover' && agreed.date >= c.today.date)
          return complete({ date: agreed.date, time: reading.time }, question, c);
        return {
          kind: 'explain',
          text: c.text('casa.falta-dia', { time: reading.time }),
          keep: { [`${question.key}:parte`]: { time: reading.time } },
        };
      case 'ambiguous':
        if (!reading.candidates.length) return { kind: 'unclear' };
        return {
          kind: 'candidates',
          values: reading.candidates.map(value),
          labels: reading.candidates.map((day) => sayWhen(c, day)),
        };
      case 'past':
        if (tense === 'past')
          return complete({ date: reading.date, ...(reading.time ? { time: reading.time } : {}) }, question, c);
        return {
          kind: 'explain',
          text: c.text('casa.fecha-pasada', { when: sayWhen(c, reading) }),
          keep: { [`${question.key}:parte`]: null },
        };
      case 'impossible':
        return { kind: 'explain', text: c.text(impossible[reading.why] ?? 'casa.no-existe-dia') };
      case 'none':
        return { kind: 'unclear' };
    }
  },
};
