// Closed days: dates that are not in the calendar, spans that end before they begin or are too long, and the same one twice.
import { longestClosure } from '../../domain/closure.ts';
import { fileClosures } from '../file-closures.ts';
import type { Problem } from '../problem.ts';
import { isInCalendar } from './calendar-dates.ts';
import { contentOf } from './content-of.ts';
import { type Check, problemAt } from './static-check.ts';

export const closedDays: Check = (files) => {
  const yaml = contentOf(files, 'dias-cerrados');
  const all = fileClosures(yaml.value);
  return all.flatMap(({ id, from, to }, index): Problem[] => {
    const at = (key: string, message: string, fix: string): Problem => problemAt(yaml, ['closures', index, key], message, fix);
    for (const [key, date] of Object.entries({ from, to }))
      if (!isInCalendar(date)) return [at(key, `${date} is not in the calendar`, 'Correct the day or the month.')];
    if (to < from)
      return [at('to', `${to} comes before ${from}`, 'Write the first closed day as "from" and the last one as "to".')];
    if ((Date.parse(to) - Date.parse(from)) / 86_400_000 >= longestClosure)
      return [at('to', `More than ${longestClosure} days`, 'Look at the month and the year, or write it as two.')];
    const first = all.findIndex((other) => other.id === id);
    return first === index ? [] : [at('from', 'The same days of the same place are there already', 'Keep one of the two.')];
  });
};
