// What is wrong in a file that an author wrote: where it stands, what it is, and what to do.

export interface Problem {
  /** Path from the root of the project. */
  file: string;
  line: number;
  column: number;
  message: string;
  /** What to do, as an instruction. */
  fix: string;
  /** Advice is shown and does not fail; a problem when left out. */
  severity?: 'problem' | 'advice';
}

export function formatProblem(problem: Problem): string {
  const advice = problem.severity === 'advice' ? '(advice) ' : '';
  return `${problem.file}:${problem.line}:${problem.column} ${advice}${problem.message}\n    ${problem.fix}`;
}
