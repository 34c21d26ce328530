// Which cycle the code on a slip is of: the open ones, and those closed that left their digest with the caregiver.
import { centreMeant } from '../domain/centre-meant.ts';
import type { Theme } from '../domain/mentoring-cycle.ts';
import type { FoundSlip, SlipLine } from '../domain/slip.ts';
import { slipCode } from '../mentoring/slip-code.ts';
import type { Store } from '../store/store.ts';

interface CodedCycle {
  id: string;
  theme: Theme;
  iteration: string;
  centreId: string;
}

export async function findSlips(store: Store, lines: readonly SlipLine[]): Promise<FoundSlip[]> {
  const { centres, persons } = await store.readRoster();
  const wanted = new Set(lines.map(({ code }) => code));
  const cycles = new Map<string, CodedCycle[]>();
  const add = (cycle: CodedCycle): void => {
    const code = slipCode(cycle.id);
    const known = cycles.get(code) ?? [];
    if (wanted.has(code) && !known.some(({ id }) => id === cycle.id)) cycles.set(code, [...known, cycle]);
  };
  for (const { id } of persons.filter(({ roles, erasedAt }) => roles.includes('mentor') && erasedAt === null)) {
    const state = await store.readState(id);
    for (const caregiver of state?.caregivers ?? []) {
      const { centreId } = caregiver;
      for (const { cycleId, theme, iteration } of caregiver.digests) add({ id: cycleId, theme, iteration, centreId });
      for (const cycle of state?.cycles ?? []) {
        if (cycle.caregiverId === caregiver.id) add({ id: cycle.id, theme: cycle.theme, iteration: cycle.iteration, centreId });
      }
    }
  }
  const entered = await enteredBefore(store, cycles);
  const places = new Map(centres.map((centre) => [centre.id, centre]));
  return lines.map((line): FoundSlip => {
    const all = cycles.get(line.code) ?? [];
    const said = line.centre === null ? undefined : new Set(centreMeant(line.centre, centres).map(({ id }) => id));
    const meant = said === undefined ? all : all.filter(({ centreId }) => said.has(centreId));
    const [only] = meant;
    const centre = only && places.get(only.centreId);
    if (meant.length !== 1 || !only || !centre) {
      return { line, cycle: null, again: false, centres: [...new Set(meant.map(({ centreId }) => centreId))] };
    }
    return { line, cycle: { ...only, zone: centre.zone, centre: centre.name }, centres: [], again: entered.has(only.id) };
  });
}

async function enteredBefore(store: Store, cycles: ReadonlyMap<string, readonly CodedCycle[]>): Promise<Set<string>> {
  const asked = new Set([...cycles.values()].flat().map(({ id }) => id));
  const found = new Set<string>();
  if (asked.size === 0) return found;
  for await (const { kind, cycleId } of store.readFacts({})) {
    if (kind === 'slipRecorded' && cycleId !== undefined && asked.has(cycleId)) found.add(cycleId);
  }
  return found;
}
