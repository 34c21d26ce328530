// Cuts a message into clauses, and says of each whether it is a yes, a no, a doubt, or says nothing of either.
import type { Vocabulary } from '../../../program/vocabulary-schema.ts';
import { phraseAt, spokenWords } from '../words/phrase-book.ts';
import { longestText } from '../words/text-forms.ts';
import { afterSi, afterYa, isDeed, isPast, isToCome, isTrouble, tellsDone, tellsNotYet } from '../words/told-verbs.ts';
import { inside, isPrefix, trailing, weakHedges } from './yes-no-inside.ts';
import { mended } from './yes-no-spelling.ts';

export interface Clause {
  sense: 'yes' | 'no' | 'agree' | 'hedge' | 'condition' | 'neither' | 'perhaps' | 'toCome' | 'other' | 'none';
  /** What joins it to the one before. */
  joint: 'start' | 'comma' | 'bubble' | 'but' | 'although' | 'because';
  /** She takes back what she said before. */
  corrected: boolean;
  /** Nothing but the yes, the no or the doubt. */
  bare: boolean;
  /** A no to the deed itself: "no pude". */
  deed: boolean;
  /** "Ahora sí", "al final no"; "antes sí". */
  since: 'now' | 'before' | undefined;
  toCome: boolean;
  asked: boolean;
  /** How many words say something else. */
  others: number;
}

const pieceShape = /[^\n.,;:!…()¡¿?*]+|[\n?]/g;
const mostPieces = 60;
const buts = new Set(['pero']);
const becauses = new Set(['porke', 'eske', 'ya ke', 'es ke', 'pues ke']);
const before = new Set(['antes', 'primero', 'prinsipio']);
const now = new Set(['aora', 'aorita', 'oy', 'final', 'siempre', 'ya', 'ultimo', 'al fin']);
/** After these it is somebody else's yes, or a clause of its own. */
const reporting = new Set(['ke', 'si', 'kuando', 'porke', 'kien', 'komo', 'donde', 'ni']);
/** "Mmm, sí": thinking about it is no doubt yet. */
const pauses = new Set(['m']);
const mostBefore = 7;
const manner =
  /^(?:fue|kon|de|a|la|las|i|y|mui|muy|bien|un|una|algo|medio|kort[ao]s?|kortit[ao]s?|rapid[ao]s?|rapidit[ao]s?|brebe|brebesit[ao]|prisa|prisas|karrera|karreras|eksprese?s?|ratito|rato|tarde|tempran[ao]|komo|pudimos|ai|kansad[ao]s?|nerbios[ao]s?|sensiy[ao]|kalmad[ao])$/;

/** The clauses, in order; pieces of punctuation alone are dropped. */
export function clausesOf(text: string, v: Vocabulary): Clause[] {
  const clauses: Clause[] = [];
  let joint: Clause['joint'] = 'start';
  const pieces = text.slice(0, longestText).match(pieceShape) ?? [];
  for (const piece of pieces.slice(0, mostPieces)) {
    if (piece === '\n') {
      joint = clauses.length > 0 ? 'bubble' : 'start';
      continue;
    }
    if (piece === '?') {
      const last = clauses.at(-1);
      if (last) last.asked = true;
      continue;
    }
    for (const part of parted(mended(spokenWords(piece, v.abbreviations), v), joint, v)) {
      const accented = /(?:^|[^\p{L}])s[íÍ]/iu.test(piece.normalize('NFC'));
      clauses.push(classify(part.words, part.joint, { accented }, v));
    }
    joint = 'comma';
  }
  return clauses.filter(({ sense, corrected }) => sense !== 'none' || corrected);
}

interface Part {
  words: string[];
  joint: Clause['joint'];
}

/** "No digo que no", "yo digo": nothing is taken back. */
const isSaying = (list: readonly string[], i: number): boolean =>
  list[i] === 'digo' && (/^(?:yo|le|les|te)$/.test(list[i - 1] ?? '') || (list[i - 1] === 'no' && list[i + 1] === 'ke'));

/** At "pero", "aunque", "porque", and before a "sí" that begins anew: "no se me olvidó sí la hice". */
function parted(list: readonly string[], joint: Clause['joint'], v: Vocabulary): Part[] {
  const parts: Part[] = [{ words: [], joint }];
  let phraseEnd = 0;
  list.forEach((word, i) => {
    const said = parts.at(-1)?.words ?? [];
    const hit = i < phraseEnd ? undefined : phraseAt(list, i, v.yesNo);
    const within = i < phraseEnd;
    if (hit) phraseEnd = hit.end;
    const pair = `${word} ${list[i + 1] ?? ''}`;
    if (within) said.push(word);
    else if (buts.has(word)) parts.push({ words: [], joint: 'but' });
    else if (word === 'aunke') parts.push({ words: [], joint: 'although' });
    else if (said.length > 0 && (becauses.has(word) || becauses.has(pair))) parts.push({ words: [word], joint: 'because' });
    else if ((hit?.means === 'correction' && i > 0 && !isSaying(list, i)) || beginsAnew(list, i, said, v))
      parts.push({ words: [word], joint: 'comma' });
    else said.push(word);
  });
  return parts.filter(({ words }) => words.length > 0);
}

function beginsAnew(list: readonly string[], i: number, said: readonly string[], v: Vocabulary): boolean {
  // "Hoy no mañana sí"
  if (list[i - 1] === 'no' && list.at(-1) === 'si' && i < list.length - 1 && isToCome([list[i] ?? ''])) return true;
  if (list[i] !== 'si' || said.length < 2 || i + 1 >= list.length) return false;
  const last = said.at(-1) ?? '';
  if (reporting.has(last) || last === 'no' || last === 'kreo' || phraseAt(list, i - 1, v.yesNo)?.end === i + 1) return false;
  return said.includes('no') && afterSi(list.slice(i + 1), v) === 'yes';
}

interface Written {
  accented: boolean;
}

function classify(list: readonly string[], joint: Clause['joint'], written: Written, v: Vocabulary): Clause {
  const clause: Clause = {
    sense: 'none',
    joint,
    corrected: false,
    bare: false,
    deed: false,
    since: undefined,
    toCome: isToCome(list),
    asked: false,
    others: 0,
  };
  // "Ay no, ..." after something was said takes it back.
  if (joint !== 'start' && list[0] === 'ay' && list[1] === 'no') clause.corrected = true;
  let i = 0;
  while (i < list.length) {
    const hit = phraseAt(list, i, v.yesNo);
    const said = /[a-z0-9]/.test(list[i] ?? '');
    if (!hit && said) break;
    if (hit && pauses.has(list[i] ?? '') && hit.end < list.length) {
      i = hit.end;
      continue;
    }
    if (hit && hit.means !== 'courtesy' && hit.means !== 'correction') break;
    if (hit?.means === 'correction') clause.corrected = true;
    i = hit?.end ?? i + 1;
  }
  if (i >= list.length) return clause;
  if (list[i] !== 'si' && list[i] !== 'no' && tellsNotYet(list.slice(i)))
    return { ...clause, sense: 'no', others: list.length - i };
  const hit = phraseAt(list, i, v.yesNo);
  if (!hit || isPrefix(list, hit)) return unopened(clause, list.slice(i), written, v);
  // "Ahora ya no", "antes sí": the word tells when, and what follows whether.
  const tellsWhen = hit.end - hit.at === 1 && list[i] !== 'ya' && (before.has(list[i] ?? '') || now.has(list[i] ?? ''));
  const later = tellsWhen ? unopened(clause, list.slice(i), written, v) : undefined;
  if (later && later.sense !== 'other') return later;
  return opened({ ...clause, others: 0 }, list, hit, written, v);
}

type Opening = NonNullable<ReturnType<typeof phraseAt<NonNullable<ReturnType<Vocabulary['yesNo']['get']>>[number]['means']>>>;

function opened(clause: Clause, list: readonly string[], hit: Opening, written: Written, v: Vocabulary): Clause {
  const rest = trailing(list.slice(hit.end), v);
  clause.bare = rest.length === 0;
  clause.others = rest.length;
  const head = list.slice(hit.at, hit.end).join(' ');
  switch (hit.means) {
    case 'yes':
      return openedYes(clause, head, rest, written, v);
    case 'no':
      return openedNo(clause, head, rest, v);
    case 'agree':
    case 'hedge':
      return {
        ...clause,
        sense: hit.means,
        bare: rest.every((word) => word === 'si' || word === 'no' || word === 'ke'),
        deed: list.at(-1) === 'no' || head.startsWith('no '),
      };
    case 'condition':
      return { ...clause, sense: 'condition' };
    default:
      return openedNeither(clause, head, rest, v);
  }
}

function openedYes(clause: Clause, head: string, rest: readonly string[], written: Written, v: Vocabulary): Clause {
  const yes: Clause = { ...clause, sense: 'yes' };
  if (rest.length === 0) return yes;
  if (head === 'ya') {
    const told = afterYa(rest, v);
    const also = inside(rest, v);
    if (told === 'unknown' && also.first === 'yes' && !also.no) return yes;
    if (told === 'toCome') return { ...clause, sense: 'no', bare: false };
    if (told === 'yes' && !also.noDeed) return yes;
    // After a yes or a no it only tells more: "sí, ya regresó la maestra".
    return { ...clause, sense: clause.joint === 'start' ? 'perhaps' : 'other', bare: true };
  }
  const also = inside(rest, v);
  if (also.noAt === 0 || also.noDeed || also.hedge || also.condition) return { ...clause, sense: 'perhaps', bare: true };
  const told = afterSi(rest, v);
  if (also.neither) return { ...clause, sense: 'perhaps', bare: true };
  if (head !== 'si' || written.accented || also.first === 'yes') return yes;
  return told === 'yes' ? yes : { ...clause, sense: 'perhaps', bare: true };
}

/** "No digo que no", "no podía no hacerla": two noes may be a yes. */
const deniesTwice = (rest: readonly string[], at: number): boolean =>
  rest[at] === 'ke' || rest[at - 1] === 'ke' || /[aei]r(?:l[ao]s?|se|me)?$/.test(rest[at + 1] ?? '');

/** "Ya no vino ella" says why, and perhaps of what. */
const ofAnother = new Set(['bino', 'binieron', 'kiso', 'kiere', 'yego', 'estubo', 'fue', 'termino', 'asepto']);

function openedNo(clause: Clause, head: string, rest: readonly string[], v: Vocabulary): Clause {
  const no: Clause = {
    ...clause,
    sense: 'no',
    deed: rest.length === 0 || (head.includes(' ') && !isTrouble(rest[0])) || isDeed(rest),
  };
  if (head === 'no' && rest[0] === 'ke') return { ...clause, sense: 'perhaps', bare: true };
  const also = inside(rest, v);
  if (also.noAt > 0 && deniesTwice(rest, also.noAt)) return { ...clause, sense: 'perhaps', bare: true };
  if (head === 'ya no' && rest.length > 0 && (!isDeed(rest) || ofAnother.has(rest[0] ?? '')))
    return { ...clause, sense: 'perhaps', bare: true };
  if (also.first === 'hedge' || (also.yes && !also.no && (!isDeed(rest) || rest.includes('ya'))))
    return { ...clause, sense: 'perhaps', bare: true };
  if (also.first === 'neither' && !clause.toCome) return { ...clause, sense: 'perhaps', bare: true };
  return no;
}

const plainly: Written = { accented: false };

/** They only lead to what is said: "a ver, sí". */
const transparent = new Set(['ke', 'komo', 'kual', 'a ber']);

function openedNeither(clause: Clause, head: string, rest: readonly string[], v: Vocabulary): Clause {
  if (head === 'no se' && rest[0] === 'a' && /[ai]do$/.test(rest[1] ?? '')) return { ...clause, sense: 'no', deed: true };
  // "No se me olvidó": a denied verb, and no "no sé".
  if (
    head === 'no se' &&
    rest.length > 0 &&
    !/^(?:si|kual|komo|ke|kuando|donde|kien|bien|muy|kuant|la|a|pero)/.test(rest[0] ?? '')
  )
    return { ...clause, sense: 'no', deed: isDeed(rest) };
  if (head === 'y si' && rest.length > 0 && afterSi(rest, v) === 'yes') return { ...clause, sense: 'yes' };
  // "Sí, al rato le mando la hoja": something else, that she will do.
  if (clause.joint !== 'start' && rest.length > 1 && /^(?:le|les|te|se)$/.test(rest[0] ?? ''))
    return { ...clause, sense: 'other' };
  if (rest[0] === 'luego' || (head !== 'manana' && rest.some(isPast)))
    return unopened(clause, [...head.split(' '), ...rest], plainly, v);
  if (rest.length > 0 && transparent.has(head))
    return { ...classify(rest, clause.joint, plainly, v), corrected: clause.corrected };
  if (clause.toCome || head === 'al rato' || head === 'al ratito') return { ...clause, sense: 'toCome' };
  return { ...clause, sense: 'neither' };
}

/** It begins with other words: "ella no", "la maestra no vino", "la hice ayer". */
function unopened(clause: Clause, list: readonly string[], written: Written, v: Vocabulary): Clause {
  clause.others = list.length;
  // "Sí, pero cortita": how it was, of what was done.
  if (clause.joint === 'but' && list.every((word) => manner.test(word))) return { ...clause, sense: 'none' };
  if (clause.joint === 'because') return { ...clause, sense: 'other' };
  if (tellsNotYet(list)) return { ...clause, sense: 'no' };
  if (tellsDone(list)) return { ...clause, sense: 'yes' };
  for (let i = 1; i < list.length && i <= mostBefore; i++) {
    const hit = phraseAt(list, i, v.yesNo);
    if (hit?.means === 'hedge' && !weakHedges.has(list.slice(hit.at, hit.end).join(' '))) return { ...clause, sense: 'hedge' };
    if (hit?.means === 'agree' && i <= 3) return { ...clause, sense: 'agree' };
    if (!hit || (hit.means !== 'yes' && hit.means !== 'no')) continue;
    const ahead = list.slice(0, i);
    if (/^(?:dise|disen|dijo|digo|dijeron)$/.test(ahead.at(-1) ?? '') || ahead.some((word) => reporting.has(word)))
      return { ...clause, sense: hit.means === 'no' && hit.end < list.length ? 'other' : 'perhaps', bare: true };
    const rest = trailing(list.slice(hit.end), v);
    const since = ahead.some((word) => before.has(word)) ? 'before' : ahead.some((word) => now.has(word)) ? 'now' : undefined;
    const head = list.slice(hit.at, hit.end).join(' ');
    if (hit.means === 'no') {
      const deed = rest.length === 0 || hit.end - hit.at > 1 || isDeed(rest);
      return deed ? { ...openedNo(clause, head, rest, v), since, deed } : { ...clause, sense: 'other' };
    }
    if (head !== 'si' && head !== 'si se pudo' && !head.startsWith('si ') && !head.startsWith('klaro') && head !== 'ya') continue;
    if (rest.length === 0 || written.accented || afterSi(rest, v) === 'yes') return { ...clause, sense: 'yes', since };
    return { ...clause, sense: 'other' };
  }
  return { ...clause, sense: 'other' };
}
