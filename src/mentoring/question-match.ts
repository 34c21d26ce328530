// Which frequent question a doubt asks: word by word against the ways in which mentors ask it, rare words counting more than common ones.
import { distance } from 'fastest-levenshtein';
import type { Program } from '../program/program.ts';
import { stemsOf } from './tip-library.ts';

type Question = Program['questions'][number];

export interface FoundQuestion {
  question: Question;
  /** Nearly all of her words are in one way of asking it, and hardly any others: answered without asking back. */
  sure: boolean;
}

interface Phrasing {
  question: Question;
  stems: readonly string[];
  weight: number;
}

interface Phrasings {
  all: readonly Phrasing[];
  stems: readonly string[];
  weightOf(stem: string): number;
}

const likely = 0.59;
const sure = 0.76;
/** A word that half of the questions hold says nothing. */
const leastCommon = 2.5;
const fewestShared = 2;
const longestDoubt = 300;
/** Shorter words may not be misspelled. */
const shortestTypo = 6;

/** They only lead to what is asked. */
const leading = new Set(['cual', 'cuales', 'son'].flatMap(stemsOf));
const tellingStems = (text: string): string[] => stemsOf(text).filter((stem) => !leading.has(stem));

const prepared = new WeakMap<readonly Question[], Phrasings>();

function phrasingsOf({ questions }: Program): Phrasings {
  const known = prepared.get(questions);
  if (known) return known;
  const told = questions.map((question) => ({ question, ways: [question.question, ...question.variants].map(tellingStems) }));
  const askedIn = new Map<string, number>();
  for (const { ways } of told) for (const stem of new Set(ways.flat())) askedIn.set(stem, (askedIn.get(stem) ?? 0) + 1);
  const weightOf = (stem: string): number => Math.log(1 + questions.length / ((askedIn.get(stem) ?? 0) + 0.5));
  const all = told.flatMap(({ question, ways }) =>
    ways.map((stems) => ({ question, stems, weight: stems.reduce((sum, stem) => sum + weightOf(stem), 0) })),
  );
  const made = { all, stems: [...askedIn.keys()], weightOf };
  prepared.set(questions, made);
  return made;
}

/** Undefined where none is asked in words enough like hers. */
export function matchQuestion(program: Program, doubt: string): FoundQuestion | undefined {
  const { all, stems, weightOf } = phrasingsOf(program);
  const asked = [...new Set(tellingStems(doubt.slice(0, longestDoubt)))].map((stem) => ({ stem, known: spelled(stem, stems) }));
  const weight = asked.reduce((sum, { stem }) => sum + weightOf(stem), 0);
  const fewest = Math.min(fewestShared, asked.length);
  let best: { question: Question; fit: number } | undefined;
  for (const way of all) {
    const shared = asked.filter(({ known }) => known !== undefined && way.stems.includes(known));
    if (shared.length < fewest || shared.length === 0) continue;
    const common = shared.reduce((sum, { known }) => sum + weightOf(known ?? ''), 0);
    if (common < leastCommon) continue;
    // What is hers alone and what is of the phrasing alone count alike against it.
    const fit = (2 * common) / (weight + way.weight);
    if (!best || fit > best.fit) best = { question: way.question, fit };
  }
  // One word in common is hardly a question, unless it is all of it.
  const least = asked.length < fewestShared ? 1 : likely;
  return best && best.fit >= least ? { question: best.question, sure: best.fit >= sure } : undefined;
}

function spelled(stem: string, stems: readonly string[]): string | undefined {
  if (stems.includes(stem) || stem.length < shortestTypo) return stems.includes(stem) ? stem : undefined;
  return stems.find((one) => Math.abs(one.length - stem.length) <= 1 && distance(one, stem) <= 1);
}
