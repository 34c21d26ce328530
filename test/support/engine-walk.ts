// A mentor and the bare engine: any inputs one after the other, each turn checked, no store and no clock.
import type { EventContent, InboundEvent } from '../../src/domain/inbound-event.ts';
import { nothingKept, type OwnerState, type StateRecord, type Turn } from '../../src/domain/turn.ts';
import { takeTurn } from '../../src/engine/take-turn.ts';
import { readOwnRoom } from '../../src/mentoring/room-name.ts';
import { applyTurn } from './apply-turn.ts';
import { brokenRules } from './bubble-rules.ts';
import { houseProgram, testRoster } from './test-house.ts';

export type Act =
  | { do: 'say'; text: string }
  | { do: 'tap'; which: number }
  | { do: 'tapOld'; label: string }
  | { do: 'send'; content: EventContent }
  /** All that she has chosen now of the options shown last, as places from 0. */
  | { do: 'vote'; options: number[] }
  | { do: 'react'; emoji: string; which: number }
  | { do: 'edit'; text: string }
  | { do: 'consultant'; act: 'take' | 'answer' | 'close'; which: number }
  | { do: 'wait'; minutes: number };

export const freshMentor = (): Promise<OwnerState> => freshPerson('G04-mentora');

/** Somebody of the demonstration roster who has never written. */
export async function freshPerson(who: string): Promise<OwnerState> {
  const { centres, persons } = await testRoster();
  const person = persons.find(({ id }) => id === who);
  const centre = centres.find(({ id }) => id === person?.centreId);
  const directory = persons
    .filter(({ id, roles, centreId }) => centreId === person?.centreId || !roles.includes('mentor') || id === person?.id)
    .map(({ id, name, roles, centreId }) => ({ id, name, roles, centreId, reach: 'simulator' as const }));
  return {
    ...nothingKept(who),
    person,
    centre,
    directory,
  };
}

const mostBytes = 16 * 1024;
const json = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

const ratings = /^(1|2|3|4|n|skipped)$/;

/** Something kept that nobody can have meant: a rating that is none, a room that is none, a name without a letter. */
function nonsenseIn(record: StateRecord): string | undefined {
  if (record.kind === 'cycle') {
    const all = [record.checklist?.ratings ?? {}, ...record.sessions.map((session) => session.ratings ?? {})].flatMap((one) =>
      Object.values(one),
    );
    const odd = all.find((rating) => !ratings.test(rating));
    if (odd !== undefined) return `the rating "${odd}" was kept`;
    const undated = record.appointments.find(({ date, time }) => !/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(`${date}T${time}`));
    if (undated) return `an appointment on ${undated.date} at ${undated.time}`;
  }
  if (record.kind === 'caregiver') {
    if (!/\p{L}/u.test(record.name)) return `a caregiver is called "${record.name}"`;
    const { rooms } = houseProgram().program.programme;
    const own = record.room === null ? undefined : readOwnRoom(record.room);
    if (record.room !== null && !own && !rooms.some(({ id }) => id === record.room)) return `the room "${record.room}" was kept`;
  }
  if (record.kind === 'thread') {
    const odd = Object.entries(record.answers).find(
      ([key, value]) => /^reactivo:[^:]+$/.test(key) && !ratings.test(String(value)),
    );
    if (odd) return `the answer ${odd[0]} is "${String(odd[1])}"`;
  }
  return undefined;
}

/** Goes through the acts; what is wrong with a turn is thrown with the words that led there. */
export class Walk {
  state: OwnerState;
  /** Bubbles that she was sent so far. */
  answered = 0;
  /** Computing every turn a second time costs as much as the first. */
  twice = true;
  /** Where she may write question marks anywhere, those of a bubble are not counted. */
  asksOften = false;
  readonly #said: string[] = [];
  #now: number;
  #events = 0;
  #lastText = '';

  constructor(state: OwnerState, now = '2026-03-02T15:00:00.000Z') {
    this.state = state;
    this.#now = Date.parse(now);
  }

  /** Another way to go on from here. */
  branch(): Walk {
    const other = new Walk(this.state, new Date(this.#now).toISOString());
    other.#said.push(...this.#said);
    other.#events = this.#events;
    other.#lastText = this.#lastText;
    other.twice = this.twice;
    other.asksOften = this.asksOften;
    return other;
  }

  act(act: Act): void {
    switch (act.do) {
      case 'say':
        this.#said.push(...act.text.split('\n'));
        this.#lastText = `w${this.#events}`;
        this.#event({ kind: 'text', text: act.text });
        return this.#settle();
      case 'tap': {
        const offered = this.state.conversation?.offered ?? [];
        const all = offered.flatMap(({ messageId, options }) => options.map(({ label }) => ({ label, of: messageId })));
        const chosen = all[act.which % Math.max(1, all.length)];
        return chosen ? this.#event({ kind: 'tap', ...chosen }) : undefined;
      }
      case 'vote':
        return this.#event({ kind: 'vote', of: this.state.conversation?.offered[0]?.messageId ?? 'none', options: act.options });
      case 'tapOld':
        return this.#event({ kind: 'tap', label: act.label, of: 'simulator:gone:out:0' });
      case 'send':
        this.#event(act.content);
        return this.#settle();
      case 'react': {
        const of = this.state.conversation?.offered[act.which % 3]?.messageId ?? 'none';
        return this.#event({ kind: 'reaction', emoji: act.emoji, of });
      }
      case 'edit':
        this.#said.push(...act.text.split('\n'));
        return this.#event({ kind: 'edit', of: this.#lastText, text: act.text });
      case 'consultant': {
        const doubt = this.state.doubts[act.which % Math.max(1, this.state.doubts.length)];
        if (!doubt) return;
        const deed = act.act === 'answer' ? { do: act.act, text: 'Sí, muévalo todo', knowing: false } : { do: act.act };
        const at = new Date(this.#now).toISOString();
        const body = { kind: 'doubtAct' as const, doubtId: doubt.id, name: 'Adriana', act: deed };
        const post = { id: `p${this.#events}`, to: this.state.owner, from: `consultora-${(act.which % 2) + 1}`, at, body };
        return this.#event({ kind: 'post', post });
      }
      case 'wait':
        return this.#wait(act.minutes);
    }
  }

  #settle(): void {
    if (this.state.conversation?.burst) this.#wait(0.2);
  }

  #wait(minutes: number): void {
    const until = this.#now + minutes * 60_000;
    // A timer that is set again and again for the same instant would never let time pass.
    for (let fired = 0; fired < 60; fired++) {
      const due = this.state.timers
        .filter(({ dueAt }) => Date.parse(dueAt) <= until)
        .sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1))[0];
      if (!due) break;
      this.#now = Math.max(this.#now, Date.parse(due.dueAt));
      this.state = { ...this.state, timers: this.state.timers.filter(({ id }) => id !== due.id) };
      this.#event({ kind: 'timer', timer: due });
      if (fired === 59) this.#fail('a timer is set again for ever');
    }
    this.#now = Math.max(this.#now, until);
  }

  #event(content: EventContent): void {
    const at = new Date(this.#now).toISOString();
    const house = content.kind === 'timer' || content.kind === 'post';
    const externalId = `w${this.#events++}`;
    const event: InboundEvent = {
      id: `${house ? 'house' : 'simulator'}:${externalId}`,
      channel: house ? 'house' : 'simulator',
      externalId,
      owner: this.state.owner,
      writtenAt: at,
      receivedAt: at,
      content,
    };
    const { program } = houseProgram();
    let turn: Turn;
    try {
      turn = takeTurn(program, json(this.state), json(event));
    } catch (error) {
      throw new Error(`the engine threw at ${JSON.stringify(content)}: ${error instanceof Error ? error.stack : String(error)}`);
    }
    const again = this.twice ? JSON.stringify(takeTurn(program, this.state, event)) : undefined;
    if (again !== undefined && again !== JSON.stringify(turn))
      this.#fail(`the same event twice is not the same turn: ${JSON.stringify(content)}`);
    this.answered += turn.outbound.length;
    this.#check(turn);
    this.state = json(applyTurn(this.state, turn));
  }

  #check(turn: Turn): void {
    const hers = this.#said.filter((text) => /undefined|null|NaN|\[object|\{/.test(text)).join('\n');
    for (const message of turn.outbound) {
      for (const rule of brokenRules(message, hers))
        if (!this.asksOften || !rule.includes(' questions in ')) this.#fail(`${rule}: ${message.text}`);
    }
    for (const change of turn.changes) {
      if (!('put' in change)) continue;
      const bytes = Buffer.byteLength(JSON.stringify(change.put));
      if (bytes > mostBytes) this.#fail(`a ${change.put.kind} of ${bytes} bytes`);
      const nonsense = nonsenseIn(change.put);
      if (nonsense !== undefined) this.#fail(nonsense);
    }
    const ids = [...turn.outbound, ...turn.posts, ...turn.facts].map(({ id }) => id);
    if (new Set(ids).size !== ids.length) this.#fail('two things with one id');
    const waiting = this.state.conversation?.active;
    if (waiting && turn.changes.some((change) => 'archive' in change && change.archive.id === waiting))
      this.#fail('the active thread was archived');
  }

  #fail(what: string): never {
    throw new Error(`${what}\nafter: ${JSON.stringify(this.#said.slice(-8))}`);
  }
}
