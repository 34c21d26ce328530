// Reads how often something happens in her own words: "casi siempre se le olvida", "antes nunca, ya muchas", "entre pocas y casi siempre".
import type { ClosedMark, Vocabulary } from '../../program/vocabulary-schema.ts';
import { absentAt, pronouns } from './absent-moment.ts';
import { type Lexicon, lexiconOf, mendWords, wordsIn } from './mend-words.ts';
import { emptyWords } from './option-words.ts';
import { phraseAt, soundOf } from './phrase-book.ts';
import { clauseEnd, type SaidClauses, saidClauses } from './said-clauses.ts';
import { shareAt } from './shares.ts';

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
}

interface LevelEvent {
  kind: 'level';
  levels: number[];
  at: number;
  end: number;
  weak: boolean;
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
const says = new Set('es digo diria dijera desir pienso siento'.split(' '));
/** "No fue poco" says that it was more. */
const was = new Set(['fue', 'es', 'son', 'fueron', 'era', 'diria', 'digo']);
const notNegated = new Set('si ke pero y o u'.split(' '));
const contraryReach = 6;

const lexicons = new WeakMap<Vocabulary, Lexicon>();
function lexiconFor(v: Vocabulary): Lexicon {
  const known = lexicons.get(v) ?? lexiconOf([...wordsIn(v.frequency), ...wordsIn(v.notApplicable)], wordsIn(v.frequency));
  lexicons.set(v, known);
  return known;
}

export const frequencyClauses = (text: string, v: Vocabulary): SaidClauses =>
  saidClauses(text, v, (words) => mendWords(words, lexiconFor(v)));

export function readFrequency(said: SaidClauses, v: Vocabulary): FrequencySaid {
  const events = scan(said, v);
  const live = lastSaid(events, said);
  const levels = withoutReserved(levelWords(live), live);
  const has = (kind: Event['kind']): boolean => live.some((event) => event.kind === kind);
  const against = levels.some((event) => event.levels.length === 0);
  const absent = has('absent');
  let open = said.asks || has('guess') || levels.some(({ weak }) => weak);
  if (has('unknown') && !has('estimate')) open = true;
  const found = joined(levels.map((event) => event.levels));
  if (found.length > 0) return { ...reserved(found, live), absent, sure: !open, against };
  if (absent || against) return { levels: [], absent, sure: !open, against };
  const alone = live.find(({ kind }) => kind === 'soSo' || kind === 'onlyWhen' || kind === 'contrary');
  if (!alone) return { levels: [], absent, sure: false, against };
  if (alone.kind === 'onlyWhen') return { levels: [2], absent, sure: !open && alone.at <= 3, against };
  if (alone.kind === 'soSo') {
    const words = said.list.slice(alone.at, alone.end);
    const halves = words.includes('si') && words.includes('no') ? { halves: true as const } : {};
    return { levels: [2, 3], absent, sure: false, against, ...halves };
  }
  const denied = v.negations.has(said.list[alone.at - 1] ?? '');
  return denied ? { levels: [4], absent, sure: !open, against } : { levels: [1, 2], absent, sure: false, against };
}

/** What all say together; where they do not agree, all of it. */
function joined(sets: readonly (readonly number[])[]): number[] {
  const told = sets.filter((set) => set.length > 0);
  const [first = []] = told;
  const common = first.filter((level) => told.every((set) => set.includes(level)));
  const all = common.length > 0 ? common : told.flat();
  return [...new Set(all)];
}

/** "Siempre menos una vez": what is left out counts for itself. */
function withoutReserved(levels: readonly LevelEvent[], live: readonly Event[]): readonly LevelEvent[] {
  const [first] = levels;
  const reserve = live.find(({ kind }) => kind === 'reserve');
  if (!first || !reserve || first.levels.join() !== '4' || reserve.at < first.at) return levels;
  return levels.filter(({ at }) => at < reserve.at);
}

/** "Siempre menos cuando hay relajo" is not quite always; "siempre les gana la respuesta" may be never. */
function reserved(levels: number[], live: readonly Event[]): { levels: number[] } {
  const [only] = levels;
  if (only === undefined || levels.length > 1) return { levels };
  const at = levelWords(live)[0]?.at ?? 0;
  if (live.some((event) => event.kind === 'adverse')) return { levels: [...new Set([only, 5 - only])].sort((a, b) => a - b) };
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
  const level = phraseAt(list, at, v.frequency);
  const share = shareAt(list, at);
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
    phraseTo('unknown', unknownAt(list, at, v)),
    phraseTo('estimate', estimate),
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

/** "No se le olvida" is no "no sé". */
function unknownAt(list: readonly string[], at: number, v: Vocabulary): { at: number; end: number } | undefined {
  const hit = phraseAt(list, at, v.dontKnow);
  return hit && list[hit.end - 1] === 'se' && (pronouns.has(list[hit.end] ?? '') || list[hit.end] === 'ase') ? undefined : hit;
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
  const previous = events.at(-1);
  const denial = previous?.kind === 'absent' || (previous?.kind === 'level' && previous.denial);
  const denied = denial && previous?.end === at && !starts.has(at);
  if (denied) events.pop();
  // "Muchas veces no lo hace": the denial was heard with what stands before it.
  if (event.denial && previous?.kind === 'level' && previous.end === at && !starts.has(at))
    return { ...event, levels: previous.levels };
  const no = denied ? 'no' : negatedBefore(said, at, deafUntil(previous), v);
  if (no !== undefined) return { ...event, levels: no === 'no' ? lesser(level, opens) : butNot(level) };
  if (contraryNear(said, at, end, v)) return { ...event, levels: [5 - level] };
  const goesOnDenying = next !== undefined && v.negations.has(next) ? phraseAt(list, end, v.frequency) : undefined;
  if (goesOnDenying?.means === 1 && goesOnDenying.end - end > 2) return { ...event, levels: [5 - level] };
  if (next !== undefined && v.negations.has(next))
    return { ...event, levels: level === 4 ? [] : level === 1 ? (starts.has(end + 1) ? [2, 3, 4] : [1]) : [5 - level] };
  return { ...event, levels: [level] };
}

/** "Ni siempre ni pocas veces", "tampoco muchas", "no fue poco": each rules one out. */
function butNot(level: number): number[] {
  return level === 4 ? [3, 2] : level === 3 ? [2] : level === 2 ? [3, 4] : [2, 3, 4];
}

/** "No siempre", "no seguido": less than that. */
function lesser(level: number, opens: string): number[] {
  if (level === 4) return [3, 2];
  if (level === 3) return opens === 'kasi' ? [3, 2] : [2];
  return [level];
}

/** A "no" by itself is heard with what follows it. */
const deafUntil = (previous: Event | undefined): number =>
  previous === undefined ? 0 : previous.kind === 'insteadAtOnce' ? previous.at : previous.end;

/** "No siempre", "no la carga siempre"; but "no pues siempre", "no, siempre" begin with a no that is none. */
function negatedBefore({ list, starts }: SaidClauses, at: number, from: number, v: Vocabulary): string | undefined {
  // "No creo que siempre" denies it too.
  const estimated = phraseEnding(list, at, v);
  if (estimated !== undefined) return v.negations.has(list[estimated - 1] ?? '') && !starts.has(estimated) ? 'ni' : undefined;
  let others = 0;
  for (let i = at - 1; i >= from && !starts.has(i + 1); i--) {
    const word = list[i] ?? '';
    if (v.negations.has(word)) return word === 'no' && was.has(list[i + 1] ?? '') ? 'ni' : word === 'tampoko' ? 'ni' : word;
    // "No es que siempre", "no diría que siempre".
    if (word === 'ke' && says.has(list[i - 1] ?? '')) continue;
    if (notNegated.has(word) || phraseAt(list, i, v.courtesy)) return undefined;
    if (!pronouns.has(word) && ++others > 2) return undefined;
  }
  return undefined;
}

const phraseEnding = (list: readonly string[], at: number, v: Vocabulary): number | undefined =>
  [at - 1, at - 2, at - 3].find((i) => i >= 0 && phraseAt(list, i, v.closed.estimates)?.end === at);

/** "Siempre se le olvida", "se le olvida seguido", "nunca deja de". */
function contraryNear(said: SaidClauses, at: number, end: number, v: Vocabulary): boolean {
  const { list } = said;
  // "Nunca la he visto que no": never without it.
  const never = phraseAt(list, at, v.frequency)?.means === 1;
  const is = (i: number): boolean =>
    phraseAt(list, i, v.closed.marks)?.means === 'contrary' || (never && list[i] === 'ke' && list[i + 1] === 'no');
  const last = Math.min(clauseEnd(said, at), end + contraryReach);
  for (let i = end; i < last; i++) if (is(i)) return !v.negations.has(list[i - 1] ?? '') || i === end;
  for (let i = Math.max(0, at - 4); i < at; i++)
    if (is(i) && (phraseAt(list, i, v.closed.marks)?.end ?? 0) === at && !said.starts.has(at)) return true;
  return false;
}
