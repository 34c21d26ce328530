// The figures of the participation workbook, computed another way: from the facts and the roster's own file, without the report's code.
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Fact } from '../../src/domain/fact.ts';
import type { OwnerState } from '../../src/domain/turn.ts';

export interface Expected {
  key: string;
  mentor: string;
  caregiver: string;
  phase: string;
  status: string;
  cell: { held: string | null; minutes: number | null; planned: string | null; moved: number; due: string };
  monday: string;
}

const phases = ['workPlan', 'focusedObservation', 'reflection'] as const;
const phaseWords = { workPlan: 'plan de trabajo', focusedObservation: 'observación enfocada', reflection: 'reflexión' };
/** As content says it of the first iteration. */
const due = { workPlan: '2026-02-27', focusedObservation: '2026-03-06', reflection: '2026-03-13' };
/** 16 March is a closure by law. */
const closed = (day: Date): boolean => [0, 6].includes(day.getUTCDay()) || day.toISOString().startsWith('2026-03-16');

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

/** Every session that the first iteration expects of the demonstration's people, as a person with the two files would count them. */
export function recompute(facts: readonly Fact[], states: ReadonlyMap<string, OwnerState>, now: string): Expected[] {
  const centres = new Map(table('centres').map((row) => [row.id ?? '', row]));
  const found: Expected[] = [];
  for (const row of table('people').filter(({ roles }) => roles === 'mentor')) {
    const state = states.get(row.id ?? '');
    const centre = centres.get(row.centreId ?? '');
    const zone = centre?.zone ?? '';
    const local = wallClock(now, zone);
    const erased = state?.person?.erasedAt != null;
    const left = facts.some(({ kind, mentorId }) => kind === 'withdrawn' && mentorId === row.id);
    const declined = facts.some(
      ({ kind, mentorId, data }) => kind === 'consentAnswered' && mentorId === row.id && data.given === false,
    );
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
    while (!erased && all.length < Number(row.expectedCaregivers)) all.push(null);
    for (const caregiver of all) {
      for (const phase of phases) {
        const about = facts.filter((fact) => caregiver !== null && fact.caregiverId === caregiver && fact.phase === phase);
        const session = about.find(({ kind }) => kind === 'sessionHeld');
        if (erased && !session) continue;
        const dates = about.filter(({ kind }) => kind.startsWith('appointment'));
        const last = dates.at(-1);
        const planned = last === undefined ? null : String(last.data.plannedFor);
        const stands = last !== undefined && last.kind !== 'appointmentCancelled';
        const past = erased ? null : due[phase];
        let status = 'no iniciada';
        if (session) status = 'realizada';
        else if (left && (planned ?? due[phase]) >= '2026-03-03') status = 'no aplica';
        else if (declined) status = 'no aplica';
        else if (stands && planned !== null)
          status =
            planned > local ? 'planeada' : local.slice(0, 10) <= nextOpenDay(planned.slice(0, 10)) ? 'por registrar' : 'vencida';
        else if (local.slice(0, 10) > due[phase]) status = 'vencida';
        else if (last) status = 'cancelada';
        const heldAt = session && wallClock(session.heldAt, zone);
        const day = heldAt ?? (stands && status !== 'no aplica' ? planned : null) ?? due[phase];
        const mentor = erased ? '(datos borrados)' : (row.name ?? '');
        const alias = state?.caregivers.find(({ id }) => id === caregiver)?.name;
        const name = caregiver === null ? 'por registrar' : (alias ?? '(datos borrados)');
        found.push({
          key: centre?.centreKey ?? '',
          mentor,
          caregiver: name,
          phase: phaseWords[phase],
          status,
          cell: {
            held: session && heldAt ? (session.data.hourKnown === false ? heldAt.slice(0, 10) : heldAt) : null,
            minutes: session?.minutes ?? null,
            planned: session ? (session.data.plannedFor as string | null) : planned,
            moved: dates.filter(({ kind }) => kind === 'appointmentMoved').length,
            due: past ?? '',
          },
          monday: mondayOf(day.slice(0, 10)),
        });
      }
    }
  }
  return found;
}
