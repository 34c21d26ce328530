// Done beside whatever is open: an appointment told again, a new caregiver added, a pause to go back to her room, whether the headmistress may see her notes.
import type { Thread } from '../../domain/conversation.ts';
import { sayDate } from '../../mentoring/local-time.ts';
import { nextStepOf, openCycleOf } from '../../mentoring/next-step.ts';
import { overviewLine } from '../../mentoring/summaries.ts';
import { answersAtOnce } from '../answer-question.ts';
import { readCommand } from '../answers/commands/command.ts';
import { readCaregiverName } from '../answers/people/caregiver-name.ts';
import { readBesideWords } from '../answers/told/beside-words.ts';
import { plain } from '../answers/words/text-forms.ts';
import { obey } from '../commands.ts';
import { momentBeside } from '../questions/scale-question.ts';
import { questionAt } from '../run-thread.ts';
import { houseText, threadContext } from '../thread-context.ts';
import { activeThread, openThread, repeatQuestion, rests, resumeThread } from '../threads.ts';
import type { TurnDraft } from '../turn-draft.ts';
import { vocabularyOf } from '../vocabulary-of.ts';
import { knownQuestion } from './known-question.ts';
import { showsSoFar } from './show-so-far.ts';

/** Where such words are the answer, or are for somebody else. */
const notHere = new Set(['bienvenida', 'mis-horas', 'baja', 'duda', 'sigo-duda', 'consejos']);
const namesAsked = new Set(['maestras', 'con-quien']);

/** True where the words were one of these, and it was done. */
export function takesUpBeside(draft: TurnDraft, text: string): boolean {
  const thread = activeThread(draft);
  if (thread?.waitingFor && notHere.has(thread.flow)) return false;
  if (opensGuide(draft, text) || (thread?.waitingFor && showsSoFar(draft, thread, text))) return true;
  const said = readBesideWords(text, vocabularyOf(draft.program));
  switch (said?.kind) {
    case undefined:
      return false;
    case 'goesAway':
      obey(draft, { command: 'later' });
      return true;
    case 'notesWanted':
      tellOfNotes(draft, text);
      return true;
    case 'appointment':
      return tellAppointment(draft, said.who);
    case 'newcomer':
      return !(said.missed && isKnown(draft, said.name)) && addNewcomer(draft, thread, said.name);
  }
}

/** "Guía metas", also where her own words are asked for: nothing but the name of a chapter. */
function opensGuide(draft: TurnDraft, text: string): boolean {
  const [, word = ''] = /^guia (?:de |sobre |de las |de los )?([a-z]{4,})$/.exec(plain(text)) ?? [];
  const chapter = draft.program.guide.some(({ title, keywords }) =>
    plain(`${title} ${keywords.join(' ')}`).includes(word.slice(0, 6)),
  );
  if (word === '' || !chapter || readCommand(text, vocabularyOf(draft.program))?.command !== 'guide') return false;
  obey(draft, { command: 'guide', arg: word });
  return true;
}

function tellOfNotes(draft: TurnDraft, text: string): void {
  const known = knownQuestion(draft.program, text);
  if (!known) return obey(draft, { command: 'whoSees' });
  draft.say({ kind: 'answer', text: known.answer });
  repeatQuestion(draft);
}

/** What is agreed with her, else where it stands. */
function tellAppointment(draft: TurnDraft, who: string): boolean {
  const caregivers = draft.all('caregiver').filter(({ status }) => status === 'active');
  const named = who === '' ? undefined : readCaregiverName(who, caregivers);
  const agreedWith = draft.all('cycle').filter(({ appointments }) => appointments.some(({ status }) => status === 'planned'));
  const about = activeThread(draft)?.caregiverId ?? (agreedWith.length === 1 ? agreedWith[0]?.caregiverId : undefined);
  const id = named?.kind === 'understood' ? named.value : named === undefined ? about : undefined;
  const caregiver = id == null ? undefined : draft.get('caregiver', id);
  if (!caregiver) {
    if (who === '') obey(draft, { command: 'where' });
    return who === '';
  }
  const c = threadContext(draft, undefined);
  const planned = (openCycleOf(c.cycles, caregiver.id)?.appointments ?? []).filter(({ status }) => status === 'planned');
  const agreed = planned.map(({ phase, date, time }) => {
    const what = c.text(phase === 'reflection' ? 'ciclo.estado-awaitReflection' : 'ciclo.estado-awaitObservation');
    return c.text('ciclo.cita', { what, day: sayDate(date, c.today.date), time });
  });
  const line = agreed.length
    ? `${caregiver.name}: ${agreed.join('; ')}`
    : overviewLine(nextStepOf(caregiver, c.cycles, c.threads, c.program, c.today), c);
  draft.say({ kind: 'answer', text: c.text('casa.va-asi', { line }) });
  repeatQuestion(draft);
  return true;
}

/** "Le faltó Carmen de Lactantes B", who is on her list: something else was missing. */
const isKnown = (draft: TurnDraft, name: string): boolean =>
  readCaregiverName(
    name.split(/\s+(?:de|en)\s/)[0] ?? '',
    draft.all('caregiver').filter(({ status }) => status === 'active'),
  ).kind === 'understood';

/** Added where she says the name, else asked for; then what was open goes on. */
function addNewcomer(draft: TurnDraft, before: Thread | undefined, name: string): boolean {
  if (before?.waitingFor && namesAsked.has(before.flow)) return false;
  const question = questionAt(threadContext(draft, before?.id));
  // In her own words of a session, one without a name may be just what she saw.
  if (name === '' && question?.step.as === 'text') return false;
  const open = before?.waitingFor && !rests(draft, before) && draft.program.flows[before.flow]?.passing !== true;
  openThread(draft, 'maestras', {});
  const thread = activeThread(draft);
  if (!thread || name === '' || !answersAtOnce(draft, thread, name)) return true;
  const menu = activeThread(draft);
  if (!open || menu?.flow !== 'menu') return true;
  draft.outbound.splice(-1);
  draft.remove('thread', menu.id);
  if (!draft.get('thread', before.id)) draft.put(before);
  resumeThread(draft, before.id);
  return true;
}

/** "Esto fue ayer, 15 min", told at one item of the list: kept for the question about the moment. */
export function keepsMoment(draft: TurnDraft, thread: Thread, text: string): boolean {
  const c = threadContext(draft, thread.id);
  const question = questionAt(c);
  const told = question?.step.as === 'scale' ? momentBeside(text, c) : undefined;
  if (!told) return false;
  c.patchThread({ answers: { ...c.thread.answers, ...told.answers } });
  draft.say({ kind: 'statement', text: houseText(draft, 'casa.anotado', { changes: told.line }) });
  repeatQuestion(draft);
  return true;
}
