// Reads why a session did not take place.
import type { Vocabulary } from '../../program/vocabulary-schema.ts';

export type NotHeldReason = 'caregiverAbsent' | 'noCover' | 'event' | 'noTime' | 'other';

export function readNotHeldReason(_text: string, _v: Vocabulary): NotHeldReason | undefined {
  throw new Error('not yet written');
}
