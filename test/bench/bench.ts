// npm run bench: the whole path on the embedded store, beside the machine's own limit in the same run. Figures, never a verdict.
import { closeSync, fdatasyncSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Channel, ChannelLimits } from '../../src/channels/channel.ts';
import { engineOf } from '../../src/engine/engine-of.ts';
import { takeTurn } from '../../src/engine/take-turn.ts';
import { createLog } from '../../src/log.ts';
import { withPins } from '../../src/program/program.ts';
import { createAddressBook } from '../../src/runtime/address-book.ts';
import { startRuntime } from '../../src/runtime/runtime.ts';
import { openLowdbStore } from '../../src/store/lowdb/lowdb-store.ts';
import { applied, benchCentre, benchNow, benchPerson, depthOf, personId, stateAtDepth, textEvent } from './bench-people.ts';
import { benchProgram, expectedQuestion, messagesARound, messageText, shownQuestion } from './bench-program.ts';
import { dueTogether, sayDueTogether } from './due-together.ts';

const { values: flags } = parseArgs({
  options: {
    people: { type: 'string', default: '100,10000,100000' },
    seconds: { type: 'string', default: '4' },
    inflight: { type: 'string', default: '64' },
    /** Reminders of one minute; 0 for none. */
    due: { type: 'string', default: '100000' },
  },
});
const seconds = Number(flags.seconds);
const inFlight = Number(flags.inflight);
const root = join(import.meta.dirname, '../..');
const program = benchProgram(root);
const log = createLog(process.env.BENCH_LOG ?? 'silent');

interface Result {
  people: number;
  rate: number;
  cpuMicros: number;
  p50: number;
  p99: number;
  wrong: number;
  rssMb: number;
  bytes: number;
}

const benchLimits: ChannelLimits = {
  name: 'simulator',
  maxText: 4096,
  tapsOptions: true,
  sendsVideo: true,
  openToStrangers: false,
};

/** Of this process so far, checkpoints included; the folder itself shrinks with each of them. */
const writtenBytes = (): number => Number(/^wchar: (\d+)$/m.exec(readFileSync('/proc/self/io', 'utf8'))?.[1] ?? 0);

async function wholePath(people: number): Promise<Result> {
  const dir = mkdtempSync(join(tmpdir(), 'bench-'));
  const store = await openLowdbStore({ dir, log, mode: 'write' });
  const bound = withPins(program, await store.keepPins([...program.pins]));
  const persons = Array.from({ length: people }, (_, index) => benchPerson(personId(index), index));
  const centres = [...new Set(persons.map(({ centreId }) => centreId ?? ''))].map((id) => ({ ...benchCentre, id }));
  await store.importRoster({ centres, persons });
  await seed(people, store);

  const replies = new Map<string, (text: string) => void>();
  const channel: Channel = {
    limits: benchLimits,
    start: async () => {},
    async send(message) {
      replies.get(message.to)?.(message.text);
      return { kind: 'sent' };
    },
    stop: async () => {},
  };
  const book = createAddressBook();
  for (const person of persons) book.learn(person);
  const runtime = await startRuntime({
    store,
    engine: engineOf(bound),
    book,
    channels: [channel],
    clock: { now: () => benchNow },
    log,
    pace: 'wall',
    inFlight,
    broken: (error) => {
      throw error;
    },
  });

  const latencies: number[] = [];
  const last: Promise<void>[] = new Array(people);
  let next = 0;
  let done = 0;
  let wrong = 0;
  let measuring = false;
  let stop = false;
  async function one(turn: number): Promise<void> {
    const index = turn % people;
    const sent = depthOf(index) + Math.floor(turn / people);
    const k = sent % messagesARound;
    const owner = personId(index);
    const began = performance.now();
    const reply = new Promise<string>((resolve) => replies.set(owner, resolve));
    const content = { kind: 'text' as const, text: messageText(index, k) };
    await runtime.receive(benchLimits, { externalId: `${owner}:m${sent}`, from: owner, writtenAt: benchNow, content });
    if (shownQuestion(await reply) !== expectedQuestion(index, k)) wrong++;
    if (measuring) latencies.push(performance.now() - began);
    done++;
  }
  async function lane(): Promise<void> {
    while (!stop) {
      const turn = next++;
      const before = last[turn % people];
      const now = (async () => {
        await before;
        await one(turn);
      })();
      last[turn % people] = now;
      await now;
    }
  }
  const lanes = Array.from({ length: Math.min(inFlight, people) }, lane);
  await new Promise((resolve) => setTimeout(resolve, 1000));
  measuring = true;
  const doneBefore = done;
  const bytesBefore = writtenBytes();
  const cpuBefore = process.cpuUsage();
  const began = performance.now();
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  const elapsed = (performance.now() - began) / 1000;
  const cpu = process.cpuUsage(cpuBefore);
  const messages = done - doneBefore;
  const bytes = (writtenBytes() - bytesBefore) / messages;
  measuring = false;
  stop = true;
  await Promise.all(lanes);
  await runtime.stop();
  await store.close();
  rmSync(dir, { recursive: true, force: true });
  latencies.sort((a, b) => a - b);
  const at = (share: number): number => latencies[Math.floor(latencies.length * share)] ?? 0;
  return {
    people,
    rate: messages / elapsed,
    cpuMicros: (cpu.user + cpu.system) / messages,
    p50: at(0.5),
    p99: at(0.99),
    wrong,
    rssMb: process.memoryUsage().rss / 2 ** 20,
    bytes,
  };
}

/** Everybody at her own depth of the flow: states are computed once for each kind of person, and written through the store's own door. */
async function seed(people: number, store: Awaited<ReturnType<typeof openLowdbStore>>): Promise<void> {
  const kinds = messagesARound * 11 * 3;
  const templates = new Map<number, string>();
  const work = Array.from({ length: people }, (_, index) => index);
  await Promise.all(
    Array.from({ length: 64 }, async () => {
      for (let next = work.pop(); next !== undefined; next = work.pop()) {
        await store.receive(textEvent(personId(next), 'seed', ''));
        // Whoever is the oldest now: lanes may lease each other's.
        const leased = await store.leaseEvent();
        if (!leased) throw new Error('nothing to lease while seeding');
        const { owner } = leased.event;
        const index = Number(owner.slice(1));
        const kind = index % kinds;
        let template = templates.get(kind);
        if (template === undefined) {
          const { conversation, threads, timers, reminders = [] } = stateAtDepth(program, kind, depthOf(kind));
          template = JSON.stringify([conversation, ...threads, ...timers, ...reminders]);
          templates.set(kind, template);
        }
        const records = JSON.parse(template.replaceAll(personId(kind), owner)) as { kind: string; id: string }[];
        // Ids of threads are opaque: made different for each person.
        const own = JSON.parse(
          records
            .filter((record) => record.kind === 'thread')
            .reduce((text, record) => text.replaceAll(record.id, `${record.id}-${index}`), JSON.stringify(records)),
        );
        const changes = own.map((record: object) => ({ put: record }));
        await store.commitTurn(leased, { eventId: leased.event.id, owner, changes, outbound: [], posts: [], facts: [] });
      }
    }),
  );
}

/** The engine alone: turns of one person after the other, nothing written. */
function engineAlone(): number {
  let states = Array.from({ length: 100 }, (_, index) => stateAtDepth(program, index, depthOf(index)));
  const run = (rounds: number): void => {
    for (let round = 0; round < rounds; round++) {
      states = states.map((state, index) => {
        const sent = depthOf(index) + round;
        return applied(
          state,
          takeTurn(program, state, textEvent(state.owner, `r${round}`, messageText(index, sent % messagesARound))),
        );
      });
    }
  };
  run(140);
  states = Array.from({ length: 100 }, (_, index) => stateAtDepth(program, index, depthOf(index)));
  const before = process.cpuUsage();
  run(280);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / (280 * 100);
}

/** The same bytes, appended in groups of as many as are in flight, one fdatasync a group. */
function diskLimit(bytes: number): number {
  const dir = mkdtempSync(join(tmpdir(), 'bench-disk-'));
  const file = openSync(join(dir, 'append'), 'w');
  const block = Buffer.alloc(Math.ceil(bytes) * inFlight, 97);
  let groups = 0;
  const began = performance.now();
  while (performance.now() - began < 1000) {
    writeSync(file, block);
    fdatasyncSync(file);
    groups++;
  }
  const rate = (groups * inFlight) / ((performance.now() - began) / 1000);
  closeSync(file);
  rmSync(dir, { recursive: true, force: true });
  return rate;
}

const stateBytes = Buffer.byteLength(JSON.stringify(stateAtDepth(program, 7, 7)));
console.log(
  `state of a person: ${stateBytes} bytes as JSON; ${inFlight} messages in flight; every turn durable before its answer leaves`,
);
const engineMicros = engineAlone();
console.log(`engine alone: ${engineMicros.toFixed(1)} µs CPU a message (${Math.round(1e6 / engineMicros)} messages a second)`);
const results: Result[] = [];
for (const people of flags.people.split(',').map(Number)) {
  const result = await wholePath(people);
  results.push(result);
  const limit = diskLimit(result.bytes);
  console.log(
    `${String(people).padStart(7)} people: ${Math.round(result.rate)} messages/s, ${result.cpuMicros.toFixed(0)} µs CPU a message, p50 ${result.p50.toFixed(2)} ms, ` +
      `p99 ${result.p99.toFixed(2)} ms, ${Math.round(result.bytes)} bytes written a message, rss ${Math.round(result.rssMb)} MB, wrong replies ${result.wrong}; ` +
      `disk limit for the same bytes ${Math.round(limit)}/s`,
  );
}
const costs = results.map(({ cpuMicros }) => cpuMicros);
console.log(`flatness (CPU a message, largest over smallest): ${(Math.max(...costs) / Math.min(...costs)).toFixed(2)}`);
if (Number(flags.due) > 0) console.log(sayDueTogether(await dueTogether(program, benchLimits, Number(flags.due), log)));
