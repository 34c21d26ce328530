// Every source of reminders, by its name in the ledger.
import type { ReminderSource } from '../../domain/reminder.ts';
import { appointmentReminders } from './appointment-reminders.ts';
import { checklistReminders, planReminders, recordReminders } from './half-done-reminders.ts';
import { courseReminders, iterationReminders } from './programme-reminders.ts';
import { questionReminders } from './question-reminders.ts';
import { reflectionReminders } from './reflection-reminders.ts';
import type { SourceOfReminders } from './reminder-view.ts';
import { visitReminders } from './visit-reminders.ts';
import { workshopReminders } from './workshop-reminders.ts';
import { attendanceReminders, catchUpReminders, homeworkReminders } from './workshop-step-reminders.ts';

export const sourcesOfReminders: Readonly<Record<ReminderSource, SourceOfReminders>> = {
  appointment: appointmentReminders,
  question: questionReminders,
  checklist: checklistReminders,
  plan: planReminders,
  record: recordReminders,
  reflectionDue: reflectionReminders,
  workshop: workshopReminders,
  course: courseReminders,
  iteration: iterationReminders,
  visit: visitReminders,
  attendance: attendanceReminders,
  catchUp: catchUpReminders,
  homework: homeworkReminders,
};
