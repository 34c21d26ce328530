// After she told of harm: her questions about it are answered, and ours rest until she asks for them or until the next day.
import { addMinutes } from '../../mentoring/local-time.ts';
import { renderText } from '../../mentoring/render-text.ts';
import { readCommand } from '../answers/commands/command.ts';
import { saysOneOf } from '../answers/words/said-phrases.ts';
import { plain } from '../answers/words/text-forms.ts';
import { clearAlerts } from '../safety/safety-alerts.ts';
import { houseText } from '../thread-context.ts';
import type { TurnDraft } from '../turn-draft.ts';
import { vocabularyOf } from '../vocabulary-of.ts';
import { takesUpErasure } from './erasure-request.ts';
import { beginsWithCode } from './paper-line.ts';

/** Commands that ask for what was under way, or for something else of the house. */
const goesOn = new Set(['menu', 'restart', 'resume', 'next', 'where', 'withCaregiver', 'stop', 'human', 'pause', 'myData']);

/** The first of what she may say afterwards: that it was a misunderstanding. */
const clarifies = 'se-aclara';

export const isQuiet = (draft: TurnDraft): boolean => {
  const { quiet } = draft.conversation;
  return quiet != null && draft.today.date < quiet.until;
};

/** After so long a greeting begins something else. */
const restsMinutes = 30;

/** A number or an option that she sees: an answer to what is open, whatever was told in between. A mere "sí" is none. */
function answersOpenly(draft: TurnDraft, text: string): boolean {
  const said = plain(text);
  const shown = draft.conversation.offered.some(({ options }) => options.some(({ label }) => plain(label) === said));
  return (shown && said.length > 2) || /^\d[\d\s]*$/.test(said) || beginsWithCode(draft, text);
}

export function caresFor(draft: TurnDraft, text: string, greets: () => boolean): boolean {
  const { quiet } = draft.conversation;
  if (quiet == null) return false;
  if (takesUpErasure(draft, text)) {
    draft.converse({ quiet: null });
    return true;
  }
  const command = readCommand(text, vocabularyOf(draft.program));
  const asks = command !== undefined && goesOn.has(command.command) && (command.exact || command.command === 'stop');
  const comesBack = addMinutes(quiet.since, restsMinutes) < draft.now && greets();
  if (!isQuiet(draft) || asks || comesBack || answersOpenly(draft, text)) {
    draft.converse({ quiet: null });
    return false;
  }
  const { care, otherwise, cleared } = draft.program.safeguarding;
  const fits = care.find(({ says }) => saysOneOf(says, text, true));
  const values: Record<string, string> = { contacts: quiet.contacts, route: houseText(draft, `casa.ruta-${quiet.route}`) };
  if (fits?.id === clarifies && quiet.contacts !== '' && clearAlerts(draft)) {
    draft.say({ kind: 'answer', text: renderText(cleared, (name) => values[name] ?? '') });
    return true;
  }
  const said = fits && (quiet.contacts !== '' || !fits.text.includes('{contacts}')) ? fits.text : otherwise;
  draft.say({ kind: 'answer', text: renderText(said, (name) => values[name] ?? '') });
  return true;
}
