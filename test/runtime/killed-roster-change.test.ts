// A mentor is replaced while the process is killed before and after every call of the store: done once and whole, whatever comes between.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerRosterChange } from '../../src/commands/answer-roster-change.ts';
import type { Fact } from '../../src/domain/fact.ts';
import type { LookUp } from '../../src/domain/look-up.ts';
import type { RosterChange } from '../../src/domain/roster-change.ts';
import { takeTurn } from '../../src/engine/take-turn.ts';
import { createAddressBook } from '../../src/runtime/address-book.ts';
import { createMemoryStore } from '../../src/store/memory/memory-store.ts';
import type { Store } from '../../src/store/store.ts';
import { playNamed } from '../support/play-transcript.ts';
import { houseProgram } from '../support/test-house.ts';

const now = '2026-03-03T17:00:00.000Z';
const mentor = { name: 'Ana Ruiz Mora', calledAs: 'maestra Anita', centreId: 'G04', phone: '+525587654321' };
const replacing: RosterChange = { deed: 'replace', person: 'G04-mentora', mentor, reason: 'jobChange' };
const order = (change: RosterChange): LookUp => ({
  kind: 'lookUp',
  id: '0abc1def2ghi3j',
  owner: 'coordinadora-1',
  askedAt: now,
  request: { kind: 'rosterChange', change, person: 'Guadalupe Ríos Peña', thread: 't' },
});
const newId = 'm-0abc1def2ghi3j';

let before: string[];
let folder: string;
beforeAll(async () => {
  before = (await playNamed('observacion/feliz', {})).end.journal;
  folder = mkdtempSync(join(tmpdir(), 'roster-change-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Dies at a step: what it wrote until then is in the lines, and it never answers again. */
function mortal(store: Store, diesAt: number): { store: Store; dead: Promise<void> } {
  const { promise: dead, resolve } = Promise.withResolvers<void>();
  let steps = 0;
  const step = (): Promise<void> => {
    if (++steps < diesAt) return Promise.resolve();
    resolve();
    return new Promise(() => {});
  };
  const proxied = new Proxy(store, {
    get(target, name) {
      const method: unknown = Reflect.get(target, name);
      if (typeof method !== 'function') return method;
      return async (...args: unknown[]) => {
        await step();
        const result: unknown = await Reflect.apply(method, target, args);
        await step();
        return result;
      };
    },
  });
  return { store: proxied, dead };
}

async function settle(store: Store): Promise<Fact[]> {
  const { program } = houseProgram();
  const facts: Fact[] = [];
  for (let leased = await store.leaseEvent(); leased; leased = await store.leaseEvent()) {
    const turn = takeTurn(program, leased.state, leased.event);
    facts.push(...turn.facts);
    await store.commitTurn(leased, turn);
  }
  return facts;
}

/** Everything that can be seen of it afterwards. */
async function outcome(change: RosterChange, deaths: readonly number[], dataDir: string) {
  const lines = [...before];
  let lived = 0;
  for (const diesAt of deaths) {
    const life = mortal(createMemoryStore({ lines }), diesAt);
    const died = await Promise.race([
      answerRosterChange({ store: life.store, dataDir, now: () => now }, order(change)).then(() => false),
      life.dead.then(() => true),
    ]);
    if (died) lived++;
  }
  const store = createMemoryStore({ lines });
  const result = await answerRosterChange({ store, dataDir, now: () => now }, order(change));
  const facts = await settle(store);
  const of = async (id: string) => {
    const state = await store.readState(id);
    return {
      active: state?.person?.active,
      phone: state?.person?.phone,
      centre: state?.person?.centreId,
      withdrawn: state?.person?.withdrawnAt ?? null,
      caregivers: state?.caregivers.map(({ name, owner, mentors }) => ({ name, owner, mentors: mentors.length })),
      cycles: state?.cycles.map(({ id: cycle, owner, state: at }) => ({ cycle, owner, at })),
      timers: state?.timers.length,
    };
  };
  const audit = readFileSync(join(dataDir, 'audit.jsonl'), 'utf8').trim().split('\n');
  const { persons } = await store.readRoster();
  const told = facts.map(({ kind, mentorId, data }) => ({ kind, mentorId, data }));
  return { lived, result, told, old: await of('G04-mentora'), next: await of(newId), audit, persons: persons.length };
}

describe('a change of the roster', () => {
  it('is done once, whenever the process is killed in the middle of it', async () => {
    const whole = await outcome(replacing, [], mkdtempSync(join(folder, 'whole-')));
    expect(whole.result).toEqual({ kind: 'rosterDone', outcome: { kind: 'done', link: null } });
    expect(whole.old).toMatchObject({ active: false, caregivers: [], cycles: [], timers: 0 });
    expect(whole.old.withdrawn).not.toBeNull();
    expect(whole.next).toMatchObject({ active: true, centre: 'G04', withdrawn: null });
    expect(whole.next.caregivers?.map(({ name, owner }) => `${name} ${owner}`)).toContain(`Lupita ${newId}`);
    expect(whole.next.cycles).toHaveLength(1);
    expect(whole.audit).toHaveLength(1);
    expect(whole.audit[0]).not.toContain('5587654321');
    expect(whole.audit[0]).not.toContain('Ana');
    const kinds = whole.told.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'enrolled' || kind === 'withdrawn' || kind === 'replaced')).toHaveLength(3);

    let deaths = 0;
    for (let step = 1; step <= 30; step++) {
      const killed = await outcome(replacing, [step], mkdtempSync(join(folder, 'killed-')));
      deaths += killed.lived;
      expect({ ...killed, lived: 0 }, `killed at step ${step}`).toEqual(whole);
      if (killed.lived === 0) break;
    }
    expect(deaths).toBeGreaterThan(8);
    const often = await outcome(replacing, [4, 6, 9, 12], mkdtempSync(join(folder, 'often-')));
    expect({ ...often, lived: 0 }).toEqual(whole);
  });

  it('that only withdraws is known as done when it is asked again', async () => {
    const change: RosterChange = { deed: 'withdraw', person: 'G04-mentora', reason: 'leave' };
    const again = await outcome(change, [Infinity, Infinity], mkdtempSync(join(folder, 'again-')));
    expect(again.told.filter(({ kind }) => kind === 'withdrawn').map(({ data }) => data)).toEqual([
      { erase: false, reason: 'leave', replacedBy: null, by: 'coordinadora-1' },
    ]);
    expect(again.old.caregivers?.length).toBeGreaterThan(0);
    expect(again.audit).toHaveLength(1);
  });
});

describe('who comes by a change of the roster', () => {
  it('is known at once by her number and her invitation, also where the phone is that of who left', async () => {
    const store = createMemoryStore({ lines: [...before] });
    const { persons } = await store.readRoster();
    const lupe = persons.find(({ id }) => id === 'G04-mentora');
    if (!lupe) throw new Error('there is no G04-mentora');
    await store.importRoster({ centres: [], persons: [{ ...lupe, addresses: [{ channel: 'telegram', address: '77' }] }] });
    const book = createAddressBook({ inviteOf: (person) => `code-of-${person}` });
    for (const person of (await store.readRoster()).persons) book.learn(person);
    expect(book.ownerOf('telegram', '77')).toBe('G04-mentora');

    const change: RosterChange = { ...replacing, mentor: { ...mentor, phone: lupe.phone } };
    const linkOf = (person: string): string => `https://t.me/luciernaga_bot?start=code-of-${person}`;
    const result = await answerRosterChange(
      { store, dataDir: mkdtempSync(join(folder, 'book-')), now: () => now, learn: book.learn, linkOf },
      order(change),
    );
    expect(result).toEqual({ kind: 'rosterDone', outcome: { kind: 'done', link: linkOf(newId) } });
    expect(book.claimant({ channel: 'telegram', address: '78' }, { by: 'phone', phone: lupe.phone }, now)).toBe(newId);
    expect(book.claimant({ channel: 'telegram', address: '78' }, { by: 'invite', code: `code-of-${newId}` }, now)).toBe(newId);
    expect(
      book.claimant({ channel: 'telegram', address: '78' }, { by: 'invite', code: 'code-of-G04-mentora' }, now),
    ).toBeUndefined();
    expect(book.ownerOf('telegram', '77')).toBeUndefined();
  });

  it('is refused where the roster was changed after the recap', async () => {
    const store = createMemoryStore({ lines: [...before] });
    const { persons } = await store.readRoster();
    const vero = persons.find(({ id }) => id === 'G01-mentora');
    if (!vero) throw new Error('there is no G01-mentora');
    await store.importRoster({ centres: [], persons: [{ ...vero, phone: mentor.phone }] });
    const dataDir = mkdtempSync(join(folder, 'refused-'));
    expect(await answerRosterChange({ store, dataDir, now: () => now }, order(replacing))).toEqual({
      kind: 'rosterDone',
      outcome: { kind: 'refused', trouble: { why: 'phoneHeld', about: vero.name } },
    });
    expect((await store.readState('G04-mentora'))?.person?.active).toBe(true);
  });
});
