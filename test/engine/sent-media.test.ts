// What is no text never crashes, never counts as an answer, and of evidence only that it is there is kept.
import { describe, expect, it } from 'vitest';
import type { EventContent } from '../../src/domain/inbound-event.ts';
import { wholeCycle } from '../support/any-act.ts';
import { freshMentor, Walk } from '../support/engine-walk.ts';

const sent: EventContent[] = [
  ...(['image', 'video', 'document', 'sticker', 'location', 'contact'] as const).map((media) => ({
    kind: 'media' as const,
    media,
  })),
  { kind: 'media', media: 'image', caption: 'así quedó el rincón' },
  { kind: 'voice', seconds: 9 },
  { kind: 'unsupported', what: 'forwardedChain' },
];

describe('what is no text', () => {
  it('is no answer at any question of a cycle', async () => {
    const walk = new Walk(await freshMentor());
    for (const act of wholeCycle) {
      walk.act(act);
      const asked = walk.state.threads.map(({ id, waitingFor, pending }) => [id, waitingFor, pending]);
      for (const content of sent) {
        const here = walk.branch();
        here.act({ do: 'send', content });
        expect(
          here.state.threads.map(({ id, waitingFor, pending }) => [id, waitingFor, pending]),
          JSON.stringify(content),
        ).toEqual(asked);
      }
    }
  });

  it('leaves a voice note beside her words as a reference in the session', async () => {
    const walk = new Walk(await freshMentor());
    let sentOnce = false;
    const kept = new Set<number>();
    for (const act of wholeCycle) {
      walk.act(act);
      const asks = walk.state.threads.some(({ waitingFor }) => waitingFor === 'funciono');
      if (asks && !sentOnce) walk.act({ do: 'send', content: { kind: 'voice', seconds: 9 } });
      sentOnce ||= asks;
      for (const { sessions } of walk.state.cycles)
        for (const { voiceNotes = [] } of sessions) for (const { seconds } of voiceNotes) kept.add(seconds);
    }
    expect([...kept]).toEqual([9]);
  });
});
