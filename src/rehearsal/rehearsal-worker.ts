// One processor of a large rehearsal: plays the cohorts it is given, one after the other, and forgets each.
import { parentPort } from 'node:worker_threads';
import { programOf } from '../commands/chat-house.ts';
import { configOrExit } from '../config.ts';
import type { Diary } from './keep-tally.ts';
import { keepsDiary, playOne, type WorkerNews, type WorkerTask } from './run-rehearsal.ts';

const program = programOf(configOrExit());

parentPort?.on('message', (task: WorkerTask) => void play(task));

async function play(task: WorkerTask): Promise<void> {
  const { index } = task;
  const tell = (news: WorkerNews): void => parentPort?.postMessage(news);
  const diary: Diary | undefined = keepsDiary(index) ? new Map() : undefined;
  const tally = await playOne(task, program, diary, (share) => tell({ index, share }));
  tell({ index, tally, diary });
}
