// Which slips may be printed: of cycles closed in this iteration (or the last one that began), with caregivers who accepted.
import type { Caregiver, CycleDigest } from '../domain/mentoring-cycle.ts';
import type { Program } from '../program/program.ts';
import { localMoment } from './local-time.ts';

export interface PrintableSlip {
  caregiver: Caregiver;
  cycleId: string;
}

const newestFirst = (a: CycleDigest, b: CycleDigest): number => b.closedAt.localeCompare(a.closedAt);

/** Who did not accept, or was not asked yet, gets none. */
export const takesSlips = ({ accepted, status }: Caregiver): boolean => accepted === 'yes' && status === 'active';

/** Whenever it was closed: she is asked for by name. */
export function newestSlip(caregiver: Caregiver): PrintableSlip | undefined {
  const [digest] = takesSlips(caregiver) ? [...caregiver.digests].sort(newestFirst) : [];
  return digest && { caregiver, cycleId: digest.cycleId };
}

/** `today`: local date. */
export function slipsToPrint(program: Program, caregivers: readonly Caregiver[], today: string, zone: string): PrintableSlip[] {
  const begun = program.programme.iterations.map(({ from }) => from).filter((from) => from <= today);
  const since = begun.sort().at(-1) ?? '';
  return caregivers.filter(takesSlips).flatMap((caregiver) =>
    caregiver.digests
      .filter(({ closedAt }) => localMoment(closedAt, zone).date >= since)
      .sort(newestFirst)
      .map(({ cycleId }) => ({ caregiver, cycleId })),
  );
}
