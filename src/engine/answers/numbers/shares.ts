// Reads a share as a place on a frequency scale: "9 de cada 10", "80%", "2 veces".
import { numberAt } from './number-words.ts';

export interface ShareHit {
  end: number;
  levels: number[];
}

const whole = 0.97;
const most = 0.6;
const few = 0.45;

const valueAt = (list: readonly string[], at: number): { value: number; end: number } | undefined => {
  const word = list[at] ?? '';
  if (/^\d{1,3}$/.test(word)) return { value: Number(word), end: at + 1 };
  const spelled = numberAt(list, at);
  return spelled && { value: spelled.value, end: at + spelled.length };
};

function placed(share: number): number[] {
  if (share >= whole) return [4];
  if (share <= 0) return [1];
  if (share < few) return [2];
  return share > most ? [3] : [2, 3];
}

export function shareAt(list: readonly string[], at: number): ShareHit | undefined {
  if (list[at] === 'de' && list[at + 1] === 'kada') return reversed(list, at + 2);
  const first = valueAt(list, at);
  if (!first) return undefined;
  const { value, end } = first;
  if (list[end] === 'por' && list[end + 1] === 'siento' && value <= 100) return { end: end + 2, levels: placed(value / 100) };
  if (list[end] === 'beses' || list[end] === 'bes') return timesOf(value, list, end + 1);
  if (list[end] !== 'de') return undefined;
  const second = valueAt(list, list[end + 1] === 'kada' ? end + 2 : list[end + 1] === 'las' ? end + 2 : end + 1);
  if (!second || second.value < 2 || value > second.value) return undefined;
  const beses = list[second.end] === 'beses' || list[second.end] === 'bes' ? 1 : 0;
  return { end: second.end + beses, levels: placed(value / second.value) };
}

/** "De cada 10, nueve". */
function reversed(list: readonly string[], at: number): ShareHit | undefined {
  const all = valueAt(list, at);
  const some = all && valueAt(list, all.end);
  return some && all.value >= 2 && some.value <= all.value
    ? { end: some.end, levels: placed(some.value / all.value) }
    : undefined;
}

const longestTold = 16;
const longestCount = 4;
const joints = new Set(['y', 'pero', 'solo', 'nomas', 'atendio', 'fue', 'los', 'las', 'unas', 'unos']);

/** "De 5 llantos atendió 4", "lloraron como 6 y sólo fue con uno", "4 veces, y las 4". */
export function shareOfTwo(list: readonly string[]): number[] | undefined {
  if (list.length > longestTold) return undefined;
  const numbers: { value: number; at: number; end: number }[] = [];
  for (let i = 0; i < list.length; ) {
    const hit = list[i] === 'un' || list[i] === 'una' ? undefined : valueAt(list, i);
    if (hit) numbers.push({ ...hit, at: i });
    i = hit?.end ?? i + 1;
  }
  const [all, some] = numbers;
  if (!all || !some || numbers.length > 2 || all.value < 2 || some.value > all.value || some.at <= all.end) return undefined;
  const between = list.slice(all.end, some.at);
  const told = list[all.at - 1] === 'de' || between.some((word) => joints.has(word));
  return told && !between.includes('o') && !between.includes('a') ? placed(some.value / all.value) : undefined;
}

/** Once or twice is seldom; more may be that, or often. */
function timesOf(count: number, list: readonly string[], end: number): ShareHit | undefined {
  const share =
    list[end] === 'de' ? valueAt(list, list[end + 1] === 'kada' || list[end + 1] === 'las' ? end + 2 : end + 1) : undefined;
  if (share && share.value >= 2 && count <= share.value) return { end: share.end, levels: placed(count / share.value) };
  if (count === 0) return { end, levels: [1] };
  if (count <= 2) return { end, levels: [2] };
  return list.length <= longestCount ? { end, levels: [2, 3] } : undefined;
}
