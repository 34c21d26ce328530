// What a clause says beside its yes or no: another one, a doubt, a condition; and what is courtesy only.
import type { Vocabulary } from '../../../program/vocabulary-schema.ts';
import { phraseAt } from '../words/phrase-book.ts';
import { isDeed, isTrouble } from '../words/told-verbs.ts';

/** "Va a venir", "sale a las 3", "lista de cotejo": no yes. */
const goesOn: Readonly<Record<string, ReadonlySet<string>>> = {
  ba: new Set(['a', 'para', 'en', 'kon', 'por', 'mejorando', 'bien', 'mal']),
  sale: new Set(['a', 'de', 'temprano', 'tarde', 'kon', 'mejor']),
  lista: new Set(['de', 'del']),
  klaro: new Set(['ke no']),
  bale: new Set(['la', 'mas']),
};
/** "Va a venir": the word is no yes there. */
export function isPrefix(list: readonly string[], hit: { at: number; end: number }): boolean {
  return hit.end - hit.at === 1 && goesOn[list[hit.at] ?? '']?.has(list[hit.end] ?? '') === true;
}

/** What is left behind courtesy and hearts. */
export function trailing(list: readonly string[], v: Vocabulary): string[] {
  const rest: string[] = [];
  for (let i = 0; i < list.length; ) {
    const hit = phraseAt(list, i, v.yesNo);
    const courteous = hit?.means === 'courtesy' && !(list[i] === 'este' && hit.end === i + 1);
    if (!courteous && /[a-z0-9]/.test(list[i] ?? '')) rest.push(list[i] ?? '');
    else if (hit && !courteous && hit.means !== 'courtesy') rest.push(list[i] ?? '');
    i = courteous ? (hit?.end ?? i + 1) : i + 1;
  }
  return rest;
}

const strongConditions = new Set([
  'siempre y kuando',
  'solo si',
  'kon tal',
  'a kondision',
  'depende',
  'dependiendo',
  'en kaso',
  'si es ke',
  'a menos',
  'solo ke',
  'siempre ke',
]);
export const weakHedges = new Set(['segun', 'algo', 'regular', 'dise', 'disen', 'dijo', 'kasi']);

export interface Inside {
  yes: boolean;
  no: boolean;
  noDeed: boolean;
  noAt: number;
  hedge: boolean;
  condition: boolean;
  neither: boolean;
  first: string | undefined;
}

/** What else is said in the clause. */
export function inside(rest: readonly string[], v: Vocabulary): Inside {
  const found: Inside = {
    yes: false,
    no: false,
    noDeed: false,
    noAt: -1,
    hedge: false,
    condition: false,
    neither: false,
    first: undefined,
  };
  const past = rest.findIndex((word) => /(?:amos|imos|aron|ieron)$/.test(word) || v.afterYes.has(word));
  for (let i = 0; i < rest.length; ) {
    const hit = phraseAt(rest, i, v.yesNo);
    if (!hit) {
      i++;
      continue;
    }
    const phrase = rest.slice(hit.at, hit.end).join(' ');
    const told = past >= 0 && past < hit.at;
    if (isPrefix(rest, hit)) {
      i = hit.end;
      continue;
    }
    if (i === 0) found.first = hit.means;
    if (hit.means === 'yes' && phrase !== 'ya' && phrase !== 'lista') found.yes = true;
    if (hit.means === 'no') {
      found.no = true;
      if (found.noAt < 0) found.noAt = i;
      found.noDeed ||=
        (hit.end - hit.at > 1 && !isTrouble(rest[hit.end])) || isDeed(rest.slice(hit.end)) || hit.end === rest.length;
    }
    if (hit.means === 'hedge' && !(told && weakHedges.has(phrase))) found.hedge = true;
    if (hit.means === 'condition' && (strongConditions.has(phrase) || !told)) found.condition = true;
    const partOfDay = phrase === 'manana' && rest[i - 1] === 'la';
    if (hit.means === 'neither' && !partOfDay && !told && phrase !== 'ke' && phrase !== 'komo' && phrase !== 'kual')
      found.neither = true;
    i = hit.end;
  }
  return found;
}
