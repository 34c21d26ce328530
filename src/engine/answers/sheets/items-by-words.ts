// Finds which item of a sheet she means by what it is about: "la de avisar los cambios", "lo de la canción".
import { plain } from '../words/text-forms.ts';

export interface WordedItem {
  short: string;
  text: string;
}

const shortest = 4;
const stemLength = 5;
const longWords = (words: string): string[] =>
  plain(words)
    .split(' ')
    .filter((word) => word.length >= shortest);
const stems = (words: string): string[] => longWords(words).map((word) => word.slice(0, stemLength));

/** From 1; undefined where no item or more than one is as near. */
export function itemByWords(words: string, items: readonly WordedItem[]): number | undefined {
  const told = longWords(words);
  const scored = items.map((item) => {
    const own = new Set(longWords(`${item.short} ${item.text}`));
    const alike = new Set(stems(`${item.short} ${item.text}`));
    // "Los cambios" are of «avisa los cambios» rather than of «que cambien de postura».
    return told.reduce((sum, word) => sum + (own.has(word) ? 3 : alike.has(word.slice(0, stemLength)) ? 2 : 0), 0);
  });
  const best = Math.max(0, ...scored);
  return best > 0 && scored.filter((score) => score === best).length === 1 ? scored.indexOf(best) + 1 : undefined;
}

const byWords =
  /\b(?:la|lo|el) del? ((?:(?!era |es |fue |va |la de |y )\S+ ?){1,6}?)(?=(?:era|es|fue|va|ponle|pongale|queda)\b)/gi;
/** "La 2 (la de la emoción)": what it is about stands beside its number. */
const beside = /(\b(?:la|el) \d{1,2}) ?[(,]? ?(?:\(|,)\s*(?:la|lo|el) (?:de|del|que) [^),]{2,40}[),]/gi;

/** "La de avisar los cambios era 4": an item called by what it is about is as good as its number. */
export const withNumbers = (text: string, items: readonly WordedItem[]): string =>
  text.replace(beside, '$1 ').replace(byWords, (whole, about: string) => {
    const at = itemByWords(about, items);
    return at === undefined ? whole : `la ${at} `;
  });

const placed =
  /\b(?:la|lo|el) del? (.{3,60}?) (?:es|era|va|iba|fue|sería|seria)(?: en| con| de| para)? (?:la|el)(?: n[uú]mero)? (\d{1,2})\s*[.!]*$/i;

/** "Lo de la canción va en la 7": what she tells of, and the item it belongs to. */
export function placedAtItem(text: string): { about: string; at: number } | undefined {
  const [, about, at] = /[?¿]/.test(text) ? [] : (placed.exec(text.trim()) ?? []);
  return about === undefined ? undefined : { about, at: Number(at) };
}

/** Whether a sentence of hers is the one she tells of. */
export function isAbout(about: string, sentence: string): boolean {
  const own = new Set(stems(sentence));
  return stems(about).some((stem) => own.has(stem));
}

const asking =
  /^(?:(?:oiga|oye|disculpe|perd[oó]n|y|pero|a ver|ay|ah|maestra|bueno|pues|es que|no le entiendo|no entiendo|no entend[ií])[\s,]+)*(?:a qu[eé] se refieren?|(?:y )?qu[eé] (?:significa|quiere decir|es)|c[oó]mo (?:que|q|est[aá]|es)|expl[ií]queme|no (?:le )?entiendo|no entend[ií]|(?:(?:p[oó]ngame|me da|d[eé]me) )?(?:un )?ejemplo(?=\s*(?:[?.!]|$|de |con )))(?:\s+(?:con|de|eso|esto|esta|[eé]sa|la|lo|el|qu[eé]))*[\s,:]*(.{0,60})$/iu;

/** What she asks the meaning of: empty where it is what is before her. */
export function meaningAsked(text: string): string | undefined {
  const [, about] = asking.exec(text.trim().replace(/^[¿\s]+/, '')) ?? [];
  return about === undefined ? undefined : plain(about);
}
