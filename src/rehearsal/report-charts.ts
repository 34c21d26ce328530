// Which charts a report has: messages by day, by number and by hour, reminders by what became of them, cycles by week.
import { addDays, sayDate, weekdayOf } from '../mentoring/local-time.ts';
import type { Program } from '../program/program.ts';
import type { StandingTexts } from '../reports/standing-texts.ts';
import { columnChart, dayMap } from './rehearsal-charts.ts';
import type { RehearsalFigures } from './rehearsal-figures.ts';
import { cycleColumns, outcomeName, outcomesOf, rungName } from './report-words.ts';

export function chartsOf(program: Program, t: StandingTexts, { tally, scenario }: RehearsalFigures): [string, string][] {
  const days = weekdaysOf(scenario.from, scenario.to, tally.days);
  const everyDay = Math.ceil(days.length / 16);
  const dayNames = days.map((date, index) => (index % everyDay === 0 ? brief(date) : ''));
  const mapped = tally.mentors.filter((mentor) => mentor.days !== undefined);
  const reminders = Object.entries(tally.reminders).sort(([a], [b]) => (a < b ? -1 : 1));
  const outcomes = outcomesOf(tally.reminders);
  const weeks = Object.entries(tally.weeks);
  return [
    [
      'dias.svg',
      columnChart({
        title: t.text('ensayo.grafica-dias'),
        note: t.text('ensayo.nota-dias'),
        series: [t.text('ensayo.serie-iniciados')],
        columns: days.map((date, index) => ({
          label: dayNames[index] ?? '',
          values: [(tally.days[date]?.initiated ?? 0) / scenario.mentors],
        })),
      }),
    ],
    [
      'mapa.svg',
      dayMap({
        title: t.text('ensayo.grafica-mapa'),
        note: t.text('ensayo.nota-mapa'),
        legend: [t.text('ensayo.mapa-uno'), t.text('ensayo.mapa-dos'), t.text('ensayo.mapa-mas')],
        columns: dayNames,
        rows: mapped.map(({ id, days: ofHers }) => ({ label: id, values: days.map((date) => ofHers?.[date] ?? 0) })),
      }),
    ],
    [
      'cuantos.svg',
      columnChart({
        title: t.text('ensayo.grafica-cuantos'),
        note: t.text('ensayo.nota-cuantos'),
        series: [t.text('ensayo.serie-iniciados')],
        columns: Array.from(tally.perMentorDay, (count, messages) => ({ label: String(messages), values: [count ?? 0] })),
      }),
    ],
    ['horas.svg', byHalfHour(t.text('ensayo.grafica-horas'), t.text('ensayo.nota-horas'), tally.hours.initiated)],
    ['escriben.svg', byHalfHour(t.text('ensayo.grafica-escriben'), t.text('ensayo.nota-horas'), tally.hours.said)],
    [
      'recordatorios.svg',
      columnChart({
        title: t.text('ensayo.grafica-recordatorios'),
        note: t.text('ensayo.nota-recordatorios'),
        series: outcomes.map((outcome) => outcomeName(program, outcome)),
        columns: reminders.map(([rung, counts]) => ({
          label: rungName(program, rung),
          values: outcomes.map((outcome) => counts[outcome] ?? 0),
        })),
        below: 220,
      }),
    ],
    [
      'ciclos.svg',
      columnChart({
        title: t.text('ensayo.grafica-ciclos'),
        note: t.text('ensayo.nota-ciclos'),
        series: cycleColumns.map(([state]) => t.text(`ensayo.columna-fase-${state}`)),
        columns: weeks.map(([monday, week]) => ({
          label: brief(monday),
          values: cycleColumns.map((states) => states.reduce((sum, state) => sum + week[state], 0)),
        })),
      }),
    ],
  ];
}

/** "9 marzo". */
const brief = (date: string): string => sayDate(date, date).split(' ').slice(1).join(' ').replace(' de ', ' ');

/** From Monday to Friday, and the other days on which something was said. */
function weekdaysOf(from: string, to: string, said: Readonly<Record<string, unknown>>): string[] {
  const dates: string[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) {
    const weekday = weekdayOf(date);
    if ((weekday !== 0 && weekday !== 6) || date in said) dates.push(date);
  }
  return dates;
}

function byHalfHour(title: string, note: string, counts: readonly number[]): string {
  const columns = counts.flatMap((count, half) =>
    half < 10 || half > 43 ? [] : [{ label: half % 2 === 0 ? `${half / 2}:00` : '', values: [count] }],
  );
  return columnChart({ title, note, series: [title], columns });
}
