// Participation in the words of content: what the codes of the sheet are called, for people who read it.
import { type AttendanceSource, type AttendedPart, attendanceSources, attendedParts } from '../domain/attendance.ts';
import { phases } from '../domain/mentoring-cycle.ts';
import { type MentorRole, mentorRoles, type Role, roles } from '../domain/roster.ts';
import { readOwnRoom } from '../mentoring/room-name.ts';
import type { Program } from '../program/program.ts';
import type { ColumnSource } from './participation-columns.ts';
import { type SessionReason, type SessionStatus, sessionReasons, sessionStatuses } from './participation-status.ts';
import type { CellUnit } from './sheet-cells.ts';
import { standingTexts } from './standing-texts.ts';

/** Why a mentor left: what a `withdrawn` fact may give as its reason, and what is not known better. None tells of her health: one of before that did is a leave. */
const withdrawals = ['own', 'jobChange', 'leave', 'replaced', 'roster', 'other'];

export type ParticipationWords = ReturnType<typeof participationWords>;

export function participationWords(program: Program) {
  const { iterations, rooms, shifts } = program.programme;
  const { text } = standingTexts(program);
  const each = (family: string, list: readonly string[]): string =>
    list.map((code) => text(`registro.${family}-${code}`)).join(', ');
  /** Where a cell is one of few words, they are listed as the cells say them. */
  const closed: Readonly<Record<string, () => string>> = {
    provision: () => each('prestacion', ['direct', 'indirect']),
    role: () => `${each('funcion', mentorRoles)}, ${each('rol', roles)}`,
    withdrawnWhy: () => each('baja', withdrawals),
    phase: () => each('fase', phases),
    status: () => each('estado', sessionStatuses),
    reason: () => each('motivo', sessionReasons),
    captureMode: () => each('forma', ['chat', 'paperLine', 'proxy']),
    attended: () => each('asistio', attendedParts),
    attendedBy: () => each('segun', attendanceSources),
    saidHerself: () => each('asistio', attendedParts),
    saidZoom: () => each('asistio', attendedParts),
    caughtUpRight: () => each('respuesta', ['si', 'no']),
    homework: () => each('respuesta', ['si', 'no']),
    evidenceMethod: () => each('evidencia', ['notes', 'videoByMentor', 'videoByCaregiver']),
  };
  const ofColumn = (column: string) => ({
    heading: text(`registro.columna-${column}.label`),
    meaning: text(`registro.columna-${column}.help`),
    values: closed[column]?.() ?? program.texts[`registro.valores-${column}`] ?? '',
  });
  const named = (list: readonly { id: string; name: string }[], id: string): string =>
    list.find((one) => one.id === id)?.name ?? id;
  return {
    text,
    ofColumn,
    sheet: (name: 'participacion' | 'semanas' | 'talleres' | 'encuesta' | 'columnas') => text(`registro.hoja-${name}`),
    status: (code: SessionStatus) => text(`registro.estado-${code}`),
    reason: (code: SessionReason) => text(`registro.motivo-${code}`),
    phase: (code: string) => text(`registro.fase-${code}`),
    provision: (code: string) => text(`registro.prestacion-${code}`),
    captureMode: (code: string) => text(`registro.forma-${code}`),
    evidence: (code: string) => text(`registro.evidencia-${code}`),
    unit: (code: CellUnit) => text(`registro.unidad-${code}`),
    source: (code: ColumnSource) => text(`registro.fuente-${code}`),
    mentorRole: (code: MentorRole) => text(`registro.funcion-${code}`),
    role: (code: Role) => text(`registro.rol-${code}`),
    withdrawal: (code: string) =>
      text(`registro.baja-${withdrawals.includes(code) ? code : code === 'illness' ? 'leave' : 'other'}`),
    iteration: (id: string) => (id === 'none' ? text('registro.sin-iteracion') : named(iterations, id)),
    room: (id: string | null) => (id === null ? null : readOwnRoom(id) ? text('registro.otra-sala') : named(rooms, id)),
    shift: (id: string | null) => (id === null ? null : named(shifts, id)),
    theme: (code: keyof Program['themes'] | null) => (code === null ? null : (program.themes[code]?.short ?? code)),
    unregistered: () => text('registro.por-registrar'),
    forgotten: () => text('registro.borrada'),
    attended: (code: AttendedPart | undefined) => (code === undefined ? null : text(`registro.asistio-${code}`)),
    attendedBy: (code: AttendanceSource | undefined) => (code === undefined ? null : text(`registro.segun-${code}`)),
    yesNo: (value: boolean | null | undefined) => (value == null ? null : text(`registro.respuesta-${value ? 'si' : 'no'}`)),
  };
}
