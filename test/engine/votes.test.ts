// Several options chosen in a poll, one after the other: one answer, which she can change while it is read and afterwards.
import { beforeAll, describe, expect, it } from 'vitest';
import { wholeCycle } from '../support/any-act.ts';
import { freshMentor, Walk } from '../support/engine-walk.ts';

const moments = ({ state }: Walk): string[] => Object.keys(state.person?.phoneMoments ?? {});
const asksHours = ({ state }: Walk): boolean => state.threads.some(({ waitingFor }) => waitingFor === 'celular');

let asked: Walk;
beforeAll(async () => {
  asked = new Walk(await freshMentor());
  for (const act of wholeCycle) {
    asked.act(act);
    if (asked.state.person?.phoneMoments) break;
  }
  asked.act({ do: 'say', text: 'mis horas' });
  expect(asksHours(asked)).toBe(true);
});

function voted(...votes: number[][]): Walk {
  const walk = asked.branch();
  for (const options of votes) walk.act({ do: 'vote', options });
  return walk;
}

describe('votes in a question that takes several', () => {
  it('are one answer when nothing follows for a moment', () => {
    const walk = voted([0], [0, 2]);
    expect(asksHours(walk)).toBe(true);
    walk.act({ do: 'wait', minutes: 0.2 });
    expect([moments(walk), asksHours(walk)]).toEqual([['beforeWork', 'afterWork'], false]);
  });

  it('are what she has chosen last; all taken back nothing is read', () => {
    const walk = voted([0, 1, 2], [1]);
    walk.act({ do: 'wait', minutes: 0.2 });
    expect(moments(walk)).toEqual(['atBreak']);
    const none = voted([0, 1], []);
    none.act({ do: 'wait', minutes: 0.2 });
    expect([moments(none), asksHours(none)]).toEqual([moments(asked), true]);
  });

  it('leave what can be typed as it is', () => {
    const walk = voted();
    walk.act({ do: 'say', text: '1 y 3' });
    expect(moments(walk)).toEqual(['beforeWork', 'afterWork']);
  });

  it('of a question that is over are told to be late, and change nothing', () => {
    const walk = voted([0]);
    walk.act({ do: 'wait', minutes: 0.2 });
    const answered = walk.answered;
    walk.act({ do: 'vote', options: [1] });
    walk.act({ do: 'wait', minutes: 0.2 });
    expect(moments(walk)).toEqual(['beforeWork']);
    expect(walk.answered).toBeGreaterThan(answered);
  });

  it('in a poll that nobody remembers say nothing', () => {
    const walk = voted();
    const answered = walk.answered;
    walk.act({ do: 'send', content: { kind: 'vote', of: 'gone', options: [1] } });
    expect([walk.answered, asksHours(walk)]).toEqual([answered, true]);
  });
});
