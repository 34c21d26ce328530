// What a sentence has taken and left of the options: what its reader comes to, and what it keeps on its way.
import type { Mention } from './option-mentions.ts';

export interface Chosen {
  taken: ReadonlySet<string>;
  left: ReadonlySet<string>;
  /** Named without saying which of several. */
  unsettled: ReadonlySet<string>;
  everything: boolean;
  nothing: boolean;
  /** "Menos el viernes": all the others. */
  excepts: boolean;
  /** A guess, a question, an alternative, a number that no option has. */
  open: boolean;
  /** "Creo que", a mere opinion or a real doubt. */
  estimated: boolean;
  /** What a "no" that opens a clause denies, or puts instead: "la 2, no la 3". */
  turned: ReadonlySet<string>;
  /** Something like an option is named that is none: "Maternal C2". */
  foreign: boolean;
  /** Named by more than a word, or by nothing else than that word. */
  phrase: boolean;
  /** "Ya que terminen la comida": the option stands in a condition. */
  subordinate: boolean;
  /** She says that she does not know. */
  unknown: boolean;
  /** What she took back may be all of it or only the last. */
  perhapsAll: boolean;
  /** Words that say nothing that we know of, in the clauses that name an option. */
  others: number;
  /** Items of her list that are no option. */
  missed: number;
  words: number;
  /** One phrase of the vocabulary is all that she says. */
  whole: boolean;
}

export interface State {
  taken: Set<string>;
  left: Set<string>;
  unsettled: Set<string>;
  turned: Set<string>;
  foreign: boolean;
  estimated: boolean;
  phrase: boolean;
  last: Mention | undefined;
  /** What stands before is taken back, with its "no". */
  heardFrom: number;
  /** Where a "no" that reaches the next option may stand at the earliest. */
  deafUntil: number;
  everything: boolean;
  nothing: boolean;
  excepts: boolean;
  exceptUntil: boolean;
  open: boolean;
  unknown: boolean;
  perhapsAll: boolean;
  /** "Martes y jueves no": the first of them is denied too, or is it taken. */
  perhapsBoth: boolean;
  unknownAt: number[];
  mentionAt: number[];
  missed: number;
  /** What was taken before she corrected herself. */
  before: Set<string> | undefined;
  slip: boolean;
}

export const nothingChosen = (asks: boolean): State => ({
  taken: new Set(),
  left: new Set(),
  unsettled: new Set(),
  turned: new Set(),
  foreign: false,
  estimated: false,
  phrase: false,
  last: undefined,
  heardFrom: 0,
  deafUntil: 0,
  everything: false,
  nothing: false,
  excepts: false,
  exceptUntil: false,
  open: asks,
  unknown: false,
  perhapsAll: false,
  perhapsBoth: false,
  unknownAt: [],
  mentionAt: [],
  missed: 0,
  before: undefined,
  slip: false,
});
