// A mentor leaves: a coordinator puts another in her place, in the chat, as she would.
import type { DriverHouse } from '../commands/driver-house.ts';
import { firstNames, surnames } from './mentor-words.ts';
import type { RehearsedMentor } from './rehearsed-mentor.ts';
import { habitsOf } from './scenario.ts';
import { chanceOf } from './seeded-chance.ts';

/** Who comes; undefined where the coordinator was not understood. */
export async function replaceMentor(
  house: DriverHouse,
  mentor: RehearsedMentor,
  say: (from: string, text: string) => Promise<void>,
): Promise<RehearsedMentor | undefined> {
  const leaving = house.persons.get(mentor.id);
  const coordinator = [...house.persons.values()].find(({ roles }) => roles.includes('coordinator'));
  if (!leaving || !coordinator) return undefined;
  const seed = `${mentor.seed}:successor`;
  const chance = chanceOf(seed);
  const name = [chance.pick(firstNames), ...chance.shuffled(surnames).slice(0, 2)].join(' ');
  const before = new Set(house.persons.keys());
  await say(coordinator.id, `reemplazar a ${leaving.name}`);
  await say(
    coordinator.id,
    `${name}, maestra ${name.split(' ')[0]}, 55 ${chance.between(1000, 9999)} ${chance.between(1000, 9999)}`,
  );
  await say(coordinator.id, 'cambio de puesto');
  await say(coordinator.id, 'sí');
  const id = [...house.persons.keys()].find((one) => !before.has(one));
  if (id === undefined) return undefined;
  // In the simulator everybody has an address: her id.
  const person = house.persons.get(id);
  if (person) house.book.add('simulator', id, id);
  return { ...mentor, id, seed, chance, behaviour: 'diligent', habits: habitsOf.diligent, leavesOn: null };
}
