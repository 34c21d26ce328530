// The code by which somebody known in one chat is known in another: what it looks like, and how long it is good for.

export const linkCodeMinutes = 10;

/** Six digits alone, or with a word or two before them ("mi código es 482 913"). */
const shape = /^(?:[\p{L}¡!,.:«»]+\s+){0,4}«?(\d{3})[\s-]?(\d{3})»?\.?$/u;

/** Undefined where the text is no code. */
export function linkCodeIn(text: string): string | undefined {
  const [, first, second] = shape.exec(text.trim()) ?? [];
  return first === undefined || second === undefined ? undefined : first + second;
}
