// What a check of the doctor found, and how it is printed: a mark, the result, and what to do.

export interface Finding {
  name: string;
  /** 'failed': the bot does not start, or does not do what it is for. 'warning': somebody should know. */
  state: 'ok' | 'warning' | 'failed';
  /** Never a token, a phone number or words of anybody. */
  result: string;
  todo?: string;
}

const marks = { ok: '✓', warning: '!', failed: '✗' } as const;

export function sayFinding({ name, state, result, todo }: Finding): string {
  const lines = [`${marks[state]} ${name}: ${result}`, ...(todo === undefined ? [] : [todo])];
  return lines.join('\n').replaceAll('\n', '\n    ');
}

export function saySummary(findings: readonly Finding[]): string {
  const count = (state: Finding['state']): number => findings.filter((finding) => finding.state === state).length;
  const failed = count('failed');
  const warnings = count('warning');
  if (failed + warnings === 0) return 'All is well.';
  return `${failed} to mend (✗), ${warnings} to look at (!).`;
}

/** The first few of many, so that a line stays a line. */
export function someOf(ids: readonly string[], most = 6): string {
  const shown = ids.slice(0, most).join(', ');
  return ids.length > most ? `${shown} and ${ids.length - most} more` : shown;
}

export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
