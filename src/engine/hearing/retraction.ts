// A session recorded by mistake is offered to be taken back, whatever is being asked.
import type { Caregiver, MentoringCycle, Session } from '../../domain/mentoring-cycle.ts';
import { openCycleOf } from '../../mentoring/next-step.ts';
import { readRetraction } from '../answers/commands/retraction-words.ts';
import { readCaregiverName } from '../answers/people/caregiver-name.ts';
import { houseText } from '../thread-context.ts';
import { activeThread, openThread, repeatQuestion } from '../threads.ts';
import type { TurnDraft } from '../turn-draft.ts';

const recording: Readonly<Record<string, string>> = { observacion: 'focusedObservation', reflexion: 'reflection' };

interface Recorded {
  caregiver: Caregiver;
  cycle: MentoringCycle;
  session: Session;
}

/** True where her words were about a session that is kept, or one that she is just telling of. */
export function takesUpRetraction(draft: TurnDraft, text: string): boolean {
  const read = readRetraction(text);
  if (!read) return false;
  const caregivers = draft.all('caregiver').filter(({ status }) => status === 'active');
  const named = read.of === '' ? undefined : readCaregiverName(read.of, caregivers);
  const whom = named?.kind === 'understood' ? named.value : undefined;
  const thread = activeThread(draft);
  const underWay =
    thread &&
    recording[thread.flow] !== undefined &&
    thread.answers.guardada == null &&
    String(thread.answers.hecha).startsWith('si');
  const isHers = thread && (whom === undefined || whom === thread.caregiverId);
  if (underWay && isHers && thread.caregiverId !== null && (read.phase ?? recording[thread.flow]) === recording[thread.flow]) {
    openThread(draft, 'quitar-sesion', { caregiverId: thread.caregiverId, answers: { hilo: thread.id } });
    return true;
  }
  const found = recorded(draft, caregivers)
    .filter(
      ({ caregiver, session }) => (whom ?? caregiver.id) === caregiver.id && (read.phase ?? session.phase) === session.phase,
    )
    .sort((a, b) => (a.session.recordedAt < b.session.recordedAt ? 1 : -1));
  const about = found.find(({ caregiver }) => caregiver.id === thread?.caregiverId) ?? found[0];
  if (!about) {
    draft.say({ kind: 'answer', text: houseText(draft, 'casa.nada-que-quitar') });
    repeatQuestion(draft);
    return true;
  }
  openThread(draft, 'quitar-sesion', { caregiverId: about.caregiver.id, answers: { sesion: about.session.id } });
  return true;
}

/** Of open cycles: a closed one has been told to everybody. */
function recorded(draft: TurnDraft, caregivers: readonly Caregiver[]): Recorded[] {
  return caregivers.flatMap((caregiver) => {
    const cycle = openCycleOf(draft.all('cycle'), caregiver.id);
    const sessions = cycle?.sessions.filter(({ phase }) => phase !== 'workPlan') ?? [];
    return cycle ? sessions.map((session) => ({ caregiver, cycle, session })) : [];
  });
}
