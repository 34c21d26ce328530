// Placeholders that nothing fills in, and texts whose braces cannot be read.
import type { LoadedFiles } from '../load-program.ts';
import type { Problem } from '../problem.ts';
import { contentSentences } from './content-sentences.ts';
import { suggestion } from './name-sets.ts';
import { type Check, type KnownNames, problemAt } from './static-check.ts';
import { template } from './text-template.ts';
import { writtenTexts } from './written-texts.ts';

/** Sentences of the protocol are filled in by the code, name by name. */
const ofProtocol: Readonly<Record<string, readonly string[]>> = {
  alerted: ['contacts'],
  again: ['contacts'],
  care: ['contacts', 'route'],
  heard: ['name'],
  contactAlert: ['mentor', 'centre', 'time', 'route'],
  contactAgain: ['mentor', 'centre', 'time', 'route'],
  stillWaits: ['list'],
  seenBy: ['name', 'mentor', 'centre'],
  contactCleared: ['mentor', 'centre', 'time', 'route'],
  cleared: ['contacts'],
};

/** What the code hands to a text, besides the values that every text may hold. */
function givenTo(key: string, names: KnownNames): string[] {
  return [...names.givenValues].flatMap(([known, given]) =>
    known === key || (known.endsWith('*') && key.startsWith(known.slice(0, -1))) ? [...given] : [],
  );
}

export const placeholders: Check = (files, _program, names) => [
  ...writtenTexts(files).flatMap(({ yaml, path, key, text }): Problem[] => {
    const read = template(text);
    if (!read.ok) {
      const near =
        text
          .trim()
          .split('\n')
          [read.line - 1]?.slice(Math.max(0, read.column - 1), read.column + 20) ?? '';
      return [
        problemAt(
          yaml,
          path,
          `"${key}" cannot be read at line ${read.line}, character ${read.column} of the text (${near}): ${read.reason}`,
          'Close every brace, with only a name in it: {caregiver}. docs/guia-de-autores.md lists the names.',
        ),
      ];
    }
    const known = [...names.values, ...givenTo(key, names)];
    return read.names
      .filter((name) => !known.includes(name))
      .map((name) => problemAt(yaml, path, `Nothing fills in {${name}} of "${key}"`, suggestion(name, known)));
  }),
  ...braces(files),
];

/** Content is shown as it stands: a brace in it would reach people. */
function braces(files: LoadedFiles): Problem[] {
  return contentSentences(files).flatMap(({ yaml, path, text }) => {
    const allowed = yaml.file.endsWith('/protocolo.yaml') ? (ofProtocol[String(path[0])] ?? []) : [];
    const rest = allowed.reduce((sum, name) => sum.replaceAll(`{${name}}`, ''), text);
    if (!/[{}]/.test(rest)) return [];
    const fix = allowed.length
      ? `Only ${allowed.map((name) => `{${name}}`).join(', ')} may stand here.`
      : 'Write it in words: nothing is filled in here.';
    return [problemAt(yaml, path, 'A brace that would reach people as it stands', fix)];
  });
}
