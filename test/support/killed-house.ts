// Plays driver lines through the real runtime on a store that dies where it is told, and starts it again as often as it takes.
import type { Arrival } from '../../src/channels/channel.ts';
import type { ShownMessage } from '../../src/channels/simulator/simulator-channel.ts';
import { arrivalOf, groupArrivals } from '../../src/commands/driver-arrival.ts';
import { durationMs } from '../../src/commands/driver-duration.ts';
import { parseInput } from '../../src/commands/driver-input.ts';
import { createPhones } from '../../src/commands/driver-phones.ts';
import { createCrashingStore } from '../runtime/crashing-store.ts';
import { openMortalHouse } from './mortal-house.ts';
import { testRoster } from './test-house.ts';

export interface Lived {
  shown: ShownMessage[];
  /** Steps of the process: calls of the store and sends, before and after each. */
  steps: number;
  deaths: number;
  errors: string[];
}

/** After each line of a person this long passes, so that her bubbles are read. */
const burstMs = 8_000;

/** `deaths`: at which step each life of the process ends, counted from its start; the last one lives on. */
export async function live(now: string, lines: readonly object[], deaths: readonly number[]): Promise<Lived> {
  const durable = createCrashingStore();
  const roster = await testRoster();
  await durable.open().store.importRoster(roster);
  const phones = createPhones();
  const shown: ShownMessage[] = [];
  const left = [...deaths];
  const house = await openMortalHouse({
    now,
    open: () => durable.open(left.shift()),
    shown(message) {
      phones.shown(message);
      shown.push(message);
    },
    inFlight: 2,
  });
  const { clock } = house;
  const persons = new Map(roster.persons.map((person) => [person.id, person]));
  const arrives = (arrival: Arrival): Promise<void> =>
    house.insist(async ({ channel, runtime }) => {
      await channel.hand(arrival);
      await runtime.pump();
    });
  const later = (milliseconds: number): string => new Date(Date.parse(clock.now()) + milliseconds).toISOString();

  for (const [index, raw] of lines.entries()) {
    const line = parseInput(JSON.stringify(raw));
    if ('phone' in line) phones.phone(line.phone, line.number);
    else if ('group' in line) {
      for (const arrival of groupArrivals(line, `line-${index}`, phones, persons, clock.now())) await arrives(arrival);
    } else if ('from' in line) {
      await arrives(arrivalOf(line, `line-${index}`, phones, clock.now()));
      if (!line.more) await house.passUntil(later(burstMs));
    } else if ('advance' in line) await house.passUntil(later(durationMs(line.advance) ?? 0));
    else if ('now' in line) await house.passUntil(new Date(line.now).toISOString());
  }
  return { shown, steps: house.steps(), deaths: house.deaths(), errors: house.errors };
}

/** What each person read: a repeat of a message counts once. */
export function readBy(shown: readonly ShownMessage[]): Record<string, string[]> {
  const read: Record<string, string[]> = {};
  const seen = new Set<string>();
  for (const { id, to, text, options } of shown) {
    if (seen.has(id)) continue;
    seen.add(id);
    read[to] = [...(read[to] ?? []), [text, ...options.map(({ label }) => label)].join(' | ')];
  }
  return read;
}

/** Ids shown again, and whether each came again at once, before anything newer of that person. */
export function repeatsOf(shown: readonly ShownMessage[]): { id: string; atOnce: boolean }[] {
  const lastOf = new Map<string, string>();
  const seen = new Set<string>();
  const repeats: { id: string; atOnce: boolean }[] = [];
  for (const { id, messageId, to } of shown) {
    if (seen.has(id)) repeats.push({ id, atOnce: lastOf.get(to) === messageId });
    seen.add(id);
    lastOf.set(to, messageId);
  }
  return repeats;
}
