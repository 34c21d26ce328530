// "Los recursos son unas cajas", "cambia la meta por...": words of hers that say themselves which step they are for.
import { plain } from '../words/text-forms.ts';

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
  /** "También": it stands beside what is there. */
  adds: boolean;
}

const before = new Set(
  'no ay ah oh uy perdon disculpe disculpa bueno oiga oye mire espere espera pero y tambien tmb ademas ok va si pues ps este mejor falto me en para a como de donde dice lo la el los las mi su nuestra nuestro mis sus nuestros nuestras que yo ella nosotras se paso olvido adelante adelanto falto faltaba'.split(
    ' ',
  ),
);
const changing =
  /^(?:cambi\w+|corri[gj]\w+|modifi\w+|pon|ponga|pongale|ponle|ponme|pongame|agreg\w+|anot\w+|apunt\w+|escrib\w+|quiero)$/;
const linking = new Set(
  'es son era eran fue fueron va van seria serian queda quedo quedaria quedan ponga ponle pongale pon ponla ponlo pongala pongalo puse ps pues mejor asi tambien tmb ademas nomas solo'.split(
    ' ',
  ),
);
/** After "cambia la meta". */
const linkingChange = new Set(['a', 'por', 'y', 'que', 'como', ...linking]);
const mostBefore = 9;
/** "En la meta también que...". */
const addsAfter = /^(?:\S+\s+){1,5}(?:tambi[eé]n|tmb|adem[aá]s)\b/iu;
/** "Ponla mejor así": instead of what stands there. */
const puts = /^(?:\S+\s+){1,6}(?:ponl[ao]s?|p[oó]ngal[ao]s?|mejor as[ií])\b/iu;
/** "Se logra si", "se logra cuando": what follows is the thing itself. */
const linksItself = / (?:si|cuando|que|en)$/;
/** Told about it, and not what it is. */
const opinion =
  /^(?:muy|mas|menos|bien|mal|buena?s?|dificil(?:es)?|facil(?:es)?|importante|larga|corta|otr[ao]s?|es[aeo]s?|est[aeo]s?|as[ií]|l[ao]s? (?:mism[ao]s?|de (?:antes|usted|siempre))|igual(?:es)?|correct[ao]|incorrect[ao]|de l?[ao]?\b|para que|demasiad[ao])\b/;

const shortened = new Map([
  ['q', 'que'],
  ['k', 'que'],
  ['ke', 'que'],
]);

interface Token {
  form: string;
  from: number;
  to: number;
  /** A colon or an equals sign stands right after it. */
  points: boolean;
  /** A comma stands right after it. */
  pauses: boolean;
}

function tokensOf(text: string): Token[] {
  return [...text.matchAll(/[^\s]+/gu)].flatMap((found) => {
    const form = shortened.get(plain(found[0])) ?? plain(found[0]);
    const [from, to] = [found.index, found.index + found[0].length];
    const points = /[:=]$/.test(found[0]) || /^\s*[:=]/.test(text.slice(to, to + 3));
    return form === '' ? [] : [{ form, from, to, points, pauses: /,$/.test(found[0]) }];
  });
}

/** "...está mal, debe decir": what comes after it is to stand there. */
const shouldSay =
  /\b(?:debe(?:r[ií]a)? decir|que diga|tiene que decir|deb[ií]a decir|mejor ponga(?:le)?|lo que queremos(?: lograr)? es|lo correcto es|(?:ponga|p[oó]ngale|pon|ponle) (?:mejor )?que|quise decir|quer[ií]a decir)[\s,:]+(?:nada m[aá]s )?(?:que )?/iu;
const wrongOrChange = /\b(?:mal|equivoqu\w+|corr[ei]\w+|c[aá]mbi\w+|quedo|qued[oó]|no (?:es|era)|no quedo)\b/iu;
const fewestInstead = 2;
/** "La meta está mal, la meta es que...": the second time she says what it is. */
const saysWrong = /^(?:\S+\s+){1,7}?(?:est[aá]|qued[oó]|quedaron|est[aá]n) mal[\s,.]+(?=\S)/iu;
const also = /^(?:(?:y )?(?:tambi[eé]n|tmb|adem[aá]s)[\s,]+)+/iu;
const mostLinks = 4;
const fewestPaused = 3;
const mostBeforeName = 4;

/** "Lo que funcionó está mal, debe decir que...": the step that she names before, with what is to stand there. */
function readShouldSay(text: string, steps: readonly StepNames[]): NamedWords | undefined {
  const cue = shouldSay.exec(text);
  const before = cue ? text.slice(0, cue.index) : '';
  const words = cue ? text.slice(cue.index + cue[0].length).trim() : '';
  if (words.split(/\s+/).length < fewestInstead || !wrongOrChange.test(before) || /[¿?]/.test(text)) return undefined;
  const tokens = tokensOf(before);
  for (let at = 0; at < tokens.length; at++) {
    const named = namedAt(tokens, at, steps);
    if (named) return { key: named.key, words, changes: true, adds: false };
  }
  return undefined;
}

/** The same, and "la meta está mal, es: ...". */
export function readInstead(text: string, steps: readonly StepNames[]): NamedWords | undefined {
  const wrong = /[¿?\n]/.test(text) ? null : saysWrong.exec(text);
  return readShouldSay(text, steps) ?? (wrong ? sameAgain(wrong[0], text.slice(wrong[0].length), steps) : undefined);
}

const connecting = new Set(
  'y e la el los las lo de del tambien los dos ambas ambos quiero cambiar corregir cambia cambie cambiar corrija corrige'.split(
    ' ',
  ),
);

interface Piece {
  piece: string;
  /** It begins the line, or follows an "y" that leads to a name: any name may stand there. */
  opens: boolean;
}

/** Between commas and full stops, and before an "y" that leads to another name. */
function piecesOf(line: string, steps: readonly StepNames[]): Piece[] {
  return line.split(/(?<=[,.;])\s+/).flatMap((piece, i): Piece[] => {
    const cuts = [...piece.matchAll(/\s+y\s+/giu)].filter((and) => leadsToName(piece.slice(and.index + and[0].length), steps));
    const from = [0, ...cuts.map(({ index }) => index)];
    return from.map((start, part) => ({ piece: piece.slice(start, from[part + 1]).trim(), opens: part > 0 || i === 0 }));
  });
}

function leadsToName(text: string, steps: readonly StepNames[]): boolean {
  const tokens = tokensOf(text);
  for (let at = 0; at <= mostBeforeName && at < tokens.length; at++) {
    if (namedAt(tokens, at, steps)) return true;
    if (!before.has(tokens[at]?.form ?? '')) return false;
  }
  return false;
}

/** "El logro y los recursos": the steps that she only names, and says nothing else. */
export function readNamesOnly(text: string, steps: readonly StepNames[]): string[] {
  const tokens = tokensOf(text);
  const keys: string[] = [];
  for (let at = 0; at < tokens.length; ) {
    const named = namedAt(tokens, at, steps);
    if (named) keys.push(named.key);
    else if (!connecting.has(tokens[at]?.form ?? '')) return [];
    at = named?.end ?? at + 1;
  }
  return [...new Set(keys)];
}

export interface NamedPieces {
  named: NamedWords[];
  /** What stands before the first of them, or alone. */
  lead: string;
  /** What stands in lines after them. */
  rest: string;
}

/** "..., quedamos en que...": pieces of a sentence that name their step by themselves, and what stands before them. */
export function readNamedPieces(text: string, steps: readonly StepNames[]): NamedPieces {
  const byThemselves = steps.map(({ key, names }) => ({
    key,
    names: names.filter(
      (name) => linksItself.test(plain(name)) || name.endsWith('…') || plain(name).split(' ').length >= fewestPaused,
    ),
  }));
  const lead: string[] = [];
  const rest: string[] = [];
  const named: NamedWords[] = [];
  for (const line of text.split('\n')) {
    let current: NamedWords | undefined;
    for (const { piece, opens } of piecesOf(line, steps)) {
      const read = readNamedWords(piece, opens ? steps : byThemselves);
      if (read) {
        current = read;
        named.push(read);
      } else if (current) current.words += ` ${piece}`;
      else (named.length ? rest : lead).push(piece);
    }
  }
  const joined = (pieces: readonly string[]): string => pieces.join(' ').replace(/[\s,;]+$/, '');
  return { named, lead: joined(lead), rest: joined(rest) };
}

/** Which step she names at the beginning, and what she says it is; undefined where she names none or says nothing of it. */
export function readNamedWords(text: string, steps: readonly StepNames[]): NamedWords | undefined {
  if (/[¿?]/.test(text)) return undefined;
  const wrong = saysWrong.exec(text);
  const after = wrong ? text.slice(wrong[0].length) : '';
  const again = wrong && readNamedWords(after, steps);
  if (again) return { ...again, changes: true };
  const tokens = tokensOf(text);
  let asksChange = false;
  let saysAlso = false;
  let isAbout = false;
  for (let at = 0; at <= mostBefore && at < tokens.length; at++) {
    const named = namedAt(tokens, at, steps);
    const words = named && wordsAfter(text, tokens, named, { asksChange: asksChange || saysAlso, isAbout });
    if (named && words !== undefined)
      return {
        key: named.key,
        words: words.replace(also, ''),
        changes: asksChange || puts.test(text),
        adds: also.test(words) || saysAlso || addsAfter.test(text),
      };
    const form = tokens[at]?.form ?? '';
    if (form === 'de' || form === 'en' || form === 'para') isAbout = true;
    if (/^(?:tambien|tmb|ademas)$|^(?:agreg|anad|sum)\w+$/.test(form)) saysAlso = true;
    if (/^(?:agreg|anad|sum)/.test(form)) continue;
    if (changing.test(form)) asksChange = true;
    else if (!before.has(form)) return undefined;
  }
  return undefined;
}

const saysIt = /^(?:es|era|ser[ií]a|va|que sea|p[oó]nga(?:le|la)?|pon(?:le|la)?|mejor)(?: que)?[\s:,]+(?=\S)/iu;

/** "La meta está mal, es: ...". */
function sameAgain(wrong: string, after: string, steps: readonly StepNames[]): NamedWords | undefined {
  const said = saysIt.exec(after);
  const [key] = tokensOf(wrong).flatMap((_, at, all) => namedAt(all, at, steps)?.key ?? []);
  const words = said ? after.slice(said[0].length).trim() : '';
  return key === undefined || words.split(/\s+/).length < fewestInstead ? undefined : { key, words, changes: true, adds: false };
}

/** What she says before the name. */
interface Lead {
  asksChange: boolean;
  /** "De los recursos", "en lo de los recursos". */
  isAbout: boolean;
}

interface Named {
  key: string;
  /** Place of the first token after the name. */
  end: number;
  /** In words. */
  length: number;
  linksItself: boolean;
}

function namedAt(tokens: readonly Token[], at: number, steps: readonly StepNames[]): Named | undefined {
  let best: Named | undefined;
  for (const { key, names } of steps) {
    for (const name of names) {
      const parts = plain(name).split(' ');
      const end = at + parts.length;
      if (end <= (best?.end ?? at) || !parts.every((part, i) => tokens[at + i]?.form === part)) continue;
      best = { key, end, length: parts.length, linksItself: linksItself.test(plain(name)) || name.endsWith('…') };
    }
  }
  return best;
}

function wordsAfter(text: string, tokens: readonly Token[], named: Named, { asksChange, isAbout }: Lead): string | undefined {
  let at = named.end;
  const last = tokens[at - 1];
  // "De lo que le salió bien, también...": so many words can only be a heading.
  let linked = last?.points === true || named.linksItself || (last?.pauses === true && (isAbout || named.length >= fewestPaused));
  const links = asksChange ? linkingChange : linking;
  while (!named.linksItself && at < tokens.length && links.has(tokens[at]?.form ?? '') && at < named.end + mostLinks) {
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
  return said.length < 4 || (!named.linksItself && opinion.test(said)) ? undefined : words;
}

const alsoChange =
  /[\s,;.]+(?:y\s+)?(?:tambi[eé]n\s+)?(?:me\s+)?((?:c[aá]mbi(?:e|a|ame|eme|ele|ale)|corrija|corrige|qu[ií]te(?:le|me)?|qu[ií]ta(?:le)?|arregle|arregla)\s+(?:lo|la|el|eso|las|los)\b.{2,60})$/iu;

/** "..., y cambie lo de la silla": a further change, of which she does not say how it is to be. */
export function splitAlsoChange(words: string): { words: string; asked: string } {
  const found = alsoChange.exec(words);
  return found?.[1] === undefined || found.index === 0
    ? { words, asked: '' }
    : { words: words.slice(0, found.index), asked: found[1].replace(/[\s.,;]+$/, '') };
}
