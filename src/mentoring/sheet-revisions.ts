// Changes to a checklist after it was saved: what it was before stays with it, and the log gets a fact of its own.
import type { ChecklistRun, Theme } from '../domain/mentoring-cycle.ts';
import type { MentoringContext } from './mentoring-context.ts';

/** More corrections of one sheet than this are of no use to anybody. */
const mostRevisions = 5;

export function revisedRun(c: MentoringContext, run: ChecklistRun, changes: Readonly<Record<string, string>>): ChecklistRun {
  const before = Object.fromEntries(Object.keys(changes).map((code) => [code, run.ratings[code] ?? 'skipped']));
  if (!Object.keys(before).length) return run;
  return {
    ...run,
    ratings: { ...run.ratings, ...changes },
    revisions: [...(run.revisions ?? []), { at: c.now, before }].slice(-mostRevisions),
  };
}

export function recordRevision(
  c: MentoringContext,
  run: ChecklistRun,
  changed: number,
  theme: Theme,
  about: { caregiverId?: string; cycleId?: string } = {},
): void {
  if (!changed) return;
  const keys = Object.values(run.ratings);
  c.fact('checklistCorrected', {
    ...about,
    theme,
    instrument: `${run.instrument}@${run.version}`,
    data: {
      purpose: run.purpose,
      changed,
      items: keys.length,
      noChance: keys.filter((key) => key === 'n').length,
      skipped: keys.filter((key) => key === 'skipped').length,
    },
  });
}
