// The figures of «pendientes» and «avance», counted another way: from the facts and the recounted sessions, without the report's code.
import type { Fact } from '../../src/domain/fact.ts';
import type { OwnerState } from '../../src/domain/turn.ts';
import { type Expected, wallClock } from './recomputed-participation.ts';

interface Recounted {
  facts: readonly Fact[];
  states: ReadonlyMap<string, OwnerState>;
  expected: readonly Expected[];
  now: string;
}

const zoneOf = (state: OwnerState | undefined): string => state?.centre?.zone ?? 'America/Mexico_City';

/** By mentor what she said last: yes, no or nothing, and whether she left. */
function mentorsOf({ facts, states, expected }: Recounted) {
  // Who said no has no sessions, and is known by her answer alone.
  const said = facts.flatMap(({ kind, mentorId, data }) =>
    kind === 'consentAnswered' && data.given === false ? [mentorId] : [],
  );
  return [...new Set([...expected.map(({ mentorId }) => mentorId), ...said])].map((id) => {
    const last = (kind: Fact['kind']): Fact | undefined => facts.findLast((fact) => fact.kind === kind && fact.mentorId === id);
    return {
      id,
      state: states.get(id),
      agreed: last('consentAnswered')?.data.given as boolean | undefined,
      left: last('withdrawn') !== undefined,
      restsUntil: String(last('paused')?.data.until ?? ''),
      course: last('prerequisiteCourse')?.data.status,
      caregivers: facts.filter(({ kind, mentorId }) => kind === 'caregiverAdded' && mentorId === id).length,
    };
  });
}

const plural = (count: number, one: string, many: string): string[] =>
  count === 0 ? [] : [`• ${count} ${count === 1 ? one : many}`];

/** Where everybody who was a mentor has left, or has been forgotten. */
function vacant({ states }: Recounted): string[] {
  const all = [...states.values()].filter(({ person }) => person?.roles.includes('mentor'));
  const stays = new Set(all.flatMap(({ person }) => (person?.active && person.withdrawnAt === null ? [person.centreId] : [])));
  const left = new Map(
    all.flatMap(({ person, centre }) =>
      centre && !stays.has(person?.centreId ?? '') ? [[centre.id, `${centre.id} ${centre.locality}`] as const] : [],
    ),
  );
  return [...left.keys()].sort().map((id) => left.get(id) ?? id);
}

/** The first bubble, line by line, without its heading and its last line, whom to call. */
export function recountDue(parts: Recounted): string[] {
  const { facts, expected, now } = parts;
  const mentors = mentorsOf(parts);
  const working = mentors.filter(({ agreed, left }) => agreed === true && !left);
  const today = (id: string): string => wallClock(now, zoneOf(parts.states.get(id))).slice(0, 10);
  const resting = working.filter(({ id, restsUntil }) => restsUntil > today(id));
  const ofWorking = expected.filter(({ mentorId }) => working.some(({ id }) => id === mentorId));
  const registered = new Map<string, Expected[]>();
  for (const one of ofWorking)
    if (one.caregiverId !== null) registered.set(one.caregiverId, [...(registered.get(one.caregiverId) ?? []), one]);
  const late = ofWorking.filter(({ row }) => row.Motivo === 'pasó la cita y no se registró');
  const toRecord = ofWorking.filter(({ status }) => status === 'por registrar');
  const forToday = ofWorking.filter(
    ({ status, row, mentorId }) => status === 'planeada' && String(row.Cita).startsWith(today(mentorId)),
  );
  // The phase before it is done and nothing is agreed.
  const noDate = [...registered.values()].filter((phases) => {
    const next = phases.find(({ status }) => status !== 'realizada');
    const isDone = (phase: string): boolean =>
      facts.some((fact) => fact.kind === 'sessionHeld' && fact.caregiverId === next?.caregiverId && fact.phase === phase);
    const dated = ['planeada', 'por registrar'].includes(next?.status ?? '') || late.some((one) => one === next);
    if (!next || dated) return false;
    return next.phase === 'reflexión'
      ? isDone('focusedObservation')
      : next.phase === 'observación enfocada' && isDone('workPlan');
  });
  const behind = expected.filter(({ status, row }) => status === 'vencida' && row.Esperada === 1);
  const silent = working.filter(({ id, state }) => {
    const heard = state?.conversation?.lastHeardAt;
    const days = heard ? (Date.parse(today(id)) - Date.parse(wallClock(heard, zoneOf(state)).slice(0, 10))) / 86_400_000 : 0;
    return days >= 7 && !resting.some((one) => one.id === id);
  });
  const unwelcomed = mentors.filter(({ agreed, left }) => agreed === undefined && !left).length;
  const empty = working.filter(({ id }) => (parts.states.get(id)?.caregivers.length ?? 0) === 0).length;
  const owing = new Set([...late, ...toRecord, ...forToday, ...noDate.flat(), ...behind].map(({ mentorId }) => mentorId));
  for (const { id } of [...silent, ...resting]) owing.add(id);
  for (const { id, course, state } of working) if (course !== 'finished' || !state?.caregivers.length) owing.add(id);
  // Of those who are there: who rests, who has not begun, not who left or said no.
  const there = new Set(mentors.flatMap(({ id, agreed, left }) => (agreed === false || left || id === '' ? [] : [id])));
  const places = expected.filter(({ phase, mentorId }) => phase === 'reflexión' && there.has(mentorId));
  const known = places.filter(({ caregiverId }) => caregiverId !== null).length;
  const roster = `como en el «registro» (de ${places.length} maestras esperadas, ${known} registradas)`;
  const empties = vacant(parts);
  return [
    ...plural(late.length, 'cita ya pasada sin anotar', 'citas ya pasadas sin anotar'),
    ...plural(toRecord.length, 'cita de estos días por anotar', 'citas de estos días por anotar'),
    ...plural(forToday.length, 'cita para hoy', 'citas para hoy'),
    ...plural(unwelcomed, 'bienvenida sin terminar', 'bienvenidas sin terminar'),
    ...plural(empty, 'mentora sin maestras anotadas', 'mentoras sin maestras anotadas'),
    ...plural(silent.length, 'mentora lleva una semana o más sin escribir', 'mentoras llevan una semana o más sin escribir'),
    ...plural(noDate.length, 'cita por acordar', 'citas por acordar'),
    ...plural(behind.length, `sesión vencida, ${roster}`, `sesiones vencidas, ${roster}`),
    ...plural(
      working.filter(({ course }) => course !== 'finished').length,
      'curso CLIMSS sin terminar',
      'cursos CLIMSS sin terminar',
    ),
    ...plural(mentors.filter(({ agreed }) => agreed === false).length, 'no participa', 'no participan'),
    ...plural(resting.length, 'mentora en pausa', 'mentoras en pausa'),
    ...plural(mentors.filter(({ left }) => left).length, 'baja', 'bajas'),
    ...plural(empties.length, `centro sin mentora: ${empties.join(', ')}`, `centros sin mentora: ${empties.join(', ')}`),
    ...plural(working.filter(({ id }) => !owing.has(id)).length, 'mentora al corriente', 'mentoras al corriente'),
  ];
}

export interface Progress {
  total: number;
  centres: number;
  closed: number;
  reflection: number;
  observation: number;
  plan: number;
  notBegun: number;
  registered: number;
  /** Keys of the centres where nothing has begun. */
  untouched: string[];
}

/** Of every caregiver whom the roster expects of who takes part, and of those who work with somebody, how far she is. */
export function recountProgress(parts: Recounted): Progress {
  const { facts, expected } = parts;
  const out = new Set(mentorsOf(parts).flatMap(({ id, agreed, left }) => (agreed === false || left ? [id] : [])));
  // A caregiver is counted where her next phase is.
  const last = expected.filter(({ phase, mentorId }) => phase === 'reflexión' && !out.has(mentorId));
  const progress = {
    total: last.length,
    centres: 0,
    closed: 0,
    reflection: 0,
    observation: 0,
    plan: 0,
    notBegun: 0,
    registered: 0,
  };
  progress.registered = last.filter(({ caregiverId }) => caregiverId !== null).length;
  const byCentre = new Map<string, boolean>();
  for (const { caregiverId, key } of last) {
    const told = (kind: Fact['kind'], phase?: Fact['phase']): boolean =>
      facts.some(
        (fact) =>
          fact.kind === kind &&
          caregiverId !== null &&
          fact.caregiverId === caregiverId &&
          (phase === undefined || fact.phase === phase),
      );
    const stage = told('cycleClosed')
      ? 'closed'
      : told('sessionHeld', 'focusedObservation')
        ? 'reflection'
        : told('sessionHeld', 'workPlan')
          ? 'observation'
          : told('cycleBegun')
            ? 'plan'
            : 'notBegun';
    progress[stage] += 1;
    byCentre.set(key, (byCentre.get(key) ?? false) || stage !== 'notBegun');
  }
  progress.centres = byCentre.size;
  return { ...progress, untouched: [...byCentre].flatMap(([key, begun]) => (begun ? [] : [key])) };
}
