// Words about another caregiver, said in the middle of the work with one: asked whose they are, and taken to her.
import type { Thread } from '../../domain/conversation.ts';
import { answerQuestion, answersAtOnce } from '../answer-question.ts';
import {
  isRoomGroup,
  readDeedWith,
  readOfAnother,
  readRoomStarred,
  readRoomTold,
  tellsJoining,
} from '../answers/people/of-another.ts';
import { readRoom } from '../answers/people/room-words.ts';
import { plain } from '../answers/words/text-forms.ts';
import { askWhetherAnswer, askWhetherCommand, askWhoseItIs } from '../asides.ts';
import { openWorkWith } from '../commands.ts';
import { questionAt } from '../run-thread.ts';
import { houseText, threadContext } from '../thread-context.ts';
import { activeThread, openThread, repeatQuestion } from '../threads.ts';
import type { TurnDraft } from '../turn-draft.ts';
import { takesUpPlaces, takesUpRename } from './places-told.ts';
import { takeUpReport } from './told-events.ts';

const active = (draft: TurnDraft) => draft.all('caregiver').filter(({ status }) => status === 'active');

/** "Rosario es de Maternal A": written down, whatever was being asked. */
export function takesUpRoom(draft: TurnDraft, text: string): boolean {
  const { rooms } = draft.program.programme;
  const open = activeThread(draft);
  const step = questionAt(threadContext(draft, open?.id))?.step;
  if (open?.pending && step?.['options-from'] === 'rooms') return namesOtherRoom(draft, open, text);
  if (step?.['options-from'] === 'rooms' || step?.as === 'caregivers') return false;
  if (takesUpPlaces(draft, text) || takesUpRename(draft, text)) return true;
  const starred = readRoomStarred(text, rooms);
  const grouped = open === undefined || open.flow === 'menu' ? onlyRoomless(draft) : undefined;
  if (grouped !== undefined && isRoomGroup(text, rooms)) return asksRoom(draft, grouped, text);
  const told = starred ? { ...starred, id: lastRoomed(draft) ?? '' } : readRoomTold(text, active(draft), rooms);
  const caregiver = told && draft.get('caregiver', told.id);
  if (!told || !caregiver) return false;
  if ('called' in told) return asksRoom(draft, caregiver.id, told.called);
  const room = rooms.find(({ id }) => id === told.room);
  if (!room) return false;
  draft.put({ ...caregiver, room: room.id, ageGroup: room.ageGroup });
  draft.say({ kind: 'statement', text: houseText(draft, 'casa.en-su-sala', { name: caregiver.name, room: room.name }) });
  repeatQuestion(draft);
  return true;
}

/** Half of a room is told: which it is, is asked. */
function asksRoom(draft: TurnDraft, caregiverId: string, said: string): boolean {
  openThread(draft, 'maestra', { caregiverId, answers: { que: 'sala' } });
  const thread = activeThread(draft);
  if (thread) answersAtOnce(draft, thread, said);
  return true;
}

/** The only one on her list whose room is not known. */
function onlyRoomless(draft: TurnDraft): string | undefined {
  const roomless = active(draft).filter(({ room }) => room === null);
  return roomless.length === 1 ? roomless[0]?.id : undefined;
}

/** "No, está en maternal c1", asked of what age her own room is: the room, and not the age that its name holds. */
function namesOtherRoom(draft: TurnDraft, open: Thread, text: string): boolean {
  const { rooms } = draft.program.programme;
  const said = readRoom(text.replace(/^\s*(?:no+|ay|perd[oó]n|digo|mejor)[\s,.]+/i, ''), rooms);
  const room = said.kind === 'rooms' && said.ids.length === 1 ? rooms.find(({ id }) => id === said.ids[0]) : undefined;
  if (!room || open.pending?.values.includes(room.id)) return false;
  draft.patchThread(open.id, { pending: null });
  const thread = draft.get('thread', open.id);
  return thread !== undefined && answerQuestion(draft, thread, { text: room.name }, true);
}

/** Whose room was told last: of the one she works with, else of the newest on her list. */
function lastRoomed(draft: TurnDraft): string | undefined {
  const here = activeThread(draft)?.caregiverId;
  return here ?? active(draft).at(-1)?.id;
}

/** Where her own words are asked for and another is named as the one they are about: whose are they? */
export function asksWhose(draft: TurnDraft, thread: Thread, text: string): boolean {
  const c = threadContext(draft, thread.id);
  const question = questionAt(c);
  if (!question || thread.caregiverId === null || draft.program.flows[thread.flow]?.passing === true) return false;
  const other = readOfAnother(text, active(draft), thread.caregiverId);
  const caregiver = other && draft.get('caregiver', other.id);
  if (!other || !caregiver) return false;
  if (other.before && thread.history.length) askWhetherCommand(c, question, text, 'back');
  else askWhoseItIs(c, question, text, caregiver);
  return true;
}

const closed = new Set(['choice', 'yes-no', 'scale', 'facts', 'minutes', 'when', 'recap', 'ratings']);

/** "Oye, Rosa no vino hoy", while Carmen is asked about: taken to Rosa where it says what to do, and never an answer about Carmen. */
export function tellsOfAnother(draft: TurnDraft, thread: Thread, text: string): boolean {
  const c = threadContext(draft, thread.id);
  const question = questionAt(c);
  if (!question || !closed.has(question.step.as) || thread.caregiverId === null) return false;
  if (draft.program.flows[thread.flow]?.passing === true || notOnlyHers.has(thread.flow)) return false;
  const other = readOfAnother(text, active(draft), thread.caregiverId);
  if (!other) return false;
  if (takeUpReport(draft, text)) return true;
  if (tellsJoining(text)) goOnWith(draft, other.id, text);
  else {
    draft.say({ kind: 'statement', text: c.text('casa.pregunto-por') });
    repeatQuestion(draft);
  }
  return true;
}

/** "Ya platicamos Yadira y yo, 20 min...", while Martha is asked about: what was done with her goes to her, whatever waits here. */
export function tellsDeedWithAnother(draft: TurnDraft, thread: Thread, text: string): boolean {
  if (thread.caregiverId === null || draft.program.flows[thread.flow]?.passing === true || notOnlyHers.has(thread.flow))
    return false;
  return readDeedWith(text, active(draft), thread.caregiverId) !== undefined && takeUpReport(draft, text);
}

const notOnlyHers = new Set(['pasar-hoja', 'con-quien']);

/** To the other one, with what was told of her. */
export function goOnWith(draft: TurnDraft, caregiverId: string, text: string): void {
  if (takeUpReport(draft, text)) return;
  const joins = tellsJoining(text);
  const known = draft.get('caregiver', caregiverId);
  if (joins && (known?.accepted === 'yes' || known?.accepted === 'no'))
    openThread(draft, 'maestra', { caregiverId, answers: { que: 'acepto' } });
  else openWorkWith(draft, caregiverId);
  const thread = activeThread(draft);
  const c = threadContext(draft, thread?.id);
  const question = questionAt(c);
  if (!thread || !question || thread.caregiverId !== caregiverId) return;
  if (joins && question.id === 'explicado') answersAtOnce(draft, thread, withoutName(text, c.caregiver?.name ?? ''));
  else if (question.step.as === 'text' && plain(text).split(' ').length > 3) {
    draft.outbound.splice(-1);
    askWhetherAnswer(c, question, text);
  }
}

function withoutName(text: string, name: string): string {
  const [first = ''] = plain(name).split(' ');
  return plain(text)
    .split(' ')
    .filter((word) => word !== first)
    .join(' ');
}
