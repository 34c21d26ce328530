// "Cambia lo que puede mejorar de Yadira", while Martha is worked with or after it was saved: put right there, and then on with what was open.
import type { Thread } from '../../domain/conversation.ts';
import { openCycleOf } from '../../mentoring/next-step.ts';
import { keptSteps, savedWords } from '../../mentoring/saved-words.ts';
import { answersAtOnce } from '../answer-question.ts';
import { readCaregiverName } from '../answers/people/caregiver-name.ts';
import { readNamesOnly } from '../answers/told/named-words.ts';
import { askedAnew, rewriteAnswers } from '../change-answer.ts';
import { namesOfStep } from '../questions/question-reader.ts';
import { houseText, threadContext } from '../thread-context.ts';
import { activeThread, openThread, quietly, repeatQuestion } from '../threads.ts';
import type { TurnDraft } from '../turn-draft.ts';

const wish =
  /^\s*(?:(?:oiga|oye|ay|ah|no|perd[oó]n|disculpe|mejor|y|tambi[eé]n|pero|quiero|quisiera|puede|puedes|podr[ií]a|necesito|me|ocupo|hay que|porfa)[\s,.]+)*(?:c[aá]mbi\w*|corri[gj]\w*|correg\w*|modif[ií]\w*|arregl\w*|edit\w*)\s+(?:en\s+)?(.{3,})$/iu;
/** Of whom; then, perhaps, how it is to be. */
const whose =
  /^(.+?)\s+(?:de|d|del plan de|con|a|para|pa)\s+(?:la\s+)?(?:maestra\s+|miss\s+|mtra\.?\s+)?(\p{L}{3,})[\s.!]*(?:(?:[:,;]|\s+(?:por|a|que diga|debe decir|es|va))\s*(\S.+))?$/iu;
const mostNaming = 6;

interface Wished {
  caregiverId: string;
  what: string;
  words: string;
  named: boolean;
}

function readWish(draft: TurnDraft, text: string): Wished | undefined {
  const rest = /[?¿\n]/.test(text) ? undefined : wish.exec(text)?.[1]?.trim();
  if (rest === undefined) return undefined;
  const caregivers = draft.all('caregiver').filter(({ status }) => status === 'active');
  const [, what = '', name = '', words = ''] = whose.exec(rest) ?? [];
  const who = name === '' ? undefined : readCaregiverName(name, caregivers);
  if (who?.kind === 'understood') return { caregiverId: who.value, what, words, named: true };
  const about = activeThread(draft)?.caregiverId ?? (caregivers.length === 1 ? caregivers[0]?.id : undefined);
  return about == null ? undefined : { caregiverId: about, what: rest.replace(/[\s.!]+$/, ''), words: '', named: false };
}

/** Where such words are the answer, or are for somebody else. */
const notHere = new Set(['bienvenida', 'baja', 'duda', 'sigo-duda', 'cambiar-guardado']);

/** True where she wants words changed that stand in another thread, or are saved; those of the open thread are changed there. */
export function correctsElsewhere(draft: TurnDraft, text: string): boolean {
  const active = activeThread(draft);
  const wished = active && notHere.has(active.flow) ? undefined : readWish(draft, text);
  if (!wished || wished.what.split(/\s+/).length > mostNaming) return false;
  const { caregiverId, what, words } = wished;
  const c = threadContext(draft, active?.id);
  const cycle = openCycleOf(draft.all('cycle'), caregiverId);
  const steps = Object.entries(keptSteps).flatMap(([flow, ids]) =>
    ids.flatMap((key) =>
      readNamesOnly(what, [{ key, names: namesOfStep({ flow, id: key }, c) }]).length ? [{ flow, key }] : [],
    ),
  );
  // What the open thread asks for itself is changed there.
  if (steps.length === 0 || (active?.caregiverId === caregiverId && steps.some(({ flow }) => flow === active.flow))) return false;
  const told = steps.flatMap(({ flow, key }) => threadsWith(draft, caregiverId, flow, key).map((thread) => ({ thread, key })))[0];
  if (told) return changeThere(draft, told.thread, told.key, words);
  const saved = cycle && steps.find(({ key }) => savedWords(cycle, key) !== undefined);
  if (saved) {
    openThread(draft, 'cambiar-guardado', { caregiverId, cycleId: cycle.id, answers: { que: saved.key } });
    const thread = activeThread(draft);
    if (thread && words !== '') answersAtOnce(draft, thread, words);
    return true;
  }
  if (!wished.named) return false;
  const [first] = steps;
  const name = draft.get('caregiver', caregiverId)?.name ?? '';
  draft.say({
    kind: 'answer',
    text: houseText(draft, 'casa.nada-guardado-de', { label: c.text(`${first?.flow}.${first?.key}.label`), name }),
  });
  repeatQuestion(draft);
  return true;
}

const threadsWith = (draft: TurnDraft, caregiverId: string, flow: string, key: string): Thread[] =>
  draft
    .all('thread')
    .filter(
      (one) =>
        one.caregiverId === caregiverId && one.flow === flow && one.waitingFor !== null && typeof one.answers[key] === 'string',
    );

/** It is still being told: taken up there, with what stood before her eyes. */
function changeThere(draft: TurnDraft, thread: Thread, key: string, words: string): true {
  quietly(draft, () => openThread(draft, thread.flow, { caregiverId: thread.caregiverId ?? '' }));
  const c = threadContext(draft, thread.id);
  if (words === '') askedAnew(c, key);
  else rewriteAnswers(c, { [key]: words });
  return true;
}
