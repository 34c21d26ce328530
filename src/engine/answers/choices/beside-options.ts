// The words that stand beside the options she names: which say nothing, which are another item of her list, which make a doubt.

import { clauseStart, type SaidClauses } from '../words/said-clauses.ts';
import { emptyWords } from './option-words.ts';

export const harmless = new Set(
  'i y e tambien mas porfa si ok va sale kiero kiere use usamos sirbio sirbieron gusto gustaron seria serian kon ya pue puro puros la el las los opsion opsiones numero numeros num aber ber elijo marko pongo prefiero fue fueron solo nomas nada mas mucho todo todabia maestra mtra mis'.split(
    ' ',
  ),
);

/** "Yo creo que la 2" proposes; "creo que la 2" is not sure. */
export const opinions = new Set(['yo', 'para', 'komo', 'm', 'unas', 'por', 'pienso']);

/** "Ya terminamos el plan", "quiero corregir el plan": what she does with it is another matter. */
export const acts = /^(?:termin|akab|korreg|korrij|eskrib[ai])(?!.*ke$)[a-z]*$|^(?:kambiar|kambie|borrar|kada|otr[ao]s?)$/;

/** One word between commas and "y" is an item of her list. */
export function standsAlone({ list, starts }: SaidClauses, at: number): boolean {
  const opens = (i: number): boolean => starts.has(i) || list[i] === 'y';
  let from = at;
  while (from > 0 && emptyWords.has(list[from - 1] ?? '') && !opens(from) && list[from - 1] !== 'y') from--;
  const begins = from === 0 || starts.has(from) || list[from - 1] === 'y';
  const ends = at + 1 >= list.length || opens(at + 1);
  return begins && ends && list.length > 1;
}

interface Heard {
  /** Where words stand that say nothing that we know of, and where options are named. */
  unknownAt: readonly number[];
  mentionAt: readonly number[];
}

/** "Cuando comen" names the moment, "cuando termine la comida" another one. */
export function subordinate({ list }: SaidClauses): boolean {
  const opens = list.slice(0, 2).join(' ');
  return (
    opens === 'ya ke' ||
    opens === 'despues de' ||
    opens === 'antes de' ||
    list[0] === 'asta' ||
    (list[0] === 'si' && list.length > 4)
  );
}

/** What is joined by "y" and says something that no option does: "y aparte el festival". */
export function unheardParts({ list, starts }: SaidClauses, { unknownAt, mentionAt: named }: Heard): number {
  const begins = list.flatMap((word, i) => (word === 'y' || word === 'ni' || starts.has(i) ? [i] : []));
  return begins.filter((at, k) => {
    if (list[at] !== 'y' && list[at] !== 'ni') return false;
    const end = begins[k + 1] ?? list.length;
    return unknownAt.some((i) => i > at && i < end) && !named.some((i) => i > at && i < end);
  }).length;
}

export function othersBeside(said: SaidClauses, { unknownAt, mentionAt: named }: Heard): number {
  const clauses = new Set(named.map((at) => clauseStart(said, at)));
  return clauses.size === 0 ? unknownAt.length : unknownAt.filter((at) => clauses.has(clauseStart(said, at))).length;
}

/** Somebody else did it: "me lo grabó la directora". */
export const otherPeople = new Set(
  'direktora dire koordinadora konsultora asistente ausiliar kompanera mama papa esposo ija ijo ermana amiga sobrina alguien'.split(
    ' ',
  ),
);
