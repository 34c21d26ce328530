// Slips that staff enters: with the command, as a line alone, one after the other; and the answer to which cycles they are of.
import { mayCommand } from '../../domain/access.ts';
import type { AnswerValue } from '../../domain/conversation.ts';
import type { LookUpResult } from '../../domain/look-up.ts';
import { slipKey, slipLines } from '../../mentoring/slip-draft.ts';
import { readSlipLines } from '../answers/sheets/slip-line.ts';
import { plain } from '../answers/words/text-forms.ts';
import { houseText } from '../thread-context.ts';
import { activeThread, continueThread, dropThread, openThread } from '../threads.ts';
import type { TurnDraft } from '../turn-draft.ts';

/** Lines that come one after the other are confirmed together. */
export function askSlips(draft: TurnDraft, text: string): void {
  const reading = readSlipLines(text);
  if (reading.kind === 'unclear') return openThread(draft, 'papeleta', {});
  if (reading.kind !== 'lines') {
    const lead =
      reading.kind === 'badValues'
        ? houseText(draft, 'papeleta.faltan-valores', { code: reading.code })
        : houseText(draft, 'papeleta.son-muchas', { most: reading.most });
    return openThread(draft, 'papeleta', {}, { lead });
  }
  const active = activeThread(draft);
  const before = active?.flow === 'papeleta' ? slipLines(active) : [];
  const codes = new Set(reading.lines.map(({ code }) => code));
  const lines = [...before.filter(({ code }) => !codes.has(code)), ...reading.lines];
  openThread(draft, 'papeleta', { answers: { 'renglones:0': lines as unknown as AnswerValue } });
}

/** «papeletas» alone: what was answered, to who may see it; to others it is the way to enter them. */
export const asksSlipResults = (draft: TurnDraft, text: string): boolean =>
  mayCommand(draft.person.roles, 'slipResults') && /^\W*(?:las )?papeletas\W*$/.test(plain(text));

export function askSlipPrint(draft: TurnDraft, centre: string | undefined): void {
  if (centre === undefined) return void draft.say({ kind: 'answer', text: houseText(draft, 'papeleta.cual-centro') });
  draft.lookUp({ kind: 'slipPrint', centre });
}

/** A line of a slip without the word before it, where nothing else waits for words. */
export function hearsSlipLine(draft: TurnDraft, text: string): boolean {
  if (!mayCommand(draft.person.roles, 'slip')) return false;
  const thread = activeThread(draft);
  const [step = ''] = (thread?.waitingFor ?? '').split(':');
  if (thread?.waitingFor && (thread.flow !== 'papeleta' || step !== 'confirmar')) return false;
  if (readSlipLines(text).kind !== 'lines') return false;
  askSlips(draft, text);
  return true;
}

export function hearSlips(draft: TurnDraft, threadId: string, result: LookUpResult): void {
  const thread = draft.get('thread', threadId);
  if (!thread) return;
  if (result.kind !== 'slips') {
    dropThread(draft, threadId);
    return void draft.say({ kind: 'answer', text: houseText(draft, 'equipo.no-se-pudo') });
  }
  const round = Number(thread.answers.vueltas ?? 0) + 1;
  const halladas = { de: slipKey(thread), papeletas: result.found } as unknown as AnswerValue;
  const perdidas = result.found.filter(({ cycle }) => cycle === null).map(({ line }) => line.code);
  draft.patchThread(threadId, {
    answers: { ...thread.answers, halladas, vueltas: round, [`perdidas:${round}`]: perdidas },
  });
  continueThread(draft, threadId);
}
