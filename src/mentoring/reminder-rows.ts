// What a row of the ledger is about, in a few words: for lists of what is planned and what became of it.
import type { Caregiver } from '../domain/mentoring-cycle.ts';
import type { Reminder } from '../domain/reminder.ts';

export interface RowTexts {
  text(key: string, values?: Record<string, string | number>): string;
}

const isAfter = (rung: string): boolean => rung === 'after' || rung === 'secondAsk';

export function sayRow(t: RowTexts, { source, rung, about }: Reminder, caregivers: readonly Caregiver[]): string {
  const name = caregivers.find(({ id }) => id === about.caregiverId)?.name ?? '';
  if (source !== 'appointment') return t.text(`avisos.fila-${source}`, { name, number: about.workshop ?? '' });
  return t.text(isAfter(rung) ? `avisos.fila-despues-${about.phase}` : `avisos.fila-antes-${about.phase}`, { name });
}
