// Her words, cut where they are longer than what is kept.

/** Letters that are kept of an answer in her own words where the step says nothing else. */
export const mostOfWords = 500;

export const clipped = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text;

const longestEcho = 60;

/** Her words as they are told back in one line, inside « ». */
export function shortEcho(value: string): string {
  const said = value.replace(/[«»]/g, '"').replace(/\s+/g, ' ');
  return said.length > longestEcho ? `${said.slice(0, longestEcho).replace(/\s+\S*$/, '')}…` : said;
}

const wordsBefore = 2;

/** Of longer words that were changed: from a little before where they differ, so that what is new can be seen. */
export function changedEcho(before: string, value: string): string {
  const [old, now] = [before, value].map((text) => text.replace(/\s+/g, ' ').trim().split(' ')) as [string[], string[]];
  const at = now.findIndex((word, i) => word !== old[i]);
  const from = Math.max(0, at - wordsBefore);
  if (at < 0 || value.length <= longestEcho || now.slice(0, at + 1).join(' ').length <= longestEcho) return shortEcho(value);
  return `…${shortEcho(now.slice(from).join(' '))}`;
}
