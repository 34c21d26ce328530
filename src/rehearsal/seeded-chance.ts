// The chance of a rehearsal: numbers that follow from a text, so that the same seed plays the same people again.

export interface Chance {
  /** At least 0, less than 1. */
  unit(): number;
  /** True once in `share` of the times. */
  is(share: number): boolean;
  /** A whole number, both ends included. */
  between(least: number, most: number): number;
  pick<T>(list: readonly T[]): T;
  shuffled<T>(list: readonly T[]): T[];
}

/** FNV-1a, 32 bits. */
function hashOf(text: string, basis: number): number {
  let hash = basis;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}

/** sfc32 of Chris Doty-Humphrey (PractRand 0.94, public domain): a dozen lines that pass its tests, so no package for them. */
export function chanceOf(seed: string): Chance {
  let a = hashOf(seed, 0x811c9dc5);
  let b = hashOf(seed, 0x01234567);
  let c = hashOf(seed, 0x89abcdef);
  let counter = 1;
  function next(): number {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return sum >>> 0;
  }
  for (let round = 0; round < 12; round++) next();
  const unit = (): number => next() / 0x1_0000_0000;
  const between = (least: number, most: number): number => least + Math.floor(unit() * (most - least + 1));
  return {
    unit,
    is: (share) => unit() < share,
    between,
    pick<T>(list: readonly T[]): T {
      if (list.length === 0) throw new Error('nothing to pick from');
      return list[between(0, list.length - 1)] as T;
    },
    shuffled(list) {
      const all = [...list];
      for (let index = all.length - 1; index > 0; index--) {
        const other = between(0, index);
        [all[index], all[other]] = [all[other]!, all[index]!];
      }
      return all;
    },
  };
}
