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
    'LUCIERNAGA_COLOUR is not a setting; the settings are LUCIERNAGA_DATA, LUCIERNAGA_ROSTER, LUCIERNAGA_CONTENT, LUCIERNAGA_LOG, LUCIERNAGA_NOW.',
    'LUCIERNAGA_DATTA is not a setting; did you mean LUCIERNAGA_DATA?',
    'LUCIERNAGA_LOG="loud": not a level; write one of debug, info, warn, error, silent.',
    'LUCIERNAGA_NOW="hoy": not an instant with an offset; write it as 2026-03-02T09:00:00-06:00.',
    'LUCIERNAGA_ROSTER="/nowhere": there is no such file or folder; name a folder with centres.csv and people.csv.',
  ]);
});
