// A coordinator changes the roster: what her command tells already, what her words come to, and what became of it.
import type { AnswerValue, Thread } from '../../domain/conversation.ts';
import type { LookUpRequest, LookUpResult } from '../../domain/look-up.ts';
import { rosterKey, sayRosterTrouble } from '../../mentoring/roster-draft.ts';
import { readRosterWords } from '../answers/commands/roster-words.ts';
import { houseText, threadContext } from '../thread-context.ts';
import { continueThread, dropThread, openThread, resumeInterrupted } from '../threads.ts';
import type { TurnDraft } from '../turn-draft.ts';

export function askRosterChange(draft: TurnDraft, text: string): void {
  const { deed, who, data, centre } = readRosterWords(text);
  const told = { que: deed, 'quien:0': who, 'datos:0': data, 'centro:0': centre };
  openThread(draft, 'padron', { answers: known(told) });
}

const known = (told: Record<string, string | undefined>): Thread['answers'] =>
  Object.fromEntries(Object.entries(told).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));

export function hearRosterFinding(draft: TurnDraft, threadId: string, result: LookUpResult): void {
  const thread = draft.get('thread', threadId);
  if (!thread) return;
  if (result.kind !== 'rosterFound') {
    dropThread(draft, threadId);
    return void draft.say({ kind: 'answer', text: houseText(draft, 'equipo.no-se-pudo') });
  }
  const revision = { de: rosterKey(thread), hallado: result.finding } as unknown as AnswerValue;
  const vueltas = Number(thread.answers.vueltas ?? 0) + 1;
  // From the recap on a part is told anew by its list: an old option that is tapped must not change what she is shown.
  const history = result.finding.gap === null ? [] : thread.history;
  draft.patchThread(threadId, { answers: { ...thread.answers, revision, vueltas }, history });
  continueThread(draft, threadId);
}

/** Said also where she went on to something else meanwhile: it was done. */
export function hearRosterDone(
  draft: TurnDraft,
  { change, person, thread }: Extract<LookUpRequest, { kind: 'rosterChange' }>,
  result: LookUpResult,
): void {
  const waited = draft.get('thread', thread) !== undefined;
  dropThread(draft, thread);
  if (result.kind !== 'rosterDone') draft.say({ kind: 'answer', text: houseText(draft, 'equipo.no-se-pudo') });
  else if (result.outcome.kind === 'refused') {
    const trouble = sayRosterTrouble(threadContext(draft, undefined), result.outcome.trouble);
    draft.say({ kind: 'answer', text: houseText(draft, 'padron.no-se-hizo', { trouble }) });
  } else {
    const name = 'mentor' in change ? change.mentor.name : '';
    draft.say({ kind: 'answer', text: houseText(draft, `padron.hecho-${change.deed}`, { name, person }) });
    const { link } = result.outcome;
    if (link !== undefined) {
      const text =
        link === null ? houseText(draft, 'padron.falta-la-liga') : houseText(draft, 'padron.falta-invitarla', { link });
      draft.say({ kind: 'answer', text });
    }
  }
  if (waited) resumeInterrupted(draft);
}
