// Of several options that are called alike, the one of which another word stands there too: "video, lo hizo la maestra".
import type { Vocabulary } from '../../../program/vocabulary-schema.ts';
import type { SaidClauses } from '../words/said-clauses.ts';
import type { State } from './chosen-so-far.ts';
import { deniedBefore } from './denied-mentions.ts';
import type { MentionIndex } from './option-mentions.ts';
import { emptyWords } from './option-words.ts';

export function settleAlike(said: SaidClauses, index: MentionIndex, v: Vocabulary, s: State): void {
  const ids = [...s.unsettled].filter((id) => !s.left.has(id));
  if (ids.length < 2 || s.taken.size > 0) return;
  const told = ids.filter((id) => {
    const own = index.labels.get(id) ?? [];
    return own.some(
      (word) =>
        !emptyWords.has(word) &&
        !v.negations.has(word) &&
        ids.every((other) => other === id || !index.labels.get(other)?.includes(word)) &&
        said.list.some((spoken, at) => spoken === word && deniedBefore(said, at, 0, v) === undefined),
    );
  });
  const [only] = told;
  if (only === undefined || told.length > 1) return;
  s.unsettled.clear();
  s.taken.add(only);
}
