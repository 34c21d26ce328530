// One rehearsal beside another: what a new calendar or ladder changes, in a few figures.
import type { StandingTexts } from '../reports/standing-texts.ts';
import type { RehearsalFigures } from './rehearsal-figures.ts';
import { type Tally, troubleKinds } from './tally.ts';

export interface MessageFigures {
  /** Begun by the bot, a mentor and working day. */
  average: number;
  most: number;
  /** Of a hundred days, how many bring none. */
  quiet: number;
  said: number;
  answers: number;
  initiated: number;
}

export function messageFigures({ perMentorDay, mentors }: Tally): MessageFigures {
  const days = perMentorDay.reduce((sum, count) => sum + (count ?? 0), 0);
  const initiated = perMentorDay.reduce((sum, count, messages) => sum + (count ?? 0) * messages, 0);
  return {
    average: initiated / Math.max(1, days),
    most: perMentorDay.length - 1,
    quiet: (100 * (perMentorDay[0] ?? 0)) / Math.max(1, days),
    said: mentors.reduce((sum, mentor) => sum + mentor.said, 0),
    answers: mentors.reduce((sum, mentor) => sum + mentor.answers, 0),
    initiated,
  };
}

const compared: readonly [name: string, of: (tally: Tally) => number][] = [
  ['promedio', (tally) => messageFigures(tally).average],
  ['maximo', (tally) => messageFigures(tally).most],
  ['sin-ninguno', (tally) => messageFigures(tally).quiet],
  ['iniciados', (tally) => messageFigures(tally).initiated],
  ['escritos', (tally) => messageFigures(tally).said],
  ['avisadas', ({ dueSessions }) => (100 * dueSessions.announced) / Math.max(1, dueSessions.due)],
  ['sesiones', ({ sessions }) => sessions.held],
  ['otro-dia', ({ sessions }) => sessions.late],
  ['ciclos-cerrados', ({ mentors }) => mentors.reduce((sum, { cyclesClosed }) => sum + cyclesClosed, 0)],
  ['que-ver', ({ trouble }) => troubleKinds.reduce((sum, kind) => sum + trouble[kind].count, 0)],
];

/** Name, before, now and the difference; rows for a table. */
export function comparedRows(t: StandingTexts, before: RehearsalFigures, now: RehearsalFigures): string[][] {
  return compared.map(([name, of]) => {
    const [was, is] = [of(before.tally), of(now.tally)];
    const difference = is - was;
    return [t.text(`ensayo.cifra-${name}`), rounded(was), rounded(is), `${difference > 0 ? '+' : ''}${rounded(difference)}`];
  });
}

export function rounded(number: number): string {
  const written = (Math.round(number * 100) / 100).toFixed(2).replace(/\.?0+$/, '');
  return written === '-0' ? '0' : written;
}
