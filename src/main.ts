// The composition root: settings, store, roster, program and channel become a running house; the only file that names adapters together.
import { fstatSync } from 'node:fs';
import { join } from 'node:path';
import { createSimulatorChannel } from './channels/simulator/simulator-channel.ts';
import { wallClock } from './clock.ts';
import { bindEngine, programOf, rosterIfEmpty, StartProblem } from './commands/chat-house.ts';
import { createTerminal } from './commands/chat-terminal.ts';
import { createDriver } from './commands/driver-core.ts';
import { createPhones } from './commands/driver-phones.ts';
import { type Config, configOrExit } from './config.ts';
import { createLog, type Log } from './log.ts';
import { readAddressBook } from './runtime/address-book.ts';
import { startRuntime } from './runtime/runtime.ts';
import { openLowdbStore } from './store/lowdb/lowdb-store.ts';

/** Somebody may type: a terminal, or a pipe or file with lines. /dev/null is none of them. */
function someoneTypes(): boolean {
  if (process.stdin.isTTY) return true;
  try {
    const input = fstatSync(0);
    return input.isFIFO() || input.isSocket() || input.isFile();
  } catch {
    return false;
  }
}

/** Resolves when the operator wants us to end. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}

/** With no accounts configured: the simulator, in this terminal, on the database of the house. */
async function chatHere(config: Config, log: Log, stopped: Promise<void>): Promise<void> {
  const driver = createDriver({
    openStore: () => openLowdbStore({ dir: config.data, log, mode: 'write' }),
    engine: bindEngine(programOf(config)),
    roster: rosterIfEmpty(config.roster),
    now: config.now ?? wallClock.now(),
    wallNow: () => wallClock.now(),
    phones: () => createPhones(join(config.data, 'simulator', 'phones.jsonl')),
    log,
  });
  const terminal = createTerminal({ driver, input: process.stdin, output: process.stdout });
  void stopped.then(() => terminal.leave());
  await terminal.run();
  await driver.close();
}

/** Without anybody at the keyboard: works by the wall clock until it is told to stop. */
async function serve(config: Config, log: Log, stopped: Promise<void>): Promise<void> {
  const program = programOf(config);
  const store = await openLowdbStore({ dir: config.data, log, mode: 'write' });
  try {
    const roster = await rosterIfEmpty(config.roster)(await store.readRoster());
    if (roster !== undefined) await store.importRoster(roster);
    const channel = createSimulatorChannel({
      platform: 'simulator',
      shown: ({ id }) => log.info({ message: id }, 'shown to nobody'),
    });
    const failed = Promise.withResolvers<never>();
    const runtime = await startRuntime({
      store,
      engine: await bindEngine(program)(store),
      book: await readAddressBook(store),
      channels: [channel],
      clock: wallClock,
      log,
      pace: 'wall',
      broken: failed.reject,
    });
    log.info({ folder: config.data }, 'Luciérnaga is running without a channel; talk to it with "npm start" in a terminal');
    // Timers alone would let the process end when nothing is due.
    const alive = setInterval(() => {}, 60_000);
    try {
      await Promise.race([stopped, failed.promise]);
    } finally {
      clearInterval(alive);
      await runtime.stop();
    }
  } finally {
    await store.close();
  }
}

async function main(): Promise<void> {
  const stopped = stopSignal();
  const config = configOrExit();
  if (someoneTypes()) await chatHere(config, createLog(config.logLevel ?? 'warn'), stopped);
  else await serve(config, createLog(config.logLevel ?? 'info'), stopped);
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    const known = error instanceof StartProblem || (error instanceof Error && error.name === 'StoreInUseError');
    process.stderr.write(`${known ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
    process.exit(1);
  },
);
