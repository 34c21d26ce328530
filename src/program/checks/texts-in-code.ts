// Which texts and flows the source of the house names: read from the source, so that no list can be forgotten.

export interface TextsInCode {
  /** 'casa.hola', or 'casa.dato-*' for a key that is put together. */
  keys: Set<string>;
  given: Map<string, Set<string>>;
}

const keyLiteral = /(['"`])((?:[a-z][a-z0-9-]*)\.[a-zA-Z][\w-]*(?:\.[\w.-]*)?)(\1|\$\{)/g;
const textCall = /(?:\.text\(|houseText\(\s*[\w.]+\s*,)/g;

/** `files`: names of the text files; any other dotted literal is something else. */
export function textsInCode(sources: Iterable<string>, files: ReadonlySet<string>): TextsInCode {
  const found: TextsInCode = { keys: new Set(), given: new Map() };
  const keysIn = (source: string): string[] =>
    [...source.matchAll(keyLiteral)].flatMap(([, , key = '', after]) => {
      if (!files.has(key.slice(0, key.indexOf('.')))) return [];
      return [after === '${' ? `${key}*` : key];
    });
  for (const source of sources) {
    for (const key of keysIn(source)) found.keys.add(key);
    for (const call of source.matchAll(textCall)) {
      const [first = '', second = ''] = argumentsFrom(source, call.index + call[0].length);
      for (const key of keysIn(first)) {
        const given = found.given.get(key) ?? new Set();
        for (const name of namesOf(second)) given.add(name);
        found.given.set(key, given);
      }
    }
  }
  return found;
}

/** `openThread(draft, 'menu')` and `c.go('menu')` open a flow for certain; a quoted word may be its name in a table. */
export function flowsInCode(sources: Iterable<string>): { openedFlows: Set<string>; quotedWords: Set<string> } {
  const openedFlows = new Set<string>();
  const quotedWords = new Set<string>();
  for (const source of sources) {
    for (const [, name = ''] of source.matchAll(/(?:openThread\(\s*\w+,\s*|\.go\(\s*)'([a-z][a-z0-9-]*)'/g))
      openedFlows.add(name);
    for (const [, word = ''] of source.matchAll(/'([a-z][a-z0-9-]*)'/g)) quotedWords.add(word);
  }
  return { openedFlows, quotedWords };
}

const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** The arguments of a call, split at its own commas. Quotes in them hold no brackets in this house. */
function argumentsFrom(source: string, start: number): string[] {
  const parts = [''];
  const open: string[] = [];
  for (const sign of source.slice(start, start + 2000)) {
    if (closing[sign]) open.push(closing[sign]);
    else if (sign === open.at(-1)) open.pop();
    else if (sign === ')') break;
    if (sign === ',' && !open.length) parts.push('');
    else parts[parts.length - 1] += sign;
  }
  return parts;
}

/** Names of an object literal: `{ name, day: … }`. */
function namesOf(literal: string): string[] {
  const body = /^\s*\{([\s\S]*)\}\s*$/.exec(literal)?.[1];
  if (body === undefined) return [];
  return argumentsFrom(body, 0).flatMap((part) => /^\s*(\w+)\s*(?::|$)/.exec(part)?.[1] ?? []);
}
