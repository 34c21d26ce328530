// Reads one number, in digits or words; two numbers that are not corrections stay a doubt.
import { numberAt } from './number-words.ts';
import { doubtful, type Reading, unclear, understood } from './reading.ts';
import { unaccented } from './text-forms.ts';

const tokenShape = /\d[\d.,]*|[a-z]+|-/g;
const correctionWords = new Set(['perdon', 'digo', 'corrijo', 'sino']);
const noneWords = new Set(['ninguno', 'ninguna', 'cero']);
const articles = new Set(['un', 'una', 'uno']);

/** "1,200" is a thousand two hundred, "2.5" two and a half. */
function digitsValue(token: string): number | undefined {
  const bare = token.replace(/[.,]+$/, '');
  if (/^\d{1,3}(?:,\d{3})$/.test(bare)) return Number(bare.replace(',', ''));
  if (/^\d{1,9}$/.test(bare)) return Number(bare);
  return /^\d{1,6}[.,]\d{1,3}$/.test(bare) ? Number(bare.replace(',', '.')) : undefined;
}

export function readNumber(text: string): Reading<number> {
  const tokens = unaccented(text).match(tokenShape) ?? [];
  let found: number[] = [];
  let articleOnly: number | undefined;
  for (let i = 0; i < tokens.length && i < 300; ) {
    const token = tokens[i] ?? '';
    if (correctionWords.has(token) && i + 1 < tokens.length) found = [];
    const digits = digitsValue(token);
    const word = digits === undefined && !noneWords.has(token) ? numberAt(tokens, i) : undefined;
    const value = digits ?? (noneWords.has(token) ? 0 : word?.value);
    i += word?.length ?? 1;
    if (value === undefined) continue;
    if (tokens[i] === 'mil') {
      const rest = numberAt(tokens, i + 1);
      found.push(value * 1000 + (rest?.value ?? 0));
      i += 1 + (rest?.length ?? 0);
    } else if (articles.has(token) && word?.length === 1) {
      // "un" is a number only when no other number is said: "como una vez 15".
      articleOnly = 1;
    } else if (tokens[i] === 'y' && (tokens[i + 1] === 'media' || tokens[i + 1] === 'medio')) {
      found.push(value + 0.5);
      i += 2;
    } else {
      found.push(value);
    }
  }
  const distinct = [...new Set(found)].slice(0, 4);
  if (distinct.length > 1) return doubtful(distinct);
  if (tokens[0] === '-' && distinct.length === 1) return doubtful(distinct);
  const value = distinct[0] ?? articleOnly;
  return value === undefined ? unclear : understood(value);
}
