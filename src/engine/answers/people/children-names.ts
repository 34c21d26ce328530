// Finds the names of children in what a mentor writes: who is called a child, does what children do, or is cared for. All else stays.

import { endsSentence, isUnknownName, type Named, type NameToken, nameFrom, tellsByCapital, tokensOf } from './name-tokens.ts';
import { genderOfName, isThingToo, type NamesLexicon } from './names-lexicon.ts';

export interface ChildName extends Named {
  /** After "la niña" the name is only left out: from here. */
  dropsFrom?: number;
  /** Her words say that it is a child: beside what this person does. */
  called?: boolean;
}
export interface NamesFound {
  tokens: readonly NameToken[];
  children: ChildName[];
  /** They may be a child's: left out only in what goes to others. */
  doubtful: ChildName[];
}

type Kind = 'child' | 'adult' | 'thing' | 'doubtful';
interface Judged extends ChildName {
  kind: Kind;
}

const articles = new Set(['el', 'la', 'al', 'del', 'los', 'las']);
const prepositions = new Set([
  'en',
  'con',
  'de',
  'por',
  'para',
  'sin',
  'una',
  'un',
  'su',
  'mi',
  'mucha',
  'poca',
  'es',
  'muy',
  'y',
  'o',
  'ni',
]);
/** "Un dibujo de sol". */
const pictured = new Set(['mirada', 'karita', 'interes', 'kambio', 'dibujo', 'dibujos', 'papiya', 'muñeko', 'muneko']);
const joining = new Set(['y', 'e', 'a', 'kon', 'ni']);
const units = /^(?:años?|anos?|añitos?|anitos?|mes|meses|mesesitos|semanas?)$/;
const amounts = new Set([
  'un',
  'una',
  'dos',
  'tres',
  'kuatro',
  'sinko',
  'seis',
  'siete',
  'o1o',
  'nuebe',
  'dies',
  'onse',
  'año',
  'ano',
]);
const mostYears = 5;
const mostMonths = 60;
const mostBetween = 6;

/** `isKnown`: her caregivers, herself, whoever works there, the centre: never a child. */
export function findChildrenNames(text: string, lexicon: NamesLexicon, isKnown: (word: string) => boolean): NamesFound {
  const tokens = tokensOf(text);
  const sounds = tokens.map(({ sound }) => sound);
  const capitals = tellsByCapital(tokens);
  const judged: Judged[] = [];
  for (let at = 0; at < tokens.length; ) {
    const named = nameAt(at);
    if (named) judged.push(named);
    at = named ? named.last + 1 : at + 1;
  }
  agree(judged);
  const of = (kind: Kind): ChildName[] => judged.filter((one) => one.kind === kind);
  return { tokens, children: of('child'), doubtful: of('doubtful') };

  function nameAt(at: number): Judged | undefined {
    const token = tokens[at];
    if (!token || /\d/.test(token.text) || lexicon.child.has(token.sound)) return undefined;
    const gender = genderOfName(lexicon, token.sound);
    const dropsFrom = calledChild(at);
    const told = capitals && token.capital && at > 0;
    if (dropsFrom !== undefined && (gender !== undefined || (told && isUnknownName(token, lexicon)))) {
      const named = nameFrom(tokens, at, lexicon, capitals, text);
      if (named && (gender === undefined || told || !isThingToo(lexicon, token.sound) || !isVerbLike(at)))
        return { ...named, kind: 'child', dropsFrom, called: true };
    }
    if (gender === undefined) return unknownNameAt(at, told);
    const named = nameFrom(tokens, at, lexicon, capitals, text);
    const kind = named && kindOf(named);
    return named && kind && { ...named, kind, called: kind === 'child' && (agedAt(named.last + 1) || ofChildAt(at)) };
  }

  /** Names that we do not know need a capital, and more than being the subject of a sentence. */
  function unknownNameAt(at: number, told: boolean): Judged | undefined {
    const token = tokens[at];
    if (!token?.capital || !capitals || !isUnknownName(token, lexicon) || isKnown(token.text)) return undefined;
    const named = nameFrom(tokens, at, lexicon, capitals, text);
    if (!named || ofSomething(at) || isAdult(named.first, named.last)) return undefined;
    const before = judged.some(({ key, kind }) => key === named.key && kind === 'child');
    const called = agedAt(named.last + 1) || (told && ofChildAt(at));
    const does = told && sounds[at - 1] !== 'de' && (doneTo(at, named.last) || doesAt(named, true) === 'child');
    return called || before || does ? { ...named, kind: 'child', called } : undefined;
  }

  /** "El niño leo… is one who reads, or called so; small letters and a thing after it leave it open. */
  function isVerbLike(at: number): boolean {
    return articles.has(sounds[at + 1] ?? '') || ['un', 'una'].includes(sounds[at + 1] ?? '');
  }

  /** "La niña Sofi", "un niño que se llama Mateo", "una niña (Sofi)", and the second one of "los niños Leo y Santi". */
  function calledChild(at: number): number | undefined {
    let i = at - 1;
    const called = sounds.slice(Math.max(0, at - 3), at).join(' ');
    const opening = /(?:^| )(?:ke se yama|de nombre|se yama|yamado|yamada)$/.exec(called)?.[0].trim();
    if (opening !== undefined) i -= opening.split(' ').length;
    const noun = tokens[i];
    const between = opening === undefined ? (tokens[at]?.gap ?? '') : ' ';
    if (noun && lexicon.child.has(noun.sound) && noun.sound !== 'laktantes' && /^(?: |,? ?[("«“]|, )$/.test(between)) {
      // "Un bebé, Leo, se rio", but not a list of rooms and names.
      const named = nameFrom(tokens, at, lexicon, capitals, text);
      if (between !== ', ' || (named && text[named.end] === ',')) return noun.end;
    }
    const before = judged.at(-1);
    if (before?.dropsFrom === undefined || opening !== undefined) return undefined;
    const linked =
      before.last === at - 1 ? /^, ?$/.test(tokens[at]?.gap ?? '') : before.last === at - 2 && joining.has(sounds[at - 1] ?? '');
    return linked && /s$/.test(tokens[nounBefore(before)]?.text.toLowerCase() ?? '') ? before.end : undefined;
  }

  function nounBefore({ dropsFrom }: ChildName): number {
    let noun = tokens.findIndex(({ end }) => end === dropsFrom);
    while (noun >= 0 && !lexicon.child.has(sounds[noun] ?? '')) noun--;
    return noun;
  }

  function kindOf(named: Named): Kind {
    const { first, last } = named;
    const token = tokens[first];
    if (!token) return 'doubtful';
    for (let i = Math.max(0, first - 3); i <= first; i++) if (lexicon.sayings.at(sounds, i) > first - i) return 'thing';
    if (isKnown(token.text)) return 'thing';
    const told = capitals && token.capital;
    const thing = first === last && isThingToo(lexicon, token.sound);
    const before = sounds[first - 1] ?? '';
    const alone = first === 0 || endsSentence(token.gap);
    if (ofSomething(first)) return 'thing';
    const isOf = ofChildAt(first);
    if (thing && !told && !alone && (articles.has(before) || prepositions.has(before)) && !isOf) return 'thing';
    if (thing && alone && (tokens[last + 1]?.gap ?? ' ') !== ' ' && !agedAt(last + 1)) return 'thing';
    if (isAdult(first, last)) return 'adult';
    if (agedAt(last + 1)) return 'child';
    if (isOf && (!thing || told || !pictured.has(sounds[sounds.lastIndexOf('de', first) - 1] ?? ''))) return 'child';
    if (doneTo(first, last)) return 'child';
    const does = doesAt(named, thing);
    if (does === 'child') return 'child';
    if (!thing && does === 'adult') return 'adult';
    if (!thing && does === 'anybody') return lexicon.modern.has(token.sound) ? 'child' : 'doubtful';
    return thing ? 'thing' : 'doubtful';
  }

  /** "El cuento de", "la calle", "San". */
  function ofSomething(first: number): boolean {
    let i = first - 1;
    while (i >= 0 && i > first - 4 && ['de', 'del', 'la', 'el', 'los', 'mi', 'su'].includes(sounds[i] ?? '')) i--;
    return i >= 0 && !endsSentence(tokens[i + 1]?.gap ?? '') && lexicon.notPeople.has(sounds[i] ?? '');
  }

  function isAdult(first: number, last: number): boolean {
    const before = sounds[first - 1] ?? '';
    const gap = tokens[first]?.gap ?? '';
    if (first > 0 && lexicon.adult.has(before) && /^\.? ?$/.test(gap)) return true;
    // "La maestra de lactantes Sofi".
    if (sounds[first - 2] === 'de' && lexicon.adult.has(sounds[first - 3] ?? '') && gap === ' ' && !isOfWord(first)) return true;
    // "La hija de Sofi": she is the mother.
    const owner = before === 'de' || before === 'del';
    if (owner && lexicon.child.has(sounds[first - 2] ?? '')) return true;
    // "Sofi, la otra asistente".
    const rest = sounds.slice(last + 1, last + 4);
    const role = rest.findIndex((sound) => lexicon.adult.has(sound));
    const leads = rest
      .slice(0, Math.max(0, role))
      .every((sound) => ['la', 'el', 'otra', 'otro', 'una', 'nuestra'].includes(sound));
    if (role > 0 && leads && /^ ?,? $/.test(tokens[last + 1]?.gap ?? '')) return true;
    // "Me dijo Lety", "Lety nos pidió".
    const told = sounds[first - 2] ?? '';
    if ((told === 'me' || told === 'nos') && lexicon.anybodyDoes.has(before)) return true;
    return sounds[last + 1] === 'nos';
  }

  function isOfWord(first: number): boolean {
    return sounds[first - 1] === 'de' || sounds[first - 1] === 'a';
  }

  function ofChildAt(first: number): boolean {
    let i = first - 1;
    if (articles.has(sounds[i] ?? '') && sounds[i] !== 'del') i--;
    return (sounds[i] === 'de' || sounds[i] === 'del') && lexicon.ofChild.has(sounds[i - 1] ?? '') && sounds[i - 2] !== 'mi';
  }

  /** "(2 años)", ", de 18 meses", "de año y medio". */
  function agedAt(at: number): boolean {
    const next = tokens[at];
    if (!next || !/^ ?[,(]? ?$/.test(next.gap)) return false;
    const i = sounds[at] === 'de' ? at + 1 : at;
    const amount = tokens[i];
    if (!amount) return false;
    if (/^[aá]?[nñ]o$/i.test(amount.text) && i > at) return true;
    const count = /^\d{1,2}$/.test(amount.text) ? Number(amount.text) : amounts.has(amount.sound) ? 1 : undefined;
    const unit = tokens[i + 1]?.text.toLowerCase() ?? '';
    if (count === undefined || !units.test(unit)) return false;
    const of =
      sounds[i + 2] === 'de' && ['serbisio', 'edad', 'ke', 'maestra', 'esperiensia', 'trabajar'].indexOf(sounds[i + 3] ?? '');
    return (of === false || of === 1 || of === -1) && count <= (/^[mM]/.test(unit) ? mostMonths : mostYears);
  }

  /** What is said to be done right after the name, and by whom only: a child, a grown-up, anybody. */
  function doesAt({ last, end }: Named, thing: boolean): 'child' | 'adult' | 'anybody' | undefined {
    let clitic = false;
    let toMe = false;
    for (let i = last + 1; i < tokens.length && i <= last + mostBetween; i++) {
      const gap = i === last + 1 ? text.slice(end, tokens[i]?.start) : (tokens[i]?.gap ?? '');
      if (endsSentence(gap) || (thing && gap !== ' ')) return undefined;
      const said = sounds[i] ?? '';
      if (lexicon.childDoes.at(sounds, i) > 0 && !(said === 'se' && clitic)) return 'child';
      if (clitic && lexicon.tends.has(said)) return 'adult';
      if (lexicon.tends.has(said) && toChild(i)) return 'adult';
      if (lexicon.anybodyDoes.has(said) && !lexicon.between.has(said)) return toMe || clitic ? undefined : 'anybody';
      if (['les', 'los', 'lo', 'la', 'las'].includes(said)) clitic = true;
      if (said === 'me') toMe = true;
      if (said === 'le' && tokens.slice(i + 1, i + 8).some((_, k) => toChild(i + k))) clitic = true;
      // "Renata y Camila jugaban": what both do.
      const another = joining.has(said) && genderOfName(lexicon, sounds[i + 1] ?? '') !== undefined;
      if (another) i++;
      else if (!lexicon.between.has(said)) return undefined;
    }
    return undefined;
  }

  /** "Al bebé", "a una niña", "con los niños" right after. */
  function toChild(at: number): boolean {
    for (let i = at + 1; i <= at + 3; i++) {
      if (!['a', 'al', 'kon', 'los'].includes(sounds[i] ?? '')) continue;
      for (let k = i + 1; k <= i + 2; k++) if (lexicon.child.has(sounds[k] ?? '')) return true;
    }
    return false;
  }

  /** "Le cambió el pañal a Sofi", "cargó a Mateo". */
  function doneTo(first: number, last: number): boolean {
    let i = first - 1;
    if (sounds[i] === 'la' || sounds[i] === 'el') i--;
    if (sounds[i] !== 'a' && sounds[i] !== 'al') return false;
    // "A Leo lo cargó".
    const next = sounds[last + 1] ?? '';
    if (['lo', 'la', 'le'].includes(next) && lexicon.doneTo.at(sounds, last + 2) > 0) return true;
    for (let k = i - 1; k >= 0 && k > i - mostBetween; k--) {
      if (endsSentence(tokens[k + 1]?.gap ?? '')) return false;
      if (lexicon.doneTo.at(sounds, k) > 0) return true;
    }
    return false;
  }

  /** The same name is the same person; who is named beside a child in one sentence, and is no grown-up, is one too. */
  function agree(all: Judged[]): void {
    for (const one of all) {
      if (one.dropsFrom !== undefined || one.kind === 'thing') continue;
      const same = all.filter(({ key, dropsFrom }) => key === one.key && dropsFrom === undefined);
      if (same.some(({ kind }) => kind === 'adult')) one.kind = 'adult';
      else if (all.some(({ key, kind }) => key === one.key && kind === 'child') && one.kind === 'doubtful') one.kind = 'child';
    }
    for (const one of all)
      if (one.kind === 'doubtful' && all.some((other) => other.kind === 'child' && besides(one, other))) one.kind = 'child';
  }

  function besides(one: Named, other: Named): boolean {
    const [from, to] = one.first < other.first ? [one.last, other.first] : [other.last, one.first];
    return tokens.slice(from + 1, to + 1).every(({ gap }) => !endsSentence(gap));
  }
}
