// Slips that a mentor asks for, to print and hand out: of one caregiver, or of all whose cycle closed in this iteration.
import type { Caregiver } from '../domain/mentoring-cycle.ts';
import { slipCode } from '../mentoring/slip-code.ts';
import { newestSlip, type PrintableSlip, slipsToPrint, takesSlips } from '../mentoring/slip-printing.ts';
import { readCaregiverName } from './answers/people/caregiver-name.ts';
import { houseText } from './thread-context.ts';
import { repeatQuestion } from './threads.ts';
import type { TurnDraft } from './turn-draft.ts';

export function sendSlips(draft: TurnDraft, name: string | undefined): void {
  if (name !== undefined) return sendSlipOf(draft, name);
  const slips = slipsToPrint(draft.program, draft.all('caregiver'), draft.today.date, draft.centre.zone);
  if (slips.length === 0) return tell(draft, houseText(draft, 'papeleta.sin-cerrar'));
  ask(draft, slips);
}

function sendSlipOf(draft: TurnDraft, name: string): void {
  const caregivers = draft.all('caregiver').filter(({ status }) => status === 'active');
  const reading = readCaregiverName(name, caregivers);
  const caregiver: Caregiver | undefined =
    reading.kind === 'understood' ? caregivers.find(({ id }) => id === reading.value) : undefined;
  if (!caregiver) return tell(draft, houseText(draft, 'papeleta.cual'));
  const slip = newestSlip(caregiver);
  if (slip) return ask(draft, [slip]);
  const refused = !takesSlips(caregiver) && caregiver.accepted === 'no';
  tell(draft, houseText(draft, refused ? 'papeleta.no-acepto' : 'papeleta.sin-cerrar-de', { caregiver: caregiver.name }));
}

/** As many names as one bubble holds. */
const mostNamed = 20;

function ask(draft: TurnDraft, slips: readonly PrintableSlip[]): void {
  const lines = slips.map(({ caregiver, cycleId }) => ({ code: slipCode(cycleId), caregiver: caregiver.name }));
  const [only = { code: '', caregiver: '' }] = lines;
  const lists: string[] = [];
  for (let from = 0; from < lines.length; from += mostNamed) {
    const some = lines.slice(from, from + mostNamed);
    lists.push(some.map((line) => houseText(draft, 'papeleta.impresas-de', line)).join('\n'));
  }
  const [list = '', ...others] = lists;
  draft.lookUp({
    kind: 'slipPages',
    cycleIds: slips.map(({ cycleId }) => cycleId),
    text:
      lines.length === 1
        ? houseText(draft, 'papeleta.impresa', only)
        : houseText(draft, 'papeleta.impresas', { count: lines.length, list }),
    more: others.map((one) => houseText(draft, 'papeleta.impresas-mas', { list: one })),
  });
}

function tell(draft: TurnDraft, text: string): void {
  draft.say({ kind: 'answer', text });
  repeatQuestion(draft);
}
