// Says what is due: one message for all of it, with "¿ya la hizo?" or a question left open as the only question in it.
import type { Reminder } from '../../domain/reminder.ts';
import { localMoment } from '../../mentoring/local-time.ts';
import { nextContact } from '../../mentoring/office-hours.ts';
import { contactAbout, endOf, hold, ripeAt } from '../../mentoring/reminder-ledger.ts';
import { type Circumstances, verdicts } from '../../mentoring/reminder-verdict.ts';
import { isQuiet } from '../hearing/after-telling.ts';
import { hasConsent } from '../hearing/read-message.ts';
import { echoedDate } from '../questions/when-question.ts';
import { questionAt } from '../run-thread.ts';
import { houseText, threadContext } from '../thread-context.ts';
import { activeThread, openThread, rests, resumeThread } from '../threads.ts';
import type { TurnDraft } from '../turn-draft.ts';
import { busyUntil, countInitiated, isPaused, mayInitiate, mayInitiateOther } from './initiating.ts';
import { contactOf, forgetRows, keepLedger, keepRow } from './ledger.ts';
import { isLate, reminderLine, reminderText, rungOf } from './reminder-lines.ts';
import { weekIsToday } from './week-due.ts';
import { asksOfWorkshop } from './workshop-threads.ts';

const planned = (draft: TurnDraft): Reminder[] => draft.all('reminder').filter(({ state }) => state === 'planned');

const isAsk = (draft: TurnDraft, row: Reminder): boolean => (rungOf(draft, row)?.does ?? 'tell') !== 'tell';

function circumstances(draft: TurnDraft, isHere: boolean): Circumstances {
  const { person, conversation } = draft;
  return {
    now: draft.now,
    contact: contactOf(draft),
    pausedUntil: isPaused(draft) ? (person.pausedUntil ?? undefined) : undefined,
    quietUntil: isQuiet(draft) ? conversation.quiet?.until : undefined,
    // A consultant has as many as the mentors whom she accompanies make.
    dayIsFull: person.roles.includes('mentor') && !mayInitiate(draft),
    othersAreFull: !mayInitiateOther(draft) || weekIsToday(draft),
    busyUntil: isHere ? undefined : busyUntil(draft),
    isHere,
    asks: (row) => isAsk(draft, row),
  };
}

/** The hour of something has come. */
export function remind(draft: TurnDraft): void {
  // What was done, moved or edited since is not said.
  keepLedger(draft);
  const { say, put } = verdicts(
    planned(draft).filter((row) => ripeAt(row) <= draft.now),
    circumstances(draft, false),
  );
  for (const row of put) keepRow(draft, row);
  const isWoven = busyUntil(draft) !== undefined;
  const before = draft.outbound.length;
  if (say.length > 0 && deliver(draft, say, isWoven ? 'inPassing' : 'first'))
    countInitiated(draft, say.some((row) => contactAbout(row) === 'appointment') ? 'appointment' : 'other');
  // A thousand may be due in one minute: what is about today leaves before what is not.
  for (const message of draft.outbound.slice(before))
    message.mayWait = say.some((row) => isAboutToday(draft, row)) ? 'today' : 'later';
  forgetRows(draft);
}

/** It helps no more when today is over. */
const isAboutToday = (draft: TurnDraft, { until }: Reminder): boolean =>
  localMoment(until, draft.centre.zone).date === draft.today.date;

/** Its hour came while she was answering something else, or while another was asked. */
const waited = (draft: TurnDraft, { dueAt, held }: Reminder): boolean =>
  dueAt <= draft.now && (held === undefined || held.for === 'answering' || held.for === 'enough');

/** She has just finished something and is here: what waited for her is said, and what waited to be asked is asked. */
export function askWhatWaited(draft: TurnDraft): void {
  const thread = activeThread(draft);
  if (!planned(draft).some((row) => waited(draft, row))) return;
  if (!hasConsent(draft) || isPaused(draft) || isQuiet(draft) || (thread?.waitingFor && !rests(draft, thread))) return;
  keepLedger(draft);
  const waits = planned(draft).filter((row) => waited(draft, row) && !(thread?.waitingFor && isAsk(draft, row)));
  const { say, put } = verdicts(waits, circumstances(draft, true));
  for (const row of put) keepRow(draft, row);
  if (say.length > 0) deliver(draft, say, 'inPassing');
}

/** True where something was said. A question is asked with nothing else open; of several the oldest, the others wait for their turn. */
function deliver(draft: TurnDraft, rows: readonly Reminder[], how: 'first' | 'inPassing'): boolean {
  const again = rows.find((row) => isOpen(draft, row));
  const asks = rows.filter((row) => rungOf(draft, row)?.does === 'ask');
  const tells = rows.filter((row) => row !== again && !asks.includes(row));
  const [first, ...others] = asks;
  for (const row of others) holdBack(draft, row);
  // The question she left open is long enough by itself: it gives way to what was agreed, and goes before what was not.
  if (again && !first && !tells.some((row) => contactAbout(row) === 'appointment')) {
    for (const row of tells) holdBack(draft, row);
    return askAgain(draft, again);
  }
  if (again) holdBack(draft, again);
  const text = reminderText(draft, tells);
  const lead = text && how === 'inPassing' ? houseText(draft, 'avisos.por-cierto', { text }) : text;
  for (const row of tells) end(draft, row);
  if (first) return ask(draft, first, lead);
  const [only] = tells;
  if (only && tells.length === 1 && how === 'first' && mayOpen(draft, only)) return offer(draft, only, lead);
  const more = only?.source === 'appointment' && tells.length === 1 ? `\n${houseText(draft, 'recordatorio.cita')}` : '';
  if (lead) draft.say({ kind: 'reminder', text: `${lead}${more}` });
  return lead !== '';
}

/** Flows whose question nobody has to answer. */
const inNobodysWay = new Set(['menu', 'recordatorio', 'calendario']);

/** One appointment, and nothing of hers is under way, not even a sheet that she has on paper: what is told of it can be tapped. */
function mayOpen(draft: TurnDraft, row: Reminder): boolean {
  const thread = activeThread(draft);
  return row.source === 'appointment' && (!thread?.waitingFor || inNobodysWay.has(thread.flow));
}

function offer(draft: TurnDraft, row: Reminder, lead: string): boolean {
  const { caregiverId = '', cycleId = '', phase = '' } = row.about;
  openThread(draft, 'recordatorio', { caregiverId, cycleId, answers: { fase: phase } }, { kind: 'reminder', lead });
  return true;
}

/** It is about the very question that is open. */
const isOpen = (draft: TurnDraft, row: Reminder): boolean =>
  row.about.threadId !== undefined && activeThread(draft)?.id === row.about.threadId;

const end = (draft: TurnDraft, row: Reminder): void =>
  keepRow(draft, endOf(row, { outcome: isLate(draft, row) ? 'caughtUp' : 'sent' }, draft.now));

function holdBack(draft: TurnDraft, row: Reminder): void {
  const next = nextContact(draft.now, row.until, contactOf(draft), contactAbout(row));
  keepRow(draft, next === undefined ? endOf(row, { why: 'enough' }, draft.now) : hold(row, next, 'enough'));
}

/** "¿Ya la hizo?" opens the record of that session: its question is the open one from here on. */
function ask(draft: TurnDraft, row: Reminder, text: string): boolean {
  const { caregiverId = '', cycleId = '', phase } = row.about;
  const lead = [text, ...(isLate(draft, row) ? [houseText(draft, 'avisos.pregunto-tarde')] : [])].filter((part) => part !== '');
  end(draft, row);
  if (text === '' && confirmsMove(draft, row)) return true;
  if (row.source === 'visit') {
    const about = [text, reminderLine(draft, row)].filter((part) => part !== '').join('\n');
    openThread(draft, 'acompanamiento', { answers: { visita: row.about.visit ?? '' } }, { kind: 'reminder', lead: about });
    return true;
  }
  if (asksOfWorkshop(draft, row, lead)) return true;
  openThread(
    draft,
    phase === 'reflection' ? 'reflexion' : 'observacion',
    { caregiverId, cycleId },
    { kind: 'reminder', ...(lead.length > 0 ? { lead: lead.join('\n') } : {}) },
  );
  return true;
}

/** She told another date for it and has not said yet whether it was understood: that is asked again, and nothing of it is lost. */
function confirmsMove(draft: TurnDraft, { about }: Reminder): boolean {
  const moves = draft.all('thread').find(({ flow, caregiverId, cycleId, answers }) => {
    if (flow !== 'mover' || caregiverId !== about.caregiverId || (cycleId ?? about.cycleId) !== about.cycleId) return false;
    return (answers.fase ?? about.phase) === about.phase;
  });
  const c = moves && threadContext(draft, moves.id);
  const question = c && questionAt(c);
  if (!moves || !question || echoedDate(c, question) === undefined) return false;
  resumeThread(draft, moves.id, {
    kind: 'reminder',
    lead: houseText(draft, 'avisos.falta-confirmar', { name: c.caregiver?.name ?? '' }),
  });
  return true;
}

/** One nudge for a question left open since the working day before. */
function askAgain(draft: TurnDraft, row: Reminder): boolean {
  const thread = activeThread(draft);
  if (!thread?.waitingFor) return false;
  if (draft.program.flows[thread.flow]?.passing) {
    draft.remove('thread', thread.id);
    draft.converse({ active: null });
    keepRow(draft, endOf(row, { why: 'tooLate' }, draft.now));
    return false;
  }
  end(draft, row);
  const c = threadContext(draft, thread.id);
  resumeThread(draft, thread.id, { kind: 'reminder', lead: c.text(c.caregiver ? 'casa.empujon-con' : 'casa.empujon') });
  draft.patchThread(thread.id, { nudgedAt: draft.now });
  return true;
}
