// npm run roster: shows what roster files would change, asks, and imports them whole; or shows the roster.
import { existsSync, readdirSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { configOrExit } from '../config.ts';
import { createLog } from '../log.ts';
import { describePlan, describeRoster } from '../roster/describe-plan.ts';
import { planImport } from '../roster/plan-import.ts';
import { readRosterFiles } from '../roster/read-roster.ts';
import { sayProblem } from '../roster/roster-problem.ts';
import { openLowdbStore } from '../store/lowdb/lowdb-store.ts';
import type { RosterImport, Store } from '../store/store.ts';

const usage = `npm run roster -- import FILE... [--yes] [--data DIR]   FILE: centres, people, or a folder with centres.csv and people.csv
npm run roster -- show [--data DIR]`;

const stopTheBot = 'Stop the bot first, import, and start it again. Nothing was changed.';

async function readCurrent(dir: string): Promise<RosterImport> {
  if (!existsSync(dir) || readdirSync(dir).length === 0) return { centres: [], persons: [] };
  const store = await openLowdbStore({ dir, log: createLog('warn'), mode: 'read' });
  try {
    return await store.readRoster();
  } finally {
    await store.close();
  }
}

/** The records to import, or undefined where a row is wrong; says everything that there is to say. */
async function showPlan(files: string[], current: RosterImport): Promise<RosterImport | undefined> {
  const read = await readRosterFiles(files, current);
  const plan = read.ok ? planImport(current, read.roster) : undefined;
  const problems = read.ok
    ? (plan?.problems ?? []).map((problem) => ({
        ...(read.sourceOf(problem.kind, problem.id) ?? { file: problem.id, line: 0 }),
        ...problem,
      }))
    : read.problems;
  if (!plan || problems.length > 0) {
    for (const problem of problems) console.error(sayProblem(problem));
    console.error(`Nothing was changed: ${problems.length === 1 ? 'one row is' : `${problems.length} things are`} wrong.`);
    return undefined;
  }
  console.log(describePlan(plan));
  return plan.records;
}

function confirm(question: string): Promise<boolean> {
  return new Promise((resolve) => {
    const terminal = createInterface({ input: process.stdin, output: process.stderr });
    // The end of the input is a no.
    terminal.once('close', () => resolve(false));
    terminal.question(question, (answer) => {
      resolve(/^(?:y|yes|s|si|sí)$/i.test(answer.trim()));
      terminal.close();
    });
  });
}

const isEmpty = ({ centres, persons }: RosterImport): boolean => centres.length + persons.length === 0;

async function importInto(store: Store, files: string[], yes: boolean): Promise<number> {
  const records = await showPlan(files, await store.readRoster());
  if (!records) return 1;
  if (isEmpty(records)) return 0;
  if (!yes && !(await confirm('Import this? (y/n) '))) {
    console.error('Nothing was changed.');
    return 0;
  }
  await store.importRoster(records);
  console.log(`Imported: ${records.centres.length} centres, ${records.persons.length} people.`);
  return 0;
}

async function importFiles(dir: string, files: string[], yes: boolean): Promise<number> {
  if (!yes && !process.stdin.isTTY) {
    const records = await showPlan(files, await readCurrent(dir));
    if (!records) return 1;
    console.error('Nothing was changed: there is no terminal to ask on. Repeat with --yes to import.');
    return 2;
  }
  // The folder is taken before the question is asked: nothing can change between what is shown and what is done.
  let store: Store;
  try {
    store = await openLowdbStore({ dir, log: createLog('warn'), mode: 'write' });
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'StoreInUseError') throw error;
    await showPlan(files, await readCurrent(dir));
    console.error(`${error.message}\n${stopTheBot}`);
    return 1;
  }
  try {
    return await importInto(store, files, yes);
  } finally {
    await store.close();
  }
}

async function main(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { yes: { type: 'boolean', default: false }, data: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  });
  const [verb, ...files] = positionals;
  if (values.help) {
    console.log(usage);
    return 0;
  }
  if (verb === 'import' && files.length > 0) return importFiles(values.data ?? configOrExit().data, files, values.yes);
  if (verb === 'show' && files.length === 0) {
    console.log(describeRoster(await readCurrent(values.data ?? configOrExit().data)));
    return 0;
  }
  console.error(usage);
  return 1;
}

process.exitCode = await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  return 1;
});
