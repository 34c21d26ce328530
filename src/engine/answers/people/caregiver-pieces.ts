// Finds the names in a piece of a message between two signs, and says of each whether it is surely one.

import { honorifics, kindOfWord, mayTrail, type NameWord, nameParticles, nameWord } from './caregiver-words.ts';
import { isNickname } from './given-names.ts';

export interface PieceToken {
  raw: string;
  /** Plain, short spellings written out; empty where a sign parts two pieces. */
  word: string;
  kind: NameWord;
}

export interface NamePiece {
  tokens: PieceToken[];
  /** A room was told before: what follows is a list of who works there. */
  headed: boolean;
  /** A room or shift follows directly. */
  place?: 'room' | 'shift';
}

export interface FoundName {
  name: string;
  doubt?: true;
}

const longestName = 60;
const mostWords = 5;
const others = new Set('directora subdirectora jefa coordinadora mentora consultora supervisora soy llamo habla'.split(' '));
const between = new Set('a la el es como asi solo nomas mejor se nada mas de'.split(' '));
const articles = new Set('la el los las un una unos unas mi su'.split(' '));
/** Right before a name they make up for whatever the sentence began with: "por lo pronto nomás Dulce". */
const points = new Set(
  'nomas solo solamente unicamente es son seria serian tambien falta faltaba falto agregue agrega anote anota apunte apunta tengo acompano'.split(
    ' ',
  ),
);
const toPlace = new Set('en de la que es esta tambien igual ella'.split(' '));
const pronouns = new Set('me te se le les nos lo los'.split(' '));
/** "agrégueme", "diciendo": asked or done, and no name. */
const verbEnding = /(?:[ae]me|iendo)$/;
/** "Anda no es nadie", "Rosa no va": said to be none of hers. */
const nobody = new Set('es son va van existe existen cuenta cuentan trabaja era eran esa ese'.split(' '));
const opensClause = new Set('que pero sin no'.split(' '));

export function tokenOf(raw: string): PieceToken {
  const word = nameWord(raw);
  const kind = kindOfWord(word);
  const verb = kind === 'unknown' && word.length > 5 && verbEnding.test(word);
  return { raw, word, kind: /^\d+$/.test(word) ? 'lead' : verb ? 'filler' : kind };
}

interface Run {
  from: number;
  to: number;
}

const isAnd = ({ word }: PieceToken): boolean => word === 'y' || word === 'e' || word === 'o' || word === 'u';
const mayName = ({ kind }: PieceToken): boolean => kind === 'name' || kind === 'thing' || kind === 'unknown';

export function namesIn(piece: NamePiece): FoundName[] {
  return runsOf(piece.tokens).flatMap((run) => judged(withoutVerb(run, piece.tokens), piece));
}

/** "Me acompañan Ana": what follows a pronoun is what she does, and no name. */
function withoutVerb(run: Run, tokens: readonly PieceToken[]): Run {
  const [verb, next] = [tokens[run.from], tokens[run.from + 1]];
  if (verb?.kind !== 'unknown' || !pronouns.has(tokens[run.from - 1]?.word ?? '')) return run;
  return next && run.to > run.from + 1 && mayName(next) ? { from: run.from + 1, to: run.to } : { from: run.to, to: run.to };
}

/** Stretches of words that may be a name, "Ana de la Cruz" being one. */
function runsOf(tokens: readonly PieceToken[]): Run[] {
  const runs: Run[] = [];
  for (let i = 0; i < tokens.length; ) {
    if (!mayName(tokens[i] as PieceToken)) {
      i++;
      continue;
    }
    let to = i + 1;
    for (let next = joined(tokens, to); next > to; next = joined(tokens, to)) to = next;
    runs.push({ from: i, to });
    i = to;
  }
  return runs;
}

/** Where the name goes on after this place: with the next word, or over "de", "del", "de la". */
function joined(tokens: readonly PieceToken[], at: number): number {
  const here = tokens[at];
  if (here && mayName(here)) return at + 1;
  if (here?.word !== 'de' && here?.word !== 'del') return at;
  let i = at + 1;
  while (i < tokens.length && i <= at + 2 && ['la', 'los', 'las'].includes(tokens[i]?.word ?? '')) i++;
  const next = tokens[i];
  // "de la O" is a surname.
  return next && (mayName(next) || (next.word === 'o' && i === at + 2)) ? i + 1 : at;
}

function judged(run: Run, piece: NamePiece): FoundName[] {
  const { tokens } = piece;
  const own = tokens.slice(run.from, run.to);
  const words = own.filter(({ word }) => !nameParticles.has(word) && !honorifics.has(word));
  const [first] = words;
  if (!first || words.length > mostWords || isDenied(run, tokens)) return [];
  const sure = (): FoundName[] => [{ name: written(own) }];
  const doubtful = (): FoundName[] => [{ name: written(own), doubt: true }];

  const introduced = isIntroduced(run, tokens) || (honorifics.has(own[0]?.word ?? '') && own.length > 1);
  const bare = isBare(run, tokens);
  const named =
    words.some(({ kind }) => kind === 'name') ||
    (words.some(({ kind }) => kind === 'thing') && (bare || introduced || piece.headed));
  if (named) {
    const names = words.filter(({ kind }) => kind !== 'unknown');
    // "lupita rosa carmen": three given names are three persons, perhaps.
    if (names.length > 2 && names.length === own.length) return own.map((token) => ({ name: written([token]), doubt: true }));
    if (names.length === 2 && own.length === 2 && own.every(({ word }) => isNickname(word)))
      return own.map((token) => ({ name: written([token]), doubt: true }));
    if (words.length - names.length > 3) return doubtful();
    const capitals = words.every(({ raw }) => /^\p{Lu}/u.test(raw));
    return first.kind === 'unknown' && !capitals && !introduced ? doubtful() : sure();
  }
  // "Que preguntón": said of us, or of them all.
  if (tokens[run.from - 1]?.word === 'que' && run.from === 1) return [];
  const short = words.length <= 3 && words.every(({ word }) => word.length > 2);
  if (!short || (words.some(({ kind }) => kind === 'thing') && !piece.place)) return [];
  // "agregue porfis a Martita": beside a name, what stands before it leads to it.
  const next = tokens.findIndex((token, i) => i >= run.to && token.kind === 'name');
  if (next >= 0 && !tokens.slice(run.to, next).some(isAnd)) return [];
  if (introduced) return sure();
  const after = tokens.slice(run.to).map(({ word }) => word);
  const opened = isOpened(run, tokens);
  const atPlace = piece.place !== undefined && after.every((word) => word === 'de' || word === 'la');
  if (opened && (atPlace || (piece.headed && bare))) return sure();
  if (opened && piece.place && after.length < 4 && after.every((word) => toPlace.has(word))) return doubtful();
  // "son un chorro", "la alta": said of somebody, and no name.
  const common = articles.has(tokens[run.from - 1]?.word ?? '') && !/^\p{Lu}/u.test(first.raw);
  return bare && !common ? doubtful() : [];
}

/** "La miss X", "se llama X": whoever follows is a person. */
function isIntroduced(run: Run, tokens: readonly PieceToken[]): boolean {
  let i = run.from - 1;
  while (i >= 0 && between.has(tokens[i]?.word ?? '')) i--;
  const kind = tokens[i]?.kind;
  return kind === 'called' || (kind === 'title' && i === run.from - 1);
}

/** "no Rosa", "Rosa no", "la directora Rosa", "yo soy Rosa". */
function isDenied(run: Run, tokens: readonly PieceToken[]): boolean {
  let i = run.from - 1;
  while (i >= 0 && (between.has(tokens[i]?.word ?? '') || tokens[i]?.kind === 'title' || tokens[i]?.word === 'llama')) i--;
  const before = tokens[i]?.word ?? '';
  if (before === 'no' || before === 'ni' || others.has(before)) return true;
  let after = run.to;
  // "Meses y Puericultura no son personas"
  while (after < tokens.length && (isAnd(tokens[after] as PieceToken) || mayName(tokens[after] as PieceToken))) after++;
  const end = tokens[run.to]?.word === 'no' ? run.to : after;
  if (tokens[end]?.word !== 'no' && tokens[end]?.word !== 'ni') return false;
  const next = tokens[end + 1]?.word;
  return next === undefined || nobody.has(next);
}

/** Nothing but words that lead to a name stands before it. */
function isOpened(run: Run, tokens: readonly PieceToken[]): boolean {
  if (points.has(tokens[run.from - 1]?.word ?? '')) return true;
  return tokens.slice(0, run.from).every((token) => token.kind !== 'filler' || isAnd(token));
}

/** A name with nothing around it but what leads to it and what may follow it. */
function isBare(run: Run, tokens: readonly PieceToken[]): boolean {
  if (!isOpened(run, tokens)) return false;
  const after = tokens.slice(run.to);
  if (opensClause.has(after[0]?.word ?? '')) return true;
  return after.every((token) => token.kind !== 'filler' || mayTrail(token.word) || isAnd(token));
}

function written(own: readonly PieceToken[]): string {
  const name = own.map(({ raw, word }, i) => capital(raw, word, i)).join(' ');
  return name.length > longestName ? name.slice(0, longestName).trim() : name;
}

function capital(raw: string, word: string, i: number): string {
  const lower = raw.toLocaleLowerCase('es-MX');
  if (i > 0 && nameParticles.has(word)) return lower;
  return lower.charAt(0).toLocaleUpperCase('es-MX') + lower.slice(1);
}
