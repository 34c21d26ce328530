// When she can see her phone: which moments of the day, with her own hours where she gives them.
import type { AnswerValue } from '../../domain/conversation.ts';
import { readChoices } from '../answers/choice.ts';
import { plain } from '../answers/text-forms.ts';
import { vocabularyOf } from '../vocabulary-of.ts';
import { choiceOptions } from './choice-question.ts';
import { type QuestionReader, synonymsOf } from './question-reader.ts';

const momentOf: Record<string, 'beforeWork' | 'atBreak' | 'afterWork'> = {
  antes: 'beforeWork',
  descanso: 'atBreak',
  salida: 'afterWork',
};
const hourPattern = /\b(\d{1,2})(?:[:.]([0-5]\d))?(?: y (media|cuarto))?\s*(am|pm|de la manana|de la tarde)?/g;

/** Hours named in the text, as HH:MM; bare 1 to 5 are afternoon (domain conventions for dates and times). */
function hoursIn(text: string): string[] {
  return [...text.matchAll(hourPattern)].flatMap(([, hour, minutes, half, part]) => {
    let h = Number(hour);
    if (h > 23 || h < 1) return [];
    if (h < 12 && (part === 'pm' || part === 'de la tarde' || (h <= 5 && part === undefined))) h += 12;
    const m = minutes ?? (half === 'media' ? '30' : half === 'cuarto' ? '15' : '00');
    return [`${String(h).padStart(2, '0')}:${m}`];
  });
}

export const phoneMomentsQuestion: QuestionReader = {
  options: choiceOptions,
  read(input, question, c) {
    const options = choiceOptions(question, c).map((option) => ({ ...option, synonyms: synonymsOf(question, option.id, c) }));
    const said = plain(input.text.replace(/(\d)[:.](\d\d)/g, '$1h$2')).replace(/(\d)h(\d\d)/g, '$1:$2');
    const hours = input.optionId === undefined ? hoursIn(said.replace(/\b(la|las) (1|2|3)\b(?= y (la|las) [123]\b)/g, '')) : [];
    let chosen: string[] = [];
    if (input.optionId !== undefined) chosen = [input.optionId];
    else {
      const named = options.filter(({ synonyms }) => synonyms.some((synonym) => said.includes(synonym))).map(({ id }) => id);
      const reading = readChoices(input.text, options, vocabularyOf(c.program));
      chosen = named.length ? named : reading.kind === 'understood' ? reading.value : [];
    }
    const windows: Record<string, AnswerValue> = {};
    const ofDay = (hour: string): keyof typeof momentOf =>
      (hour < '09:00' ? 'antes' : hour < '16:00' ? 'descanso' : 'salida') as keyof typeof momentOf;
    // Hours without a named moment say by themselves which moment they are.
    if (!chosen.length && hours.length && !/^\s*[1-4]([ ,y]+[1-4])*\s*$/.test(said))
      chosen = [...new Set(hours.map(ofDay))].map(String);
    if (chosen.includes('todos')) chosen = Object.keys(momentOf);
    for (const id of chosen) {
      const moment = momentOf[id];
      const usual = c.program.programme.phoneMoments.find((known) => known.id === moment);
      if (!moment || !usual) continue;
      const own = chosen.length === 1 ? hours : hours.filter((hour) => ofDay(hour) === id);
      const from = own[0] ?? usual.from;
      const to = own[1] && own[1] > from ? own[1] : own[0] ? later(from) : usual.to;
      windows[moment] = { from, to };
    }
    return Object.keys(windows).length ? { kind: 'answer', value: windows } : { kind: 'unclear' };
  },
};

/** Half an hour later: how long a moment lasts where she gives only its beginning. */
function later(time: string): string {
  const minutes = Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) + 30;
  return minutes >= 24 * 60
    ? '23:59'
    : `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
