// Short codes by which a sheet of paper finds its checklist, plan or session: letter, digit, letter.
import type { Thread } from '../domain/conversation.ts';
import type { MentoringCycle } from '../domain/mentoring-cycle.ts';

/** Letters and digits that are not mistaken for one another in handwriting. */
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
const digits = '23456789';

/** Derived from an id, so that the same turn gives the same code; the next free one where she has it already. */
export function sessionCode(id: string, taken: ReadonlySet<string>): string {
  let hash = 2166136261;
  for (const char of id) hash = Math.imul(hash ^ char.charCodeAt(0), 16777619) >>> 0;
  for (;;) {
    const first = hash % letters.length;
    const second = Math.floor(hash / letters.length) % digits.length;
    const third = Math.floor(hash / (letters.length * digits.length)) % letters.length;
    const code = `${letters[first]}${digits[second]}${letters[third]}`;
    if (!taken.has(code)) return code;
    hash = (hash + 1) >>> 0;
  }
}

/** Codes that open something of hers already. */
export function takenCodes(threads: readonly Thread[], cycles: readonly MentoringCycle[]): Set<string> {
  const appointments = cycles.flatMap((cycle) => cycle.appointments);
  const sheets = cycles.flatMap(({ checklist }) => checklist?.code ?? []);
  return new Set([...threads.flatMap(({ code }) => code ?? []), ...appointments.map(({ code }) => code), ...sheets]);
}
