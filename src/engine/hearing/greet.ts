// A greeting of hers, and how she is met: at the question she was at, or at her next steps.
import { onlyGreets } from '../answers/told/greeting-words.ts';
import { plain } from '../answers/words/text-forms.ts';
import { isPlainYesOrNo } from '../answers/yes-no/yes-no.ts';
import { questionAt } from '../run-thread.ts';
import { houseText, threadContext } from '../thread-context.ts';
import { activeThread, openThread, rests, resumeThread } from '../threads.ts';
import type { TurnDraft } from '../turn-draft.ts';
import { vocabularyOf } from '../vocabulary-of.ts';

export function isGreeting(draft: TurnDraft, text: string): boolean {
  const greetings = draft.program.synonyms['casa.saludos.options.saludo'] ?? [];
  if (onlyGreets(text, greetings, vocabularyOf(draft.program))) return true;
  const said = plain(text);
  return greetings.some((greeting) => {
    const rest = said.startsWith(`${greeting} `) ? said.slice(greeting.length + 1) : undefined;
    // "Hola, sí" is the yes.
    return rest !== undefined && rest.split(' ').length <= 2 && !isPlainYesOrNo(rest, vocabularyOf(draft.program));
  });
}

/** A greeting finds her place again: the open question, else her next steps. */
export function greet(draft: TurnDraft): void {
  const thread = activeThread(draft);
  if (thread?.waitingFor && !rests(draft, thread) && !draft.program.flows[thread.flow]?.passing) {
    const c = threadContext(draft, thread.id);
    const question = questionAt(c);
    const where = question?.step.as === 'scale' ? 'casa.hola-reactivo' : c.caregiver ? 'casa.hola-con' : 'casa.hola';
    return resumeThread(draft, thread.id, { lead: c.text(where) });
  }
  openThread(draft, 'menu', {}, { lead: houseText(draft, 'casa.hola') });
}
