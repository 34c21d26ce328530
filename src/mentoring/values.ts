// Named values that texts may hold: what stands for {caregiver}, {goal}, {recap} ... in content.
import type { Thread } from '../domain/conversation.ts';
import type { MentoringCycle, Theme } from '../domain/mentoring-cycle.ts';
import type { ChecklistItem, Instrument, Scale, Tip } from '../program/content-schema.ts';
import { checklistProfile, scaleOf } from './checklist-profile.ts';
import { iterationOn, themesOn } from './iteration.ts';
import { sayDate, sayDay } from './local-time.ts';
import type { MentoringContext, Value } from './mentoring-context.ts';
import { isHalfDone, nextSteps, plannedAppointment } from './next-step.ts';

/** What people call the hour of a zone: "hora del centro"; a zone without a name of its own is called by the locality. */
export function sayZone(c: MentoringContext): string {
  const key = `ciclo.zona-${c.centre.zone.replace('/', '-')}`;
  return c.program.texts[key] ?? c.text('ciclo.zona-de', { locality: c.centre.locality });
}

const answer = (thread: Thread, key: string): string | undefined => {
  const value = thread.answers[key];
  return typeof value === 'string' && value !== '' ? value : undefined;
};

export interface LocalWhen {
  date: string;
  time?: string;
}
/** A date answer is kept as plain local date and hour. */
export function whenAnswer(thread: Thread, key: string): LocalWhen | undefined {
  const value = thread.answers[key];
  if (typeof value !== 'object' || value === null || Array.isArray(value) || typeof value.date !== 'string') return undefined;
  return typeof value.time === 'string' ? { date: value.date, time: value.time } : { date: value.date };
}

/** Instrument of the thread, else the one the cycle's diagnosis was made with. */
export function instrumentOf(
  c: MentoringContext,
): { instrument: Instrument; scales: Readonly<Record<string, Scale>> } | undefined {
  if (c.instrument) return c.instrument;
  const instrument = c.cycle?.checklist ? c.program.instruments[c.cycle.checklist.instrument] : undefined;
  return instrument && { instrument, scales: c.program.scales };
}

/** The item that the diagnosis suggests to work on. */
export function focusItem(c: MentoringContext): ChecklistItem | undefined {
  const used = instrumentOf(c);
  const ratings = c.cycle?.checklist?.ratings;
  return used && ratings ? checklistProfile(used.instrument, used.scales, ratings).focus : undefined;
}

/** Items of the checklist that the plan's goal is about. */
export function goalItems(c: MentoringContext): ChecklistItem[] {
  const all = instrumentOf(c)?.instrument.items ?? [];
  return all.filter(({ code }) => c.cycle?.plan?.focusItems.includes(code));
}

export function currentTip(c: MentoringContext): Tip | undefined {
  return c.program.tips.find(({ id }) => id === c.thread.current.tip);
}

const currentItem = (c: MentoringContext): ChecklistItem | undefined =>
  c.instrument?.instrument.items.find(({ code }) => code === c.thread.current.item);

const theme = (c: MentoringContext): Theme | undefined => {
  const chosen = c.thread.answers.tema;
  return c.cycle?.theme ?? (typeof chosen === 'string' ? (chosen as Theme) : themesOn(c.program, c.today.date)[0]);
};

const when = (c: MentoringContext, said: LocalWhen | undefined): string => {
  if (!said) return c.text('ciclo.sin-fecha');
  const day = sayDate(said.date, c.today.date);
  return said.time ? c.text('ciclo.fecha-hora', { day, time: said.time, zone: sayZone(c) }) : day;
};

const appointment = (phase: 'focusedObservation' | 'reflection') => (c: MentoringContext) => {
  const planned = c.cycle && plannedAppointment(c.cycle, phase);
  return when(c, planned);
};

/** Rows of a checklist as a table for a phone: number, short name, answer. */
export function ratingRows(c: MentoringContext, ratings: (code: string) => string | undefined): string {
  const used = instrumentOf(c);
  return (used?.instrument.items ?? [])
    .map((item, index) => {
      const key = ratings(item.code);
      const note = answer(c.thread, `reactivo:${item.code}:nota`);
      const row = c.text('ciclo.renglon', { number: index + 1, short: item.short, key: key && key !== 'skipped' ? key : '–' });
      return note ? `${row} · ${note}` : row;
    })
    .join('\n');
}

const notes = (cycle: MentoringCycle | undefined, phase: string, key: string): string | undefined =>
  cycle?.sessions.findLast((session) => session.phase === phase && session.notes[key])?.notes[key];

/** On one line, and no longer than `most`. */
function cut(text: string, most: number): string {
  const line = text.replace(/\s*\n\s*/g, ' ');
  return line.length <= most ? line : `${line.slice(0, most - 1).trimEnd()}…`;
}

export const values = {
  mentor: (c) => c.person.calledAs || c.person.name,
  greeting: (c) =>
    c.text(c.today.time < '12:00' ? 'ciclo.buenos-dias' : c.today.time < '19:00' ? 'ciclo.buenas-tardes' : 'ciclo.buenas-noches'),
  caregiver: (c) => c.caregiver?.name ?? c.text('ciclo.su-maestra'),
  room: (c) => c.program.programme.rooms.find(({ id }) => id === c.caregiver?.room)?.name ?? c.text('ciclo.sala-pendiente'),
  theme: (c) => c.program.themes[theme(c) ?? 'sensitivity'].name,
  themeShort: (c) => c.program.themes[theme(c) ?? 'sensitivity'].short,
  iteration: (c) => iterationOn(c.program, c.today.date)?.name ?? '',
  code: (c) => c.thread.code ?? '',
  zone: (c) => sayZone(c),

  item: (c) => currentItem(c)?.text ?? '',
  itemEvidence: (c) => currentItem(c)?.evidence ?? '',
  itemNumber: (c) => String((c.instrument?.instrument.items.findIndex(({ code }) => code === c.thread.current.item) ?? 0) + 1),
  itemCount: (c) => String(c.instrument?.instrument.items.length ?? 0),
  /** Two items a line, so that the whole checklist fits a card of eight lines. */
  cardItems: (c) => {
    const shorts = (c.instrument?.instrument.items ?? []).map(({ short }, index) => `${index + 1} ${short}`);
    const lines: string[] = [];
    for (let index = 0; index < shorts.length; index += 2) lines.push(shorts.slice(index, index + 2).join(' · '));
    return lines.join('\n');
  },
  cardScale: (c) => {
    const used = c.instrument;
    const first = used?.instrument.items[0];
    if (!used || !first) return '';
    return scaleOf(first, used.instrument, used.scales)
      .values.map(({ key, label }) => `${key} ${label.toLowerCase()}`)
      .join(' · ');
  },
  lineExample: (c) =>
    (c.instrument?.instrument.items ?? []).map((_, index) => ['3', '2', '4', '1', 'n', '3', '3', '4', '2'][index % 9]).join(' '),
  ratings: (c) => ratingRows(c, (code) => answer(c.thread, `reactivo:${code}`)),
  context: (c) => contextLine(c),

  strengths: (c) => profileLines(c, 'strengths'),
  toGrow: (c) => profileLines(c, 'toGrow'),
  focus: (c) => focusItem(c)?.text ?? '',
  proposedGoal: (c) => focusItem(c)?.goal ?? '',
  proposedAction: (c) => focusItem(c)?.action ?? '',
  proposedCriterion: (c) => focusItem(c)?.criterion ?? '',
  look: (c) => goalItems(c)[0]?.look ?? focusItem(c)?.look ?? '',

  goal: (c) => cut(answer(c.thread, 'meta') ?? c.cycle?.plan?.goal ?? '', 220),
  action: (c) => cut(answer(c.thread, 'acciones') ?? c.cycle?.plan?.actionStep ?? '', 180),
  criterion: (c) => cut(answer(c.thread, 'logro') ?? c.cycle?.plan?.successCriterion ?? '', 160),
  resources: (c) => answer(c.thread, 'recursos') ?? (c.cycle?.plan?.resources || c.text('ciclo.pendiente')),
  deadline: (c) => {
    const own = whenAnswer(c.thread, 'plazo') ?? whenAnswer(c.thread, 'cuando');
    return own ? sayDate(own.date, c.today.date) : c.cycle?.plan ? sayDate(c.cycle.plan.deadline, c.today.date) : '';
  },
  plannedWhen: (c) => when(c, whenAnswer(c.thread, 'cuando') ?? whenAnswer(c.thread, 'nueva') ?? whenAnswer(c.thread, 'platica')),
  observationWhen: appointment('focusedObservation'),
  reflectionWhen: appointment('reflection'),
  movedWhen: (c) => when(c, whenAnswer(c.thread, 'nueva')),
  /** Code of the session agreed next: what a line from paper begins with. */
  sessionCode: (c) => {
    const code = c.cycle?.appointments.findLast(({ status }) => status === 'planned')?.code ?? c.thread.code;
    return code ? ` (${code})` : '';
  },
  goalItems: (c) =>
    goalItems(c)
      .map((item, index) => c.text('ciclo.renglon-punto', { number: index + 1, item: item.text }))
      .join('\n'),
  worked: (c) => cut(answer(c.thread, 'funciono') ?? notes(c.cycle, 'focusedObservation', 'funciono') ?? '', 160),
  improve: (c) => cut(answer(c.thread, 'mejorar') ?? notes(c.cycle, 'focusedObservation', 'mejorar') ?? '', 160),
  openQuestions: (c) => fittingQuestions(c).slice(0, 3).join(' '),
  openQuestion: (c) => fittingQuestions(c)[0] ?? '',
  stopAtOnce: (c) =>
    c.program.observationGuide.stopAtOnce
      .slice(0, 2)
      .map((practice) => `${practice.charAt(0).toLowerCase()}${practice.slice(1).replace(/\.$/, '')}`)
      .join('; '),
  felt: (c) => answer(c.thread, 'sintio') ?? '',
  supportive: (c) => cut(answer(c.thread, 'apoyo') ?? '', 200),
  constructive: (c) => cut(answer(c.thread, 'constructiva') ?? '', 200),
  agreement: (c) => cut(answer(c.thread, 'acuerdo') ?? notes(c.cycle, 'reflection', 'acuerdo') ?? '', 200),
  nextStep: (c) => cut(answer(c.thread, 'siguiente') ?? '', 200),
  ratingChange: (c) => ratingChange(c),

  tipTitle: (c) => currentTip(c)?.title ?? '',
  tipText: (c) => currentTip(c)?.text ?? '',
  tipReflect: (c) => currentTip(c)?.reflect ?? '',
  tipSize: (c) => {
    const tip = currentTip(c);
    if (!tip) return '';
    const { seconds, megabytes } = tip.video;
    const length = seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')} min`;
    return `${length}, ${megabytes} MB`;
  },
  tipLink: (c) => currentTip(c)?.video.link ?? '',
  servedTip: (c) => c.program.tips.find(({ id }) => id === c.cycle?.tipsServed.at(-1))?.title ?? '',
  query: (c) => answer(c.thread, 'busca') ?? '',

  addedCaregivers: (c) => addedLines(c),
  phoneMoments: (c) => {
    const known = c.person.phoneMoments;
    return c.program.programme.phoneMoments
      .flatMap(({ id, name }) => (known?.[id] ? [`${name} (${known[id].from}–${known[id].to})`] : []))
      .join(', ');
  },
  missingFacts: (c) => answer(c.thread, 'faltan') ?? '',
  pausedUntil: (c) => (c.person.pausedUntil ? sayDate(c.person.pausedUntil, c.today.date) : ''),
  overview: (c) => overviewLines(c),
  doubt: (c) => answer(c.thread, 'texto') ?? '',
  knownQuestion: (c) => c.program.questions.find(({ id }) => id === c.thread.answers.conocida)?.question ?? '',
  knownAnswer: (c) => c.program.questions.find(({ id }) => id === c.thread.answers.conocida)?.answer ?? '',
  colleague: (c) => c.directory.find(({ id }) => id === c.thread.answers['a-quien'])?.name ?? '',
  comparison: (c) => comparisonLines(c),
  reminders: (c) => answer(c.thread, 'avisos') ?? '',
} satisfies Record<string, Value>;

/** Open questions for the theme; those about a baby are not for a room of toddlers. */
function fittingQuestions(c: MentoringContext): string[] {
  const guide = c.program.observationGuide.openQuestions;
  const fitting = (question: string): boolean => c.caregiver?.ageGroup === 'infants' || !/beb[eé]/i.test(question);
  return [...(guide[theme(c) ?? 'any'] ?? []), ...(guide.any ?? [])].filter(fitting);
}

export type ValueName = keyof typeof values;

function contextLine(c: MentoringContext): string {
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

function profileLines(c: MentoringContext, part: 'strengths' | 'toGrow'): string {
  const used = instrumentOf(c);
  const ratings = c.cycle?.checklist?.ratings;
  if (!used || !ratings) return '';
  const items = checklistProfile(used.instrument, used.scales, ratings)[part].map(({ short }) => short);
  return items.length ? items.slice(0, 4).join(', ') : c.text('ciclo.ninguno');
}

/** Skipped and unknown answers are a dash to people. */
const shownKey = (key: string | undefined): string => (key === undefined || key === 'skipped' ? '–' : key);

function ratingChange(c: MentoringContext): string {
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
  return rows.length ? rows.join('\n') : c.text('ciclo.sin-cambio');
}

function addedLines(c: MentoringContext): string {
  const ids = c.thread.answers.agregadas;
  return (Array.isArray(ids) ? ids : [])
    .flatMap((id) => c.caregivers.find((caregiver) => caregiver.id === id) ?? [])
    .map(({ name, room, shift }) => {
      const programme = c.program.programme;
      const parts = [programme.rooms.find(({ id }) => id === room)?.name, programme.shifts.find(({ id }) => id === shift)?.name];
      return `• ${[name, ...parts.filter(Boolean)].join(', ')}`;
    })
    .join('\n');
}

export function overviewLines(c: MentoringContext): string {
  const steps = nextSteps(c.caregivers, c.cycles, c.threads, c.program, c.today);
  if (!steps.length) return c.text('ciclo.sin-maestras');
  return steps
    .map((next) => {
      const { caregiver, step, thread, appointment: planned } = next;
      const detail = planned ? ` (${sayDate(planned.date, c.today.date)}, ${planned.time})` : '';
      const half = isHalfDone(next) ? ` ${c.text('ciclo.a-medias')}` : '';
      const code = thread?.code ? ` · ${thread.code}` : '';
      return `• ${caregiver.name}: ${c.text(`ciclo.estado-${step}`)}${detail}${half}${code}`;
    })
    .join('\n');
}

function comparisonLines(c: MentoringContext): string {
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
