// What is wrong with a row of a roster file, said so that whoever keeps the file can put it right.

export interface RosterProblem {
  file: string;
  line: number;
  /** As the header of the file spells it. */
  column?: string;
  reason: string;
  fix: string;
}

/** The same before it is known where the cell stands. */
export interface CellProblem {
  reason: string;
  fix: string;
}

export function sayProblem({ file, line, column, reason, fix }: RosterProblem): string {
  return `${file}:${line}${column ? ` (${column})` : ''}: ${reason} ${fix}`;
}
