// A list of participants that staff pasted: read, matched against the roster, and set beside what the mentors said themselves.

import type { AttendanceFinding } from '../domain/attendance.ts';
import { type AttendedPart, attendanceId } from '../domain/attendance.ts';
import type { LookUp, LookUpResult } from '../domain/look-up.ts';
import type { Program } from '../program/program.ts';
import { matchParticipants } from '../roster/match-participants.ts';
import { type ParticipantList, readParticipants } from '../roster/read-participants.ts';
import type { Store } from '../store/store.ts';

export interface AttendanceParts {
  store: Store;
  program: Program;
}

/** Undefined where there is no such workshop. */
export async function findAttendance(
  { store, program }: AttendanceParts,
  number: number,
  list: ParticipantList,
): Promise<AttendanceFinding | undefined> {
  const workshop = program.workshops.find((one) => one.number === number);
  if (!workshop) return undefined;
  const { persons, centres } = await store.readRoster();
  const said = new Map<string, AttendedPart>();
  for (const { id, roles } of persons) {
    if (!roles.includes('mentor')) continue;
    const attendance = (await store.readState(id))?.attendances?.find((one) => one.id === attendanceId(number));
    if (attendance?.told.self) said.set(id, attendance.told.self.attended);
  }
  return matchParticipants({ list, workshop, persons, centres, selfOf: (id) => said.get(id) });
}

export async function answerAttendanceList(parts: AttendanceParts, { request }: LookUp): Promise<LookUpResult> {
  if (request.kind !== 'attendanceList') return { kind: 'nothing' };
  const list = readParticipants(new TextEncoder().encode(request.text));
  const finding = await findAttendance(parts, request.workshop, list);
  return finding ? { kind: 'attendanceList', finding } : { kind: 'nothing' };
}
