// A checklist noted for the wrong caregiver: taken from her, and gone on with as the other one's.
import type { AnswerValue, Thread } from '../../domain/conversation.ts';
import { instrumentFor } from '../iteration.ts';
import type { MentoringContext, Verb } from '../mentoring-context.ts';

const isRating = (key: string): boolean => key.startsWith('reactivo:');

/** Answers of a sheet under way. */
const sheetThread = (c: MentoringContext): Thread | undefined =>
  c.threads.find(
    ({ flow, caregiverId, answers }) =>
      flow === 'diagnostico' && caregiverId === c.caregiver?.id && Object.keys(answers).some(isRating),
  );

/** Codes of the items that she had in her hands: those of the other one's age, where the two lists are of the same length. */
function codesFor(c: MentoringContext, to: string, codes: readonly string[]): readonly string[] {
  const group = c.caregivers.find(({ id }) => id === to)?.ageGroup;
  const own = group && c.cycle && instrumentFor(c.program, c.cycle.iteration, c.cycle.theme, group)?.items;
  return own && own.length === codes.length ? own.map(({ code }) => code) : codes;
}

export const sheetMoveVerbs = {
  'move-sheet': (c) => {
    const to = c.thread.answers.hacia;
    const under = sheetThread(c);
    const run = c.cycle?.checklist;
    if (typeof to !== 'string' || !c.caregiver || (!under && !run)) return;
    const told = under
      ? Object.entries(under.answers).filter(([key]) => isRating(key) && key.split(':').length === 2)
      : Object.entries(run?.ratings ?? {}).map(([code, key]) => [`reactivo:${code}`, key] as const);
    const order = under ? told.map(([key]) => key.slice('reactivo:'.length)) : Object.keys(run?.ratings ?? {});
    const codes = codesFor(c, to, order);
    const answers: Record<string, AnswerValue> = { listo: 'ya-mire' };
    told.forEach(([, key], index) => {
      answers[`reactivo:${codes[index] ?? order[index] ?? ''}`] = key;
    });
    // What was saved was confirmed already: the other one's is not asked about again.
    if (under) {
      if (under.answers.contexto !== undefined) answers.contexto = under.answers.contexto;
      c.put(emptied(under));
    } else if (run && c.cycle) {
      Object.assign(answers, { recapitulacion: 'si', contexto: { when: run.heldOn }, 'contexto:cerrado': true });
      c.put({ ...c.cycle, checklist: null });
      c.fact('checklistCorrected', {
        theme: c.cycle.theme,
        instrument: `${run.instrument}@${run.version}`,
        data: { purpose: run.purpose, changed: 0, items: order.length, moved: true },
      });
      const planned = c.cycle.sessions.some(({ phase }) => phase === 'workPlan');
      for (const thread of c.threads)
        if (thread.caregiverId === c.caregiver.id && thread.flow === 'plan-de-trabajo' && !planned) c.remove('thread', thread.id);
    }
    c.go('diagnostico', { caregiverId: to, answers });
  },
} satisfies Record<string, Verb>;

/** The sheet as it was handed out, with its code. */
function emptied(thread: Thread): Thread {
  const answers = Object.fromEntries(
    Object.entries(thread.answers).filter(([key]) => !isRating(key) && !['contexto', 'listo', 'recapitulacion'].includes(key)),
  );
  return {
    ...thread,
    answers,
    frames: [{ flow: thread.flow, at: 0 }],
    current: {},
    history: [],
    pending: null,
    returnTo: null,
    waitingFor: null,
    captureMode: 'chat',
  };
}
