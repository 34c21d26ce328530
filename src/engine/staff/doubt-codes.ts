// Codes of doubts: what is open at the same time must not look alike, for they are typed from memory.
import type { DoubtCard } from '../../domain/conversation.ts';
import { sessionCode } from '../../mentoring/session-code.ts';

const letters = [...'ABCDEFGHJKLMNPQRSTUVWXYZ'];
const digits = [...'23456789'];
/** With more than these nothing would be left that looks like none of them. */
const mostApart = 12;

/** Everything that shares two signs with it, wherever they stand: J2H is easily H2J. */
function alike(code: string): string[] {
  const [first = '', digit = '', third = ''] = code;
  const turned = digits.flatMap((one) => [`${first}${one}${third}`, `${third}${one}${first}`]);
  const sharing = [first, third].flatMap((one) =>
    letters.flatMap((other) => [`${one}${digit}${other}`, `${other}${digit}${one}`]),
  );
  return [...turned, ...sharing];
}

/** The same for the same doubt, and unlike those that are open; never one that she saw lately. */
export function doubtCode(id: string, cards: readonly DoubtCard[]): string {
  const open = cards.filter(({ status }) => status === 'open').slice(-mostApart);
  return sessionCode(id, new Set([...cards.map(({ code }) => code), ...open.flatMap(({ code }) => alike(code))]));
}
