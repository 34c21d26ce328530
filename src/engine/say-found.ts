// What a look-up found is said: its words with the file that was made for her, then whatever did not fit into one bubble.
import type { LookUpResult } from '../domain/look-up.ts';
import type { TurnDraft } from './turn-draft.ts';

/** Files that the house made stand beside its data, not among the media of the library. */
const madeFolder = 'made';

export function sayFound(draft: TurnDraft, { text, more = [], file }: Extract<LookUpResult, { kind: 'found' }>): void {
  const media = file && { type: file.type, file: `${madeFolder}/${file.name}`, megabytes: file.megabytes };
  draft.say({ kind: 'overview', text, ...(media === undefined ? {} : { media }) });
  for (const bubble of more) draft.say({ kind: 'overview', text: bubble });
}
