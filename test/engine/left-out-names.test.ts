// No name of a child is kept anywhere, wherever a mentor writes it.
import { describe, expect, it } from 'vitest';
import type { OwnerState } from '../../src/domain/turn.ts';
import { wholeCycle } from '../support/any-act.ts';
import { effort } from '../support/effort.ts';
import { type Act, freshMentor, Walk } from '../support/engine-walk.ts';

const tellings = [
  'La niña Emiliana lloró y ella la cargó despacio',
  'Emiliana (2 años) señaló la ventana y le contestó; su mamá es 55 4321 8765',
  'Le habló bajito a la bebé Emiliana y la mamá de Emiliana se fue tranquila',
  'duda: puedo observar si la niña Emiliana llora mucho en la entrega?',
];
const isKept = (state: OwnerState): boolean => /emiliana|4321/i.test(JSON.stringify(state));

async function places(): Promise<Walk[]> {
  const walk = new Walk(await freshMentor());
  return [
    walk.branch(),
    ...wholeCycle.map((one) => {
      walk.act(one);
      return walk.branch();
    }),
  ];
}

describe('the name of a child', () => {
  it('is kept at no question of a cycle, in words, a caption, a transcript or an edit', async () => {
    const kept: string[] = [];
    // Each place with one telling, each telling at many places; all with all where there is time.
    for (const [number, place] of (await places()).entries())
      for (const text of tellings.filter((_, k) => effort(k === number % tellings.length && number % 2 === 0, true))) {
        const ways: Act[] = [
          { do: 'say', text },
          { do: 'edit', text },
          { do: 'send', content: { kind: 'voice', seconds: 9, transcript: text } },
          { do: 'send', content: { kind: 'media', media: 'image', caption: text } },
        ];
        for (const act of ways) {
          const here = place.branch();
          here.act(act);
          // A second try is another way through what was not understood.
          if (isKept(here.state)) kept.push(`${number} ${act.do}: ${text}`);
          here.act({ do: 'say', text });
          if (isKept(here.state)) kept.push(`${number} ${act.do}, again: ${text}`);
        }
      }
    expect(kept).toEqual([]);
  });
});
