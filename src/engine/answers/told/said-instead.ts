// "Fue en el desayuno, no en la comida", "*pañal": a part of what she wrote before that is to read otherwise.
import { distance } from 'fastest-levenshtein';
import { plain } from '../words/text-forms.ts';

export interface SaidInstead {
  right: string;
  /** What stood there; undefined where only the right word is given ("*pañal"). */
  wrong?: string;
}

const lead =
  /^\s*(?:(?:no|ay|ah|uy|perd[oó]n(?:e|eme)?|disculpe|digo|oiga|pues|ps|bueno|espere|espera|me equivoqu[eé]|corrijo|chin|y|pero)[\s,.:]+)*/iu;
const being = '(?:fue|fueron|era|eran|es|son|ser[ií]a|ser[ií]an)';
const phrase = '(\\S+(?: \\S+){0,5}?)';
const rightFirst = new RegExp(
  `^(?:${being} |dije |quise decir |quise poner )?${phrase}(?:,|,? y|,? pero)? no (?:${being} )?${phrase}$`,
  'iu',
);
const wrongFirst = new RegExp(
  `^(?:${being} |en )${phrase}(?:,? sino|,? m[aá]s bien|,? ${being}|,) (?:${being} |que )?${phrase}$`,
  'iu',
);
const inPlace = new RegExp(
  `^(?:donde (?:dice|puse|dije)|en (?:vez|lugar) de|puse|escrib[ií]|dice|dije) ${phrase},? (?:va|ponga|ponle|p[oó]ngale|pon|quise (?:decir|poner)|(?:y |pero )?${being}|deb[ií]?[ae]? decir|(?:es )?mejor) ${phrase}$`,
  'iu',
);
const onlyRight = /^(?:quise (?:decir|poner|escribir)|\*) ?(\S+(?: \S+){0,2}?)\*?$|^(\S+(?: \S+){0,2}?)\*$/iu;
const longest = 120;
const bare = (words: string): string => words.replace(/^[\s,.:;]+|[\s,.:;]+$/g, '');

/** What is to read otherwise; undefined where the sentence does not say so. Whether it stood there is for the caller to see. */
export function readSaidInstead(text: string): SaidInstead | undefined {
  if (text.length > longest || /[¿?\n]/.test(text)) return undefined;
  const whole = text
    .trim()
    .replace(/[.!]+$/, '')
    .replace(/\s+/g, ' ');
  const denies = /^\s*(?:\S+[\s,]+){0,2}?no\b/iu.test(whole);
  const said = whole.replace(lead, '');
  const placed = inPlace.exec(said);
  if (placed?.[1] && placed[2]) return { wrong: bare(placed[1]), right: bare(placed[2]) };
  const first = rightFirst.exec(said);
  if (first?.[1] && first[2]) return { right: bare(first[1]), wrong: bare(first[2]) };
  const denied = denies ? wrongFirst.exec(said) : null;
  if (denied?.[1] && denied[2]) return { wrong: bare(denied[1]), right: bare(denied[2]) };
  const alone = onlyRight.exec(said);
  const right = alone?.[1] ?? alone?.[2];
  return right === undefined || plain(right) === '' ? undefined : { right };
}

const small = new Set('a al de del en con por para el la los las lo un una unos unas'.split(' '));

interface Part {
  form: string;
  from: number;
  to: number;
}

const partsOf = (text: string): Part[] =>
  [...text.matchAll(/[\p{L}\p{N}]+/gu)].map((found) => ({
    form: plain(found[0]),
    from: found.index,
    to: found.index + found[0].length,
  }));

/** Her text with the right words in the place of the wrong ones; undefined where those do not stand there. */
export function putInstead(text: string, { right, wrong }: SaidInstead): string | undefined {
  const parts = partsOf(text);
  if (wrong === undefined) return putNearest(text, parts, right);
  let [put, out] = [right.split(' '), wrong.split(' ')];
  for (;;) {
    const found = lastPlace(parts, out.map(plain));
    if (found !== undefined) return replaced(text, parts, found, out.length, put.join(' '));
    if (out.length < 2 || !small.has(plain(out[0] ?? ''))) return undefined;
    if (small.has(plain(put[0] ?? '')) && put.length > 1) put = put.slice(1);
    out = out.slice(1);
  }
}

function lastPlace(parts: readonly Part[], forms: readonly string[]): number | undefined {
  for (let at = parts.length - forms.length; at >= 0; at--) if (forms.every((form, i) => parts[at + i]?.form === form)) return at;
  return undefined;
}

const shortestNear = 4;

/** A word alone stands for the one that looks most like it. */
function putNearest(text: string, parts: readonly Part[], right: string): string | undefined {
  const forms = plain(right).split(' ');
  if (plain(right).length < shortestNear) return undefined;
  let best: { at: number; far: number } | undefined;
  for (let at = 0; at + forms.length <= parts.length; at++) {
    const there = parts
      .slice(at, at + forms.length)
      .map(({ form }) => form)
      .join(' ');
    const far = distance(there, plain(right));
    if (far > 0 && far <= Math.ceil(plain(right).length / 3) && far < (best?.far ?? Infinity)) best = { at, far };
  }
  return best && replaced(text, parts, best.at, forms.length, right);
}

function replaced(text: string, parts: readonly Part[], at: number, count: number, put: string): string {
  const [from, to] = [parts[at]?.from ?? 0, parts[at + count - 1]?.to ?? 0];
  const joined = `${text.slice(0, from)}${put}${text.slice(to)}`;
  return joined.replace(/\bde el\b/gu, 'del').replace(/\ba el\b/gu, 'al');
}
