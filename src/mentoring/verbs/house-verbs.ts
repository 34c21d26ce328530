// Verbs that are about herself and the house: tips, doubts, menu, pause and leaving.
import type { ClosureOrder } from '../../domain/closure.ts';
import type { ProxySession } from '../../domain/inbound-event.ts';
import { addToDoubt, askConsultants, doubtUnderWay, forgetDoubts } from '../doubt-telling.ts';
import type { Verb } from '../mentoring-context.ts';
import { nextStepOf, nextSteps } from '../next-step.ts';
import { matchQuestion } from '../question-match.ts';
import { whenAnswer } from '../thread-answers.ts';
import { searchTips } from '../tip-library.ts';

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
    const { texto, conocida } = c.thread.answers;
    const found = matchQuestion(c.program, String(texto ?? ''));
    // One that is only likely stands where it was thought of before she was asked.
    const known = found && (found.sure || found.question.id === conocida) ? found.question.id : null;
    c.patchThread({ answers: { ...c.thread.answers, conocida: known } });
  },
  'ask-doubt': (c) => {
    const text = String(c.thread.answers.texto ?? '');
    if (!text) return;
    const { conocida } = c.thread.answers;
    askConsultants(c, text, { about: 'doubt', known: typeof conocida === 'string' ? conocida : null });
  },
  /** More to a doubt: to the one she tapped under, else to the one under way. */
  'add-to-doubt': (c) => {
    const text = String(c.thread.answers.mensaje ?? '');
    const doubt = c.doubts.find(({ id }) => id === c.thread.answers.duda) ?? doubtUnderWay(c.doubts);
    if (doubt) addToDoubt(c, doubt, text);
    else askConsultants(c, text, { about: 'doubt' });
  },
  /** A consultant's answer, once she was asked what there was to ask. */
  'answer-doubt': (c) => {
    const { duda, mentora, respuesta, tomada } = c.thread.answers;
    const text = String(respuesta ?? '');
    if (typeof duda !== 'string' || typeof mentora !== 'string' || text === '') return;
    const knowing = typeof tomada === 'string';
    c.post(mentora, {
      kind: 'doubtAct',
      doubtId: duda,
      name: c.person.calledAs || c.person.name,
      act: { do: 'answer', text, knowing },
    });
  },
  /** What somebody of the staff tells of a mentor, once she said that it was understood. */
  'record-for-her': (c) => {
    const { mentora, sesion } = c.thread.answers;
    if (typeof mentora !== 'string' || typeof sesion !== 'object' || sesion === null || Array.isArray(sesion)) return;
    const by = { by: c.person.id, name: c.person.calledAs || c.person.name };
    const told = sesion as unknown as ProxySession;
    const accepted = c.thread.answers.acepto === 'si' ? 'yes' : c.thread.answers.acepto === 'no' ? 'no' : told.accepted;
    const session: ProxySession = accepted === undefined ? told : { ...told, accepted };
    c.post(mentora, { kind: 'proxyConfirmed', by, session });
  },
  /** What somebody of the staff adds: the whole of it, or the name that was missing. */
  'tell-for-her': (c) => {
    const { mentora, dicho, quien, que } = c.thread.answers;
    if (typeof mentora !== 'string') return;
    const said = String(quien ?? que ?? '').trim();
    const isName = typeof dicho === 'string' && said.split(/\s+/).length <= 3;
    const name = said.replace(/^(?:con|de|a|la|fue)\s+/iu, '').replace(/(?<!\p{L})\p{Ll}/gu, (letter) => letter.toUpperCase());
    const words = isName ? `${dicho} con ${name}` : said;
    c.post(mentora, { kind: 'proxyTold', by: { by: c.person.id, name: c.person.calledAs || c.person.name }, words });
  },
  'ask-for-person': (c) => {
    c.fact('humanAsked');
    askConsultants(c, c.text('casa.pide-llamada'), { about: 'person' });
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
    forgetDoubts(c);
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
  /** The engine sends what she has agreed, and whatever changes of it. */
  'send-calendar': (c) => c.wantsCalendar(),
  /** What was shown is what is done. */
  'order-closure': (c) => {
    const { orden, lugar } = c.thread.answers;
    if (typeof orden !== 'object' || orden === null) return;
    c.lookUp({ kind: 'closureOrder', order: orden as unknown as ClosureOrder, where: String(lugar ?? '') });
  },
} satisfies Record<string, Verb>;
