// Several caregivers' own yes or no told in one message: each is written down as if she had been asked, and all said back together.
import { answerQuestion } from '../answer-question.ts';
import { readCaregiverName } from '../answers/people/caregiver-name.ts';
import { readTurn } from '../answers/people/switch-request.ts';
import { readToldAcceptances, type ToldAcceptance } from '../answers/people/told-acceptances.ts';
import { plain } from '../answers/words/text-forms.ts';
import { reportedAnswer, saysExplainedAndAgreed } from '../answers/yes-no/accepted-words.ts';
import { openWorkWith } from '../commands.ts';
import { questionAt } from '../run-thread.ts';
import { houseText, threadContext } from '../thread-context.ts';
import { activeThread, dropThread, openThread, quietly, repeatQuestion } from '../threads.ts';
import type { TurnDraft } from '../turn-draft.ts';
import { vocabularyOf } from '../vocabulary-of.ts';
import { offerAcceptance } from './free-words.ts';

function lineOf(draft: TurnDraft, { id, said }: ToldAcceptance): string {
  const name = draft.get('caregiver', id)?.name ?? '';
  if (said === 'si') return houseText(draft, 'casa.ella-acepto', { name });
  return said === 'no' ? houseText(draft, 'casa.ella-no-quiso', { name }) : houseText(draft, 'casa.ella-todavia', { name });
}

export function takesUpAcceptances(draft: TurnDraft, text: string): boolean {
  const before = activeThread(draft);
  const question = questionAt(threadContext(draft, before?.id));
  if (before?.pending || question?.step.as === 'text' || question?.step.as === 'caregivers') return false;
  const known = draft.all('caregiver').filter(({ status }) => status === 'active');
  if (changedHerMind(draft, text, known) || tellsAndTurns(draft, text, known)) return true;
  const told = readToldAcceptances(text, known);
  if (!told) return before?.flow === 'menu' || !before?.waitingFor ? agreesAtLast(draft, text) : false;
  const asked = question?.id === 'explicado' ? told.find(({ id }) => id === before?.caregiverId) : undefined;
  const { interrupted } = draft.conversation;
  writeDown(
    draft,
    told.filter(({ id }) => id !== asked?.id),
  );
  if (!before?.waitingFor) return true;
  if (!draft.get('thread', before.id)) draft.put(before);
  draft.converse({ active: before.id, interrupted });
  if (asked) answerQuestion(draft, before, { text, optionId: asked.said });
  else if (before.flow !== 'menu') repeatQuestion(draft);
  return true;
}

function writeDown(draft: TurnDraft, told: readonly ToldAcceptance[]): void {
  quietly(draft, () => {
    for (const { id, said } of told)
      openThread(draft, 'maestra', { caregiverId: id, answers: { que: 'acepto', explicado: said } });
  });
  const lines = told.map((one) => `• ${lineOf(draft, one)}`);
  draft.say({ kind: 'statement', text: houseText(draft, 'casa.aceptaciones', { lines: lines.join('\n') }) });
}

const apart = /^(.+?)(?:[.;,]\s*(?:pero\s|y\s)?|\s+pero\s)\s*(\S.*)$/is;

/** "Maru ya dijo que sí, pero yo quiero empezar con Chayo": both, one after the other. */
function tellsAndTurns(draft: TurnDraft, text: string, known: readonly { id: string; name: string }[]): boolean {
  const [, told = '', rest = ''] = apart.exec(text) ?? [];
  const to = rest === '' ? undefined : readTurn(rest, known);
  const accepted = to === undefined ? undefined : readToldAcceptances(told, known, 1);
  if (to === undefined || !accepted || accepted.some(({ id }) => id === to)) return false;
  const before = activeThread(draft);
  if (before?.waitingFor && accepted.some(({ id }) => id === before.caregiverId)) dropThread(draft, before.id);
  writeDown(draft, accepted);
  openWorkWith(draft, to);
  return true;
}

const joinsNow =
  /^(?:(?:oiga|fijese|pues|que|ay|la|maestra|miss|siempre) )*\S+ (?:(?:ya|si|siempre) )+(?:acepto|quiso|quiere|se animo|le entra)(?: participar| entrarle| gracias)*$/;

/** "Rosa ya aceptó", of whom only dates were kept so far. */
function changedHerMind(
  draft: TurnDraft,
  text: string,
  known: readonly { id: string; name: string; accepted: string | null }[],
): boolean {
  const who = /[?¿]/.test(text) || !joinsNow.test(plain(text)) ? undefined : readCaregiverName(text, known);
  const caregiver = who?.kind === 'understood' ? known.find(({ id }) => id === who.value) : undefined;
  if (caregiver?.accepted !== 'no') return false;
  openThread(draft, 'maestra', { caregiverId: caregiver.id, answers: { que: 'acepto', explicado: 'si' } });
  return true;
}

/** "Ya le dije y dijo que va", of nobody by name, where just one is still to be told: on to the work with her. */
function agreesAtLast(draft: TurnDraft, text: string): boolean {
  const known = draft.all('caregiver').filter(({ status }) => status === 'active');
  const untold = known.filter(({ accepted }) => accepted === 'notYet');
  const [one] = untold.length === 1 ? untold : known.length === 1 ? known : [];
  if (!one || one.accepted === 'yes' || readCaregiverName(text, known).kind !== 'unclear') return false;
  if (!saysExplainedAndAgreed(text) && reportedAnswer(text, vocabularyOf(draft.program)) !== true) return false;
  openWorkWith(draft, one.id);
  return offerAcceptance(draft, one.id, text) || true;
}
