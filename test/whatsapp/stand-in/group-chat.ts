// A group on WhatsApp: what its members do there, and what they see of the bot.
import { type Bubble, bubblesOf, type Contact } from './phone.ts';
import type { MemberAck, StandIn, Written } from './stand-in.ts';

export interface GroupSettings {
  /** `120363000000000001@g.us`. */
  id: string;
  title: string;
  members: Contact[];
  /** Its members know each other by privacy ids alone. */
  lidMode?: boolean;
  /** Only admins write. */
  announce?: boolean;
}

export interface GroupChat {
  id: string;
  /** Under which id a member is known here. */
  idOf(member: Contact): string;
  /** Resolve with the id of the message. */
  write(member: Contact, text: string, more?: Partial<Written>): Promise<string>;
  /** With the mark that a phone writes where somebody is meant. */
  mention(member: Contact, text: string, more?: Partial<Written>): Promise<string>;
  reply(member: Contact, id: string, text: string): Promise<string>;
  /** Something of the group's own life, by somebody: recipients by their ids here. */
  news(by: Contact, subtype: string, recipients?: string[], body?: string): Promise<string>;
  vote(member: Contact, id: string, ...options: string[]): Promise<void>;
  has(member: Contact, id: string, status: MemberAck['status'], all?: boolean): Promise<void>;
  /** All that they see of the bot, in order. */
  bubbles(): Bubble[];
}

export function createGroupChat(
  standIn: StandIn,
  { id: chat, title, members, lidMode = false, announce = false }: GroupSettings,
): GroupChat {
  const idOf = ({ phone, lid }: Contact): string => (lidMode ? (lid ?? phone) : (phone ?? lid)) ?? '';
  const { me } = standIn.world;
  const mine = lidMode ? me.lid : me.phone;
  const participants = members.map((member) => ({ id: idOf(member) }));
  standIn.world.chats.push({ id: chat, title, participants, lidMode, announce });
  const write: GroupChat['write'] = (member, body, more = {}) =>
    standIn.write({ chat, author: idOf(member), body, ...(member.name !== undefined && { shownName: member.name }), ...more });
  return {
    id: chat,
    idOf,
    write,
    mention: (member, text, more = {}) => write(member, `@${mine.replace(/@.*/, '')} ${text}`, { mentions: [mine], ...more }),
    reply: (member, id, text) => write(member, text, { quoted: id, quotedOf: mine }),
    news: (by, subtype, recipients = [], body) =>
      standIn.write({ chat, author: idOf(by), type: 'gp2', news: { subtype, recipients }, ...(body !== undefined && { body }) }),
    vote: (member, id, ...options) => standIn.vote({ id, voter: idOf(member), options }),
    has: (member, id, status, all = false) => standIn.memberAck({ id, who: idOf(member), status, all }),
    bubbles: () => bubblesOf(standIn.sent().filter((one) => one.chat === chat)),
  };
}
