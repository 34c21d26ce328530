// The paths that a transcript's `=` lines may ask for; listed in test/transcripts/README.md.
import type { Fact } from '../../src/domain/fact.ts';
import type { Appointment } from '../../src/domain/mentoring-cycle.ts';
import type { OwnerState } from '../../src/domain/turn.ts';

/** The value as text; throws where there is no such path. */
export function remembered(path: string, state: OwnerState, facts: readonly Fact[]): string {
  const [first = '', ...rest] = path.split('.');
  if (first === 'facts') return String(facts.filter(({ kind }) => kind === rest[0]).length);
  if (first === 'fact')
    return factField(
      facts.findLast(({ kind }) => kind === rest[0]),
      rest.slice(1),
    );
  const person = ofPerson[path];
  if (person) return person(state);
  const caregiver = state.caregivers.findLast(({ name }) => name === first);
  const field = ofCaregiver[rest.join('.')];
  if (!field) throw new Error(`nothing is remembered under "${path}"`);
  return (caregiver ? field(state, caregiver.id) : 'none').replaceAll('\n', ' / ');
}

function factField(fact: Fact | undefined, path: readonly string[]): string {
  if (!fact) return 'none';
  const [key = ''] = path;
  const value = key in fact ? fact[key as keyof Fact] : fact.data[key];
  return value === undefined ? 'none' : String(value);
}

const ofPerson: Record<string, (state: OwnerState) => string> = {
  consent: ({ person }) => (person?.consent ? String(person.consent.given) : 'none'),
  withdrawn: ({ person }) => String(Boolean(person?.withdrawnAt)),
  erased: ({ person }) => String(Boolean(person?.erasedAt)),
  course: ({ person }) => person?.prerequisiteCourse ?? 'none',
  pausedUntil: ({ person }) => person?.pausedUntil ?? 'none',
  phone: ({ person }) =>
    Object.entries(person?.phoneMoments ?? {})
      .map(([moment, { from, to }]: [string, { from: string; to: string }]) => `${moment} ${from}-${to}`)
      .join(', ') || 'none',
  caregivers: ({ caregivers }) =>
    caregivers.flatMap(({ name, status }) => (status === 'active' ? [name] : [])).join(', ') || 'none',
  waiting({ conversation, threads }) {
    const thread = threads.find(({ id }) => id === conversation?.active);
    return thread?.waitingFor ? `${thread.flow}/${thread.waitingFor}` : 'nothing';
  },
};

type OfCaregiver = (state: OwnerState, id: string) => string;
const caregiverOf = ({ caregivers }: OwnerState, id: string) => caregivers.find((one) => one.id === id);
const cycleOf = ({ cycles }: OwnerState, id: string) => cycles.findLast(({ caregiverId }) => caregiverId === id);
const appointment =
  (phase: Appointment['phase']): OfCaregiver =>
  (state, id) => {
    const found = cycleOf(state, id)?.appointments.findLast((one) => one.phase === phase);
    return found ? `${found.date}T${found.time} ${found.status}` : 'none';
  };

const ofCaregiver: Record<string, OfCaregiver> = {
  room: (state, id) => caregiverOf(state, id)?.room ?? 'none',
  shift: (state, id) => caregiverOf(state, id)?.shift ?? 'none',
  accepted: (state, id) => caregiverOf(state, id)?.accepted ?? 'none',
  status: (state, id) => caregiverOf(state, id)?.status ?? 'none',
  closedCycles: (state, id) => String(caregiverOf(state, id)?.digests.length ?? 0),
  closingRuns: (state, id) => String(caregiverOf(state, id)?.closingRuns.length ?? 0),
  cycle: (state, id) => cycleOf(state, id)?.state ?? 'none',
  goal: (state, id) => cycleOf(state, id)?.plan?.goal ?? 'none',
  action: (state, id) => cycleOf(state, id)?.plan?.actionStep ?? 'none',
  criterion: (state, id) => cycleOf(state, id)?.plan?.successCriterion ?? 'none',
  resources: (state, id) => cycleOf(state, id)?.plan?.resources ?? 'none',
  deadline: (state, id) => cycleOf(state, id)?.plan?.deadline ?? 'none',
  checklist: (state, id) => Object.values(cycleOf(state, id)?.checklist?.ratings ?? {}).join(' ') || 'none',
  evidence: (state, id) => Object.values(cycleOf(state, id)?.checklist?.evidence ?? {}).join(' / ') || 'none',
  observation: appointment('focusedObservation'),
  reflection: appointment('reflection'),
  sessions: (state, id) =>
    (cycleOf(state, id)?.sessions ?? []).map(({ phase, heldOn, minutes }) => `${phase} ${heldOn} ${minutes ?? '?'}`).join(', ') ||
    'none',
  tipTried: (state, id) => cycleOf(state, id)?.tipTried ?? 'none',
};
