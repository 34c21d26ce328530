// What rules of mentoring read from a thread's answers and its cycle: texts, dates, the items in focus.
import type { Thread } from '../domain/conversation.ts';
import type { ChecklistItem, Instrument, Scale, Tip } from '../program/content-schema.ts';
import { checklistProfile } from './checklist-profile.ts';
import type { MentoringContext } from './mentoring-context.ts';

export const textAnswer = (thread: Thread, key: string): string | undefined => {
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
