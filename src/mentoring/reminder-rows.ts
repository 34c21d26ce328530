// The ledger in words, for whoever asks: what is planned, and what became of what was planned before.
import type { Caregiver } from '../domain/mentoring-cycle.ts';
import type { Reminder } from '../domain/reminder.ts';
import { daysBetween, localMoment, sayDate, sayDay, sayShortDay } from './local-time.ts';
import { ripeAt } from './reminder-ledger.ts';
import { closedRung, openedRung } from './reminders/appointment-reminders.ts';

export interface RowTexts {
  text(key: string, values?: Record<string, string | number>): string;
}

const isAfter = (rung: string): boolean => rung === 'after' || rung === 'secondAsk';

/** What a row is about, in a few words. */
export function sayRow(t: RowTexts, { source, rung, about }: Reminder, caregivers: readonly Caregiver[]): string {
  const name = caregivers.find(({ id }) => id === about.caregiverId)?.name ?? '';
  if (source !== 'appointment') return t.text(`avisos.fila-${source}`, { name, number: about.workshop ?? '' });
  if (rung === closedRung || rung === openedRung) return t.text(`avisos.fila-${rung}`, { name });
  return t.text(isAfter(rung) ? `avisos.fila-despues-${about.phase}` : `avisos.fila-antes-${about.phase}`, { name });
}

const mostPlanned = 7;
const mostEnded = 5;

export interface Ledger {
  rows: readonly Reminder[];
  caregivers: readonly Caregiver[];
  zone: string;
  /** UTC. */
  now: string;
}

/** Next first, then the newest that ended; `mentor`: whose they are, where they are not the reader's own. */
export function ledgerText(t: RowTexts, ledger: Ledger, mentor?: string): string {
  const planned = ledger.rows.filter(({ state }) => state === 'planned').sort((a, b) => (ripeAt(a) < ripeAt(b) ? -1 : 1));
  const ended = ledger.rows
    .filter(({ state }) => state !== 'planned')
    .sort((a, b) => ((a.endedAt ?? '') > (b.endedAt ?? '') ? -1 : 1));
  const lines = planned.slice(0, mostPlanned).map((row) => plannedLine(t, row, ledger));
  if (planned.length > mostPlanned) lines.push(t.text('avisos.lista-mas', { count: planned.length - mostPlanned }));
  const first = lines.length > 0 ? lines.join('\n') : t.text('avisos.lista-ninguno');
  const head =
    mentor === undefined ? t.text('avisos.lista', { lines: first }) : t.text('avisos.lista-de', { mentor, lines: first });
  if (ended.length === 0) return head;
  const last = ended.slice(0, mostEnded).map((row) => endedLine(t, row, ledger));
  return `${head}\n${t.text('avisos.lista-antes', { lines: last.join('\n') })}`;
}

function briefDay(date: string, today: string): string {
  const days = daysBetween(today, date);
  if (days === 0) return sayDay(date, today);
  return Math.abs(days) < 7 ? sayShortDay(date) : sayDate(date, today);
}

function plannedLine(t: RowTexts, row: Reminder, { caregivers, zone, now }: Ledger): string {
  if (ripeAt(row) <= now) return t.text('avisos.lista-pronto', { what: sayRow(t, row, caregivers) });
  const { date, time } = localMoment(ripeAt(row), zone);
  const day = briefDay(date, localMoment(now, zone).date);
  return t.text('avisos.lista-renglon', { day, time, what: sayRow(t, row, caregivers) });
}

function endedLine(t: RowTexts, row: Reminder, { caregivers, zone, now }: Ledger): string {
  const day = briefDay(localMoment(row.endedAt ?? row.dueAt, zone).date, localMoment(now, zone).date);
  const end = t.text(`avisos.fin-${row.state === 'suppressed' ? row.why : row.state}`);
  return t.text('avisos.lista-fin', { day, what: sayRow(t, row, caregivers), end });
}
