// Stands for a person or a group where a phone would show a picture.
import { el } from './page-dom.ts';

const tints = 6;

/** Initials on a colour of her own. */
export function face(name: string, isGroup: boolean): HTMLElement {
  const initials = name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => word.charAt(0).toUpperCase())
    .join('');
  const tint = hashOf(name) % tints;
  return el('span', { class: `face tint-${tint}${isGroup ? ' of-group' : ''}`, 'aria-hidden': 'true' }, initials);
}

/** FNV-1a: names that are alike get colours that are not. */
function hashOf(name: string): number {
  let hash = 0x811c9dc5;
  for (const sign of name) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash ^ (hash >>> 15);
}
