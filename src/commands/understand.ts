// npm run understand: how the bot reads what people write, one JSON object a line, for whoever writes its words.
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { configOrExit } from '../config.ts';
import { type TextToRead, understandText } from '../engine/understand-text.ts';
import type { Program } from '../program/program.ts';
import { programOf } from './chat-house.ts';

export const usage = `npm run --silent understand     reads JSON lines from standard input and answers each with one
{"kind":"choice","question":"…","options":["…"],"multi":false,"text":"…"}
{"kind":"when","text":"…","now":"2026-03-02T15:00:00Z","tz":"America/Mexico_City"}
{"kind":"names","text":"…","known":["…"]}
{"kind":"yesno"|"number"|"duration","text":"…"}`;

const isZone = (name: string): boolean => {
  try {
    return Intl.DateTimeFormat('en', { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
};

const Line = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('choice'),
    question: z.string().optional(),
    options: z.array(z.string().min(1)).min(1).max(100),
    multi: z.boolean().optional(),
    text: z.string(),
  }),
  z.object({
    kind: z.literal('when'),
    text: z.string(),
    now: z.iso.datetime({ offset: true }),
    tz: z.string().refine(isZone, 'no such IANA time zone'),
  }),
  z.object({ kind: z.literal('names'), text: z.string(), known: z.array(z.string()).optional() }),
  z.object({ kind: z.enum(['yesno', 'number', 'duration']), text: z.string() }),
]);

/** The answer as JSON; of a line that cannot be read, what is wrong with it. */
export function answerLine(line: string, program: Program): string {
  let parsed: unknown;
  try {
    parsed = JSON.parse(line);
  } catch (error) {
    return JSON.stringify({ error: `not JSON: ${error instanceof Error ? error.message : String(error)}` });
  }
  const asked = Line.safeParse(parsed);
  if (!asked.success) {
    const wrong = asked.error.issues.map(({ path, message }) => (path.length ? `${path.join('.')}: ${message}` : message));
    return JSON.stringify({ error: wrong.join('; ') });
  }
  return JSON.stringify(understandText(asked.data satisfies TextToRead, program));
}

if (import.meta.main) {
  if (process.argv.some((word) => word === '--help' || word === '-h')) console.log(usage);
  else {
    const program = programOf(configOrExit());
    for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY }))
      process.stdout.write(`${answerLine(line, program)}\n`);
  }
}
