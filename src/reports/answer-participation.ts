// Answers «registro»: the workbook of the period as a file, with three figures of it in words.
import type { LookUpResult } from '../domain/look-up.ts';
import { localMoment, sayDate } from '../mentoring/local-time.ts';
import type { Program } from '../program/program.ts';
import type { Store } from '../store/store.ts';
import { appendAudit } from './audit-trail.ts';
import { makeFile } from './made-files.ts';
import { type ParticipationPeriod, readParticipation } from './participation-report.ts';
import { byName } from './participation-rows.ts';
import { type ParticipationWords, participationWords } from './participation-words.ts';
import { participationWorkbook } from './participation-workbook.ts';
import { countSessions } from './week-rows.ts';

export interface ParticipationAnswerParts {
  store: Store;
  program: Program;
  dataDir: string;
  /** UTC. */
  now(): string;
}

const staffZone = 'America/Mexico_City';

/** Coordinators get names; that they did is written down before the file is there. */
export async function answerParticipation(
  { store, program, dataDir, now }: ParticipationAnswerParts,
  asker: string,
  request: ParticipationPeriod,
): Promise<LookUpResult> {
  const at = now();
  const made = localMoment(at, staffZone);
  const report = await readParticipation(store, program, request, at);
  const counts = countSessions(report.sessions());
  const words = participationWords(program);
  const period = sayPeriod(request, words, made.date);
  if (counts.rows === 0) return { kind: 'found', text: words.text('registro.periodo-vacio', { period }) };
  const workbook = await participationWorkbook({
    report,
    program,
    names: byName(report.people),
    named: true,
    period,
    madeAt: `${made.date}T${made.time}`,
  });
  await appendAudit(dataDir, {
    at,
    what: 'participation sent with names',
    by: asker,
    from: request.from ?? null,
    to: request.to ?? null,
    iteration: request.iteration ?? null,
  });
  const name = `registro-${periodName(request, program)}.xlsx`;
  const megabytes = await makeFile(dataDir, name, workbook);
  const text = words.text('registro.respuesta', {
    period,
    rows: counts.rows,
    expected: counts.expected,
    done: counts.done,
    late: counts.late,
  });
  return { kind: 'found', text, file: { name, type: 'document', megabytes } };
}

function sayPeriod({ from, to, iteration }: ParticipationPeriod, words: ParticipationWords, today: string): string {
  if (iteration !== undefined) return words.iteration(iteration);
  if (from === undefined || to === undefined) return words.text('registro.periodo-todo');
  if (from === to) return words.text('registro.periodo-dia', { from: sayDate(from, today) });
  return words.text('registro.periodo-fechas', { from: sayDate(from, today), to: sayDate(to, today) });
}

/** For the name of the file: letters, digits and hyphens. */
function periodName({ from, to, iteration }: ParticipationPeriod, program: Program): string {
  if (iteration !== undefined) {
    const at = program.programme.iterations.findIndex(({ id }) => id === iteration);
    return at < 0 ? 'fuera-de-iteracion' : `iteracion-${at + 1}`;
  }
  if (from === undefined || to === undefined) return 'todo';
  const month = from.slice(0, 7);
  if (from.endsWith('-01') && to === lastDayOf(month)) return month;
  return from === to ? from : `${from}-a-${to}`;
}

function lastDayOf(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}
