// npm run doctor: looks at everything that the bot needs, beside a running one and without a trace, and says what to do.
import { statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { findChromium, versionOf } from '../channels/whatsapp/chromium.ts';
import {
  type Config,
  type ConfigResult,
  checkConfig,
  projectRoot,
  readEnvironment,
  type TelegramSettings,
  type WhatsAppSettings,
} from '../config.ts';
import { createLog } from '../log.ts';
import { runChecks } from '../program/checks/all-checks.ts';
import { loadProgram } from '../program/load-program.ts';
import { readRosterFiles } from '../roster/read-roster.ts';
import { lookAtLock } from '../store/lowdb/lock-file.ts';
import { openLowdbStore } from '../store/lowdb/lowdb-store.ts';
import type { RosterImport, StoreHealth } from '../store/store.ts';
import { askTelegram } from './ask-telegram.ts';
import { knownNames } from './check.ts';
import { type Finding, sayFinding, saySummary } from './doctor/finding.ts';
import { checkDisk, checkFolder, checkNode, checkSecretsFile, checkWriter, lookAtFolder } from './doctor/machine-checks.ts';
import { checkMedia, checkProgram, checkSettings } from './doctor/program-checks.ts';
import {
  checkOperators,
  checkPractice,
  checkReach,
  checkRoster,
  checkRosterFiles,
  checkSafeguarding,
  type HouseChannel,
} from './doctor/roster-checks.ts';
import { checkDamage, checkOpening, checkUndelivered, checkWaiting } from './doctor/store-checks.ts';
import { botShape, checkClock, checkToken, checkWebhook, webhookShape } from './doctor/telegram-checks.ts';
import { checkHost, checkPort, checkTraffic, lookAtPorts } from './doctor/web-check.ts';
import { checkChromium, checkLink, checkSession } from './doctor/whatsapp-checks.ts';
import { endWith } from './end-command.ts';
import { readState } from './whatsapp-house.ts';

const usage = `npm run doctor    checks what the bot needs; may be used while it is running. Ends with 1 where something is to mend (✗).
docs/operacion.md explains each line (Spanish).`;

const mediaDir = join(projectRoot, 'data', 'media');

const fileStat = (path: string) => statSync(path, { throwIfNoEntry: false });

/** Each finding as soon as it is known; without usable settings only what needs none. */
export async function* examine(settings: ConfigResult): AsyncIterable<Finding> {
  yield checkNode(process.versions.node);
  yield checkSettings(settings);
  if (!settings.ok) return;
  const { config } = settings;
  const channel = channelOf(config);
  const secrets = checkSecretsFile(fileStat(join(projectRoot, '.env'))?.mode, config.telegram !== undefined);
  if (secrets) yield secrets;

  yield* examineProgram(config);

  const folder = await lookAtFolder(config.data);
  yield checkFolder(folder);
  yield checkDisk(folder);
  const lock = await lookAtLock(config.data).catch(() => ({ kind: 'free' }) as const);
  const running = lock.kind === 'held' || lock.kind === 'elsewhere';
  yield checkWriter(lock, config.data);

  const { health, roster, failed } = folder.hasData ? await readStore(config.data) : {};
  if (failed) yield failed;
  if (health) {
    yield checkDamage(health);
    yield checkWaiting(health, running);
    yield checkUndelivered(health);
  }
  if (!failed) yield* examinePeople(config, roster, channel);

  const outside = checkHost(config.web.host, channel);
  if (outside) yield outside;
  const ports = await lookAtPorts(config.web.host, config.web.port);
  yield checkPort(ports, running);
  const traffic = checkTraffic(ports, running);
  if (traffic) yield traffic;
  if (config.telegram) yield* examineTelegram(config.telegram, running);
  if (config.whatsapp) yield* examineWhatsApp(config.whatsapp, running);
  if (channel === 'simulator') {
    const todo = 'docs/operacion.md tells how to connect it, step by step (Spanish).';
    yield { name: 'Telegram', state: 'ok', result: 'no token is set; the bot runs in the simulator.', todo };
  }
}

function channelOf({ telegram, whatsapp }: Config): HouseChannel {
  if (telegram && whatsapp) return 'telegram or whatsapp';
  return telegram ? 'telegram' : whatsapp ? 'whatsapp' : 'simulator';
}

async function* examineWhatsApp({ chromium, folder }: WhatsAppSettings, running: boolean): AsyncIterable<Finding> {
  const path = findChromium(chromium);
  yield checkChromium(path, path === undefined ? null : await versionOf(path).catch(() => null));
  const session = checkSession(fileStat(folder)?.mode);
  if (session) yield session;
  yield checkLink(readState(folder), running);
}

function* examineProgram(config: Config): Iterable<Finding> {
  const loaded = loadProgram(projectRoot, { flows: 'flows', content: relative(projectRoot, config.content) });
  yield checkProgram(loaded, loaded.ok ? runChecks(loaded.files, loaded.program, knownNames(projectRoot)) : []);
  if (loaded.ok) yield checkMedia(loaded.program, (file) => fileStat(join(mediaDir, file))?.size);
}

async function readStore(dir: string): Promise<{ health?: StoreHealth; roster?: RosterImport; failed?: Finding }> {
  try {
    const store = await openLowdbStore({ dir, log: createLog('silent'), mode: 'read' });
    try {
      return { health: await store.health(), roster: await store.readRoster() };
    } finally {
      await store.close();
    }
  } catch (error) {
    return { failed: checkOpening(error) };
  }
}

/** As the bot does: the files are a beginning, and afterwards the store is the truth. */
async function* examinePeople(config: Config, stored: RosterImport | undefined, channel: HouseChannel): AsyncIterable<Finding> {
  let roster = stored;
  if (roster === undefined || roster.persons.length === 0) {
    const read = await readRosterFiles(config.roster);
    if (!read.ok) {
      const wrong = checkRosterFiles(read.problems);
      if (wrong) yield wrong;
      return;
    }
    roster = read.roster;
    yield checkRoster(roster, 'files', channel);
  } else yield checkRoster(roster, 'store', channel);
  const practice = checkPractice(roster, channel);
  if (practice) yield practice;
  yield checkReach(roster, channel);
  yield checkSafeguarding(roster, channel);
  yield checkOperators(roster, config.operators, channel);
}

async function* examineTelegram(settings: TelegramSettings, running: boolean): AsyncIterable<Finding> {
  const asked = Date.now();
  const bot = await askTelegram(settings, 'getMe', botShape);
  const heard = Date.now();
  yield checkToken(bot);
  if (bot.kind !== 'answered') return;
  yield checkWebhook(await askTelegram(settings, 'getWebhookInfo', webhookShape), settings, running, Date.now());
  yield checkClock(bot.at, asked, heard);
}

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { help: { type: 'boolean', short: 'h' } } });
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const findings: Finding[] = [];
  for await (const finding of examine(checkConfig(readEnvironment()))) {
    findings.push(finding);
    console.log(sayFinding(finding));
  }
  console.log(`\n${saySummary(findings)}`);
  return findings.some(({ state }) => state === 'failed') ? 1 : 0;
}

if (import.meta.main) await endWith(main);
