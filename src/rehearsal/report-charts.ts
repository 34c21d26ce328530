// Which charts a report has: messages by day, by number and by hour, reminders by what became of them, cycles by week.
import { sayDate } from '../mentoring/local-time.ts';
import type { Program } from '../program/program.ts';
import type { StandingTexts } from '../reports/standing-texts.ts';
import { columnChart } from './rehearsal-charts.ts';
import type { RehearsalFigures } from './rehearsal-figures.ts';
import { cycleColumns, outcomeName, rungName } from './report-words.ts';

export function chartsOf(program: Program, t: StandingTexts, { tally, scenario }: RehearsalFigures): [string, string][] {
  const days = Object.entries(tally.days).sort(([a], [b]) => (a < b ? -1 : 1));
  const everyDay = Math.ceil(days.length / 16);
  const brief = (date: string): string => sayDate(date, date).split(' ').slice(1).join(' ').replace(' de ', ' ');
  const reminders = Object.entries(tally.reminders).sort(([a], [b]) => (a < b ? -1 : 1));
  const outcomes = [...new Set(reminders.flatMap(([, counts]) => Object.keys(counts)))].sort();
  const weeks = Object.entries(tally.weeks);
  return [
    [
      'dias.svg',
      columnChart({
        title: t.text('ensayo.grafica-dias'),
        note: t.text('ensayo.nota-dias'),
        series: [t.text('ensayo.serie-iniciados')],
        columns: days.map(([date, day], index) => ({
          label: index % everyDay === 0 ? brief(date) : '',
          values: [day.initiated / scenario.mentors],
        })),
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
    [
      'horas.svg',
      columnChart({
        title: t.text('ensayo.grafica-horas'),
        note: t.text('ensayo.nota-horas'),
        series: [t.text('ensayo.serie-iniciados'), t.text('ensayo.serie-escritos')],
        columns: tally.hours.initiated.flatMap((initiated, half) =>
          half < 10 || half > 43
            ? []
            : [{ label: half % 2 === 0 ? `${half / 2}:00` : '', values: [initiated, tally.hours.said[half] ?? 0] }],
        ),
      }),
    ],
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
