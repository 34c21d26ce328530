// What is told of a mentor, as she would tell it herself, so that the readers of her own words understand it.
import { plain } from './text-forms.ts';

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
  return '';
}
