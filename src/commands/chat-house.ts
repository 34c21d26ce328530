// Puts together what a chat in this process needs: program, engine, roster and embedded store, with problems said in sentences.
import { createHash, randomInt } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { type Config, projectRoot } from '../config.ts';
import type { LookUp, LookUpResult } from '../domain/look-up.ts';
import type { ChannelName } from '../domain/roster.ts';
import { engineOf } from '../engine/engine-of.ts';
import { loadProgram } from '../program/load-program.ts';
import { formatProblem } from '../program/problem.ts';
import { type Program, withPins } from '../program/program.ts';
import { createLookUpAnswers } from '../reports/answer-look-up.ts';
import { readRosterFiles } from '../roster/read-roster.ts';
import { sayProblem } from '../roster/roster-problem.ts';
import type { TurnTaker } from '../runtime/turn-taker.ts';
import type { RosterImport, Store } from '../store/store.ts';
import { answerAttendanceList } from './answer-attendance-list.ts';
import { answerClosure } from './answer-closure.ts';
import { answerPhoneShared } from './answer-phone-shared.ts';
import { answerRosterChange, type RosterChangeParts } from './answer-roster-change.ts';
import { answerWorkshopChange } from './answer-workshop-change.ts';
import type { Phones } from './driver-phones.ts';
import { keepSecret } from './kept-secret.ts';

/** Something that whoever starts us can put right; its message says how. */
export class StartProblem extends Error {}

/** Throws StartProblem. */
export function programOf(config: Config): Program {
  const result = loadProgram(projectRoot, { flows: 'flows', content: relative(projectRoot, config.content) });
  if (result.ok) return result.program;
  throw new StartProblem(
    `Flows or content have problems; "npm run check" shows them too:\n${result.problems.map(formatProblem).join('\n')}`,
  );
}

/** Versions that somebody is in the middle of are kept before the current ones are first used. `trace`: as of `takeTurn`. */
export function bindEngine(program: Program, trace?: (step: string) => void): (store: Store) => Promise<TurnTaker> {
  return async (store) => {
    const bound = withPins(program, await store.keepPins([...program.pins]));
    return engineOf(bound, trace);
  };
}

export type LookUpBinder = (
  store: Store,
  now: () => string,
  house?: Pick<RosterChangeParts, 'learn' | 'linkOf'> & { codeLink?(channel: ChannelName, code: string): string | undefined },
) => (lookUp: LookUp) => Promise<LookUpResult>;

/** What turns ask of other people's records is answered by the reports; what they ask of the roster, by the house that learns of it. */
export function bindLookUps(program: Program, dataDir: string, newCode = randomCode): LookUpBinder {
  return (store, now, house) => {
    const changeRoster = (lookUp: LookUp) => answerRosterChange({ store, dataDir, now, ...house }, lookUp);
    return createLookUpAnswers({
      store,
      program,
      dataDir,
      now,
      changeRoster,
      changeClosures: (lookUp) => answerClosure({ store, program, dataDir, now }, lookUp),
      changeWorkshop: (lookUp) => answerWorkshopChange({ store, dataDir, now }, lookUp),
      readAttendance: (lookUp) => answerAttendanceList({ store, program }, lookUp),
      sharePhone: (lookUp) => answerPhoneShared({ store, dataDir, now, ...house }, lookUp),
      async makeLinkCode({ request }) {
        const code = newCode();
        const channel = request.kind === 'linkCode' ? request.channel : undefined;
        const link = channel && house?.codeLink?.(channel, code);
        return { kind: 'linkCode', code, ...(link === undefined ? {} : { link }) };
      },
      pseudonymSalt: () => keepSecret(dataDir, 'pseudonym-salt'),
    });
  };
}

const randomCode = (): string => String(randomInt(1_000_000)).padStart(6, '0');

/** The store is the truth: files are a beginning, and later changes are imported on purpose. */
export function rosterIfEmpty(
  paths: readonly string[],
  addresses: 'simulated' | 'asWritten' = 'simulated',
): (current: RosterImport) => Promise<RosterImport | undefined> {
  return async (current) => {
    if (current.persons.length > 0) return undefined;
    const roster = await readRosterOrExplain(paths, current);
    return addresses === 'simulated' ? reachableHere(roster) : roster;
  };
}

/** Named on the command line: imported once, and again when it has changed. */
export function rosterIfChanged(
  paths: readonly string[],
): (current: RosterImport, phones: Phones) => Promise<RosterImport | undefined> {
  return async (current, phones) => {
    const files = withCentres(paths);
    const fingerprint = fingerprintOf(files);
    if (phones.roster() === fingerprint && current.persons.length > 0) return undefined;
    const roster = reachableHere(await readRosterOrExplain(files, current));
    phones.imported(fingerprint);
    return roster;
  };
}

async function readRosterOrExplain(paths: readonly string[], current: RosterImport): Promise<RosterImport> {
  const result = await readRosterFiles(paths, current);
  if (result.ok) return result.roster;
  throw new StartProblem(`The roster has problems; nothing was imported:\n${result.problems.map(sayProblem).join('\n')}`);
}

/** In the simulator everybody has an address: her id. */
function reachableHere(roster: RosterImport): RosterImport {
  const persons = roster.persons.map((person) => ({
    ...person,
    addresses: [{ channel: 'simulator' as const, address: person.id }],
  }));
  return { ...roster, persons };
}

/** A file of people brings the centres beside it along. */
function withCentres(paths: readonly string[]): string[] {
  const all = new Set<string>();
  for (const path of paths) {
    const beside = join(dirname(path), 'centres.csv');
    if (basename(path) !== 'centres.csv' && isFile(path) && existsSync(beside)) all.add(beside);
    all.add(path);
  }
  return [...all];
}

function fingerprintOf(paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of paths) {
    const files = isFile(path) ? [path] : [join(path, 'centres.csv'), join(path, 'people.csv')];
    for (const file of files) hash.update(existsSync(file) ? readFileSync(file) : '');
  }
  return hash.digest('hex').slice(0, 16);
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}
