// What she writes without names of children and without telephone numbers: "Sofi señaló" becomes "una niña señaló".
import { type ChildName, findChildrenNames } from './children-names.ts';
import { type Gender, genderByEnding, genderOfName, type NamesLexicon } from './names-lexicon.ts';

/** One place that was changed. */
export interface Mask {
  /** What she wrote: never kept. */
  said: string;
  as: string;
  /** Place of `as` in the text that is kept. */
  at: number;
}
export interface Masked {
  text: string;
  masks: Mask[];
  /** Words that may be a child's name and were left. */
  doubtful: string[];
}

interface Cut {
  from: number;
  to: number;
  said: string;
  as: string;
}

/** Ten figures as people group them; fewer only where it is said that it is a telephone. */
const phone =
  /(?<![\d/.:,-])(?:\+?52[\s.-]?(?:1[\s.-]?)?)?(?:\(\d{2,3}\)[\s.-]?\d{3,4}[\s.-]?\d{4}|\d{3}[\s.-]\d{3}[\s.-]\d{4}|\d{2}[\s.-]\d{4}[\s.-]\d{4}|\d{3}[\s.-]\d{7}|\d{2}[\s.-]\d{8}|\d{10})(?![\d/:])/g;
const toldPhone =
  /(?<=(?:tel[eé]?f?o?n?o?|cel(?:ular)?|n[uú]mero|num|whats?(?:app)?|wh?a?ts?|wats|m[aá]r(?:que|car)(?:le|me)?|ll[aá]m(?:e|ar|en)(?:le|me)?)(?: (?:es|al|a|de|su|mam[aá]|pap[aá]|la|el|:))*[.:]? *)\d(?:[\s.-]?\d){7,9}(?![\d/:])/giu;
/** Not everybody's number: the lines that the bot itself names. */
const publicLines = /^(?:800|911|089)/;
/** Ten answers of a sheet in one line. */
const ratings = /^[1-4]+$/;
const code = /\b[a-z]{4}\d{6}[hm][a-z]{5}[a-z\d]\d\b/giu;

/** `called`: only of whom it is said that it is a child, where names of others are asked for; `sure`: and who is called as children are today. `doubtful`: whoever may be one as well. */
export type Which = 'called' | 'sure' | 'told' | 'doubtful';

export function maskNames(
  text: string,
  lexicon: NamesLexicon,
  isKnown: (word: string) => boolean,
  which: Which = 'told',
): Masked {
  const { tokens, children: told, doubtful } = findChildrenNames(text, lexicon, isKnown);
  const isCalled = (key: string): boolean => told.some((one) => one.key === key && one.called);
  const isSure = (key: string): boolean => isCalled(key) || lexicon.modern.has(key);
  const children = told.filter(({ key }) => (which === 'called' ? isCalled(key) : which === 'sure' ? isSure(key) : true));
  const cuts = numbersIn(text, lexicon);
  const free = ({ first, end }: ChildName): boolean =>
    !cuts.some((cut) => (tokens[first]?.start ?? 0) < cut.to && end > cut.from);
  const names = [...children, ...(which === 'doubtful' ? doubtful : [])].filter(free).sort((a, b) => a.first - b.first);
  const called = new Map<string, string[]>();
  const repeats = countOf(names, lexicon);
  for (const name of names) {
    const start = tokens[name.first]?.start ?? 0;
    const said = text.slice(start, name.end);
    if (name.dropsFrom !== undefined) {
      const gender = genderOf(name.key, lexicon);
      called.set(gender, [...(called.get(gender) ?? []), name.key]);
      cuts.push(dropped(text, name.dropsFrom, start, name.end, said));
    } else cuts.push(replaced(name, said));
  }
  cuts.sort((a, b) => a.from - b.from);
  return { ...applyCuts(text, cuts), doubtful: doubtful.map((one) => text.slice(tokens[one.first]?.start ?? 0, one.end)) };

  function replaced(name: ChildName, said: string): Cut {
    const gender = genderOf(name.key, lexicon);
    const [one, other, again] = lexicon.as[gender];
    const keys = called.get(gender) ?? [];
    const seen = keys.indexOf(name.key);
    if (seen < 0) called.set(gender, [...keys, name.key]);
    const as = seen < 0 ? (keys.length === 0 ? one : other) : repeats.get(gender) === 1 ? again : seen === 0 ? one : other;
    return withArticle(tokens[name.first - 1], tokens[name.first]?.start ?? 0, name.end, said, as);
  }

  /** "Al Leo" is "a un niño", and "a el niño" is "al niño". */
  function withArticle(before: (typeof tokens)[number] | undefined, start: number, to: number, said: string, as: string): Cut {
    const next = tokens.find((token) => token.start === start);
    const touching = before !== undefined && next?.gap === ' ';
    const word = touching ? before.text.toLowerCase() : '';
    const loud = said === said.toUpperCase() && said.length > 1;
    const opens = start === 0 || /[.!?¡¿\n]\s*$/.test(text.slice(0, start));
    let from = start;
    let phrase = as;
    if (touching && ['el', 'la', 'al', 'del'].includes(word)) {
      from = before.start;
      if (word === 'al' || word === 'del') phrase = contracted(word === 'al' ? 'a' : 'de', phrase);
    } else if (touching && (word === 'a' || word === 'de') && phrase.startsWith('el ')) {
      from = before.start;
      phrase = contracted(word, phrase);
    }
    const capital = (opens || (from < start && /^\p{Lu}/u.test(before?.text ?? ''))) && /^\p{Lu}/u.test(text.slice(from));
    const written = loud ? phrase.toUpperCase() : capital ? phrase.slice(0, 1).toUpperCase() + phrase.slice(1) : phrase;
    return { from, to, said, as: written };
  }
}

const genderOf = (key: string, lexicon: NamesLexicon): Gender => genderOfName(lexicon, key) ?? genderByEnding(key);

const contracted = (preposition: string, phrase: string): string =>
  phrase.startsWith('el ') ? `${preposition}l ${phrase.slice(3)}` : `${preposition} ${phrase}`;

function countOf(names: readonly ChildName[], lexicon: NamesLexicon): Map<Gender, number> {
  const keys = new Map<Gender, Set<string>>();
  for (const { key } of names) {
    const gender = genderOf(key, lexicon);
    keys.set(gender, new Set([...(keys.get(gender) ?? []), key]));
  }
  return new Map([...keys].map(([gender, set]) => [gender, set.size]));
}

/** Left out with the brackets or commas around it, and with "que se llama". */
function dropped(text: string, from: number, start: number, end: number, said: string): Cut {
  const opening = text.slice(from, start);
  let to = end;
  if (/[("«“]\s*$/.test(opening)) to += /^\s*[)"»”]/.exec(text.slice(end))?.[0].length ?? 0;
  else if (/,\s*$/.test(opening)) to += /^,/.exec(text.slice(end))?.[0].length ?? 0;
  // "Se llama Mateo y no habla": she tells of somebody who was named already.
  else if (/^ se llama $/i.test(opening)) to += /^ y(?= )/i.exec(text.slice(end))?.[0].length ?? 0;
  return { from, to, said, as: '' };
}

function numbersIn(text: string, { as }: NamesLexicon): Cut[] {
  const cuts: Cut[] = [];
  const add = (pattern: RegExp, instead: string): void => {
    for (const match of text.matchAll(pattern)) {
      const [said] = match;
      const from = match.index;
      const to = from + said.length;
      if (publicLines.test(said) || ratings.test(said) || cuts.some((cut) => from < cut.to && to > cut.from)) continue;
      cuts.push({ from, to, said, as: instead });
    }
  };
  if (!/\d{2}/.test(text)) return cuts;
  add(code, as.code);
  add(phone, as.phone);
  add(toldPhone, as.phone);
  return cuts;
}

function applyCuts(text: string, cuts: readonly Cut[]): { text: string; masks: Mask[] } {
  const masks: Mask[] = [];
  let built = '';
  let done = 0;
  for (const { from, to, said, as } of cuts) {
    if (from < done) continue;
    built += text.slice(done, from);
    masks.push({ said, as, at: built.length });
    built += as;
    done = to;
  }
  return { text: built + text.slice(done), masks };
}
