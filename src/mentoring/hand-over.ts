// A caregiver and what is open with her, as they go to another mentor.
import type { HandedRecord } from '../domain/inbound-event.ts';
import type { Caregiver, MentoringCycle } from '../domain/mentoring-cycle.ts';

/** The stretch with her mentor of now ends on this local date. */
export const endedSpans = (caregiver: Caregiver | undefined, date: string): Caregiver['mentors'] =>
  (caregiver?.mentors ?? []).map((span) => (span.to === null ? { ...span, to: date } : span));

export function handedOver(caregiver: Caregiver, cycles: readonly MentoringCycle[], to: string, date: string): HandedRecord[] {
  const hers = cycles.filter(({ caregiverId }) => caregiverId === caregiver.id);
  return [
    { ...caregiver, owner: to, mentors: [...endedSpans(caregiver, date), { personId: to, from: date, to: null }] },
    ...hers.map((cycle) => ({ ...cycle, owner: to })),
  ];
}
