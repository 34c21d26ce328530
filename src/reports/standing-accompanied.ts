// «mis mentoras»: for each mentor whom a consultant accompanies where she is, what is next, and since when she is silent.
import type { LocalMoment } from '../domain/local-moment.ts';
import { sayDate } from '../mentoring/local-time.ts';
import { dueOf, isBeforeWork } from './standing-due.ts';
import { type MentorStanding, stages } from './standing-mentors.ts';
import { bubblesOf, centreLabel, ofDay, onDay, type StandingTexts, sayMoment } from './standing-texts.ts';

export interface Accompanied {
  /** Nobody is assigned to her: she sees all. */
  all: boolean;
  /** She asked after these only. */
  some?: boolean;
  /** The most urgent first. */
  mentors: MentorStanding[];
}

export function accompaniedBy(mentors: readonly MentorStanding[], consultant: string): Accompanied {
  const present = mentors.filter(({ participation, welcome }) => participation !== 'inactive' && welcome !== 'refused');
  const hers = present.filter((mentor) => mentor.accompaniedBy.includes(consultant));
  const urgency = (mentor: MentorStanding): number => dueOf(mentor).reduce((sum, { weight }) => sum + weight, 0);
  const shown = hers.length > 0 ? hers : present;
  return {
    all: hers.length === 0,
    mentors: [...shown].sort((a, b) => urgency(b) - urgency(a) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)),
  };
}

export function accompaniedBubbles(t: StandingTexts, { all, some, mentors }: Accompanied, here: LocalMoment): string[] {
  const when = sayMoment(here);
  const head = some
    ? t.text('avance.por-quien-pregunta', { when })
    : all
      ? t.text('avance.todas-las-mentoras', { when, count: mentors.length })
      : t.text('avance.sus-mentoras', { when, count: mentors.length });
  const blocks = mentors.map((mentor) => ({
    text: t.text('avance.mentora', { mentor: mentor.name, centre: centreLabel(mentor), standing: standingOfMentor(t, mentor) }),
    size: 1,
  }));
  return bubblesOf(head, blocks, 3, (left) => t.text('avance.y-mas', { count: left }));
}

/** Sentences: where she is, what is next, when she last wrote. */
function standingOfMentor(t: StandingTexts, mentor: MentorStanding): string {
  const { participation, welcome, today } = mentor;
  if (participation === 'withdrawn')
    return t.text('avance.oracion-baja', { day: sayDate(mentor.withdrawnOn ?? today.date, today.date) });
  const sentences: string[] = [];
  if (participation === 'paused')
    sentences.push(t.text('avance.oracion-pausa', { until: sayDate(mentor.pausedUntil ?? today.date, today.date) }));
  const isNew = isBeforeWork(mentor) && welcome === 'notBegun';
  if (!mentor.reachable) sentences.push(t.text(isNew ? 'avance.oracion-no-ha-entrado' : 'avance.oracion-sin-canal'));
  if (isBeforeWork(mentor)) {
    if (mentor.reachable || !isNew) sentences.push(t.text(`avance.oracion-bienvenida-${welcome}`));
  } else {
    sentences.push(whereSheIs(t, mentor));
    const next = whatIsNext(t, mentor);
    if (next !== '') sentences.push(next);
    if (mentor.behind > 0) sentences.push(t.text('avance.oracion-vencidas', { count: mentor.behind }));
    if (!mentor.courseFinished) sentences.push(t.text('avance.oracion-curso'));
  }
  // Who was never there is told of as such already.
  if (mentor.silentDays !== null || welcome !== 'notBegun') sentences.push(sayHeard(t, mentor.silentDays));
  return sentences.join(' ');
}

function whereSheIs(t: StandingTexts, mentor: MentorStanding): string {
  if (mentor.caregivers === 0) return t.text('avance.oracion-sin-maestras');
  const parts = stages.flatMap((stage) => {
    const count = mentor.stages[stage] - (stage === 'notBegun' ? mentor.unregistered : 0);
    return count > 0 ? [t.text(`avance.en-${stage}`, { count })] : [];
  });
  return t.text('avance.oracion-maestras', { count: mentor.caregivers, stages: parts.join(', ') });
}

function whatIsNext(t: StandingTexts, { steps, today }: MentorStanding): string {
  const owed = steps.filter(({ appointment }) => appointment?.record === 'late');
  const [first] = owed.length > 0 ? owed : steps;
  if (!first) return '';
  const { step, appointment } = first;
  if (!appointment) return t.text('avance.sigue', { next: t.text(`avance.paso-${step}`) });
  const session = t.text(appointment.phase === 'reflection' ? 'avance.platica' : 'avance.observacion');
  if (appointment.record === 'planned') {
    const next = t.text('avance.la-cita', { session, day: onDay(t, appointment.date, today.date), time: appointment.time });
    return t.text('avance.sigue', { next });
  }
  const what = `${session} ${ofDay(t, appointment.date, today.date)}`;
  const owedText = appointment.record === 'late' ? t.text('avance.anotar-vencida', { what }) : t.text('avance.anotar', { what });
  return t.text('avance.sigue', { next: owedText });
}

function sayHeard(t: StandingTexts, days: number | null): string {
  if (days === null) return t.text('avance.nunca-escribio');
  if (days === 0) return t.text('avance.escribio-hoy');
  if (days === 1) return t.text('avance.escribio-ayer');
  return t.text('avance.sin-escribir', { count: days });
}
