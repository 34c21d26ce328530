// Days on which centres stay closed besides the rest days of the law: of the whole programme, a state office, a state or one centre.

export const closureScopes = ['programme', 'ooad', 'state', 'centre'] as const;
export type ClosureScope = (typeof closureScopes)[number];

export interface Closure {
  kind: 'closure';
  /** One of the file derives from what it says, so that a coordinator can take it back. */
  id: string;
  owner: 'programme';
  scope: ClosureScope;
  /** Name of the state office or state, or id of the centre; empty for the whole programme. */
  place: string;
  /** Local dates, both included. */
  from: string;
  to: string;
  /** What it is for, as people are told. */
  name: string;
  /** Goes up each time it is closed or opened again. */
  version: number;
  takenBack: boolean;
  /** Who ordered it, and when (UTC); empty for one of the file. */
  by: string;
  at: string;
}

/** What a coordinator orders once she has seen it: these days closed, or one of the known closures taken back. */
export type ClosureOrder = Pick<Closure, 'id' | 'scope' | 'place' | 'from' | 'to' | 'name' | 'version' | 'takenBack'>;

/** Longer than any closure that is meant; what is longer was misread. */
export const longestClosure = 45;
