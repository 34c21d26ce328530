// One driver for several faces (terminal, JSON, page): lines wait their turn, and whoever listens hears what each causes.
import { createDriver, type Driver, type DriverParts } from './driver-core.ts';
import { type DriverInput, parseInput } from './driver-input.ts';
import type { DriverOutput } from './driver-output.ts';

/** A line on its way through the driver; the same object from `queued` to `done`. */
export interface SharedLine {
  /** Undefined where the line is not one that the driver understands. */
  input: DriverInput | undefined;
  /** UTC, when it was queued. */
  at: string;
}

/** Called in order and at once; whoever listens does not throw. */
export interface DriverListener {
  queued?(line: SharedLine): void;
  began?(line: SharedLine): void;
  /** Before what it shows counts as sent. */
  output?(output: DriverOutput): void;
  done?(line: SharedLine, outputs: readonly DriverOutput[]): void;
}

export interface SharedDriver extends Driver {
  /** Moves the clock to the next thing that falls due; without outputs where nothing is. */
  advanceToNext(): Promise<DriverOutput[]>;
  /** Looks at the driver between two lines, never in the middle of one or of a restart. */
  look<T>(at: (driver: Driver) => T | Promise<T>): Promise<T>;
  /** Returns what ends the listening. */
  listen(listener: DriverListener): () => void;
}

export function createSharedDriver(parts: DriverParts): SharedDriver {
  const listeners = new Set<DriverListener>();
  const driver = createDriver({
    ...parts,
    emit(output) {
      parts.emit?.(output);
      for (const { output: hear } of listeners) hear?.(output);
    },
  });
  let tail: Promise<unknown> = Promise.resolve();
  /** As of the last look between two lines: a restart has no clock in the middle. */
  let now = '';
  let closed: Promise<void> | undefined;

  function inTurn<T>(work: () => T | Promise<T>): Promise<T> {
    const result = tail.then(work);
    // One that fails is told to whoever asked; the next is served all the same.
    tail = result.catch(() => {});
    return result;
  }

  async function serve(line: SharedLine, given: string | object): Promise<DriverOutput[]> {
    for (const { began } of listeners) began?.(line);
    let outputs: DriverOutput[] = [];
    try {
      outputs = [...(await driver.line(given))];
      now = driver.now();
      return outputs;
    } finally {
      for (const { done } of listeners) done?.(line, outputs);
    }
  }

  function queue(given: string | object): SharedLine {
    const line = { input: understood(given), at: now };
    for (const { queued } of listeners) queued?.(line);
    return line;
  }

  return {
    start: () =>
      inTurn(async () => {
        const outputs = await driver.start();
        now = driver.now();
        return outputs;
      }),
    line(given) {
      const line = queue(given);
      return inTurn(() => serve(line, given));
    },
    advanceToNext: () =>
      inTurn(async () => {
        const due = await driver.nextDueAt();
        if (due === undefined) return [];
        // Whole seconds, so that an instant copied from what is shown is not before the clock.
        const target = Math.max(Date.parse(driver.now()), Math.ceil(Date.parse(due) / 1000) * 1000);
        const given = { now: new Date(target).toISOString() };
        return serve(queue(given), given);
      }),
    look: (at) => inTurn(() => at(driver)),
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    now: () => now,
    nextDueAt: () => inTurn(() => driver.nextDueAt()),
    persons: () => driver.persons(),
    zoneOf: (person) => driver.zoneOf(person),
    store: () => driver.store(),
    close() {
      closed ??= inTurn(() => driver.close());
      return closed;
    },
  };
}

function understood(given: string | object): DriverInput | undefined {
  try {
    return parseInput(typeof given === 'string' ? given : JSON.stringify(given));
  } catch {
    return undefined;
  }
}
