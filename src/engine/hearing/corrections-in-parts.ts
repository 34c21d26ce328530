// A correction of several parts, of which some are understood: those count at once, and only the others are asked about.
import type { AnswerValue } from '../../domain/conversation.ts';
import type { ScaleValue } from '../answers/scales/scale.ts';
import { readItemValues } from '../answers/sheets/item-values.ts';
import { withNumbers } from '../answers/sheets/items-by-words.ts';
import { plain } from '../answers/words/text-forms.ts';
import { readFacts } from '../questions/facts-question.ts';
import { momentFacts } from '../questions/scale-question.ts';
import type { ThreadContext } from '../thread-context.ts';
import { vocabularyOf } from '../vocabulary-of.ts';

export interface PartsRead {
  /** Items from 1, with their new values. */
  changes: { at: number; key: string }[];
  facts: Record<string, AnswerValue>;
  /** Items from 1 whose new value is not clear. */
  unclear: number[];
  /** What else she wants changed, in her words. */
  lost: string[];
}

const between = /\s+y\s+(?:tambi[eé]n\s+)?|[,;.\n]+\s*(?:y\s+|pero\s+)?|\s+pero\s+/iu;
const mostParts = 8;
/** Why it was wrong is no change of its own. */
const reason = /^(?:es que|porque|pq|xq|ya que|pues|como|me equivoque|me confundi|la verdad|perdon|disculpe|gracias)\b/;
const ofSheet =
  /\b(?:minutos?|min|ninos|ninas|bebes|dia|fecha|hora|momento|cuando|(?:lo|la|el|las|los) otr[oa]s?|(?:la|el) de)\b/;
const telling = /\b(?:es|era|eran|fue|fueron|son|esta|estan|va|queda|mal|quit\w+|cambi\w+|corri\w+|pon\w*)\b/;

/** Undefined where nothing of it is understood, or two parts speak of the same item. */
export function readParts(c: ThreadContext, text: string, scales: readonly (readonly ScaleValue[])[]): PartsRead | undefined {
  const items = c.instrument?.instrument.items ?? [];
  const parts = text.split(between).filter((part) => /[\p{L}\d]/u.test(part));
  if (/[?¿]/.test(text) || parts.length < 2 || parts.length > mostParts) return undefined;
  const read: PartsRead = { changes: [], facts: {}, unclear: [], lost: [] };
  for (const part of parts) {
    const said = plain(part);
    const values = readItemValues(withNumbers(`${part} `, items), { scales, left: [], bare: false }, vocabularyOf(c.program));
    if (values.kind === 'values' && values.items.every(({ key }) => key !== undefined))
      for (const { at, key } of values.items) read.changes.push({ at, key: key ?? '' });
    else if (values.kind !== 'none') read.unclear.push(...values.items.map((one) => (typeof one === 'number' ? one : one.at)));
    else {
      const facts = readFacts(part, momentFacts, c);
      if (Object.keys(facts).length) Object.assign(read.facts, facts);
      else if (!reason.test(said) && ofSheet.test(said) && telling.test(said)) read.lost.push(part.trim());
    }
  }
  const known = read.changes.length + Object.keys(read.facts).length;
  const all = [...read.changes.map(({ at }) => at), ...read.unclear];
  return known === 0 || new Set(all).size !== all.length ? undefined : read;
}

export const isHalf = ({ unclear, lost }: PartsRead): boolean => unclear.length + lost.length > 0;
