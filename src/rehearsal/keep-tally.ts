// Reads the figures of a cohort off its turns as they are committed, and keeps what each mentor was sent.
import type { DayNames } from '../domain/day-names.ts';
import type { Fact } from '../domain/fact.ts';
import { type CycleState, cycleStates } from '../domain/mentoring-cycle.ts';
import type { OutboundMessage } from '../domain/outbound-message.ts';
import { defaultZone } from '../domain/roster.ts';
import type { Turn } from '../domain/turn.ts';
import { addDays, isWorkingDay, localMoment, weekdayOf } from '../mentoring/local-time.ts';
import type { LeasedEvent } from '../store/store.ts';
import { watchAppointments } from './appointment-watch.ts';
import { hadPhone, type RehearsedMentor } from './rehearsed-mentor.ts';
import { openAccounts } from './reminder-accounts.ts';
import { type Cause, emptyTally, find, type MentorFigures, type Tally } from './tally.ts';

/** One message as it stood on her phone. */
export interface DiaryLine {
  at: string;
  by: 'bot' | 'staff' | 'answer' | 'her';
  text: string;
  options: string[];
}
export type Diary = Map<string, DiaryLine[]>;

export interface TallyKeeper {
  know(mentor: RehearsedMentor): void;
  committed(leased: LeasedEvent, turn: Turn, now: string): void;
  stuck(mentor: RehearsedMentor, where: string): void;
  error(what: string): void;
  finish(end: string): Tally;
}

interface Known {
  mentor: RehearsedMentor;
  figures: MentorFigures;
  day: string;
  today: { initiated: number; said: number; answers: number };
}

const mostADay = 2;
const wake = '06:00';
const rest = '18:30';

export function keepTally(begins: string, closures: DayNames, diary: Diary | undefined): TallyKeeper {
  const tally = emptyTally();
  const known = new Map<string, Known>();
  const accounts = openAccounts();
  const appointments = watchAppointments((owner, from, to) => {
    const one = known.get(owner);
    return one !== undefined && hadPhone(one.mentor, from, to);
  });
  const cycles = new Map<string, CycleState>();
  let weekEnds = sundayOf(begins);

  function closeDay(one: Known): void {
    const { day, today, figures, mentor } = one;
    if (day === '') return;
    const { initiated } = today;
    tally.perMentorDay[initiated] = (tally.perMentorDay[initiated] ?? 0) + 1;
    figures.mostInDay = Math.max(figures.mostInDay, initiated);
    if (figures.days && initiated > 0) figures.days[day] = initiated;
    const ofDay = tally.days[day] ?? { said: 0, answers: 0, initiated: 0, reached: 0 };
    tally.days[day] = ofDay;
    ofDay.said += today.said;
    ofDay.answers += today.answers;
    ofDay.initiated += initiated;
    if (initiated > 0) ofDay.reached += 1;
    if (initiated > mostADay) find(tally.trouble, 'tooMany', `${mentor.id} ${day}: ${initiated}`);
  }

  function dayOf(one: Known, date: string): Known['today'] {
    if (one.day !== date) {
      closeDay(one);
      // Days on which nothing happened count too, where the centre is open.
      for (let day = one.day === '' ? date : addDays(one.day, 1); day < date; day = addDays(day, 1))
        if (isWorkingDay(day, closures)) tally.perMentorDay[0] = (tally.perMentorDay[0] ?? 0) + 1;
      one.day = date;
      one.today = { initiated: 0, said: 0, answers: 0 };
    }
    return one.today;
  }

  function closeWeeks(date: string): void {
    for (; date > weekEnds; weekEnds = addDays(weekEnds, 7)) {
      const week = Object.fromEntries(cycleStates.map((state) => [state, 0])) as Record<CycleState, number>;
      for (const state of cycles.values()) week[state] += 1;
      tally.weeks[addDays(weekEnds, -6)] = week;
    }
  }

  function count(one: Known, { event }: LeasedEvent, turn: Turn, now: string): void {
    const { date, time } = localMoment(now, one.mentor.zone);
    const today = dayOf(one, date);
    const cause = causeOf(event.content);
    const half = Number(time.slice(0, 2)) * 2 + (time >= `${time.slice(0, 2)}:30` ? 1 : 0);
    if (isHers(event.content.kind)) {
      one.figures.said += 1;
      today.said += 1;
      tally.hours.said[half]! += 1;
      write(one, { at: event.writtenAt, by: 'her', text: wordsOf(event.content), options: [] });
    }
    if (turn.outbound.length === 0) return;
    for (const message of turn.outbound) write(one, lineOf(message, cause ?? 'answer', now));
    if (cause === undefined) {
      one.figures.answers += turn.outbound.length;
      today.answers += turn.outbound.length;
      return;
    }
    one.figures.initiated[cause] += turn.outbound.length;
    if (cause !== 'bot') return;
    today.initiated += turn.outbound.length;
    tally.hours.initiated[half]! += turn.outbound.length;
    if (!isWorkingDay(date, closures) || time < wake || time >= rest)
      find(tally.trouble, 'outOfHours', `${one.mentor.id} ${date} ${time}`);
  }

  function write(one: Known, line: DiaryLine): void {
    if (!diary) return;
    const lines = diary.get(one.mentor.id);
    if (lines) lines.push(line);
    else diary.set(one.mentor.id, [line]);
  }

  function note({ kind, phase, captureMode, heldAt, recordedAt, zone, mentorId, data }: Fact): void {
    const { sessions, notUnderstood, checklists } = tally;
    if (kind === 'checklistRecorded') checklists[captureMode ?? ''] = (checklists[captureMode ?? ''] ?? 0) + 1;
    if (kind === 'notUnderstood') {
      const step = `${data.flow}/${data.step}`;
      notUnderstood[step] = (notUnderstood[step] ?? 0) + 1;
    }
    if (kind === 'sessionHeld') {
      sessions.held += 1;
      sessions.byPhase[phase ?? ''] = (sessions.byPhase[phase ?? ''] ?? 0) + 1;
      sessions.byMode[captureMode ?? ''] = (sessions.byMode[captureMode ?? ''] ?? 0) + 1;
      if (localMoment(heldAt, zone).date < localMoment(recordedAt, zone).date) sessions.late += 1;
    }
    if (kind === 'appointmentCancelled') sessions.notHeld += 1;
    if (kind === 'appointmentMoved') sessions.moved += 1;
    const figures = known.get(mentorId)?.figures;
    if (kind === 'sessionHeld' && figures) figures.sessions += 1;
    if (kind === 'cycleClosed' && figures) figures.cyclesClosed += 1;
  }

  return {
    know(mentor) {
      const { id, behaviour, zone } = mentor;
      const figures: MentorFigures = {
        id,
        behaviour,
        zone,
        said: 0,
        answers: 0,
        initiated: { bot: 0, staff: 0 },
        mostInDay: 0,
        sessions: 0,
        cyclesClosed: 0,
        stuck: 0,
        ...(diary ? { days: {} } : {}),
      };
      known.set(id, { mentor, figures, day: '', today: { initiated: 0, said: 0, answers: 0 } });
    },
    committed(leased, turn, now) {
      tally.turns += 1;
      closeWeeks(now.slice(0, 10));
      accounts.committed(turn);
      appointments.committed(turn, leased.state.centre?.zone ?? defaultZone, now);
      for (const change of turn.changes)
        if ('put' in change && change.put.kind === 'cycle') cycles.set(change.put.id, change.put.state);
      for (const fact of turn.facts) note(fact);
      const one = known.get(turn.owner);
      if (one === undefined) return;
      count(one, leased, turn, now);
    },
    stuck(mentor, where) {
      const one = known.get(mentor.id);
      if (one) one.figures.stuck += 1;
      find(tally.trouble, 'stuck', `${mentor.id} ${where}`);
    },
    error: (what) => find(tally.trouble, 'errors', what),
    finish(end) {
      const last = end.slice(0, 10);
      for (const one of known.values()) {
        dayOf(one, addDays(last, 1));
        tally.mentors.push(one.figures);
      }
      closeWeeks(addDays(sundayOf(last), 1));
      const { unannounced, announcedTwice, ...due } = appointments.result(end);
      tally.dueSessions = due;
      tally.reminders = accounts.outcomes;
      tally.remindersPlanned = accounts.planned();
      find(tally.trouble, 'unannounced', ...unannounced);
      find(tally.trouble, 'announcedTwice', ...announcedTwice);
      find(tally.trouble, 'unaccounted', ...accounts.unaccounted(end));
      return tally;
    },
  };
}

type Content = LeasedEvent['event']['content'];

const isHers = (kind: Content['kind']): boolean => kind === 'text' || kind === 'tap' || kind === 'voice';

function causeOf(content: Content): Cause | undefined {
  if (content.kind === 'post') return 'staff';
  return content.kind === 'timer' && content.timer.purpose !== 'settle' ? 'bot' : undefined;
}

function wordsOf(content: Content): string {
  if (content.kind === 'text') return content.text;
  return content.kind === 'tap' ? `[${content.label}]` : '';
}

const lineOf = (message: OutboundMessage, by: DiaryLine['by'], at: string): DiaryLine => ({
  at,
  by,
  text: message.text,
  options: message.options.map(({ label }) => label),
});

const sundayOf = (date: string): string => addDays(date, (7 - weekdayOf(date)) % 7);
