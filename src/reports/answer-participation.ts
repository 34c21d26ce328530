// Answers «registro»: the workbook of the period as a file, with three figures of it in words.
import { centreMeant } from '../domain/centre-meant.ts';
import type { LookUpRequest, LookUpResult } from '../domain/look-up.ts';
import { type Centre, defaultZone } from '../domain/roster.ts';
import { localMoment, sayDate } from '../mentoring/local-time.ts';
import type { Program } from '../program/program.ts';
import type { Store } from '../store/store.ts';
import { appendAudit } from './audit-trail.ts';
import { makeFile } from './made-files.ts';
import { type ParticipationPeriod, readParticipation } from './participation-report.ts';
import { byName, byPseudonym } from './participation-rows.ts';
import { type ParticipationWords, participationWords } from './participation-words.ts';
import { participationWorkbook } from './participation-workbook.ts';
import { rosterCounts } from './programme-people.ts';
import { createPseudonyms } from './pseudonym.ts';
import { countSessions } from './week-rows.ts';

export interface ParticipationAnswerParts {
  store: Store;
  program: Program;
  dataDir: string;
  /** UTC. */
  now(): string;
  /** Salt of pseudonyms; without it no file without names can be made. */
  pseudonymSalt?(): Promise<string>;
}

/** Coordinators get names, unless they ask for none; that they did is written down before the file is there. */
export async function answerParticipation(
  { store, program, dataDir, now, pseudonymSalt }: ParticipationAnswerParts,
  asker: string,
  { from, to, iteration, centre: said, named = true }: Extract<LookUpRequest, { kind: 'participation' }>,
): Promise<LookUpResult> {
  const words = participationWords(program);
  const centres = said === undefined ? [] : centreMeant(said, (await store.readRoster()).centres);
  const [centre] = centres;
  if (said !== undefined && (centre === undefined || centres.length > 1))
    return { kind: 'found', text: whichCentre(words, centres) };
  const request: ParticipationPeriod = { from, to, iteration, centreId: centre?.id };
  const at = now();
  const made = localMoment(at, defaultZone);
  const report = await readParticipation(store, program, request, at);
  const counts = countSessions(report.sessions());
  const dates = sayPeriod(request, words, made.date);
  const period = centre ? words.text('registro.periodo-centro', { period: dates, centre: placeOf(centre) }) : dates;
  if (counts.rows === 0) return { kind: 'found', text: words.text('registro.periodo-vacio', { period }) };
  if (!named && !pseudonymSalt) return { kind: 'failed' };
  const names = named ? byName(report.people) : byPseudonym(createPseudonyms((await pseudonymSalt?.()) ?? ''));
  const workbook = await participationWorkbook({
    report,
    program,
    names,
    named,
    period,
    madeAt: `${made.date}T${made.time}`,
  });
  await appendAudit(dataDir, {
    at,
    what: named ? 'participation sent with names' : 'participation sent with pseudonyms',
    by: asker,
    from: from ?? null,
    to: to ?? null,
    iteration: iteration ?? null,
    ...(centre ? { centre: centre.id } : {}),
  });
  const parts = ['registro', ...(centre ? [centre.id] : []), periodName(request, program), ...(named ? [] : ['sin-nombres'])];
  const name = `${parts.join('-')}.xlsx`;
  const megabytes = await makeFile(dataDir, name, workbook);
  const roster = rosterCounts(report.people, centre?.id);
  const text = words.text(named ? 'registro.respuesta' : 'registro.respuesta-sin-nombres', {
    period,
    rows: counts.rows,
    expected: counts.expected,
    done: counts.done,
    late: counts.late,
    rosterExpected: roster.expected,
    rosterRegistered: roster.registered,
  });
  return { kind: 'found', text, file: { name, type: 'document', megabytes } };
}

const placeOf = ({ id, locality }: Centre): string => [id, locality].filter((part) => part !== '').join(' ');

/** Which of them is not guessed at; what nobody knows may have been meant for a period. */
function whichCentre(words: ParticipationWords, centres: readonly Centre[]): string {
  if (centres.length === 0) return words.text('registro.no-entendi-periodo');
  return words.text('registro.varios-centros', { centres: centres.slice(0, 6).map(placeOf).join(', ') });
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
