// What a mentor tells of a workshop: whether she was there, how she found it, that she caught up, that the homework is done.
import {
  type Attendance,
  type AttendanceSource,
  type AttendanceTold,
  type AttendedPart,
  attendanceId,
} from '../../domain/attendance.ts';
import type { MentoringContext, Verb } from '../mentoring-context.ts';
import { attendanceIn, surveySteps, workshopOf } from '../workshop-talk.ts';

const parts: Readonly<Record<string, AttendedPart>> = { completo: 'complete', 'una-parte': 'part', 'no-pude': 'none' };

/** On a scale from 1 to 5, or a word. */
const surveyValues: Readonly<Record<string, number | string>> = {
  'nada-util': 1,
  'poco-util': 2,
  'mas-o-menos': 3,
  util: 4,
  'muy-util': 5,
  corto: 'short',
  adecuado: 'right',
  largo: 'long',
  nada: 1,
  poco: 2,
  regular: 3,
  bastante: 4,
  mucho: 5,
};

export const emptyAttendance = (owner: string, workshop: number): Attendance => ({
  kind: 'attendance',
  id: attendanceId(workshop),
  owner,
  workshop,
  told: {},
  survey: {},
});

type Keeps = Pick<MentoringContext, 'put' | 'fact' | 'now'>;

/** The same said again changes nothing; a new word of the same source takes the place of its old one. */
export function keepAttendance(
  c: Keeps,
  attendance: Attendance,
  source: AttendanceSource,
  { attended, minutes }: Omit<AttendanceTold, 'at'>,
): void {
  const before = attendance.told[source];
  if (before && before.attended === attended && before.minutes === minutes) return;
  const told = { attended, ...(minutes === undefined ? {} : { minutes }), at: c.now };
  c.put({ ...attendance, told: { ...attendance.told, [source]: told } });
  c.fact('workshopAttended', {
    ...(minutes === undefined ? {} : { minutes }),
    data: { workshop: attendance.workshop, source, attended },
  });
}

/** The record of the workshop that the thread is about. */
function current(c: MentoringContext): Attendance | undefined {
  const workshop = workshopOf(c);
  return workshop && (attendanceIn(c, workshop.number) ?? emptyAttendance(c.person.id, workshop.number));
}

export const workshopVerbs = {
  'record-attendance': (c) => {
    const attendance = current(c);
    const attended = parts[String(c.thread.answers.asistencia)];
    if (attendance && attended) keepAttendance(c, attendance, 'self', { attended });
  },
  /** Each answer at once: what she told before she put the phone away counts. */
  'record-survey': (c) => {
    let attendance = current(c);
    if (!attendance) return;
    const { workshop } = attendance;
    for (const [step, question] of Object.entries(surveySteps)) {
      const said = c.thread.answers[step];
      if (said === undefined) continue;
      const value = surveyValues[String(said)] ?? null;
      if (question in attendance.survey && attendance.survey[question] === value) continue;
      attendance = { ...attendance, survey: { ...attendance.survey, [question]: value } };
      c.fact('workshopAnswered', { data: { workshop, question, value } });
    }
    c.put(attendance);
  },
  'open-catch-up': (c) => c.go('al-corriente', { answers: { taller: c.thread.answers.taller ?? null } }),
  'record-catch-up': (c) => {
    const attendance = current(c);
    const check = workshopOf(c)?.catchUp?.check;
    if (!attendance || !check) return;
    const said = c.thread.answers.comprueba;
    const right = said == null || said === 'skipped' ? null : said === `respuesta-${check.right}`;
    c.put({ ...attendance, caughtUp: { at: c.now, right } });
    c.fact('workshopCaughtUp', { data: { workshop: attendance.workshop, right } });
  },
  'record-homework': (c) => {
    const attendance = current(c);
    if (!attendance) return;
    const done = c.thread.answers.hecha === 'ya';
    if (done) c.put({ ...attendance, homeworkDoneAt: c.now });
    c.fact('workshopHomework', { data: { workshop: attendance.workshop, done } });
  },
  'open-workshop-step': (c) => {
    const [step = '', number = ''] = String(c.thread.answers.cual ?? '').split('-');
    const answers = { taller: Number(number) };
    if (step === 'attendance') c.go('taller', { answers });
    if (step === 'catchUp') c.go('al-corriente', { answers });
    if (step === 'homework') c.go('tarea', { answers });
  },
} satisfies Record<string, Verb>;
