// Whom a consultant accompanies closely: the appointments of these mentors are hers too, and she is told of every change by a post.
import type { Post } from '../../domain/inbound-event.ts';
import type { Appointment, MentoringCycle } from '../../domain/mentoring-cycle.ts';
import type { Person } from '../../domain/roster.ts';
import type { VisitNews } from '../../domain/visit.ts';
import type { TurnDraft } from '../turn-draft.ts';

const phases = ['focusedObservation', 'reflection'] as const;

/** Those of the roster who accompany her, where her centre is followed closely. */
function companions({ person, centre, state }: TurnDraft): string[] {
  if (!centre.intensive || person.accompaniedBy.length === 0 || !person.roles.includes('mentor')) return [];
  return state.directory
    .filter(({ id, roles }) => roles.includes('consultant') && person.accompaniedBy.includes(id))
    .map(({ id }) => id);
}

/** What this turn changed of her appointments, to who accompanies her. */
export function tellCompanions(draft: TurnDraft): void {
  const told = companions(draft);
  if (told.length === 0) return;
  const { state, person } = draft;
  const takesPart = ({ withdrawnAt, erasedAt }: Person): boolean => withdrawnAt === null && erasedAt === null;
  if (!takesPart(person)) {
    if (state.person && takesPart(state.person))
      for (const to of told) draft.post(to, { kind: 'visitsGone', mentorId: person.id });
    return;
  }
  for (const cycle of draft.all('cycle')) {
    const before = state.cycles.find(({ id }) => id === cycle.id);
    if (before === cycle) continue;
    for (const phase of phases) {
      const dates = cycle.appointments.filter((one) => one.phase === phase);
      const [now, was] = [dates.at(-1), before?.appointments.findLast((one) => one.phase === phase)];
      if (now !== undefined && !isSame(now, was)) post(draft, told, newsOf(draft, cycle, now, dates.length));
    }
  }
  for (const gone of state.cycles) {
    if (draft.get('cycle', gone.id)) continue;
    for (const phase of phases) {
      const dates = gone.appointments.filter((one) => one.phase === phase);
      const last = dates.at(-1);
      if (last?.status === 'planned') post(draft, told, { ...newsOf(draft, gone, last, dates.length), status: 'cancelled' });
    }
  }
}

const isSame = (now: Appointment, was: Appointment | undefined): boolean => now.id === was?.id && now.status === was.status;

function newsOf(draft: TurnDraft, cycle: MentoringCycle, appointment: Appointment, version: number): VisitNews {
  const { person, centre } = draft;
  const { phase, date, time, status, agreedAt } = appointment;
  return {
    id: `${person.id}:${cycle.id}:${phase}`,
    mentorId: person.id,
    mentor: person.calledAs || person.name,
    centre: centre.id,
    ooad: centre.ooad,
    state: centre.state,
    zone: centre.zone,
    phase,
    version,
    date,
    time,
    status: status === 'moved' ? 'cancelled' : status,
    agreedAt,
  };
}

function post(draft: TurnDraft, told: readonly string[], news: VisitNews): void {
  for (const to of told) draft.post(to, { kind: 'visitNews', news });
}

/** Sessions that were told, or passed long ago, are not asked of her any more. */
const keptDays = 28;

type VisitBody = Extract<Post['body'], { kind: 'visitNews' | 'visitsGone' }>;

export function hearVisits(draft: TurnDraft, body: VisitBody): void {
  if (body.kind === 'visitNews') hearVisit(draft, body.news);
  else forgetVisits(draft, body.mentorId);
}

/** With the consultant: what she has of it is as the mentor's turn said last. */
function hearVisit(draft: TurnDraft, news: VisitNews): void {
  const known = draft.get('visit', news.id);
  if (known && known.version > news.version) return;
  if (news.status === 'cancelled') return draft.remove('visit', news.id);
  const kept = known?.version === news.version && known.accompanied ? { accompanied: known.accompanied } : {};
  draft.put({ kind: 'visit', owner: draft.state.owner, ...news, ...kept });
  const since = new Date(Date.parse(draft.now) - keptDays * 86_400_000).toISOString().slice(0, 10);
  for (const { id, date } of draft.all('visit')) if (date < since) draft.remove('visit', id);
}

function forgetVisits(draft: TurnDraft, mentor: string): void {
  for (const { id, mentorId } of draft.all('visit')) if (mentorId === mentor) draft.remove('visit', id);
}
