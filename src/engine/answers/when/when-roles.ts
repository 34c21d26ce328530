// Decides what a day or an hour is in its clause: said as an answer, denied, taken by something else, done, or only what was planned before.
import type { Clause } from './when-clauses.ts';
import { isMovedFrom } from './when-moved-days.ts';
import {
  addressees,
  asksAfter,
  besideHeld,
  circumstance,
  confirms,
  doneVerbs,
  except,
  goesOn,
  harmlessNext,
  heldVerbs,
  lifts,
  negations,
  noTrouble,
  obstacles,
  obstacleVerbs,
  obstacleWords,
  otherEvents,
  participles,
  pronouns,
  saidAlone,
  tells,
  wasVerbs,
  wishes,
} from './when-role-words.ts';
import { isNumber, isSign, type WhenToken } from './when-tokens.ts';

/** `beside`: she speaks of something else. `was`: what it was before, or is moved from. `doubt`: named and left open. */
export type Role = 'said' | 'denied' | 'beside' | 'done' | 'was' | 'doubt';

/** Days and hours that follow each other in a clause and share its fate. */
export interface Group {
  at: number;
  end: number;
  hasHour: boolean;
  hasDay: boolean;
  /** Nothing but a half of the day: "de la mañana". */
  partOnly: boolean;
}

function isNegation(t: readonly WhenToken[], i: number): boolean {
  const word = t[i] ?? '';
  if (!negations.has(word)) return false;
  const [before, next, third] = [t[i - 1], t[i + 1] ?? '', t[i + 2] ?? ''];
  if (word === 'menos') return before !== 'o' && before !== 'al' && before !== 'lo' && !isNumber(before) && !isNumber(next);
  if (word === 'ni') return next !== 'modo';
  if (word !== 'no') return true;
  // "No, pues el jueves" begins like "well".
  if (next === 'pues' && third !== 'no' && third !== 'se' && third !== '') return false;
  if (before === 'como' || before === 'si' || (before === 'que' && t[i - 2] === 'por') || harmlessNext.has(next)) return false;
  if (
    ['se', 'le', 'me', 'te', 'les'].includes(next) &&
    (harmlessNext.has(third) || (third === 'me' && harmlessNext.has(t[i + 3] ?? '')))
  )
    return false;
  if (next === 'es' && (third === 'cierto' || third === 'verdad')) return false;
  const free = ['hay', 'tengo', 'tenemos', 'habra', 'es', 'le', 'veo', 'tiene', 'sera', 'seria', 'habria', 'hubiera'].includes(
    next,
  );
  return !(
    free && [third, t[i + 3] ?? '', t[i + 4] ?? ''].some((noun) => noTrouble.has(noun) || (next !== 'es' && obstacles.has(noun)))
  );
}

/** Whether a plain "no" between two groups sets the second in the place of the first: "a las 9 no a las 10". */
export function turnsOver(t: readonly WhenToken[], i: number, next: Group | undefined): boolean {
  if (t[i] !== 'no' || !next || next.at <= i || !isNegation(t, i)) return false;
  return t.slice(i + 1, next.at).every((word) => ['el', 'la', 'las', 'a', 'al', 'es', 'sino', 'mejor', 'perdon'].includes(word));
}

/** "No a las 12 como le había dicho": what was said before, and is not so. */
const recalls = (t: readonly WhenToken[], i: number): boolean =>
  t[i] === 'como' &&
  t
    .slice(i + 1, i + 4)
    .some((word) =>
      /^(?:dije|dicho|puse|pus[oe]|habia|habiamos|quedamos|mande|escribi|estaba|era|dice|decia|anote|comente)$/.test(word),
    );

/** "Ya fue, miss": said alone, it tells of the day that follows. */
export function tellsHeldAlone(t: readonly WhenToken[], clause: Clause, next: Clause | undefined): boolean {
  const said = t.slice(clause.from, clause.to);
  const held =
    said.length <= 6 &&
    said.some((word) => heldVerbs.has(word)) &&
    said.every((word) => heldVerbs.has(word) || besideHeld.has(word));
  return held && next !== undefined && !t.slice(next.from, next.to).some((word) => goesOn.has(word));
}

export const startsBubble = (t: readonly WhenToken[], i: number): boolean => i === 0 || t[i - 1] === '|';

export class ClauseRoles {
  readonly #t: readonly WhenToken[];
  readonly #clause: Clause;
  readonly #groups: readonly Group[];

  readonly #later: boolean;

  /** `later`: whether the phrase goes on to name more. */
  constructor(t: readonly WhenToken[], clause: Clause, groups: readonly Group[], later: boolean) {
    this.#later = later;
    this.#t = t;
    this.#clause = clause;
    this.#groups = groups;
  }

  /** `earlier`: whether something of the same kind was said before this clause. */
  of(index: number, earlier: boolean): Role {
    const group = this.#groups[index];
    if (!group) return 'said';
    const denial = this.#denial(index, group, earlier);
    if (denial) return denial;
    if (this.#wished(group)) return 'beside';
    if (isMovedFrom(this.#t, this.#clause.from, this.#groups, index)) return 'was';
    if (this.#equated(index)) return 'was';
    if (this.#obstructed(index, group) || this.#ofOther(group)) return 'beside';
    const told = this.#told(index, group);
    if (told) return told;
    if (this.#saysGoodbye(group)) return 'was';
    const lead = this.#before(group);
    if (lead.some((word, k) => wasVerbs.has(word) && participles.has(lead[k + 1] ?? ''))) return 'done';
    // "Puse jueves, pero era viernes" puts right what was said.
    if (lead.some((word, k) => word === 'que' && (lead[k - 1] === 'igual' || lead[k - 1] === 'mismo'))) return 'was';
    const again = lead[0] === 'ya' && lead.includes('que') && this.#groups.length === 1 && !this.#later;
    if (!again && lead.some((word, k) => wasVerbs.has(word) && !(lead[k - 1] === 'pero' && word === 'era'))) return 'was';
    return this.#done(index) ? 'done' : 'said';
  }

  /** What stands in the clause before a group, from the group before on. */
  #before(group: Group): WhenToken[] {
    const index = this.#groups.indexOf(group);
    return this.#t.slice(this.#groups[index - 1]?.end ?? this.#clause.from, group.at);
  }

  #after(index: number): number {
    return this.#groups[index + 1]?.at ?? this.#clause.to;
  }

  #denial(index: number, group: Group, earlier: boolean): Role | undefined {
    const t = this.#t;
    for (let i = group.end; i < Math.min(this.#after(index), group.end + 9); i++) {
      if (isNegation(t, i)) {
        // "Jueves a las 10 no, a las 11": the day may still hold.
        if (i === this.#clause.to - 1 && t[i] === 'no' && group.hasDay && group.hasHour && this.#later) break;
        // "El jueves no puedo antes de las 10" limits the hour, not the day.
        if (t.slice(i + 1, i + 5).some((word) => word === 'antes' || word === 'hasta')) break;
        if (t[i] === 'ni' || except.has(t[i] ?? '') || turnsOver(t, i, this.#groups[index + 1])) break;
        return 'denied';
      }
      if (circumstance.has(t[i] ?? '')) break;
    }
    for (let i = group.at - 1; i >= this.#clause.from; i--) {
      const word = t[i] ?? '';
      if (isNegation(t, i)) {
        if (except.has(word) || word === 'ni' || word === 'tampoco') return 'denied';
        const start = this.#groups[index - 1]?.end ?? this.#clause.from;
        if (i < start) return undefined;
        const clarifies = group.partOnly && t[group.at] === 'de';
        if (recalls(t, group.end)) return 'denied';
        if (!clarifies && turnsOver(t, i, group) && (earlier || index > 0)) return this.#turned(index, group);
        if (index > 0 && i === start && t[i] === 'no') return undefined;
        if (t[i + 1] === 'se' && t[i + 2] === 'si' && t.slice(group.at, group.end).includes('o')) return 'doubt';
        return (t[i + 1] === 'se' || t[i + 1] === 'sabria' || t[i + 1] === 'estoy') && group.hasHour ? 'doubt' : 'denied';
      }
      const unsure = word === 'si' && t[i - 1] === 'se' && t[i - 2] === 'no';
      const able = word === 'puedo' || word === 'podria' || word === 'seria';
      if (lifts.has(word) && !unsure && !(able && isNegation(t, i - 1))) return undefined;
    }
    return undefined;
  }

  /** "El miércoles no el jueves", in one breath, may mean either; "es el miércoles, no el jueves" does not. */
  #turned(index: number, group: Group): Role | undefined {
    if (this.#t[this.#clause.from] === 'pero') return 'denied';
    if (!group.hasDay || (startsBubble(this.#t, this.#clause.from) && index === 0)) return undefined;
    const before = this.#t.slice(Math.max(0, group.at - 7), group.at);
    return before.some((word) => ['es', 'sera', 'seria', 'va'].includes(word)) ? 'denied' : 'doubt';
  }

  #wished(group: Group): boolean {
    const lead = this.#before(group);
    const near = lead.slice(-5);
    if (near.some((word, k) => wishes.has(word) && !(near[k + 1] === 'dia' && k + 2 <= near.length && !near.includes('feliz'))))
      return true;
    const whole = this.#t.slice(this.#clause.from, group.at);
    if (
      whole.includes('gracias') &&
      whole[whole.indexOf('gracias') + 1] === 'por' &&
      whole[whole.indexOf('gracias') + 2] !== 'favor'
    )
      return true;
    return whole.includes('que') && (whole.includes('tenga') || whole.includes('pase')) && !group.hasHour;
  }

  /** "El viernes hay junta", "es puente el lunes", "el martes descansa". */
  #obstructed(index: number, group: Group): boolean {
    const t = this.#t;
    for (let i = this.#clause.from; i < this.#clause.to; i++) {
      const word = t[i] ?? '';
      const noun = obstacleVerbs.has(word)
        ? [1, 2, 3].find((k) => i + k < this.#clause.to && obstacles.has(t[i + k] ?? ''))
        : undefined;
      const subject = noun === undefined && obstacles.has(word) && this.#isSubject(i);
      const alone = obstacles.has(word) && i === this.#clause.to - 1 && this.#groups.some(({ end }) => end === i);
      if (noun === undefined && !subject && !alone && !obstacleWords.has(word)) continue;
      if (isNegation(t, i - 1) || t[i - 1] === 'no') continue;
      if (this.#belongs(i, noun === undefined ? i + 1 : i + noun + 1, index, group)) return true;
    }
    return false;
  }

  /** "Termino lo del taller del miércoles". */
  #ofOther(group: Group): boolean {
    const [link, noun, before] = [this.#t[group.at - 1], this.#t[group.at - 2], this.#t[group.at - 3]];
    return link === 'del' && otherEvents.has(noun ?? '') && ['lo', 'la', 'el', 'del'].includes(before ?? '') && !group.hasHour;
  }

  /** "La junta es el jueves": the clause is about it. */
  #isSubject(i: number): boolean {
    const t = this.#t;
    const article = t[i - 1] === 'la' || t[i - 1] === 'el' || t[i - 1] === 'mi';
    const verb = ['es', 'sera', 'fue', 'seria', 'va', 'esta', 'cae', 'son'];
    return (
      (article && i - 1 === this.#clause.from && t.slice(i + 1, i + 6).some((word) => verb.includes(word))) || t[i - 1] === 'mi'
    );
  }

  /** An obstacle is laid to the group right before it, else to the next one after it. */
  #belongs(from: number, to: number, index: number, group: Group): boolean {
    const t = this.#t;
    // "Salgo a las 3": the hour that follows.
    if (t[to] === 'a' && (t[to + 1] === 'las' || t[to + 1] === 'la')) return group.at === to;
    const before = this.#groups.findLastIndex((one) => one.end <= from);
    const owner =
      before >= 0 && !t.slice(this.#groups[before]?.end, from).some((word) => circumstance.has(word)) ? before : undefined;
    if (owner !== undefined) return owner === index;
    if (before >= 0) return false;
    const after = this.#groups.findIndex((one) => one.at >= to - 1);
    // "Es puente el lunes": the obstacle is itself a kind of day.
    if (after >= 0 && this.#groups[after]?.at === to - 1) return index === after || index === after + 1;
    return after === index && !t.slice(to, group.at).some((word) => word === 'asi' || word === 'entonces');
  }

  /** "El lunes le aviso", "le pregunto mañana": not the day that is asked for. */
  #told(index: number, group: Group): Role | undefined {
    const t = this.#t;
    let i = group.end;
    while (i < this.#clause.to && pronouns.has(t[i] ?? '')) i++;
    const addressed = addressees.has(t[i - 1] ?? '') || (i === group.end && saidAlone.has(t[i] ?? ''));
    const follows = i < this.#after(index) && i < this.#clause.to && tells.has(t[i] ?? '') && addressed;
    if (follows) return group.hasHour && confirms.test(t[i] ?? '') ? 'doubt' : 'beside';
    let k = group.at - 1;
    while (k >= this.#clause.from && pronouns.has(t[k] ?? '')) k--;
    if (k < this.#clause.from || group.hasHour || !addressees.has(t[k - 1] ?? '')) return undefined;
    if (confirms.test(t[k] ?? '')) return 'doubt';
    return asksAfter.has(t[k] ?? '') ? 'beside' : undefined;
  }

  /** "Hasta mañana, miss" may be no more than a farewell. */
  #saysGoodbye(group: Group): boolean {
    const t = this.#t;
    if (t[group.at - 1] !== 'hasta' || t[group.at] !== 'manana' || group.hasHour || group.at - 1 !== this.#clause.from)
      return false;
    return t.slice(group.end, this.#clause.to).every((word) => word === 'miss' || word === 'maestra' || word === 'gracias');
  }

  /** "El viernes es primero de mayo": she tells what day it is. */
  #equated(index: number): boolean {
    const at = this.#groups[index]?.at ?? 0;
    // "Ese día es día del maestro".
    if (this.#t[at - 1] === 'es' && this.#t[at - 2] === 'dia' && this.#t[at - 3] === 'ese') return true;
    return [index - 1, index].some((k) => {
      const [a, b] = [this.#groups[k], this.#groups[k + 1]];
      if (!a?.hasDay || !b?.hasDay || isNumber(this.#t[b.at])) return false;
      const between = this.#t.slice(a.end, b.at);
      return (between[0] === 'es' || between[0] === 'cae') && between.length <= 3;
    });
  }

  #done(index: number): boolean {
    const t = this.#t;
    for (let i = this.#clause.from; i < this.#clause.to; i++) {
      if (!doneVerbs.has(t[i] ?? '') || t[i - 1] === 'que' || isSign(t[i])) continue;
      const before = this.#groups.findLastIndex((one) => one.end <= i);
      const nearest = before >= 0 ? before : 0;
      if (nearest === index || this.#groups.length === 1) return true;
    }
    return false;
  }
}
