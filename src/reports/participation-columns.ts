// The columns of the participation sheet, in their order: the one table from which headings, cells and the sheet of columns come.
import type { CellUnit } from './sheet-cells.ts';

/** Where a column comes from: the roster, the facts, the present records of the mentor, the programme's content, or a rule of this report. */
export const columnSources = ['roster', 'facts', 'records', 'content', 'computed'] as const;
export type ColumnSource = (typeof columnSources)[number];

export interface SheetColumn {
  unit: CellUnit;
  source: ColumnSource;
  /** In characters. */
  width: number;
}

const text = (source: ColumnSource, width: number): SheetColumn => ({ unit: 'text', source, width });
const count = (source: ColumnSource, width: number): SheetColumn => ({ unit: 'count', source, width });
const date = (source: ColumnSource): SheetColumn => ({ unit: 'date', source, width: 12 });
const moment = (source: ColumnSource): SheetColumn => ({ unit: 'moment', source, width: 17 });

export const participationColumns = {
  iteration: text('facts', 13),
  ooad: text('roster', 24),
  centreKey: text('roster', 9),
  centre: text('roster', 46),
  provision: text('roster', 11),
  region: text('roster', 11),
  state: text('roster', 18),
  mentor: text('roster', 26),
  role: text('roster', 12),
  enrolledOn: date('records'),
  withdrawnOn: date('records'),
  withdrawnWhy: text('facts', 16),
  replacedBy: text('roster', 22),
  caregiver: text('records', 15),
  room: text('records', 14),
  shift: text('records', 12),
  phase: text('computed', 21),
  theme: text('facts', 22),
  expected: count('computed', 10),
  status: text('computed', 14),
  reason: text('computed', 32),
  expectedBy: date('content'),
  plannedAt: moment('facts'),
  timesMoved: count('facts', 10),
  heldAt: moment('facts'),
  recordedAt: moment('facts'),
  minutes: { unit: 'minutes', source: 'facts', width: 9 },
  sessionNumber: count('facts', 9),
  captureMode: text('facts', 18),
  recordedBy: text('facts', 22),
  evidenceMethod: text('facts', 20),
  accompaniedBy: text('roster', 24),
  lastContact: moment('records'),
  week: date('computed'),
} as const satisfies Record<string, SheetColumn>;
export type ParticipationColumn = keyof typeof participationColumns;
export const participationColumnNames = Object.keys(participationColumns) as ParticipationColumn[];

export const weekColumns = {
  week: date('computed'),
  centreKey: text('roster', 9),
  centre: text('roster', 46),
  state: text('roster', 18),
  weekExpected: count('computed', 11),
  weekDone: count('computed', 11),
  weekLate: count('computed', 11),
  weekShare: { unit: 'percent', source: 'computed', width: 12 },
  call: text('computed', 60),
} as const satisfies Record<string, SheetColumn>;
export type WeekColumn = keyof typeof weekColumns;
export const weekColumnNames = Object.keys(weekColumns) as WeekColumn[];

export const workshopColumns = {
  iteration: text('content', 13),
  centreKey: text('roster', 9),
  centre: text('roster', 46),
  state: text('roster', 18),
  mentor: text('roster', 26),
  workshop: count('content', 8),
  workshopAt: moment('content'),
  attended: text('facts', 14),
  attendedBy: text('facts', 16),
  minutes: { unit: 'minutes', source: 'facts', width: 9 },
  saidHerself: text('facts', 14),
  saidZoom: text('facts', 14),
  caughtUpOn: date('facts'),
  caughtUpRight: text('facts', 14),
  homework: text('facts', 10),
} as const satisfies Record<string, SheetColumn>;
export type WorkshopColumn = keyof typeof workshopColumns;
export const workshopColumnNames = Object.keys(workshopColumns) as WorkshopColumn[];
