// Reads a YAML file against its schema and reports every problem with line and column.
import { readFileSync } from 'node:fs';
import { constructFromEvents, type Event, parseEvents, YAMLException } from 'js-yaml';
import type { z } from 'zod';
import type { Problem } from './problem.ts';
import { lineAndColumn, nearestPlace, placesIn } from './yaml-places.ts';

export interface YamlFile<T> {
  /** Path from the root of the project. */
  file: string;
  value: T;
  /** Where a path of keys stands in the file. */
  at(path: readonly PropertyKey[]): { line: number; column: number };
}

export interface SourceText {
  file: string;
  text: string;
}

export function readSource(root: string, file: string): SourceText {
  return { file, text: readFileSync(`${root}/${file}`, 'utf8') };
}

export function parseYaml({ file, text }: SourceText): { yaml: YamlFile<unknown>; problems: Problem[] } {
  let events: Event[] = [];
  let places: ReadonlyMap<string, number> | undefined;
  // Where things stand is worked out only where there is something to say of them: most files are well.
  const at: YamlFile<unknown>['at'] = (path) => {
    places ??= placesIn(text, events);
    return lineAndColumn(text, nearestPlace(places, path));
  };
  try {
    events = parseEvents(text, {});
    const [value = null, ...more] = constructFromEvents(events, { source: text });
    if (more.length) throw new YAMLException('"---" begins a second document');
    return { yaml: { file, value, at }, problems: [] };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const offset = error.mark?.position ?? 0;
    const bold = text[offset - 1] === '*' || text[offset] === '*';
    const problem = {
      file,
      ...lineAndColumn(text, offset),
      message: `This is not valid YAML: ${error.reason}`,
      fix: bold
        ? 'Put the whole text in quotes: a text that begins with an asterisk needs them.'
        : 'Look at the indentation, the quotes and the colons of this line and the one before it.',
    };
    return { yaml: { file, value: undefined, at }, problems: [problem] };
  }
}

export function readYaml<T>(source: SourceText, schema: z.ZodType<T>): { yaml: YamlFile<T> | undefined; problems: Problem[] } {
  const { yaml, problems } = parseYaml(source);
  if (problems.length) return { yaml: undefined, problems };
  const parsed = schema.safeParse(yaml.value);
  if (parsed.success) return { yaml: { ...yaml, value: parsed.data }, problems: [] };
  return { yaml: undefined, problems: parsed.error.issues.flatMap((issue) => problemsOf(issue, yaml)) };
}

export function problemsOf(issue: z.core.$ZodIssue, yaml: YamlFile<unknown>, base: readonly PropertyKey[] = []): Problem[] {
  const path = [...base, ...issue.path];
  const where = path.map(String).join('.') || 'the file';
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      file: yaml.file,
      ...yaml.at([...path, key]),
      message: `Unknown key "${key}" in ${where}`,
      fix: 'Correct its spelling, or take it out: docs/guia-de-autores.md lists the keys.',
    }));
  }
  return [
    {
      file: yaml.file,
      ...yaml.at(path),
      message: `${where}: ${issue.message}`,
      fix: 'Write it as docs/guia-de-autores.md shows.',
    },
  ];
}
