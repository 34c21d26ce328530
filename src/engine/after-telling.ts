// After she told of harm: her questions about it are answered, and ours rest until she asks for them or until the next day.
import { renderText } from '../mentoring/render-text.ts';
import { readCommand } from './answers/command.ts';
import { saysOneOf } from './answers/said-phrases.ts';
import { houseText } from './thread-context.ts';
import type { TurnDraft } from './turn-draft.ts';
import { vocabularyOf } from './vocabulary-of.ts';

/** Commands that ask for what was under way, or for something else of the house. */
const goesOn = new Set(['menu', 'restart', 'resume', 'next', 'where', 'withCaregiver', 'stop', 'human', 'pause', 'myData']);

export const isQuiet = (draft: TurnDraft): boolean => {
  const { quiet } = draft.conversation;
  return quiet != null && draft.today.date < quiet.until;
};

/** `answers`: whether the words are one of the options that she sees, or a bare number. */
export function caresFor(draft: TurnDraft, text: string, answers: () => boolean): boolean {
  const { quiet } = draft.conversation;
  if (quiet == null) return false;
  const command = readCommand(text, vocabularyOf(draft.program));
  const asks = command?.exact === true && goesOn.has(command.command);
  if (!isQuiet(draft) || asks || answers()) {
    draft.converse({ quiet: null });
    return false;
  }
  const { care, otherwise } = draft.program.safeguarding;
  const fits = care.find(({ says }) => saysOneOf(says, text, true));
  const values: Record<string, string> = { contacts: quiet.contacts, route: houseText(draft, `casa.ruta-${quiet.route}`) };
  const said = fits && (quiet.contacts !== '' || !fits.text.includes('{contacts}')) ? fits.text : otherwise;
  draft.say({ kind: 'answer', text: renderText(said, (name) => values[name] ?? '') });
  return true;
}
