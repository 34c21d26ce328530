// "Ay no, esa es la de Chayo": a checklist noted for the wrong caregiver is offered to be moved.
import type { Caregiver, MentoringCycle } from '../../domain/mentoring-cycle.ts';
import { instrumentFor } from '../../mentoring/iteration.ts';
import { openCycleOf } from '../../mentoring/next-step.ts';
import { readCaregiverName } from '../answers/people/caregiver-name.ts';
import { plain } from '../answers/words/text-forms.ts';
import { questionAt } from '../run-thread.ts';
import { houseText, threadContext } from '../thread-context.ts';
import { activeThread, openThread, repeatQuestion } from '../threads.ts';
import type { TurnDraft } from '../turn-draft.ts';

/** "Esa era de", "la hoja no era de", "era la de", "pásala a", "me equivoqué, es de". */
const whose =
  /\b(?:es[ae]s?|est[ae]s?|eso|esto|la hoja|la lista|el codigo|las respuestas|los numeros|la que (?:le )?(?:mande|puse|anote))\b(?: \w+){0,4}? (?:era|eran|es|son|fue|va|van|iba|iban|seria)(?: la| las| los| el| lo)? (?:de|con|para)\b|^(?:(?:ay|no|ah|uy|perdon|disculpe|mire|bueno|oiga|este|espere|me equivoque|de maestra) )*(?:era|es|son|eran)(?: la| lo| las| los)?(?: hoja| lista)? (?:de|para)\b|\bno (?:era|es|son|eran) (?:la |las )?de\b|\b(?:pasala|pasela|pasalas|cambiala|cambiela|muevela|muevala|ponla|pongala) (?:a|con|para)\b|\b(?:me equivoque|equivoque) de (?:maestra|hoja|codigo|nombre)\b/;
const mostWords = 18;

export function takesUpWrongSheet(draft: TurnDraft, text: string): boolean {
  const said = plain(text);
  if (/[?¿]/.test(text) || said.split(' ').length > mostWords || !whose.test(said)) return false;
  // Among answers in her own words "eso último" is the last of these.
  const thread = activeThread(draft);
  const inWords = questionAt(threadContext(draft, thread?.id))?.step.as === 'text' && (thread?.history.length ?? 0) > 0;
  if (inWords && !/\b(?:hoja|lista|codigo|numeros|renglon)\b/.test(said)) return false;
  const caregivers = draft.all('caregiver').filter(({ status }) => status === 'active');
  const source = sourceOf(draft, said, caregivers);
  const target = source && targetOf(said, source, caregivers);
  if (!source || !target) return false;
  const has = cycleOf(draft, target)?.checklist != null;
  const why = has
    ? 'ya-tiene'
    : target.accepted === 'no'
      ? 'no-acepto'
      : isOfOtherAge(draft, source, target)
        ? 'otra-edad'
        : undefined;
  if (why) {
    draft.say({ kind: 'answer', text: houseText(draft, `casa.hoja-${why}`, { name: target.name }) });
    repeatQuestion(draft);
    return true;
  }
  openThread(draft, 'pasar-hoja', { caregiverId: source.id, answers: { hacia: target.id } });
  return true;
}

const cycleOf = (draft: TurnDraft, { id }: Caregiver): MentoringCycle | undefined => openCycleOf(draft.all('cycle'), id);

/** Her list has other points, and another number of them: the answers cannot be hers. */
function isOfOtherAge(draft: TurnDraft, source: Caregiver, target: Caregiver): boolean {
  const cycle = cycleOf(draft, source);
  const [own, other] = [source.ageGroup, target.ageGroup].map(
    (group) => cycle && group && instrumentFor(draft.program, cycle.iteration, cycle.theme, group),
  );
  return Boolean(own && other && own.items.length !== other.items.length);
}

/** The one whose sheet it was taken for: she says so, or it is the one noted last. */
function sourceOf(draft: TurnDraft, said: string, caregivers: readonly Caregiver[]): Caregiver | undefined {
  const filled = caregivers.filter(
    (caregiver) => cycleOf(draft, caregiver)?.checklist != null || filledAt(draft, caregiver.id) !== undefined,
  );
  const denied = /\bno (?:(?:era|es|son|eran) )?(?:la |las )?de (?:la )?(?:maestra |miss )?(\w+)/.exec(said)?.[1];
  const named = denied === undefined ? undefined : readCaregiverName(denied, filled);
  if (named?.kind === 'understood') return filled.find(({ id }) => id === named.value);
  const about = activeThread(draft)?.caregiverId;
  const noted = (one: Caregiver): string => cycleOf(draft, one)?.checklist?.recordedAt ?? filledAt(draft, one.id) ?? '';
  return filled.find(({ id }) => id === about) ?? [...filled].sort((a, b) => (noted(a) < noted(b) ? 1 : -1))[0];
}

function filledAt(draft: TurnDraft, caregiverId: string): string | undefined {
  return draft
    .all('thread')
    .find(
      ({ flow, answers, caregiverId: whom }) =>
        whom === caregiverId && flow === 'diagnostico' && Object.keys(answers).some((key) => key.startsWith('reactivo:')),
    )?.touchedAt;
}

/** Another one than that, named last: "no era de Lupita, era de Chayo". */
function targetOf(said: string, source: Caregiver, caregivers: readonly Caregiver[]): Caregiver | undefined {
  const others = caregivers.filter(({ id }) => id !== source.id);
  const named = readCaregiverName(said, others);
  return named.kind === 'understood' ? others.find(({ id }) => id === named.value) : undefined;
}
