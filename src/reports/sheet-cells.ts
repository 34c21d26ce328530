// What a cell of a report may hold, whatever file it is written to.

export const cellUnits = ['text', 'date', 'moment', 'count', 'minutes', 'percent'] as const;
export type CellUnit = (typeof cellUnits)[number];

/**
 * Text and numbers as they are. Dates and moments are wall-clock times of the centre, 'YYYY-MM-DD' or 'YYYY-MM-DDTHH:MM': a moment whose
 * hour nobody told is the date alone. Null is an empty cell.
 */
export type SheetCell = string | number | null;
