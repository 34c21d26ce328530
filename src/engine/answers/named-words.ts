// "Los recursos son unas cajas", "cambia la meta por...": words of hers that say themselves which step they are for.
import { plain } from './text-forms.ts';

export interface StepNames {
  key: string;
  /** What it is called, longest and shortest alike: "la meta", "se logra si". */
  names: readonly string[];
}

export interface NamedWords {
  key: string;
  /** What is to stand there, in her own spelling. */
  words: string;
  /** She asks for the change herself: "cambia la meta por". */
  changes: boolean;
}

const before = new Set(
  'no ay ah oh uy perdon disculpe disculpa bueno oiga oye mire espere espera pero y tambien ok va si pues ps este mejor falto me en para a como de donde dice lo la el los las mi su nuestra nuestro mis sus nuestros nuestras que'.split(
    ' ',
  ),
);
const changing =
  /^(?:cambi\w+|corri[gj]\w+|modifi\w+|pon|ponga|pongale|ponle|ponme|pongame|agreg\w+|anot\w+|apunt\w+|escrib\w+|quiero)$/;
const linking = new Set(
  'es son era eran fue fueron va van seria serian queda quedo quedaria quedan ponga ponle pongale pon puse'.split(' '),
);
/** After "cambia la meta". */
const linkingChange = new Set(['a', 'por', 'y', 'que', 'como', ...linking]);
const mostBefore = 7;
/** "Se logra si", "se logra cuando": what follows is the thing itself. */
const linksItself = / (?:si|cuando|que|en)$/;
/** Told about it, and not what it is. */
const opinion =
  /^(?:muy|mas|menos|bien|mal|buena?s?|dificil(?:es)?|facil(?:es)?|importante|larga|corta|otr[ao]s?|es[aeo]s?|est[aeo]s?|as[ií]|l[ao]s? (?:mism[ao]s?|de (?:rosa|antes|usted))|igual(?:es)?|correct[ao]|incorrect[ao]|de l?[ao]?\b|para que|demasiad[ao])\b/;

interface Token {
  form: string;
  from: number;
  to: number;
  /** A colon or an equals sign stands right after it. */
  points: boolean;
}

function tokensOf(text: string): Token[] {
  return [...text.matchAll(/[^\s]+/gu)].flatMap((found) => {
    const form = plain(found[0]);
    const [from, to] = [found.index, found.index + found[0].length];
    const points = /[:=]$/.test(found[0]) || /^\s*[:=]/.test(text.slice(to, to + 3));
    return form === '' ? [] : [{ form, from, to, points }];
  });
}

/** Which step she names at the beginning, and what she says it is; undefined where she names none or says nothing of it. */
export function readNamedWords(text: string, steps: readonly StepNames[]): NamedWords | undefined {
  if (/[¿?]/.test(text)) return undefined;
  const tokens = tokensOf(text);
  let asksChange = false;
  for (let at = 0; at <= mostBefore && at < tokens.length; at++) {
    const named = namedAt(tokens, at, steps);
    const words = named && wordsAfter(text, tokens, named, asksChange);
    if (named && words !== undefined) return { key: named.key, words, changes: asksChange };
    const form = tokens[at]?.form ?? '';
    if (changing.test(form)) asksChange = true;
    else if (!before.has(form)) return undefined;
  }
  return undefined;
}

interface Named {
  key: string;
  /** Place of the first token after the name. */
  end: number;
  linksItself: boolean;
}

function namedAt(tokens: readonly Token[], at: number, steps: readonly StepNames[]): Named | undefined {
  let best: Named | undefined;
  for (const { key, names } of steps) {
    for (const name of names) {
      const parts = plain(name).split(' ');
      const end = at + parts.length;
      if (end <= (best?.end ?? at) || !parts.every((part, i) => tokens[at + i]?.form === part)) continue;
      best = { key, end, linksItself: linksItself.test(plain(name)) };
    }
  }
  return best;
}

function wordsAfter(text: string, tokens: readonly Token[], named: Named, asksChange: boolean): string | undefined {
  let at = named.end;
  let linked = tokens[at - 1]?.points === true || named.linksItself;
  const links = asksChange ? linkingChange : linking;
  while (!named.linksItself && at < tokens.length && links.has(tokens[at]?.form ?? '') && at < named.end + 2) {
    linked = true;
    at++;
    if (tokens[at - 1]?.points) break;
  }
  const first = tokens[at];
  if (!linked || !first || at >= tokens.length) return undefined;
  const words = text
    .slice(first.from)
    .replace(/^[\s:=,.«"-]+|[\s»"]+$/gu, '')
    .replace(/^(?:que|q|k) (?=\S+ \S)/iu, '');
  const said = plain(words);
  return said.length < 4 || opinion.test(said) ? undefined : words;
}
