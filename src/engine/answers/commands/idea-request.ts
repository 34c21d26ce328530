// Tells a request for an idea ("tiene algo para cuando lloran") from words that are an answer themselves.
import type { Vocabulary } from '../../../program/vocabulary-schema.ts';
import { phraseAt, soundOf } from '../words/phrase-book.ts';
import { longestText, words } from '../words/text-forms.ts';

export interface IdeaRequest {
  /** What the idea should be about, in plain words. */
  about: string;
  /** She asks the bot for it; else the same words may be her answer ("buscar algo para cuando muerden"). */
  sure: boolean;
  /** How she calls it, in plain words: "video". */
  noun: string;
}

const sounds = (phrases: string): readonly string[] =>
  phrases.split(', ').map((phrase) => phrase.split(' ').map(soundOf).join(' '));
const asking = sounds(
  'tiene, tienes, no tiene, no tendra, tendra, tendras, me da, me das, deme, dame, me puede dar, me podria dar, me pasa, paseme, pasame, me manda, mandeme, mandame, me recomienda, recomiendeme, me sugiere, busco, ando buscando, estoy buscando, busqueme, buscame, me busca, quiero ver, quisiera ver, quiero buscar, quisiera buscar, quiero que me de, conoce, sabe de, hay, habra, ayudeme con, puedo ver, muestreme, me muestra, enseneme, dejeme ver, quisiera saber si tiene, quiero saber si tiene, sabra de, me gustaria ver, me gustaria, podemos ver, vemos, veamos, si vemos, me busca, necesito que me de',
);
const perhapsAsking = sounds('buscar, busque, busca, necesito, necesitamos, quiero, quisiera, ver');
const small = new Set('un una unos unas alguna algun algunas algunos otra otro mas de buena el la'.split(' ').map(soundOf));
const nouns = new Set(
  'algo idea ideas consejo consejos consejito tip tips video videos videito sugerencia sugerencias recomendacion recomendaciones'
    .split(' ')
    .map(soundOf),
);
/** Only the bot has these to give; "algo" and "video" may be what she needs. */
const advice = new Set('consejo consejos consejito tip tips sugerencia sugerencias idea ideas'.split(' ').map(soundOf));
/** "Buscar ideas para..." may be what the two agreed. */
const searches = new Set(['buscar', 'ver'].map(soundOf));
const links = sounds(
  'para cuando, por si, para la hora, para el momento, sobre, acerca de, de como, de, con, como, para, cuando, en, que hago',
);
/** "Algo para que se sienten" is material, no question. */
const purpose = soundOf('que');
const vague = new Set(['con', 'en', 'de', 'como'].map(soundOf));
const mostWords = 18;
const mostBetween = 5;
const trailing = new Set('primero antes porfa ahorita por favor mejor'.split(' ').map(soundOf));

export function readIdeaRequest(text: string, v: Vocabulary): IdeaRequest | undefined {
  const spelled = words(text.slice(0, longestText)).flatMap((word) => (v.abbreviations.get(word) ?? word).split(' '));
  const list = spelled.map(soundOf);
  if (list.length > mostWords) return undefined;
  let i = 0;
  for (let hit = phraseAt(list, i, v.hesitations); hit; hit = phraseAt(list, i, v.hesitations)) i = hit.end;
  const ask = longestAt(list, i, asking);
  const perhaps = ask === 0 ? longestAt(list, i, perhapsAsking) : 0;
  const verb = list[i] ?? '';
  i += ask + perhaps;
  while (small.has(list[i] ?? '')) i++;
  // "No tendrá por ahí algún tip": a few words may stand in between.
  const near = ask > 0 && !nouns.has(list[i] ?? '') ? list.slice(i, i + mostBetween).findIndex((word) => nouns.has(word)) : 0;
  i += Math.max(0, near);
  if (!nouns.has(list[i] ?? '')) return undefined;
  const noun = spelled[i] ?? '';
  i++;
  const link = longestAt(list, i, links);
  const wondered = text.includes('?');
  if (link === 0 && list.slice(i).some((word) => !trailing.has(word))) return undefined;
  const about = link === 0 ? '' : spelled.slice(i + link).join(' ');
  if (about === '') return ask > 0 && perhaps === 0 ? { about, sure: true, noun } : undefined;
  if (list[i + link] === purpose && link === 1 && ask === 0) return undefined;
  // "Buscar ideas con la maestra": with whom or where, not what for.
  if (link === 1 && ask === 0 && vague.has(list[i] ?? '')) return undefined;
  const asksPlainly = advice.has(list[i - 1] ?? '') && !searches.has(verb);
  return { about, sure: ask > 0 || wondered || asksPlainly, noun };
}

/** How many words of the list the longest of the phrases takes at this place. */
function longestAt(list: readonly string[], at: number, phrases: readonly string[]): number {
  const fitting = phrases.map((phrase) => phrase.split(' ')).filter((parts) => parts.every((part, k) => list[at + k] === part));
  return Math.max(0, ...fitting.map((parts) => parts.length));
}
