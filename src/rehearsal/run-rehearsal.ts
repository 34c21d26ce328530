// Plays a whole scenario, cohort by cohort: in this process where it is one, in a worker for each processor where they are many.
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { bindLookUps } from '../commands/chat-house.ts';
import type { RosterImport } from '../domain/roster.ts';
import type { Program } from '../program/program.ts';
import { cohortCount, cohortOf } from './invented-people.ts';
import type { Diary } from './keep-tally.ts';
import { playCohort } from './play-cohort.ts';
import type { Scenario } from './scenario.ts';
import { addTally, emptyTally, type Tally } from './tally.ts';

export interface RehearsalParts {
  scenario: Scenario;
  program: Program;
  /** The demonstration roster, after whose centres others are invented. */
  demo: RosterImport;
  /** From 0 to 1. */
  progress?(share: number): void;
}
export interface Rehearsed {
  tally: Tally;
  /** What the first mentors were sent. */
  diary: Diary;
}

/** Everybody's words would fill the memory of a national rehearsal: those of the first sixteen or so show what it is like. */
export const keepsDiary = (index: number): boolean => index < 2;

export type WorkerTask = { scenario: Scenario; demo: RosterImport; index: number };
export type WorkerNews = { index: number; share: number } | { index: number; tally: Tally; diary: Diary | undefined };

export async function rehearse(parts: RehearsalParts): Promise<Rehearsed> {
  const count = cohortCount(parts.scenario.mentors);
  return count === 1 ? rehearseHere(parts) : rehearseInWorkers(parts, count);
}

async function rehearseHere({ scenario, program, demo, progress }: RehearsalParts): Promise<Rehearsed> {
  const diary: Diary = new Map();
  const tally = emptyTally();
  addTally(tally, await playOne({ scenario, demo, index: 0 }, program, diary, progress));
  return { tally, diary };
}

/** Files that the house makes meanwhile (a line of the audit for each mentor replaced) go with it. */
export async function playOne(
  { scenario, demo, index }: WorkerTask,
  program: Program,
  diary: Diary | undefined,
  progress?: (share: number) => void,
): Promise<Tally> {
  const dataDir = mkdtempSync(join(tmpdir(), 'rehearsal-'));
  try {
    return await playCohort({
      cohort: cohortOf(demo, scenario.mentors, index),
      scenario,
      program,
      lookUps: bindLookUps(program, dataDir),
      ...(diary ? { diary } : {}),
      ...(progress ? { progress } : {}),
    });
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Added in the order of the cohorts, whichever is done first: the same seed gives the same bytes on any machine. */
async function rehearseInWorkers({ scenario, demo, progress }: RehearsalParts, count: number): Promise<Rehearsed> {
  const results: (Tally | undefined)[] = [];
  const diaries: (Diary | undefined)[] = [];
  const shares = Array.from({ length: count }, () => 0);
  let next = 0;
  const hear = (news: WorkerNews): void => {
    shares[news.index] = 'share' in news ? news.share : 1;
    if ('tally' in news) {
      results[news.index] = news.tally;
      diaries[news.index] = news.diary;
    }
    progress?.(shares.reduce((sum, share) => sum + share, 0) / count);
  };
  const lane = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(new URL('./rehearsal-worker.ts', import.meta.url));
      const give = (): void => {
        const index = next++;
        if (index < count) worker.postMessage({ scenario, demo, index } satisfies WorkerTask);
        else void worker.terminate().then(() => resolve());
      };
      worker.on('message', (news: WorkerNews) => {
        hear(news);
        if ('tally' in news) give();
      });
      worker.on('error', reject);
      give();
    });
  await Promise.all(Array.from({ length: Math.min(count, availableParallelism()) }, lane));
  const tally = emptyTally();
  for (const one of results) if (one) addTally(tally, one);
  return { tally, diary: new Map(diaries.flatMap((diary) => [...(diary ?? [])])) };
}
