// Verbs of the focused observation and of the reflection, which closes the cycle.
import type { CycleDigest, MentoringCycle } from '../../domain/mentoring-cycle.ts';
import type { MentoringContext, Verb } from '../mentoring-context.ts';
import { agreeAppointment, closeIfComplete, recordSession, toldFacts } from '../sessions.ts';
import { whenAnswer } from '../thread-answers.ts';

function notesOf(c: MentoringContext, keys: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    keys.flatMap((key) => {
      const value = c.thread.answers[key];
      return typeof value === 'string' && value !== '' ? [[key, value]] : [];
    }),
  );
}

function ratingsOf(c: MentoringContext): Record<string, string> | undefined {
  const value = c.thread.answers.puntos;
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, string>) : undefined;
}

function digestOf(cycle: MentoringCycle, closedAt: string): CycleDigest {
  const last = cycle.sessions.findLast(({ phase }) => phase === 'reflection');
  return {
    cycleId: cycle.id,
    theme: cycle.theme,
    iteration: cycle.iteration,
    beganAt: cycle.beganAt,
    closedAt,
    ratings: cycle.checklist?.ratings ?? {},
    focusItems: cycle.plan?.focusItems ?? [],
    goal: (cycle.plan?.goal ?? '').slice(0, 160),
    nextStep: (last?.notes.siguiente ?? '').slice(0, 160),
  };
}

export const sessionVerbs = {
  'save-observation': (c) => {
    if (!c.cycle) return;
    const ratings = ratingsOf(c);
    let cycle = recordSession(c, c.cycle, {
      phase: 'focusedObservation',
      facts: toldFacts(c.thread.answers.datos),
      notes: notesOf(c, ['funciono', 'mejorar']),
      ...(ratings ? { ratings } : {}),
    });
    const tried = c.thread.answers.probo;
    if (typeof tried === 'boolean') {
      cycle = { ...cycle, tipTried: tried ? 'yes' : 'no' };
      c.fact('tipTried', { cycleId: cycle.id, theme: cycle.theme, data: { tip: cycle.tipsServed.at(-1) ?? null, tried } });
    }
    const talk = whenAnswer(c.thread, 'platica');
    if (talk?.time) cycle = agreeAppointment(c, cycle, 'reflection', { date: talk.date, time: talk.time });
    c.put(cycle);
  },
  /** Records the conversation; where the three phases are complete, the cycle closes and leaves for the archive. */
  'save-reflection': (c) => {
    if (!c.cycle) return;
    const cycle = recordSession(c, c.cycle, {
      phase: 'reflection',
      facts: toldFacts(c.thread.answers.datos),
      notes: notesOf(c, ['sintio', 'apoyo', 'constructiva', 'acuerdo', 'siguiente']),
    });
    c.put(closeIfComplete(c, cycle));
  },
  /** After the closing words: the record goes to the archive, a digest stays with the caregiver. */
  'archive-cycle': (c) => {
    const cycle = c.cycle;
    if (cycle?.state !== 'closed') return;
    if (c.caregiver)
      c.put({ ...c.caregiver, digests: [...c.caregiver.digests, digestOf(cycle, cycle.closedAt ?? c.now)].slice(-12) });
    c.archive('cycle', cycle.id);
    for (const thread of c.threads) if (thread.cycleId === cycle.id && thread.id !== c.thread.id) c.remove('thread', thread.id);
  },
} satisfies Record<string, Verb>;
