// Values of several lines: recap tables, profiles, comparisons and the overview of all her caregivers.
import { checklistProfile, scaleOf } from './checklist-profile.ts';
import { sayDate, sayDay } from './local-time.ts';
import type { MentoringContext } from './mentoring-context.ts';
import { isHalfDone, type NextStep, nextSteps } from './next-step.ts';
import { roomName } from './room-name.ts';
import { goalItems, instrumentOf, textAnswer } from './thread-answers.ts';
import { workshopLines } from './workshop-talk.ts';

/** Rows of a checklist as a table for a phone: number, short name, answer. */
export function ratingRows(c: MentoringContext, ratings: (code: string) => string | undefined): string {
  const used = instrumentOf(c);
  return (used?.instrument.items ?? [])
    .map((item, index) => {
      const key = ratings(item.code);
      const note = textAnswer(c.thread, `reactivo:${item.code}:nota`);
      const row = c.text('ciclo.renglon', { number: index + 1, short: item.short, key: key && key !== 'skipped' ? key : '–' });
      return note ? `${row} · ${note}` : row;
    })
    .join('\n');
}

export function contextLine(c: MentoringContext): string {
  const facts = c.thread.answers.contexto ?? c.thread.answers.datos ?? c.thread.answers.sesion;
  if (typeof facts !== 'object' || facts === null || Array.isArray(facts)) return c.text('ciclo.sin-contexto');
  const parts: string[] = [];
  if (typeof facts.when === 'string') parts.push(sayDay(facts.when, c.today.date));
  const moment = c.program.programme.routineMoments.find(({ id }) => id === facts.routineMoment);
  if (moment) parts.push(moment.name);
  if (typeof facts.minutes === 'number') parts.push(c.text('ciclo.minutos', { minutes: facts.minutes }));
  if (typeof facts.childrenPresent === 'number') parts.push(c.text('ciclo.ninos', { count: facts.childrenPresent }));
  return parts.length ? parts.join(', ') : c.text('ciclo.sin-contexto');
}

export function profileLines(c: MentoringContext, part: 'strengths' | 'toGrow'): string {
  const used = instrumentOf(c);
  const ratings = c.cycle?.checklist?.ratings;
  if (!used || !ratings) return '';
  const items = checklistProfile(used.instrument, used.scales, ratings)[part].map(({ short }) => short);
  return items.length ? items.slice(0, 4).join(', ') : c.text('ciclo.ninguno');
}

/** Skipped and unknown answers are a dash to people. */
const shownKey = (key: string | undefined): string => (key === undefined || key === 'skipped' ? '–' : key);

export function ratingChange(c: MentoringContext): string {
  const used = instrumentOf(c);
  const before = c.cycle?.checklist?.ratings ?? {};
  const now = c.cycle?.sessions.findLast(({ ratings }) => ratings)?.ratings ?? {};
  const rows = goalItems(c).flatMap((item) => {
    const [first, last] = [before[item.code], now[item.code]];
    const label = (key: string | undefined): string | undefined =>
      used &&
      scaleOf(item, used.instrument, used.scales)
        .values.find((value) => value.key === key && value.value !== null)
        ?.label.toLowerCase();
    const [from, to] = [label(first), label(last)];
    return from && to ? [c.text('ciclo.cambio', { short: item.short, first: from, last: to })] : [];
  });
  return rows.length ? rows.join('\n') : c.text(goalItems(c).length ? 'ciclo.sin-cambio' : 'ciclo.sin-puntos');
}

/** What fits in one bubble with what stands around it. */
const mostListed = 200;

/** Who was added or changed, one a line, with her room and shift. */
export function addedLines(c: MentoringContext, ids = c.thread.answers.agregadas): string {
  const lines = [...new Set(Array.isArray(ids) ? ids : [])]
    .flatMap((id) => c.caregivers.find((caregiver) => caregiver.id === id) ?? [])
    .map(({ name, room, shift }) => {
      const programme = c.program.programme;
      const parts = [roomName(programme.rooms, room), programme.shifts.find(({ id }) => id === shift)?.name];
      return `• ${[name, ...parts.filter(Boolean)].join(', ')}`.slice(0, mostListed);
    });
  const shown = lines.filter((_, index) => lines.slice(0, index + 1).join('\n').length <= mostListed);
  const more = lines.length - shown.length;
  return [...shown, ...(more > 0 ? [c.text('ciclo.y-mas', { count: more })] : [])].join('\n');
}

export function overviewLines(c: MentoringContext): string {
  const steps = nextSteps(c.caregivers, c.cycles, c.threads, c.program, c.today);
  const own = steps.length ? steps.map((next) => `• ${overviewLine(next, c)}`) : [c.text('ciclo.sin-maestras')];
  return [...own, ...workshopLines(c)].join('\n');
}

/** Where the work with one caregiver stands. */
export function overviewLine(next: NextStep, c: MentoringContext): string {
  const { caregiver, step, thread, appointment: planned } = next;
  const detail = planned ? ` (${sayDate(planned.date, c.today.date)}, ${planned.time})` : '';
  const half = isHalfDone(next) ? ` ${c.text('ciclo.a-medias')}` : '';
  const code = thread?.code ? ` · ${thread.code}` : '';
  return `${caregiver.name}: ${c.text(`ciclo.estado-${step}`)}${detail}${half}${code}`;
}

export function comparisonLines(c: MentoringContext): string {
  const run = c.caregiver?.closingRuns.at(-1);
  const first = c.caregiver?.digests.find(({ theme: worked, ratings }) => worked === run?.theme && Object.keys(ratings).length);
  const instrument = run && c.program.instruments[run.instrument];
  if (!run || !first || !instrument) return '';
  return instrument.items
    .map((item, index) =>
      c.text('ciclo.renglon-comparado', {
        number: index + 1,
        short: item.short,
        first: shownKey(first.ratings[item.code]),
        last: shownKey(run.ratings[item.code]),
      }),
    )
    .join('\n');
}
