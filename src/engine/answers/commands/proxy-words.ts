// What is told of a mentor, as she would tell it herself, so that the readers of her own words understand it.
import { isAlsoThing, isGivenName } from '../people/given-names.ts';
import { plain } from '../words/text-forms.ts';

const hers: Readonly<Record<string, string>> = {
  hizo: 'hice',
  hicieron: 'hicimos',
  realizo: 'realice',
  realizaron: 'realizamos',
  observo: 'observé',
  platico: 'platiqué',
  platicaron: 'platicamos',
  tuvo: 'tuve',
  tuvieron: 'tuvimos',
  termino: 'terminé',
  terminaron: 'terminamos',
  retroalimento: 'retroalimenté',
  hablo: 'hablé',
  pudo: 'pude',
  pudieron: 'pudimos',
};

const toldVerb = new Set(Object.values(hers).map(plain));

/** Without "ya" a report is none, and a proxy reports nothing else. */
export function toldByHerself(words: string): string {
  const said = words.replace(/^\s*que\s+/iu, '').replace(/\p{L}+/gu, (word) => hers[plain(word)] ?? word);
  const first = plain(said).split(' ')[0] ?? '';
  return toldVerb.has(first) ? `ya ${said}` : said;
}

const noNames = new Set(
  'lunes martes miercoles jueves viernes sabado domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre maternal lactantes sala plan trabajo ayer hoy'.split(
    ' ',
  ),
);

/** "la observación de Rosa", "con Rosa María": a name behind a word that leads to one; '' where there is none. */
export function newNameIn(words: string): string {
  for (const [, name = ''] of words.matchAll(
    /\b(?:de|con|a)\s+(?:la\s+)?(?:maestra\s+|mtra\.?\s+|miss\s+|seño\s+)?(\p{Lu}\p{L}+(?:\s+\p{Lu}\p{L}+)?)/gu,
  ))
    if (!noNames.has(plain(name).split(' ')[0] ?? '')) return name;
  // On a phone names are seldom capital: a word that is known to be one is enough.
  for (const [, name = ''] of words.matchAll(
    /(?<!\p{L})(?:de|con|a)\s+(?:la\s+)?(?:maestra\s+|mtra\.?\s+|miss\s+|seño\s+)?(\p{L}{3,})/giu,
  ))
    if (!noNames.has(plain(name)) && isGivenName(plain(name)) && !isAlsoThing(plain(name))) return capital(name);
  return '';
}

export const capital = (name: string): string => name.replace(/(?<!\p{L})\p{Ll}/gu, (letter) => letter.toUpperCase());

/** What was said of the acceptance of a new caregiver, beside what was done with her. */
export function toldAcceptance(words: string): { accepted?: 'yes' | 'no' } {
  const said = plain(words);
  if (/\b(no (?:ha |ah )?acept\w+|no quiso|no quiere|todavia no acept\w+|aun no acept\w+)\b/.test(said))
    return /\b(?:todavia|aun|ha|ah)\b/.test(said) ? {} : { accepted: 'no' };
  return /\b(?:ya|si|ella) (?:ella )?(?:acepto|habia aceptado|esta de acuerdo|quiso)\b|\bacepto(?: participar)?$/.test(said)
    ? { accepted: 'yes' }
    : {};
}
