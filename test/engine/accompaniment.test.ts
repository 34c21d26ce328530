// Who accompanies a mentor closely has her appointments too: in her own time, without the caregiver's name, and warned where two meet.
import { expect, it } from 'vitest';
import type { InboundEvent } from '../../src/domain/inbound-event.ts';
import { nothingKept, type OwnerState, type Turn } from '../../src/domain/turn.ts';
import type { VisitNews } from '../../src/domain/visit.ts';
import { takeTurn } from '../../src/engine/take-turn.ts';
import { applyTurn } from '../support/apply-turn.ts';
import { houseProgram, openTestHouse, testRoster } from '../support/test-house.ts';

async function consultant(): Promise<OwnerState> {
  const { persons } = await testRoster();
  const person = persons.find(({ id }) => id === 'consultora-1');
  if (!person) throw new Error('nobody is consultora-1');
  return {
    ...nothingKept(person.id),
    person,
    centre: undefined,
    directory: [],
  };
}

const visit = (mentorId: string, zone: string, time: string, more: Partial<VisitNews> = {}): VisitNews => ({
  id: `${mentorId}:c1:focusedObservation`,
  mentorId,
  mentor: mentorId,
  centre: mentorId.slice(0, 3),
  zone,
  phase: 'focusedObservation',
  version: 1,
  date: '2026-05-21',
  time,
  status: 'planned',
  agreedAt: '2026-05-18T15:00:00.000Z',
  ...more,
});

class Desk {
  state: OwnerState;
  readonly said: string[] = [];
  #events = 0;

  constructor(state: OwnerState) {
    this.state = state;
  }

  hear(news: VisitNews, at: string): void {
    const post = {
      id: `p${this.#events}`,
      to: this.state.owner,
      from: news.mentorId,
      at,
      body: { kind: 'visitNews' as const, news },
    };
    this.#take({ kind: 'post', post }, at);
  }

  until(time: string): void {
    for (;;) {
      const due = this.state.timers.filter(({ dueAt }) => dueAt <= time).sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1))[0];
      if (!due) return;
      this.state = { ...this.state, timers: this.state.timers.filter(({ id }) => id !== due.id) };
      this.#take({ kind: 'timer', timer: due }, due.dueAt);
    }
  }

  #take(content: InboundEvent['content'], at: string): Turn {
    const externalId = `d${this.#events++}`;
    const event: InboundEvent = {
      id: `house:${externalId}`,
      channel: 'house',
      externalId,
      owner: this.state.owner,
      writtenAt: at,
      receivedAt: at,
      content,
    };
    const turn = takeTurn(houseProgram().program, this.state, event);
    this.said.push(...turn.outbound.map(({ text }) => `${at.slice(5, 16)} ${text}`));
    this.state = applyTurn(this.state, turn);
    return turn;
  }
}

it('is reminded by her own clock, told of a move, and asked afterwards', async () => {
  const desk = new Desk(await consultant());
  desk.hear(visit('G01', 'America/Tijuana', '10:00'), '2026-05-18T15:00:00.000Z');
  desk.hear(visit('G01', 'America/Tijuana', '11:00', { version: 2 }), '2026-05-19T16:00:00.000Z');
  desk.until('2026-05-22T00:00:00.000Z');
  expect(desk.said).toEqual([
    '05-19T16:01 Se movió la sesión de G01 (G01) que usted acompaña, ahora es jueves 21 de mayo, 12:00 h, observación.',
    '05-20T20:00 Acompaña a G01 (G01): mañana jueves 21 de mayo, 12:00 h, observación.',
    '05-21T13:30 Acompaña a G01 (G01): hoy, 12:00 h, observación.',
    '05-21T20:00 Sesión de G01 (G01), hoy: observación.\n\n¿La acompañó?',
  ]);
});

it('is warned once where two of hers meet, whatever the clocks of their centres say', async () => {
  const desk = new Desk(await consultant());
  desk.hear(visit('G01', 'America/Tijuana', '10:00'), '2026-05-18T15:00:00.000Z');
  desk.hear(visit('G16', 'America/Cancun', '12:30'), '2026-05-18T16:00:00.000Z');
  desk.until('2026-05-18T16:30:00.000Z');
  desk.hear(visit('G04', 'America/Mexico_City', '14:00'), '2026-05-18T17:00:00.000Z');
  desk.until('2026-05-19T00:00:00.000Z');
  expect(desk.said).toEqual([
    '05-18T16:01 Se le juntan dos sesiones: observación con G16 (G16) y observación con G01 (G01), jueves 21 de mayo a las 11:30 h y a las 11:00 h.',
  ]);
});

it('hears of one that is called off no more', async () => {
  const desk = new Desk(await consultant());
  desk.hear(visit('G04', 'America/Mexico_City', '10:00'), '2026-05-18T15:00:00.000Z');
  desk.hear(visit('G04', 'America/Mexico_City', '10:00', { status: 'cancelled' }), '2026-05-18T16:00:00.000Z');
  desk.until('2026-05-25T00:00:00.000Z');
  expect(desk.said).toEqual([]);
  expect(desk.state.visits ?? []).toEqual([]);
});

it('is told of mentors of centres that are followed closely only, and never whom it is about', async () => {
  const posts: string[] = [];
  const { house } = await openTestHouse({
    now: '2026-03-02T09:00:00-06:00',
    committed: (_leased, turn) => void posts.push(...turn.posts.map((post) => JSON.stringify(post))),
  });
  const says = async (from: string, texts: string[]): Promise<void> => {
    for (const text of texts) await house.line({ from, text });
  };
  const welcome = [
    'hola',
    'si',
    'ya lo terminé',
    'en mi descanso',
    'Petronila, Maternal A',
    'con Petronila',
    'no quiso',
    'el jueves a las 10',
    'si',
  ];
  await says('G04-mentora', [...welcome, 'hoy, 10 min']);
  await says('G12-mentora', [...welcome, 'hoy, 10 min']);
  const visits = posts.filter((post) => post.includes('visitNews'));
  expect(visits).toHaveLength(1);
  expect(visits[0]).toContain('"date":"2026-03-05"');
  expect(visits[0]).not.toContain('Petronila');
});
