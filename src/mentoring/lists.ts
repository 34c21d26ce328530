// Named lists that a flow may repeat over or offer as options.
import type { Theme } from '../domain/mentoring-cycle.ts';
import { attendanceLists } from './attendance-draft.ts';
import { broadcastLists } from './broadcast-draft.ts';
import { criterionFor, planItem } from './goal-item.ts';
import { themesOn } from './iteration.ts';
import { addDays, isWorkingDay, sayShortDay, weekdayOf, workingDayBeside } from './local-time.ts';
import type { List, ListElement, MentoringContext } from './mentoring-context.ts';
import { isHalfDone, nextSteps } from './next-step.ts';
import { rosterLists } from './roster-draft.ts';
import { slipLists } from './slip-draft.ts';
import { focusItem } from './thread-answers.ts';
import { workshopLists } from './workshop-talk.ts';

/** Longest list of options that is still pleasant on a phone, and fits a list message of WhatsApp (10 rows). */
const mostOptions = 9;

/** Plans of other caregivers with the same theme, newest first: "usar como base el plan de Rosa". */
export function basePlans(c: MentoringContext): ListElement[] {
  return c.cycles
    .filter((cycle) => cycle.plan && cycle.id !== c.cycle?.id && cycle.theme === c.cycle?.theme)
    .sort((a, b) => ((a.plan?.confirmedAt ?? '') < (b.plan?.confirmedAt ?? '') ? 1 : -1))
    .slice(0, 2)
    .flatMap((cycle) => {
      const name = c.caregivers.find(({ id }) => id === cycle.caregiverId)?.name;
      return name
        ? [{ id: `plan-${cycle.id}`, label: c.text('ciclo.como-el-plan', { name }), text: cycle.plan?.goal ?? '' }]
        : [];
    });
}

const proposed = (c: MentoringContext, label: string, text: string | undefined): ListElement[] =>
  text === undefined ? [] : [{ id: `propuesta`, label: c.text(label), text }];

/** What the two wanted to reach the last time, where it was cut nowhere. */
const lastGoal = (c: MentoringContext): ListElement[] => {
  const before = c.caregiver?.digests.at(-1);
  const goal = before?.theme === c.cycle?.theme ? before?.goal : undefined;
  return goal ? [{ id: 'anterior', label: c.text('ciclo.meta-anterior'), text: goal }] : [];
};

const alreadyHeld = (c: MentoringContext): ListElement[] => [{ id: 'ya-fue', label: c.text('ciclo.ya-fue') }];

const capitalized = (name: string): string => name.charAt(0).toLocaleUpperCase('es-MX') + name.slice(1);

export const lists = {
  'unrated-items': (c) =>
    (c.instrument?.instrument.items ?? [])
      .filter(({ code }) => c.thread.answers[`reactivo:${code}`] === undefined)
      .map(({ code, short }) => ({ id: code, label: short })),
  /** Beside "Maternal B1" a plain "Maternal B" would say two things: it is for who writes it so. */
  rooms: (c) => {
    const { rooms } = c.program.programme;
    const told = rooms.filter(({ name }) => !rooms.some((other) => other.name !== name && other.name.startsWith(name)));
    return told.slice(0, 10).map(({ id, name }) => ({ id, label: name }));
  },
  shifts: (c) => c.program.programme.shifts.map(({ id, name }) => ({ id, label: capitalized(name) })),
  themes: (c) => themesOn(c.program, c.today.date).map((theme: Theme) => ({ id: theme, label: c.program.themes[theme].short })),
  goals: (c) => [...proposed(c, 'ciclo.usar-meta', focusItem(c)?.goal), ...lastGoal(c), ...basePlans(c)],
  actions: (c) => proposed(c, 'ciclo.usar-accion', planItem(c)?.action),
  criteria: (c) => proposed(c, 'ciclo.usar-logro', criterionFor(c)),
  /** What the caregiver may go on trying: the goal of the two. */
  agreements: (c) => proposed(c, 'ciclo.seguir-meta', c.cycle?.plan?.goal || undefined),
  /** Today and the next working day at the rest hour, when the rooms sleep (domain: 13:00 to 14:30). */
  'reflection-times': (c) => {
    const hour = '13:30';
    const today = c.today.date;
    const days = c.today.time < '13:00' && isWorkingDay(today, c.closures) ? [today] : [];
    days.push(workingDayBeside(today, 1, c.closures));
    if (days.length === 1) days.push(workingDayBeside(days[0] ?? today, 1, c.closures));
    const offered = days.map((date) => ({
      id: `${date}T${hour}`,
      label: c.text('ciclo.dia-hora', {
        day: date === today ? c.text('ciclo.hoy') : date === addDays(today, 1) ? c.text('ciclo.manana') : sayShortDay(date),
        time: hour,
      }),
    }));
    return [...offered, ...alreadyHeld(c)];
  },
  /** Where a date to come is asked, it may have been already. */
  'already-held': (c) => alreadyHeld(c),
  'pause-days': (c) => {
    const monday = addDays(c.today.date, (8 - weekdayOf(c.today.date)) % 7 || 7);
    return [
      { id: addDays(c.today.date, 1), label: c.text('ciclo.hasta-manana') },
      { id: monday, label: c.text('ciclo.hasta-lunes') },
      { id: addDays(c.today.date, 14), label: c.text('ciclo.dos-semanas') },
    ];
  },
  caregivers: (c) => c.caregivers.filter(({ status }) => status === 'active').map(({ id, name }) => ({ id, label: name })),
  /** Those whom a name may mean, or everybody. */
  candidates: (c) => {
    const named = c.thread.answers.candidatas;
    return c.caregivers
      .filter(({ id, status }) => status === 'active' && (!Array.isArray(named) || named.includes(id)))
      .slice(0, mostOptions)
      .map(({ id, name }) => ({ id, label: name }));
  },
  colleagues: (c) =>
    c.directory
      .filter((entry) => entry.roles.includes('mentor') && entry.centreId === c.person.centreId && entry.id !== c.person.id)
      .map(({ id, name }) => ({ id, label: name })),
  'found-tips': (c) => {
    const found = c.thread.answers.encontrados;
    const served = c.thread.answers.vistos;
    const seen = Array.isArray(served) ? served : [];
    return (Array.isArray(found) ? found : [])
      .filter((id) => !seen.includes(id))
      .map((id) => ({ id: String(id), label: c.program.tips.find((tip) => tip.id === id)?.title ?? '' }));
  },
  'next-steps': (c) => {
    const steps = nextSteps(c.caregivers, c.cycles, c.threads, c.program, c.today)
      .slice(0, 6)
      .map((next) => ({
        id: `paso-${next.caregiver.id}`,
        label: c.text(`ciclo.paso-${isHalfDone(next) ? 'seguir-' : ''}${next.step}`, { name: next.caregiver.name }),
      }));
    return [
      ...steps,
      { id: 'consejo', label: c.text('ciclo.otro-consejo') },
      { id: 'maestras', label: c.text('ciclo.otro-maestras') },
      { id: 'duda', label: c.text('ciclo.otro-duda') },
    ];
  },
  ...broadcastLists,
  ...rosterLists,
  ...slipLists,
  ...workshopLists,
  ...attendanceLists,
} satisfies Record<string, List>;

export type ListName = keyof typeof lists;

export function listNamed(name: string): List {
  return lists[name as ListName];
}
