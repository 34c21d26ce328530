// When she can see her phone: which moments of the day, with her own hours where she gives them.
import type { AnswerValue } from '../../domain/conversation.ts';
import { readChoices } from '../answers/choices/choice.ts';
import { withoutCourse } from '../answers/told/course-told.ts';
import { night, readPhoneHours } from '../answers/told/phone-hours.ts';
import type { ThreadContext } from '../thread-context.ts';
import { vocabularyOf } from '../vocabulary-of.ts';
import { choiceOptions } from './choice-question.ts';
import { type AskedQuestion, type QuestionReader, synonymsOf } from './question-reader.ts';

const momentOf: Record<string, 'beforeWork' | 'atBreak' | 'afterWork'> = {
  antes: 'beforeWork',
  descanso: 'atBreak',
  salida: 'afterWork',
};

const nightFrom = '20:00';
const nightTo = '05:30';
const isNight = (hour: string): boolean => hour >= nightFrom || hour < nightTo;

/** What the moments may be called stands with the welcome, whoever asks for them again. */
const momentSynonyms = (question: AskedQuestion, id: string, c: ThreadContext): readonly string[] =>
  synonymsOf({ ...question, flow: 'bienvenida' }, id, c);

export const phoneMomentsQuestion: QuestionReader = {
  several: true,
  options: choiceOptions,
  read(input, question, c) {
    const options = choiceOptions(question, c).map((option) => ({ ...option, synonyms: momentSynonyms(question, option.id, c) }));
    const own = options.filter(({ id }) => momentOf[id] !== undefined);
    const tapped = input.optionId === undefined ? undefined : new Map([[input.optionId, null]]);
    const text = withoutCourse(input.text);
    let chosen = tapped ?? readPhoneHours(text, [...own, night]);
    if (!chosen) {
      const reading = readChoices(text, options, vocabularyOf(c.program));
      chosen = new Map(reading.kind === 'understood' ? reading.value.map((id) => [id, null]) : []);
    }
    if (chosen.has('todos')) chosen = new Map(Object.keys(momentOf).map((id) => [id, null]));
    // At night nobody is written to: she is told so, instead of another hour in its place.
    const atNight = chosen.has(night.id) || [...chosen.values()].some((window) => window !== null && isNight(window.from));
    const windows: Record<string, AnswerValue> = {};
    for (const [id, window] of chosen) {
      const moment = momentOf[id];
      const usual = c.program.programme.phoneMoments.find((known) => known.id === moment);
      if (window && isNight(window.from)) continue;
      if (moment && usual) windows[moment] = window ? { ...window } : { from: usual.from, to: usual.to };
    }
    if (Object.keys(windows).length)
      return { kind: 'answer', value: windows, ...(atNight ? { lead: c.text('bienvenida.de-noche-no') } : {}) };
    return atNight ? { kind: 'explain', text: c.text('bienvenida.solo-de-dia') } : { kind: 'unclear' };
  },
};
