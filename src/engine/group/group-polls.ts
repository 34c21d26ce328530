// Polls of a group: put to it by the staff, votes that can change, and the result for who asked. Who was in a workshop counts as her own word.
import { attendedParts } from '../../domain/attendance.ts';
import type { GroupPoll, PollOrder } from '../../domain/group.ts';
import type { EventContent } from '../../domain/inbound-event.ts';
import { opaqueId } from '../../domain/opaque-id.ts';
import { addMinutes } from '../../mentoring/local-time.ts';
import { workshopEnd, workshopStart } from '../../mentoring/workshop-dates.ts';
import type { PollSaid } from '../answers/commands/poll-words.ts';
import { plain } from '../answers/words/text-forms.ts';
import { houseText } from '../thread-context.ts';
import type { TurnDraft } from '../turn-draft.ts';
import { groupOf } from './group-record.ts';
import { withoutNames } from './said-names.ts';

const openHours = 72;
/** Closed ones of which the result can still be asked. */
const mostKept = 3;

const pollsOf = (draft: TurnDraft): GroupPoll[] => draft.all('groupPoll').sort((a, b) => (a.at < b.at ? -1 : 1));

/** What somebody of the staff asked for here: put up, or told how to say it. */
export function orderPoll(draft: TurnDraft, by: string, said: PollSaid): void {
  const order = pollOrder(draft, said);
  if (typeof order === 'string') return void draft.say({ kind: 'answer', text: order, quotes: draft.event.externalId });
  openPoll(draft, by, order);
}

/** A sentence where it cannot be one. */
export function pollOrder(draft: TurnDraft, said: PollSaid): PollOrder | string {
  switch (said.kind) {
    case 'poll':
      return { question: said.question, options: said.options, multi: said.multi, workshop: null };
    case 'yesNo': {
      const options = [houseText(draft, 'casa.si'), houseText(draft, 'casa.no')];
      return { question: said.question, options, multi: false, workshop: null };
    }
    case 'attendance':
      return attendancePoll(draft, said.number);
    default:
      return houseText(draft, 'grupo.encuesta-como');
  }
}

function attendancePoll(draft: TurnDraft, number: number | undefined): PollOrder | string {
  const past = draft.workshops.filter((one) => (workshopEnd(one) ?? draft.now) < draft.now).at(-1)?.number;
  const workshop = draft.workshops.find((one) => one.number === (number ?? past));
  if (!workshop) return houseText(draft, 'grupo.asistencia-cual');
  if ((workshopStart(workshop) ?? '9') > draft.now)
    return houseText(draft, 'grupo.asistencia-aun-no', { number: workshop.number });
  return {
    question: houseText(draft, 'grupo.asistencia', { number: workshop.number }),
    // In the order of the parts, by which a vote is recorded.
    options: [
      houseText(draft, 'grupo.asistencia-completo'),
      houseText(draft, 'grupo.asistencia-parte'),
      houseText(draft, 'grupo.asistencia-no'),
    ],
    multi: false,
    workshop: workshop.number,
  };
}

export function openPoll(draft: TurnDraft, by: string, { question, options, multi, workshop }: PollOrder): void {
  const group = groupOf(draft);
  if (!group || group.cohort === null || group.goneAt !== null) return;
  const message = draft.say({
    kind: 'question',
    text: question,
    options: options.map((label, place) => ({ id: String(place), label })),
    poll: { multi },
    whenUnsure: 'drop',
  });
  draft.put({
    kind: 'groupPoll',
    id: message.id,
    owner: group.id,
    by,
    at: draft.now,
    platformId: null,
    question,
    options,
    multi,
    workshop,
    votes: {},
    closesAt: addMinutes(draft.now, openHours * 60),
    closedAt: null,
  });
  for (const { id } of pollsOf(draft)
    .filter(({ closedAt }) => closedAt !== null)
    .slice(0, -mostKept))
    draft.remove('groupPoll', id);
}

export function keepPlatformId(draft: TurnDraft, id: string, platformId: string): void {
  const poll = draft.get('groupPoll', id);
  if (poll) draft.put({ ...poll, platformId });
}

const pollNamed = (draft: TurnDraft, of: string): GroupPoll | undefined =>
  pollsOf(draft).find(({ id, platformId }) => id === of || platformId === of || opaqueId(id) === of);

export function hearVote(draft: TurnDraft, content: Extract<EventContent, { kind: 'vote' | 'tap' }>): void {
  const poll = content.of === undefined ? undefined : pollNamed(draft, content.of);
  if (!poll) return;
  if (content.kind === 'vote') return vote(draft, poll, content.options);
  const place = content.label === '' ? (content.option ?? -1) : poll.options.indexOf(content.label);
  const before = poll.votes[voterOf(draft)] ?? [];
  // Where several may be chosen, a tap adds its option or takes it back.
  const several = before.includes(place) ? before.filter((one) => one !== place) : [...before, place];
  vote(draft, poll, poll.multi ? several : [place]);
}

/** Where a poll is written as numbered text: a number, or the words of an option, in reply to it or said to us while it is open. */
export function votesByWords(draft: TurnDraft, replyTo: string | undefined, text: string): boolean {
  const open = pollsOf(draft).findLast(({ closedAt }) => closedAt === null);
  const poll = replyTo === undefined ? open : pollNamed(draft, replyTo);
  if (!poll || poll.closedAt !== null) return false;
  const said = plain(withoutNames(text));
  if (/^(?:ninguna|ninguno|quit[oae]\w* mi voto|sin voto)$/.test(said)) {
    vote(draft, poll, []);
    return true;
  }
  const named = poll.options.findIndex((option) => plain(option) === said);
  const numbers = /^[\d\s,.y]+$/.test(said) ? [...said.matchAll(/\d+/g)].map(([digits]) => Number(digits) - 1) : [];
  const places = named >= 0 ? [named] : numbers;
  if (places.length === 0 || places.some((place) => poll.options[place] === undefined)) return false;
  vote(draft, poll, poll.multi ? places : places.slice(0, 1));
  return true;
}

const voterOf = ({ event }: TurnDraft): string => event.inGroup?.person ?? event.inGroup?.key ?? '';

function vote(draft: TurnDraft, poll: GroupPoll, given: readonly number[]): void {
  const voter = voterOf(draft);
  if (poll.closedAt !== null || voter === '') return;
  const places = [...new Set(given.filter((place) => poll.options[place] !== undefined))].sort((a, b) => a - b);
  const { [voter]: _, ...others } = poll.votes;
  draft.put({ ...poll, votes: places.length > 0 ? { ...others, [voter]: places } : others });
  const attended = poll.workshop === null ? undefined : attendedParts[places[0] ?? -1];
  const person = draft.event.inGroup?.person;
  if (poll.workshop === null || attended === undefined || person === undefined) return;
  draft.post(person, { kind: 'attendanceTold', workshop: poll.workshop, source: 'self', attended, minutes: null });
}

/** To who asks, of the one that is open or else the last. */
export function askPoll(draft: TurnDraft, by: string, what: 'results' | 'close'): void {
  const polls = pollsOf(draft);
  const poll = polls.findLast(({ closedAt }) => closedAt === null) ?? (what === 'results' ? polls.at(-1) : undefined);
  const title = groupOf(draft)?.title ?? '';
  if (!poll) return draft.post(by, { kind: 'pollResult', result: null, title });
  if (what === 'close') return close(draft, poll, by);
  draft.post(by, { kind: 'pollResult', result: resultOf(poll, title), title });
}

export function closeDuePolls(draft: TurnDraft): void {
  for (const poll of pollsOf(draft)) if (poll.closedAt === null && poll.closesAt <= draft.now) close(draft, poll, poll.by);
}

function close(draft: TurnDraft, poll: GroupPoll, to: string): void {
  const closed = { ...poll, closedAt: draft.now };
  draft.put(closed);
  const title = groupOf(draft)?.title ?? '';
  for (const one of new Set([poll.by, to])) draft.post(one, { kind: 'pollResult', result: resultOf(closed, title), title });
}

const resultOf = ({ question, options, votes, closedAt }: GroupPoll, title: string) => ({
  question,
  title,
  lines: options.map((option, place) => ({
    option,
    votes: Object.values(votes).filter((places) => places.includes(place)).length,
  })),
  voters: Object.keys(votes).length,
  closed: closedAt !== null,
});

export const pollsDue = (draft: TurnDraft): string[] =>
  pollsOf(draft).flatMap(({ closedAt, closesAt }) => (closedAt === null ? [closesAt] : []));
