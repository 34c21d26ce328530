// Facts and a store that holds them, for the tests of the reports.
import type { Fact } from '../../src/domain/fact.ts';
import type { RosterImport, Store } from '../../src/store/store.ts';

export function factOf(fields: Partial<Fact> = {}): Fact {
  return {
    id: 'simulator:in-1:fact:0',
    kind: 'sessionHeld',
    recordedAt: '2026-03-04T15:00:00.000Z',
    heldAt: '2026-03-04T14:00:00.000Z',
    zone: 'America/Mexico_City',
    mentorId: 'G04-mentora',
    centreId: 'G04',
    channel: 'simulator',
    iteration: 'it1',
    data: {},
    ...fields,
  };
}

/** As the port says: in the order of recording, with `from` <= recordedAt < `to`. `onRead` may add facts, as a bot would. */
export function storeOf(
  facts: Fact[],
  roster: RosterImport,
  onRead?: (pass: number) => void,
): Pick<Store, 'readFacts' | 'readRoster'> {
  let pass = 0;
  return {
    async *readFacts({ from = '', to = '~' }) {
      pass += 1;
      onRead?.(pass);
      for (const fact of [...facts]) if (fact.recordedAt >= from && fact.recordedAt < to) yield structuredClone(fact);
    },
    readRoster: async () => roster,
  };
}
