// Tells from which day an appointment was moved: "lo cambiamos del martes al jueves", "en vez del lunes".
import { moves } from './when-role-words.ts';
import type { Group } from './when-roles.ts';
import type { WhenToken } from './when-tokens.ts';

const articles = new Set(['el', 'la', 'las', 'los', 'este', 'dia', 'proximo', 'otro']);
const into = new Set(['al', 'a', 'para']);

/** The word that leads to a group, before its article. */
function linkTo(t: readonly WhenToken[], at: number): { link: WhenToken; before: WhenToken } {
  const i = articles.has(t[at - 1] ?? '') ? at - 2 : at - 1;
  return { link: t[i] ?? '', before: t[i - 1] ?? '' };
}

export function isMovedFrom(t: readonly WhenToken[], from: number, groups: readonly Group[], index: number): boolean {
  const group = groups[index];
  if (!group) return false;
  const own = linkTo(t, group.at);
  const isOf = (link: WhenToken): boolean => link === 'de' || link === 'del';
  if (isOf(own.link) && (own.before === 'vez' || own.before === 'lugar')) return true;
  const isInto = (at: number): boolean => {
    const { link, before } = linkTo(t, at);
    return into.has(t[at] ?? '') || into.has(link) || (isOf(link) && into.has(before)) || (isOf(t[at] ?? '') && into.has(link));
  };
  // What lies between "del" and "al" is left, a week beside its day too.
  const first = groups.findIndex(({ at, hasDay }) => hasDay && (isOf(linkTo(t, at).link) || isOf(t[at] ?? '')));
  const start = first < 0 ? index : first;
  const target = groups.findIndex(({ at }, k) => k > start && isInto(at));
  const left = first >= 0 && index >= first && index < target;
  return (left || (isOf(own.link) && target > index)) && t.slice(from, group.at).some((word) => moves.test(word));
}
