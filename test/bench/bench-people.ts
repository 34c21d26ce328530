// Invented people of the benchmark, spread over all depths of its flow.
import type { InboundEvent } from '../../src/domain/inbound-event.ts';
import type { Centre, Person } from '../../src/domain/roster.ts';
import { nothingKept, type OwnerState, type Turn } from '../../src/domain/turn.ts';
import { takeTurn } from '../../src/engine/take-turn.ts';
import { openThread } from '../../src/engine/threads.ts';
import { TurnDraft } from '../../src/engine/turn-draft.ts';
import type { Program } from '../../src/program/program.ts';
import { benchFlow, messagesARound, messageText } from './bench-program.ts';

export const benchNow = '2026-03-02T15:00:00.000Z';
export const personId = (index: number): string => `p${String(index).padStart(6, '0')}`;

export const benchCentre: Centre = {
  kind: 'centre',
  id: 'B01',
  owner: 'programme',
  centreKey: '0001',
  name: 'Centro de medición',
  ooad: 'Querétaro',
  provision: 'direct',
  region: 'Centro',
  state: 'Querétaro',
  locality: 'Querétaro',
  zone: 'America/Mexico_City',
  intensive: false,
  active: true,
  safeguardingContacts: [],
};

export function benchPerson(id: string, index: number): Person {
  return {
    kind: 'person',
    id,
    owner: id,
    name: `Persona de medición ${index}`,
    calledAs: 'maestra',
    roles: ['mentor'],
    // A centre has a handful of people, whatever the size of the programme.
    centreId: `B${String(Math.floor(index / 4)).padStart(5, '0')}`,
    phone: '',
    expectedCaregivers: 8,
    accompaniedBy: [],
    active: true,
    addresses: [{ channel: 'simulator', address: id }],
    consent: { version: 'medicion', at: benchNow, given: true },
    phoneMoments: { atBreak: { from: '14:00', to: '14:30' } },
    prerequisiteCourse: 'finished',
    pausedUntil: null,
    withdrawnAt: null,
    erasedAt: null,
  };
}

export function textEvent(owner: string, externalId: string, text: string): InboundEvent {
  const id = `simulator:${owner}:${externalId}`;
  return {
    id,
    channel: 'simulator',
    externalId,
    owner,
    writtenAt: benchNow,
    receivedAt: benchNow,
    content: { kind: 'text', text },
  };
}

export function emptyState(person: Person): OwnerState {
  return {
    ...nothingKept(person.id),
    person,
    centre: { ...benchCentre, id: person.centreId ?? '' },
    directory: [],
  };
}

/** The state with the turn applied, as a store would have it. */
export function applied(state: OwnerState, turn: Turn): OwnerState {
  const next = { ...state, threads: [...state.threads], timers: [...state.timers] };
  for (const change of turn.changes) {
    if ('put' in change) {
      const record = change.put;
      if (record.kind === 'conversation') next.conversation = record;
      else if (record.kind === 'person') next.person = record;
      else if (record.kind === 'thread') next.threads = [...next.threads.filter(({ id }) => id !== record.id), record];
      else if (record.kind === 'reminder')
        next.reminders = [...(next.reminders ?? []).filter(({ id }) => id !== record.id), record];
      else if (record.kind === 'timer') next.timers = [...next.timers.filter(({ id }) => id !== record.id), record];
    } else if ('remove' in change) {
      next.threads = next.threads.filter(({ id }) => id !== change.remove.id);
      next.timers = next.timers.filter(({ id }) => id !== change.remove.id);
      if (next.reminders) next.reminders = next.reminders.filter(({ id }) => id !== change.remove.id);
    }
  }
  return next;
}

/** Turn that puts a person at her first question, without a message of hers. */
export function openingTurn(program: Program, state: OwnerState): Turn {
  const draft = new TurnDraft(program, state, textEvent(state.owner, 'begin', ''));
  openThread(draft, benchFlow, {});
  return draft.finish();
}

/** State after the first `depth` messages of a round. */
export function stateAtDepth(program: Program, index: number, depth: number): OwnerState {
  let state = emptyState(benchPerson(personId(index), index));
  state = applied(state, openingTurn(program, state));
  for (let k = 0; k < depth; k++)
    state = applied(state, takeTurn(program, state, textEvent(state.owner, `seed-${k}`, messageText(index, k))));
  return state;
}

export const depthOf = (index: number): number => index % messagesARound;
