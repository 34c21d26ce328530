// Reads a place between two opposites: "súper bien", "no tan fácil", "ni fu ni fa", "de acuerdo pero no totalmente".
import type { DegreeMeasure, Vocabulary } from '../../../program/vocabulary-schema.ts';
import { type PhraseHit, phraseAt } from '../words/phrase-book.ts';
import { doubtful, type Reading, understood } from '../words/reading.ts';
import type { SaidClauses } from '../words/said-clauses.ts';
import { optionClauses } from './option-clauses.ts';
import type { PreparedOption } from './option-words.ts';

interface Degree {
  /** Undefined for the middle, and for a measure alone: "mucho". */
  axis: number | undefined;
  /** From -2 to 2. */
  grade: number;
  at: number;
  end: number;
  /** "Fácil no": anything else. */
  denied: boolean;
}

interface DegreeScale {
  axis: number;
  /** "Muy útil, útil, poco útil, nada útil": of one thing more or less, so that "mucho" and "para nada" say which end. */
  oneSided: boolean;
  grades: readonly { id: string; grade: number }[];
}

const scales = new WeakMap<readonly PreparedOption[], { v: Vocabulary; scale: DegreeScale | undefined }>();
const fewest = 3;

function degreeScale(options: readonly PreparedOption[], v: Vocabulary): DegreeScale | undefined {
  const known = scales.get(options);
  if (known && known.v === v) return known.scale;
  const scale = scaleIn(options, v);
  scales.set(options, { v, scale });
  return scale;
}

function scaleIn(options: readonly PreparedOption[], v: Vocabulary): DegreeScale | undefined {
  const grades: { id: string; grade: number }[] = [];
  let axis: number | undefined;
  const poles = new Set<string>();
  for (const { id, names } of options) {
    const list = (names[0] ?? []).filter((word) => !/^\d+$/.test(word));
    if (phraseAt(list, 0, v.notApplicable)?.end === list.length) continue;
    const [degree, more] = degreesIn(
      { list, starts: new Set([0]), bubbles: new Set(), stars: new Set(), asks: false, askedFrom: 0 },
      v,
    );
    if (!degree || more || degree.at > 0 || degree.end < list.length) return undefined;
    if (degree.axis === undefined ? degree.grade !== 0 : axis !== undefined && axis !== degree.axis) return undefined;
    axis ??= degree.axis;
    poles.add(list.at(-1) ?? '');
    grades.push({ id, grade: degree.grade });
  }
  return axis === undefined || grades.length < fewest ? undefined : { axis, oneSided: poles.size === 1, grades };
}

/** Between a "no" and what it denies: "no estuvo mal", "no me fue bien". */
const between = new Set('es fue estubo esta estaba me se iso ise yo estoi estoy kedo salio resulto kreo ke nada'.split(' '));
const sizes = /(?:is+im|it|esit|sit)([oa])s?$/;

function degreesIn(said: SaidClauses, v: Vocabulary): Degree[] {
  const { list } = said;
  const found: Degree[] = [];
  for (let i = 0; i < list.length; ) {
    const degree = neitherOfBoth(list, i, v) ?? degreeAt(said, i, v);
    if (degree) found.push(degree);
    i = degree?.end ?? i + 1;
  }
  return found;
}

/** "Ni fácil ni difícil". */
function neitherOfBoth(list: readonly string[], at: number, v: Vocabulary): Degree | undefined {
  if (list[at] !== 'ni') return undefined;
  const first = poleAt(list, skipMeasure(list, at + 1, v), v);
  if (!first || list[first.end] !== 'ni') return undefined;
  const second = poleAt(list, skipMeasure(list, first.end + 1, v), v);
  const both = second && second.means.axis === first.means.axis && second.means.grade * first.means.grade < 0;
  return both ? { axis: undefined, grade: 0, at, end: second.end, denied: false } : undefined;
}

const skipMeasure = (list: readonly string[], at: number, v: Vocabulary): number =>
  list[at] === 'tan' ? at + 1 : (phraseAt(list, at, v.closed.measures)?.end ?? at);

type Pole = PhraseHit<{ axis: number; grade: number }>;

/** "Fácil", "facilísimo", "malito". */
function poleAt(list: readonly string[], at: number, v: Vocabulary): Pole | undefined {
  const whole = phraseAt(list, at, v.closed.poles);
  if (whole) return whole;
  const word = list[at] ?? '';
  const size = sizes.exec(word);
  if (!size) return undefined;
  const stem = word.slice(0, size.index);
  for (const base of [
    stem,
    `${stem}e`,
    `${stem}${size[1]}`,
    stem.replace(/gu$/, `g${size[1]}`),
    stem.replace(/k$/, `k${size[1]}`),
  ]) {
    const hit = phraseAt([base], 0, v.closed.poles);
    const most = /im[oa]s?$/.test(word) ? 2 : 1;
    if (hit) return { at, end: at + 1, means: { axis: hit.means.axis, grade: Math.sign(hit.means.grade) * most } };
  }
  return undefined;
}

function degreeAt(said: SaidClauses, at: number, v: Vocabulary): Degree | undefined {
  const { list } = said;
  const measure = phraseAt(list, at, v.closed.measures);
  const joined = measure?.end ?? at;
  const after = said.starts.has(joined) ? at : joined;
  const pole = poleAt(list, list[after] === 'de' && !poleAt(list, after, v) ? after + 1 : after, v) ?? undefined;
  const plain = poleAt(list, at, v);
  // "Bien" is a measure before another word, and a place by itself.
  if (pole && after > at && (!plain || pole.means.axis !== plain.means.axis || list[at] === list[after])) {
    const grade = graded(pole.means.grade, measure?.means);
    return withDenial(said, { axis: pole.means.axis, grade, at, end: pole.end, denied: false }, v);
  }
  if (plain) return strengthened(said, plain, v);
  if (measure?.means === 'middle') return { axis: undefined, grade: 0, at, end: measure.end, denied: false };
  if (measure?.means === 'notAtAll') return { axis: undefined, grade: -2, at, end: measure.end, denied: false };
  return measure && measure.means !== 'faint'
    ? withDenial(said, { axis: undefined, grade: measure.means === 'little' ? -0.5 : 2, at, end: measure.end, denied: false }, v)
    : undefined;
}

/** "Bien bien", "difícil difícil", "en desacuerdo total". */
function strengthened(said: SaidClauses, plain: Pole, v: Vocabulary): Degree {
  const { list } = said;
  const { axis, grade } = plain.means;
  const again = poleAt(list, plain.end, v);
  const twice = again?.means.axis === axis && again.means.grade === grade && list[plain.at] === list[plain.end];
  const more = phraseAt(list, plain.end, v.closed.measures);
  const strong = more?.means === 'strong' && !said.starts.has(plain.end) && !poleAt(list, more.end, v);
  const end = twice ? again.end : strong ? more.end : plain.end;
  const degree = { axis, grade: twice || strong ? 2 * Math.sign(grade) : grade, at: plain.at, end, denied: false };
  return withDenial(said, degree, v);
}

function graded(grade: number, measure: DegreeMeasure | undefined): number {
  const side = Math.sign(grade);
  if (measure === 'notAtAll') return -2 * side;
  // "No tan bien" is the middle, or the other side.
  if (measure === 'little') return -0.5 * side;
  return measure === 'strong' ? 2 * side : measure === 'faint' || measure === 'middle' ? 0.75 * side : grade;
}

/** "No es fácil" is the other side; "fácil no" leaves open which. */
function withDenial({ list, starts }: SaidClauses, degree: Degree, v: Vocabulary): Degree {
  const { at, end, grade } = degree;
  if (list[end] === 'no' && (end + 1 >= list.length || starts.has(end + 1) || list[end + 1] === 'pero'))
    return { ...degree, end: end + 1, denied: true };
  if (starts.has(at)) return degree;
  let i = at - 1;
  while (i >= 0 && between.has(list[i] ?? '') && !starts.has(i)) i--;
  if (!v.negations.has(list[i] ?? '')) return degree;
  // "No me sirvió de nada"
  const nothing = /^(?:de|para|en)$/.test(list[end] ?? '') && list[end + 1] === 'nada';
  if (nothing && degree.axis !== undefined) return { ...degree, grade: -2 * Math.sign(grade), end: end + 2 };
  if (Math.abs(grade) === 2 || degree.axis === undefined) return { ...degree, denied: true };
  return { ...degree, grade: -grade };
}

const longest = 14;

/** Undefined where the options are no such scale, or where nothing of it is said. */
export function optionByDegree(text: string, options: readonly PreparedOption[], v: Vocabulary): Reading<string> | undefined {
  const scale = degreeScale(options, v);
  if (!scale) return undefined;
  const said = optionClauses(text, options, v);
  if (said.list.length > longest) return undefined;
  const all = degreesIn(said, v)
    .filter(({ axis }) => axis === undefined || axis === scale.axis)
    // "No mucho" and "poco" of one thing are little of it.
    .map((one) => (scale.oneSided && one.axis === undefined && one.grade !== 0 ? ofOneThing(one, scale.axis) : one));
  const last = lastTaken(said, v);
  const degrees = all.filter(({ at }) => at >= last);
  const told = degrees.some(({ axis, denied }) => axis !== undefined && !denied);
  // "Totalmente" says which end only beside the end.
  const open = degrees.filter(({ axis, grade }) => axis === undefined && grade !== 0 && !told);
  const affirmed = degrees.filter((one) => !one.denied && (one.axis !== undefined || one.grade === 0));
  const denied = new Set(degrees.filter((one) => one.denied).map(({ grade }) => grade));
  const ids = [...new Set(affirmed.flatMap(({ grade }) => nearest(scale, grade, denied)))];
  if (ids.length === 0) {
    const ends = open.flatMap(({ grade, denied: no }) =>
      no ? [] : [...nearest(scale, grade, denied), ...nearest(scale, -grade, denied)],
    );
    return ends.length > 0 ? doubtful([...new Set(inOrder(options, ends))]) : undefined;
  }
  const [only] = ids;
  const sure = ids.length === 1 && only !== undefined && !said.asks && !phraseAt(said.list, 0, v.dontKnow);
  return sure ? understood(only) : doubtful(inOrder(options, ids));
}

function ofOneThing(one: Degree, axis: number): Degree {
  if (one.denied) return { ...one, axis, grade: one.grade > 0 ? -0.5 : one.grade, denied: false };
  return { ...one, axis };
}

const inOrder = (options: readonly PreparedOption[], ids: readonly string[]): string[] =>
  options.filter(({ id }) => ids.includes(id)).map(({ id }) => id);

/** Where what she said instead begins. */
function lastTaken({ list }: SaidClauses, v: Vocabulary): number {
  let from = 0;
  for (let i = 1; i < list.length; ) {
    const hit = phraseAt(list, i, v.closed.instead);
    if (hit && hit.end < list.length) from = hit.end;
    i = hit?.end ?? i + 1;
  }
  return from;
}

function nearest({ axis, oneSided, grades }: DegreeScale, grade: number, denied: ReadonlySet<number>): string[] {
  const left = grades.filter((one) => !denied.has(one.grade));
  // Neither: between the two that are next to it, where none stands in the middle.
  if (grade === 0 && !left.some((one) => one.grade === 0)) {
    const [up, down] = [left.filter((one) => one.grade > 0), left.filter((one) => one.grade < 0)];
    return [...nearest({ axis, oneSided, grades: up }, 1, denied), ...nearest({ axis, oneSided, grades: down }, -1, denied)];
  }
  const least = Math.min(...left.map((one) => Math.abs(one.grade - grade)));
  return left.filter((one) => Math.abs(one.grade - grade) === least).map(({ id }) => id);
}
