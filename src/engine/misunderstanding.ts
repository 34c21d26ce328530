// When an answer is not understood, or is not to be had: asked in another way, then a way out; a person on request.
import { askConsultants } from '../mentoring/doubt-telling.ts';
import { addMinutes } from '../mentoring/local-time.ts';
import { askAgain, askAmong } from './ask-question.ts';
import { keepNotes } from './hearing/kept-notes.ts';
import type { AnswerInput, AskedQuestion } from './questions/question-reader.ts';
import { textKey } from './questions/question-reader.ts';
import type { ThreadContext } from './thread-context.ts';
import { threadContext } from './thread-context.ts';
import type { TurnDraft } from './turn-draft.ts';

export function notUnderstood(c: ThreadContext, question: AskedQuestion, input: AnswerInput): void {
  const { draft } = c;
  const times = c.thread.misunderstood + 1;
  c.patchThread({ misunderstood: times });
  draft.fact('notUnderstood', { data: { flow: question.flow, step: question.id, times } });
  const consented = draft.person.consent?.given === true;
  if (consented) keepNotes(draft, [input.text]);
  if (times % 2 === 1) {
    const own = `${textKey(question)}.again`;
    const again = c.bundle?.texts[own] === undefined ? `casa.otra-vez-${question.step.as}` : own;
    const part = question.step.as === 'facts' ? c.thread.answers.faltan : undefined;
    askAgain(c, question, part ? c.text('casa.falta-dato', { missing: String(part) }) : c.text(again));
    return;
  }
  const outs = question.step.needed === 'required' ? ['despues', 'persona'] : ['saltar', 'despues', 'persona'];
  const labels = [c.text('casa.intentar'), ...outs.map((out) => c.text(`casa.salida-${out}`))];
  askAmong(c, question, c.text(consented ? 'casa.salidas' : 'casa.salidas-antes'), labels);
  c.patchThread({ pending: { values: ['salida:intentar', ...outs.map((out) => `salida:${out}`)], labels } });
}

/** Tells the consultants that she wants to speak with a person. */
export function askForPerson(draft: TurnDraft, said = ''): void {
  const c = threadContext(draft, undefined);
  draft.fact('humanAsked');
  const words = [...recentNotes(draft), ...(said.trim().split(/\s+/).length >= tellingWords ? [said.trim()] : [])].join('\n');
  const text = words === '' ? c.text('casa.pide-llamada') : c.text('dudas.pide-hablar', { words });
  askConsultants(c, text, { about: 'person' });
  draft.say({ kind: 'answer', text: c.text(words === '' ? 'casa.persona-avisada' : 'dudas.persona-y-lo-que-dijo') });
}

/** A request for a person that is as long as this says what about. */
const tellingWords = 8;
const noteMinutes = 15;
const mostNotes = 3;

/** What was not understood just before is what she wants to speak about. */
function recentNotes(draft: TurnDraft): string[] {
  const { notes } = draft.conversation;
  const recent = notes.filter(({ at }) => addMinutes(at, noteMinutes) >= draft.now).map(({ text }) => text);
  return [...new Set(recent)].slice(-mostNotes);
}
