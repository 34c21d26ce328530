// The words that stand beside the options she names: which say nothing, which are another item of her list, which make a doubt.
import { emptyWords } from './option-words.ts';
import type { SaidClauses } from './said-clauses.ts';

export const harmless = new Set(
  'i y e tambien mas porfa si ok va sale kiero kiere use usamos sirbio sirbieron gusto gustaron seria serian kon ya pue puro puros la el las los opsion opsiones numero numeros num aber ber elijo marko pongo prefiero fue fueron solo nomas nada mas mucho todo todabia maestra mtra mis'.split(
    ' ',
  ),
);

/** "Yo creo que la 2" proposes; "creo que la 2" is not sure. */
export const opinions = new Set(['yo', 'para', 'komo', 'm', 'unas', 'por', 'pienso']);

/** "Ya terminamos el plan", "quiero corregir el plan": what she does with it is another matter. */
export const acts = /^(?:termin|akab|korreg|korrij|eskrib[ai])(?!.*ke$)[a-z]*$|^(?:kambiar|kambie|borrar)$/;

/** "No se va a poder" is no "no sé". */
export const goesOnAsVerb = ({ list, starts }: SaidClauses, at: number): boolean =>
  !starts.has(at) &&
  /^(?:ba|puede|pudo|puedo|podra|iso|ase|asen|dio|deja|usa|uso|yebo|presto|okupa|nesesita)$/.test(list[at] ?? '');

/** One word between commas and "y" is an item of her list. */
export function standsAlone({ list, starts }: SaidClauses, at: number): boolean {
  const opens = (i: number): boolean => starts.has(i) || list[i] === 'y';
  let from = at;
  while (from > 0 && emptyWords.has(list[from - 1] ?? '') && !opens(from) && list[from - 1] !== 'y') from--;
  const begins = from === 0 || starts.has(from) || list[from - 1] === 'y';
  const ends = at + 1 >= list.length || opens(at + 1);
  return begins && ends && list.length > 1;
}
