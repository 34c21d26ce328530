// Looks names up: with what an author may have meant, and with the keys that stand for all that begin alike.
import { closest, distance } from 'fastest-levenshtein';

/** "Did you mean ...?", or the whole list where nothing is near. */
export function suggestion(name: string, known: Iterable<string>): string {
  const all = [...known].sort();
  if (!all.length) return 'There are none yet.';
  const near = closest(name, all);
  return distance(name, near) <= Math.max(2, name.length / 3) ? `Did you mean "${near}"?` : `Write one of: ${all.join(', ')}.`;
}

/** Keys that end in '*' match all that begin so. */
export function includesKey(keys: Iterable<string>, key: string): boolean {
  for (const known of keys) if (known === key || (known.endsWith('*') && key.startsWith(known.slice(0, -1)))) return true;
  return false;
}
