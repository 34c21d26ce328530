// The codes that open another chat as the person who asked for them: each once, for minutes, and not to be guessed.
import type { Person } from '../domain/roster.ts';

export interface LinkCodes {
  learn(person: Person): void;
  /** Whose code it is; it is used up by this. `from`: whoever shows it, on whatever channel. `now`: UTC. */
  take(code: string, from: string, now: string): string | undefined;
}

/** Six digits and a handful of codes open at a time: so many guesses find one in some hundred thousand hours. */
const mostFromOne = 5;
const oneMinutes = 60;
/** Many addresses guess together: then nobody gets in by a code for a while. */
const mostFromAll = 30;
const allMinutes = 10;

export function createLinkCodes(): LinkCodes {
  const open = new Map<string, { code: string; until: string }>();
  let wrong: { from: string; at: number }[] = [];

  function mayTry(from: string, at: number): boolean {
    wrong = wrong.filter((one) => at - one.at < oneMinutes * 60_000);
    const lately = wrong.filter((one) => at - one.at < allMinutes * 60_000);
    return lately.length < mostFromAll && wrong.filter((one) => one.from === from).length < mostFromOne;
  }

  return {
    learn({ id, linking, active, erasedAt }) {
      if (linking === undefined || !active || erasedAt !== null) open.delete(id);
      else open.set(id, linking);
    },
    take(code, from, now) {
      const at = Date.parse(now);
      if (!mayTry(from, at)) return undefined;
      for (const [person, { code: hers, until }] of open) {
        if (hers !== code || until <= now) continue;
        open.delete(person);
        return person;
      }
      wrong.push({ from, at });
      return undefined;
    },
  };
}
