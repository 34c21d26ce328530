// «imprimir papeletas de G04»: the slips of a centre as one file for staff, told apart by mentor and code; no caregiver is named.
import { centreMeant } from '../domain/centre-meant.ts';
import type { LookUpResult } from '../domain/look-up.ts';
import type { Person } from '../domain/roster.ts';
import { localMoment } from '../mentoring/local-time.ts';
import { slipCode } from '../mentoring/slip-code.ts';
import { slipsToPrint } from '../mentoring/slip-printing.ts';
import type { Program } from '../program/program.ts';
import type { Store } from '../store/store.ts';
import { makeFile } from './made-files.ts';
import { drawSlips } from './paper-slip.ts';
import { type StandingTexts, standingTexts } from './standing-texts.ts';

export interface SlipPrintParts {
  store: Pick<Store, 'readRoster' | 'readState'>;
  program: Program;
  dataDir: string;
  now(): string;
}

/** A consultant prints for the mentors whom she accompanies; for all, where none are hers. */
export async function printSlips(
  { store, program, dataDir, now }: SlipPrintParts,
  asker: Person,
  said: string,
): Promise<LookUpResult> {
  const t = standingTexts(program);
  const { centres, persons } = await store.readRoster();
  const [centre, ...others] = centreMeant(said, centres);
  if (centre === undefined || others.length > 0) return { kind: 'found', text: t.text('papeleta.cual-centro') };
  const today = localMoment(now(), centre.zone).date;
  const cycleIds: string[] = [];
  const lines: string[] = [];
  const all = persons.filter(
    ({ roles, erasedAt, withdrawnAt }) => roles.includes('mentor') && erasedAt === null && withdrawnAt === null,
  );
  const hers = asker.roles.includes('coordinator') ? [] : all.filter(({ accompaniedBy }) => accompaniedBy.includes(asker.id));
  const mentors = (hers.length > 0 ? hers : all).filter(({ centreId }) => centreId === centre.id);
  for (const { id, name } of mentors) {
    const state = await store.readState(id);
    const ids = slipsToPrint(program, state?.caregivers ?? [], today, centre.zone).map(({ cycleId }) => cycleId);
    if (ids.length === 0) continue;
    cycleIds.push(...ids);
    lines.push(mentorLine(t, name, ids));
  }
  if (cycleIds.length === 0) return { kind: 'found', text: t.text('papeleta.sin-cerrar-centro', { centre: centre.name }) };
  const { pdf } = await drawSlips(t, program.programme.name, cycleIds, now());
  const name = `${t.text('papeleta.impresas-titulo')}-${centre.id}.pdf`;
  const megabytes = await makeFile(dataDir, name, pdf);
  const text = t.text('papeleta.impresas-centro', { count: cycleIds.length, centre: centre.name, list: lines.join('\n') });
  return { kind: 'found', text, file: { name, type: 'document', megabytes } };
}

const mentorLine = (t: StandingTexts, mentor: string, ids: readonly string[]): string =>
  t.text('papeleta.impresas-mentora', { mentor, codes: ids.map(slipCode).join(', ') });
