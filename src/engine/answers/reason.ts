// Reads why a session did not take place.
import type { Vocabulary } from '../../program/vocabulary-schema.ts';
import { findPhrases, spokenWords } from './phrase-book.ts';

export type NotHeldReason = 'caregiverAbsent' | 'noCover' | 'event' | 'noTime' | 'other';

const byWeight: readonly NotHeldReason[] = ['noCover', 'event', 'caregiverAbsent', 'noTime', 'other'];

export function readNotHeldReason(text: string, v: Vocabulary): NotHeldReason | undefined {
  const list = spokenWords(text, v.abbreviations);
  const hits = findPhrases(list, v.reasons);
  const longest = Math.max(0, ...hits.map((hit) => hit.end - hit.at));
  // The most telling phrase decides; between equals the one nearer to a cause.
  const telling = new Set(hits.filter((hit) => hit.end - hit.at === longest).map((hit) => hit.means));
  return byWeight.find((reason) => telling.has(reason));
}
