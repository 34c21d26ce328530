// npm run check: looks at flows/ and content/ as an author would want it, and says what to mend, where and how.
import { existsSync, globSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { projectRoot } from '../config.ts';
import { conditions } from '../mentoring/conditions.ts';
import { lists } from '../mentoring/lists.ts';
import { values } from '../mentoring/values.ts';
import { verbs } from '../mentoring/verbs.ts';
import { wordingChecks } from '../mentoring/wording-checks.ts';
import { runChecks, sortProblems } from '../program/checks/all-checks.ts';
import { placeholderTable } from '../program/checks/placeholder-table.ts';
import type { KnownNames } from '../program/checks/static-check.ts';
import { flowsInCode, textsInCode } from '../program/checks/texts-in-code.ts';
import { jsonSchemas } from '../program/json-schema.ts';
import { type LoadResult, loadProgram } from '../program/load-program.ts';
import { formatProblem, type Problem } from '../program/problem.ts';

const usage = `npm run check [-- --json]    looks at flows/ and content/; ends with 1 where something is wrong
npm run check -- --schema    writes docs/schema/*.json and the table of placeholders in docs/guia-de-autores.md again`;

/** `root` holds content and data/media; what the code knows is always that of this project. */
export function knownNames(root: string): KnownNames {
  const sources = globSync('src/**/*.ts', { cwd: projectRoot }).map((file) => readFileSync(`${projectRoot}/${file}`, 'utf8'));
  const content = `${root}/content/es-MX`;
  const textFiles = existsSync(content) ? readdirSync(content).map((name) => name.replace(/\.yaml$/, '')) : [];
  const { keys, given } = textsInCode(sources, new Set(textFiles));
  const media = `${root}/data/media`;
  return {
    verbs: new Set(Object.keys(verbs)),
    conditions: new Set(Object.keys(conditions)),
    lists: new Set(Object.keys(lists)),
    values: new Set(Object.keys(values)),
    wordingChecks: new Set(Object.keys(wordingChecks)),
    houseTexts: keys,
    givenValues: given,
    ...flowsInCode(sources),
    media: new Set(existsSync(media) ? readdirSync(media) : []),
  };
}

export function checkProject(root: string): Problem[] {
  const loaded: LoadResult = loadProgram(root);
  return loaded.ok ? runChecks(loaded.files, loaded.program, knownNames(root)) : sortProblems(loaded.problems);
}

/** What `--schema` writes, by path from the root of the project. */
export function writtenDocuments(root: string): Record<string, string> {
  const schemas = Object.entries(jsonSchemas()).map(([name, text]) => [`docs/schema/${name}`, text]);
  const guide = 'docs/guia-de-autores.md';
  if (existsSync(`${root}/${guide}`)) {
    schemas.push([guide, placeholderTable(readFileSync(`${root}/${guide}`, 'utf8'), new Set(Object.keys(values)))]);
  }
  return Object.fromEntries(schemas);
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}

function main(): number {
  const { values: flags } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      schema: { type: 'boolean', default: false },
      /** A copy of the project, for trying things out. */
      root: { type: 'string', default: projectRoot },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (flags.help) {
    console.log(usage);
    return 0;
  }
  if (flags.schema) {
    mkdirSync(`${flags.root}/docs/schema`, { recursive: true });
    for (const [file, text] of Object.entries(writtenDocuments(flags.root))) writeFileSync(`${flags.root}/${file}`, text);
    return 0;
  }
  const found = checkProject(flags.root);
  const problems = found.filter(({ severity }) => severity !== 'advice').length;
  if (flags.json) console.log(JSON.stringify(found, null, 2));
  else {
    for (const problem of found) console.log(formatProblem(problem));
    const advice = found.length - problems;
    const advised = advice ? ` (and ${count(advice, 'piece of advice', 'pieces of advice')})` : '';
    if (problems) console.log(`\n${count(problems, 'thing', 'things')} to mend${advised}.`);
    else console.log(`All is well: flows and content can be used${advised}.`);
  }
  return problems ? 1 : 0;
}

if (import.meta.main) {
  try {
    process.exitCode = main();
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
    process.exitCode = 1;
  }
}
