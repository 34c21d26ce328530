// Remembers what was worked out for the texts of late: one message is read by many readers, and people use few words.

/** Texts longer than this are worked out anew: they are rare, and would fill the memory. */
const longestText = 400;

/**
 * A pure memo over a text, bounded so that hostile texts cannot fill the memory: two generations of `most` entries,
 * of which the older is dropped when the younger is full. What it gives is shared: whoever changes it copies it first.
 */
export function memoOfText<T>(most: number, workOut: (text: string) => T): (text: string) => T {
  let young = new Map<string, T>();
  let old = new Map<string, T>();
  return (text) => {
    if (text.length > longestText) return workOut(text);
    const fresh = young.get(text);
    if (fresh !== undefined) return fresh;
    const value = old.get(text) ?? workOut(text);
    if (young.size >= most) {
      old = young;
      young = new Map();
    }
    young.set(text, value);
    return value;
  };
}
