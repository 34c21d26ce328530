// How many messages a day may leave unasked: few while the number is young, more later. Answers to who has just written are not counted.
import type { OutboundMessage } from '../../domain/outbound-message.ts';

export interface BudgetState {
  /** UTC; the account's first day with us. */
  linkedAt: string | null;
  /** Local to nobody: UTC days are even enough. */
  day: string;
  sent: number;
}

export const emptyBudget: BudgetState = { linkedAt: null, day: '', sent: 0 };

export interface BudgetSettings {
  /** Once the number is known to WhatsApp. */
  perDay: number;
  /** On its first day. */
  firstDay: number;
}

export const usualBudget: BudgetSettings = { perDay: 200, firstDay: 30 };

const dayMs = 86_400_000;
/** Half as many again each day. */
const growth = 1.5;
/** Who has written so recently is waiting for an answer, or talking with us. */
const askedMs = dayMs;

export function allowance({ perDay, firstDay }: BudgetSettings, { linkedAt }: BudgetState, now: string): number {
  const days = linkedAt === null ? 0 : Math.max(0, Math.floor((Date.parse(now) - Date.parse(linkedAt)) / dayMs));
  return Math.min(perDay, Math.floor(firstDay * growth ** Math.min(days, 40)));
}

/** Safety comes before caution. */
export function isUnasked({ kind }: Pick<OutboundMessage, 'kind'>, lastWrote: number | undefined, now: string): boolean {
  return kind !== 'safeguarding' && (lastWrote === undefined || Date.parse(now) - lastWrote > askedMs);
}

/** Undefined where today's are used up. */
export function spend(settings: BudgetSettings, state: BudgetState, now: string): BudgetState | undefined {
  const day = now.slice(0, 10);
  const sent = state.day === day ? state.sent : 0;
  if (sent >= allowance(settings, state, now)) return undefined;
  return { linkedAt: state.linkedAt ?? now, day, sent: sent + 1 };
}
