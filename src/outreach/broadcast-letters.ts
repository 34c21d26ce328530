// What the letters of a broadcast's recipients mean together, and how news changes one of them.
import {
  type Broadcast,
  type BroadcastNews,
  type BroadcastReport,
  leftOutReasons,
  type Recipients,
  recipientLetter,
} from '../domain/broadcast.ts';
import { gistOf } from '../mentoring/broadcast-gist.ts';

/** News that only makes sense after other news: a receipt may overtake what the channel said of the sending. */
const mayFollow: Record<Exclude<BroadcastNews['kind'], 'notYet' | 'leftOut'>, string> = {
  sent: 'h',
  blocked: 'h',
  rejected: 'h',
  unsure: 'h',
  delivered: 'hsu',
  read: 'hsud',
  answered: 'hsudr',
};

/** The record after the news; the same one where it changes nothing (told twice, or overtaken). */
export function withNews(recipients: Recipients, person: string, news: BroadcastNews, stopped: boolean): Recipients {
  const at = recipients.ids.indexOf(person);
  const letter = recipients.letters[at];
  if (letter === undefined) return recipients;
  switch (news.kind) {
    case 'leftOut':
      return letter === recipientLetter.handed ? withLetter(recipients, at, recipientLetter[news.reason]) : recipients;
    case 'notYet': {
      if (letter !== recipientLetter.handed) return recipients;
      if (stopped) return withLetter(recipients, at, recipientLetter.stopped);
      const { notBefore } = recipients;
      const earliest = notBefore === null || news.until < notBefore ? news.until : notBefore;
      const held = { ...recipients.held, [person]: { until: news.until, why: news.why } };
      return { ...withLetter(recipients, at, recipientLetter.waiting), notBefore: earliest, held };
    }
    default: {
      if (!mayFollow[news.kind].includes(letter)) return recipients;
      return withLetter(recipients, at, recipientLetter[news.kind === 'sent' ? 'accepted' : news.kind]);
    }
  }
}

function withLetter(recipients: Recipients, at: number, letter: string): Recipients {
  const { letters } = recipients;
  return { ...recipients, letters: letters.slice(0, at) + letter + letters.slice(at + 1) };
}

/** All letters of one kind become another. */
export function turnLetters(recipients: Recipients, from: string, to: string): Recipients {
  return recipients.letters.includes(from) ? { ...recipients, letters: recipients.letters.replaceAll(from, to) } : recipients;
}

export const has = (list: readonly Recipients[], letter: string): boolean => list.some(({ letters }) => letters.includes(letter));

/** Invariant: left out + accepted + doubtful + blocked + rejected + waiting = size. */
export function reportOf(broadcast: Broadcast, list: readonly Recipients[], failed = false): BroadcastReport {
  const all = list.map(({ letters }) => letters).join('');
  const count = (letters: string): number => [...all].filter((letter) => letters.includes(letter)).length;
  return {
    state: failed ? 'failed' : broadcast.state,
    startsAt: broadcast.startsAt,
    gist: gistOf(broadcast.parts[0]?.text ?? ''),
    size: all.length,
    waiting: count('wh'),
    accepted: count('sdra'),
    delivered: count('dra'),
    read: count('ra'),
    answered: count('a'),
    unsure: count('u'),
    blocked: count('b'),
    rejected: count('j'),
    leftOut: Object.fromEntries(
      leftOutReasons.flatMap((reason) => {
        const found = count(recipientLetter[reason]);
        return found > 0 ? [[reason, found]] : [];
      }),
    ),
    ...few('unread', named(list, 'sd')),
    ...few('unanswered', named(list, 'sdr')),
    ...(has(list, recipientLetter.waiting) ? { held: heldIn(list) } : {}),
  };
}

const fewNames = 4;

const few = (key: 'unread' | 'unanswered', names: string[]): Partial<BroadcastReport> =>
  names.length > 0 && names.length <= fewNames && names.every((name) => name !== '') ? { [key]: names } : {};

const named = (list: readonly Recipients[], letters: string): string[] =>
  list.flatMap((one) => one.ids.flatMap((_, at) => (letters.includes(one.letters[at] ?? '-') ? [one.names?.[at] ?? ''] : [])));

/** Those who wait, together by when and why; the names of a few. */
function heldIn(list: readonly Recipients[]): NonNullable<BroadcastReport['held']> {
  const groups = new Map<string, NonNullable<BroadcastReport['held']>[number]>();
  for (const one of list)
    for (const [at, id] of one.ids.entries()) {
      const held = one.held?.[id];
      if (!held || one.letters[at] !== recipientLetter.waiting) continue;
      const key = `${held.until} ${held.why}`;
      const group = groups.get(key) ?? { ...held, count: 0, names: [] };
      groups.set(key, {
        ...group,
        count: group.count + 1,
        names: [...group.names, one.names?.[at] ?? ''].slice(0, fewNames + 1),
      });
    }
  return [...groups.values()]
    .sort((a, b) => (a.until < b.until ? -1 : 1))
    .slice(0, fewNames)
    .map((group) => ({
      ...group,
      names: group.count <= fewNames && group.names.every((name) => name !== '') ? group.names : [],
    }));
}
