// Hears that she does not know ("no sé cuál", "ni idea"), which "no se ve" and "no se enojó" do not say.
import type { Vocabulary } from '../../../program/vocabulary-schema.ts';
import { pronouns } from './absent-moment.ts';
import { phraseAt } from './phrase-book.ts';
import type { SaidClauses } from './said-clauses.ts';

const afterNotKnowing =
  /^(?:si|kual(?:es)?|komo|ke|kuando|donde|kien(?:es)?|bien|mui|muy|kuant[ao]s?|la|el|a|pero|y|o|de|en|por|porke|kreo|ni|mis|mire|maestra|aora|aorita|oi|todabia)$/;
const shortVerbs = new Set(['be', 'da', 'ba', 'oi', 'oie', 'oye', 'oia', 'dio', 'bio', 'fue', 'iso', 'ase', 'uso', 'usa']);

export function unknownAt({ list, starts }: SaidClauses, at: number, v: Vocabulary): { at: number; end: number } | undefined {
  const hit = phraseAt(list, at, v.dontKnow);
  if (!hit || list[hit.end - 1] !== 'se') return hit;
  const next = starts.has(hit.end) ? undefined : list[hit.end];
  if (next === undefined || (afterNotKnowing.test(next) && !pronouns.has(next))) return hit;
  if (shortVerbs.has(next) && phraseAt(list, hit.at, v.notApplicable) === undefined) return undefined;
  const verb = /(?:a|e|o|an|en|aron|ieron)$/.test(next) && !phraseAt(list, hit.end, v.frequency);
  return pronouns.has(next) || (verb && !phraseAt(list, hit.end, v.courtesy)) ? undefined : hit;
}
