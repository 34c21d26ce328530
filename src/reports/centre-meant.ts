// Which centre a coordinator means: by its id, its key with or without zeros, or words of its place or its name.
import type { Centre } from '../domain/roster.ts';

const words = (text: string): string[] =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !/^(?:de|del|la|el|las|los|en)$/.test(word));
const noZeros = (text: string): string => text.toLowerCase().replace(/^0+(?=.)/, '');

export function centreMeant(said: string, centres: readonly Centre[]): Centre[] {
  const wanted = words(said);
  if (wanted.length === 0) return [];
  const code = wanted.join('');
  const byId = centres.filter(({ id }) => words(id).join('') === code);
  if (byId.length > 0) return byId;
  const byKey = centres.filter(({ centreKey }) => noZeros(words(centreKey).join('')) === noZeros(code));
  if (byKey.length > 0) return byKey;
  if (!/\p{L}/u.test(code)) {
    // «la guardería 4» is G04.
    return centres.filter(({ id }) => /^\p{L}*0*(\d+)$/u.exec(id)?.[1] === noZeros(code));
  }
  const named = (textOf: (centre: Centre) => string): Centre[] =>
    centres.filter((centre) => {
      const known = new Set(words(textOf(centre)));
      return wanted.every((word) => known.has(word));
    });
  const here = named(({ locality }) => locality);
  return here.length > 0 ? here : named(({ name, state }) => `${name} ${state}`);
}
