// What caregivers answered, for the chat and as a table: the whole, by theme and by state office; five or more, never by mentor or centre.
import type { Fact } from '../domain/fact.ts';
import type { LookUpResult } from '../domain/look-up.ts';
import { slipQuestions } from '../domain/slip.ts';
import type { Program } from '../program/program.ts';
import type { Store } from '../store/store.ts';
import { makeFile } from './made-files.ts';
import type { SheetCell } from './sheet-cells.ts';
import { distributionsBy, isOfSlip, type SlipCounts, type SlipDistribution } from './slip-distribution.ts';
import { type StandingTexts, standingTexts } from './standing-texts.ts';
import { type WorkbookColumn, writeWorkbook } from './write-workbook.ts';

const scale = ['1', '2', '3', '4'] as const satisfies readonly (keyof SlipCounts)[];

export interface SlipResults {
  whole: SlipDistribution | undefined;
  /** As people read them; `rows` are in the order of these. */
  headings: string[];
  rows: SheetCell[][];
}

interface Cut {
  name: string;
  group: string;
  found: SlipDistribution | undefined;
}

/** All that was entered so far: of two periods that overlap, the difference would tell of few. */
export async function readSlipResults(store: Pick<Store, 'readFacts' | 'readRoster'>, program: Program): Promise<SlipResults> {
  const t = standingTexts(program);
  const facts: Fact[] = [];
  for await (const fact of store.readFacts({})) if (isOfSlip(fact)) facts.push(fact);
  const { centres } = await store.readRoster();
  const offices = new Map(centres.map(({ id, ooad }) => [id, ooad]));
  const unknown = t.text('papeleta.grupo-sin-dato');
  const { whole, groups: byTheme } = distributionsBy(facts, ({ theme }) => (theme ? program.themes[theme].name : unknown));
  const { groups: byOffice } = distributionsBy(facts, ({ centreId }) => offices.get(centreId ?? '') || unknown);
  const cuts: Cut[] = [
    { name: t.text('papeleta.corte-todo'), group: t.text('papeleta.grupo-todo'), found: whole },
    ...cutsOf(t.text('papeleta.corte-tema'), byTheme),
    ...cutsOf(t.text('papeleta.corte-ooad'), byOffice),
  ];
  return { whole, headings: columnsOf(t).map(({ heading }) => heading), rows: cuts.flatMap((cut) => rowsOf(t, cut)) };
}

const cutsOf = (name: string, groups: ReadonlyMap<string, SlipDistribution | undefined>): Cut[] =>
  [...groups].sort(([a], [b]) => a.localeCompare(b, 'es')).map(([group, found]) => ({ name, group, found }));

function rowsOf(t: StandingTexts, { name, group, found }: Cut): SheetCell[][] {
  return slipQuestions.map((question): SheetCell[] => {
    const counts = found?.questions[question];
    const head = [name, group, t.text(`papeleta.pregunta-${question}`)];
    if (found === undefined || counts === undefined) return [...head, t.text('papeleta.menos'), null, null, null, null, null];
    return [...head, found.slips, ...scale.map((value) => counts[value]), counts.none];
  });
}

function columnsOf(t: StandingTexts): WorkbookColumn[] {
  const text = (key: string, width: number, wrap = false): WorkbookColumn => ({
    heading: t.text(key),
    unit: 'text',
    width,
    wrap,
  });
  const count = (key: string): WorkbookColumn => ({ heading: t.text(key), unit: 'count', width: 12 });
  return [
    text('papeleta.columna-corte', 10),
    text('papeleta.columna-grupo', 34, true),
    text('papeleta.columna-pregunta', 44, true),
    count('papeleta.columna-papeletas'),
    ...scale.map((value) => count(`papeleta.escala-${value}`)),
    count('papeleta.columna-ninguna'),
  ];
}

export function slipWorkbook(program: Program, { rows }: SlipResults): Promise<Buffer> {
  const t = standingTexts(program);
  const notes = ['papeletas', 'menos', 'mentora'].map((note) => [t.text(`papeleta.nota-${note}`)]);
  return writeWorkbook([
    { name: t.text('papeleta.hoja-resultado'), columns: columnsOf(t), rows: () => rows, fitsPaper: true },
    {
      name: t.text('papeleta.hoja-notas'),
      columns: [{ heading: t.text('papeleta.hoja-notas'), unit: 'text', width: 90, wrap: true }],
      rows: () => notes,
      fitsPaper: true,
    },
  ]);
}

export interface SlipResultParts {
  store: Pick<Store, 'readFacts' | 'readRoster'>;
  program: Program;
  dataDir: string;
}

export async function answerSlipResults({ store, program, dataDir }: SlipResultParts): Promise<LookUpResult> {
  const t = standingTexts(program);
  const results = await readSlipResults(store, program);
  const { whole } = results;
  if (whole === undefined) return { kind: 'found', text: t.text('papeleta.resultado-pocas') };
  const list = slipQuestions
    .map((question) =>
      t.text('papeleta.resultado-de', {
        question: t.text(`papeleta.pregunta-${question}`),
        counts: said(t, whole.questions[question]),
      }),
    )
    .join('\n');
  const name = `${t.text('papeleta.resultado-archivo')}.xlsx`;
  const megabytes = await makeFile(dataDir, name, await slipWorkbook(program, results));
  const text = t.text('papeleta.resultado', { count: whole.slips, list });
  return { kind: 'found', text, file: { name, type: 'document', megabytes } };
}

function said(t: StandingTexts, counts: SlipCounts): string {
  const parts = scale.map((value): [string, number] => [t.text(`papeleta.escala-${value}`), counts[value]]);
  const none: [string, number][] = counts.none > 0 ? [[t.text('papeleta.columna-ninguna'), counts.none]] : [];
  return [...parts, ...none].map(([label, count]) => t.text('papeleta.resultado-cuenta', { label, count })).join(' · ');
}
