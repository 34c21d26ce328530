// A copy of the project's flows and content in a temporary folder with some files changed, loaded and checked.
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parse, stringify } from 'yaml';
import { knownNames } from '../../src/commands/check.ts';
import { sortProblems } from '../../src/program/checks/all-checks.ts';
import type { Check, KnownNames } from '../../src/program/checks/static-check.ts';
import { type LoadedFiles, loadProgram } from '../../src/program/load-program.ts';
import type { Problem } from '../../src/program/problem.ts';
import type { Program } from '../../src/program/program.ts';

export const root = join(import.meta.dirname, '../..');

/** New text of a file, or what becomes of the present one; null takes the file away. */
export type Patches = Record<string, string | null | ((text: string) => string)>;

/** Files so long that reading them anew for every example would make the tests slow. */
const long = ['vocabulario', 'protocolo', 'videoteca', 'preguntas-frecuentes', 'guia-de-mentoria'].map(
  (name) => `content/es-MX/${name}.yaml`,
);
const shortened = new Map<string, string>();

/** The same file with at most ten elements in each of its lists. */
function shorter(file: string): string {
  const known = shortened.get(file);
  if (known !== undefined) return known;
  const cut = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.slice(0, 10).map(cut);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, cut(inner)]));
  };
  const text = stringify(cut(parse(readFileSync(join(root, file), 'utf8'))));
  shortened.set(file, text);
  return text;
}

/** Flows that examples lead to, and one with a date; the others are left out of them for speed. */
const keptFlows = ['menu', 'ubicacion', 'aceptacion', 'acordar'].map((name) => `${name}.yaml`);

/** `whole`: long files to be copied as they are beside the few flows that examples need; everything where it is left out. */
export function copyProject(patches: Patches = {}, whole?: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'luciernaga-check-'));
  for (const part of ['flows', 'content']) cpSync(join(root, part), join(folder, part), { recursive: true });
  mkdirSync(join(folder, 'data/media'), { recursive: true });
  for (const name of readdirSync(join(root, 'data/media'))) writeFileSync(join(folder, 'data/media', name), '');
  for (const name of whole ? readdirSync(join(root, 'flows')) : []) {
    if (keptFlows.includes(name)) continue;
    rmSync(join(folder, 'flows', name));
    rmSync(join(folder, 'content/es-MX', name), { force: true });
  }
  for (const file of long) if (whole && !whole.includes(file)) writeFileSync(join(folder, file), shorter(file));
  for (const [file, patch] of Object.entries(patches)) {
    const path = join(folder, file);
    if (patch === null) {
      rmSync(path);
      continue;
    }
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, typeof patch === 'string' ? patch : patch(readFileSync(path, 'utf8')));
  }
  return folder;
}

interface Loaded {
  files: LoadedFiles;
  program: Program;
  names: KnownNames;
  /** The text of a file as it was loaded. */
  read(file: string): string;
}

let names: KnownNames | undefined;

function loadPatched(patches: Patches, whole: readonly string[]): Loaded {
  const folder = copyProject(patches, whole);
  try {
    const loaded = loadProgram(folder);
    if (!loaded.ok) throw new Error(loaded.problems.map(({ file, line, message }) => `${file}:${line} ${message}`).join('\n'));
    const kept = new Map(
      Object.keys(patches).map((file) => [file, patches[file] === null ? '' : readFileSync(join(folder, file), 'utf8')]),
    );
    names ??= knownNames(folder);
    return { files: loaded.files, program: loaded.program, names, read: (file) => kept.get(file) ?? '' };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const present = new Map<string, Loaded>();
const told = ({ file, message }: Problem): string => `${file} ${message}`;

/** What the check says of the patched project and not of the present one: the present one may be under work. */
export function newProblems(
  check: Check,
  patches: Patches,
): { problems: Problem[]; lineOf: (file: string, part: string) => number } {
  const whole = long.filter((file) => file in patches);
  const key = whole.join();
  const now = present.get(key) ?? loadPatched({}, whole);
  present.set(key, now);
  const before = new Set(check(now.files, now.program, now.names).map(told));
  const { files, program, names: known, read } = loadPatched(patches, whole);
  const problems = sortProblems(check(files, program, known).filter((problem) => !before.has(told(problem))));
  const lineOf = (file: string, part: string): number => {
    const at = read(file).indexOf(part);
    if (at < 0) throw new Error(`${file} does not hold ${part}`);
    return read(file).slice(0, at).split('\n').length;
  };
  return { problems, lineOf };
}

/** A flow called "prueba" with its texts: what a check is shown. */
export function prueba(steps: string, texts: string, rest = ''): Patches {
  return {
    'flows/prueba.yaml': `flow: prueba\n${rest}steps:\n${steps.replace(/^\n/, '').replace(/\s*$/, '\n')}`,
    'content/es-MX/prueba.yaml': texts.replace(/^\n/, '').replace(/\s*$/, '\n'),
  };
}

/** Replaces the first occurrence and fails where there is none, so that a test never passes for lack of its example. */
export function replaced(part: string | RegExp, by: string): (text: string) => string {
  return (text) => {
    const changed = text.replace(part, by);
    if (changed === text) throw new Error(`nothing to replace: ${part}`);
    return changed;
  };
}
