// Any transcript, with the process killed at any point and as often as one likes: the same lines in the same order.
import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { effort } from '../support/effort.ts';
import { type Lived, live, readBy, repeatsOf } from '../support/killed-house.ts';
import { folder, playNamed } from '../support/play-transcript.ts';

const every = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.chat'))
  .map((file) => file.slice(0, -'.chat'.length))
  // The code of a slip comes from the cycle's id, and so from the ids of events, which are others here.
  .filter((name) => !name.startsWith('papeleta/'))
  .sort();
const few = [
  'bienvenida/en-rafagas',
  'maestra/pasar-a-una-colega',
  'menu/proteccion-peligro',
  'plan-de-trabajo/feliz',
  'duda/desconocida',
];
const names = effort(
  every.filter((name) => few.includes(name)),
  every,
);

interface Script {
  name: string;
  now: string;
  lines: object[];
}

/** The lines of a transcript with those of the ones it begins after. */
async function scriptOf(name: string): Promise<Script> {
  const { transcript, inputs, begins } = await playNamed(name, {});
  const lines = inputs.filter((line) => !('restart' in line));
  if (transcript.after === undefined) return { name, now: begins, lines };
  const before = await scriptOf(transcript.after);
  return { name, now: before.now, lines: [...before.lines, { now: begins }, ...lines] };
}

const whole = new Map<string, Promise<Lived>>();
const undisturbed = (script: Script): Promise<Lived> => {
  const known = whole.get(script.name) ?? live(script.now, script.lines, []);
  whole.set(script.name, known);
  return known;
};

describe('a transcript whose process is killed', () => {
  it('reads the same to everybody, wherever and however often it died, and repeats only what was doubtful', async () => {
    const scripts = await Promise.all(names.map(scriptOf));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...scripts),
        fc.array(fc.integer({ min: 1, max: 600 }), { minLength: 1, maxLength: 12 }),
        async (script, deaths) => {
          const calm = await undisturbed(script);
          // A message for many is never sent again where it is in doubt; test/runtime/broadcast.test.ts counts those.
          if (calm.shown.some(({ kind }) => kind === 'broadcast')) return;
          const killed = await live(script.now, script.lines, deaths);
          expect(killed.errors).toEqual([]);
          expect(readBy(killed.shown), script.name).toEqual(readBy(calm.shown));
          const repeats = repeatsOf(killed.shown);
          expect(repeats.filter(({ atOnce }) => !atOnce)).toEqual([]);
          // A death can leave as many messages in doubt as were on their way.
          expect(repeats.length).toBeLessThanOrEqual(killed.deaths * 2);
        },
      ),
      { numRuns: effort(12, 400), seed: 20260302 },
    );
  });

  it('says nothing twice where nobody kills it', async () => {
    for (const name of names) {
      const { shown } = await undisturbed(await scriptOf(name)).catch((error: unknown) =>
        Promise.reject(new Error(name, { cause: error })),
      );
      expect(repeatsOf(shown), name).toEqual([]);
    }
  });
});
