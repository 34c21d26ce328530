// A doubt between a mentor and her consultants with the bare engine: whoever is quicker has it, and a post that comes twice counts once.
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { EventContent, InboundEvent, Post } from '../../src/domain/inbound-event.ts';
import type { Reach } from '../../src/domain/roster.ts';
import type { OwnerState, Turn } from '../../src/domain/turn.ts';
import { takeTurn } from '../../src/engine/take-turn.ts';
import { whoHears } from '../../src/mentoring/doubt-telling.ts';
import { applyTurn } from '../support/apply-turn.ts';
import { freshMentor } from '../support/engine-walk.ts';
import { houseProgram, testRoster } from '../support/test-house.ts';

const mentor = 'G04-mentora';
const first = 'consultora-1';
const second = 'consultora-2';
const begins = Date.parse('2026-03-02T15:00:00.000Z');

/** Owners with their states, and posts on their way in the order that somebody else decides. */
class Office {
  readonly states = new Map<string, OwnerState>();
  readonly turns: Turn[] = [];
  posts: Post[] = [];
  #events = 0;

  say(owner: string, content: EventContent, id = `simulator:${this.#events++}`): Turn {
    const state = this.states.get(owner);
    if (!state) throw new Error(`nobody is called ${owner}`);
    const at = new Date(begins + this.#events * 1000).toISOString();
    const event: InboundEvent = { id, channel: 'simulator', externalId: id, owner, writtenAt: at, receivedAt: at, content };
    const turn = takeTurn(houseProgram().program, state, event);
    this.states.set(owner, applyTurn(state, turn));
    this.turns.push(turn);
    this.posts.push(...turn.posts);
    return turn;
  }

  /** Of each receiver the posts stay in order of arrival; which receiver is next, `pick` says. */
  deliver(pick: () => number, twice: boolean): void {
    while (this.posts.length > 0) {
      const index = pick() % this.posts.length;
      const [post] = this.posts.splice(index, 1);
      if (!post) continue;
      for (let times = 0; times < (twice ? 2 : 1); times++) this.say(post.to, { kind: 'post', post }, `${post.id}#${times}`);
    }
  }

  state(owner: string): OwnerState {
    const state = this.states.get(owner);
    if (!state) throw new Error(`nobody is called ${owner}`);
    return state;
  }

  facts(kind: string): number {
    return this.turns.flatMap(({ facts }) => facts).filter((fact) => fact.kind === kind).length;
  }

  heardBy(owner: string): string[] {
    return this.turns.filter((turn) => turn.owner === owner).flatMap(({ outbound }) => outbound.map(({ text }) => text));
  }
}

let base: OwnerState;
const staff = new Map<string, OwnerState>();

beforeAll(async () => {
  const fresh = await freshMentor();
  const consent = { version: '1', at: new Date(begins).toISOString(), given: true };
  const person = fresh.person && { ...fresh.person, consent, accompaniedBy: [] };
  const directory = fresh.directory.filter(({ roles }) => !roles.includes('coordinator'));
  base = { ...fresh, person, directory };
  const { persons } = await testRoster();
  for (const id of [first, second])
    staff.set(id, { ...fresh, owner: id, person: persons.find((one) => one.id === id), centre: undefined });
});

function office(): Office {
  const made = new Office();
  made.states.set(mentor, base);
  for (const [id, state] of staff) made.states.set(id, state);
  made.say(mentor, { kind: 'text', text: 'duda: mi centro va a fumigar y no sé si muevo todo' });
  return made;
}

const cardOf = (made: Office, owner: string) => made.state(owner).doubtCards[0];

function reply(made: Office, owner: string, text: string): void {
  const to = cardOf(made, owner)?.messages[0] ?? '';
  made.say(owner, { kind: 'text', text, replyTo: to });
}

const picks = fc.array(fc.nat(50), { minLength: 40, maxLength: 40 });
function picker(list: readonly number[]): () => number {
  let at = 0;
  return () => list[at++ % list.length] ?? 0;
}

describe('two consultants at the same instant', () => {
  it('give one who has it and one answer, in whatever order everything arrives, once or twice', () => {
    fc.assert(
      fc.property(picks, fc.boolean(), fc.boolean(), (order, twice, swap) => {
        const made = office();
        made.deliver(picker([0]), false);
        const [a, b] = swap ? [second, first] : [first, second];
        reply(made, a, `Dice ${a}`);
        reply(made, b, `Dice ${b}`);
        made.deliver(picker(order), twice);
        const [doubt] = made.state(mentor).doubts;
        const winner = doubt?.taken?.by;
        const loser = winner === first ? second : first;
        expect([first, second]).toContain(winner);
        expect(made.facts('doubtTaken')).toBe(1);
        expect(made.facts('doubtAnswered')).toBe(1);
        expect(made.heardBy(mentor).filter((text) => text.includes('Dice '))).toEqual([
          expect.stringContaining(`Dice ${winner}`),
        ]);
        for (const owner of [first, second]) expect(cardOf(made, owner)?.taken?.by).toBe(winner);
        // Who was slower is asked, with the name of who has it.
        const asked = made.state(loser).threads.find(({ flow }) => flow === 'contestar');
        expect(asked?.waitingFor).toBe('mandar');
        expect(asked?.answers.respuesta).toBe(`Dice ${loser}`);
      }),
      { numRuns: 60 },
    );
  });

  it('one who takes it and one who answers: the same', () => {
    fc.assert(
      fc.property(picks, fc.boolean(), (order, twice) => {
        const made = office();
        made.deliver(picker([0]), false);
        reply(made, first, 'la tomo');
        reply(made, second, 'Muévalo todo');
        made.deliver(picker(order), twice);
        expect(made.facts('doubtTaken')).toBe(1);
        const holder = made.state(mentor).doubts[0]?.taken?.by;
        expect(made.facts('doubtAnswered')).toBe(holder === second ? 1 : 0);
        for (const owner of [first, second]) expect(cardOf(made, owner)?.taken?.by).toBe(holder);
      }),
      { numRuns: 60 },
    );
  });

  it('who was told may add to it', () => {
    const made = office();
    made.deliver(picker([0]), false);
    reply(made, first, 'Muévalo todo');
    made.deliver(picker([0]), false);
    reply(made, second, 'Y avise a la directora');
    made.deliver(picker([0]), false);
    expect(made.facts('doubtAnswered')).toBe(1);
    made.say(second, { kind: 'text', text: 'sí' });
    made.deliver(picker([0]), false);
    expect(made.facts('doubtAnswered')).toBe(2);
    expect(made.state(mentor).doubts[0]?.taken?.by).toBe(first);
  });
});

describe('a post that comes twice', () => {
  it('makes one card, one answer, one closing', () => {
    const made = office();
    made.deliver(picker([0]), true);
    expect(made.state(first).doubtCards).toHaveLength(1);
    expect(made.heardBy(first).filter((text) => text.includes('fumigar'))).toHaveLength(1);
    reply(made, first, 'Muévalo todo');
    made.deliver(picker([0]), true);
    const answer = made.state(mentor).doubts[0]?.messages[0] ?? '';
    made.say(mentor, { kind: 'text', text: '¿y si llueve?', replyTo: answer });
    made.deliver(picker([0]), true);
    expect(made.heardBy(first).filter((text) => text.includes('llueve'))).toHaveLength(1);
    made.say(mentor, { kind: 'text', text: 'ya quedó', replyTo: answer });
    made.deliver(picker([0]), true);
    expect(made.facts('doubtClosed')).toBe(1);
    const said = made.heardBy(second);
    expect(new Set(said).size).toBe(said.length);
    expect(cardOf(made, first)?.status).toBe('closed');
    expect(made.heardBy(mentor).filter((text) => text.includes('Muévalo'))).toHaveLength(1);
  });
});

describe('who hears of a doubt', () => {
  const entry = (id: string, role: 'consultant' | 'coordinator', reach: Reach = 'platform') => ({
    id,
    name: id,
    roles: [role],
    centreId: null,
    reach,
  });
  it('is who accompanies her, else all consultants, else the coordinators; who cannot be reached is passed over', () => {
    const [ana, bety, coord] = [entry('ana', 'consultant'), entry('bety', 'consultant'), entry('coord', 'coordinator')];
    expect(whoHears([ana, bety, coord], ['bety'])).toEqual(['bety']);
    expect(whoHears([ana, bety, coord], [])).toEqual(['ana', 'bety']);
    expect(whoHears([ana, { ...bety, reach: 'none' as const }, coord], ['bety'])).toEqual(['ana']);
    expect(whoHears([coord], ['bety'])).toEqual(['coord']);
    expect(whoHears([{ ...coord, reach: 'none' as const }], [])).toEqual(['coord']);
  });
});

describe('erasure', () => {
  it('takes her words from the cards of others', () => {
    const made = office();
    made.deliver(picker([0]), false);
    made.say(mentor, { kind: 'text', text: 'baja' });
    made.say(mentor, { kind: 'text', text: 'borre mis datos' });
    made.say(mentor, { kind: 'text', text: 'sí' });
    made.deliver(picker([0]), false);
    expect(made.state(mentor).person?.erasedAt).not.toBeNull();
    expect(made.state(first).doubtCards).toEqual([]);
  });
});
