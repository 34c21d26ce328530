// How an invented mentor answers the question that is open: by its step, with what is offered or with words of her own.
import type { Conversation, Thread } from '../domain/conversation.ts';
import type { LocalMoment } from '../domain/local-moment.ts';
import type { Appointment, MentoringCycle } from '../domain/mentoring-cycle.ts';
import type { OwnerState } from '../domain/turn.ts';
import { openCycleOf, plannedAppointment } from '../mentoring/next-step.ts';
import type { Program } from '../program/program.ts';
import { saidWords } from './mentor-words.ts';
import { hasLooked, realSession } from './real-sessions.ts';
import type { RehearsedMentor } from './rehearsed-mentor.ts';
import { freeSlot, sayMoment, sayPastDay } from './said-dates.ts';
import { chanceOf } from './seeded-chance.ts';

export type Act = { kind: 'text'; text: string } | { kind: 'tap'; label: string; of: string };
/** 'leave': she cannot tell yet, or will not now. */
export type Answer = Act | 'leave';

/** What she knows when she answers: what the bot showed her, and her own days. */
export interface Sight {
  mentor: RehearsedMentor;
  state: OwnerState;
  program: Program;
  /** UTC. */
  now: string;
  today: LocalMoment;
}

type Offer = Conversation['offered'][number];
interface Asked extends Sight {
  thread: Thread;
  key: string;
  step: string;
  offer: Offer | undefined;
}

export const words = (text: string): Act => ({ kind: 'text', text });

/** The open question, if there is one. */
export function askedOf(sight: Sight): Asked | undefined {
  const { conversation, threads } = sight.state;
  const thread = threads.find(({ id }) => id === conversation?.active);
  if (!thread?.waitingFor) return undefined;
  const key = thread.waitingFor;
  const offer = conversation?.offered.find((one) => one.threadId === thread.id && one.key === key);
  return { ...sight, thread, key, step: `${thread.frames.at(-1)?.flow ?? thread.flow}/${key.split(':')[0]}`, offer };
}

export function answerTo(asked: Asked): Answer {
  if (asked.thread.pending !== null && asked.offer) return first(asked) ?? words('sí');
  const own = answers[asked.step];
  if (own) return own(asked);
  const said = saidWords[asked.step];
  if (said) return asked.offer && asked.mentor.chance.is(0.5) ? (first(asked) ?? spoken(said, asked)) : spoken(said, asked);
  return first(asked) ?? words('saltar');
}

const spoken = (list: readonly string[], { mentor }: Asked): Act => words(mentor.chance.pick(list));

function tap({ offer }: Asked, ...ids: string[]): Act | undefined {
  const option = offer?.options.find(({ id }) => ids.includes(id));
  return offer && option ? { kind: 'tap', label: option.label, of: offer.messageId } : undefined;
}

export function first({ offer }: Asked): Act | undefined {
  const option = offer?.options[0];
  return offer && option ? { kind: 'tap', label: option.label, of: offer.messageId } : undefined;
}

const chosen =
  (...ids: string[]) =>
  (asked: Asked): Answer =>
    tap(asked, asked.mentor.chance.pick(ids)) ?? first(asked) ?? words('sí');

const nameOf = ({ state, thread }: Asked): string => state.caregivers.find(({ id }) => id === thread.caregiverId)?.name ?? '';

function cycleOf({ state, thread }: Asked): MentoringCycle | undefined {
  return state.cycles.find(({ id }) => id === thread.cycleId) ?? openCycleOf(state.cycles, thread.caregiverId ?? '');
}

/** A day ahead that suits her. */
function date(asked: Asked): Answer {
  const { mentor, state, today } = asked;
  return words(sayMoment(freeSlot(mentor, state.cycles, today), today.date, mentor.chance));
}

/** What she proposes, or one of the days that are. */
function dateOrOffered(asked: Asked): Answer {
  const offered = asked.offer?.options.find(({ id }) => !/tuvimos|hice|ya/.test(id));
  if (offered && asked.offer && asked.mentor.chance.is(0.5))
    return { kind: 'tap', label: offered.label, of: asked.offer.messageId };
  return date(asked);
}

const held =
  (phase: Appointment['phase']) =>
  (asked: Asked): Answer => {
    const { mentor, now, today } = asked;
    const cycle = cycleOf(asked);
    const appointment = cycle && plannedAppointment(cycle, phase);
    // Something that was never agreed: she has told of it herself, or is asked too early.
    if (!appointment) return asked.thread.answers.hecha === undefined ? 'leave' : words('20 minutos');
    const { outcome, minutes, tellsFrom } = realSession(mentor, nameOf(asked), appointment);
    if (now < tellsFrom) return 'leave';
    if (outcome === 'moved') return tap(asked, 'se-movio') ?? words('la movimos');
    if (outcome !== 'held') return tap(asked, 'no-se-pudo') ?? words('no se pudo');
    const day = appointment.date === today.date ? '' : `${sayPastDay(appointment.date, today.date)}, `;
    return (day === '' ? tap(asked, `si-${minutes}`) : undefined) ?? words(`sí, ${day}${minutes} minutos`);
  };

function reason(asked: Asked): Answer {
  const cycle = cycleOf(asked);
  const phase = asked.thread.flow === 'reflexion' ? 'reflection' : 'focusedObservation';
  const appointment = cycle && plannedAppointment(cycle, phase);
  const outcome = appointment ? realSession(asked.mentor, nameOf(asked), appointment).outcome : 'otra-razon';
  return tap(asked, outcome) ?? first(asked) ?? words('otra razón');
}

/** The sheet, as one line of the paper or item by item. */
function sheet(asked: Asked): Answer {
  const { mentor, thread, now } = asked;
  if (!hasLooked(mentor, nameOf(asked), thread.openedAt, now)) return 'leave';
  if (thread.code === null || mentor.chance.is(0.25)) return tap(asked, 'ya-mire') ?? words('ya miré');
  // What stands on her paper stays the same, however often she sends it.
  const paper = chanceOf(`${mentor.seed}:${thread.id}`);
  return words(`${thread.code} ${Array.from({ length: itemCount(asked) }, () => paper.pick(scaleKeys)).join(' ')}`);
}

function itemCount({ thread, program }: Asked): number {
  const bundle = thread.pins.map((pin) => program.bundles[pin]).find((found) => found?.kind === 'instrument');
  return bundle?.kind === 'instrument' ? bundle.instrument.items.length : 9;
}

const scaleKeys = ['1', '2', '2', '3', '3', '3', '4', '4', 'n'] as const;
const rating = ({ mentor }: Asked): string => mentor.chance.pick(scaleKeys);

function goalRatings(asked: Asked): Answer {
  const count = Math.max(1, cycleOf(asked)?.plan?.focusItems.length ?? 1);
  return words(Array.from({ length: count }, () => asked.mentor.chance.pick(['2', '3', '3', '4'])).join(' '));
}

/** Whether she was in that workshop follows from who she is and which it was, not from when she is asked. */
function attended(asked: Asked): Answer {
  const { mentor, thread } = asked;
  const chance = chanceOf(`${mentor.seed}:taller:${thread.answers.taller}`);
  if (chance.is(attendance[mentor.behaviour])) return tap(asked, chance.is(0.85) ? 'completo' : 'una-parte') ?? words('completo');
  return tap(asked, 'no-pude') ?? words('no pude');
}

const attendance = { diligent: 0.95, busy: 0.75, silent: 0.4, turnover: 0.8 } as const;

const details = ['notas, sin modelar', 'con notas y sí modelé', 'notas, no modelé', 'la grabé yo, sin modelar'];

const answers: Readonly<Record<string, (asked: Asked) => Answer>> = {
  'bienvenida/consentimiento': chosen('acepto'),
  'bienvenida/curso': chosen('no-empezado', 'a-la-mitad', 'terminado', 'terminado'),
  'bienvenida/celular': ({ mentor }) => words(mentor.hours),
  'maestras/lista': ({ mentor }) => words(mentor.caregivers.map(({ line }) => line).join('\n')),
  'menu/opcion': () => 'leave',
  'aceptacion/explicado': (asked) => tap(asked, asked.mentor.chance.is(0.96) ? 'si' : 'no') ?? words('sí, aceptó'),
  'ubicacion/sala': (asked) => words(asked.mentor.caregivers.find(({ name }) => name === nameOf(asked))?.room ?? 'Maternal A'),
  'ubicacion/tema': (asked) => words(String(asked.mentor.chance.between(1, asked.offer?.options.length ?? 1))),
  'diagnostico/listo': sheet,
  'lista-de-cierre/listo': sheet,
  'diagnostico/reactivo': (asked) => words(rating(asked)),
  'lista-de-cierre/reactivo': (asked) => words(rating(asked)),
  'diagnostico/recapitulacion': chosen('si'),
  'lista-de-cierre/recapitulacion': chosen('si'),
  'plan-de-trabajo/cuando': date,
  'plan-de-trabajo/recapitulacion': chosen('si-15', 'si-20', 'si-30'),
  'plan-de-trabajo/sesion': ({ mentor }) => words(`${mentor.chance.pick([15, 20, 25])} minutos`),
  'acordar/nueva': date,
  'mover/nueva': date,
  'observacion/hecha': held('focusedObservation'),
  'observacion/motivo': reason,
  'observacion/datos': (asked) => words(asked.mentor.chance.pick(details)),
  'observacion/puntos': goalRatings,
  'observacion/probo': chosen('si', 'no'),
  'observacion/platica': dateOrOffered,
  'reflexion/hecha': held('reflection'),
  'reflexion/motivo': reason,
  'reflexion/platica': dateOrOffered,
  'reflexion/datos': ({ mentor }) => words(`${mentor.chance.pick([10, 15, 20])} minutos`),
  'reflexion/cierre': chosen('si'),
  'reflexion/falta-observacion': chosen('si'),
  'reflexion/falta-plan': chosen('si'),
  'maestra/que': chosen('cerrar'),
  'maestra/seguro': chosen('si'),
  'pausa/hasta': dateOrOffered,
  'taller/asistencia': attended,
  'taller/utilidad': chosen('poco-util', 'mas-o-menos', 'util', 'util', 'muy-util', 'muy-util'),
  'taller/duracion': chosen('corto', 'adecuado', 'adecuado', 'largo'),
  'taller/satisfaccion': chosen('regular', 'bastante', 'bastante', 'mucho'),
  'al-corriente/quiere': chosen('ahora', 'luego'),
  'al-corriente/comprueba': (asked) =>
    tap(asked, ...(asked.offer ? [asked.mentor.chance.pick(asked.offer.options).id] : [])) ?? words('saltar'),
  'tarea/hecha': chosen('ya', 'ya', 'todavia-no'),
  'duda/sirvio': chosen('si', 'no'),
  'duda/pasarla': chosen('si'),
};
