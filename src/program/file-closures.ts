// What the file of closed days says, as closures like those that are ordered in the chat.
import { type Closure, type ClosureScope, closureScopes } from '../domain/closure.ts';
import type { ClosedDays } from './content-schema.ts';

type Entry = ClosedDays['closures'][number];

const scopeOf = (entry: Entry): ClosureScope => closureScopes.find((scope) => entry[scope] !== undefined) ?? 'programme';

export function fileClosures({ closures }: ClosedDays): Closure[] {
  return closures.map((entry) => {
    const { from, to = from, name } = entry;
    const scope = scopeOf(entry);
    const place = scope === 'programme' ? '' : (entry[scope] ?? '');
    const id = `file:${scope}:${place}:${from}:${to}`;
    return {
      kind: 'closure',
      id,
      owner: 'programme',
      scope,
      place,
      from,
      to,
      name,
      version: 0,
      takenBack: false,
      by: '',
      at: '',
    };
  });
}
