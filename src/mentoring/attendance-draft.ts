// The list of a workshop while staff works through it, as the answers of the thread: what was found, who the doubtful are, what is kept.
import {
  type AttendanceFinding,
  type AttendedPart,
  attendanceId,
  attendedFor,
  type DoubtfulParticipant,
  type KnownParticipant,
  type WorkshopOrder,
} from '../domain/attendance.ts';
import type { List, MentoringContext, Value, Verb } from './mentoring-context.ts';
import { workshopStart } from './workshop-dates.ts';

type Asks = Pick<MentoringContext, 'thread'>;

function found({ thread }: Asks): AttendanceFinding | undefined {
  const { hallada } = thread.answers;
  return typeof hallada === 'object' && hallada !== null && !Array.isArray(hallada)
    ? (hallada as unknown as AttendanceFinding)
    : undefined;
}

const workshopAsked = ({ thread }: Asks): number => Number(String(thread.answers.cual ?? '').split(':')[1] ?? 0);

const isEmpty = (finding: AttendanceFinding): boolean => finding.known.length + asked(finding).length === 0;

/** Whom nobody can be is not asked about. */
const asked = (finding: AttendanceFinding): [string, DoubtfulParticipant][] =>
  finding.doubtful.flatMap((one, index): [string, DoubtfulParticipant][] =>
    one.candidates.length > 0 ? [[String(index), one]] : [],
  );

const current = (c: Asks): DoubtfulParticipant | undefined => found(c)?.doubtful[Number(c.thread.current.persona)];

/** With those of the doubtful who were found to be somebody. */
function participants(
  c: Asks,
): { finding: AttendanceFinding; known: KnownParticipant[]; absent: KnownParticipant[]; left: number } | undefined {
  const finding = found(c);
  if (!finding) return undefined;
  const known = new Map(finding.known.map((one) => [one.id, one]));
  const absent = new Map(finding.absent.map((one) => [one.id, one]));
  let left = 0;
  for (const [index, one] of finding.doubtful.entries()) {
    const id = c.thread.answers[`quien:${index}`];
    const chosen = one.candidates.find((candidate) => candidate.id === id);
    if (!chosen) {
      left += 1;
      continue;
    }
    const before = known.get(chosen.id);
    const minutes = before?.minutes == null ? one.minutes : before.minutes + (one.minutes ?? 0);
    known.set(chosen.id, { ...chosen, minutes, differs: before?.differs ?? absent.get(chosen.id)?.differs ?? null });
    absent.delete(chosen.id);
  }
  return { finding, known: [...known.values()], absent: [...absent.values()], left };
}

const attendedOf = (c: MentoringContext, { minutes }: KnownParticipant): AttendedPart =>
  attendedFor(minutes, c.workshops.find(({ number }) => number === workshopAsked(c))?.minutes ?? 1);

const mostShown = 8;

function listed(c: MentoringContext, people: readonly string[]): string {
  if (people.length === 0) return c.text('asistencia.recap-nadie');
  const shown = people.slice(0, mostShown).join(', ');
  return people.length <= mostShown ? shown : c.text('asistencia.recap-mas', { shown, count: people.length - mostShown });
}

function recap(c: MentoringContext): string {
  const all = participants(c);
  if (!all) return '';
  const { finding, known, absent, left } = all;
  const withMinutes = ({ name, minutes }: KnownParticipant): string =>
    minutes === null ? name : c.text('asistencia.recap-nombre', { name, minutes });
  const of = (part: AttendedPart): string => listed(c, known.filter((one) => attendedOf(c, one) === part).map(withMinutes));
  const lines = [
    c.text('asistencia.recap', {
      number: finding.workshop,
      rows: finding.rows,
      complete: of('complete'),
      part: of('part'),
      absent: listed(
        c,
        absent.map(({ name }) => name),
      ),
    }),
  ];
  const differing = [...known, ...absent].filter(
    (one) => one.differs !== null && one.differs !== (absent.includes(one) ? 'none' : attendedOf(c, one)),
  );
  if (differing.length > 0) {
    const list = listed(
      c,
      differing.map(({ name, differs }) => c.text(`asistencia.difiere-${differs}`, { name })),
    );
    lines.push(c.text('asistencia.recap-difiere', { list }));
  }
  if (left > 0) lines.push(c.text('asistencia.recap-sin', { count: left }));
  if (finding.problems.length > 0) lines.push(sayProblems(c, finding));
  return lines.join('\n');
}

function sayProblems(c: MentoringContext, { problems }: AttendanceFinding): string {
  const lines = problems.slice(0, mostShown).map(({ line, reason }) => c.text(`asistencia.renglon-${reason}`, { line }));
  return c.text('asistencia.recap-renglones', { count: problems.length, lines: lines.join(', ') });
}

export const attendanceLists = {
  'workshops-past': (c) =>
    c.workshops
      .filter((workshop) => (workshopStart(workshop) ?? c.now) < c.now)
      .slice(-9)
      .map(({ number }) => ({ id: attendanceId(number), label: c.text('asistencia.taller', { number }) })),
  /** Once more while there is no list in which anybody was found. */
  'attendance-rounds': (c) => {
    const finding = found(c);
    return finding && !isEmpty(finding) ? [] : [{ id: String(Number(c.thread.answers.vueltas ?? 0)), label: '' }];
  },
  'attendance-doubts': (c) => {
    const finding = found(c);
    const open = finding ? asked(finding).filter(([index]) => c.thread.answers[`quien:${index}`] === undefined) : [];
    return open.map(([index, { said }]) => ({ id: index, label: said }));
  },
  'participant-candidates': (c) => (current(c)?.candidates ?? []).map(({ id, name }) => ({ id, label: name })),
} satisfies Record<string, List>;

export const attendanceValues = {
  participantProblems: (c) => (found(c) ? `${c.text('asistencia.ningun-nombre')}\n` : ''),
  participantSaid: (c) => current(c)?.said ?? '',
  participantMinutes: (c) => {
    const minutes = current(c)?.minutes ?? null;
    return minutes === null ? '' : c.text('asistencia.con-minutos', { minutes });
  },
  participantCount: (c) => String(participants(c)?.known.length ?? 0),
  participantWorkshop: (c) => String(workshopAsked(c)),
  attendanceRecap: (c) => recap(c),
  workshopOrder: (c) => String(c.thread.answers.resumen ?? ''),
} satisfies Record<string, Value>;

export const attendanceVerbs = {
  'look-up-attendance': (c) => {
    const text = c.thread.answers[`lista:${c.thread.current.vuelta ?? ''}`];
    if (typeof text === 'string') c.lookUp({ kind: 'attendanceList', workshop: workshopAsked(c), text, thread: c.thread.id });
  },
  /** Each mentor's own turn keeps it; of the others no name is kept. */
  'record-participants': (c) => {
    const all = participants(c);
    if (!all) return;
    const { workshop, source } = all.finding;
    for (const one of all.known)
      c.post(one.id, { kind: 'attendanceTold', workshop, source, attended: attendedOf(c, one), minutes: one.minutes });
    // Who is not among names that somebody wrote down may have been forgotten.
    if (source === 'zoom')
      for (const { id } of all.absent) c.post(id, { kind: 'attendanceTold', workshop, source, attended: 'none', minutes: 0 });
  },
  'order-workshop': (c) => {
    const { orden } = c.thread.answers;
    if (typeof orden !== 'object' || orden === null || Array.isArray(orden)) return;
    c.lookUp({ kind: 'workshopOrder', order: orden as unknown as WorkshopOrder, thread: c.thread.id });
  },
} satisfies Record<string, Verb>;
