// A doubt of hers kept and told: who hears of it, and what they are given to answer it with.
import type { Doubt } from '../domain/conversation.ts';
import type { DoubtNews } from '../domain/inbound-event.ts';
import type { DirectoryEntry } from '../domain/roster.ts';
import type { MentoringContext } from './mentoring-context.ts';
import { openCycleOf } from './next-step.ts';

const mostText = 900;

/** Who accompanies her, else every consultant, else the coordinators; those who can be reached before those who cannot. */
export function whoHears(directory: readonly DirectoryEntry[], accompaniedBy: readonly string[]): string[] {
  const consultants = directory.filter(({ roles }) => roles.includes('consultant'));
  const coordinators = directory.filter(({ roles }) => roles.includes('coordinator'));
  const hers = consultants.filter(({ id }) => accompaniedBy.includes(id));
  const groups = [hers, consultants, coordinators];
  const found =
    groups.map((group) => group.filter(({ reach }) => reach !== 'none')).find((group) => group.length > 0) ??
    groups.find((group) => group.length > 0);
  return (found ?? []).map(({ id }) => id);
}

/** How they are called who will answer her: her consultant, all of them, or the programme's team. */
export function whoAnswers(c: MentoringContext): string {
  const told = whoHears(c.directory, c.person.accompaniedBy);
  if (told.length > 0 && told.every((id) => c.person.accompaniedBy.includes(id)))
    return c.text(told.length === 1 ? 'dudas.su-consultora' : 'dudas.sus-consultoras');
  const consultants = c.directory.some(({ id, roles }) => told.includes(id) && roles.includes('consultant'));
  return c.text(consultants ? 'dudas.las-consultoras' : 'dudas.el-equipo');
}

/** With whom she was last busy: what she asks in between is likely to be about that. */
function workedWith(c: MentoringContext): string | null {
  const [last] = c.threads.filter(({ caregiverId }) => caregiverId !== null).sort((a, b) => (a.touchedAt < b.touchedAt ? 1 : -1));
  return last?.caregiverId ?? null;
}

/** The same words that wait already are not told a second time. */
export function askConsultants(
  c: MentoringContext,
  words: string,
  data: { about: 'doubt' | 'person'; known?: string | null },
): void {
  const text = words.trim().slice(0, mostText);
  if (c.doubts.some((doubt) => doubt.status === 'open' && doubt.waitingSince !== null && doubt.text === text)) return;
  const about = c.thread.caregiverId ?? workedWith(c);
  const doubt: Doubt = {
    kind: 'doubt',
    id: c.newId(),
    owner: c.person.id,
    at: c.now,
    text,
    caregiverId: about,
    status: 'open',
    phase: (about === null ? undefined : openCycleOf(c.cycles, about))?.state ?? null,
    told: whoHears(c.directory, c.person.accompaniedBy).filter((id) => id !== c.person.id),
    taken: null,
    waitingSince: c.now,
    nudgedAt: null,
    answers: 0,
    messages: [],
    heard: [],
  };
  c.put(doubt);
  c.fact('doubtAsked', { data: { about: data.about, known: data.known ?? null, told: doubt.told.length } });
  for (const to of doubt.told) c.post(to, newsOf(c, doubt, 'new', text));
}

/** More of her words: told to who has it, else to everybody who hears of her doubts. Gives the name of who has it. */
export function addToDoubt(c: MentoringContext, doubt: Doubt, words: string): string | undefined {
  const taken = c.directory.some(({ id }) => id === doubt.taken?.by) ? doubt.taken : null;
  const told = taken ? [taken.by] : whoHears(c.directory, c.person.accompaniedBy);
  const waiting: Doubt = {
    ...doubt,
    status: 'open',
    taken,
    latest: words.trim().slice(0, mostText),
    told: [...new Set([...doubt.told, ...told])],
    waitingSince: doubt.waitingSince ?? c.now,
  };
  c.put(waiting);
  for (const to of told) c.post(to, newsOf(c, waiting, 'more', words.trim().slice(0, mostText)));
  return taken?.name;
}

/** The doubt that words of hers go on with: the one answered last, else the newest. */
export function doubtUnderWay(doubts: readonly Doubt[]): Doubt | undefined {
  const open = doubts.filter(({ status }) => status === 'open');
  return open.findLast(({ waitingSince }) => waitingSince === null) ?? open.at(-1) ?? doubts.at(-1);
}

export function newsOf(c: MentoringContext, doubt: Doubt, news: DoubtNews['news'], text: string): DoubtNews {
  return {
    kind: 'doubtAsked',
    news,
    doubtId: doubt.id,
    text,
    mentor: c.person.name,
    calledAs: c.person.calledAs,
    centre: c.centre.name,
    zone: c.centre.zone,
    phase: doubt.phase,
    askedAt: doubt.at,
    waitingSince: doubt.waitingSince,
    taken: doubt.taken,
  };
}

/** Her words go from the cards of others as well. */
export function forgetDoubts(c: MentoringContext): void {
  const who = { by: c.person.id, name: '' };
  for (const { id, told } of c.doubts)
    for (const to of told) c.post(to, { kind: 'doubtState', doubtId: id, what: 'gone', who, aloud: false });
}
