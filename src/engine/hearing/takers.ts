// Readers of a text of hers in the order in which they are asked: the first that takes it has it, and the trace says which it was.
import type { TurnDraft } from '../turn-draft.ts';

/** How the trace begins where it says who took a text. */
export const heardBy = 'heard by ';

/** By name, in order; each gives true where the text was its own and what is to be done about it is done. */
export type Takers<Heard> = Readonly<Record<string, (heard: Heard) => boolean>>;

/** True where one of them took it. */
export function isTaken<Heard extends { draft: TurnDraft }>(heard: Heard, takers: Takers<Heard>): boolean {
  for (const name in takers) {
    if (takers[name]?.(heard) !== true) continue;
    heard.draft.trace?.(`${heardBy}${name}`);
    return true;
  }
  return false;
}
