// Answers what a mentor asks for on paper: the page of her next session, or her logbook, as a file of hers alone.
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { LookUp, LookUpResult } from '../domain/look-up.ts';
import type { SheetPage } from '../domain/sheet-page.ts';
import { slipCode } from '../mentoring/slip-code.ts';
import type { Program } from '../program/program.ts';
import type { Store } from '../store/store.ts';
import { isHers, keptFor } from './made-files.ts';
import { drawLogbook } from './paper-logbook.ts';
import { drawSheet } from './paper-sheet.ts';
import { drawSlips } from './paper-slip.ts';
import { standingTexts } from './standing-texts.ts';

export interface PaperParts {
  store: Pick<Store, 'readState' | 'readArchive'>;
  program: Program;
  dataDir: string;
  now(): string;
}

export async function answerPaper(parts: PaperParts, lookUp: LookUp): Promise<LookUpResult> {
  const { request, owner } = lookUp;
  if (request.kind === 'sheet') return answerSheet(parts, owner, request.page);
  if (request.kind === 'slipPages') return answerSlips(parts, owner, request);
  return request.kind === 'logbook' ? answerLogbook(parts, owner) : { kind: 'nothing' };
}

async function answerSheet({ program, dataDir, now }: PaperParts, owner: string, page: SheetPage): Promise<LookUpResult> {
  const t = standingTexts(program);
  const { pdf } = await drawSheet(t, page, now());
  const given = { caregiver: page.caregiver, code: page.code ?? '' };
  const kind = page.closing ? 'cierre' : page.of;
  const text = t.text(page.code === null ? `papeles.hoja-sin-codigo-${page.of}` : `papeles.hoja-${kind}`, given);
  return keep(dataDir, owner, `${t.text(`papeles.titulo-${kind}`)} ${page.code ?? page.caregiver}`, pdf, text);
}

async function answerLogbook({ store, program, dataDir, now }: PaperParts, owner: string): Promise<LookUpResult> {
  const state = await store.readState(owner);
  if (!state) return { kind: 'nothing' };
  const t = standingTexts(program);
  const printed = await drawLogbook(t, program, state, await store.readArchive(owner), now());
  if (!printed) return { kind: 'nothing' };
  return keep(dataDir, owner, t.text('papeles.titulo-bitacora'), printed.pdf, t.text('papeles.bitacora'));
}

async function answerSlips(
  { program, dataDir, now }: PaperParts,
  owner: string,
  { cycleIds, text, more }: Extract<LookUp['request'], { kind: 'slipPages' }>,
): Promise<LookUpResult> {
  const t = standingTexts(program);
  const { pdf } = await drawSlips(t, program.programme.name, cycleIds, now());
  const [first = ''] = cycleIds;
  const title =
    cycleIds.length === 1 ? `${t.text('papeleta.impresa-titulo')} ${slipCode(first)}` : t.text('papeleta.impresas-titulo');
  return keep(dataDir, owner, title, pdf, text, more);
}

async function keep(
  dataDir: string,
  owner: string,
  title: string,
  pdf: Buffer,
  text: string,
  more: string[] = [],
): Promise<LookUpResult> {
  return { kind: 'found', text, more, file: await keptFor(dataDir, owner, title, 'pdf', pdf) };
}

export async function forgetPapers(dataDir: string, owner: string): Promise<LookUpResult> {
  const folder = join(dataDir, 'made');
  const hers = (await readdir(folder).catch(() => [])).filter((name) => isHers(name, owner));
  for (const name of hers) await rm(join(folder, name), { force: true });
  return { kind: 'nothing' };
}
