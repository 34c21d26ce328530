// The browser of the linked device: found, asked for its version, and ended for good.
import { type ChildProcess, execFile } from 'node:child_process';
import { chmodSync, existsSync, lstatSync, mkdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';

const usual = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/snap/bin/chromium'];

/** Undefined where this computer has none. */
export function findChromium(given: string | undefined): string | undefined {
  return (given === undefined ? usual : [given]).find((path) => existsSync(path));
}

/** Rejects where the file is no browser that runs here. */
export async function versionOf(executable: string): Promise<string> {
  const { stdout } = await promisify(execFile)(executable, ['--version'], { timeout: 30_000 });
  const [version] = /\d+(?:\.\d+)+/.exec(stdout) ?? [];
  if (version === undefined) throw new Error('no version');
  return version;
}

/** As the same browser with a window would say it; the library's own claims to be four years old. */
export function userAgentOf(version: string): string {
  const [major] = version.split('.');
  return `Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${major}.0.0.0 Safari/537.36`;
}

export const usualArgs: readonly string[] = [
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-extensions',
  '--no-first-run',
  // Chromium refuses its own fence to root; without root it stays.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

/** Only its owner may look into it: the profile is the account. */
export function prepareFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
}

/** Chromium leaves alone what it does not know; we know our browsers by it, and whether who started one still lives. */
export const ownerMark = (owner: number): string => `--luciernaga-owner=${owner}`;

/**
 * Id of the browser that has the profile open on this computer; undefined where none has. One whose house is gone is ended, and the marks
 * of dead ones are taken away.
 */
export function heldBy(folder: string): number | undefined {
  const profile = join(folder, 'session');
  const lock = join(profile, 'SingletonLock');
  if (lstatSync(lock, { throwIfNoEntry: false }) === undefined) return undefined;
  const [, host, id] = /^(.*)-(\d+)$/.exec(readlinkSync(lock)) ?? [];
  if (host === hostname() && id !== undefined && isAlive(Number(id))) {
    const owner = ownerOf(Number(id));
    if (owner === undefined || isAlive(owner)) return Number(id);
    process.kill(Number(id), 'SIGKILL');
  }
  for (const name of ['SingletonLock', 'SingletonCookie', 'SingletonSocket']) rmSync(join(profile, name), { force: true });
  return undefined;
}

/** Undefined where it is no browser of ours, or nobody can tell. */
function ownerOf(browser: number): number | undefined {
  try {
    const [, owner] = /--luciernaga-owner=(\d+)/.exec(readFileSync(`/proc/${browser}/cmdline`, 'utf8')) ?? [];
    return owner === undefined ? undefined : Number(owner);
  } catch {
    return undefined;
  }
}

function isAlive(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch {
    return false;
  }
}

const graceMs = 5_000;

/** Resolves when the process is gone. Asked to close it may still be writing the profile: it is given time before it is killed. */
export async function ended(browser: ChildProcess | null, close: () => Promise<unknown>): Promise<void> {
  const isGone = (): boolean => browser === null || browser.exitCode !== null || browser.signalCode !== null;
  const gone = isGone() ? Promise.resolve() : new Promise<void>((resolve) => browser?.once('exit', () => resolve()));
  await Promise.race([close().catch(() => undefined), pause(graceMs)]);
  await Promise.race([gone, pause(graceMs)]);
  if (isGone()) return;
  browser?.kill('SIGKILL');
  await Promise.race([gone, pause(graceMs)]);
}

const pause = (ms: number): Promise<void> => wait(ms, undefined, { ref: false });
