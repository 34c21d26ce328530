// "¿Qué recordatorios tengo?": what she will be reminded of, and what became of the last ones.
import { ledgerText } from '../../mentoring/reminder-rows.ts';
import { threadContext } from '../thread-context.ts';
import { repeatQuestion } from '../threads.ts';
import type { TurnDraft } from '../turn-draft.ts';

export function listReminders(draft: TurnDraft): void {
  const ledger = { rows: draft.all('reminder'), caregivers: draft.all('caregiver'), zone: draft.centre.zone, now: draft.now };
  draft.say({ kind: 'overview', text: ledgerText(threadContext(draft, undefined), ledger) });
  repeatQuestion(draft);
}
