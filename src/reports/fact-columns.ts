// The data dictionary of the log of facts: its columns, in their order, and what each means.

export const factColumns = {
  heldDate: 'local date, at the centre, on which it happened',
  heldTime: 'local time of the same; 12:00 where a session is known by its date only',
  recordedDate: 'local date on which the bot recorded it',
  recordedTime: 'local time of the same',
  zone: 'time zone of the centre (IANA)',
  heldAtUtc: 'when it happened, UTC',
  recordedAtUtc: 'when the bot recorded it, UTC',
  centre: 'id of the centre in the roster',
  centreKey: 'key of the centre, as text',
  ooad: 'state office of IMSS',
  provision: 'direct or indirect',
  region: 'region of IMSS',
  state: 'state',
  locality: 'locality',
  intensive: 'yes where consultants follow the centre closely',
  mentor: 'pseudonym of the mentor (or other person), the same in every export of this data folder',
  mentorName: 'her name; only with --named',
  caregiver: 'pseudonym of the caregiver',
  channel: 'where it was written: simulator, telegram, whatsapp; house for what the bot did of itself',
  iteration: 'iteration in which it happened; none outside any',
  theme: 'sensitivity, languageModeling or feedbackQuality',
  phase: 'workPlan, focusedObservation or reflection',
  cycle: 'pseudonym of the mentoring cycle',
  fact: 'what happened',
  sessionNumber: 'number of the session within its phase and cycle',
  minutes: 'minutes that the session took',
  captureMode: 'chat, paperLine (copied from a card) or proxy (recorded for her)',
  outOfOrder: 'yes where it happened in another order than the cycle proposes',
  instrument: 'checklist and version',
} as const;
export type FactColumn = keyof typeof factColumns;

export function columnsOf(named: boolean): FactColumn[] {
  const columns = Object.keys(factColumns) as FactColumn[];
  return columns.filter((column) => named || column !== 'mentorName');
}
