// Who is to be invited to a platform, and by which link: the table that a coordinator sends on, one private message a person.
import { z } from 'zod';
import type { TelegramSettings } from '../config.ts';
import type { ChannelName, Person, RosterImport } from '../domain/roster.ts';
import { askTelegram } from './ask-telegram.ts';

const hasJoined = ({ addresses }: Person, platform: ChannelName): boolean =>
  addresses.some(({ channel }) => channel === platform);

export function problemOfInviting({ centres, persons }: RosterImport, centre: string | undefined): string | undefined {
  if (persons.length === 0) {
    return 'This data folder has no roster yet. Start the bot once, which imports LUCIERNAGA_ROSTER, or import it: npm run roster -- import FILE...';
  }
  if (centre === undefined || centres.some(({ id }) => id === centre)) return undefined;
  return `There is no centre ${centre}. "npm run roster -- show" lists the ids.`;
}

/** As told on the command line, else as Telegram says that it is called. */
export async function botName(
  given: string | undefined,
  settings: () => TelegramSettings | undefined,
): Promise<{ name: string } | { problem: string }> {
  if (given !== undefined) {
    const name = given.replace(/^@/, '');
    return /^\w{5,32}$/.test(name)
      ? { name }
      : { problem: `--bot ${given} is not the username of a bot, e.g. --bot luciernaga_bot.` };
  }
  const telegram = settings();
  if (telegram === undefined) {
    return {
      problem:
        'The links need the username of the bot. Set LUCIERNAGA_TELEGRAM_TOKEN, or name it: --bot luciernaga_bot (the one that ends in bot).',
    };
  }
  const answer = await askTelegram(telegram, 'getMe', z.object({ username: z.string() }));
  if (answer.kind === 'answered') return { name: answer.result.username };
  const why = answer.kind === 'refused' ? 'Telegram does not accept the token' : `Telegram cannot be reached: ${answer.why}`;
  return { problem: `${why}. "npm run doctor" tells more; with --bot NAME the links can be made without asking.` };
}

export const inviteLink = (bot: string, code: string): string => `https://t.me/${bot}?start=${code}`;

/** Opens the chat with the account of the bot, her code written already. */
export function whatsappInvites(number: string): Inviting | { problem: string } {
  const digits = number.replace(/\D/g, '');
  if (!/^\d{11,15}$/.test(digits)) return { problem: '--whatsapp: the number of the bot with its country, e.g. 525512345678.' };
  return { platform: 'whatsapp', linkOf: (code) => `https://wa.me/${digits}?text=Hola%20${code}` };
}

export const telegramInvites = (bot: string): Inviting => ({ platform: 'telegram', linkOf: (code) => inviteLink(bot, code) });

export interface Inviting {
  platform: ChannelName;
  linkOf(code: string): string;
}

export interface InvitationList {
  columns: string[];
  rows(): AsyncIterable<Record<string, string | boolean>>;
  count: number;
  joined: number;
}

export function invitationRows(
  { persons }: RosterImport,
  parts: Inviting & { centre?: string; all: boolean; codeOf(person: string): string },
): InvitationList {
  const wanted = persons
    .filter(({ active, erasedAt }) => active && erasedAt === null)
    .filter(({ centreId }) => parts.centre === undefined || centreId === parts.centre)
    .toSorted((a, b) => a.id.localeCompare(b.id));
  const invited = wanted.filter((person) => !hasJoined(person, parts.platform));
  const listed = parts.all ? wanted : invited;
  return {
    columns: ['id', 'name', 'link', ...(parts.all ? ['joined'] : [])],
    async *rows() {
      for (const person of listed) {
        const joined = hasJoined(person, parts.platform);
        const link = joined ? '' : parts.linkOf(parts.codeOf(person.id));
        yield { id: person.id, name: person.name, link, ...(parts.all ? { joined } : {}) };
      }
    },
    count: invited.length,
    joined: wanted.length - invited.length,
  };
}

export function describeInvitations(count: number, joined: number, all: boolean): string {
  const others = joined === 0 ? '' : ` ${joined} joined already${all ? '' : ' (--all lists them)'}.`;
  if (count === 0) return `Nobody is left to invite.${others}`;
  return (
    `${count} ${count === 1 ? 'invitation' : 'invitations'}.${others} Each link works once and only for the person on its line: who opens ` +
    'it writes to the bot as her. Send each one in a private message, never to a group, and remove the file afterwards.'
  );
}
