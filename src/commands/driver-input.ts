// The lines that the driver understands, checked: what each may hold and what is wrong with one that is not among them.
import { z } from 'zod';
import { durationMs } from './driver-duration.ts';

const id = z.string().min(1).max(200);
const instant = z.iso.datetime({ offset: true, error: 'is not an ISO instant with an offset, e.g. 2026-03-04T09:00:00-06:00' });
const media = z.looseObject({ caption: z.string().optional() });

const personLine = z
  .strictObject({
    from: id,
    id: id.optional(),
    chat: id.optional(),
    mention: z.boolean().optional(),
    replyTo: id.optional(),
    more: z.boolean().optional(),
    text: z.string().min(1).optional(),
    choose: z.string().min(1).optional(),
    of: id.optional(),
    voice: z.looseObject({ seconds: z.number().nonnegative(), transcript: z.string().optional() }).optional(),
    image: media.optional(),
    video: media.optional(),
    document: media.optional(),
    edit: id.optional(),
    revoke: id.optional(),
    react: z.string().min(1).optional(),
    to: id.optional(),
  })
  .superRefine((line, context) => {
    const given = deedsOf(line);
    const problem = given.length === 1 ? missingPart(line) : `needs exactly one of ${deeds.join(', ')}`;
    if (problem !== undefined) context.addIssue({ code: 'custom', message: problem });
  });

const deeds = ['text', 'choose', 'voice', 'image', 'video', 'document', 'edit', 'revoke', 'react'] as const;
type Deed = (typeof deeds)[number];

/** The one thing that the line does; an edit brings the new text along. */
export function deedsOf(line: Partial<Record<Deed, unknown>>): Deed[] {
  return deeds.filter((deed) => line[deed] !== undefined && !(deed === 'text' && line.edit !== undefined));
}

function missingPart(line: Partial<Record<Deed | 'to' | 'of', unknown>>): string | undefined {
  if (line.edit !== undefined && line.text === undefined) return '"edit" needs the new "text"';
  if (line.react !== undefined && line.to === undefined) return '"react" needs "to": the id of a message';
  if (line.to !== undefined && line.react === undefined) return '"to" goes with "react" only';
  if (line.of !== undefined && line.choose === undefined) return '"of" goes with "choose" only';
  return undefined;
}

const schemas = {
  from: personLine,
  now: z.strictObject({ now: instant, id: id.optional() }),
  advance: z.strictObject({
    advance: z.string().refine((text) => durationMs(text) !== undefined, 'is not an exact ISO duration, e.g. P1D, PT8H, PT30S'),
    id: id.optional(),
  }),
  receipt: z.strictObject({ receipt: id, status: z.enum(['delivered', 'read']), id: id.optional() }),
  group: z.strictObject({ group: id, members: z.array(id).min(1), title: z.string().min(1).optional(), id: id.optional() }),
  phone: z.strictObject({ phone: id, number: z.string().min(8).max(20).optional(), id: id.optional() }),
  restart: z.strictObject({ restart: z.literal(true), id: id.optional() }),
} as const;

export type PersonLine = z.infer<typeof personLine>;
export type ClockLine = z.infer<typeof schemas.now> | z.infer<typeof schemas.advance>;
export type ReceiptLine = z.infer<typeof schemas.receipt>;
export type GroupLine = z.infer<typeof schemas.group>;
/** A phone that is nobody's own: `from` may name it afterwards. `number`: what its platform shows of it. */
export type PhoneLine = z.infer<typeof schemas.phone>;
export type RestartLine = z.infer<typeof schemas.restart>;
export type DriverInput = PersonLine | ClockLine | ReceiptLine | GroupLine | PhoneLine | RestartLine;

/** A line that cannot be taken, in a sentence for whoever wrote it. */
export class BadLine extends Error {}

/** Throws BadLine. */
export function parseInput(line: string): DriverInput {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new BadLine(line.trim() === '' ? 'the line is empty' : 'the line is not JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new BadLine('the line is not a JSON object');
  const kinds = (Object.keys(schemas) as (keyof typeof schemas)[]).filter((key) => key in value);
  const kind = kinds[0];
  if (kind === undefined || kinds.length > 1) throw new BadLine(`a line has exactly one of ${Object.keys(schemas).join(', ')}`);
  const result = schemas[kind].safeParse(value);
  if (result.success) return result.data;
  throw new BadLine(
    result.error.issues.map(({ path, message }) => (path.length > 0 ? `"${path.join('.')}" ${message}` : message)).join('; '),
  );
}
