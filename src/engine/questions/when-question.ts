// A date, with its hour where one is needed; always told back with weekday and zone.

import type { AnswerValue } from '../../domain/conversation.ts';
import type { LocalMoment } from '../../domain/local-moment.ts';
import { listNamed } from '../../mentoring/lists.ts';
import { instantOf, localMoment, sayDate, weekdayOf } from '../../mentoring/local-time.ts';
import { sayZone } from '../../mentoring/values.ts';
import { type Day, readWhen, type WhenContext, type WhenReading } from '../answers/when.ts';
import type { ThreadContext } from '../thread-context.ts';
import { choiceOptions } from './choice-question.ts';
import type { AnswerReading, AskedQuestion, QuestionReader } from './question-reader.ts';

export function whenContext(c: ThreadContext, tense: 'future' | 'past'): WhenContext {
  return { now: c.today, holidays: c.holidays, tense };
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

function complete(day: Day, question: AskedQuestion, c: ThreadContext): AnswerReading {
  const holiday = c.holidays.get(day.date);
  const words = sayWhen(c, day);
  if (question.step.tense !== 'past') {
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

/** "El viernes a la misma hora": the hour is the one that was agreed. */
function withAgreedHour(text: string, c: ThreadContext): string {
  const agreed = c.cycle?.appointments.findLast(({ status }) => status === 'planned')?.time;
  return agreed ? text.replace(/a la misma hora|misma hora/i, `a las ${agreed}`) : text;
}

/** "A las 11, hora del centro" is said in national announcements; she lives by her own clock. */
function inOwnZone(text: string, moment: LocalMoment, c: ThreadContext): LocalMoment {
  if (!/hora (del centro|de m[eé]xico|cdmx|de la ciudad de m[eé]xico)/i.test(text)) return moment;
  return localMoment(instantOf(moment, 'America/Mexico_City'), c.centre.zone);
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
    const part = known(question, c);
    const tense = question.step.tense ?? 'future';
    const context: WhenContext = { ...whenContext(c, tense), ...(part.date ? { expects: 'time' as const, day: part.date } : {}) };
    const reading: WhenReading = readWhen(withAgreedHour(input.text, c), context);
    switch (reading.kind) {
      case 'datetime':
        return complete(inOwnZone(input.text, { date: reading.date, time: reading.time }, c), question, c);
      case 'date': {
        const time = part.time;
        if (question.step.hour && !time) {
          return {
            kind: 'explain',
            text: c.text('casa.falta-hora', { day: sayDate(reading.date, c.today.date) }),
            keep: { [`${question.key}:parte`]: { date: reading.date } },
          };
        }
        return complete({ date: reading.date, ...(time ? { time } : {}) }, question, c);
      }
      case 'time':
        if (part.date) return complete({ date: part.date, time: reading.time }, question, c);
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
