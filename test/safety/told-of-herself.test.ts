// What she did herself is heard as plainly as what another did; what she only wishes, or plays, is not.
import { expect, test } from 'vitest';
import { harmIn } from '../../src/engine/safety/safeguarding.ts';
import { houseProgram } from '../support/test-house.ts';

const { safeguarding } = houseProgram().program;

test.each([
  'me aviente contra el niño y le pegue',
  'me avente contra el niño',
  'yo le pegue',
  'me desesperé y le pegué',
  'la maestra se aventó contra el niño',
])('«%s» is clear', (text) => {
  expect(harmIn(safeguarding, text)?.level).toBe('clear');
});

test.each([
  'me aventé contra la pared de risa',
  'me aventé a hacer la dinámica con los niños',
  'el niño se aventó contra el colchón',
  'que no le pegue al otro niño',
  'le pedí que no le pegue',
  'me aventé encima de los cojines con los niños',
])('«%s» is an ordinary day', (text) => {
  expect(harmIn(safeguarding, text)?.level).not.toBe('clear');
});

test('is asked about where it may have been nothing', () => {
  const rough = ['le grité al niño y lo jalé', 'lo empujé contra la pared', 'lo sacudí porque no se callaba', 'sacudí al bebé'];
  expect(rough.filter((text) => harmIn(safeguarding, text) === undefined)).toEqual([]);
  const gentle = [
    'lo jalé de la mano para que viniera',
    'la empujé en el columpio',
    'le sacudí la arena',
    'que lo jale suavecito',
  ];
  expect(gentle.filter((text) => harmIn(safeguarding, text) !== undefined)).toEqual([]);
});
