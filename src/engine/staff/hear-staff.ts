// What a consultant or coordinator writes: an alert acknowledged, a command of her role, or an answer to what she was asked.
import { mayCommand } from '../../domain/access.ts';
import { readStaffCommand } from '../answers/staff-command.ts';
import { plain } from '../answers/text-forms.ts';
import { isUnacknowledged } from '../reminders.ts';
import { houseText } from '../thread-context.ts';
import { activeThread } from '../threads.ts';
import type { TurnDraft } from '../turn-draft.ts';
import { vocabularyOf } from '../vocabulary-of.ts';
import { hearsDoubtWords, holdsDoubts } from './doubt-answers.ts';
import { hearsSlipLine } from './slip-request.ts';
import { obeyStaff, sayWhatSheMay } from './staff-commands.ts';
import { asksForWords, hearAtStaffQuestion } from './staff-question.ts';

export function hearStaff(draft: TurnDraft, text: string): void {
  if (hearsDoubtWords(draft, text) || acknowledgesAlert(draft, text)) return;
  const said = readStaffCommand(text, vocabularyOf(draft.program));
  const thread = activeThread(draft);
  // Where her own words are asked for, they may begin like a command; only a command alone is one.
  const isProse = said?.arg !== undefined && asksForWords(draft, thread);
  // Doubts reach a coordinator where nobody else can be reached.
  const may = said && (mayCommand(draft.person.roles, said.command) || (said.command === 'doubts' && holdsDoubts(draft)));
  if (said && may && !isProse) return obeyStaff(draft, said, text);
  if (hearsSlipLine(draft, text)) return;
  if (thread?.waitingFor) return hearAtStaffQuestion(draft, thread, text);
  sayWhatSheMay(draft);
}

function acknowledgesAlert(draft: TurnDraft, text: string): boolean {
  const open = draft.all('alert').filter(isUnacknowledged(draft.state.owner));
  if (open.length === 0 || !/\b(recibido|recibida|enterada|enterado)\b/.test(plain(text))) return false;
  for (const alert of open) draft.put({ ...alert, acknowledgedAt: draft.now });
  draft.say({ kind: 'answer', text: houseText(draft, 'casa.aviso-recibido') });
  return true;
}
