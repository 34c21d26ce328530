// Says which options a phrase names by number, letter key or place in the list.
import type { Vocabulary } from '../../program/vocabulary-schema.ts';
import { numberAt } from './number-words.ts';
import { emptyWords, type PreparedOption } from './option-words.ts';

const introductions = new Set([
  'la',
  'el',
  'opsion',
  'numero',
  'num',
  'es',
  'elijo',
  'kiero',
  'eskojo',
  'mejor',
  'respuesta',
  'insiso',
  'no',
  'ke',
  'sea',
]);

const places: Readonly<Record<string, number>> = { ultima: -1, ultimo: -1, penultima: -2, penultimo: -2 };
/** The options named by number, letter key or place. */
export function numberedOptions(
  list: readonly string[],
  options: readonly PreparedOption[],
  v: Vocabulary,
): { ids: string[]; introduced: boolean; others: number } {
  const ids = new Set<string>();
  let introduced = false;
  let others = 0;
  for (let i = 0; i < list.length; ) {
    const word = list[i] ?? '';
    const key = options.find(
      (o) => o.key === word && (list.length === 1 || /\d/.test(word) || introductions.has(list[i - 1] ?? '')),
    );
    const spelled = numberAt(list, i);
    const article = word === 'un' || word === 'una';
    const number = /^\d{1,2}$/.test(word) ? Number(word) : (v.ordinals.get(word) ?? (article ? undefined : spelled?.value));
    const place = Object.hasOwn(places, word) ? options.length + 1 + (places[word] ?? 0) : undefined;
    const at = number ?? place;
    const byNumber =
      at === undefined || options.some((o) => o.key !== undefined && /^\d+$/.test(o.key)) ? undefined : options[at - 1];
    const byKey = key ?? (number === undefined ? undefined : options.find((o) => o.key === String(number)));
    // "15" may be the second option, "15 minutos", and no option number at all.
    const byLabel = number === undefined ? [] : options.filter((o) => o.names.some((name) => name.includes(String(number))));
    const found = [
      ...new Set([
        byKey?.id,
        byNumber?.id,
        place === undefined ? undefined : options[place - 1]?.id,
        ...(list.length <= 4 ? byLabel.map((o) => o.id) : []),
      ]),
    ].filter((id) => id !== undefined);
    if (found.length > 0) {
      for (const id of found) ids.add(id);
      introduced ||= i === 0 || introductions.has(list[i - 1] ?? '') || (emptyWords.has(list[i - 1] ?? '') && i === 1);
    } else if (!emptyWords.has(word) && !introductions.has(word)) others++;
    i += spelled && number === spelled.value ? spelled.length : 1;
  }
  return { ids: [...ids], introduced, others };
}
