// Reads which option she means where they are a yes, a no, a "not yet" and a "in part": "nos quedamos a medias", "ya mero", "completita".
import type { Vocabulary } from '../../../program/vocabulary-schema.ts';
import { readReport } from '../told/report.ts';
import { findPhrases, spokenWords, withoutPhrases } from '../words/phrase-book.ts';
import { doubtful, type Reading, understood } from '../words/reading.ts';
import { tellsNotYet } from '../words/told-verbs.ts';
import { readYesNo } from '../yes-no/yes-no.ts';
import type { PreparedOption } from './option-words.ts';

type Stance = 'yes' | 'part' | 'notYet' | 'no';

type Stances = ReadonlyMap<Stance, string>;

const known = new WeakMap<readonly PreparedOption[], { v: Vocabulary; found: Stances | undefined }>();
const fewest = 3;

function stancesOf(options: readonly PreparedOption[], v: Vocabulary): Stances | undefined {
  const kept = known.get(options);
  if (kept && kept.v === v) return kept.found;
  const found = stancesIn(options, v);
  known.set(options, { v, found });
  return found;
}

function stancesIn(options: readonly PreparedOption[], v: Vocabulary): Stances | undefined {
  const ids = new Map<Stance, string>();
  for (const { id, names } of options) {
    const stance = stanceOfLabel(names[0] ?? [], v);
    if (!stance || ids.has(stance)) return undefined;
    ids.set(stance, id);
  }
  return ids.size >= fewest && ids.has('yes') ? ids : undefined;
}

function stanceOfLabel(label: readonly string[], v: Vocabulary): Stance | undefined {
  const told = findPhrases(label, v.closed.shares);
  if (told.some(({ means }) => means === 'part')) return 'part';
  if (isNotYet(label)) return 'notYet';
  if (v.negations.has(label[0] ?? '')) return 'no';
  // "Sí, aceptó" says what was done: a yes to something else is none to that.
  const [whole] = told;
  const rest = label[0] === 'si' ? 1 : 0;
  if (rest === label.length) return 'yes';
  const done = label[0] === 'ya' && whole?.end === label.length;
  return whole?.means === 'whole' && (done || (whole.at === rest && whole.end === label.length)) ? 'yes' : undefined;
}

const yetWords = new Set(['todabia', 'aun']);
const nearly = /^(?:ya mer(?:o|ito)|en eso (?:ando|estoi|estoy)|(?:ando|estoi|estoy) en eso|ai boy|ya boy|ya kasi)(?: |$)/;

function isNotYet(list: readonly string[]): boolean {
  const no = list.findIndex((word) => word === 'no' || word === 'ni');
  return (no >= 0 && list.some((word) => yetWords.has(word))) || tellsNotYet(list) || nearly.test(list.join(' '));
}

/** "No la he abierto": not yet, or not at all. */
const perfect = /^(?:e|emos|a|an|abia)$/;
const longest = 12;

/** Undefined where the options are nothing of the kind, or where she says neither. */
export function optionByStance(text: string, options: readonly PreparedOption[], v: Vocabulary): Reading<string> | undefined {
  const stances = stancesOf(options, v);
  if (!stances) return undefined;
  const list = withoutPhrases(spokenWords(text, v.abbreviations), v.courtesy);
  if (list.length === 0 || list.length > longest) return undefined;
  const said = stancesSaid(text, list, stances, v);
  const ids = [...new Set(said.flatMap((stance) => stances.get(stance) ?? []))];
  const [only] = ids;
  if (only === undefined) return undefined;
  return ids.length === 1 && said.length === 1 && !/[?¿]/.test(text) ? understood(only) : doubtful(ids);
}

function stancesSaid(text: string, list: readonly string[], ids: Stances, v: Vocabulary): Stance[] {
  const shares = findPhrases(list, v.closed.shares);
  const last = shares.at(-1);
  if (last && ids.has('part')) {
    const denied = list.slice(Math.max(0, last.at - 3), last.at).some((word) => v.negations.has(word));
    return last.means === 'part' || denied ? ['part'] : ['yes'];
  }
  if (ids.has('notYet') && isNotYet(list)) return ['notYet'];
  const read = readYesNo(text, v);
  if (read.kind !== 'understood') return readReport(text, v)?.what === 'notHeld' ? ['no'] : [];
  if (!read.value) {
    if (list[0] === 'no' && list.some((word, i) => i > 0 && i < 4 && perfect.test(word)) && ids.has('notYet'))
      return ['no', 'notYet'];
    return ['no'];
  }
  if (ids.has('part')) return ['yes', 'part'];
  return ['yes'];
}
