// Recognises from its labels that a list of options is a response scale, so that it is read as one.
import type { Scale } from '../../program/content-schema.ts';
import type { Vocabulary } from '../../program/vocabulary-schema.ts';
import { phraseAt, spokenWords } from './phrase-book.ts';
import type { ScaleValue } from './scale.ts';

/** A scale has at least so many places that are named by how often. */
const fewestPlaces = 3;
const withoutHint = (label: string): string => label.replace(/\s*\([^)]*\)\s*$/, '');

/** The scale's values in the order of the labels, with what the programme knows of each; undefined where they are no scale. */
export function scaleFromLabels(labels: readonly string[], known: readonly Scale[], v: Vocabulary): ScaleValue[] | undefined {
  const sounds = labels.map((label) => spokenWords(withoutHint(label), v.abbreviations));
  const alike = (name: string, index: number): boolean =>
    spokenWords(name, v.abbreviations).join(' ') === sounds[index]?.join(' ');
  const levels = sounds.map((list) => {
    const hit = phraseAt(list, 0, v.frequency);
    return hit && hit.end === list.length ? hit.means : undefined;
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
      key: String(index + 1),
      value: isNone ? null : index + 1,
      label: withoutHint(label),
      ...(isNone ? { synonyms: ['n', 'na', 'n a'] } : {}),
    };
  });
}
