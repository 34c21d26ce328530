// After the welcome, what it asked may change: the hours of her phone, and how she gets on with the course.
import type { AnswerValue } from '../../domain/conversation.ts';
import { momentsOf } from '../../mentoring/phone-moments.ts';
import { hoursSaidInstead, readHoursRequest } from '../answers/commands/hours-request.ts';
import { readCourseTold } from '../answers/told/course-told.ts';
import { plain } from '../answers/words/text-forms.ts';
import { phoneMomentsQuestion } from '../questions/phone-moments-question.ts';
import type { AskedQuestion } from '../questions/question-reader.ts';
import { questionAt } from '../run-thread.ts';
import { houseText, threadContext } from '../thread-context.ts';
import { activeThread, openThread, repeatQuestion } from '../threads.ts';
import type { TurnDraft } from '../turn-draft.ts';
import { vocabularyOf } from '../vocabulary-of.ts';

/** Where the same is being asked, or where her words are for somebody else. */
const notHere = new Set(['bienvenida', 'mis-horas', 'mi-curso', 'baja', 'duda', 'sigo-duda']);

/** True where she asked for other hours, or told of the course, and it was done. */
export function takesUpWelcomeNews(draft: TurnDraft, text: string): boolean {
  const thread = activeThread(draft);
  const welcomes = thread?.waitingFor === 'celular' && thread.flow === 'bienvenida';
  if (thread?.waitingFor && notHere.has(thread.flow) && !welcomes) return false;
  const told = readCourseTold(text);
  if (welcomes && (told === undefined || told === 'asked')) return false;
  if (told === 'asked') openThread(draft, 'mi-curso', {});
  else if (told) aside(draft, 'mi-curso', { curso: told });
  return told !== undefined || changesHours(draft, text);
}

function changesHours(draft: TurnDraft, text: string): boolean {
  const request = readHoursRequest(text, vocabularyOf(draft.program));
  if (!request) return correctsHours(draft, text);
  if (request.keep === '' && request.drop === '') {
    openThread(draft, 'mis-horas', {});
    return true;
  }
  const kept = momentsIn(draft, request.keep);
  const dropped = momentsIn(draft, request.drop);
  if (!kept.said && !dropped.said) return false;
  const known = Object.entries(momentsOf(draft.person.phoneMoments)).filter(([, window]) => window != null);
  const before = Object.fromEntries(dropped.said || request.adds ? known : []);
  for (const id of Object.keys(dropped.windows)) delete before[id];
  const windows: Record<string, AnswerValue> = { ...before, ...kept.windows };
  const night = kept.atNight || dropped.atNight;
  const lead = night ? { lead: houseText(draft, 'bienvenida.de-noche-no') } : {};
  if (night && !Object.keys(kept.windows).length && !Object.keys(dropped.windows).length) {
    draft.say({ kind: 'answer', text: lead.lead ?? '' });
    repeatQuestion(draft);
  } else if (Object.keys(windows).length) aside(draft, 'mis-horas', { celular: windows }, lead);
  else openThread(draft, 'mis-horas', {});
  return true;
}

const tellsHours = new Set(['when', 'facts', 'minutes']);
/** Among her own words only what is plainly of her own day. */
const ownDay = /\bmi (?:descanso|salida|entrada|hora de comida)\b/;

/** "Oiga no, salgo a las 4, la 1 y media es mi descanso": what she says takes the place of what she told of these moments. */
function correctsHours(draft: TurnDraft, text: string): boolean {
  const thread = activeThread(draft);
  if (thread?.waitingFor && notHere.has(thread.flow)) return false;
  const kind = questionAt(threadContext(draft, thread?.id))?.step.as;
  // There an hour is the answer, or a part of what she tells.
  if (kind !== undefined && (tellsHours.has(kind) || (kind === 'text' && !ownDay.test(plain(text))))) return false;
  const instead = hoursSaidInstead(text, thread?.flow === 'maestras');
  if (instead === undefined) return false;
  const { windows } = momentsIn(draft, instead);
  const hoursTold = plain(instead).match(/\d{1,2}/g)?.length ?? 0;
  if (!Object.keys(windows).length || hoursTold < Object.keys(windows).length) return false;
  const known = Object.entries(momentsOf(draft.person.phoneMoments)).filter(([, window]) => window != null);
  aside(draft, 'mis-horas', { celular: { ...Object.fromEntries(known), ...windows } });
  return true;
}

/** Read as the welcome reads them. */
function momentsIn(draft: TurnDraft, text: string): { said: boolean; windows: Record<string, AnswerValue>; atNight: boolean } {
  const asked = draft.program.flows['mis-horas']?.instructions.find((one) => one.op === 'ask');
  const nothing = { said: false, windows: {}, atNight: false };
  if (text === '' || asked?.op !== 'ask') return nothing;
  const question: AskedQuestion = { flow: 'mis-horas', id: asked.id, key: asked.id, step: asked.question };
  const reading = phoneMomentsQuestion.read({ text }, question, threadContext(draft, undefined));
  if (reading.kind === 'explain') return { said: true, windows: {}, atNight: true };
  if (reading.kind !== 'answer' || typeof reading.value !== 'object' || reading.value === null || Array.isArray(reading.value))
    return nothing;
  return { said: true, windows: reading.value, atNight: reading.lead !== undefined };
}

/** Written down and said back; what was being asked is asked again, even where nothing was answered yet. */
function aside(draft: TurnDraft, flow: string, answers: Record<string, AnswerValue>, how: { lead?: string } = {}): void {
  const before = activeThread(draft);
  openThread(draft, flow, { answers }, how);
  // The names of her caregivers are waited for; a menu may be left.
  const passing = before !== undefined && before.flow !== 'maestras' && draft.program.flows[before.flow]?.passing === true;
  if (!before?.waitingFor || passing || activeThread(draft)) return;
  if (!draft.get('thread', before.id)) draft.put(before);
  draft.converse({ active: before.id });
  repeatQuestion(draft);
}
