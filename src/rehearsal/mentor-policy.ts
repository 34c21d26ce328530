// What an invented mentor does next with the phone in her hand: answers, tells of a session, goes to a caregiver, or puts it away.
import { iterationOn } from '../mentoring/iteration.ts';
import { type NextStep, nextSteps } from '../mentoring/next-step.ts';
import { type Act, answerTo, askedOf, first, type Sight, words } from './mentor-answers.ts';
import { hello, saidWords } from './mentor-words.ts';
import { hasLooked, realSession } from './real-sessions.ts';
import { sayPastDay } from './said-dates.ts';

/** One time with the phone in her hand. */
export interface PhoneTime {
  /** UTC. */
  until: string;
  actsLeft: number;
  /** What she has gone to already, so that she does not go round in circles. */
  tried: Set<string>;
  lastAsked: string;
  timesAsked: number;
}

export const phoneTime = (until: string, patience: number): PhoneTime => ({
  until,
  actsLeft: patience,
  tried: new Set(),
  lastAsked: '',
  timesAsked: 0,
});

/** Undefined: she puts the phone away. 'stuck': the same question came four times. */
export function nextAct(sight: Sight, time: PhoneTime): Act | 'stuck' | undefined {
  const { person, conversation } = sight.state;
  if (!person?.active || person.withdrawnAt || person.consent?.given === false) return undefined;
  if (person.pausedUntil !== null && sight.today.date < person.pausedUntil) return undefined;
  const asked = askedOf(sight);
  if (asked) {
    const answer = answerTo(asked);
    if (answer !== 'leave') return insisting(answer, asked, time);
  } else if (!conversation || person.consent === null) return once(time, 'hola', sight.mentor.chance.pick(hello));
  return work(sight, time);
}

/** What was not understood is said in another way: tapped, then skipped, then left. */
function insisting(answer: Act, asked: NonNullable<ReturnType<typeof askedOf>>, time: PhoneTime): Act | 'stuck' | undefined {
  const question = `${asked.thread.id}:${asked.key}`;
  time.timesAsked = question === time.lastAsked ? time.timesAsked + 1 : 1;
  time.lastAsked = question;
  if (time.timesAsked === 1) return tapped(answer, time);
  if (time.timesAsked === 2) {
    const offered = first(asked);
    // What she tapped before is over, also where it still stands on her phone.
    return tapped(offered?.kind === 'tap' && !time.tried.has(offered.of) ? offered : answer, time);
  }
  if (time.timesAsked === 3) return words('saltar');
  if (time.tried.has('stuck')) return undefined;
  time.tried.add('stuck');
  return 'stuck';
}

function tapped(act: Act, time: PhoneTime): Act {
  if (act.kind === 'tap') time.tried.add(act.of);
  return act;
}

function once(time: PhoneTime, what: string, text: string): Act | undefined {
  if (time.tried.has(what)) return undefined;
  time.tried.add(what);
  return words(text);
}

function work(sight: Sight, time: PhoneTime): Act | undefined {
  const { state, program, today } = sight;
  if (state.caregivers.length === 0) return once(time, 'maestras', 'maestras');
  const other = besidesWork(sight, time);
  if (other) return other;
  for (const step of nextSteps(state.caregivers, state.cycles, state.threads, program, today)) {
    if (time.tried.has(step.caregiver.id)) continue;
    const text = tellingOf(sight, step);
    if (text === undefined) continue;
    time.tried.add(step.caregiver.id);
    return words(text);
  }
  return undefined;
}

/** A rest, a caregiver who left, a doubt. */
function besidesWork({ mentor, state, today }: Sight, time: PhoneTime): Act | undefined {
  if (mentor.pausesOn !== null && today.date >= mentor.pausesOn) {
    mentor.pausesOn = null;
    return once(time, 'pausa', 'pausa');
  }
  const gone = mentor.caregivers.find(({ leavesOn }) => leavesOn !== null && today.date >= leavesOn);
  if (gone) {
    gone.leavesOn = null;
    const isHers = state.caregivers.some(({ name, status }) => name === gone.name && status === 'active');
    if (isHers) return once(time, 'datos', `datos de ${gone.name}`);
  }
  const waits = state.doubts.some(({ status }) => status === 'open');
  if (waits || time.tried.has('duda') || !mentor.chance.is(mentor.scenario.life.doubts)) return undefined;
  return once(time, 'duda', `duda: ${mentor.chance.pick(saidWords['mentora/duda'] ?? [])}`);
}

/** What she would write about this caregiver now; undefined where there is nothing to do. */
function tellingOf(sight: Sight, { step, caregiver, appointment, thread }: NextStep): string | undefined {
  const { mentor, today, program, state } = sight;
  const open = `con ${caregiver.name}`;
  switch (step) {
    case 'diagnosis':
    case 'newCycle':
    case 'plan':
    case 'agreeObservation': {
      // What was begun is gone on with, also after the window.
      if (thread?.waitingFor || state.cycles.some(({ caregiverId }) => caregiverId === caregiver.id))
        return thread?.waitingFor === 'listo' && !hasLooked(mentor, caregiver.name, thread.openedAt, sight.now)
          ? undefined
          : open;
      const iteration = iterationOn(program, today.date);
      const from = mentor.caregivers.find(({ name }) => name === caregiver.name)?.looksFrom[iteration?.id ?? ''];
      const isDone = caregiver.digests.some((digest) => digest.iteration === iteration?.id);
      return from !== undefined && !isDone && today.date >= from ? open : undefined;
    }
    case 'recordObservation':
    case 'recordReflection': {
      if (!appointment) return open;
      const { outcome, tellsFrom, minutes } = realSession(mentor, caregiver.name, appointment);
      if (sight.now < tellsFrom) return undefined;
      if (outcome !== 'held' || mentor.chance.is(0.4)) return open;
      const verb = step === 'recordObservation' ? 'ya observé a' : 'ya platiqué con';
      return `${verb} ${caregiver.name} ${sayPastDay(appointment.date, today.date)}, ${minutes} minutos`;
    }
    case 'agreeReflection':
      return open;
    case 'closingChecklist':
      return mentor.behaviour === 'diligent' && caregiver.name.charCodeAt(0) % 3 === 0 ? open : undefined;
    case 'awaitObservation':
    case 'awaitReflection':
      return undefined;
  }
}
