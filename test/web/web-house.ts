// A whole house with the page in front of it, on any free port: real program and engine, the store of the house in a folder of its own.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bindEngine } from '../../src/commands/chat-house.ts';
import { createPhones } from '../../src/commands/driver-phones.ts';
import { createHouseLook } from '../../src/commands/house-look.ts';
import { createSharedDriver, type SharedDriver } from '../../src/commands/shared-driver.ts';
import { openLowdbStore } from '../../src/store/lowdb/lowdb-store.ts';
import { type ChatLog, createChatLog } from '../../src/web/chat-log.ts';
import { operationsRoutes } from '../../src/web/operations-routes.ts';
import { recordChats } from '../../src/web/record-chats.ts';
import { simulatorRoutes } from '../../src/web/simulator-routes.ts';
import { startWebServer, type WebServer } from '../../src/web/web-server.ts';
import { silentLog } from '../runtime/house-fixture.ts';
import { houseProgram, testRoster } from '../support/test-house.ts';

export interface WebHouse {
  driver: SharedDriver;
  chatLog: ChatLog;
  server: WebServer;
  url: string;
  /** As after `npm start` again: same folder, same port. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export async function openWebHouse(now = '2026-03-02T09:00:00-06:00'): Promise<WebHouse> {
  const dir = mkdtempSync(join(tmpdir(), 'luciernaga-web-'));
  const { program } = houseProgram();

  async function open(port: number): Promise<Pick<WebHouse, 'driver' | 'chatLog' | 'server' | 'url'>> {
    const driver = createSharedDriver({
      openStore: () => openLowdbStore({ dir, log: silentLog, mode: 'write' }),
      engine: bindEngine(program),
      roster: async (current) => (current.persons.length > 0 ? undefined : await testRoster()),
      now,
      wallNow: () => now,
      phones: () => createPhones(join(dir, 'simulator', 'phones.jsonl')),
      log: silentLog,
    });
    const chatLog = createChatLog(join(dir, 'simulator', 'chats.jsonl'));
    recordChats(driver, chatLog);
    await driver.start();
    const look = createHouseLook({
      config: { data: dir, telegram: undefined, whatsapp: undefined },
      clock: { now: () => driver.now() },
      health: () => driver.look((still) => still.store().health()),
      traffic: () => ({}),
      channels: () => ({}),
    });
    const routes = [simulatorRoutes({ driver, program, chatLog }), operationsRoutes({ texts: program.texts, look })];
    const server = await startWebServer({ port, routes, log: silentLog });
    return { driver, chatLog, server, url: server.url };
  }

  const house: WebHouse = {
    ...(await open(0)),
    async restart() {
      const { port } = house.server;
      await house.server.stop();
      await house.driver.close();
      Object.assign(house, await open(port));
    },
    async close() {
      await house.server.stop();
      await house.driver.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
  return house;
}
