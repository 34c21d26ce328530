// The form in which names, keys and places are compared: lower case, without accents and signs.

export const withoutAccents = (text: string): string => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

const parted = (text: string, signs: RegExp): string[] =>
  withoutAccents(text)
    .split(signs)
    .filter((word) => word !== '');

export const bareWords = (text: string): string[] => parted(text, /[^\p{L}\p{N}]+/u);

/** G04-mentora stays one word. */
export const hyphenatedWords = (text: string): string[] => parted(text, /[^\p{L}\p{N}-]+/u);

/** As one word: G-04 is g04. */
export const bareKey = (text: string): string => bareWords(text).join('');

/** Excel takes the zeros before a key, and people leave them out. */
export const withoutZeros = (key: string): string => key.replace(/^0+(?=.)/, '');
