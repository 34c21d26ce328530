// «avance»: how many caregivers are in which phase, in all and by centre, as one short text and as rows for the picture.
import type { LocalMoment } from '../domain/local-moment.ts';
import { daysBetween } from '../mentoring/local-time.ts';
import type { Iteration } from '../program/content-schema.ts';
import { type MentorStanding, noStages, type StageCounts, stages } from './standing-mentors.ts';
import { centreLabel, type StandingTexts, sayMoment } from './standing-texts.ts';

export interface ProgressRow {
  label: string;
  counts: StageCounts;
  total: number;
}

export interface ProgressFigures {
  rows: ProgressRow[];
  counts: StageCounts;
  total: number;
  centres: number;
  /** Of the total: those whom their mentors have registered. */
  registered: number;
  /** Labels of the centres where nothing has begun. */
  notBegun: string[];
  /** Where there are more centres than a picture holds, its rows are the state offices. */
  byOffice: boolean;
}

/** More rows than these are not legible on a phone. */
const mostRows = 24;

export function progressFigures(mentors: readonly MentorStanding[]): ProgressFigures {
  const counted = mentors.filter((mentor) => totalOf(mentor.stages) > 0);
  const byCentre = rowsBy(
    counted,
    ({ centre }) => centre?.id ?? '',
    (mentor) => centreLabel(mentor),
  );
  const byOffice = byCentre.length > mostRows;
  const rows = byOffice
    ? rowsBy(
        counted,
        ({ centre }) => centre?.ooad ?? '',
        ({ centre }) => centre?.ooad ?? '',
      )
    : byCentre;
  const counts = sumOf(byCentre);
  return {
    rows: rows.length > mostRows ? [...rows.slice(0, mostRows - 1), theOthers(rows.slice(mostRows - 1))] : rows,
    counts,
    total: totalOf(counts),
    centres: byCentre.length,
    registered: totalOf(counts) - counted.reduce((sum, one) => sum + unregisteredOf(one), 0),
    notBegun: byCentre.filter((row) => row.counts.notBegun === row.total).map(({ label }) => label),
    byOffice,
  };
}

/** Nothing is expected any more of who left. */
const unregisteredOf = ({ participation, unregistered, stages: counts }: MentorStanding): number =>
  participation === 'working' || participation === 'paused' ? Math.min(unregistered, counts.notBegun) : 0;

export const totalOf = (counts: StageCounts): number => stages.reduce((sum, stage) => sum + counts[stage], 0);

function sumOf(rows: readonly ProgressRow[]): StageCounts {
  const counts = noStages();
  for (const row of rows) for (const stage of stages) counts[stage] += row.counts[stage];
  return counts;
}

/** An empty label is said in the words of content by whoever shows it. */
function theOthers(rows: readonly ProgressRow[]): ProgressRow {
  const counts = sumOf(rows);
  return { label: '', counts, total: totalOf(counts) };
}

function rowsBy(
  mentors: readonly MentorStanding[],
  keyOf: (mentor: MentorStanding) => string,
  labelOf: (mentor: MentorStanding) => string,
): ProgressRow[] {
  const rows = new Map<string, ProgressRow>();
  for (const mentor of mentors) {
    const key = keyOf(mentor);
    const row = rows.get(key) ?? { label: labelOf(mentor), counts: noStages(), total: 0 };
    for (const stage of stages) row.counts[stage] += mentor.stages[stage];
    row.total = totalOf(row.counts);
    rows.set(key, row);
  }
  return [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}

/** Centres that are named; the others are counted. */
const mostNamed = 6;

export function someOf(t: StandingTexts, labels: readonly string[]): string {
  const named = labels.slice(0, mostNamed).join(', ');
  const more = labels.length - mostNamed;
  return more > 0 ? t.text('avance.avance-y-otros', { centres: named, count: more }) : named;
}

export function progressText(
  t: StandingTexts,
  figures: ProgressFigures,
  iteration: Iteration | undefined,
  here: LocalMoment,
  vacant: readonly string[],
): string {
  const { counts, total, centres, notBegun, registered } = figures;
  const left = iteration === undefined ? 0 : daysBetween(here.date, iteration.to);
  const lines = [t.text('avance.avance', { when: sayMoment(here) })];
  if (iteration !== undefined && left >= 0) lines.push(t.text('avance.avance-iteracion', { iteration: iteration.name, left }));
  if (iteration !== undefined && left < 0) lines.push(t.text('avance.avance-iteracion-terminada', { iteration: iteration.name }));
  lines.push(t.text('avance.avance-total', { total, centres, registered }));
  for (const stage of stages) {
    const count = counts[stage];
    if (stage === 'closed')
      lines.push(t.text('avance.avance-closed', { count, share: Math.round((100 * count) / (total || 1)) }));
    else if (count > 0) lines.push(t.text(`avance.avance-${stage}`, { count }));
  }
  if (vacant.length > 0) lines.push(t.text('avance.sin-mentora', { count: vacant.length, centres: someOf(t, vacant) }));
  if (notBegun.length === centres) lines.push(t.text('avance.avance-ninguno'));
  else if (notBegun.length > 0) {
    lines.push(t.text('avance.avance-centros-sin-empezar', { count: notBegun.length, centres: someOf(t, notBegun) }));
  }
  return lines.join('\n');
}
