// What stands on a page to print, as plain data: put together where the work is known, drawn where files are made.

export const sheetKinds = ['checklist', 'plan', 'observation', 'talk'] as const;
export type SheetKind = (typeof sheetKinds)[number];

/** Never a rating, never evidence, of the caregiver no more than her first name. */
export interface SheetPage {
  of: SheetKind;
  /** The checklist at the end of an iteration. */
  closing: boolean;
  caregiver: string;
  /** Empty where it is not known yet. */
  room: string;
  theme: string;
  /** What a line from this paper begins with; null where there is nothing to send back yet. */
  code: string | null;
  /** Instrument and its version, where items stand on the page. */
  version: string | null;
  example: boolean;
  /** Items to rate by hand. */
  items: { number: number; text: string }[];
  scale: { key: string; label: string }[];
  /** What was agreed, where there is a plan; as it is, in her words. */
  plan: { goal: string; action: string; criterion: string; resources: string; deadline: string } | null;
  /** When the session is agreed; empty where it is not. */
  when: string;
  /** What to look at. */
  look: string;
  stopAtOnce: string[];
  questions: string[];
  lineExample: string;
  privacyUrl: string;
  programme: string;
}
