// The figures of the participation workbook, computed another way: from the facts and the roster's own file, without the report's code.
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Fact } from '../../src/domain/fact.ts';
import type { OwnerState } from '../../src/domain/turn.ts';

export type Cell = string | number | null;

export interface Expected {
  key: string;
  mentorId: string;
  mentor: string;
  caregiverId: string | null;
  caregiver: string;
  phase: string;
  status: string;
  monday: string;
  /** Every cell of its row, by heading; moments as 'YYYY-MM-DDTHH:MM'. */
  row: Record<string, Cell>;
}

const phases = ['workPlan', 'focusedObservation', 'reflection'] as const;
const phaseWords = { workPlan: 'plan de trabajo', focusedObservation: 'observación enfocada', reflection: 'reflexión' };
/** As content says it of the first iteration. */
export const due = { workPlan: '2026-02-27', focusedObservation: '2026-03-06', reflection: '2026-03-13' };
/** 16 March is a closure by law. */
const closed = (day: Date): boolean => [0, 6].includes(day.getUTCDay()) || day.toISOString().startsWith('2026-03-16');
const words: Record<string, string> = {
  direct: 'directa',
  indirect: 'indirecta',
  sensitivity: 'Sensibilidad',
  chat: 'conversación',
  paperLine: 'renglón de papel',
  notes: 'notas',
  own: 'lo pidió ella',
  jobChange: 'cambió de puesto o de trabajo',
  noCover: 'sin quien cubra la sala',
  caregiverAbsent: 'faltó la maestra',
};
const said = (code: unknown): string | null => (typeof code === 'string' && code !== '' ? (words[code] ?? `? ${code}`) : null);

const table = (name: string): Record<string, string>[] =>
  parse(readFileSync(new URL(`../../data/demo/${name}.csv`, import.meta.url), 'utf8'), { bom: true, columns: true });

export function wallClock(instant: string, zone: string): string {
  return new Date(instant).toLocaleString('sv-SE', { timeZone: zone }).slice(0, 16).replace(' ', 'T');
}

function mondayOf(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  while (day.getUTCDay() !== 1) day.setUTCDate(day.getUTCDate() - 1);
  return day.toISOString().slice(0, 10);
}

function nextOpenDay(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  do day.setUTCDate(day.getUTCDate() + 1);
  while (closed(day));
  return day.toISOString().slice(0, 10);
}

/** "maternal-b1" as it is written on its door. */
const roomName = (id: string | null | undefined): string | null =>
  id ? id.replace(/^./, (c) => c.toUpperCase()).replace(/-(.*)$/, (_, rest: string) => ` ${rest.toUpperCase()}`) : null;

type Row = Record<string, string>;

/** The roster's file, and who was put in somebody's place since: with what the place had. */
function rosterRows(facts: readonly Fact[], states: ReadonlyMap<string, OwnerState>): Row[] {
  const rows = table('people');
  for (const { kind, mentorId, data } of facts) {
    const before = kind === 'enrolled' ? rows.find(({ id }) => id === data.replaces) : undefined;
    // Who takes a place need not be what she was who had it.
    if (before) rows.push({ ...before, mentorRole: '', id: mentorId, name: states.get(mentorId)?.person?.name ?? '' });
  }
  return rows;
}

/** By when a phase is asked of somebody who began on that day; after which day it is late. Who has not begun has the whole iteration. */
function askedOf(phase: keyof typeof due, began: string | undefined): { by: string; late: string } {
  if (began === undefined) return { by: due[phase], late: '2026-03-20' };
  const by =
    due[phase] >= began ? due[phase] : (['2026-02-27', '2026-03-06', '2026-03-13'].find((date) => date >= began) ?? '2026-03-20');
  return { by, late: by };
}

const functions: Readonly<Record<string, string>> = {
  educadora: 'educadora',
  tecnicoPuericultura: 'técnica en puericultura',
  coordinadoraAreaEducativa: 'coordinadora del área educativa',
};

/** Every session that the first iteration expects of the demonstration's people, as a person with the two files would count them. */
export function recompute(facts: readonly Fact[], states: ReadonlyMap<string, OwnerState>, now: string): Expected[] {
  const centres = new Map(table('centres').map((row) => [row.id ?? '', row]));
  const people = rosterRows(facts, states);
  const nameOf = (id: unknown): string | null => people.find((row) => row.id === id)?.name ?? null;
  const ofMentor = (id: unknown, kind: Fact['kind']): Fact | undefined =>
    facts.findLast((fact) => fact.kind === kind && fact.mentorId === id);
  /** The day of her yes, or of her first caregiver where she said nothing; never before she came. */
  const beganOn = (id: unknown, zone: string): string | undefined => {
    const yes = ofMentor(id, 'consentAnswered') ?? facts.find((fact) => fact.kind === 'caregiverAdded' && fact.mentorId === id);
    return yes && wallClock(yes.recordedAt, zone).slice(0, 10);
  };
  const found: Expected[] = [];
  for (const row of people.filter(({ roles }) => roles === 'mentor')) {
    const state = states.get(row.id ?? '');
    const centre = centres.get(row.centreId ?? '');
    const zone = centre?.zone ?? '';
    const local = wallClock(now, zone);
    const erased = state?.person?.erasedAt != null;
    const gone = ofMentor(row.id, 'withdrawn');
    const leftOn = gone && wallClock(gone.recordedAt, zone).slice(0, 10);
    const consent = ofMentor(row.id, 'consentAnswered');
    if (consent?.data.given === false) continue;
    const came = ofMentor(row.id, 'enrolled');
    const cameOn = came && wallClock(came.recordedAt, zone).slice(0, 10);
    const before = came?.data.replaces;
    const resting = String(ofMentor(row.id, 'paused')?.data.until ?? '') > local.slice(0, 10);
    const handedOn = facts.filter(({ kind, mentorId }) => kind === 'caregiverHandedOver' && mentorId === row.id).length;
    const caregivers = erased
      ? [
          ...new Set(
            facts.flatMap((fact) =>
              fact.mentorId === 'erased' && fact.centreId === row.centreId ? (fact.caregiverId ?? []) : [],
            ),
          ),
        ]
      : (state?.caregivers ?? []).map(({ id }) => id);
    const all: (string | null)[] = [...caregivers];
    while (!erased && all.length < Number(row.expectedCaregivers) - handedOn) all.push(null);
    for (const caregiver of all) {
      const hers = facts.filter((fact) => caregiver !== null && fact.caregiverId === caregiver);
      for (const phase of phases) {
        const about = hers.filter((fact) => fact.phase === phase);
        const session = about.find(({ kind }) => kind === 'sessionHeld');
        if (erased && !session) continue;
        // What was late of her who was there before is hers still: of a caregiver whom she had, or of a place that she left empty.
        const wasLate = cameOn !== undefined && typeof before === 'string' && askedOf(phase, beganOn(before, zone)).late < cameOn;
        const inherited = hers.some(({ kind, data }) => kind === 'caregiverHandedOver' && data.to === row.id);
        if (wasLate && !inherited && !session) continue;
        const debtor = wasLate && inherited && !session ? people.find(({ id }) => id === before) : row;
        const asked = askedOf(phase, beganOn(debtor?.id, zone));
        const extra = wasLate && !inherited;
        const dates = about.filter(({ kind }) => kind.startsWith('appointment'));
        const last = dates.at(-1);
        const planned = last === undefined ? null : String(last.data.plannedFor);
        const stands = last !== undefined && last.kind !== 'appointmentCancelled';
        const cancelled = last?.kind === 'appointmentCancelled' ? said(last.data.reason) : null;
        let hindrance: string | null = null;
        if (consent === undefined) hindrance = 'la mentora aún no se inscribe';
        else if (resting) hindrance = 'la mentora está en pausa';
        else if (caregiver === null) hindrance = 'falta registrar a la maestra';
        else if (phase === 'workPlan' && hers.some(({ kind }) => kind === 'checklistRecorded'))
          hindrance = 'ya hay diagnóstico, falta el plan';
        let status = 'no iniciada';
        let reason = cancelled ?? hindrance;
        const over = leftOn !== undefined && (stands && planned ? planned.slice(0, 10) : asked.late) >= leftOn;
        const whyMoved = dates.findLast(({ kind, data }) => kind === 'appointmentCancelled' || data.reason)?.data.reason;
        if (session) [status, reason] = ['realizada', null];
        else if (over) [status, reason] = ['no aplica', 'la mentora se dio de baja'];
        else if (stands && planned !== null) {
          if (planned > local) status = 'planeada';
          else
            status =
              local.slice(0, 10) <= nextOpenDay(nextOpenDay(nextOpenDay(planned.slice(0, 10)))) ? 'por registrar' : 'vencida';
          reason = status === 'vencida' ? 'pasó la cita y no se registró' : said(whyMoved);
        } else if (local.slice(0, 10) > asked.late) status = 'vencida';
        else if (last) status = 'cancelada';
        const heldAt = session && wallClock(session.heldAt, zone);
        const day = heldAt ?? (stands && status !== 'no aplica' ? planned : null) ?? asked.by;
        // Whoever held it is named, whose the caregiver is now.
        const person = erased ? undefined : session ? people.find(({ id }) => id === session.mentorId) : debtor;
        const mentor = person?.name ?? '(datos borrados)';
        const agreed = ofMentor(person?.id, 'consentAnswered');
        const left = ofMentor(person?.id, 'withdrawn');
        const known = state?.caregivers.find(({ id }) => id === caregiver);
        const name = caregiver === null ? 'por registrar' : (known?.name ?? '(datos borrados)');
        const monday = mondayOf(day.slice(0, 10));
        const heard = states.get(person?.id ?? '')?.conversation?.lastHeardAt;
        const theme = hers.find((fact) => fact.theme)?.theme;
        found.push({
          key: centre?.centreKey ?? '',
          mentorId: person?.id ?? '',
          mentor,
          caregiverId: caregiver,
          caregiver: name,
          phase: phaseWords[phase],
          status,
          monday,
          row: {
            Iteración: 'Iteración 1',
            OOAD: centre?.ooad ?? null,
            Clave: centre?.centreKey ?? null,
            Centro: centre?.name ?? null,
            Prestación: said(centre?.provision),
            Región: centre?.region ?? null,
            Entidad: centre?.state ?? null,
            Mentora: mentor,
            Función: person ? (functions[person.mentorRole ?? ''] ?? 'mentora') : null,
            'Inscrita el': agreed?.data.given === true ? wallClock(agreed.recordedAt, zone).slice(0, 10) : null,
            'Baja el': left ? wallClock(left.recordedAt, zone).slice(0, 10) : null,
            'Motivo de la baja': left ? said(left.data.reason ?? 'own') : null,
            'La sustituye': nameOf(ofMentor(person?.id, 'replaced')?.data.by),
            Maestra: name,
            Sala: roomName(known?.room),
            Turno: known?.shift ?? null,
            Fase: phaseWords[phase],
            Tema: said(theme),
            Esperada: extra ? 0 : 1,
            Estado: status,
            Motivo: reason,
            'Se espera para': erased || extra ? null : asked.by,
            Cita: session ? ((session.data.plannedFor as string | null | undefined) ?? null) : planned,
            'Veces movida': dates.filter(({ kind }) => kind === 'appointmentMoved').length,
            'Realizada el': session && heldAt ? (session.data.hourKnown === false ? heldAt.slice(0, 10) : heldAt) : null,
            'Registrada el': session ? wallClock(session.recordedAt, zone) : null,
            Minutos: session?.minutes ?? null,
            'Número de sesión': session ? about.filter(({ kind }) => kind === 'sessionHeld').length : null,
            'Cómo se registró': said(session?.captureMode),
            Registró: session ? mentor : null,
            Evidencia: said(session?.data.evidenceMethod),
            'La acompaña': (person?.accompaniedBy ?? '').split('|').map(nameOf).join(', ') || null,
            'Último contacto': heard ? wallClock(heard, zone) : null,
            'Semana del': monday,
          },
        });
      }
    }
  }
  return found;
}

/** By week and centre: expected, done, late, done of expected, and whom to call. */
export function recountWeeks(expected: readonly Expected[], nobodyCalls: ReadonlySet<string>): Cell[][] {
  const weeks = new Map<string, Expected[]>();
  for (const one of expected) {
    if (one.status === 'no aplica' || one.row.Esperada !== 1) continue;
    const key = `${one.monday} ${one.key}`;
    weeks.set(key, [...(weeks.get(key) ?? []), one]);
  }
  return [...weeks].map(([key, all]) => {
    const done = all.filter(({ status }) => status === 'realizada').length;
    const late = all.filter(({ status }) => status === 'vencida');
    const owing = [...new Set(late.filter(({ mentorId }) => !nobodyCalls.has(mentorId)).map(({ mentor }) => mentor))].map(
      (mentor) => ({ mentor, count: late.filter((one) => one.mentor === mentor).length }),
    );
    const call = owing.sort((a, b) => b.count - a.count).map(({ mentor, count }) => `${mentor} (${count})`);
    return [key, all.length, done, late.length, done / all.length, call.join(', ') || null];
  });
}
