// Tells the clause that makes a proposal from those that only explain it: "trabajo de 8 a 3, el jueves a las 10".
import { type Clause, correctionAt } from './when-clauses.ts';
import type { Mention } from './when-fold.ts';
import type { Role } from './when-roles.ts';
import { isSign, type WhenToken } from './when-tokens.ts';

const cues = new Set(
  'seria sea hago haria hacemos hacerla hacerlo puedo puede pueden podria podemos podriamos queda quedo quedamos quedaria quede mejor entonces ponle va vamos vemos chance espacio tiempo agendo agendamos agenda programe programamos parece late observacion obs retro retroalimentacion sesion cita acomoda conviene prefiero preferencia preferentemente propongo cambiamos movemos cambiarla moverla tendria dejamos dejo planeo pienso quisiera gustaria libre disponible podra empezamos tentativo'.split(
    ' ',
  ),
);
const fillers = new Set(
  'el la los las lo le les un una a al de del en y o que con por para si ya yo creo como tipo eso aprox sobre mas menos tambien este esta ese esa es sera maestra miss mtra lic seno oiga gracias porfa porfavor favor ok bueno bien claro pues ps nada nomas solo dia horas semana proximo otro mero mismo siempre ahora se me nos te digo perdon digamos hasta misma hora listo va sale vale oki saludos bendiciones hola buenos buenas dias tardes buen verdad no todo temprano ahi entre hoy manana pasado punto minutos min media cuarto'.split(
    ' ',
  ),
);

const schedules = new Set(
  'entra entran entro sale salen salgo llega llegan llego abren abrimos desayuna comen duermen reciben recibo'.split(' '),
);

interface Weighed {
  from: number;
  /** "Porque el miércoles hay junta". */
  reason: boolean;
  /** "El martes entra a las 8". */
  schedule: boolean;
  mentions: number[];
  hasDay: boolean;
  hasHour: boolean;
  cue: boolean;
  /** Holds words that belong to no date. */
  foreign: boolean;
}

const namesDay = (m: Mention): boolean =>
  m.day !== undefined && m.part === undefined && m.day.spec.type !== 'soon' && m.day.spec.type !== 'week';

function weigh(t: readonly WhenToken[], clause: Clause, mentions: readonly Mention[], within: number[]): Weighed {
  const taken = (i: number): boolean => within.some((k) => i >= (mentions[k]?.at ?? 0) && i < (mentions[k]?.end ?? 0));
  const corrects = t.slice(clause.from, clause.to).some((_, k) => correctionAt(t, clause.from + k) > 0);
  const counted = within.some((k) => mentions[k]?.day?.after === true);
  const rest = t.slice(clause.from, clause.to).filter((word, k) => !taken(clause.from + k) && !isSign(word));
  return {
    from: clause.from,
    reason: t[clause.from] === 'porque' || (t[clause.from] === 'es' && t[clause.from + 1] === 'que'),
    schedule: rest.some((word) => schedules.has(word)),
    mentions: within,
    hasDay: within.some((k) => namesDay(mentions[k] as Mention)),
    hasHour: within.some((k) => mentions[k]?.hours !== undefined),
    cue: rest.some((word) => cues.has(word)),
    foreign: !corrects && !counted && rest.some((word) => !fillers.has(word) && !cues.has(word)),
  };
}

/** Where one clause alone proposes a day, the days and hours of the clauses that lead up to it are beside. */
export function withoutExplanations(
  t: readonly WhenToken[],
  clauses: readonly Clause[],
  mentions: readonly Mention[],
  roles: readonly Role[],
): Role[] {
  const weighed: Weighed[] = [];
  for (const clause of clauses) {
    const within = mentions.flatMap((m, k) => (m.at >= clause.from && m.at < clause.to && roles[k] === 'said' ? [k] : []));
    if (within.length > 0) weighed.push(weigh(t, clause, mentions, within));
  }
  const dated = weighed.some((one) => one.hasDay);
  const proposals = weighed.filter((one) => !one.reason && (one.hasDay || !dated) && (one.cue || !one.foreign));
  const [proposal] = proposals;
  if (proposals.length !== 1 || proposal === undefined) return [...roles];
  // "Si alcanzo el jueves, si no el lunes", "el jueves, aunque también el viernes" propose both.
  const clause = clauses.find(({ from }) => from === proposal.from);
  if (t.slice(proposal.from, clause?.to).includes('tambien')) return [...roles];
  if (t[proposal.from] === 'o' || (t[proposal.from] === 'si' && t[proposal.from + 1] === 'no')) return [...roles];
  const beside = weighed
    .filter(
      (one) =>
        one.reason || (one.from < proposal.from && one.foreign && !one.cue && (one.schedule || !(one.hasDay && one.hasHour))),
    )
    .filter((one) => one.hasDay || (one.hasHour && proposal.hasHour))
    .flatMap((one) => one.mentions);
  return roles.map((role, k) => (beside.includes(k) ? 'beside' : role));
}
