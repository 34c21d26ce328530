// What reminders say: one line each, several together in one message. No evidence and no feedback: lock screens show it.
import type { LocalMoment } from '../../domain/local-moment.ts';
import type { Reminder } from '../../domain/reminder.ts';
import type { Visit } from '../../domain/visit.ts';
import { calendarOf } from '../../mentoring/calendar.ts';
import { localMoment, sayDate, sayDay } from '../../mentoring/local-time.ts';
import { ripeAt } from '../../mentoring/reminder-ledger.ts';
import { openedRung } from '../../mentoring/reminders/appointment-reminders.ts';
import { clashOf, clashRung, visitInstant } from '../../mentoring/reminders/visit-reminders.ts';
import { movedRung } from '../../mentoring/reminders/workshop-reminders.ts';
import { workshopStart } from '../../mentoring/workshop-dates.ts';
import type { LadderName, LadderRung } from '../../program/content-schema.ts';
import { houseText } from '../thread-context.ts';
import type { TurnDraft } from '../turn-draft.ts';

/** What content says of a row; undefined for the rung that no ladder has, or one that is no longer there. */
export function rungOf({ program }: TurnDraft, row: Reminder): LadderRung | undefined {
  const ladder = (row.source === 'appointment' ? row.about.phase : row.source) as LadderName;
  return program.reminders.ladders[ladder].find(({ rung }) => rung === row.rung);
}

export const isLate = (draft: TurnDraft, row: Reminder): boolean => {
  const since = ripeAt(row) > row.setAt ? ripeAt(row) : row.setAt;
  return Date.parse(draft.now) - Date.parse(since) > draft.program.reminders.lateAfterMinutes * 60_000;
};

function nameOf(draft: TurnDraft, row: Reminder): string {
  return draft.get('caregiver', row.about.caregiverId ?? '')?.name ?? '';
}

/** Of a row about an appointment. */
function agreed(draft: TurnDraft, { about, version }: Reminder): LocalMoment & { onClosedDay?: true } {
  const dates = draft.get('cycle', about.cycleId ?? '')?.appointments.filter(({ phase }) => phase === about.phase);
  const { date = '', time = '', onClosedDay } = dates?.[Number(version) - 1] ?? {};
  return { date, time, ...(onClosedDay ? { onClosedDay } : {}) };
}

/** Her centre closes on that day, and did not when she agreed it: whatever is due of it says that. */
const tellsClosed = (draft: TurnDraft, row: Reminder): boolean => {
  if (row.source !== 'appointment') return false;
  const { date, onClosedDay } = agreed(draft, row);
  return !onClosedDay && draft.closures.has(date);
};

/** What is about the day and not about the hour is no line of the agenda. */
const isOfAgenda = (draft: TurnDraft, row: Reminder): boolean =>
  row.source === 'appointment' && row.rung !== openedRung && !tellsClosed(draft, row);

export function reminderLine(draft: TurnDraft, row: Reminder): string {
  const { today } = draft;
  if (row.source === 'appointment') {
    const { date, time } = agreed(draft, row);
    const { phase } = row.about;
    const day = sayDay(date, today.date);
    const name = nameOf(draft, row);
    const why = draft.closures.get(date) ?? '';
    if (tellsClosed(draft, row)) return houseText(draft, `avisos.linea-cierra-${phase}`, { day, time, name, why });
    if (row.rung === openedRung) return houseText(draft, `avisos.linea-abre-${phase}`, { day, time, name });
    return houseText(draft, `casa.cita-${phase}`, { day, time, name });
  }
  if (row.source === 'workshop') return workshopLine(draft, row);
  if (row.source === 'visit') return visitLine(draft, row);
  if (row.source === 'iteration') {
    const iteration = draft.program.programme.iterations.find(({ id }) => id === row.about.iteration);
    const count = draft.all('cycle').filter((cycle) => cycle.iteration === iteration?.id).length;
    const day = sayDate(iteration?.to ?? today.date, today.date);
    return houseText(draft, 'avisos.linea-iteracion', { iteration: iteration?.name ?? '', day, count });
  }
  const observed = draft.get('cycle', row.about.cycleId ?? '')?.sessions.findLast(({ phase }) => phase === 'focusedObservation');
  return houseText(draft, `avisos.linea-${rungOf(draft, row)?.says ?? row.source}`, {
    name: nameOf(draft, row),
    day: sayDate(observed?.heldOn ?? today.date, today.date),
  });
}

function visitLine(draft: TurnDraft, row: Reminder): string {
  const visits = draft.all('visit');
  const visit = visits.find(({ id }) => id === row.about.visit);
  if (!visit) return '';
  const here = (one: Visit) => {
    const { date, time } = localMoment(visitInstant(one), draft.centre.zone);
    return { day: sayDay(date, draft.today.date), time, what: houseText(draft, `avisos.visita-${one.phase}`) };
  };
  const { mentor, centre, ooad = '', state = '' } = visit;
  const { day, time, what } = here(visit);
  if (row.rung === movedRung) return houseText(draft, 'avisos.linea-visita-movida', { mentor, centre, day, time, what });
  const met = row.rung === clashRung ? clashOf(visits, visit) : undefined;
  if (met) {
    const { time: otherTime, what: otherWhat } = here(met);
    const other = met.mentor;
    const otherCentre = met.centre;
    return houseText(draft, 'avisos.linea-visita-choque', {
      mentor,
      centre,
      day,
      time,
      what,
      other,
      otherCentre,
      otherTime,
      otherWhat,
    });
  }
  if (row.rung === 'after') return houseText(draft, 'avisos.linea-visita-despues', { mentor, centre, day, what });
  const why = calendarOf(draft.program, draft.state.closures, { id: centre, ooad, state }).closures.get(visit.date);
  if (why !== undefined) return houseText(draft, 'avisos.linea-visita-cerrada', { mentor, centre, day, time, what, why });
  return houseText(draft, 'avisos.linea-visita', { mentor, centre, day, time, what });
}

function workshopLine(draft: TurnDraft, row: Reminder): string {
  const workshop = draft.workshops.find(({ number }) => String(number) === row.about.workshop);
  if (!workshop) return '';
  const { number, link = '', place = '' } = workshop;
  const sayAt = (instant: string): { day: string; time: string } => {
    const { date, time } = localMoment(instant, draft.centre.zone);
    return { day: sayDay(date, draft.today.date), time };
  };
  const start = workshopStart(workshop);
  if (start === undefined) {
    // Until then the old date was still to come.
    const when = sayDate(localMoment(row.until, draft.centre.zone).date, draft.today.date);
    return houseText(draft, workshop.calledOff ? 'avisos.linea-taller-cancelado' : 'avisos.linea-taller-sin-fecha', {
      number,
      when,
    });
  }
  const { day, time } = sayAt(start);
  if (row.rung === movedRung) return houseText(draft, 'avisos.linea-taller-movido', { number, day, time });
  const saysWhere = rungOf(draft, row)?.says === 'taller-enlace';
  if (saysWhere && workshop.mode === 'inPerson' && place !== '')
    return houseText(draft, 'avisos.linea-taller-donde', { number, day, time, place });
  if (saysWhere && link !== '') return houseText(draft, 'avisos.linea-taller-enlace', { number, day, time, link });
  return houseText(draft, 'avisos.linea-taller', { number, day, time });
}

/** Room for a question after it in the same bubble. */
const mostCharacters = 330;

/** Appointments first, as an agenda; then what else is due, a line each. */
export function reminderText(draft: TurnDraft, rows: readonly Reminder[]): string {
  if (rows.length === 0) return '';
  const whenOf = (row: Reminder): string => `${agreed(draft, row).date} ${agreed(draft, row).time}`;
  const appointments = rows.filter((row) => isOfAgenda(draft, row)).sort((a, b) => (whenOf(a) < whenOf(b) ? -1 : 1));
  const sorted = [...appointments, ...rows.filter((row) => !isOfAgenda(draft, row))];
  const late = sorted.filter((row) => isLate(draft, row));
  const timely = sorted.filter((row) => !late.includes(row));
  const parts = [sayAll(draft, timely)];
  if (late.length > 0)
    parts.push(houseText(draft, 'avisos.con-retraso', { lines: late.map((row) => reminderLine(draft, row)).join('\n') }));
  const closed = rows.filter((row) => tellsClosed(draft, row));
  const move =
    closed[0] && closed.length > 1 ? `\n${houseText(draft, 'avisos.cierra-mover', { name: nameOf(draft, closed[0]) })}` : '';
  return `${fitting(draft, parts.filter((part) => part !== '').join('\n'))}${move}`;
}

function sayAll(draft: TurnDraft, rows: readonly Reminder[]): string {
  const appointments = rows.filter((row) => isOfAgenda(draft, row));
  const others = rows.filter((row) => !isOfAgenda(draft, row));
  const agenda = appointments.map((row) => reminderLine(draft, row)).join('\n');
  const first = agenda && houseText(draft, appointments.length === 1 ? 'casa.recordatorio' : 'casa.agenda', { agenda });
  return [first, ...others.map((row) => reminderLine(draft, row))].filter((part) => part !== '').join('\n');
}

/** The last lines are counted where there is no room for them. */
function fitting(draft: TurnDraft, text: string): string {
  if (text.length <= mostCharacters) return text;
  const lines = text.split('\n');
  const left: string[] = [];
  while (lines.length > 1 && lines.join('\n').length > mostCharacters - 60) left.push(lines.pop() ?? '');
  return [...lines, houseText(draft, 'avisos.y-mas', { count: left.length })].join('\n');
}
