// Checks of WhatsApp: the browser, the link, the build of the page, and who can read the session.
import type { WhatsAppState } from '../../channels/whatsapp/whatsapp-status.ts';
import type { KeptState } from '../whatsapp-house.ts';
import type { Finding } from './finding.ts';

/** `version`: null where the program that was found does not run. */
export function checkChromium(path: string | undefined, version: string | null): Finding {
  const name = 'Chromium';
  if (path === undefined)
    return { name, state: 'failed', result: 'there is none.', todo: 'Install it: sudo apt install chromium' };
  if (version === null)
    return {
      name,
      state: 'failed',
      result: `${path} does not run here.`,
      todo: 'Install the system’s own: sudo apt install chromium',
    };
  return { name, state: 'ok', result: `${version} at ${path}.` };
}

const todos: Partial<Record<WhatsAppState, string>> = {
  linking: 'Scan the picture: open /whatsapp on the page of the bot, or stop the bot and use: npm run whatsapp -- link',
  loggedOut: 'Link it again: open /whatsapp on the page of the bot, or stop the bot and use: npm run whatsapp -- link',
  refused:
    'WhatsApp does not want the account. Look at its phone, and do not insist; docs/operacion.md (WhatsApp) says what else there is.',
  incompatible: 'This build of WhatsApp Web cannot be used. It is tried again each half hour; look for a newer Luciérnaga.',
  noBrowser: 'Install Chromium: sudo apt install chromium',
  recovering: 'It comes back by itself. If this does not pass in some minutes, look at the network.',
};

const mostRestarts = 20;

/** `kept`: what the bot wrote last; undefined where there was never a link. */
export function checkLink(kept: KeptState | undefined, running: boolean): Finding {
  const name = 'WhatsApp';
  if (kept === undefined)
    return { name, state: 'failed', result: 'was never linked.', todo: 'Stop the bot and link it: npm run whatsapp -- link' };
  const { state, since, why, build, missing, restarts } = kept;
  const build_ = build === null ? '' : `; build ${build}`;
  if (!running) {
    const wasLinked = state === 'stopped' || state === 'ready' || state === 'degraded';
    if (wasLinked) return { name, state: 'ok', result: `is linked; the bot is not running${build_}.` };
  }
  const features = Object.keys(missing);
  if (state === 'degraded') {
    const result = `works without ${features.join(', ')}${build_}.`;
    return {
      name,
      state: 'warning',
      result,
      todo: 'Look for a newer Luciérnaga: this build of WhatsApp Web lacks what these need.',
    };
  }
  if (state === 'ready') {
    if (restarts <= mostRestarts) return { name, state: 'ok', result: `works since ${since}${build_}.` };
    const todo = 'Look at the memory of this computer: WhatsApp Web takes up to 1 GB.';
    return { name, state: 'warning', result: `works, and was started anew ${restarts} times${build_}.`, todo };
  }
  const todo = todos[state];
  const result = `${state}${why === null ? '' : ` (${why})`} since ${since}${build_}.`;
  const passes = state === 'recovering' || state === 'starting' || state === 'stopped';
  return { name, state: passes ? 'warning' : 'failed', result, ...(todo !== undefined && { todo }) };
}

/** Whoever reads the session is the account. */
export function checkSession(mode: number | undefined): Finding | undefined {
  if (mode === undefined || (mode & 0o077) === 0) return undefined;
  const todo = 'Only its owner may look into it: chmod -R go= on the folder whatsapp of the data folder.';
  return { name: 'WhatsApp session', state: 'failed', result: 'others on this computer can read it.', todo };
}
