// The composition root: with an account configured the house runs on its channel, with none in the simulator's page and this terminal.
import { fstatSync } from 'node:fs';
import { join } from 'node:path';
import { wallClock } from './clock.ts';
import { createNewsTeller, type NewsTeller } from './commands/channel-news.ts';
import { bindEngine, bindLookUps, programOf, rosterIfEmpty, StartProblem } from './commands/chat-house.ts';
import { createTerminal } from './commands/chat-terminal.ts';
import { createPhones } from './commands/driver-phones.ts';
import { createHouseLook } from './commands/house-look.ts';
import { bindIdentity } from './commands/phone-identity.ts';
import { createSharedDriver } from './commands/shared-driver.ts';
import { mediaFolder, telegramOf } from './commands/telegram-house.ts';
import { openWallHouse } from './commands/wall-house.ts';
import { whatsappOf } from './commands/whatsapp-house.ts';
import { type Config, configOrExit } from './config.ts';
import { createLog, type Log } from './log.ts';
import { describeError } from './runtime/process-inbox.ts';
import { openLowdbStore } from './store/lowdb/lowdb-store.ts';
import { createChatLog } from './web/chat-log.ts';
import { healthRoutes } from './web/health-routes.ts';
import { operationsRoutes } from './web/operations-routes.ts';
import { recordChats } from './web/record-chats.ts';
import { simulatorRoutes } from './web/simulator-routes.ts';
import { telegramWebhook } from './web/telegram-webhook.ts';
import { startWebServer, type WebServer } from './web/web-server.ts';
import { whatsappRoutes } from './web/whatsapp-routes.ts';

const usualPort = 8080;
/** Where nobody asked for a port, one that is taken is no reason not to start. */
const portsTried = 20;

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

/**
 * Resolves when the operator wants us to end. Listens on: npm passes a Ctrl+C on that the terminal has sent us already, and a second one
 * that nobody hears ends the process in the middle of its stop.
 */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => resolve());
  });
}

const madeFolder = ({ data }: Config): string => join(data, 'made');

function listen({ web }: Config, log: Log, routes: Parameters<typeof startWebServer>[0]['routes']): Promise<WebServer> {
  const { host, port } = web;
  return startWebServer({ host, port: port ?? usualPort, tryNext: port === undefined ? portsTried : 0, routes, log });
}

/** With no accounts configured: the simulator, in a page and, where somebody types, in this terminal, on the database of the house. */
async function simulate(config: Config, log: Log, stopped: Promise<void>): Promise<void> {
  const program = programOf(config);
  const driver = createSharedDriver({
    openStore: () => openLowdbStore({ dir: config.data, log, mode: 'write' }),
    engine: bindEngine(program),
    lookUps: bindLookUps(program, config.data),
    identity: bindIdentity(program),
    roster: rosterIfEmpty(config.roster),
    now: config.now ?? wallClock.now(),
    wallNow: () => wallClock.now(),
    phones: () => createPhones(join(config.data, 'simulator', 'phones.jsonl')),
    log,
  });
  // What was pending is shown at once, so whoever records the chats has to be listening before the driver starts.
  const chatLog = createChatLog(join(config.data, 'simulator', 'chats.jsonl'));
  const unrecord = recordChats(driver, chatLog);
  const pending = await driver.start();
  let web: WebServer | undefined;
  try {
    const look = createHouseLook({
      config,
      clock: { now: () => driver.now() },
      health: () => driver.look((still) => still.store().health()),
      traffic: () => ({}),
      channels: () => ({}),
    });
    web = await listen(config, log, [
      simulatorRoutes({ driver, program, chatLog, mediaFolder, madeFolder: madeFolder(config) }),
      operationsRoutes({ texts: program.texts, look }),
      healthRoutes(look),
    ]);
    process.stdout.write(`La página del simulador: ${web.url}\n`);
    if (!someoneTypes()) return await stopped;
    const face = { ...driver, start: async () => pending };
    const terminal = createTerminal({ driver: face, input: process.stdin, output: process.stdout });
    void stopped.then(() => terminal.leave());
    await terminal.run();
  } finally {
    await web?.stop();
    unrecord();
    await driver.close();
  }
}

/** On the platforms that are configured, by the wall clock, until it is told to stop. */
async function serve(config: Config, log: Log, stopped: Promise<void>): Promise<void> {
  const program = programOf(config);
  const failed = Promise.withResolvers<never>();
  const common = { clock: wallClock, log, failed: failed.reject, madeFolder: madeFolder(config) };
  const telegram = config.telegram && telegramOf({ settings: config.telegram, program, ...common });
  let news: NewsTeller | undefined;
  const whatsapp =
    config.whatsapp && whatsappOf({ settings: config.whatsapp, ...common, changed: (status) => news?.changed(status) });
  const house = await openWallHouse({
    config,
    program,
    channels: [telegram, whatsapp].filter((channel) => channel !== undefined),
    clock: wallClock,
    log,
    broken: failed.reject,
    botName: telegram?.botName,
  });
  if (whatsapp) {
    const { store, runtime } = house;
    news = createNewsTeller({
      clock: wallClock,
      operators: config.operators,
      roster: () => store.readRoster(),
      tell: runtime.tell,
    });
    news.changed(whatsapp.status());
  }
  let web: WebServer | undefined;
  try {
    const look = createHouseLook({
      config,
      clock: wallClock,
      health: () => house.store.health(),
      traffic: house.runtime.traffic,
      channels: () => ({
        ...(telegram && { telegram: telegram.health() }),
        ...(whatsapp && { whatsapp: whatsapp.health() }),
      }),
      whatsapp,
    });
    const webhook = config.telegram?.webhook;
    const routes = [
      healthRoutes(look),
      operationsRoutes({ texts: program.texts, look }),
      ...(webhook && telegram
        ? [telegramWebhook({ path: new URL(webhook.url).pathname, secret: webhook.secret, accept: telegram.accept })]
        : []),
      ...(whatsapp
        ? [
            whatsappRoutes({
              texts: program.texts,
              status: whatsapp.status,
              offer: whatsapp.offer,
              waiting: async () => (await house.store.health()).outbox,
            }),
          ]
        : []),
    ];
    web = await listen(config, log, routes);
    if (telegram)
      log.info(
        { mode: webhook === undefined ? 'polling' : 'webhook', health: `${web.url}health`, page: `${web.url}operacion` },
        'Luciérnaga is on Telegram',
      );
    if (whatsapp) log.info({ page: `${web.url}whatsapp`, health: `${web.url}health` }, 'Luciérnaga goes to WhatsApp');
    await Promise.race([stopped, failed.promise]);
  } finally {
    news?.stop();
    await house.stop();
    // A browser that is cut off while it writes loses the link.
    await whatsapp?.stop();
    await web?.stop();
  }
}

async function main(): Promise<void> {
  const stopped = stopSignal();
  const config = configOrExit();
  const { telegram, whatsapp, logLevel } = config;
  if (telegram === undefined && whatsapp === undefined) await simulate(config, createLog(logLevel ?? 'warn'), stopped);
  else await serve(config, createLog(logLevel ?? 'info'), stopped);
}

/** What we did not expect: where it happened, not what it says, which may quote a person. */
function endUnexpectedly(error: unknown): never {
  const { error: name, where } = describeError(error);
  const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
  process.stderr.write([`The house ended: ${name}${code}`, ...where, ''].join('\n'));
  process.exit(1);
}

// A rejection that nobody hears comes here as well; those of a vendor are its channel's to hear.
process.on('uncaughtException', endUnexpectedly);

main().then(
  () => process.exit(0),
  (error: unknown) => {
    const known = error instanceof StartProblem || (error instanceof Error && error.name === 'StoreInUseError');
    if (!known) endUnexpectedly(error);
    process.stderr.write(`${(error as Error).message}\n`);
    process.exit(1);
  },
);
