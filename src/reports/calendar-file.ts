// Appointments as a file for the calendar of a phone (RFC 5545): the same entry for each appointment, newer ones by their sequence.
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { CalendarEntry, CalendarHow } from '../domain/calendar-entry.ts';
import type { LookUp, LookUpResult } from '../domain/look-up.ts';
import type { Program } from '../program/program.ts';
import { keptFor } from './made-files.ts';
import { standingTexts } from './standing-texts.ts';

/** Minutes before it at which her phone rings. */
const ringsBefore = 30;

/**
 * `stamp`: UTC, when it was made. Instants are UTC, which a phone shows by its own clocks, and hers are those of her centre: with a zone the
 * library writes its properties in an order, and stamps in a form, that the standard does not allow.
 */
export function calendarText(name: string, entries: readonly CalendarEntry[], how: CalendarHow, stamp: string): string {
  const isCancelled = how === 'cancelled';
  const calendar = ical({
    name,
    prodId: { company: 'Luciernaga', product: 'Luciernaga', language: 'ES' },
    method: isCancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
  });
  for (const { uid, sequence, start, minutes, title } of entries) {
    const event = calendar.createEvent({
      id: uid,
      sequence,
      stamp: new Date(stamp),
      start: new Date(start),
      end: new Date(Date.parse(start) + minutes * 60_000),
      summary: title,
      status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      organizer: { name: 'Luciernaga', email: 'no-responder@luciernaga.invalid' },
    });
    if (!isCancelled) event.createAlarm({ type: 'display', trigger: ringsBefore * 60, description: title } as never);
  }
  return calendar.toString();
}

export async function answerCalendar(
  { program, dataDir, now }: { program: Program; dataDir: string; now(): string },
  { id, owner, request }: LookUp,
): Promise<LookUpResult> {
  if (request.kind !== 'calendarFile') return { kind: 'nothing' };
  const { entries, how } = request;
  const t = standingTexts(program);
  const text = t.text(`calendario.archivo-${how}`, { count: entries.length });
  const content = Buffer.from(calendarText(program.programme.name, entries, how, now()), 'utf8');
  // Of each a file of its own: it is read when it is sent, and another may be made before.
  const file = await keptFor(dataDir, owner, `${t.text('calendario.archivo')} ${id.slice(-4)}`, 'ics', content);
  return { kind: 'found', text, file };
}
