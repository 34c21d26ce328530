// npm run whatsapp: links the account from this terminal, says how the link is doing, and ends it.
import { existsSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { renderUnicodeCompact } from 'uqr';
import { findChromium, heldBy } from '../channels/whatsapp/chromium.ts';
import { isUp, type LinkOffer, type WhatsAppStatus } from '../channels/whatsapp/whatsapp-status.ts';
import { wallClock } from '../clock.ts';
import { configOrExit, type WhatsAppSettings } from '../config.ts';
import { createLog } from '../log.ts';
import { endWith } from './end-command.ts';
import { readState, whatsappOf } from './whatsapp-house.ts';

const usage = `npm run whatsapp -- link                   shows a picture to scan with the phone of the account
npm run whatsapp -- link --phone NUMBER    shows a code to type on it instead; NUMBER with its country: 525512345678
npm run whatsapp -- status                 how the link is doing
npm run whatsapp -- forget                 takes the kept session away (first end the link on the phone: Linked devices)`;

const inUse =
  'The bot is running and has the session. It shows the picture itself: open /whatsapp on the page that its log names.';
const notSet = 'WhatsApp is not used here. Put LUCIERNAGA_WHATSAPP=yes into .env.';
const noChromium = 'There is no Chromium on this computer. Install it: sudo apt install chromium';
const risk =
  'An unofficial client may cost the number its account; docs/operacion.md says how to keep that risk small (Spanish).';
/** WhatsApp ends links that nobody completes; so do we. */
const patienceMs = 10 * 60_000;
/** A fresh link is written down by the browser in its own time. */
const settleMs = 5_000;

function show(offer: LinkOffer | undefined): void {
  if (offer === undefined) return;
  const how = 'On the phone: WhatsApp > Linked devices > Link a device';
  if (offer.kind === 'code')
    console.log(`\n${how} > Link with phone number instead, and type:\n\n    ${offer.code.replace(/^(.{4})/, '$1-')}\n`);
  else console.log(`\n${renderUnicodeCompact(offer.content, { border: 2 })}\n\n${how}. The picture is renewed by itself.`);
}

async function link(settings: WhatsAppSettings, phone: string | undefined): Promise<number> {
  if (findChromium(settings.chromium) === undefined) return problem(noChromium);
  if (existsSync(settings.folder) && heldBy(settings.folder) !== undefined) return problem(inUse);
  console.log(risk);
  const done = Promise.withResolvers<WhatsAppStatus | undefined>();
  const channel = whatsappOf({
    settings,
    clock: wallClock,
    log: createLog('silent'),
    linkNumber: phone,
    offered: show,
    changed(status) {
      if (isUp(status) || status.state === 'refused' || status.state === 'noBrowser') done.resolve(status);
    },
  });
  // What arrives meanwhile stays at WhatsApp, and is caught up with when the bot starts.
  await channel.start(async () => 'stranger');
  const late = setTimeout(() => done.resolve(undefined), patienceMs);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done.resolve(undefined));
  const status = await done.promise;
  clearTimeout(late);
  if (status !== undefined && isUp(status)) await new Promise((resolve) => setTimeout(resolve, settleMs));
  await channel.stop();
  if (status === undefined) return problem('Nobody linked it. Repeat this when you have the phone at hand.');
  if (!isUp(status)) return problem(`It could not be linked: ${status.state} (${status.why ?? 'no reason given'}).`);
  console.log(
    `Linked. WhatsApp Web is ${status.build ?? 'of an unknown version'}; ${describeMissing(status)} Start the bot: npm start`,
  );
  return 0;
}

function describeMissing({ missing }: WhatsAppStatus): string {
  const features = Object.keys(missing);
  return features.length === 0 ? 'everything works.' : `this does not work on it: ${features.join(', ')}.`;
}

function sayStatus({ folder }: WhatsAppSettings): number {
  const kept = readState(folder);
  if (kept === undefined) return problem('It was never linked. npm run whatsapp -- link');
  const { state, since, why, build, browser, missing, lastIn, lastOut, restarts } = kept;
  console.log(
    `${heldBy(folder) === undefined ? 'Not running; when it last ran: ' : ''}${state}${why ? ` (${why})` : ''} since ${since}`,
  );
  console.log(`WhatsApp Web ${build ?? '-'}, Chromium ${browser ?? '-'}, started anew ${restarts} times`);
  console.log(`Last message in ${lastIn ?? '-'}, out ${lastOut ?? '-'}`);
  for (const [feature, modules] of Object.entries(missing)) console.log(`Does not work: ${feature} (${modules.join(', ')})`);
  return 0;
}

function forget({ folder }: WhatsAppSettings): number {
  if (existsSync(folder) && heldBy(folder) !== undefined) return problem('The bot is running. Stop it first, and repeat this.');
  rmSync(folder, { recursive: true, force: true });
  console.log('The session is gone from this computer. If the phone still lists it under Linked devices, end it there.');
  return 0;
}

function problem(text: string): number {
  console.error(text);
  return 1;
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { help: { type: 'boolean', short: 'h' }, phone: { type: 'string' } },
  });
  const [deed] = positionals;
  if (values.help || positionals.length !== 1 || !['link', 'status', 'forget'].includes(deed ?? '')) {
    console.log(usage);
    return values.help ? 0 : 1;
  }
  const phone = values.phone?.replace(/\D/g, '');
  if (phone !== undefined && !/^\d{11,15}$/.test(phone))
    return problem('--phone: the number with its country, e.g. 525512345678');
  const { whatsapp } = configOrExit();
  if (whatsapp === undefined) return problem(notSet);
  if (deed === 'status') return sayStatus(whatsapp);
  return deed === 'forget' ? forget(whatsapp) : link(whatsapp, phone);
}

if (import.meta.main) await endWith(main);
