// Checks of what is written by hand: settings, flows and content, and the video files that the tips name.
import type { ConfigResult } from '../../config.ts';
import type { LoadResult } from '../../program/load-program.ts';
import { formatProblem, type Problem } from '../../program/problem.ts';
import type { Program } from '../../program/program.ts';
import { counted, type Finding, someOf } from './finding.ts';

export function checkSettings(result: ConfigResult): Finding {
  const name = 'Settings';
  if (result.ok) return { name, state: 'ok', result: 'can be used.' };
  const todo = 'Correct .env (or the environment, which wins over it); .env.example explains each setting.';
  return {
    name,
    state: 'failed',
    result: [counted(result.problems.length, 'problem', 'problems'), ...result.problems].join('\n'),
    todo,
  };
}

/** `mistakes`: what `npm run check` finds beyond what keeps the bot from starting. */
export function checkProgram(loaded: LoadResult, mistakes: readonly Problem[]): Finding {
  const name = 'Flows and content';
  if (!loaded.ok) {
    const shown = loaded.problems.slice(0, 5).map(formatProblem);
    return { name, state: 'failed', result: ['cannot be used.', ...shown].join('\n'), todo: 'npm run check lists everything.' };
  }
  const serious = mistakes.filter(({ severity }) => severity !== 'advice').length;
  if (serious > 0) {
    return {
      name,
      state: 'warning',
      result: `${counted(serious, 'thing', 'things')} to mend.`,
      todo: 'npm run check lists them.',
    };
  }
  const { flows, tips } = loaded.program;
  return { name, state: 'ok', result: `${Object.keys(flows).length} flows, ${tips.length} tips.` };
}

/** Bots may not send larger files (Bot API, "Sending files"). */
const mostMegabytes = 50;

/** `sizeOf`: bytes of a file in the media folder, undefined where it is missing. */
export function checkMedia({ tips }: Pick<Program, 'tips'>, sizeOf: (file: string) => number | undefined): Finding {
  const name = 'Videos';
  const files = [...new Set(tips.flatMap(({ video }) => video.file ?? []))];
  const missing = files.filter((file) => sizeOf(file) === undefined);
  if (missing.length > 0) {
    const todo = 'Copy them there, or give the tip a link instead, in videoteca.yaml.';
    return { name, state: 'failed', result: `not in data/media: ${someOf(missing)}.`, todo };
  }
  const large = files.filter((file) => (sizeOf(file) ?? 0) > mostMegabytes * 1e6);
  if (large.length > 0) {
    const todo = 'Make them smaller; for phones with little data 5 MB are plenty.';
    return { name, state: 'failed', result: `larger than the ${mostMegabytes} MB that Telegram takes: ${someOf(large)}.`, todo };
  }
  const empty = files.filter((file) => sizeOf(file) === 0);
  if (empty.length > 0) return { name, state: 'failed', result: `empty: ${someOf(empty)}.`, todo: 'Copy them again.' };
  const total = files.reduce((sum, file) => sum + (sizeOf(file) ?? 0), 0);
  const links = tips.filter(({ video }) => video.file === undefined && video.link !== undefined).length;
  const result = `${counted(files.length, 'file', 'files')}, ${(total / 1e6).toFixed(1)} MB together; ${counted(links, 'tip has', 'tips have')} a link instead.`;
  return { name, state: 'ok', result };
}
