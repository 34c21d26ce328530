// Staff sees the workshops, moves one or calls it off, and brings the list of who was there: shown first, done once it was confirmed.
import { type AttendanceFinding, attendanceId, type WorkshopOrder } from '../../domain/attendance.ts';
import type { AnswerValue } from '../../domain/conversation.ts';
import type { LookUpRequest, LookUpResult } from '../../domain/look-up.ts';
import { defaultZone } from '../../domain/roster.ts';
import { instantOf, localMoment, sayDate } from '../../mentoring/local-time.ts';
import { workshopMoment, workshopsAhead, workshopVersion } from '../../mentoring/workshop-dates.ts';
import type { Workshop } from '../../program/workshop-schema.ts';
import { readBroadcastWish } from '../answers/commands/broadcast-wish.ts';
import { ordersWorkshop, readWorkshopWords } from '../answers/commands/workshop-words.ts';
import { readWhen } from '../answers/when/when.ts';
import { houseText } from '../thread-context.ts';
import { continueThread, dropThread, openThread } from '../threads.ts';
import type { TurnDraft } from '../turn-draft.ts';

const say = (draft: TurnDraft, text: string): void => void draft.say({ kind: 'answer', text });

const sayAt = (draft: TurnDraft, { date, time }: { date: string; time: string }): string =>
  houseText(draft, 'cambio-taller.fecha', { day: sayDate(date, draft.today.date), time });

const sayWhen = (draft: TurnDraft, workshop: Workshop): string => {
  const at = workshopMoment(workshop, draft.centre.zone);
  return at ? sayAt(draft, at) : houseText(draft, workshop.calledOff ? 'cambio-taller.cancelado' : 'cambio-taller.sin-fecha');
};

/** "El taller 4 se pasa al viernes a las 11": an order of its own, and no message for others. */
export const speaksOfWorkshop = (text: string): boolean => ordersWorkshop(text) && !readBroadcastWish(text);

export function askWorkshopChange(draft: TurnDraft, text: string): void {
  const { number, deed, rest } = readWorkshopWords(text);
  if (deed === undefined) return listWorkshops(draft);
  const workshop = draft.workshops.find((one) => one.number === number);
  if (!workshop)
    return say(
      draft,
      number === undefined ? houseText(draft, 'cambio-taller.cual') : houseText(draft, 'cambio-taller.no-hay', { number }),
    );
  const at = workshopMoment(workshop, draft.centre.zone);
  if (at && `${at.date}T${at.time}` <= `${draft.today.date}T${draft.today.time}`)
    return say(draft, houseText(draft, 'cambio-taller.ya-paso', { number: workshop.number, when: sayAt(draft, at) }));
  if (deed === 'callOff') return confirm(draft, workshop, null);
  const read = readWhen(rest, { now: draft.today, holidays: draft.holidays, closures: draft.closures, tense: 'future' });
  if (read.kind === 'date' && at) return confirm(draft, workshop, { date: read.date, time: at.time });
  if (read.kind !== 'datetime') return say(draft, houseText(draft, 'cambio-taller.para-cuando', { number: workshop.number }));
  confirm(draft, workshop, { date: read.date, time: read.time });
}

function listWorkshops(draft: TurnDraft): void {
  const lines = workshopsAhead({ workshops: draft.workshops, now: draft.now })
    .slice(0, 8)
    .map((workshop) => houseText(draft, 'cambio-taller.renglon', { number: workshop.number, when: sayWhen(draft, workshop) }));
  if (lines.length === 0) return say(draft, houseText(draft, 'cambio-taller.ninguno'));
  say(draft, houseText(draft, 'cambio-taller.lista', { lines: lines.join('\n') }));
}

/** `to`: in the clocks of who says it. */
function confirm(draft: TurnDraft, workshop: Workshop, to: { date: string; time: string } | null): void {
  const { number } = workshop;
  const when = to && localMoment(instantOf(to, draft.centre.zone), workshop.zone ?? defaultZone);
  const inFile = draft.program.workshops.find((one) => one.number === number) ?? workshop;
  const order: WorkshopOrder = { workshop: number, was: workshopVersion(inFile), when };
  const before = sayWhen(draft, workshop);
  const resumen = to
    ? houseText(draft, 'cambio-taller.recap-mover', { number, before, after: sayAt(draft, to) })
    : houseText(draft, 'cambio-taller.recap-cancelar', { number, before });
  const answers = { orden: order as unknown as AnswerValue, resumen };
  for (const { id, flow } of draft.all('thread')) if (flow === 'cambio-taller') dropThread(draft, id);
  openThread(draft, 'cambio-taller', { answers });
}

export function hearWorkshopDone(
  draft: TurnDraft,
  { order, thread }: Extract<LookUpRequest, { kind: 'workshopOrder' }>,
  result: LookUpResult,
): void {
  dropThread(draft, thread);
  if (result.kind !== 'workshopDone') return say(draft, houseText(draft, 'equipo.no-se-pudo'));
  const { workshop, was, when } = order;
  draft.fact('workshopChanged', { data: { workshop, was, when: when && `${when.date}T${when.time}` } });
  const { mentors } = result;
  const number = workshop;
  if (when === null) say(draft, houseText(draft, 'cambio-taller.quedo-cancelado', { number, mentors }));
  else say(draft, houseText(draft, 'cambio-taller.quedo-movido', { number, mentors }));
}

/** With what the command tells already: which workshop, and who was there. */
export function askAttendance(draft: TurnDraft, text: string): void {
  const { number } = readWorkshopWords(text.split('\n')[0] ?? '');
  const list =
    /(?::|\n|\basistieron\b|\bestuvieron\b|\bentraron\b)\s*(?!al? |en )([^:\n][\s\S]*)$/i.exec(text)?.[1]?.trim() ?? '';
  const past = draft.workshops.filter((workshop) => {
    const at = workshopMoment(workshop, draft.centre.zone);
    return at !== undefined && `${at.date}T${at.time}` <= `${draft.today.date}T${draft.today.time}`;
  });
  if (past.length === 0) return say(draft, houseText(draft, 'asistencia.ninguno'));
  const known = past.find((one) => one.number === number);
  if (number !== undefined && !known) return say(draft, houseText(draft, 'asistencia.aun-no', { number }));
  for (const { id, flow } of draft.all('thread')) if (flow === 'asistencia') dropThread(draft, id);
  openThread(draft, 'asistencia', {
    answers: { ...(known ? { cual: attendanceId(known.number) } : {}), ...(list === '' ? {} : { 'lista:0': list }) },
  });
}

/** Room for the thread's other answers: a record holds 16 KB. */
const mostFound = 12_000;

export function hearAttendanceList(draft: TurnDraft, threadId: string, result: LookUpResult): void {
  const thread = draft.get('thread', threadId);
  if (!thread) return;
  if (result.kind !== 'attendanceList') {
    dropThread(draft, threadId);
    return say(draft, houseText(draft, 'equipo.no-se-pudo'));
  }
  const finding: AttendanceFinding = result.finding;
  if (JSON.stringify(finding).length > mostFound) {
    dropThread(draft, threadId);
    return say(draft, houseText(draft, 'asistencia.muy-larga'));
  }
  // The names in it are needed no more: who is who is asked from what was found.
  const answers = Object.fromEntries(Object.entries(thread.answers).filter(([key]) => !key.startsWith('lista:')));
  const vueltas = Number(answers.vueltas ?? 0) + 1;
  draft.patchThread(threadId, { answers: { ...answers, vueltas, hallada: finding as unknown as AnswerValue }, history: [] });
  continueThread(draft, threadId);
}
