// Reads a YAML file against its schema and reports every problem with line and column.
import { readFileSync } from 'node:fs';
import { type Alias, type Document, isMap, isNode, isPair, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import type { z } from 'zod';
import type { Problem } from './problem.ts';

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

export function parseYaml(source: SourceText): { yaml: YamlFile<unknown>; problems: Problem[] } {
  const counter = new LineCounter();
  const document = parseDocument(source.text, { lineCounter: counter, prettyErrors: false, uniqueKeys: true });
  const position = (offset: number): { line: number; column: number } => {
    const { line, col } = counter.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const at = (path: readonly PropertyKey[]): { line: number; column: number } => {
    for (let length = path.length; length > 0; length--) {
      const parent = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
      if (isMap(parent)) {
        const pair = parent.items.find(
          (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(path[length - 1]),
        );
        if (pair && isNode(pair.key) && pair.key.range) return position(pair.key.range[0]);
      }
      const node = document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return position(node.range[0]);
    }
    return { line: 1, column: 1 };
  };
  const problems = document.errors.map((error) => ({
    file: source.file,
    ...position(error.pos[0]),
    message: `This is not valid YAML: ${error.message}`,
    fix: 'Look at the indentation, the quotes and the colons of this line and the one before it.',
  }));
  const yaml = { file: source.file, value: undefined, at };
  if (problems.length) return { yaml, problems };
  try {
    return { yaml: { ...yaml, value: document.toJS() }, problems };
  } catch (error) {
    const unknown = unknownAliases(document).map(({ source: name, range }) => ({
      file: source.file,
      ...position(range?.[0] ?? 0),
      message: `This is not valid YAML: "*${name}" stands for something that is not in this file`,
      fix: 'Put the whole text in quotes: a text that begins with an asterisk needs them.',
    }));
    if (!unknown.length) throw error;
    return { yaml, problems: unknown };
  }
}

/** Whoever writes a text of one word in *bold* has written an alias: the parser notices only when it makes values, and throws. */
function unknownAliases(document: Document.Parsed): Alias[] {
  const found: Alias[] = [];
  visit(document, { Alias: (_, alias) => void (alias.resolve(document) ?? found.push(alias)) });
  return found;
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
