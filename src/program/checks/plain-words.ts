// Brings words to the form in which what people type is compared: lower case, no accents, no signs.

/** Like the engine's own, which this room may not import; enough for phrases that authors write. */
export function plainWords(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
