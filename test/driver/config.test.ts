// Settings: defaults, and every problem at once with what to do.
import { expect, it } from 'vitest';
import { checkConfig, projectRoot } from '../../src/config.ts';

it('everything has a default, and an empty setting is one left out', () => {
  const result = checkConfig({ PATH: '/bin', LUCIERNAGA_DATA: '' });
  expect(result).toEqual({
    ok: true,
    config: {
      data: `${projectRoot}/data/run`,
      roster: [`${projectRoot}/data/demo`],
      content: `${projectRoot}/content/es-MX`,
      logLevel: undefined,
      now: undefined,
      telegram: undefined,
      whatsapp: undefined,
      web: { host: '127.0.0.1', port: undefined },
      operators: [],
    },
  });
});

it('all problems are reported together, each with what to write instead', () => {
  const result = checkConfig({
    LUCIERNAGA_LOG: 'loud',
    LUCIERNAGA_NOW: 'hoy',
    LUCIERNAGA_ROSTER: '/nowhere',
    LUCIERNAGA_DATTA: 'x',
    LUCIERNAGA_COLOUR: 'x',
  });
  expect(result.ok ? [] : result.problems.toSorted()).toEqual([
    expect.stringMatching(/^LUCIERNAGA_COLOUR is not a setting; the settings are LUCIERNAGA_DATA, LUCIERNAGA_ROSTER, /),
    'LUCIERNAGA_DATTA is not a setting; did you mean LUCIERNAGA_DATA?',
    'LUCIERNAGA_LOG="loud": not a level; write one of debug, info, warn, error, silent.',
    'LUCIERNAGA_NOW="hoy": not an instant with an offset; write it as 2026-03-02T09:00:00-06:00.',
    'LUCIERNAGA_ROSTER="/nowhere": there is no such file or folder; name a folder with centres.csv and people.csv.',
  ]);
});

it('secrets are not shown, not even wrong ones, and a webhook needs its own', () => {
  const result = checkConfig({
    LUCIERNAGA_TELEGRAM_TOKEN: 'my token 12345',
    LUCIERNAGA_TELEGRAM_SECRET: 'short one',
    LUCIERNAGA_TELEGRAM_WEBHOOK: 'http://bot.example.org/telegram',
    LUCIERNAGA_PORT: '99999',
  });
  expect(result.ok ? [] : result.problems.toSorted()).toEqual([
    'LUCIERNAGA_PORT="99999": a port is a number from 1 to 65535.',
    'LUCIERNAGA_TELEGRAM_SECRET="***": a secret has 16 to 256 letters, digits, _ or -.',
    'LUCIERNAGA_TELEGRAM_TOKEN="***": not the token of a bot; copy the whole line that @BotFather gave you.',
    'LUCIERNAGA_TELEGRAM_WEBHOOK="http://bot.example.org/telegram": not an https address.',
  ]);
  const alone = checkConfig({ LUCIERNAGA_TELEGRAM_WEBHOOK: 'https://bot.example.org/telegram' });
  expect(alone.ok ? [] : alone.problems).toEqual([
    'LUCIERNAGA_TELEGRAM_TOKEN is missing: webhook and secret are of no use without it.',
    'LUCIERNAGA_TELEGRAM_SECRET is missing: with a webhook, anybody could write in the name of Telegram without it.',
  ]);
});

it('WhatsApp is used where it is asked for, with careful limits, and its session lies with the data', () => {
  const result = checkConfig({ LUCIERNAGA_WHATSAPP: 'yes', LUCIERNAGA_DATA: '/d', LUCIERNAGA_WHATSAPP_PER_DAY: '50' });
  expect(result.ok && result.config.whatsapp).toEqual({
    folder: '/d/whatsapp',
    chromium: undefined,
    perMinute: 20,
    perDay: 50,
    mostMegabytes: 5,
  });
  const wrong = checkConfig({ LUCIERNAGA_WHATSAPP: 'sí', LUCIERNAGA_WHATSAPP_PER_DAY: '5000', LUCIERNAGA_CHROMIUM: '/nowhere' });
  expect(wrong.ok ? [] : wrong.problems.toSorted()).toEqual([
    'LUCIERNAGA_CHROMIUM="/nowhere": there is no such program; "apt install chromium" brings one that is found by itself.',
    'LUCIERNAGA_WHATSAPP="sí": write yes or no.',
    'LUCIERNAGA_WHATSAPP_PER_DAY="5000": a whole number from 1 to 1000.',
  ]);
});
