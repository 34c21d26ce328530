// Rooms and shifts of those on her list, told or put right in a sentence: written down and said back, whatever was being asked.
import { addedLines } from '../../mentoring/summaries.ts';
import { answersAtOnce } from '../answer-question.ts';
import { readToldPlaces } from '../answers/people/told-places.ts';
import { readReplaced, readToldRename } from '../answers/people/told-rename.ts';
import { plain } from '../answers/words/text-forms.ts';
import { questionAt } from '../run-thread.ts';
import { houseText, threadContext } from '../thread-context.ts';
import { activeThread, dropThread, openThread, quietly, repeatQuestion, resumeInterrupted } from '../threads.ts';
import type { TurnDraft } from '../turn-draft.ts';

/** "Karla se fue ayer, es Karina": of whom nothing was told yet the name changes; else her work is closed first, and the new one is another. */
export function takesUpReplaced(draft: TurnDraft, text: string): boolean {
  const open = activeThread(draft);
  if (open?.waitingFor && (notHere.has(open.flow) || open.pending)) return false;
  const known = draft.all('caregiver').filter(({ status }) => status === 'active');
  const told = readReplaced(text, known);
  if (!told) return false;
  const worked = draft.all('cycle').some(({ caregiverId }) => caregiverId === told.id);
  const gone = draft.get('caregiver', told.id);
  if (!worked && !gone?.digests.length) {
    openThread(draft, 'maestra', { caregiverId: told.id, answers: { que: 'nombre' } });
    const thread = activeThread(draft);
    if (thread) answersAtOnce(draft, thread, told.name);
    return true;
  }
  quietly(draft, () => {
    openThread(draft, 'maestras', {});
    const thread = activeThread(draft);
    if (thread) answersAtOnce(draft, thread, told.name);
  });
  draft.say({ kind: 'statement', text: houseText(draft, 'casa.llega-otra', { name: told.name }) });
  openThread(draft, 'maestra', { caregiverId: told.id, answers: { que: 'cerrar' } });
  return true;
}

/** There a part of the day is the answer, or a part of it. */
const ofTime = new Set(['when', 'facts', 'minutes', 'phone-moments']);
/** There names and rooms are the answer, or words are for somebody else. */
const notHere = new Set(['maestras', 'con-quien', 'bienvenida', 'duda', 'sigo-duda', 'en-nombre', 'baja', 'consejos']);
const saysPlace = /\b(?:turno|sala|salon|grupo|lactante\w*|maternal\w*|matutino|vespertino)\b/;

/** "No es Rosa, es Rosaura": the name that stands from now on. */
export function takesUpRename(draft: TurnDraft, text: string): boolean {
  const open = activeThread(draft);
  if (open?.waitingFor && (notHere.has(open.flow) || open.pending)) return false;
  if (questionAt(threadContext(draft, open?.id))?.step.as === 'caregivers') return false;
  const known = draft.all('caregiver').filter(({ status }) => status === 'active');
  const told = readToldRename(text, known);
  if (!told) return false;
  if (open?.flow === 'maestra') dropThread(draft, open.id);
  openThread(draft, 'maestra', { caregiverId: told.id, answers: { que: 'nombre' } });
  const thread = activeThread(draft);
  if (thread) answersAtOnce(draft, thread, told.name);
  return true;
}

/** True where that was all she said. */
export function takesUpPlaces(draft: TurnDraft, text: string): boolean {
  const open = activeThread(draft);
  if (open?.waitingFor && (notHere.has(open.flow) || open.pending)) return false;
  const step = questionAt(threadContext(draft, open?.id))?.step;
  if (step?.['options-from'] === 'rooms' || step?.['options-from'] === 'shifts') return false;
  if (step && ofTime.has(step.as) && !saysPlace.test(plain(text))) return false;
  const { rooms, shifts } = draft.program.programme;
  const known = draft.all('caregiver').filter(({ status }) => status === 'active');
  const recent = known.filter(({ mentors }) => mentors.some(({ from }) => from === draft.today.date)).map(({ id }) => id);
  const about = open?.caregiverId ?? (recent.length === 1 ? recent[0] : undefined);
  const told = readToldPlaces(text, known, rooms, shifts, { about, recent });
  if (!told) return false;
  for (const { id, room, shift } of told) {
    const caregiver = draft.get('caregiver', id);
    const place = rooms.find((one) => one.id === room);
    if (!caregiver) continue;
    draft.put({
      ...caregiver,
      ...(place ? { room: place.id, ageGroup: place.ageGroup } : {}),
      ...(shift === undefined ? {} : { shift }),
    });
  }
  const c = threadContext(draft, undefined);
  const lines = addedLines(
    c,
    told.map(({ id }) => id),
  );
  const said =
    told.length === 1
      ? houseText(draft, 'casa.en-su-lugar-una', { line: lines.replace(/^• /, '') })
      : houseText(draft, 'casa.en-su-lugar', { lines });
  draft.say({ kind: 'statement', text: said });
  if (open?.flow === 'maestra') {
    dropThread(draft, open.id);
    resumeInterrupted(draft);
  } else if (open?.flow !== 'menu') repeatQuestion(draft);
  return true;
}
