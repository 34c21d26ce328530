// Cuts a text that is too long for one message where a reader would pause: paragraph, line, sentence, word.

const pauses: readonly RegExp[] = [/\n\s*\n/g, /\n/g, /(?<=[.!?…])\s+/g, /\s+/g];

/** Nothing but white space at the cuts is lost. Lengths are UTF-16 units, as the platforms count them. */
export function splitText(text: string, maxText: number): string[] {
  const parts: string[] = [];
  let rest = text.trim();
  while (rest.length > maxText) {
    const { end, next } = lastPause(rest, maxText);
    parts.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(next).trimStart();
  }
  if (rest !== '' || parts.length === 0) parts.push(rest);
  return parts;
}

function lastPause(text: string, maxText: number): { end: number; next: number } {
  for (const pause of pauses) {
    let found: { end: number; next: number } | undefined;
    for (const match of text.matchAll(pause)) {
      if (match.index > maxText) break;
      if (match.index > 0) found = { end: match.index, next: match.index + match[0].length };
    }
    // A paragraph of two words followed by a wall of text: cutting there would only make more messages.
    if (found !== undefined && (found.end >= maxText / 3 || pause === pauses.at(-1))) return found;
  }
  const cut = insideSurrogatePair(text, maxText) ? maxText - 1 : maxText;
  return { end: cut, next: cut };
}

function insideSurrogatePair(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return index > 1 && code >= 0xdc00 && code <= 0xdfff;
}
