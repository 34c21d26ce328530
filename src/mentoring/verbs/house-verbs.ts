// Verbs that are about herself and the house: tips, doubts, menu, pause and leaving.
import type { MentoringContext, Verb } from '../mentoring-context.ts';
import { nextStepOf, nextSteps } from '../next-step.ts';
import { whenAnswer } from '../thread-answers.ts';
import { findFrequentQuestion, searchTips } from '../tip-library.ts';

/** Kept for the consultants; whoever accompanies her is told, else all of them. */
function tellConsultants(c: MentoringContext, text: string): void {
  const id = c.newId();
  c.put({ kind: 'doubt', id, owner: c.person.id, at: c.now, text, caregiverId: c.thread.caregiverId, status: 'open' });
  const consultants = c.directory.filter(({ roles }) => roles.includes('consultant')).map((entry) => entry.id);
  const hers = consultants.filter((consultant) => c.person.accompaniedBy.includes(consultant));
  for (const to of hers.length ? hers : consultants) {
    c.post(to, {
      kind: 'doubtAsked',
      doubtId: id,
      text,
      mentor: c.person.name,
      centre: c.centre.name,
      phase: c.cycle?.state ?? null,
    });
  }
}

export const houseVerbs = {
  'search-tips': (c) => {
    const found = searchTips(c.program, String(c.thread.answers.busca ?? '')).map(({ id }) => id);
    c.patchThread({ answers: { ...c.thread.answers, encontrados: found, vistos: [] } });
    c.fact('tipSearched', { data: { found: found.length } });
  },
  'note-tip-seen': (c) => {
    const seen = c.thread.answers.vistos;
    const tip = c.thread.current.tip;
    if (!tip) return;
    c.patchThread({ answers: { ...c.thread.answers, vistos: [...(Array.isArray(seen) ? seen : []), tip] } });
    c.fact('tipServed', { data: { tip, searched: true } });
  },
  'look-up-question': (c) => {
    const known = findFrequentQuestion(c.program, String(c.thread.answers.texto ?? ''));
    c.patchThread({ answers: { ...c.thread.answers, conocida: known?.id ?? null } });
  },
  'ask-doubt': (c) => {
    const text = String(c.thread.answers.texto ?? '');
    if (!text) return;
    tellConsultants(c, text);
    c.fact('doubtAsked', { data: { known: c.thread.answers.conocida ?? null } as Record<string, string | null> });
  },
  'ask-for-person': (c) => {
    c.fact('humanAsked');
    tellConsultants(c, c.text('casa.pide-llamada'));
  },
  'open-chosen': (c) => {
    const chosen = String(c.thread.answers.opcion ?? '');
    if (chosen === 'consejo') return c.go('consejos', {});
    if (chosen === 'maestras') return c.go('maestras', {});
    if (chosen === 'duda') return c.go('duda', {});
    const next = nextSteps(c.caregivers, c.cycles, c.threads, c.program, c.today).find(
      ({ caregiver }) => `paso-${caregiver.id}` === chosen,
    );
    if (next) c.go(next.flow, { caregiverId: next.caregiver.id, ...(next.cycle ? { cycleId: next.cycle.id } : {}) });
  },
  /** After "¿con quién?": what she was about to do, with the caregiver she chose; else that caregiver's next step. */
  'open-with-chosen': (c) => {
    const caregiver = c.caregivers.find(({ id }) => id === c.thread.answers.quien);
    if (!caregiver) return;
    const { flujo, previas } = c.thread.answers;
    const next = nextStepOf(caregiver, c.cycles, c.threads, c.program, c.today);
    const sheet = flujo === 'tarjeta' && (next.flow === 'diagnostico' || next.flow === 'lista-de-cierre');
    if (typeof flujo === 'string' && !sheet) {
      const answers = typeof previas === 'object' && previas !== null && !Array.isArray(previas) ? previas : {};
      return c.go(flujo, { caregiverId: caregiver.id, answers });
    }
    c.go(next.flow, { caregiverId: caregiver.id, ...(next.cycle ? { cycleId: next.cycle.id } : {}) });
  },
  pause: (c) => {
    const until = whenAnswer(c.thread, 'hasta')?.date;
    if (!until) return;
    c.put({ ...c.person, pausedUntil: until });
    c.fact('paused', { data: { until } });
  },
  'end-pause-if-over': (c) => {
    if (!c.person.pausedUntil || c.today.date < c.person.pausedUntil) return;
    c.put({ ...c.person, pausedUntil: null });
    c.fact('resumed', { data: {} });
  },
  withdraw: (c) => {
    c.put({ ...c.person, withdrawnAt: c.now });
    c.fact('withdrawn', { data: { erase: false } });
  },
  erase: (c) => {
    c.fact('erased', { data: {} });
    c.put({
      ...c.person,
      name: '',
      calledAs: '',
      phone: '',
      addresses: [],
      consent: null,
      phoneMoments: null,
      prerequisiteCourse: null,
      pausedUntil: null,
      active: false,
      withdrawnAt: c.now,
      erasedAt: c.now,
    });
    c.erase();
  },
} satisfies Record<string, Verb>;
