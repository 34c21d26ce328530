// Named days of a calendar that has no end: any year may be asked for.

/** By local date, YYYY-MM-DD. */
export interface DayNames {
  has(date: string): boolean;
  /** What the day is called; undefined for an ordinary one. */
  get(date: string): string | undefined;
}
