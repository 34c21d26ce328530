// What the calendar of her phone is sent: the same entry for the same appointment, newer ones by their sequence, and nobody's name.
import { expect, it } from 'vitest';
import { LedgerHouse } from '../support/ledger-house.ts';
import { testRoster } from '../support/test-house.ts';

async function begun(): Promise<LedgerHouse> {
  const { centres, persons } = await testRoster();
  const centre = centres.find(({ id }) => id === 'G01');
  const person = persons.find(({ centreId, roles }) => centreId === 'G01' && roles.includes('mentor'));
  if (!centre || !person) throw new Error('nobody in G01');
  const house = new LedgerHouse({ ...person, phoneMoments: null }, centre, '2027-03-01T18:00:00Z');
  house.begin('c0', 'Lupita');
  return house;
}

const asked = (house: LedgerHouse) =>
  house.state.lookUps.flatMap(({ request }) =>
    request.kind === 'calendarFile' ? request.entries.map((entry) => ({ ...entry, how: request.how })) : [],
  );

it('one that moves is the same entry with a higher sequence, by the clocks of her centre; one called off is higher still', async () => {
  const house = await begun();
  house.agree('c0', '2027-03-03', '10:00');
  house.event({ kind: 'text', text: 'calendario' });
  house.agree('c0', '2027-03-16', '10:00');
  house.end('c0', 'cancelled');
  const [first, moved, gone, ...more] = asked(house);
  expect(more).toEqual([]);
  expect([first?.how, moved?.how, gone?.how]).toEqual(['new', 'changed', 'cancelled']);
  expect(new Set([first?.uid, moved?.uid, gone?.uid]).size).toBe(1);
  expect([first?.sequence, moved?.sequence, gone?.sequence]).toEqual([2, 4, 5]);
  // Tijuana changes its clocks on 14 March.
  expect([first?.start, moved?.start]).toEqual(['2027-03-03T18:00:00.000Z', '2027-03-16T17:00:00.000Z']);
  expect(JSON.stringify(asked(house))).not.toContain('Lupita');
});

it('what is held leaves no word, and who wants no more of it gets none', async () => {
  const house = await begun();
  house.agree('c0', '2027-03-03', '10:00');
  house.event({ kind: 'text', text: 'calendario' });
  house.wait(60 * 48);
  house.end('c0', 'held');
  expect(asked(house).map(({ how }) => how)).toEqual(['new']);
  house.event({ kind: 'text', text: 'calendario no' });
  house.agree('c0', '2027-03-10', '10:00');
  expect(asked(house)).toHaveLength(1);
});
