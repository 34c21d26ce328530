// Her appointments in the calendar of her own phone: offered once, sent as a file, and sent again when one moves or is called off.

import type { CalendarEntry, CalendarHow } from '../../domain/calendar-entry.ts';
import type { Appointment } from '../../domain/mentoring-cycle.ts';
import { opaqueId } from '../../domain/opaque-id.ts';
import { addMinutes, instantOf } from '../../mentoring/local-time.ts';
import { mayContact } from '../../mentoring/office-hours.ts';
import { visitInstant } from '../../mentoring/reminders/visit-reminders.ts';
import { workshopStart, workshopsAhead } from '../../mentoring/workshop-dates.ts';
import { isQuiet } from '../hearing/after-telling.ts';
import { hasConsent } from '../hearing/read-message.ts';
import { houseText } from '../thread-context.ts';
import { activeThread, openThread, repeatQuestion } from '../threads.ts';
import type { TurnDraft } from '../turn-draft.ts';
import { countInitiated, mayInitiate } from './initiating.ts';
import { contactOf } from './ledger.ts';

/** Minutes that the session takes, as the cards say. */
const minutesOf: Readonly<Record<Appointment['phase'], number>> = { focusedObservation: 20, reflection: 25 };
const phases = ['focusedObservation', 'reflection'] as const;

function hers(draft: TurnDraft): CalendarEntry[] {
  const { zone } = draft.centre;
  return draft.all('cycle').flatMap(({ id, appointments }) =>
    phases.flatMap((phase): CalendarEntry[] => {
      const dates = appointments.filter((one) => one.phase === phase);
      const last = dates.at(-1);
      if (last?.status !== 'planned') return [];
      // After one that was held another session is another entry.
      const held = dates.filter(({ status }) => status === 'held').length;
      const title = houseText(draft, `calendario.titulo-${phase}`, { code: last.code });
      return [entry(`${draft.state.owner}:${id}:${phase}:${held}`, dates.length, instantOf(last, zone), phase, title)];
    }),
  );
}

function entry(of: string, version: number, start: string, phase: Appointment['phase'], title: string): CalendarEntry {
  return { uid: `${opaqueId(of)}@luciernaga`, sequence: 2 * version, start, minutes: minutesOf[phase], title };
}

/** Sessions of others that a consultant accompanies, by her own clocks. */
function accompanied(draft: TurnDraft): CalendarEntry[] {
  const planned = draft.all('visit').filter(({ status }) => status === 'planned');
  return planned.map((visit) => {
    const title = houseText(draft, `calendario.visita-${visit.phase}`, { mentor: visit.mentor, centre: visit.centre });
    const of = `${draft.state.owner}:${visit.id}`;
    return entry(of, visit.version, visitInstant(visit), visit.phase, title);
  });
}

/** A workshop that is moved has no count of its dates: it goes on from what her phone has of it. */
function workshops(draft: TurnDraft): CalendarEntry[] {
  const sent = draft.conversation.calendar?.sent ?? [];
  if (!isMentor(draft)) return [];
  return workshopsAhead(draft).map((workshop) => {
    const uid = `${opaqueId(`${draft.state.owner}:workshop:${workshop.number}`)}@luciernaga`;
    const start = workshopStart(workshop) ?? '';
    const known = sent.find((one) => one.uid === uid);
    const sequence = known?.start === start ? known.sequence : (known?.sequence ?? 0) + 2;
    const title = houseText(draft, 'calendario.taller', { number: workshop.number });
    return { uid, sequence, start, minutes: workshop.minutes, title };
  });
}

const isMentor = (draft: TurnDraft): boolean => draft.person.roles.includes('mentor');

const ahead = (draft: TurnDraft): CalendarEntry[] =>
  [...hers(draft), ...workshops(draft), ...accompanied(draft)].filter(({ start }) => start > draft.now);

/** All that is ahead, and from now on whatever changes. */
export function sendCalendar(draft: TurnDraft): void {
  const entries = ahead(draft);
  draft.converse({ calendar: { wants: true, sent: entries } });
  if (entries.length > 0) return ask(draft, entries, 'new');
  draft.say({ kind: 'answer', text: houseText(draft, 'calendario.sin-citas') });
  repeatQuestion(draft);
}

export function stopCalendar(draft: TurnDraft): void {
  draft.converse({ calendar: { wants: false, sent: [] } });
  draft.say({ kind: 'answer', text: houseText(draft, 'calendario.ya-no') });
  repeatQuestion(draft);
}

const ask = (draft: TurnDraft, entries: CalendarEntry[], how: CalendarHow): void =>
  draft.lookUp({ kind: 'calendarFile', entries, how });

/** Asked with the first appointment that she agrees, where nothing else is being asked. */
function offer(draft: TurnDraft): void {
  if (!isMentor(draft) || !hasConsent(draft) || isQuiet(draft)) return;
  const isNew = draft
    .all('cycle')
    .some(({ appointments }) => appointments.some(({ status, agreedAt }) => status === 'planned' && agreedAt === draft.now));
  if (!isNew || activeThread(draft)?.waitingFor) return;
  draft.converse({ calendar: { sent: [] } });
  openThread(draft, 'calendario', {});
}

/** A consultant has as many as the mentors whom she accompanies make. */
const mayBegin = (draft: TurnDraft): boolean =>
  mayContact(draft.today, contactOf(draft), 'appointment') && (!isMentor(draft) || mayInitiate(draft));

/** What changed of what her phone has, as soon as she may be written to: others change what a consultant accompanies. */
export function keepCalendar(draft: TurnDraft, isHere: boolean): void {
  const { calendar } = draft.conversation;
  if (calendar === undefined && isHere) offer(draft);
  if (!calendar?.wants || !(isHere || mayBegin(draft))) return;
  const now = ahead(draft);
  const known = (one: CalendarEntry): CalendarEntry | undefined => calendar.sent.find(({ uid }) => uid === one.uid);
  const isOlder = (one: CalendarEntry): boolean => (known(one)?.sequence ?? one.sequence) < one.sequence;
  const added = now.filter((one) => known(one) === undefined);
  const changed = now.filter(isOlder);
  const gone = calendar.sent.filter(({ uid, start }) => start > draft.now && !now.some((one) => one.uid === uid));
  // What has been is kept for a day: a session that is told late is no other appointment.
  const past = calendar.sent.filter(
    ({ uid, start }) => start <= draft.now && addMinutes(start, 1440) > draft.now && !now.some((one) => one.uid === uid),
  );
  if (added.length + changed.length + gone.length === 0) return;
  draft.converse({ calendar: { ...calendar, sent: [...past, ...now] } });
  if (!isHere) countInitiated(draft, 'appointment');
  if (added.length > 0) ask(draft, added, 'new');
  if (changed.length > 0) ask(draft, changed, 'changed');
  if (gone.length > 0)
    ask(
      draft,
      gone.map((one) => ({ ...one, sequence: one.sequence + 1 })),
      'cancelled',
    );
}
