// Where each key and each element of a YAML file stands, from what its parser came across.
import { EVENT_ID, type Event, getScalarValue, SCALAR_STYLE, type ScalarEvent } from 'js-yaml';

interface Open {
  path: readonly PropertyKey[];
  isMapping: boolean;
  /** The key whose value comes next. */
  key: string | undefined;
  count: number;
}

const joined = (path: readonly PropertyKey[]): string => path.map(String).join('\0');

/** Offset by path of keys: of a key itself, and of an element's first sign. */
export function placesIn(text: string, events: readonly Event[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  const open: (Open | undefined)[] = [];
  for (const event of events) {
    if (event.type === EVENT_ID.POP) {
      open.pop();
      continue;
    }
    if (event.type === EVENT_ID.DOCUMENT) {
      open.push(undefined);
      continue;
    }
    const parent = open.at(-1);
    let path: readonly PropertyKey[] = [];
    if (parent?.isMapping && parent.key === undefined) {
      parent.key = event.type === EVENT_ID.SCALAR ? getScalarValue(text, event) : '';
      if (event.type === EVENT_ID.SCALAR) places.set(joined([...parent.path, parent.key]), startOf(event));
    } else if (parent) {
      path = [...parent.path, parent.key ?? parent.count];
      if (!parent.isMapping) places.set(joined(path), event.type === EVENT_ID.SCALAR ? startOf(event) : startOfNode(event));
      parent.key = undefined;
      parent.count += 1;
    }
    if (event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE)
      open.push({ path, isMapping: event.type === EVENT_ID.MAPPING, key: undefined, count: 0 });
  }
  return places;
}

/** A quoted scalar begins with its quote. */
function startOf({ style, valueStart }: ScalarEvent): number {
  return style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED ? valueStart - 1 : valueStart;
}

const startOfNode = (event: Exclude<Event, ScalarEvent | { type: 1 | 6 }>): number =>
  'start' in event ? event.start : event.anchorStart;

/** Of what is there no place for, the place of what it is in. */
export function nearestPlace(places: ReadonlyMap<string, number>, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const place = places.get(joined(path.slice(0, length)));
    if (place !== undefined && place >= 0) return place;
  }
  return 0;
}

export function lineAndColumn(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}
