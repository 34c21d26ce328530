// The sheets of the participation workbook: every expected session, every week of every centre, the workshops, and what each column means.
import type { SurveyQuestion } from '../domain/attendance.ts';
import type { Program } from '../program/program.ts';
import {
  participationColumnNames,
  participationColumns,
  type SheetColumn,
  weekColumnNames,
  weekColumns,
  workshopColumnNames,
  workshopColumns,
} from './participation-columns.ts';
import type { ParticipationReport } from './participation-report.ts';
import { type PeopleNames, rowMaker } from './participation-rows.ts';
import { participationWords } from './participation-words.ts';
import type { SheetCell } from './sheet-cells.ts';
import { weekRows } from './week-rows.ts';
import { type WorkbookSheet, writeWorkbook } from './write-workbook.ts';

export interface WorkbookParts {
  report: ParticipationReport;
  program: Program;
  names: PeopleNames;
  named: boolean;
  /** In words. */
  period: string;
  /** 'YYYY-MM-DDTHH:MM', local. */
  madeAt: string;
}

export function participationWorkbook(parts: WorkbookParts): Promise<Buffer> {
  return writeWorkbook([sessionSheet(parts), weekSheet(parts), workshopSheet(parts), surveySheet(parts), columnSheet(parts)]);
}

function sessionSheet({ report, program, names }: WorkbookParts): WorkbookSheet {
  const words = participationWords(program);
  const toRow = rowMaker({ people: report.people, history: report.history, names, words });
  return {
    name: words.sheet('participacion'),
    columns: participationColumnNames.map((name) => ({ heading: words.ofColumn(name).heading, ...participationColumns[name] })),
    fitsPaper: false,
    *rows() {
      for (const one of report.sessions()) {
        const row = toRow(one);
        yield participationColumnNames.map((name) => row[name]);
      }
    },
  };
}

function weekSheet({ report, program, names }: WorkbookParts): WorkbookSheet {
  const words = participationWords(program);
  return {
    name: words.sheet('semanas'),
    columns: weekColumnNames.map((name) => ({
      heading: words.ofColumn(name).heading,
      ...weekColumns[name],
      wrap: name === 'call' || name === 'centre',
    })),
    fitsPaper: true,
    rows: () => weekRows(report.sessions(), report.people, names).map((row) => weekColumnNames.map((name) => row[name])),
  };
}

/** How people are called in it follows the same rule as in the other sheets. */
export function workshopTable({ report, program, names }: Pick<WorkbookParts, 'report' | 'program' | 'names'>): WorkshopTable {
  const words = participationWords(program);
  const { iteration, attended, attendedBy, yesNo } = words;
  return {
    headings: workshopColumnNames.map((name) => words.ofColumn(name).heading),
    *rows() {
      const said = { iteration, attended, source: attendedBy, yesNo };
      for (const row of report.workshops((id) => names.person(id), said)) yield workshopColumnNames.map((name) => row[name]);
    },
  };
}
export interface WorkshopTable {
  headings: string[];
  rows(): Generator<SheetCell[]>;
}

function workshopSheet(parts: WorkbookParts): WorkbookSheet {
  const { headings, rows } = workshopTable(parts);
  return {
    name: participationWords(parts.program).sheet('talleres'),
    columns: workshopColumnNames.map((name, index) => ({
      heading: headings[index] ?? '',
      ...workshopColumns[name],
      wrap: name === 'centre',
    })),
    fitsPaper: true,
    rows,
  };
}

const answersTo: Readonly<Record<SurveyQuestion, readonly string[]>> = {
  usefulness: ['1', '2', '3', '4', '5'],
  length: ['short', 'right', 'long'],
  satisfaction: ['1', '2', '3', '4', '5'],
};

/** Distributions of five or more, of the whole programme. */
function surveySheet({ report, program }: WorkbookParts): WorkbookSheet {
  const { text, sheet } = participationWords(program);
  const label = (answer: string): string => (/\d/.test(answer) ? answer : text(`registro.duracion-${answer}`));
  return {
    name: sheet('encuesta'),
    columns: [
      { heading: text('registro.columna-workshop.label'), unit: 'count', width: 8 },
      { heading: text('registro.encuesta-pregunta'), unit: 'text', width: 44 },
      { heading: text('registro.encuesta-contestaron'), unit: 'text', width: 12 },
      { heading: text('registro.encuesta-respuestas'), unit: 'text', width: 44 },
    ],
    fitsPaper: true,
    rows: () =>
      report.surveys.map(({ workshop, question, answered, counts }) => [
        workshop,
        text(`registro.encuesta-${question}`),
        answered === null ? text('registro.encuesta-pocas') : String(answered),
        answered === null
          ? null
          : answersTo[question].map((answer) => `${label(answer)}: ${counts.get(answer) ?? 0}`).join(' · '),
      ]),
  };
}

function columnSheet({ report, program, period, madeAt, named }: WorkbookParts): WorkbookSheet {
  const words = participationWords(program);
  const told = (sheet: 'participacion' | 'semanas' | 'talleres', columns: Readonly<Record<string, SheetColumn>>): SheetCell[][] =>
    Object.entries(columns).map(([name, { unit, source }]) => {
      const { heading, meaning, values } = words.ofColumn(name);
      return [words.sheet(sheet), heading, meaning, words.unit(unit), values, words.source(source)];
    });
  const text = (heading: string, width: number, wrap = false) => ({ heading, unit: 'text' as const, width, wrap });
  return {
    name: words.sheet('columnas'),
    columns: [
      text(words.text('registro.de-hoja'), 15),
      text(words.text('registro.de-columna'), 20),
      text(words.text('registro.de-significado'), 62, true),
      text(words.text('registro.de-unidad'), 25),
      text(words.text('registro.de-valores'), 52, true),
      text(words.text('registro.de-fuente'), 36),
    ],
    fitsPaper: true,
    rows: () => [
      ...told('participacion', participationColumns),
      ...told('semanas', weekColumns),
      ...told('talleres', workshopColumns),
      [null, words.text('registro.dato-periodo'), period],
      [null, words.text('registro.dato-hecho'), madeAt.replace('T', ' ')],
      [null, words.text('registro.dato-vencida'), words.text('registro.regla-vencida')],
      [null, words.text('registro.dato-no-participan'), words.text('registro.no-participan', { count: report.people.declined })],
      [null, words.text('registro.dato-nombres'), words.text(named ? 'registro.con-nombres' : 'registro.sin-nombres')],
    ],
  };
}
