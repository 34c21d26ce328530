// Shows what she has told so far of the plan or the list, as its recap will: only the lines that are answered.
import type { Thread } from '../../domain/conversation.ts';
import { renderText } from '../../mentoring/render-text.ts';
import { type ValueName, values } from '../../mentoring/values.ts';
import { readSoFarWords } from '../answers/commands/so-far-words.ts';
import { readCaregiverName } from '../answers/people/caregiver-name.ts';
import { textKey } from '../questions/question-reader.ts';
import { flowOf } from '../run-thread.ts';
import { type ThreadContext, threadContext } from '../thread-context.ts';
import { repeatQuestion, rests } from '../threads.ts';
import type { TurnDraft } from '../turn-draft.ts';
import { vocabularyOf } from '../vocabulary-of.ts';

/** What a flow's recap is of, as she calls it. */
const shownBy: Readonly<Record<string, readonly string[]>> = {
  'plan-de-trabajo': ['plan', 'todo', ''],
  diagnostico: ['lista', 'chequeo', 'hoja', 'todo', ''],
};

/** True where she asked for it and it was shown; then what was asked is asked again. */
export function showsSoFar(draft: TurnDraft, thread: Thread, text: string): boolean {
  const c = threadContext(draft, thread.id);
  const flow = thread.frames.at(-1)?.flow ?? thread.flow;
  const wanted = shownBy[flow] && readSoFarWords(text, vocabularyOf(draft.program));
  if (!wanted || !shownBy[flow]?.includes(wanted.what) || rests(draft, thread)) return false;
  const others = draft.all('caregiver').filter(({ id, status }) => status === 'active' && id !== thread.caregiverId);
  if (wanted.who !== '' && readCaregiverName(wanted.who, others).kind !== 'unclear') return false;
  const recap = flowOf(c, flow).instructions.find((one) => one.op === 'ask' && one.question.as === 'recap');
  if (recap?.op !== 'ask') return false;
  // At the recap itself the question shows it.
  if (thread.waitingFor !== recap.id) {
    const lines = answeredLines(c, textKey({ flow, id: recap.id, key: recap.id, step: recap.question }));
    draft.say({ kind: 'recap', text: lines.length > 1 ? lines.join('\n') : c.text('casa.nada-anotado') });
  }
  repeatQuestion(draft);
  return true;
}

/** What stands for an answer that is still to come. */
const unanswered = ['ciclo.sin-plan', 'ciclo.pendiente', 'ciclo.sin-fecha', 'ciclo.sin-contexto'];

/** The heading, and each line of which every value is known; the question at the end is not asked. */
function answeredLines(c: ThreadContext, key: string): string[] {
  const template = (c.bundle?.texts[key] ?? c.program.texts[key] ?? '').split('\n').slice(0, -1);
  const empty = new Set(['', ...unanswered.map((one) => c.text(one))]);
  return template.flatMap((line) => {
    let known = true;
    const said = renderText(line, (name) => {
      const value = String(values[name as ValueName]?.(c) ?? '');
      known &&= !empty.has(value.trim());
      return value;
    });
    return known ? [said] : [];
  });
}
