// Whom "en nombre de ..." begins with.
import { describe, expect, it } from 'vitest';
import { mentorNamed } from '../../src/outreach/mentor-named.ts';
import { testRoster } from '../support/test-house.ts';

describe('the mentor that the words begin with', async () => {
  const { persons } = await testRoster();
  const mentors = persons.filter(({ roles, id }) => roles.includes('mentor') && id !== 'G04-colega');
  it.each([
    ['G15 ya hizo la observación de Rosa', 'G15-mentora', 'ya hizo la observación de Rosa'],
    ['g15: ya hizo', 'G15-mentora', 'ya hizo'],
    ['G04-mentora, ya hizo', 'G04-mentora', 'ya hizo'],
    ['Lupe (G04): ya hizo', 'G04-mentora', 'ya hizo'],
    ['la maestra Guadalupe Ríos ya hizo', 'G04-mentora', 'ya hizo'],
    ['yadira cota ya hizo', 'G15-mentora', 'ya hizo'],
    ['la maestra Rosy: ya hizo con Rosa', 'G02-mentora', 'ya hizo con Rosa'],
  ])('%s', (said, id, rest) => {
    const found = mentorNamed(said, mentors);
    expect(found.mentors.map((one) => one.id)).toEqual([id]);
    expect(found.rest).toBe(rest);
  });
  it.each(['Chabela ya hizo', 'ya hizo la observación', ''])('nobody: %s', (said) => {
    expect(mentorNamed(said, mentors).mentors).toEqual([]);
  });
});
