// Every verb that a flow may do, by its name.
import { attendanceVerbs } from './attendance-draft.ts';
import type { Verb } from './mentoring-context.ts';
import { rosterVerbs } from './roster-draft.ts';
import { slipVerbs } from './slip-draft.ts';
import { broadcastVerbs } from './verbs/broadcast-verbs.ts';
import { caregiverVerbs } from './verbs/caregiver-verbs.ts';
import { checklistVerbs } from './verbs/checklist-verbs.ts';
import { houseVerbs } from './verbs/house-verbs.ts';
import { paperVerbs } from './verbs/paper-verbs.ts';
import { planVerbs } from './verbs/plan-verbs.ts';
import { reminderVerbs } from './verbs/reminder-verbs.ts';
import { sessionVerbs } from './verbs/session-verbs.ts';
import { sheetMoveVerbs } from './verbs/sheet-move-verbs.ts';
import { visitVerbs } from './verbs/visit-verbs.ts';
import { welcomeVerbs } from './verbs/welcome-verbs.ts';
import { workshopVerbs } from './verbs/workshop-verbs.ts';

export const verbs = {
  ...welcomeVerbs,
  ...caregiverVerbs,
  ...checklistVerbs,
  ...paperVerbs,
  ...planVerbs,
  ...sessionVerbs,
  ...reminderVerbs,
  ...visitVerbs,
  ...sheetMoveVerbs,
  ...houseVerbs,
  ...broadcastVerbs,
  ...rosterVerbs,
  ...slipVerbs,
  ...workshopVerbs,
  ...attendanceVerbs,
} satisfies Record<string, Verb>;
export type VerbName = keyof typeof verbs;
