// The mentor's side of what somebody of the staff records for her: read with the same readers, and written down once confirmed.
import type { Taken, Thread } from '../domain/conversation.ts';
import type { Post, ProxyOutcome, ProxySession } from '../domain/inbound-event.ts';
import type { Caregiver } from '../domain/mentoring-cycle.ts';
import { isWorkingDay, sayDay } from '../mentoring/local-time.ts';
import { closeIfComplete, recordSession, toldFacts } from '../mentoring/sessions.ts';
import { checklistVerbs } from '../mentoring/verbs/checklist-verbs.ts';
import { sessionVerbs } from '../mentoring/verbs/session-verbs.ts';
import { newNameIn, toldAcceptance, toldByHerself } from './answers/commands/proxy-words.ts';
import { readCaregiverName } from './answers/people/caregiver-name.ts';
import { readReport } from './answers/told/report.ts';
import { readWhen } from './answers/when/when.ts';
import { readFacts } from './questions/facts-question.ts';
import { houseText, noThread, threadContext } from './thread-context.ts';
import type { TurnDraft } from './turn-draft.ts';
import { vocabularyOf } from './vocabulary-of.ts';

type Body<K extends Post['body']['kind']> = Extract<Post['body'], { kind: K }>;

const flowOf = { workPlan: 'plan-de-trabajo', focusedObservation: 'observacion', reflection: 'reflexion' } as const;

function reply(draft: TurnDraft, to: Taken, outcome: ProxyOutcome, more: Partial<Body<'proxyHeard'>> = {}): void {
  const { id: mentor, name: mentorName } = draft.person;
  draft.post(to.by, { kind: 'proxyHeard', mentor, mentorName, outcome, text: '', names: [], ...more });
}

/** Who said no, or left, is recorded by nobody. */
const refuses = ({ person }: TurnDraft): boolean => person.withdrawnAt !== null || person.consent?.given === false;

/** Who writes with us answers for herself first; for who has no chat and was never asked, dates and minutes may be kept. */
const isUnasked = ({ person, conversation }: TurnDraft): boolean => person.consent === null && conversation.lastHeardAt !== null;

const nameless = (draft: TurnDraft, number: number): string => houseText(draft, 'en-nombre.sin-nombre', { number });

const activeCaregivers = (draft: TurnDraft): Caregiver[] => draft.all('caregiver').filter(({ status }) => status === 'active');

function saySession(draft: TurnDraft, { phase, caregiverId, newName, when, minutes }: ProxySession): string {
  const known = (caregiverId === null ? undefined : draft.get('caregiver', caregiverId)?.name) ?? newName;
  const number = Number(/\d{1,2}$/.exec(known)?.[0] ?? 0);
  const name = isNameless(draft, known) ? houseText(draft, 'en-nombre.la-maestra', { number }) : known;
  const day = sayDay(when, draft.today.date);
  const what = houseText(draft, `en-nombre.fase-${phase}`, { name });
  if (minutes === undefined) return houseText(draft, 'en-nombre.sin-minutos', { what, day });
  return houseText(draft, 'en-nombre.con-minutos', { what, day, minutes });
}

const isNameless = (draft: TurnDraft, name: string): boolean => name === nameless(draft, Number(/\d{1,2}$/.exec(name)?.[0] ?? 0));

/** "La maestra 1": one who was kept without her name. */
function withoutName(draft: TurnDraft, text: string): { kind: 'understood'; value: string } | undefined {
  const number = Number(/\bmaestra (\d{1,2})\b/iu.exec(text)?.[1] ?? 0);
  const caregiver = activeCaregivers(draft).find(({ name }) => name === nameless(draft, number));
  return caregiver && { kind: 'understood', value: caregiver.id };
}

/** Nothing is recorded yet: she who tells it is asked whether this is what she means. */
export function readProxy(draft: TurnDraft, { by, words }: Body<'proxyTold'>): void {
  if (refuses(draft)) return reply(draft, by, 'refused');
  if (isUnasked(draft)) return reply(draft, by, 'unasked');
  const text = toldByHerself(words);
  const report = readReport(text, vocabularyOf(draft.program));
  if (report?.what !== 'held' || report.phase === undefined || report.phase === 'checklist')
    return reply(draft, by, 'whichSession', { text: words });
  const caregivers = activeCaregivers(draft);
  const named = withoutName(draft, text) ?? readCaregiverName(text, caregivers);
  const names = caregivers.map(({ name }) => name);
  if (named.kind === 'doubtful')
    return reply(draft, by, 'whichCaregiver', {
      text: words,
      names: named.candidates.flatMap((id) => draft.get('caregiver', id)?.name ?? []),
    });
  const newName = named.kind === 'understood' ? '' : newNameIn(words);
  if (named.kind !== 'understood' && newName === '') return reply(draft, by, 'whichCaregiver', { text: words, names });
  const told = toldFacts(readFacts(text, ['when', 'minutes'], threadContext(draft, undefined)));
  const session: ProxySession = {
    phase: report.phase,
    caregiverId: named.kind === 'understood' ? named.value : null,
    newName,
    ...(newName === '' ? {} : toldAcceptance(words)),
    when: told.when ?? draft.today.date,
    ...(told.time === undefined ? {} : { time: told.time }),
    ...(told.minutes === undefined ? {} : { minutes: told.minutes }),
  };
  // A day that cannot be, is still to come or may be several is never taken for today.
  const day = readWhen(text, { now: draft.today, holidays: draft.holidays, tense: 'past' });
  const unclear = told.when === undefined && (day.kind === 'impossible' || (day.kind === 'ambiguous' && text.length < 200));
  if (unclear || session.when > draft.today.date) return reply(draft, by, 'future', { text: words });
  const closed = isWorkingDay(session.when, draft.closures) ? '' : houseText(draft, 'en-nombre.no-habil');
  const kept = names.filter((name) => isNameless(draft, name));
  const another = kept.length === 0 ? '' : houseText(draft, 'en-nombre.o-es', { names: kept.join(', ') });
  const lead = session.caregiverId === null ? houseText(draft, 'en-nombre.maestra-nueva', { name: newName }) + another : '';
  reply(draft, by, 'read', { text: `${saySession(draft, session)}${closed}${lead}`, names, session });
}

/** Dates and minutes only: no words of hers come by way of others. */
export function recordProxy(draft: TurnDraft, { by, session }: Body<'proxyConfirmed'>): void {
  if (refuses(draft)) return reply(draft, by, 'refused');
  if (isUnasked(draft)) return reply(draft, by, 'unasked');
  const caregiver = caregiverFor(draft, session);
  if (!caregiver) return reply(draft, by, 'whichCaregiver', { names: activeCaregivers(draft).map(({ name }) => name) });
  const done: ProxySession = { ...session, caregiverId: caregiver.id };
  const text = saySession(draft, done);
  const id = draft.newId();
  const thread: Thread = {
    ...noThread,
    id,
    owner: draft.state.owner,
    caregiverId: caregiver.id,
    captureMode: 'proxy',
    openedAt: draft.now,
    touchedAt: draft.now,
  };
  draft.put(thread);
  const c = threadContext(draft, id);
  checklistVerbs['begin-cycle'](c);
  const cycle = c.cycle;
  const { phase, when: heldOn, time, minutes } = session;
  const known = cycle?.sessions.some((one) => one.phase === phase && one.heldOn === heldOn && one.minutes === minutes);
  if (!cycle || known) {
    draft.remove('thread', id);
    return reply(draft, by, cycle ? 'known' : 'whichSession', { text });
  }
  const facts = { when: heldOn, ...(time === undefined ? {} : { time }), ...(minutes === undefined ? {} : { minutes }) };
  const recorded = recordSession(c, cycle, { phase, facts });
  draft.facts.splice(
    0,
    draft.facts.length,
    ...draft.facts.map((fact) => ({ ...fact, data: { ...fact.data, recordedBy: by.by } })),
  );
  dropAsked(draft, caregiver.id, phase);
  draft.put(closeIfComplete(c, recorded));
  sessionVerbs['archive-cycle'](c);
  draft.remove('thread', id);
  // Nothing is said to somebody who never wrote to us.
  if (draft.person.consent === null) return reply(draft, by, 'recordedUntold', { text });
  draft.say({ kind: 'notice', text: houseText(draft, 'en-nombre.anoto-por-usted', { who: by.name, session: text }) });
  reply(draft, by, 'recorded', { text });
}

/** What was asked of her about the same session needs no answer any more. */
function dropAsked(draft: TurnDraft, caregiverId: string, phase: ProxySession['phase']): void {
  const asked = draft.all('thread').find((one) => one.flow === flowOf[phase] && one.caregiverId === caregiverId);
  if (!asked || asked.history.length > 1) return;
  draft.remove('thread', asked.id);
  const { active, interrupted } = draft.conversation;
  draft.converse({
    active: active === asked.id ? null : active,
    interrupted: interrupted.filter((one) => one !== asked.id),
  });
}

/** One she has, by now perhaps under the new name, or a new one. */
function caregiverFor(draft: TurnDraft, { caregiverId, newName, accepted }: ProxySession): Caregiver | undefined {
  if (caregiverId !== null) return draft.get('caregiver', caregiverId);
  const known = readCaregiverName(newName, activeCaregivers(draft));
  if (known.kind === 'understood') return draft.get('caregiver', known.value);
  if (newName === '') return undefined;
  // Her name is kept once it is known that she agreed to it.
  const unnamed = draft.all('caregiver').filter(({ name }) => isNameless(draft, name)).length;
  const caregiver: Caregiver = {
    kind: 'caregiver',
    id: draft.newId(),
    owner: draft.state.owner,
    centreId: draft.centre.id,
    name: accepted === 'yes' ? newName : nameless(draft, unnamed + 1),
    room: null,
    shift: null,
    ageGroup: null,
    accepted: accepted ?? null,
    mentors: [{ personId: draft.state.owner, from: draft.today.date, to: null }],
    status: 'active',
    digests: [],
    closingRuns: [],
  };
  draft.put(caregiver);
  draft.fact('caregiverAdded', { caregiverId: caregiver.id, captureMode: 'proxy', data: { room: null, shift: null } });
  if (accepted !== undefined)
    draft.fact('caregiverAccepted', { caregiverId: caregiver.id, captureMode: 'proxy', data: { accepted } });
  return caregiver;
}
