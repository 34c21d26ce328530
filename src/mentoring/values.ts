// Named values that texts may hold: what stands for {caregiver}, {goal}, {recap} ... in content.
import type { MentoringCycle, Session, Theme } from '../domain/mentoring-cycle.ts';
import type { ChecklistItem } from '../program/content-schema.ts';
import { attendanceValues } from './attendance-draft.ts';
import { broadcastValues } from './broadcast-values.ts';
import { scaleOf } from './checklist-profile.ts';
import { coverOfAgreed } from './cover-notice.ts';
import { whoAnswers } from './doubt-telling.ts';
import { criterionFor, planItem } from './goal-item.ts';
import { iterationOn, themesOn } from './iteration.ts';
import { sayDate } from './local-time.ts';
import type { MentoringContext, Value } from './mentoring-context.ts';
import { plannedAppointment } from './next-step.ts';
import { momentsOf } from './phone-moments.ts';
import { roomName } from './room-name.ts';
import { rosterValues } from './roster-draft.ts';
import { flowOfSaved, savedWords } from './saved-words.ts';
import { toldFacts } from './sessions.ts';
import { slipValues } from './slip-draft.ts';
import { addedLines, comparisonLines, contextLine, overviewLines, profileLines, ratingChange, ratingRows } from './summaries.ts';
import { currentTip, focusItem, goalItems, type LocalWhen, textAnswer, whenAnswer } from './thread-answers.ts';
import { workshopValues } from './workshop-talk.ts';

/** What people call the hour of a zone: "hora del centro"; a zone without a name of its own is called by the locality. */
export function sayZone(c: MentoringContext): string {
  const key = `ciclo.zona-${c.centre.zone.replace('/', '-')}`;
  return c.program.texts[key] ?? c.text('ciclo.zona-de', { locality: c.centre.locality });
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

const notes = (cycle: MentoringCycle | undefined, phase: string, key: string): string | undefined =>
  cycle?.sessions.findLast((session) => session.phase === phase && session.notes[key])?.notes[key];

function factsOf(c: MentoringContext, { heldOn, minutes }: Session): string {
  const day = sayDate(heldOn, c.today.date);
  return minutes === undefined ? day : `${day}, ${c.text('ciclo.minutos', { minutes })}`;
}

/** On one line, and no longer than `most`. */
function cut(text: string, most: number): string {
  const line = text.replace(/\s*\n\s*/g, ' ');
  return line.length <= most ? line : `${line.slice(0, most - 1).trimEnd()}…`;
}

/** What a line from paper with so many values may look like. */
export const lineOf = (count: number): string =>
  Array.from({ length: count }, (_, index) => ['3', '2', '4', '1', 'n', '3', '3', '4', '2'][index % 9]).join(' ');

export const values = {
  mentor: (c) => c.person.calledAs || c.person.name,
  greeting: (c) =>
    c.text(c.today.time < '12:00' ? 'ciclo.buenos-dias' : c.today.time < '19:00' ? 'ciclo.buenas-tardes' : 'ciclo.buenas-noches'),
  caregiver: (c) => c.caregiver?.name ?? c.text('ciclo.su-maestra'),
  shift: (c) => c.program.programme.shifts.find(({ id }) => id === c.caregiver?.shift)?.name ?? '',
  room: (c) => roomName(c.program.programme.rooms, c.caregiver?.room) ?? c.text('ciclo.sala-pendiente'),
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
  lineExample: (c) => lineOf(c.instrument?.instrument.items.length ?? 0),
  ratings: (c) => ratingRows(c, (code) => textAnswer(c.thread, `reactivo:${code}`)),
  context: (c) => contextLine(c),
  /** On a line of its own, where she told of it without being asked. */
  toldContext: (c) => (c.thread.answers.contexto ? `\n${contextLine(c)}` : ''),

  strengths: (c) => profileLines(c, 'strengths'),
  toGrow: (c) => profileLines(c, 'toGrow'),
  focus: (c) => focusItem(c)?.text ?? '',
  proposedGoal: (c) => focusItem(c)?.goal ?? '',
  proposedAction: (c) => planItem(c)?.action ?? '',
  proposedCriterion: (c) => criterionFor(c) ?? '',
  /** What "usar la propuesta" would take over, shown with the question that offers it. */
  goalIdea: (c) =>
    focusItem(c)
      ? `
${c.text('ciclo.propongo-meta')}`
      : '',
  actionIdea: (c) =>
    planItem(c)
      ? `
${c.text('ciclo.propongo-accion')}`
      : '',
  criterionIdea: (c) =>
    criterionFor(c) !== undefined
      ? `
${c.text('ciclo.propongo-logro')}`
      : '',
  /** What the two wanted to reach, shown where it is asked what comes next. */
  planGoal: (c) => (c.cycle?.plan?.goal ? `\n${c.text('ciclo.su-meta', { goal: cut(c.cycle.plan.goal, 160) })}` : ''),
  look: (c) => goalItems(c)[0]?.look ?? focusItem(c)?.look ?? c.text('ciclo.lo-acordado'),

  goal: (c) => cut(textAnswer(c.thread, 'meta') ?? (c.cycle?.plan?.goal || c.text('ciclo.sin-plan')), 220),
  action: (c) => cut(textAnswer(c.thread, 'acciones') ?? c.cycle?.plan?.actionStep ?? '', 180),
  criterion: (c) => cut(textAnswer(c.thread, 'logro') ?? c.cycle?.plan?.successCriterion ?? '', 160),
  resources: (c) => textAnswer(c.thread, 'recursos') ?? (c.cycle?.plan?.resources || c.text('ciclo.pendiente')),
  deadline: (c) => {
    const own = whenAnswer(c.thread, 'plazo');
    const observed = whenAnswer(c.thread, 'cuando');
    // Where she names none it is the day of the observation, and she is told so.
    if (!own && observed) return c.text('ciclo.plazo-al-observar', { day: sayDate(observed.date, c.today.date) });
    return own ? sayDate(own.date, c.today.date) : c.cycle?.plan ? sayDate(c.cycle.plan.deadline, c.today.date) : '';
  },
  /** What the recap of a plan ends with: the minutes are asked for with it, unless she has told them. */
  planMinutes: (c) => {
    const { when: date, minutes } = toldFacts(c.thread.answers.sesion);
    if (minutes === undefined) return c.text('plan-de-trabajo.pide-minutos');
    const said = `${sayDate(date ?? c.today.date, c.today.date)}, ${c.text('ciclo.minutos', { minutes })}`;
    return c.text('plan-de-trabajo.con-minutos', { said });
  },
  plannedWhen: (c) => when(c, whenAnswer(c.thread, 'cuando') ?? whenAnswer(c.thread, 'nueva') ?? whenAnswer(c.thread, 'platica')),
  observationWhen: appointment('focusedObservation'),
  reflectionWhen: appointment('reflection'),
  coverNotice: (c) => c.text('papeles.aviso', { cover: coverOfAgreed(c) }),
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
  worked: (c) =>
    cut(textAnswer(c.thread, 'funciono') ?? notes(c.cycle, 'focusedObservation', 'funciono') ?? c.text('ciclo.pendiente'), 160),
  improve: (c) =>
    cut(textAnswer(c.thread, 'mejorar') ?? notes(c.cycle, 'focusedObservation', 'mejorar') ?? c.text('ciclo.pendiente'), 160),
  openQuestions: (c) => fittingQuestions(c).slice(0, 3).join(' '),
  openQuestion: (c) => fittingQuestions(c)[0] ?? '',
  stopAtOnce: (c) =>
    c.program.observationGuide.stopAtOnce
      .slice(0, 2)
      .map((practice) => `${practice.charAt(0).toLowerCase()}${practice.slice(1).replace(/\.$/, '')}`)
      .join('; '),
  /** Of what she wants changed in a saved record. */
  savedLabel: (c) => {
    const key = textAnswer(c.thread, 'que') ?? '';
    return c.program.texts[`${flowOfSaved(key)}.${key}.label`] ?? '';
  },
  savedWords: (c) => cut((c.cycle && savedWords(c.cycle, textAnswer(c.thread, 'que') ?? '')) ?? '', 160),
  felt: (c) => textAnswer(c.thread, 'sintio') ?? '',
  /** What she wants to be taken back: a session that is kept, or what she was telling. */
  retracted: (c) => {
    const name = c.caregiver?.name ?? c.text('ciclo.su-maestra');
    const session = c.cycle?.sessions.find(({ id }) => id === c.thread.answers.sesion);
    if (!session) return c.text('ciclo.lo-que-contaba', { name });
    const facts = factsOf(c, session);
    return session.phase === 'reflection'
      ? c.text('ciclo.la-platica', { name, facts })
      : c.text('ciclo.la-observacion', { name, facts });
  },
  /** Day and length of the session that was saved last. */
  sessionFacts: (c) => {
    const last = c.cycle?.sessions.at(-1);
    return last ? factsOf(c, last) : c.text('ciclo.pendiente');
  },
  /** How the items of the goal were seen this time, on lines of their own; nothing where they were not looked at. */
  goalRatings: (c) => (Object.keys(c.cycle?.sessions.at(-1)?.ratings ?? {}).length ? `\n${ratingChange(c)}` : ''),
  supportive: (c) => cut(textAnswer(c.thread, 'apoyo') ?? '', 200),
  constructive: (c) => cut(textAnswer(c.thread, 'constructiva') ?? '', 200),
  agreement: (c) => cut(textAnswer(c.thread, 'acuerdo') ?? notes(c.cycle, 'reflection', 'acuerdo') ?? '', 200),
  nextStep: (c) => cut(textAnswer(c.thread, 'siguiente') ?? '', 200),
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
  query: (c) => textAnswer(c.thread, 'busca') ?? '',

  addedCaregivers: (c) => addedLines(c),
  phoneMoments: (c) => {
    const known = momentsOf(c.person.phoneMoments);
    return c.program.programme.phoneMoments
      .flatMap(({ id, name }) => (known[id] ? [`${name} (${known[id].from}–${known[id].to})`] : []))
      .join(', ');
  },
  missingFacts: (c) => textAnswer(c.thread, 'faltan') ?? '',
  pausedUntil: (c) => (c.person.pausedUntil ? sayDate(c.person.pausedUntil, c.today.date) : ''),
  overview: (c) => overviewLines(c),
  doubt: (c) => textAnswer(c.thread, 'texto') ?? '',
  /** Who will answer a doubt of hers. */
  whoAnswers: (c) => whoAnswers(c),
  /** Whose doubt a consultant answers, and who has it. */
  doubtFrom: (c) => textAnswer(c.thread, 'de') ?? '',
  loose: (c) => (textAnswer(c.thread, 'respuesta') ?? '').slice(0, 200),
  doubtHolder: (c) => textAnswer(c.thread, 'tomada') ?? '',
  /** For whom somebody of the staff records, and what was understood. */
  proxyMentor: (c) => textAnswer(c.thread, 'para') ?? '',
  proxyCaregiver: (c) => textAnswer(c.thread, 'nueva') ?? '',
  proxyReading: (c) => textAnswer(c.thread, 'lectura') ?? '',
  knownQuestion: (c) => c.program.questions.find(({ id }) => id === c.thread.answers.conocida)?.question ?? '',
  knownAnswer: (c) => c.program.questions.find(({ id }) => id === c.thread.answers.conocida)?.answer ?? '',
  /** Whose the sheet is that was noted for somebody else. */
  otherCaregiver: (c) => c.caregivers.find(({ id }) => id === c.thread.answers.hacia)?.name ?? c.text('ciclo.su-maestra'),
  colleague: (c) => c.directory.find(({ id }) => id === c.thread.answers['a-quien'])?.name ?? '',
  comparison: (c) => comparisonLines(c),
  reminders: (c) => textAnswer(c.thread, 'avisos') ?? '',
  /** What a coordinator closes or opens again, as it will be done. */
  closureRecap: (c) => textAnswer(c.thread, 'resumen') ?? '',
  ...broadcastValues,
  ...rosterValues,
  ...slipValues,
  ...workshopValues,
  ...attendanceValues,
} satisfies Record<string, Value>;

/** Open questions for the theme; those about a baby are not for a room of toddlers. */
export function fittingQuestions(c: MentoringContext): string[] {
  const guide = c.program.observationGuide.openQuestions;
  const fitting = (question: string): boolean => c.caregiver?.ageGroup === 'infants' || !/beb[eé]/i.test(question);
  return [...(guide[theme(c) ?? 'any'] ?? []), ...(guide.any ?? [])].filter(fitting);
}

export type ValueName = keyof typeof values;
