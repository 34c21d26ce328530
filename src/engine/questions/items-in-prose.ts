// Several items of a checklist told in prose: "casi siempre se pone a la altura pero pocas veces avisa".
import type { AnswerValue } from '../../domain/conversation.ts';
import { scaleOf } from '../../mentoring/checklist-profile.ts';
import { instrumentOf } from '../../mentoring/thread-answers.ts';
import { readScale } from '../answers/scales/scale.ts';
import { itemByWords } from '../answers/sheets/items-by-words.ts';
import { clipped } from '../answers/words/clipped.ts';
import type { ThreadContext } from '../thread-context.ts';
import { vocabularyOf } from '../vocabulary-of.ts';

export interface ProseItems {
  /** By the key of the answer. */
  given: Record<string, AnswerValue>;
  /** What was noted, and which of her clauses stand for no item that we know. */
  words: string;
}

const clauses = /[.,;\n]+|\s+(?:pero|aunque|sin embargo|y|nom[aá]s que|nada m[aá]s que|mientras que|en cambio)\s+/iu;
const longest = 400;
const fewestValues = 2;
const longestClause = 50;
const mostSaid = 280;

/** Undefined unless at least two of her clauses hold a value, and one of them surely says of which item. */
export function readItemsInProse(text: string, c: ThreadContext): ProseItems | undefined {
  const used = instrumentOf(c);
  if (!used || text.length > longest || /[?¿\d]/.test(text.replace(/\d+ ?(?:min|ni[nñ]|beb)\w*/gi, ''))) return undefined;
  const { items } = used.instrument;
  const given: Record<string, AnswerValue> = {};
  const noted: string[] = [];
  const unplaced: string[] = [];
  for (const clause of text.split(clauses)) {
    const first = items[0];
    const scale = first ? scaleOf(first, used.instrument, used.scales).values : [];
    const words = clause.trim();
    if (words.split(/\s+/).length < fewestValues) continue;
    const value = readScale(words, scale, vocabularyOf(c.program));
    if (value.kind !== 'understood') continue;
    const { key } = value.value;
    const label = scale.find((one) => one.key === key)?.label.toLocaleLowerCase('es-MX') ?? '';
    const at = itemByWords(withoutWords(words, label), items);
    const item = items[(at ?? 0) - 1];
    if (!item || !scaleOf(item, used.instrument, used.scales).values.some((one) => one.key === key)) {
      unplaced.push(words);
      continue;
    }
    const answer = `reactivo:${item.code}`;
    // The same item with two values is no answer yet.
    if (given[answer] !== undefined && given[answer] !== key) return undefined;
    given[answer] = key;
    noted.push(`${at} ${item.short}: ${label}`);
  }
  if (!noted.length || noted.length + unplaced.length < fewestValues) return undefined;
  const points = clipped(noted.join('; '), mostSaid);
  const [lost] = unplaced;
  return {
    given,
    words:
      lost === undefined
        ? c.text('diagnostico.anote-puntos', { points })
        : c.text('diagnostico.anote-sin-lugar', { points, said: clipped(lost, longestClause) }),
  };
}

/** The words of the value itself name no item. */
const withoutWords = (words: string, label: string): string =>
  words.replace(new RegExp(`\\b(?:${label.split(' ').join('|')}|veces|nunca|siempre|casi|pocas|muchas)\\b`, 'giu'), ' ');
