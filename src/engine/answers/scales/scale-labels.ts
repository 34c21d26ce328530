// Recognises from its labels that a list of options is a response scale, so that it is read as one.
import type { Scale } from '../../../program/content-schema.ts';
import type { Vocabulary } from '../../../program/vocabulary-schema.ts';
import { phraseAt, spokenWords } from '../words/phrase-book.ts';
import type { ScaleValue } from './scale.ts';
import { withoutHint } from './scale-places.ts';

/** A scale has at least so many places that are named by how often. */
const fewestPlaces = 3;

const recognised = new WeakMap<Vocabulary, Map<string, ScaleValue[] | undefined>>();
const mostRecognised = 500;

/** Remembered by the labels: what readers know of a scale they keep by this list. */
export function scaleFromLabels(
  labels: readonly string[],
  known: readonly Scale[],
  v: Vocabulary,
): readonly ScaleValue[] | undefined {
  let shelf = recognised.get(v);
  if (!shelf || shelf.size >= mostRecognised) {
    shelf = new Map();
    recognised.set(v, shelf);
  }
  const called = labels.join('\0');
  if (!shelf.has(called)) shelf.set(called, recognise(labels, known, v));
  return shelf.get(called);
}

/** The scale's values in the order of the labels, with what the programme knows of each; undefined where they are no scale. */
function recognise(shown: readonly string[], known: readonly Scale[], v: Vocabulary): ScaleValue[] | undefined {
  // "1 Nunca", "2 A veces": each with its key in front.
  const keys = shown.map((label) => /^(\d{1,2})[.):\s-]+(?=\p{L})/u.exec(label));
  const keyed = keys.every((key) => key !== null);
  const labels = shown.map((label, i) => (keyed ? label.slice(keys[i]?.[0].length) : label));
  const sounds = labels.map((label) => spokenWords(withoutHint(label), v.abbreviations));
  const alike = (name: string, index: number): boolean =>
    spokenWords(name, v.abbreviations).join(' ') === sounds[index]?.join(' ');
  const levels = sounds.map((list) => {
    const hit = phraseAt(list, 0, v.frequency);
    if (hit && hit.end === list.length) return hit.means;
    // "Regular" between "poco" and "mucho".
    const middle = phraseAt(list, 0, v.closed.measures);
    return middle?.means === 'middle' && middle.end === list.length ? 2.5 : undefined;
  });
  const named = new Set(levels.filter((level) => level !== undefined));
  const own = known.find(({ values }) => labels.every((_, index) => values.some(({ label }) => alike(label, index))));
  if (!own && named.size < fewestPlaces) return undefined;
  return labels.map((label, index) => {
    const value = own?.values.find((one) => alike(one.label, index));
    if (value) return { ...value, label: withoutHint(label) };
    const list = sounds[index] ?? [];
    const isNone = phraseAt(list, 0, v.notApplicable)?.end === list.length;
    return {
      key: keyed ? (keys[index]?.[1] ?? '') : String(index + 1),
      value: isNone ? null : index + 1,
      label: withoutHint(label),
      ...(isNone ? { synonyms: ['n', 'na', 'n a'] } : {}),
    };
  });
}
