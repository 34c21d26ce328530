// Dates that are not in the calendar, and feast days that stand there twice.
import type { Problem } from '../problem.ts';
import { contentOf } from './content-of.ts';
import { type Check, type Path, problemAt } from './static-check.ts';

export function isInCalendar(date: string): boolean {
  const read = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(date);
}

export const calendarDates: Check = (files) => {
  const yaml = contentOf(files, 'programa');
  const { holidays, iterations } = yaml.value;
  const dates: [Path, string][] = [
    ...holidays.flatMap(({ day }, index): [Path, string][] => {
      const [, year = '2024-', rest] = /^(\d{4}-)?(\d{2}-\d{2})/.exec(day) ?? [];
      return rest === undefined ? [] : [[['holidays', index, 'day'], `${year}${rest}`]];
    }),
    ...iterations.flatMap(({ from, to, mentoringWindow, expectedBy }, index): [Path, string][] => [
      [['iterations', index, 'from'], from],
      [['iterations', index, 'to'], to],
      [['iterations', index, 'mentoringWindow', 'from'], mentoringWindow.from],
      [['iterations', index, 'mentoringWindow', 'to'], mentoringWindow.to],
      ...Object.entries(expectedBy ?? {}).map(([phase, date]): [Path, string] => [
        ['iterations', index, 'expectedBy', phase],
        date,
      ]),
    ]),
  ];
  const impossible = dates
    .filter(([, date]) => !isInCalendar(date))
    .map(([path, date]) => problemAt(yaml, path, `${date} is not in the calendar`, 'Correct the day or the month.'));
  const twice = holidays.flatMap(({ day }, index): Problem[] => {
    const first = holidays.findIndex((other) => other.day === day);
    if (first === index) return [];
    return [
      problemAt(
        yaml,
        ['holidays', index, 'day'],
        `${day} is there already, as "${holidays[first]?.name}"`,
        'Keep one of the two, with both names if need be.',
      ),
    ];
  });
  return [...impossible, ...twice];
};
