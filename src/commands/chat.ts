// `npm run chat`: the driver with its two faces, over an embedded store that is temporary unless --data names a folder.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { wallClock } from '../clock.ts';
import { configOrExit } from '../config.ts';
import { heardBy } from '../engine/hearing/takers.ts';
import { createLog } from '../log.ts';
import { openLowdbStore } from '../store/lowdb/lowdb-store.ts';
import { type ChatFlags, chatUsage, parseFlags } from './chat-flags.ts';
import { bindEngine, bindLookUps, programOf, rosterIfChanged, rosterIfEmpty, StartProblem } from './chat-house.ts';
import { jsonWriter, runJson } from './chat-json.ts';
import { createTerminal } from './chat-terminal.ts';
import { writeTranscript } from './chat-transcript.ts';
import { createDriver, type Driver } from './driver-core.ts';
import { createPhones } from './driver-phones.ts';
import { bindIdentity } from './phone-identity.ts';

async function main(): Promise<void> {
  const flags = parseFlags(process.argv.slice(2));
  if (flags.help) {
    process.stdout.write(chatUsage);
    return;
  }
  const dir = flags.data ?? mkdtempSync(join(tmpdir(), 'luciernaga-'));
  const forget = (): void => {
    if (flags.data === undefined) rmSync(dir, { recursive: true, force: true });
  };
  process.once('exit', forget);
  const driver = driverOf(flags, dir);
  if (flags.json) await talkJson(driver);
  else await talkInTerminal(driver, flags);
}

function driverOf(flags: ChatFlags, dir: string): Driver {
  const config = configOrExit();
  const log = createLog(config.logLevel ?? 'warn');
  const program = programOf(config);
  return createDriver({
    openStore: () => openLowdbStore({ dir, log, mode: 'write' }),
    engine: bindEngine(program, flags.heard ? tellHeard : undefined),
    lookUps: bindLookUps(program, dir),
    identity: bindIdentity(program),
    roster: flags.roster.length > 0 ? rosterIfChanged(flags.roster) : rosterIfEmpty(config.roster),
    now: flags.now,
    wallNow: () => wallClock.now(),
    platform: flags.platform,
    phones: () => createPhones(join(dir, 'simulator', 'phones.jsonl')),
    log,
    ...(flags.json ? { emit: jsonWriter(process.stdout) } : {}),
  });
}

/** Steps of flows are left out: they are for the tests. */
function tellHeard(step: string): void {
  if (step.startsWith(heardBy)) process.stderr.write(`${step}\n`);
}

async function talkJson(driver: Driver): Promise<void> {
  // Whoever read us is gone: there is nobody left to tell anything, and what is durable waits.
  process.stdout.on('error', () => process.exit(0));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.stdin.destroy());
  await runJson(driver, process.stdin);
  await driver.close();
}

async function talkInTerminal(driver: Driver, flags: ChatFlags): Promise<void> {
  const transcript = flags.save === undefined ? {} : { transcript: writeTranscript(flags.save) };
  const terminal = createTerminal({ driver, input: process.stdin, output: process.stdout, as: flags.as, ...transcript });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => terminal.leave());
  await terminal.run();
  await driver.close();
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    const known = error instanceof StartProblem || (error instanceof Error && error.name === 'StoreInUseError');
    process.stderr.write(`${known ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
    process.exit(1);
  },
);
