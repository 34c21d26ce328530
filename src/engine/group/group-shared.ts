// What the bot says in a group of its own accord, and the one timer that its state asks for.
import type { Timer } from '../../domain/conversation.ts';
import type { LookUpResult } from '../../domain/look-up.ts';
import { iterationOn } from '../../mentoring/iteration.ts';
import { daysBetween, sayDay } from '../../mentoring/local-time.ts';
import { type SharedDue, sharedDue } from '../../mentoring/shared-things.ts';
import { workshopMoment } from '../../mentoring/workshop-dates.ts';
import type { Tip } from '../../program/content-schema.ts';
import { houseText } from '../thread-context.ts';
import type { TurnDraft } from '../turn-draft.ts';
import { pollsDue } from './group-polls.ts';
import { groupOf, patchGroup } from './group-record.ts';

const dueIn = (draft: TurnDraft): SharedDue[] => {
  const group = groupOf(draft);
  if (!group || group.cohort === null || group.goneAt !== null) return [];
  return sharedDue({
    now: draft.now,
    closures: draft.closures,
    workshops: draft.workshops,
    said: group.said,
    underWay: (date) => iterationOn(draft.program, date) !== undefined,
  });
};

export function sayShared(draft: TurnDraft): void {
  for (const due of dueIn(draft).filter(({ at }) => at <= draft.now)) {
    const group = groupOf(draft);
    if (!group) return;
    patchGroup(draft, { said: { ...group.said, [due.what]: due.key } });
    if (due.what === 'tip') sayTip(draft);
    else if (due.what === 'workshop') sayWorkshop(draft, due.workshop);
    else if (group.cohort !== null) draft.lookUp({ kind: 'groupWeek', cohort: group.cohort });
  }
}

/** Of the theme of these weeks, another each week. */
function sayTip(draft: TurnDraft): void {
  const tip = tipOfTheWeek(draft);
  if (tip)
    draft.say({ kind: 'tip', text: houseText(draft, 'grupo.consejo', { title: tip.title, tip: tip.text }), whenUnsure: 'drop' });
}

function tipOfTheWeek({ program, today }: TurnDraft): Tip | undefined {
  const iteration = iterationOn(program, today.date);
  if (!iteration) return undefined;
  const fitting = program.tips.filter(({ theme }) => iteration.themes.includes(theme));
  const week = Math.floor(daysBetween('2020-01-06', today.date) / 7);
  return fitting[week % Math.max(1, fitting.length)];
}

function sayWorkshop(draft: TurnDraft, number: number | undefined): void {
  const workshop = draft.workshops.find((one) => one.number === number);
  const at = workshop && workshopMoment(workshop, draft.centre.zone);
  if (!workshop || !at) return;
  const said = sayDay(at.date, draft.today.date);
  const day = `${said.charAt(0).toUpperCase()}${said.slice(1)}`;
  const { number: which, title, link = '' } = workshop;
  const text = houseText(draft, 'grupo.taller', { day, number: which, title, time: at.time, link });
  draft.say({ kind: 'reminder', text: text.trim(), whenUnsure: 'drop' });
}

/** Counts of all together: who did nothing is nowhere in them. */
export function sayWeek(draft: TurnDraft, lookUp: string, result: LookUpResult): void {
  if (!draft.get('lookUp', lookUp)) return;
  draft.remove('lookUp', lookUp);
  if (result.kind !== 'groupWeek' || groupOf(draft)?.cohort == null) return;
  const { checklists, sessions, closed } = result;
  const told = (count: number, say: (count: number) => string): string[] => (count > 0 ? [say(count)] : []);
  const parts = [
    ...told(checklists, (count) => houseText(draft, 'papeles.semana-listas', { count })),
    ...told(sessions.workPlan, (count) => houseText(draft, 'papeles.semana-planes', { count })),
    ...told(sessions.focusedObservation, (count) => houseText(draft, 'papeles.semana-observaciones', { count })),
    ...told(sessions.reflection, (count) => houseText(draft, 'papeles.semana-platicas', { count })),
    ...told(closed, (count) => houseText(draft, 'papeles.semana-ciclos', { count })),
  ];
  if (parts.length === 0) return;
  const last = parts.at(-1) ?? '';
  const before = parts.slice(0, -1).join(', ');
  const done = before === '' ? last : houseText(draft, 'casa.y-la-ultima', { before, last });
  draft.say({ kind: 'overview', text: houseText(draft, 'grupo.semana', { done }), whenUnsure: 'drop' });
}

/** Exactly the one timer that its state asks for. */
export function keepGroupTimer(draft: TurnDraft): void {
  const { owner } = draft.state;
  const id = `${owner}:group`;
  const [dueAt] = [...dueIn(draft).map(({ at }) => at), ...pollsDue(draft)].sort();
  const known = draft.state.timers.find((timer) => timer.id === id);
  if (dueAt === undefined) return known ? draft.remove('timer', id) : undefined;
  const timer: Timer = { kind: 'timer', id, owner, dueAt, purpose: 'group', about: {} };
  if (known?.dueAt !== dueAt) draft.put(timer);
}
