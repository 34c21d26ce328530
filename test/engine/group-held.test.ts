// A group whose records are damaged says nothing, and what is grave in it does not wait until they are mended.
import { expect, it } from 'vitest';
import type { InboundEvent } from '../../src/domain/inbound-event.ts';
import type { OwnerState } from '../../src/domain/turn.ts';
import { apologyTurn, heldTurn } from '../../src/engine/take-turn.ts';
import { houseProgram } from '../support/test-house.ts';

const owner = 'group:telegram:-100';
const { program } = houseProgram();
const state: OwnerState = {
  owner,
  person: undefined,
  conversation: undefined,
  threads: [],
  caregivers: [],
  cycles: [],
  doubts: [],
  doubtCards: [],
  alerts: [],
  timers: [],
  lookUps: [],
  centre: undefined,
  directory: [],
};
const said = (text: string): InboundEvent => ({
  id: 'telegram:-100:7',
  channel: 'telegram',
  externalId: '-100:7',
  owner,
  address: '-100',
  inGroup: { key: 'k', person: 'ana' },
  writtenAt: '2026-03-02T15:00:00.000Z',
  receivedAt: '2026-03-02T15:00:00.000Z',
  content: { kind: 'text', text, mention: true },
});

it('is silent while it is held, and after a failure', () => {
  for (const turn of [heldTurn(program, state, said('¿cuándo es el taller?')), apologyTurn(program, state, said('hola'))])
    expect(turn).toMatchObject({ outbound: [], posts: [], changes: [] });
});

it('hands on what is grave all the same', () => {
  const { outbound, posts } = heldTurn(program, state, said('en mi sala golpearon a un niño'));
  expect(outbound).toEqual([]);
  expect(posts).toMatchObject([{ to: 'ana', body: { kind: 'saidInGroup', why: 'harm' } }]);
});
