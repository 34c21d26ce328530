// "Eran 8 niños, no 9", "no fueron 20 minutos, fueron 15": a number that she denies tells nothing; what it counted, the other one counts.
import { amountAt, durationAt } from './duration.ts';

interface Amount {
  at: number;
  end: number;
  denied: boolean;
  lasts: boolean;
  /** What it counts, where that is said: "niños", "min". */
  noun: string | undefined;
}

const said = new Set('eran era fueron fue son es habia hubo duro duramos como unos'.split(' '));
const mostSaid = 2;
/** Before a day or an hour. */
const dating = new Set('el la las dia al del / : -'.split(' '));
const dated = new Set('de del / : -'.split(' '));

/** The tokens without her denied numbers; `counts`: whether a word says what a number before it counts. */
export function withoutDenied(tokens: readonly string[], counts: (word: string) => boolean): string[] {
  const amounts = amountsIn(tokens, counts);
  const denied = new Set(amounts.filter((one) => isDenied(one, amounts)));
  if (denied.size === 0) return [...tokens];
  const kept: (string | undefined)[] = [...tokens];
  for (const { at, end } of denied) kept.fill(undefined, at, end);
  const [only, ...more] = amounts.filter((one) => !denied.has(one));
  const [noun] = [...denied].flatMap((one) => one.noun ?? []);
  // "No eran 9 niños, eran 8": eight children.
  if (only && only.noun === undefined && more.length === 0 && noun !== undefined) kept.splice(only.end, 0, noun);
  return kept.map((token) => token ?? ';');
}

function amountsIn(tokens: readonly string[], counts: (word: string) => boolean): Amount[] {
  const found: Amount[] = [];
  for (let i = 0; i < tokens.length; ) {
    const amount = durationAt(tokens, i) ?? amountAt(tokens, i);
    const alone = amount && /^una?$/.test(tokens[i] ?? '') && amount.end === i + 1;
    const isDate = amount && !('minutes' in amount) && (dating.has(tokens[i - 1] ?? '') || dated.has(tokens[amount.end] ?? ''));
    if (!amount || alone || isDate) {
      i = amount?.end ?? i + 1;
      continue;
    }
    const lasts = 'minutes' in amount;
    const counted = !lasts && counts(tokens[amount.end] ?? '');
    const end = counted ? amount.end + 1 : amount.end;
    found.push({ at: i, end, lasts, noun: lasts || counted ? tokens[end - 1] : undefined, denied: deniedAt(tokens, i) });
    i = end;
  }
  return found;
}

function deniedAt(tokens: readonly string[], at: number): boolean {
  let i = at - 1;
  while (i >= 0 && at - i <= mostSaid && said.has(tokens[i] ?? '')) i--;
  return tokens[i] === 'no' || tokens[i] === 'ni';
}

/** "No, 20 minutos" and "con video no 20 min" put right something else: only beside another number of its kind is one denied. */
function isDenied(one: Amount, all: readonly Amount[]): boolean {
  if (!one.denied) return false;
  return all.some((other) => {
    if (other.denied) return false;
    if (one.noun === undefined) return other.at < one.at;
    return other.noun === undefined || other.lasts === one.lasts;
  });
}
