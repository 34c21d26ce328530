// Verbs of the focused observation and of the reflection, which closes the cycle.
import type { CycleDigest, MentoringCycle } from '../../domain/mentoring-cycle.ts';
import type { MentoringContext, Verb } from '../mentoring-context.ts';
import { nextAppointed } from '../next-step.ts';
import { withSavedWords } from '../saved-words.ts';
import { closeIfComplete, type HeldSession, recordSession, retractSession, reviseSession, toldFacts } from '../sessions.ts';

function notesOf(c: MentoringContext, keys: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    keys.flatMap((key) => {
      const value = c.thread.answers[key];
      return typeof value === 'string' && value !== '' ? [[key, value]] : [];
    }),
  );
}

function voiceNotesOf(c: MentoringContext): Pick<HeldSession, 'voiceNotes'> {
  const { voces } = c.thread.answers;
  return Array.isArray(voces) && voces.length > 0 ? { voiceNotes: voces as NonNullable<HeldSession['voiceNotes']> } : {};
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
  /** The words of one step, as she says them now. */
  'rewrite-saved': (c) => {
    const { que, palabras } = c.thread.answers;
    if (c.cycle && typeof que === 'string' && typeof palabras === 'string') c.put(withSavedWords(c.cycle, que, palabras));
  },
  /** Complete as soon as its own facts are there; said again after a correction, it changes what was saved. */
  'save-observation': (c) => {
    if (!c.cycle) return;
    const ratings = ratingsOf(c);
    const tried = c.thread.answers.probo;
    const told = {
      facts: toldFacts(c.thread.answers.datos),
      notes: notesOf(c, ['funciono', 'mejorar']),
      ...voiceNotesOf(c),
      ...(ratings ? { ratings } : {}),
    };
    const saved = c.cycle.sessions.find(({ id }) => id === c.thread.answers.guardada);
    if (saved) return c.put(reviseSession(c, c.cycle, saved, told));
    let cycle = recordSession(c, c.cycle, { phase: 'focusedObservation', ...told });
    if (typeof tried === 'boolean') {
      cycle = { ...cycle, tipTried: tried ? 'yes' : 'no' };
      c.fact('tipTried', { cycleId: cycle.id, theme: cycle.theme, data: { tip: cycle.tipsServed.at(-1) ?? null, tried } });
    }
    cycle = closeIfComplete(c, cycle);
    c.put(cycle);
    c.patchThread({ answers: { ...c.thread.answers, guardada: cycle.sessions.at(-1)?.id ?? null } });
  },
  /** "Ya la tuvimos", said where its date was asked: on to the record of that session, with what was told of it. */
  'record-held': (c) => {
    const { dicho, fase, 'dicho:palabras': words } = c.thread.answers;
    const told = typeof words === 'object' && words !== null && !Array.isArray(words) ? words : {};
    const reflection =
      c.thread.flow === 'mover'
        ? fase === 'reflection' || (c.cycle !== undefined && nextAppointed(c.cycle) === 'reflection')
        : c.thread.flow !== 'acordar';
    c.go(reflection ? 'reflexion' : 'observacion', {
      ...(c.caregiver ? { caregiverId: c.caregiver.id } : {}),
      ...(c.cycle ? { cycleId: c.cycle.id } : {}),
      answers: { hecha: 'si', ...told, ...(dicho === undefined ? {} : { datos: dicho }) },
    });
  },
  /** The step that was left out, told afterwards: it has been, or the two could not have talked of it. */
  'record-missing': (c) => {
    c.go('observacion', {
      ...(c.caregiver ? { caregiverId: c.caregiver.id } : {}),
      ...(c.cycle ? { cycleId: c.cycle.id } : {}),
      answers: { hecha: 'si' },
    });
  },
  /** Records the conversation; where the three phases are complete, the cycle closes and leaves for the archive. */
  'save-reflection': (c) => {
    if (!c.cycle) return;
    const cycle = recordSession(c, c.cycle, {
      phase: 'reflection',
      facts: toldFacts(c.thread.answers.datos),
      notes: notesOf(c, ['sintio', 'apoyo', 'constructiva', 'acuerdo', 'siguiente']),
      ...voiceNotesOf(c),
    });
    c.put(closeIfComplete(c, cycle));
  },
  /** Recorded by mistake: it counts no more, and what was agreed for it stands again. */
  'retract-session': (c) => {
    const { sesion, hilo } = c.thread.answers;
    if (typeof hilo === 'string') return c.remove('thread', hilo);
    const session = c.cycle?.sessions.find(({ id }) => id === sesion);
    if (!c.cycle || !session) return;
    c.put(retractSession(c, c.cycle, session));
    const flow = session.phase === 'reflection' ? 'reflexion' : 'observacion';
    for (const thread of c.threads)
      if (thread.cycleId === c.cycle.id && thread.flow === flow && thread.id !== c.thread.id) c.remove('thread', thread.id);
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
