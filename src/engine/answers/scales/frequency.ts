// Reads how often something happens in her own words: "casi siempre se le olvida", "antes nunca, ya muchas", "entre pocas y casi siempre".
import type { ClosedMark, Vocabulary } from '../../../program/vocabulary-schema.ts';
import { underNotThat } from '../choices/denied-mentions.ts';
import { type Lexicon, lexiconOf, mendWords, wordsIn } from '../choices/mend-words.ts';
import { emptyWords } from '../choices/option-words.ts';
import { shareAt, shareOfTwo } from '../numbers/shares.ts';
import { absentAt, missedChance, pronouns } from '../words/absent-moment.ts';
import { unknownAt } from '../words/not-knowing.ts';
import { phraseAt, soundOf } from '../words/phrase-book.ts';
import { type SaidClauses, saidClauses } from '../words/said-clauses.ts';
import { againstAt, deniesIt, extremeAt, isAside, isOfOccasion, notSeenBy } from './frequency-aside.ts';
import { butNot, contraryNear, lesser, negatedBefore, neverWithout } from './frequency-denial.ts';

export interface FrequencySaid {
  /** From 1 (never) to 4 (always); more than one where her words leave it open. */
  levels: number[];
  /** There was no opportunity, or nobody saw it. */
  absent: boolean;
  /** Nothing takes from it: no guess, no question, no remark that turns it round. */
  sure: boolean;
  /** "Siempre no": in the end, no. */
  against: boolean;
  /** "A veces sí, a veces no". */
  halves?: true;
  /** The words for each level that she names, where she denies nothing of it. */
  named: ReadonlyMap<number, string>;
  /** "Más o menos". */
  middle?: true;
}

interface LevelEvent {
  kind: 'level';
  levels: number[];
  at: number;
  end: number;
  weak: boolean;
  /** Its own words, where it is not said by what it is not. */
  words?: string;
  /** "No siempre". */
  denied?: true;
  /** "No lo hace", which a following "siempre" turns into "not always". */
  denial: boolean;
}
interface Mark {
  kind: Exclude<ClosedMark, never> | 'absent' | 'guess' | 'unknown' | 'estimate' | 'pass';
  at: number;
  end: number;
}
type Event = LevelEvent | Mark;

const levelWords = (events: readonly Event[]): LevelEvent[] => events.filter((event) => event.kind === 'level');

/** Quantities that, before a noun, count something else: "muchas maestras". */
const quantities = new Set(
  'muchas mucho muchisimo pocas poco poquito algunas bastante bastantes unas harto nada una varias mucho un'
    .split(' ')
    .map(soundOf),
);
/** Behind a quantity they go on with the sentence. */
const goesOn = new Set(
  'y o u pero si no de porke por pues ke es a en kuando kon ni ase asen ay ya bien pue jaja oiga'.split(' '),
);

const lexicons = new WeakMap<Vocabulary, Lexicon>();
function lexiconFor(v: Vocabulary): Lexicon {
  const known = lexicons.get(v) ?? lexiconOf([...wordsIn(v.frequency), ...wordsIn(v.notApplicable)], wordsIn(v.frequency));
  lexicons.set(v, known);
  return known;
}

export const frequencyClauses = (text: string, v: Vocabulary): SaidClauses =>
  saidClauses(text, v, (words) => mendWords(words, lexiconFor(v)));

export function readFrequency(said: SaidClauses, v: Vocabulary): FrequencySaid {
  const all = scan(said, v);
  const own = all.filter((event) => event.kind !== 'level' || !isAside(said, event, v));
  if (own.length < all.length && !own.some(speaks))
    return { levels: [], absent: false, sure: false, against: true, named: new Map() };
  const told = own.filter((event) => event.kind !== 'level' || !isOfOccasion(said, event, v));
  const events = told.some(speaks) ? told : own;
  const live = lastSaid(events, said);
  const levels = withoutReserved(withoutDenied(levelWords(live), said), live);
  const has = (kind: Event['kind']): boolean => live.some((event) => event.kind === kind);
  const against = levels.some((event) => event.levels.length === 0);
  const unseen = levels.some((event) => event.levels.join() === '1' && notSeenBy(said, event.end));
  const absent = has('absent') || unseen;
  const asked = said.asks && (levels.length === 0 || levels.some(({ end }) => end > said.askedFrom));
  let open = asked || has('guess') || levels.some(({ weak }) => weak);
  if (has('unknown') && !has('estimate')) open = true;
  const found = joined(levels.map((event) => event.levels));
  const named = new Map<number, string>();
  for (const { levels: told, words } of levels) for (const level of told) if (words !== undefined) named.set(level, words);
  if (missedChance(said, v) && found.every((level) => level === 1))
    return { levels: [1], absent: false, sure: !asked, against: false, named };
  // "No la vi hacerlo ni una vez": she looked, and it was not so.
  const looked = absent && !unseen && found.length === 1 && found[0] === 1 && /^ni |^nunka|^para nada/.test(named.get(1) ?? '');
  if (found.length > 0) return { ...reserved(found, live, said), absent: absent && !looked, sure: !open, against, named };
  const share = absent || against ? undefined : shareOfTwo(said.list);
  if (share) return { levels: share, absent, sure: !open, against, named };
  if (absent || against) return { levels: [], absent, sure: !open, against, named };
  const alone = live.find(({ kind }) => kind === 'soSo' || kind === 'onlyWhen' || kind === 'contrary');
  if (!alone) return { levels: [], absent, sure: false, against, named };
  if (alone.kind === 'onlyWhen') return { levels: [2], absent, sure: !open && alone.at <= 3, against, named };
  if (alone.kind === 'soSo') {
    const words = said.list.slice(alone.at, alone.end);
    const halves = words.includes('si') && words.includes('no') ? { halves: true as const } : {};
    return { levels: [2, 3], absent, sure: !open, against, named, middle: true, ...halves };
  }
  const denied = v.negations.has(said.list[alone.at - 1] ?? '');
  if (denied) return { levels: [4], absent, sure: !open, against, named };
  // "Sólo falló una": of all.
  const once = few.test(said.list.slice(alone.end, alone.end + 3).join(' '));
  return once ? { levels: [3], absent, sure: !open, against, named } : { levels: [1, 2], absent, sure: false, against, named };
}

const few = /^(?:una|un|1|dos|2|par|pokas?)\b/;

/** What all say together; where they do not agree, all of it. */
function joined(sets: readonly (readonly number[])[]): number[] {
  const told = sets.filter((set) => set.length > 0);
  const [first = []] = told;
  const common = first.filter((level) => told.every((set) => set.includes(level)));
  const all = common.length > 0 ? common : told.flat();
  return [...new Set(all)];
}

/** "No rara vez, a menudo": what she puts instead of what she denies. */
function withoutDenied(levels: readonly LevelEvent[], { starts }: SaidClauses): readonly LevelEvent[] {
  const last = levels.at(-1);
  if (!last || last.denied || !levels.some((event) => event.denied)) return levels;
  const apart = (event: LevelEvent): boolean => [...starts].some((at) => at > event.at && at <= last.at);
  return levels.filter((event) => !event.denied || !apart(event));
}

/** "Siempre menos una vez": what is left out counts for itself. */
function withoutReserved(levels: readonly LevelEvent[], live: readonly Event[]): readonly LevelEvent[] {
  const [first] = levels;
  const reserve = live.find(({ kind }) => kind === 'reserve');
  if (!first || !reserve || first.levels.join() !== '4' || reserve.at < first.at) return levels;
  return levels.filter(({ at }) => at < reserve.at);
}

/** "Siempre menos cuando hay relajo" is not quite always; "siempre les gana la respuesta" may be never. */
function reserved(levels: number[], live: readonly Event[], { list }: SaidClauses): { levels: number[] } {
  const [only] = levels;
  if (only === undefined || levels.length > 1) return { levels };
  const at = levelWords(live)[0]?.at ?? 0;
  if (live.some((event) => event.kind === 'adverse')) return { levels: [...new Set([only, 5 - only])].sort((a, b) => a - b) };
  // "Todas menos una", "siempre, bueno, casi".
  const less = live.find((event) => event.kind === 'reserve' && event.at > at);
  if (only === 4 && less && few.test(list.slice(less.end, less.end + 2).join(' '))) return { levels: [3] };
  if (only === 4 && list.length > 1 && list.at(-1) === 'kasi') return { levels: [3] };
  if (only === 1 && list.length > 1 && list.at(-1) === 'kasi') return { levels: [1, 2] };
  if (only === 4 && live.some((event) => event.kind === 'reserve' || (event.kind === 'onlyWhen' && event.at > at)))
    return { levels: [3, 4] };
  if (only === 1 && live.some((event) => (event.kind === 'reserve' || event.kind === 'onlyWhen') && event.at > at))
    return { levels: [1, 2] };
  return { levels };
}

const speaks = ({ kind }: Event): boolean => kind === 'level' || kind === 'absent' || kind === 'soSo';

/** Without what she took back, and without what was so before. */
function lastSaid(events: readonly Event[], said: SaidClauses): Event[] {
  const last = events.findLastIndex(speaks);
  let from = 0;
  let spoken = false;
  let wasBefore = false;
  for (let k = 0; k <= last; k++) {
    const event = events[k];
    if (!event) break;
    const starred = speaks(event) && starBetween(said, events[k - 1]?.at ?? 0, event.at);
    if (spoken && (starred || takesBack(event, events, k, last, wasBefore))) {
      from = starred ? k : k + 1;
      spoken = wasBefore = false;
    }
    spoken ||= speaks(event);
    wasBefore ||= event.kind === 'before';
  }
  return events.slice(from);
}

function takesBack(event: Event, events: readonly Event[], k: number, last: number, wasBefore: boolean): boolean {
  if (k >= last) return false;
  if (event.kind === 'instead') return true;
  if (event.kind === 'now') return wasBefore;
  if (event.kind !== 'insteadAtOnce') return false;
  const next = events[events[k + 1]?.kind === 'estimate' ? k + 2 : k + 1];
  return next !== undefined && speaks(next) && next.at <= event.end + 1;
}

const starBetween = ({ stars }: SaidClauses, from: number, to: number): boolean =>
  stars.size > 0 && [...stars].some((star) => star > from && star <= to);

function scan(said: SaidClauses, v: Vocabulary): Event[] {
  const events: Event[] = [];
  const { list } = said;
  for (let i = 0; i < list.length; ) {
    const event = eventAt(said, i, v, events);
    if (event && event.kind !== 'pass') events.push(event);
    i = event?.end ?? i + 1;
  }
  return events;
}

/** The longest known phrase here. */
function eventAt(said: SaidClauses, at: number, v: Vocabulary, events: Event[]): Event | undefined {
  const { list } = said;
  const often = phraseAt(list, at, v.frequency);
  // "Feliz día a todas": only where she begins with it.
  const level = often && often.end === at + 1 && list[at] === 'todas' && at > 0 ? undefined : often;
  const always = neverWithout(list, at);
  if (always !== undefined) return { kind: 'level', levels: [4], at, end: always, weak: false, denial: false };
  const share = shareAt(list, at) ?? extremeAt(said, at, v);
  const absent = phraseAt(list, at, v.notApplicable) ?? absentAt(said, at);
  // "No se observó más que al saludarlos": only then.
  const only = absent && list[absent.end] === 'mas' && list[absent.end + 1] === 'ke' ? absent.end + 2 : undefined;
  if (only !== undefined) return { kind: 'level', levels: [2], at, end: only, weak: false, denial: false };
  const found = phraseAt(list, at, v.closed.marks);
  // "Hoy no lo hizo" takes nothing from what is not said yet.
  const idleMark = (found?.means === 'reserve' && !events.some(speaks)) || (list[at - 1] === 'no' && list[at] === 'digo');
  const mark = idleMark ? undefined : found;
  const estimate = phraseAt(list, at, v.closed.estimates);
  const hedge = v.negations.has(list[at] ?? '') ? undefined : phraseAt(list, at, v.hedges);
  const marks: readonly (Mark | undefined)[] = [
    absent && { kind: 'absent', at, end: absent.end },
    mark && { kind: mark.means, at, end: mark.end },
    phraseTo('unknown', unknownAt(said, at, v)),
    phraseTo('estimate', estimate),
    phraseTo('adverse', againstAt(said, at, v)),
    phraseTo('pass', phraseAt(list, at, v.closed.idle) ?? phraseAt(list, at, v.courtesy)),
    phraseTo('guess', hedge),
  ];
  const longest = Math.max(level?.end ?? 0, share?.end ?? 0, ...marks.map((one) => one?.end ?? 0));
  if (longest === 0) return undefined;
  if (level && level.end === longest) return levelEvent(said, at, level.end, level.means, v, events);
  if (share && share.end === longest)
    return { kind: 'level', levels: share.levels, at, end: share.end, weak: false, denial: false };
  return marks.find((one) => one?.end === longest);
}

const phraseTo = (kind: Mark['kind'], hit: { at: number; end: number } | undefined): Mark | undefined =>
  hit && { kind, at: hit.at, end: hit.end };

function levelEvent(said: SaidClauses, at: number, end: number, level: number, v: Vocabulary, events: Event[]): LevelEvent {
  const { list, starts } = said;
  const next = starts.has(end) ? undefined : list[end];
  const single = end - at === 1;
  const counts = single && quantities.has(list[at] ?? '') && next !== undefined && !pronouns.has(next);
  const weak =
    counts &&
    !goesOn.has(next) &&
    !emptyWords.has(next) &&
    !phraseAt(list, end, v.courtesy) &&
    !phraseAt(list, end, v.closed.idle) &&
    !phraseAt(list, end, v.closed.marks) &&
    !phraseAt(list, end, v.hedges);
  const opens = list[at] ?? '';
  const event = { kind: 'level' as const, at, end, weak, denial: level === 1 && v.negations.has(opens) && end - at > 2 };
  // "No lo hace bien": it is done, after a fashion.
  if (event.denial && opens === 'no' && /^(?:bien|mui|muy|tan|kompleto)$/.test(next ?? '')) return { ...event, levels: [1, 2] };
  const previous = events.at(-1);
  // "Nunca nunca": only louder.
  if (previous?.kind === 'level' && previous.end === at && previous.words === list.slice(at, end).join(' ')) {
    events.pop();
    return { ...previous, end, weak: false };
  }
  const denial = previous?.kind === 'absent' || (previous?.kind === 'level' && previous.denial);
  const denied = denial && previous?.end === at && !starts.has(at);
  if (denied) events.pop();
  // "Muchas veces no lo hace": the denial was heard with what stands before it.
  if (event.denial && previous?.kind === 'level' && previous.end === at && !starts.has(at))
    return { ...event, levels: previous.levels };
  // "No es que no lo haga, lo hace poco".
  if (underNotThat(said, at)) return { ...event, denied: true, levels: butNot(level) };
  const no = denied ? 'no' : negatedBefore(said, at, deafUntil(previous), v);
  if (no !== undefined) return { ...event, denied: true, levels: no === 'no' ? lesser(level, opens) : butNot(level) };
  if (contraryNear(said, at, end, v)) return { ...event, levels: [5 - level] };
  const goesOnDenying = next !== undefined && v.negations.has(next) ? phraseAt(list, end, v.frequency) : undefined;
  if (goesOnDenying?.means === 1 && goesOnDenying.end - end > 2) return { ...event, levels: [5 - level] };
  const again = level === 1 && next !== undefined && phraseAt(list, end, v.frequency)?.means === 1 && next !== 'no';
  // "Casi siempre no" is what "casi nunca" says.
  if (level === 3 && next === 'no' && opens === 'kasi') return { ...event, levels: [2], words: 'kasi nunka' };
  if (next !== undefined && v.negations.has(next) && !again) {
    // "A veces no sabe qué hacer" denies another deed.
    if (level === 2 || level === 3)
      return { ...event, levels: deniesIt(said, end + 1) ? [5 - level] : [level, 5 - level].sort((a, b) => a - b) };
    return { ...event, levels: level === 4 ? [] : starts.has(end + 1) ? [2, 3, 4] : [1] };
  }
  return { ...event, levels: [level], words: list.slice(at, end).join(' ') };
}

/** A "no" by itself is heard with what follows it. */
const deafUntil = (previous: Event | undefined): number =>
  previous === undefined ? 0 : previous.kind === 'insteadAtOnce' ? previous.at : previous.end;
