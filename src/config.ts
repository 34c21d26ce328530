// The environment as a checked Config; the only reader of process.env. Every problem is reported at once.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { closest, distance } from 'fastest-levenshtein';
import { z } from 'zod';

export const projectRoot = resolve(import.meta.dirname, '..');
const prefix = 'LUCIERNAGA_';

const path = z.string().transform((given) => resolve(projectRoot, given));

function wholeNumber(least: number, most: number) {
  const what = `a whole number from ${least} to ${most}`;
  return z
    .string()
    .regex(/^\d{1,5}$/, what)
    .transform(Number)
    .refine((number) => number >= least && number <= most, what);
}

const settings = z.object({
  LUCIERNAGA_DATA: path.default(resolve(projectRoot, 'data/run')),
  LUCIERNAGA_ROSTER: z
    .string()
    .default('data/demo')
    .transform((given) => given.split(',').map((part) => resolve(projectRoot, part.trim())))
    .refine(
      (paths) => paths.every((one) => existsSync(one)),
      'there is no such file or folder; name a folder with centres.csv and people.csv',
    ),
  LUCIERNAGA_CONTENT: path
    .refine((folder) => existsSync(folder), 'there is no such folder; name one like content/es-MX')
    .default(resolve(projectRoot, 'content/es-MX')),
  LUCIERNAGA_LOG: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], 'not a level; write one of debug, info, warn, error, silent')
    .optional(),
  LUCIERNAGA_NOW: z.iso
    .datetime({ offset: true, error: 'not an instant with an offset; write it as 2026-03-02T09:00:00-06:00' })
    .optional(),
  LUCIERNAGA_TELEGRAM_TOKEN: z
    .string()
    .regex(/^\d{5,}:[\w-]{20,}$/, 'not the token of a bot; copy the whole line that @BotFather gave you')
    .optional(),
  LUCIERNAGA_TELEGRAM_WEBHOOK: z.url({ protocol: /^https$/, error: 'not an https address' }).optional(),
  LUCIERNAGA_TELEGRAM_SECRET: z
    .string()
    .regex(/^[\w-]{16,256}$/, 'a secret has 16 to 256 letters, digits, _ or -')
    .optional(),
  LUCIERNAGA_TELEGRAM_API: z.url({ protocol: /^https?$/, error: 'not a web address' }).default('https://api.telegram.org'),
  LUCIERNAGA_WHATSAPP: z.enum(['yes', 'no'], 'write yes or no').default('no'),
  LUCIERNAGA_CHROMIUM: path
    .refine((file) => existsSync(file), 'there is no such program; "apt install chromium" brings one that is found by itself')
    .optional(),
  LUCIERNAGA_WHATSAPP_PER_MINUTE: wholeNumber(1, 60).default(20),
  LUCIERNAGA_WHATSAPP_PER_DAY: wholeNumber(1, 1000).default(200),
  LUCIERNAGA_WHATSAPP_MEGABYTES: wholeNumber(0, 16).default(5),
  LUCIERNAGA_PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'a port is a number from 1 to 65535')
    .transform(Number)
    .refine((port) => port <= 65_535, 'a port is a number from 1 to 65535')
    .optional(),
  LUCIERNAGA_HOST: z.string().default('127.0.0.1'),
  LUCIERNAGA_OPERATORS: z
    .string()
    .default('')
    .transform((given) =>
      given
        .split(',')
        .map((id) => id.trim())
        .filter((id) => id !== ''),
    ),
});

/** Never shown, not even where they are wrong. */
const secrets = ['LUCIERNAGA_TELEGRAM_TOKEN', 'LUCIERNAGA_TELEGRAM_SECRET'];

export interface Config {
  /** Folder of the embedded database. */
  data: string;
  /** Files or folders of the roster that is imported into an empty store. */
  roster: string[];
  content: string;
  logLevel: string | undefined;
  /** Where the virtual clock of a demonstration starts. */
  now: string | undefined;
  /** With none of the two the bot runs in the simulator. */
  telegram: TelegramSettings | undefined;
  whatsapp: WhatsAppSettings | undefined;
  web: {
    host: string;
    /** Undefined: the first free one from 8080 on. */
    port: number | undefined;
  };
  /** Ids of the persons who are told of what fails for good; empty for the coordinators. */
  operators: string[];
}

export interface TelegramSettings {
  token: string;
  apiRoot: string;
  /** Undefined: long polling. */
  webhook: { url: string; secret: string } | undefined;
}

export interface WhatsAppSettings {
  /** Where the session is kept; whoever has it is the account. */
  folder: string;
  /** Undefined: the system's own Chromium. */
  chromium: string | undefined;
  perMinute: number;
  /** Of what leaves unasked, once the number is known. */
  perDay: number;
  /** Heavier files go as a link where there is one. */
  mostMegabytes: number;
}

export type ConfigResult = { ok: true; config: Config } | { ok: false; problems: string[] };

export function checkConfig(environment: Readonly<Record<string, string | undefined>>): ConfigResult {
  // In a .env file "NAME=" is how a setting is left out.
  const given = Object.fromEntries(
    Object.entries(environment).filter(([name, value]) => name.startsWith(prefix) && value !== ''),
  );
  const problems = Object.keys(given)
    .filter((name) => !(name in settings.shape))
    .map(unknownSetting);
  const parsed = settings.safeParse(given);
  if (!parsed.success) {
    problems.push(
      ...parsed.error.issues.map(({ path: [name], message }) => `${String(name)}="${shown(String(name), given)}": ${message}.`),
    );
  }
  problems.push(...webhookProblems(given));
  if (!parsed.success || problems.length > 0) return { ok: false, problems };
  const { data } = parsed;
  return {
    ok: true,
    config: {
      data: data.LUCIERNAGA_DATA,
      roster: data.LUCIERNAGA_ROSTER,
      content: data.LUCIERNAGA_CONTENT,
      logLevel: data.LUCIERNAGA_LOG,
      now: data.LUCIERNAGA_NOW,
      telegram: telegramSettings(data),
      whatsapp: whatsappSettings(data),
      web: { host: data.LUCIERNAGA_HOST, port: data.LUCIERNAGA_PORT },
      operators: data.LUCIERNAGA_OPERATORS,
    },
  };
}

const shown = (name: string, given: Record<string, string | undefined>): string =>
  secrets.includes(name) ? '***' : (given[name] ?? '');

function webhookProblems(given: Record<string, string | undefined>): string[] {
  const has = (name: string): boolean => given[`${prefix}TELEGRAM_${name}`] !== undefined;
  const problems: string[] = [];
  if ((has('WEBHOOK') || has('SECRET')) && !has('TOKEN'))
    problems.push('LUCIERNAGA_TELEGRAM_TOKEN is missing: webhook and secret are of no use without it.');
  if (has('WEBHOOK') && !has('SECRET'))
    problems.push(
      'LUCIERNAGA_TELEGRAM_SECRET is missing: with a webhook, anybody could write in the name of Telegram without it.',
    );
  return problems;
}

function telegramSettings(data: z.infer<typeof settings>): TelegramSettings | undefined {
  const { LUCIERNAGA_TELEGRAM_TOKEN: token, LUCIERNAGA_TELEGRAM_WEBHOOK: url, LUCIERNAGA_TELEGRAM_SECRET: secret } = data;
  if (token === undefined) return undefined;
  const webhook = url === undefined || secret === undefined ? undefined : { url, secret };
  return { token, apiRoot: data.LUCIERNAGA_TELEGRAM_API, webhook };
}

function whatsappSettings(data: z.infer<typeof settings>): WhatsAppSettings | undefined {
  if (data.LUCIERNAGA_WHATSAPP === 'no') return undefined;
  return {
    folder: resolve(data.LUCIERNAGA_DATA, 'whatsapp'),
    chromium: data.LUCIERNAGA_CHROMIUM,
    perMinute: data.LUCIERNAGA_WHATSAPP_PER_MINUTE,
    perDay: data.LUCIERNAGA_WHATSAPP_PER_DAY,
    mostMegabytes: data.LUCIERNAGA_WHATSAPP_MEGABYTES,
  };
}

function unknownSetting(name: string): string {
  const known = Object.keys(settings.shape);
  const near = closest(name, known);
  const meant = distance(name, near) <= 3 ? `did you mean ${near}?` : `the settings are ${known.join(', ')}.`;
  return `${name} is not a setting; ${meant}`;
}

/** The environment with what .env adds to it; what is already set wins. */
export function readEnvironment(): Readonly<Record<string, string | undefined>> {
  const file = resolve(projectRoot, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
  return process.env;
}

/** Says what is wrong on standard error and ends the process with 1. */
export function configOrExit(): Config {
  const result = checkConfig(readEnvironment());
  if (result.ok) return result.config;
  process.stderr.write(
    `The settings are not right (see .env.example):\n${result.problems.map((problem) => `  ${problem}\n`).join('')}`,
  );
  process.exit(1);
}
