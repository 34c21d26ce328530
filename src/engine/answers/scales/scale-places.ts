// Which places of a scale say how often, so that sayings like "casi no" apply to it.
import type { Vocabulary } from '../../../program/vocabulary-schema.ts';
import { phraseAt, spokenWords } from '../words/phrase-book.ts';
import type { ScaleValue } from './scale.ts';

export const withoutHint = (label: string): string => label.replace(/\s*\([^)]*\)\s*$/, '');

/** Key and level of each place where the scale is one of frequency; only then do sayings like "casi no" apply. */
export function placesOf(scale: readonly ScaleValue[], v: Vocabulary): ReadonlyMap<string, number> | undefined {
  const known = places.get(scale);
  if (known && known.v === v) return known.levels;
  const levels = new Map<string, number>();
  for (const { key, label, value } of scale) {
    const list = spokenWords(withoutHint(label), v.abbreviations);
    const often = phraseAt(list, 0, v.frequency);
    const middle = phraseAt(list, 0, v.closed.measures)?.means === 'middle' ? 2.5 : undefined;
    // "Nada claro" says how clear, and not how often.
    const level = value === null ? undefined : often?.end === list.length ? often.means : middle;
    if (level !== undefined) levels.set(key, level);
  }
  // "No se observó" is the least where the scale has no other.
  const none = scale.find(({ value }) => value === null);
  if (none && ![...levels.values()].includes(1)) levels.set(none.key, 1);
  const found = new Set(levels.values()).size >= 2 ? levels : undefined;
  places.set(scale, { v, levels: found });
  return found;
}
const places = new WeakMap<readonly ScaleValue[], { v: Vocabulary; levels: ReadonlyMap<string, number> | undefined }>();
