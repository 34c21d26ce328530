// npm run rehearse: plays a pilot with invented mentors through the whole bot, and writes what it would do to people.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { configOrExit, projectRoot } from '../config.ts';
import { progressBar } from '../rehearsal/progress-bar.ts';
import { figuresOf, type RehearsalFigures } from '../rehearsal/rehearsal-figures.ts';
import { reportFiles } from '../rehearsal/rehearsal-report.ts';
import { rehearse } from '../rehearsal/run-rehearsal.ts';
import { type ScenarioName, scenarioNames, scenarioOf } from '../rehearsal/scenario.ts';
import { readRosterFiles } from '../roster/read-roster.ts';
import { programOf, StartProblem } from './chat-house.ts';
import { endWith } from './end-command.ts';

const usage = `npm run rehearse -- [--scenario piloto|semana-intensa] [--seed 7] [--out DIR]
                    [--mentors 16] [--caregivers 8] [--months 6] [--compare DIR]
Plays the programme's calendar with invented mentors, through the real bot, in seconds; nobody is written to.
Writes informe.md, datos.json, charts and what each mentor would have received into DIR (ensayos/<scenario>-<seed>).
--compare: the folder of an earlier rehearsal, to see what a change of the calendar or of the ladders did.
The same seed, flows and content give the same report, byte for byte.`;

interface Wanted {
  scenario: ScenarioName;
  seed: string;
  out: string;
  compare?: string;
  mentors?: number;
  caregivers?: number;
  months?: number;
}

/** Throws where an option is unknown or no number. */
function readOptions(args: string[]): Wanted | 'help' {
  const { values } = parseArgs({
    args,
    options: {
      scenario: { type: 'string', default: 'piloto' },
      seed: { type: 'string', default: '1' },
      out: { type: 'string' },
      compare: { type: 'string' },
      mentors: { type: 'string' },
      caregivers: { type: 'string' },
      months: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) return 'help';
  const scenario = scenarioNames.find((name) => name === values.scenario);
  if (scenario === undefined)
    throw new StartProblem(`There is no scenario "${values.scenario}". Write one of: ${scenarioNames.join(', ')}.`);
  const number = (name: 'mentors' | 'caregivers' | 'months', most: number): Record<string, number> => {
    const given = values[name];
    if (given === undefined) return {};
    const value = Number(given);
    if (!Number.isInteger(value) || value < 1 || value > most)
      throw new StartProblem(`--${name} ${given} is not a whole number from 1 to ${most}.`);
    return { [name]: value };
  };
  return {
    scenario,
    seed: values.seed,
    out: resolve(values.out ?? join(projectRoot, 'ensayos', `${scenario}-${values.seed.replace(/[^\w-]/g, '_')}`)),
    ...(values.compare === undefined ? {} : { compare: resolve(values.compare) }),
    ...number('mentors', 20_000),
    ...number('caregivers', 20),
    ...number('months', 24),
  };
}

/** Read before anything is written: it may be the folder that the report goes to. */
function figuresIn(dir: string): RehearsalFigures {
  try {
    return JSON.parse(readFileSync(join(dir, 'datos.json'), 'utf8')) as RehearsalFigures;
  } catch {
    throw new StartProblem(`There is no datos.json of a rehearsal in ${dir}.`);
  }
}

async function main(): Promise<number> {
  const wanted = readOptions(process.argv.slice(2));
  if (wanted === 'help') {
    console.log(usage);
    return 0;
  }
  const program = programOf(configOrExit());
  const demo = await readRosterFiles([join(projectRoot, 'data/demo')], { centres: [], persons: [] });
  if (!demo.ok) throw new StartProblem('The demonstration roster in data/demo has problems; see npm run roster.');
  const { scenario: name, out, compare, ...wishes } = wanted;
  const before = compare === undefined ? undefined : figuresIn(compare);
  const scenario = scenarioOf(name, program.programme, wishes);
  const bar = progressBar(process.stderr, name);
  const began = performance.now();
  const { tally, diary } = await rehearse({ scenario, program, demo: demo.roster, progress: (share) => bar.at(share) });
  bar.end();
  // A folder of a rehearsal before would mix with this one.
  rmSync(join(out, 'mentoras'), { recursive: true, force: true });
  for (const [path, content] of reportFiles(program, figuresOf(scenario, tally), diary, before)) {
    mkdirSync(dirname(join(out, path)), { recursive: true });
    writeFileSync(join(out, path), content);
  }
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const memory = Math.round(process.resourceUsage().maxRSS / 1024);
  console.error(`${tally.turns} turns in ${seconds} s, at most ${memory} MB. Report: ${join(out, 'informe.md')}`);
  return tally.trouble.errors.count === 0 ? 0 : 1;
}

await endWith(main);
