// Which chat she means, and that any will do: "seguir en Telegram", "escríbame por el whats", "por donde sea".
import { plain } from '../words/text-forms.ts';

export type NamedChannel = 'telegram' | 'whatsapp';

const names: readonly [NamedChannel, RegExp][] = [
  ['telegram', /\btele(?:gram\w*|gran|gam)\b/],
  ['whatsapp', /\b(?:wh?at+s*(?:ap+)?|guas+ap+|was+ap*|guats?(?:ap+)?|uats(?:ap+)?)\b/],
];

export const channelNamed = (text: string): NamedChannel | undefined =>
  names.find(([, pattern]) => pattern.test(plain(text)))?.[0];

/** Wherever she writes from. */
export const meansAnyChannel = (text: string): boolean =>
  /\b(?:cualquiera?|donde sea|donde (?:yo )?l[ea] escriba|los dos)\b/.test(plain(text));

/** She does not say which. */
const another = /\botr[oa] (?:chat|telefono|cel\w*|numero|lado|app)\b/;

const small = new Set(['el', 'la', 'mi', 'este', 'en', 'por', 'de', 'tambien', 'mejor', 'y', 'ahora', 'ahorita', 'chat', 'app']);

/** Nothing but a channel, with small words about it. */
export function isOnlyChannel(said: string): boolean {
  if (meansAnyChannel(said)) return true;
  const marked = [another, ...names.map(([, pattern]) => pattern)].reduce((left, one) => left.replace(one, '#'), said);
  return marked.includes('#') && marked.split(' ').every((word) => word === '' || word === '#' || small.has(word));
}
