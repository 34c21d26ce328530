// The flags of `npm run chat`.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { type SimulatedPlatform, simulatedPlatforms } from '../channels/simulator/simulated-platform.ts';
import { StartProblem } from './chat-house.ts';

export interface ChatFlags {
  json: boolean;
  roster: string[];
  data: string | undefined;
  now: string | undefined;
  platform: SimulatedPlatform;
  save: string | undefined;
  /** Id of the person to begin with. */
  as: string | undefined;
  /** Which reader took each message is told on standard error. */
  heard: boolean;
  help: boolean;
}

export const chatUsage = `Talk to the bot as any person of the roster.

  npm run chat                              in the terminal
  npm run --silent chat -- --json           for machines: one JSON object a line, in and out

  --roster FILE       a roster file or folder (may be given several times); default: the demonstration roster
  --data DIR          keep the conversation in this folder; default: a temporary one, removed at the end
  --now ISO           where the clock starts, e.g. 2026-03-02T09:00:00-06:00
  --channel NAME      whatsapp or telegram: show messages within the limits of that platform
  --as ID             the person to begin with
  --heard             tell on standard error which reader took each message
  --save FILE.chat    write the conversation down as a transcript
`;

const instant = z.iso.datetime({ offset: true });

/** Throws StartProblem. */
export function parseFlags(args: string[]): ChatFlags {
  const { values } = parse(args);
  const problems: string[] = [];
  const platform = simulatedPlatforms.find((one) => one === (values.channel ?? 'simulator'));
  if (platform === undefined) problems.push(`--channel ${values.channel}: write whatsapp or telegram.`);
  if (values.now !== undefined && !instant.safeParse(values.now).success) {
    problems.push(`--now ${values.now}: write an instant with its offset, e.g. 2026-03-02T09:00:00-06:00.`);
  }
  if (values.json && values.save !== undefined) problems.push('--save goes with the terminal, not with --json.');
  if (platform === undefined || problems.length > 0) throw new StartProblem(problems.join('\n'));
  return {
    json: values.json ?? false,
    roster: (values.roster ?? []).map((path) => resolve(path)),
    data: values.data === undefined ? undefined : resolve(values.data),
    now: values.now,
    platform,
    save: values.save,
    as: values.as,
    heard: values.heard ?? false,
    help: values.help ?? false,
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        json: { type: 'boolean' },
        roster: { type: 'string', multiple: true },
        data: { type: 'string' },
        now: { type: 'string' },
        channel: { type: 'string' },
        save: { type: 'string' },
        as: { type: 'string' },
        heard: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new StartProblem(`${error instanceof Error ? error.message : String(error)}\n\n${chatUsage}`);
  }
}
