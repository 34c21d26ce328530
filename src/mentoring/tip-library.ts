// Finding tips: by the checklist item in focus, or by what she writes in her own words.
import { stemmer } from '@orama/stemmers/spanish';
import MiniSearch from 'minisearch';
import { withoutAccents } from '../domain/bare-words.ts';
import type { AgeGroup, Theme } from '../domain/mentoring-cycle.ts';
import type { Tip } from '../program/content-schema.ts';
import type { Program } from '../program/program.ts';

/** Tips for a focus, best first: those of the item, then those of the theme, for this age group. */
export function tipsForFocus(
  program: Program,
  focus: { item?: string; theme: Theme; ageGroup: AgeGroup; moment?: string },
): Tip[] {
  const { item, moment } = focus;
  const fitting = program.tips.filter((tip) => tip.ageGroups.includes(focus.ageGroup));
  // The item a tip names first is what it is about; then the moment of the routine that was looked at.
  const rank = (tip: Tip): number =>
    tip.items.indexOf(item ?? '') * 10 + tip.items.length * 2 - Number(tip.moments.some((one) => one === moment));
  const ofItem = fitting.filter((tip) => item !== undefined && tip.items.includes(item)).sort((a, b) => rank(a) - rank(b));
  const ofTheme = fitting.filter((tip) => tip.theme === focus.theme && !ofItem.includes(tip));
  return [...ofItem, ...ofTheme];
}

const stopWords = new Set(
  'a al algo alguna algun con cuando como de del el ella en es esta este hay la las le les lo los me mi mis necesito niña niñas niño niños nina ninas nino ninos o para pero por porque que quiero se si sobre su sus tip tips un una unas unos video videos y ya consejo consejos ideas idea tiene tienen ver dame busco maestra maestras'.split(
    ' ',
  ),
);

/** Letters that sound alike in Mexico are one: "yoran", "vevé", "desición" (domain: how mentors write). */
const asHeard = (stem: string): string =>
  stem
    .replaceAll('ll', 'y')
    .replaceAll('v', 'b')
    .replaceAll('z', 's')
    .replace(/c(?=[ei])/g, 's')
    .replace(/qu(?=[ei])/g, 'k')
    .replace(/(?<!c)h/g, '');

/** Accents and endings do not count: "llorando", "lloran" and "llanto" meet where the stemmer lets them. */
function plainTerm(word: string): string | null {
  const bare = withoutAccents(word);
  return bare.length < 2 || stopWords.has(bare) ? null : stemmer(bare);
}

function term(word: string): string | null {
  const stem = plainTerm(word);
  return stem === null ? null : asHeard(stem);
}

/** Stems of the words that say something. */
export const stemsOf = (text: string): string[] =>
  text.split(/[^\p{L}\p{N}]+/u).flatMap((word) => plainTerm(word.toLowerCase()) ?? []);

export function searchWords(query: string): string[] {
  return query.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '' && term(word) !== null);
}

const indexes = new WeakMap<readonly Tip[], MiniSearch>();

function indexOf(program: Program): MiniSearch {
  const kept = indexes.get(program.tips);
  if (kept) return kept;
  const moments = Object.fromEntries(
    program.programme.routineMoments.map(({ id, name, aliases }) => [id, `${name} ${aliases.join(' ')}`]),
  );
  const rooms = { infants: 'bebe bebes lactantes', toddlers: 'maternal maternales' };
  const index = new MiniSearch({
    fields: ['title', 'keywords', 'action', 'text', 'moments', 'theme', 'rooms'],
    processTerm: term,
    searchOptions: {
      boost: { keywords: 4, title: 3, moments: 2, action: 1.5 },
      fuzzy: (word) => (word.length > 4 ? 0.2 : false),
      prefix: (word) => word.length > 3,
      combineWith: 'OR',
    },
  });
  index.addAll(
    program.tips.map((tip) => ({
      id: tip.id,
      title: tip.title,
      keywords: tip.keywords.join(' '),
      action: tip.action,
      text: tip.text,
      moments: tip.moments.map((moment) => moments[moment] ?? '').join(' '),
      theme: program.themes[tip.theme]?.name ?? '',
      rooms: tip.ageGroups.map((group) => rooms[group]).join(' '),
    })),
  );
  indexes.set(program.tips, index);
  return index;
}

/** Tips for words of hers, best first, at most ten; empty where nothing fits. */
export function searchTips(program: Program, query: string): Tip[] {
  if (!searchWords(query).length) return [];
  const found = indexOf(program).search(query.slice(0, 300));
  const best = found[0]?.score ?? 0;
  const byId = new Map(program.tips.map((tip) => [tip.id, tip]));
  return found
    .filter(({ score }) => score >= best * 0.25)
    .slice(0, 10)
    .flatMap(({ id }) => byId.get(String(id)) ?? []);
}
