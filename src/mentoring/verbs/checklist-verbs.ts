// Verbs of the diagnosis: beginning a cycle, keeping the checklist, and the closing checklist of an iteration.
import type { ChecklistRun, MentoringCycle, Theme } from '../../domain/mentoring-cycle.ts';
import { iterationOn, themesOn } from '../iteration.ts';
import type { MentoringContext, Verb } from '../mentoring-context.ts';
import { heldInstant, iterationIdOn, toldFacts } from '../sessions.ts';
import { recordRevision, revisedRun } from '../sheet-revisions.ts';
import { focusItem } from '../thread-answers.ts';
import { tipsForFocus } from '../tip-library.ts';

export function newCycle(c: MentoringContext, theme: Theme): MentoringCycle {
  return {
    kind: 'cycle',
    id: c.newId(),
    owner: c.person.id,
    caregiverId: c.caregiver?.id ?? '',
    theme,
    iteration: iterationOn(c.program, c.today.date)?.id ?? 'none',
    state: 'begun',
    dosageOnly: c.caregiver?.accepted === 'no',
    beganAt: c.now,
    closedAt: null,
    checklist: null,
    plan: null,
    appointments: [],
    sessions: [],
    tipsServed: [],
    tipTried: null,
    nudges: 0,
  };
}

function runOf(c: MentoringContext, purpose: ChecklistRun['purpose']): ChecklistRun | undefined {
  const used = c.instrument?.instrument;
  if (!used) return undefined;
  const ratings: Record<string, string> = {};
  const evidence: Record<string, string> = {};
  for (const { code } of used.items) {
    const rating = c.thread.answers[`reactivo:${code}`];
    ratings[code] = typeof rating === 'string' ? rating : 'skipped';
    const note = c.thread.answers[`reactivo:${code}:nota`];
    if (typeof note === 'string') evidence[code] = note;
  }
  return {
    purpose,
    instrument: used.id,
    version: used.version,
    ratings,
    evidence,
    heldOn: toldFacts(c.thread.answers.contexto).when ?? c.today.date,
    recordedAt: c.now,
    captureMode: c.thread.captureMode,
    ...(c.thread.code === null ? {} : { code: c.thread.code }),
  };
}

function recordRun(c: MentoringContext, run: ChecklistRun, cycleId: string | undefined, theme: Theme): void {
  const facts = toldFacts(c.thread.answers.contexto);
  const keys = Object.values(run.ratings);
  c.fact('checklistRecorded', {
    ...(cycleId ? { cycleId } : {}),
    theme,
    instrument: `${run.instrument}@${run.version}`,
    captureMode: run.captureMode,
    heldAt: heldInstant(c, run.heldOn, facts.time),
    iteration: iterationIdOn(c, run.heldOn),
    ...(facts.minutes === undefined ? {} : { minutes: facts.minutes }),
    data: {
      purpose: run.purpose,
      items: keys.length,
      noChance: keys.filter((key) => key === 'n').length,
      skipped: keys.filter((key) => key === 'skipped').length,
      routineMoment: facts.routineMoment ?? null,
      childrenPresent: facts.childrenPresent ?? null,
    },
  });
}

export const checklistVerbs = {
  /** Opens a cycle for the caregiver where she has none, with the theme asked or set by the iteration. */
  'begin-cycle': (c) => {
    if (c.cycle) return;
    const asked = c.thread.answers.tema;
    const theme = typeof asked === 'string' ? (asked as Theme) : themesOn(c.program, c.today.date)[0];
    if (!theme || !c.caregiver) return;
    const cycle = newCycle(c, theme);
    c.put(cycle);
    c.patchThread({ cycleId: cycle.id });
    c.fact('cycleBegun', { cycleId: cycle.id, theme, data: { dosageOnly: cycle.dosageOnly } });
  },
  'save-checklist': (c) => {
    const run = runOf(c, 'diagnosis');
    if (!run || !c.cycle || c.cycle.dosageOnly) return;
    c.put({ ...c.cycle, checklist: run });
    recordRun(c, run, c.cycle.id, c.cycle.theme);
  },
  /** The sheet that was saved, with what she changed in it since. */
  'save-corrected-checklist': (c) => {
    if (!c.cycle?.checklist) return;
    const { ratings } = c.cycle.checklist;
    const told = Object.keys(ratings).map((code) => [code, c.thread.answers[`reactivo:${code}`]] as const);
    const changed = told.flatMap(([code, key]) =>
      typeof key === 'string' && key !== ratings[code] ? [[code, key] as const] : [],
    );
    const run = revisedRun(c, c.cycle.checklist, Object.fromEntries(changed));
    c.put({ ...c.cycle, checklist: run });
    recordRevision(c, run, changed.length, c.cycle.theme);
  },
  /** A plan may start from other evidence: a video, her own reflection. */
  'save-other-evidence': (c) => {
    c.fact('checklistRecorded', { data: { purpose: 'diagnosis', otherEvidence: String(c.thread.answers.evidencia ?? '') } });
  },
  'save-closing-checklist': (c) => {
    const run = runOf(c, 'closing');
    const theme = c.instrument?.instrument.theme;
    if (!run || !theme || !c.caregiver) return;
    const iteration = iterationOn(c.program, c.today.date)?.id ?? 'none';
    c.put({ ...c.caregiver, closingRuns: [...c.caregiver.closingRuns, { ...run, theme, iteration }].slice(-6) });
    recordRun(c, run, undefined, theme);
  },
  /** Picks the tip for the focus, one that this cycle has not served yet. */
  'choose-tip': (c) => {
    const focus = focusItem(c);
    const group = c.caregiver?.ageGroup;
    const theme = c.cycle?.theme;
    if (!group || !theme) return;
    const moment = toldFacts(c.thread.answers.contexto).routineMoment;
    const about = { ...(focus ? { item: focus.code } : {}), ...(moment ? { moment } : {}), theme, ageGroup: group };
    const tip = tipsForFocus(c.program, about).find(({ id }) => !c.cycle?.tipsServed.includes(id));
    if (tip) c.patchThread({ current: { ...c.thread.current, tip: tip.id } });
  },
  'note-tip-served': (c) => {
    const tip = c.thread.current.tip;
    if (!tip) return;
    if (c.cycle) c.put({ ...c.cycle, tipsServed: [...new Set([...c.cycle.tipsServed, tip])].slice(-10) });
    c.fact('tipServed', { ...(c.cycle ? { cycleId: c.cycle.id, theme: c.cycle.theme } : {}), data: { tip } });
  },
} satisfies Record<string, Verb>;
