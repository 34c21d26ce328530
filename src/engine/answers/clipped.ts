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
