// Small well-formed things of the domain for store tests: persons, centres, events, turns, messages, facts.
import type { Conversation, Timer } from '../../src/domain/conversation.ts';
import type { Fact } from '../../src/domain/fact.ts';
import type { InboundEvent, Post } from '../../src/domain/inbound-event.ts';
import type { MentoringCycle } from '../../src/domain/mentoring-cycle.ts';
import type { OutboundMessage } from '../../src/domain/outbound-message.ts';
import type { Centre, Person } from '../../src/domain/roster.ts';
import type { Turn } from '../../src/domain/turn.ts';
import type { LeasedEvent } from '../../src/store/store.ts';

export const noon = '2026-03-04T18:00:00.000Z';

export function instantAt(minutes: number): string {
  return new Date(Date.parse(noon) + minutes * 60_000).toISOString();
}

export function personOf(id: string, more: Partial<Person> = {}): Person {
  return {
    kind: 'person',
    id,
    owner: id,
    name: `Nombre de ${id}`,
    calledAs: `maestra ${id}`,
    roles: ['mentor'],
    centreId: 'c1',
    phone: '+5215500000000',
    expectedCaregivers: 10,
    accompaniedBy: [],
    active: true,
    addresses: [{ channel: 'simulator', address: id }],
    consent: null,
    phoneMoments: null,
    prerequisiteCourse: null,
    pausedUntil: null,
    withdrawnAt: null,
    erasedAt: null,
    ...more,
  };
}

export function centreOf(id: string): Centre {
  return {
    kind: 'centre',
    id,
    owner: 'programme',
    centreKey: `G-${id}`,
    name: `Guardería ${id}`,
    ooad: 'Jalisco',
    provision: 'indirect',
    region: 'Occidente',
    state: 'Jalisco',
    locality: 'Guadalajara',
    zone: 'America/Mexico_City',
    intensive: false,
    active: true,
    safeguardingContacts: [],
  };
}

export function textEvent(owner: string, key: string, text = `hola ${key}`): InboundEvent {
  return {
    id: `simulator:${owner}:${key}`,
    channel: 'simulator',
    externalId: `${owner}:${key}`,
    owner,
    writtenAt: noon,
    receivedAt: noon,
    content: { kind: 'text', text },
  };
}

export function conversationOf(owner: string, notes: string[] = []): Conversation {
  return {
    kind: 'conversation',
    id: owner,
    owner,
    active: null,
    interrupted: [],
    burst: null,
    initiated: { date: '2026-03-04', count: 0, other: 0 },
    lastHeardAt: noon,
    offered: [],
    notes: notes.map((text) => ({ at: noon, text })),
  };
}

export function cycleOf(owner: string, id: string): MentoringCycle {
  return {
    kind: 'cycle',
    id,
    owner,
    caregiverId: `${owner}-lupita`,
    theme: 'sensitivity',
    iteration: '2026-1',
    state: 'closed',
    dosageOnly: false,
    beganAt: noon,
    closedAt: noon,
    checklist: null,
    plan: null,
    appointments: [],
    sessions: [],
    tipsServed: [],
    tipTried: null,
    nudges: 0,
  };
}

export function timerOf(owner: string, id: string, dueAt: string): Timer {
  return { kind: 'timer', id, owner, dueAt, purpose: 'nudge', about: {} };
}

export function postTo(to: string, from: string, id: string): Post {
  return {
    id,
    to,
    from,
    at: noon,
    body: { kind: 'undelivered', person: from, centre: 'c1', why: 'blocked' },
  };
}

export function factOf(mentorId: string, id: string, recordedAt = noon): Fact {
  return {
    id,
    kind: 'tipServed',
    recordedAt,
    heldAt: recordedAt,
    zone: 'America/Mexico_City',
    mentorId,
    centreId: 'c1',
    channel: 'simulator',
    iteration: '2026-1',
    data: { tip: 'v-07' },
  };
}

export function messageTo(to: string, id: string, more: Partial<OutboundMessage> = {}): OutboundMessage {
  return {
    id,
    to,
    chat: 'private',
    kind: 'statement',
    text: `mensaje ${id}`,
    options: [],
    whenUnsure: 'repeat',
    createdAt: noon,
    ...more,
  };
}

export function turnOf(leased: LeasedEvent, more: Partial<Turn> = {}): Turn {
  return { eventId: leased.event.id, owner: leased.event.owner, changes: [], outbound: [], posts: [], facts: [], ...more };
}
