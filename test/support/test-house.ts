// A whole house in memory for transcripts: real program, engine and driver core; everything that is kept is JSON between two lines.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SimulatedPlatform } from '../../src/channels/simulator/simulated-platform.ts';
import type { ShownMessage } from '../../src/channels/simulator/simulator-channel.ts';
import { bindLookUps } from '../../src/commands/chat-house.ts';
import { createDriver, type Driver } from '../../src/commands/driver-core.ts';
import type { DriverOutput } from '../../src/commands/driver-output.ts';
import { createPhones, type Phones } from '../../src/commands/driver-phones.ts';
import { bindIdentity } from '../../src/commands/phone-identity.ts';
import type { Fact } from '../../src/domain/fact.ts';
import type { OwnerState, Turn } from '../../src/domain/turn.ts';
import { engineOf } from '../../src/engine/engine-of.ts';
import { takeTurn } from '../../src/engine/take-turn.ts';
import type { Log } from '../../src/log.ts';
import { slipCode } from '../../src/mentoring/slip-code.ts';
import { type LoadedFiles, loadProgram } from '../../src/program/load-program.ts';
import { formatProblem } from '../../src/program/problem.ts';
import type { Program } from '../../src/program/program.ts';
import { readRosterFiles } from '../../src/roster/read-roster.ts';
import { createMemoryStore } from '../../src/store/memory/memory-store.ts';
import type { LeasedEvent, RosterImport, Store } from '../../src/store/store.ts';
import { applyTurn } from './apply-turn.ts';

export const root = new URL('../..', import.meta.url).pathname;

let loaded: { program: Program; files: LoadedFiles } | undefined;
export function houseProgram(): { program: Program; files: LoadedFiles } {
  if (!loaded) {
    const result = loadProgram(root);
    if (!result.ok) throw new Error(result.problems.map(formatProblem).join('\n'));
    loaded = { program: result.program, files: result.files };
  }
  return loaded;
}

let roster: Promise<RosterImport> | undefined;
/** The demonstration roster, with a second mentor in G04: work is handed over to her. */
export function testRoster(): Promise<RosterImport> {
  roster ??= readRosterFiles([`${root}data/demo`], { centres: [], persons: [] }).then((result) => {
    if (!result.ok) throw new Error('the demonstration roster has problems');
    const { centres, persons } = result.roster;
    const mentor = persons.find(({ id }) => id === 'G04-mentora');
    if (!mentor) throw new Error('the demonstration roster has no G04-mentora');
    const colleague = {
      ...mentor,
      id: 'G04-colega',
      owner: 'G04-colega',
      name: 'Irma Salas Prado',
      calledAs: 'maestra Irma',
      phone: '',
    };
    // In the simulator everybody has an address: her id.
    const reachable = [...persons, colleague].map((person) => ({
      ...person,
      addresses: [{ channel: 'simulator' as const, address: person.id }],
    }));
    return { centres, persons: reachable };
  });
  return roster;
}

/** Everything that a house needs to go on from here, as plain values. */
export interface Snapshot {
  journal: string[];
  shown: ShownMessage[];
  clock: string;
  states: Record<string, OwnerState>;
  facts: Fact[];
  /** Who is in which group. */
  groups: Record<string, string[]>;
}

export interface TestHouse {
  driver: Driver;
  line(input: object): Promise<DriverOutput[]>;
  state(owner: string): OwnerState | undefined;
  facts(): Fact[];
  /** Code of the slip of a caregiver's last cycle, which stands on paper only. */
  slipOf(caregiver: string): string | undefined;
  /** What the log called an error: an engine that threw, a turn that could not be committed. */
  errors: string[];
  snapshot(): Snapshot;
}

export interface TestHouseParts {
  now: string;
  from?: Snapshot;
  /** Whose limits the simulator keeps. */
  platform?: SimulatedPlatform;
  trace?(step: string): void;
  committed?(leased: LeasedEvent, turn: Turn): void;
}

let made: string | undefined;
/** Where files that turns ask for are made: one folder for the whole run of a test file, gone with it. */
export function madeDir(): string {
  if (made === undefined) {
    made = mkdtempSync(join(tmpdir(), 'made-'));
    const dir = made;
    process.once('exit', () => rmSync(dir, { recursive: true, force: true }));
  }
  return made;
}

const json = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

export async function openTestHouse(parts: TestHouseParts): Promise<{ house: TestHouse; opening: DriverOutput[] }> {
  const { program } = houseProgram();
  const { from } = parts;
  const journal = [...(from?.journal ?? [])];
  const shown = [...(from?.shown ?? [])];
  const states = new Map(Object.entries(from?.states ?? {}));
  const facts = [...(from?.facts ?? [])];
  const errors: string[] = [];
  const log: Log = {
    info() {},
    warn() {},
    error: (fields, message) => void errors.push(`${message}: ${JSON.stringify(fields)}`),
  };
  const phones = createPhones();
  for (const message of shown) phones.shown(message);
  for (const [group, members] of Object.entries(from?.groups ?? {})) phones.group(group, members);
  const remembering: Phones = {
    ...phones,
    shown(message) {
      shown.push(message);
      phones.shown(message);
    },
  };
  const driver = createDriver({
    openStore: async () => withoutPins(createMemoryStore({ lines: journal })),
    engine: async () => ({
      ...engineOf(program),
      takeTurn: (state, event) => json(takeTurn(program, json(state), json(event), parts.trace)),
    }),
    lookUps: (store, now, learning) => bindLookUps(program, madeDir(), () => '482913')(store, now, learning),
    identity: bindIdentity(program),
    roster: async (current) => (current.persons.length > 0 ? undefined : await testRoster()),
    phones: () => remembering,
    now: from?.clock ?? parts.now,
    ...(parts.platform !== undefined && { platform: parts.platform }),
    wallNow: () => parts.now,
    log,
    committed(leased, turn) {
      facts.push(...turn.facts);
      states.set(turn.owner, applyTurn(leased.state, turn));
      parts.committed?.(leased, turn);
    },
  });
  const opening = await driver.start();
  if (from && parts.now > from.clock) opening.push(...(await driver.line({ now: parts.now })));
  const house: TestHouse = {
    driver,
    line: (input) => driver.line(input),
    state: (owner) => states.get(owner),
    facts: () => facts,
    slipOf(caregiver) {
      const found = [...states.values()].flatMap(({ caregivers }) => caregivers).findLast(({ name }) => name === caregiver);
      const cycleId = found?.digests.at(-1)?.cycleId;
      return cycleId === undefined ? undefined : slipCode(cycleId);
    },
    errors,
    snapshot: () => ({
      journal: [...journal],
      shown: [...shown],
      clock: driver.now(),
      states: Object.fromEntries(states),
      facts: [...facts],
      groups: Object.fromEntries(phones.groups().map((group) => [group, phones.membersOf(group) ?? []])),
    }),
  };
  return { house, opening };
}

/** The versions of this very program need not be written down between two lines of a test; they are half a megabyte. */
function withoutPins(store: Store): Store {
  return new Proxy(store, {
    get(target, name) {
      if (name === 'keepPins') return async (pins: unknown) => pins;
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
