// One driver with several faces: lines one after the other, listeners in step, and looks that never fall into a line.
import { expect, it } from 'vitest';
import type { DriverOutput } from '../../src/commands/driver-output.ts';
import { createSharedDriver, type SharedDriver } from '../../src/commands/shared-driver.ts';
import { createCrashingStore } from '../runtime/crashing-store.ts';
import { echoEngine } from '../runtime/echo-engine.ts';
import { silentLog, smallRoster } from '../runtime/house-fixture.ts';
import { messagesOf, monday, textsOf } from './driver-fixture.ts';

async function openShared(): Promise<SharedDriver> {
  const durable = createCrashingStore();
  const driver = createSharedDriver({
    openStore: async () => durable.open().store,
    engine: async () => echoEngine,
    roster: async () => smallRoster,
    now: monday,
    wallNow: () => monday,
    log: silentLog,
  });
  await driver.start();
  return driver;
}

it('each face gets the outputs of its own lines, in the order in which they were given', async () => {
  const driver = await openShared();
  const [first, second] = await Promise.all([
    driver.line({ from: 'ana', text: 'eco uno' }),
    driver.line({ from: 'bea', text: 'eco dos' }),
  ]);
  expect(textsOf(first)).toEqual(['1 uno', '2 uno']);
  expect(messagesOf(second).map(({ to }) => to)).toEqual(['bea', 'bea']);
  await driver.close();
});

it('a listener hears a line queued, begun, what it shows, and done, whichever face gave it', async () => {
  const driver = await openShared();
  const heard: string[] = [];
  const end = driver.listen({
    queued: ({ input }) => heard.push(`queued ${input !== undefined && 'from' in input ? input.text : '?'}`),
    began: () => heard.push('began'),
    output: (output: DriverOutput) => heard.push('text' in output ? output.text : Object.keys(output).join()),
    done: (_, outputs) => heard.push(`done ${outputs.length}`),
  });
  await Promise.all([driver.line({ from: 'ana', text: 'eco x' }), driver.line('not JSON')]);
  expect(heard).toEqual([
    'queued eco x',
    'queued ?',
    'began',
    '1 x',
    '2 x',
    'done',
    'done 3',
    'began',
    'error,line',
    'done',
    'done 2',
  ]);
  end();
  await driver.line({ from: 'ana', text: 'eco y' });
  expect(heard).toHaveLength(11);
  await driver.close();
});

it('advances to the next thing that falls due, and does nothing where nothing is', async () => {
  const driver = await openShared();
  expect(await driver.advanceToNext()).toEqual([]);
  await driver.line({ from: 'ana', text: 'recuerda 3600' });
  expect(textsOf(await driver.advanceToNext())).toEqual(['te recuerdo 3600']);
  expect(driver.now()).toBe('2026-03-02T16:00:00.000Z');
  await driver.close();
});

it('can be looked at while it starts again from its store', async () => {
  const driver = await openShared();
  const restarted = driver.line({ restart: true });
  expect(driver.now()).toBe('2026-03-02T15:00:00.000Z');
  expect(await driver.look((still) => still.persons().length)).toBe(3);
  await restarted;
  await Promise.all([driver.close(), driver.close()]);
});

it('a look that fails is told to whoever asked, and the next line is served', async () => {
  const driver = await openShared();
  const look = driver.look(() => {
    throw new Error('no');
  });
  await expect(look).rejects.toThrow('no');
  expect(textsOf(await driver.line({ from: 'ana', text: 'eco x' }))).toEqual(['1 x', '2 x']);
  await driver.close();
});
