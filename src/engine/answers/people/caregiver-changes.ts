// What she says of the names that were just read back to her: which is none, which are missing, and the list told again.

import { plain } from '../words/text-forms.ts';
import type { CaregiverLine } from './caregiver-list.ts';

export type ToldLine = Pick<CaregiverLine, 'name' | 'room' | 'shift' | 'doubt'>;

const takingOut = /\b(?:no|ni|quit\w+|borr\w+|elimin\w+|sobra\w*|nadie|menos|excepto|salvo)\b/;
const adding = /\b(?:falt\w+|tambien|ademas|agreg\w+|anad\w+|otra|y tambien)\b/;

const same = (a: string, b: string): boolean => plain(a) === plain(b);
const named = (name: string, said: string): boolean => ` ${said} `.includes(` ${plain(name)} `);

/** The list as it stands now; undefined where she says nothing of it. Room and shift once told stay with the name. */
export function changedLines(before: readonly ToldLine[], now: readonly ToldLine[], text: string): ToldLine[] | undefined {
  const said = plain(text);
  const told = now.map((line) => {
    const known = before.find(({ name }) => same(name, line.name));
    return known ? withoutDoubt({ ...known, ...line }) : line;
  });
  const out = takingOut.test(said)
    ? before.filter(({ name }) => named(name, said) && !now.some((line) => same(line.name, name)))
    : [];
  if (out.length === 0 && told.length === 0) return undefined;
  const rest = before.filter((line) => !out.includes(line) && !told.some(({ name }) => same(name, line.name)));
  // "Chayo es de lactantes a": of one of them, and no list.
  const places =
    now.length < before.length &&
    now.every(({ name, room, shift }) => (room ?? shift) && before.some((line) => same(line.name, name)));
  if (places && out.length === 0) return before.map((line) => told.find(({ name }) => same(name, line.name)) ?? line);
  // A list told again stands for itself; what is missing comes beside the others.
  if (told.length > 0 && !adding.test(said)) return told;
  return [...rest.map(withoutDoubt), ...told];
}

const withoutDoubt = ({ name, room, shift }: ToldLine): ToldLine => ({
  name,
  ...(room ? { room } : {}),
  ...(shift ? { shift } : {}),
});
