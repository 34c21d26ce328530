// Reads a day, an hour, or both.
export interface LocalMoment {
  date: string;
  time: string;
}

export interface Day {
  date: string;
  time?: string;
}

export type WhenReading =
  | { kind: 'datetime'; date: string; time: string; warn: string[] }
  | { kind: 'date'; date: string; warn: string[] }
  | { kind: 'time'; time: string }
  | { kind: 'ambiguous'; candidates: Day[] }
  | { kind: 'past'; date: string; time?: string }
  | { kind: 'impossible'; why: string }
  | { kind: 'none' };

export interface WhenContext {
  now: LocalMoment;
  holidays: ReadonlyMap<string, string>;
  tense: 'future' | 'past';
}

export function readWhen(_text: string, _c: WhenContext): WhenReading {
  throw new Error('not yet written');
}
