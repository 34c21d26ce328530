// "Sip, le modelé", said a bubble after the facts of a session: kept with these.
import type { Thread } from '../../domain/conversation.ts';
import { findPhrases, phraseAt, spokenWords } from '../answers/words/phrase-book.ts';
import { readFacts } from '../questions/facts-question.ts';
import { houseText, threadContext } from '../thread-context.ts';
import { repeatQuestion } from '../threads.ts';
import type { TurnDraft } from '../turn-draft.ts';
import { vocabularyOf } from '../vocabulary-of.ts';

const mostOfModelled = 7;

/** "Sip, le modelé", said after the facts were asked: one of these, and nothing that she saw. */
export function tellsModelled(draft: TurnDraft, thread: Thread, text: string): boolean {
  const vocabulary = vocabularyOf(draft.program);
  const list = spokenWords(text, vocabulary.abbreviations);
  const before = thread.answers.datos;
  if (thread.flow !== 'observacion' || list.length > mostOfModelled || typeof before !== 'object' || before === null)
    return false;
  if (Array.isArray(before) || !findPhrases(list, vocabulary.modelled).length) return false;
  let i = 0;
  while (i < list.length) {
    const end =
      phraseAt(list, i, vocabulary.modelled)?.end ??
      phraseAt(list, i, vocabulary.yesNo)?.end ??
      phraseAt(list, i, vocabulary.hesitations)?.end;
    if (end === undefined) return false;
    i = end;
  }
  const { modelled } = readFacts(text, ['modelled'], threadContext(draft, thread.id));
  if (modelled === undefined) return false;
  draft.patchThread(thread.id, { answers: { ...thread.answers, datos: { ...before, modelled } } });
  const said = houseText(draft, modelled === true ? 'casa.si-modele' : 'casa.no-modele');
  draft.say({ kind: 'statement', text: houseText(draft, 'casa.corregido', { changes: said }) });
  repeatQuestion(draft);
  return true;
}
