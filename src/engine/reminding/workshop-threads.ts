// Questions about a workshop that reminders open: one thread of a kind, about one workshop, however many she was asked of.
import { attendanceId } from '../../domain/attendance.ts';
import type { Thread } from '../../domain/conversation.ts';
import type { Post } from '../../domain/inbound-event.ts';
import type { Reminder } from '../../domain/reminder.ts';
import { emptyAttendance, keepAttendance } from '../../mentoring/verbs/workshop-verbs.ts';
import { type WorkshopStep, workshopSteps } from '../../mentoring/workshop-dates.ts';
import { attendanceIn, workshopSight } from '../../mentoring/workshop-talk.ts';
import { toldOfWorkshop } from '../answers/commands/workshop-words.ts';
import { houseText, threadContext } from '../thread-context.ts';
import { dropThread, openThread } from '../threads.ts';
import type { TurnDraft } from '../turn-draft.ts';

const flowOf: Partial<Record<Reminder['source'], string>> = {
  attendance: 'taller',
  catchUp: 'al-corriente',
  homework: 'tarea',
};

/** What she tells of one that is open is taken up at once; else she sees them all. */
export function openWorkshops(draft: TurnDraft, text: string): void {
  const told = toldOfWorkshop(text);
  const steps = workshopSteps(workshopSight(threadContext(draft, undefined)));
  const open = (step: WorkshopStep, flow: string, answers: Thread['answers']): boolean => {
    const found = steps.filter((one) => one.step === step).at(-1);
    if (!found) return false;
    const taller = found.workshop.number;
    for (const { id, flow: other } of draft.all('thread')) if (other === flow) dropThread(draft, id);
    openThread(draft, flow, { answers: { taller, ...answers } });
    return true;
  };
  if (told === 'missed' && open('attendance', 'taller', { asistencia: 'no-pude' })) return;
  if (told === 'homework' && open('homework', 'tarea', { hecha: 'ya' })) return;
  if ((told === 'catchUp' || told === 'missed') && open('catchUp', 'al-corriente', {})) return;
  openThread(draft, 'mis-talleres', {});
}

/** True where the row is about a workshop, and it was asked. */
export function asksOfWorkshop(draft: TurnDraft, { source, about }: Reminder, lead: readonly string[]): boolean {
  const flow = flowOf[source];
  if (flow === undefined) return false;
  const taller = Number(about.workshop);
  // The one before it was not answered: it is found under «mis talleres».
  for (const { id, flow: other, answers } of draft.all('thread'))
    if (other === flow && answers.taller !== taller) dropThread(draft, id);
  const told = attendanceIn(threadContext(draft, undefined), taller)?.told;
  const wasTold = source === 'attendance' && told !== undefined && Object.keys(told).length > 0;
  const said = [...lead, ...(wasTold ? [houseText(draft, 'avisos.linea-encuesta', { number: taller })] : [])];
  openThread(draft, flow, { answers: { taller } }, { kind: 'reminder', ...(said.length > 0 ? { lead: said.join('\n') } : {}) });
  return true;
}

/** Whether she was there, by a list that somebody of the staff worked through: kept, and not told. */
export function hearAttendance(draft: TurnDraft, body: Extract<Post['body'], { kind: 'attendanceTold' }>): void {
  if (draft.person.withdrawnAt !== null || !draft.person.consent?.given) return;
  const { workshop, source, attended, minutes } = body;
  const attendance = draft.get('attendance', attendanceId(workshop)) ?? emptyAttendance(draft.state.owner, workshop);
  keepAttendance(threadContext(draft, undefined), attendance, source, { attended, ...(minutes === null ? {} : { minutes }) });
}
