// What a failed attempt on WhatsApp means for the message: the only place that reads the errors of the library and its page. Nothing of
// them is logged as it is: they may hold words and numbers of people.
import type { SendResult } from '../../domain/outbound-message.ts';
import { failureName } from './session-end.ts';

export interface Failure {
  code: string;
  result: SendResult;
}

/** WhatsApp asks for patience without saying how much. */
const tooManySeconds = 60;

/** Said by the page before anything was written down there: the message surely did not go out. */
const refusals: readonly (readonly [RegExp, string, SendResult])[] = [
  [/rate-overlimit|\b429\b/, 'tooMany', { kind: 'retry', afterSeconds: tooManySeconds }],
  [/invalid wid|not a user wid|group not found/, 'badAddress', { kind: 'rejected', code: 'badAddress' }],
  [/No LID for user|not registered/, 'notOnWhatsApp', { kind: 'blocked' }],
  [/Data passed to getter|upload failed|MediaUpload|mediaObject/i, 'media', { kind: 'rejected', code: 'media' }],
  [/Requiring unknown module|is not a function|Cannot read properties/, 'unfit', { kind: 'rejected', code: 'unfit' }],
];

export function failureOf(error: unknown): Failure {
  const text = error instanceof Error ? error.message : String(error);
  const known = refusals.find(([pattern]) => pattern.test(text));
  if (known !== undefined) return { code: known[1], result: known[2] };
  // The page went away, or said something that we do not know, in the middle of it.
  return { code: failureName(error), result: { kind: 'unsure' } };
}

/** Not in time: it may be on its way. */
export const noAnswer: Failure = { code: 'noAnswer', result: { kind: 'unsure' } };
/** The library delivers and says nothing where it cannot read the key of what it sent. */
export const noMessage: Failure = { code: 'noMessage', result: { kind: 'unsure' } };
/** We were taken out of the group, or only its admins write there. */
export const closedGroup: Failure = { code: 'closedGroup', result: { kind: 'blocked' } };
