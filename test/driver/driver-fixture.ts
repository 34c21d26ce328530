// A driver over a stub engine and a store in memory that outlives restarts, for the tests of its contract.
import { createDriver, type Driver, type DriverParts } from '../../src/commands/driver-core.ts';
import { type DriverMessage, type DriverOutput, isMessage } from '../../src/commands/driver-output.ts';
import { createPhones } from '../../src/commands/driver-phones.ts';
import { createCrashingStore } from '../runtime/crashing-store.ts';
import { echoEngine } from '../runtime/echo-engine.ts';
import { silentLog, smallRoster } from '../runtime/house-fixture.ts';

export const monday = '2026-03-02T09:00:00-06:00';

/** Opening it again over the same `durable` is what a second process with the same --data is. */
export async function openDriver(parts: Partial<DriverParts> = {}): Promise<Driver> {
  const durable = createCrashingStore();
  const phones = createPhones();
  const driver = createDriver({
    openStore: async () => durable.open().store,
    engine: async () => echoEngine,
    roster: async () => smallRoster,
    now: monday,
    wallNow: () => '2026-12-01T00:00:00.345Z',
    phones: () => phones,
    log: silentLog,
    ...parts,
  });
  await driver.start();
  return driver;
}

export const messagesOf = (outputs: readonly DriverOutput[]): DriverMessage[] => outputs.filter(isMessage);
export const textsOf = (outputs: readonly DriverOutput[]): string[] => messagesOf(outputs).map(({ text }) => text);
