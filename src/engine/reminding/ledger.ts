// The ledger of a turn: rows are planned and ended as the state changes, and each end is a fact.
import type { FactKind } from '../../domain/fact.ts';
import type { Phase } from '../../domain/mentoring-cycle.ts';
import type { Reminder } from '../../domain/reminder.ts';
import type { Contact } from '../../mentoring/office-hours.ts';
import { forgotten, reconciled, released, wantedRows } from '../../mentoring/reminder-ledger.ts';
import { type ReminderView, rowId } from '../../mentoring/reminders/reminder-view.ts';
import { activeThread, dropThread, rests } from '../threads.ts';
import type { TurnDraft } from '../turn-draft.ts';
import { isPaused } from './initiating.ts';

export const contactOf = ({ centre, person, closures }: TurnDraft): Contact => ({
  zone: centre.zone,
  moments: person.phoneMoments,
  closures,
});

function reminderView(draft: TurnDraft): ReminderView {
  const thread = activeThread(draft);
  return {
    program: draft.program,
    person: draft.person,
    contact: contactOf(draft),
    now: draft.now,
    today: draft.today,
    caregivers: draft.all('caregiver'),
    cycles: draft.all('cycle'),
    threads: draft.all('thread'),
    workshops: draft.workshops,
    attendances: draft.all('attendance'),
    visits: draft.all('visit'),
    open: thread?.waitingFor && !rests(draft, thread) ? thread : undefined,
    rests: (one) => rests(draft, one),
    rows: draft.all('reminder'),
    known: draft.byId('reminder'),
  };
}

/** Exactly the rows that the state asks for, no more and no fewer. */
export function keepLedger(draft: TurnDraft): void {
  const { person } = draft;
  if (!person.roles.includes('mentor') && draft.all('visit').length + draft.all('reminder').length === 0) return;
  for (const row of reconciled(reminderView(draft), draft.state.owner)) keepRow(draft, row);
  dropOldOffers(draft);
  if (isPaused(draft)) return;
  for (const row of draft.all('reminder'))
    if (row.held?.for === 'paused' && row.held.to > draft.now) keepRow(draft, released(row, draft.now));
}

/** What could be tapped of an appointment that is over, or has another date, is over too. */
function dropOldOffers(draft: TurnDraft): void {
  for (const { id, flow, cycleId, answers } of draft.all('thread')) {
    if (flow !== 'recordatorio') continue;
    const appointments = draft.get('cycle', cycleId ?? '')?.appointments ?? [];
    if (!appointments.some(({ phase, status }) => phase === answers.fase && status === 'planned')) dropThread(draft, id);
  }
}

/** Rows that nobody will ask about any more; looked for when something is due, not at every turn. */
export function forgetRows(draft: TurnDraft): void {
  const view = reminderView(draft);
  const wanted = new Set(wantedRows(view).map(rowId));
  for (const { id } of forgotten(view.rows, wanted, draft.now, draft.centre.zone)) draft.remove('reminder', id);
}

/** Work of hers that is open while she does it. */
const underWay: readonly Reminder['source'][] = ['question', 'checklist', 'plan', 'record'];

/** What she went on with in time needed no reminder: its end is told, and no row is kept to be listed. */
export function keepRow(draft: TurnDraft, row: Reminder): void {
  const isUnderWay = underWay.includes(row.source);
  if (isUnderWay && row.state === 'suppressed' && row.why === 'done') {
    tell(draft, 'reminderEnded', row);
    return draft.remove('reminder', row.id);
  }
  const known = draft.get('reminder', row.id);
  draft.put(row);
  if (row.state !== 'planned') tell(draft, 'reminderEnded', row);
  else if (!known && !isUnderWay) tell(draft, 'reminderPlanned', row);
}

function tell(draft: TurnDraft, kind: FactKind, row: Reminder): void {
  const { source, rung, dueAt, state, why, supersededBy, about } = row;
  const { caregiverId, cycleId, phase } = about;
  const cycle = cycleId === undefined ? undefined : draft.get('cycle', cycleId);
  draft.fact(kind, {
    ...(caregiverId === undefined ? {} : { caregiverId }),
    ...(cycleId === undefined ? {} : { cycleId }),
    ...(cycle ? { theme: cycle.theme } : {}),
    ...(phase === undefined ? {} : { phase: phase as Phase }),
    data: {
      row: row.id,
      source,
      rung,
      dueAt,
      ...(state === 'planned' ? {} : { outcome: state }),
      ...(why === undefined ? {} : { why }),
      ...(supersededBy === undefined ? {} : { supersededBy }),
    },
  });
}
