// "Bórrame todo", said anywhere: the one question that erasing needs, and not first what leaving may mean.
import { saysOneOf } from '../answers/words/said-phrases.ts';
import { activeThread, openThread } from '../threads.ts';
import type { TurnDraft } from '../turn-draft.ts';

const wholeRequests = new WeakMap<readonly string[], readonly string[]>();

/** "Borre" alone may be about an answer; "borre mis datos" is not. */
function requestsOf(synonyms: readonly string[]): readonly string[] {
  const known = wholeRequests.get(synonyms) ?? synonyms.filter((one) => /^(?:borr|elimin|quit)\S* /.test(one));
  wholeRequests.set(synonyms, known);
  return known;
}

export function takesUpErasure(draft: TurnDraft, text: string): boolean {
  if (activeThread(draft)?.flow === 'baja') return false;
  if (!saysOneOf(requestsOf(draft.program.synonyms['baja.como.options.borrar'] ?? []), text)) return false;
  draft.converse({ burst: null });
  openThread(draft, 'baja', { answers: { como: 'borrar' } });
  return true;
}
