// Recognises what consultants and coordinators ask of the bot: a command alone, or with what it is about behind it.
import type { StaffCommand } from '../../../domain/access.ts';
import type { Vocabulary } from '../../../program/vocabulary-schema.ts';
import { phraseAt, spokenWords, withoutPhrases } from '../words/phrase-book.ts';
import { longestText, words } from '../words/text-forms.ts';

export interface StaffCommandReading {
  command: StaffCommand;
  /** What follows, in plain words without its accents; absent where the command stands alone. */
  arg?: string;
}

export function readStaffCommand(text: string, v: Vocabulary): StaffCommandReading | undefined {
  const source = text.slice(0, longestText).trim().replace(/^\//, '').replaceAll('_', ' ');
  const list = spokenWords(source, v.abbreviations);
  const bare = withoutPhrases(list, v.courtesy);
  const whole = v.staffWhole.get(list.join(' ')) ?? v.staffWhole.get(bare.join(' '));
  if (whole !== undefined) return { command: whole };
  let first = 0;
  for (let hit = phraseAt(list, first, v.courtesy); hit; hit = phraseAt(list, first, v.courtesy)) first = hit.end;
  const hit = phraseAt(list, first, v.staffOpening);
  if (!hit || hit.end >= list.length) return undefined;
  const spelled = words(source).flatMap((word) => (v.abbreviations.get(word) ?? word).split(' '));
  return { command: hit.means, arg: (spelled.length === list.length ? spelled : list).slice(hit.end).join(' ') };
}
