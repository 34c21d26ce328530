// A person's line as what her phone would hand over: ids made full, labels found, references resolved.
import type { Arrival } from '../channels/channel.ts';
import type { GroupNews } from '../domain/group.ts';
import type { EventContent } from '../domain/inbound-event.ts';
import type { Person, Role } from '../domain/roster.ts';
import { BadLine, type GroupLine, type PersonLine, type ReceiptLine } from './driver-input.ts';
import type { Phones } from './driver-phones.ts';

const privateChat = 'private';

/** Throws BadLine. `defaultId` is what the line is called where it brings no id. */
export function arrivalOf(line: PersonLine, defaultId: string, phones: Phones, now: string): Arrival {
  const chat = line.chat ?? privateChat;
  if (chat !== privateChat) checkMember(line.from, chat, phones);
  const content = contentOf(line, chat, phones);
  const number = phones.numberOf(line.from);
  // Unique per sender, and the id of a message of hers names her: nobody else's can be the same.
  return {
    externalId: ownId(line.from, chat, line.id ?? defaultId),
    from: line.from,
    ...(chat === privateChat ? {} : { group: { address: chat } }),
    writtenAt: now,
    content,
    ...(number !== undefined && { claim: { by: 'phone', phone: number } }),
  };
}

export function receiptOf(line: ReceiptLine, defaultId: string, phones: Phones, now: string): Arrival {
  const bubble = phones.bubble(line.receipt);
  if (bubble === undefined) throw new BadLine(`no message "${line.receipt}" was shown to anybody`);
  const inGroup = bubble.chat !== privateChat;
  const from = inGroup ? bubble.chat : bubble.to;
  return {
    externalId: `${from}:${line.id ?? defaultId}`,
    from,
    ...(inGroup ? { group: { address: bubble.chat } } : {}),
    writtenAt: now,
    content: { kind: 'receipt', of: bubble.messageId, status: line.status },
  };
}

/**
 * What a platform tells of a group that is made or changed: that the bot was brought in, who is there, who came and who left. The phones
 * know of it from now on. Throws BadLine.
 */
export function groupArrivals(
  { group, members, title }: GroupLine,
  lineId: string,
  phones: Phones,
  persons: ReadonlyMap<string, Pick<Person, 'roles'>>,
  now: string,
): Arrival[] {
  if (group === privateChat || persons.has(group)) throw new BadLine(`"${group}" cannot be the id of a group`);
  const stranger = members.find((member) => !persons.has(member));
  if (stranger !== undefined) throw new BadLine(`nobody in the roster has the id "${stranger}"`);
  const before = phones.membersOf(group);
  phones.group(group, members);
  const roleOf = (role: Role): string | undefined => members.find((id) => persons.get(id)?.roles.includes(role));
  const adder = roleOf('coordinator') ?? roleOf('consultant');
  const first = adder ?? members[0] ?? '';
  const where = { address: group, ...(title === undefined ? {} : { title }) };
  const told = (from: string, what: GroupNews): Arrival => ({
    externalId: `${group}:${lineId}:${what.what}`,
    from,
    group: where,
    writtenAt: now,
    content: { kind: 'groupNews', ...what },
  });
  const member = (address: string) => ({ address });
  const joined = members.filter((id) => before?.includes(id) !== true).map(member);
  const left = (before ?? []).filter((id) => !members.includes(id)).map(member);
  return [
    ...(before === undefined && adder !== undefined ? [told(adder, { what: 'here' })] : []),
    told(first, { what: 'members', joined, left }),
    ...(before !== undefined && title !== undefined ? [told(first, { what: 'renamed', title })] : []),
  ];
}

function contentOf(line: PersonLine, chat: string, phones: Phones): EventContent {
  const { from } = line;
  if (line.edit !== undefined) return { kind: 'edit', of: ownMessage(from, chat, line.edit), text: line.text ?? '' };
  if (line.revoke !== undefined) return { kind: 'revoke', of: ownMessage(from, chat, line.revoke) };
  if (line.react !== undefined) return { kind: 'reaction', emoji: line.react, of: referred(from, chat, line.to ?? '', phones) };
  if (line.choose !== undefined) {
    const found = phones.offering({ to: from, chat }, line.choose, line.of);
    if (found === undefined) {
      throw new BadLine(
        `no message to ${from} offers "${line.choose}"${line.of === undefined ? '' : ` under the id "${line.of}"`}`,
      );
    }
    return { kind: 'tap', label: found.label, of: found.bubble.messageId };
  }
  if (line.voice !== undefined) {
    const { seconds, transcript } = line.voice;
    return { kind: 'voice', seconds, ...(transcript === undefined ? {} : { transcript }) };
  }
  for (const media of ['image', 'video', 'document'] as const) {
    const given = line[media];
    if (given !== undefined) return { kind: 'media', media, ...(given.caption === undefined ? {} : { caption: given.caption }) };
  }
  return {
    kind: 'text',
    text: line.text ?? '',
    ...repliesTo(line, chat, phones),
    ...mentioned(line, chat),
  };
}

/** In a simulated group the bot answers to either name. */
const ourName = /(?:^|\s)@(?:bot|luci[eé]rnaga)(?!\p{L})/iu;

const mentioned = ({ mention, text = '' }: PersonLine, chat: string): { mention?: boolean } => {
  if (mention !== undefined) return { mention };
  return chat !== privateChat && ourName.test(text) ? { mention: true } : {};
};

/** In a group only what answers the bot is for the bot. */
function repliesTo({ from, replyTo }: PersonLine, chat: string, phones: Phones): { replyTo?: string } {
  if (replyTo === undefined || (chat !== privateChat && phones.bubble(replyTo) === undefined)) return {};
  return { replyTo: referred(from, chat, replyTo, phones) };
}

function checkMember(from: string, chat: string, phones: Phones): void {
  const members = phones.membersOf(chat);
  if (members === undefined) throw new BadLine(`there is no group "${chat}"`);
  if (!members.includes(from)) throw new BadLine(`"${from}" is not in the group "${chat}"`);
}

function ownId(from: string, chat: string, id: string): string {
  return chat === privateChat ? `${from}:${id}` : `${chat}:${from}:${id}`;
}

/** A message of hers, as the channel calls it; she may also be given the id of the event that it became. */
function ownMessage(from: string, chat: string, id: string): string {
  return id.startsWith('simulator:') ? id.slice('simulator:'.length) : ownId(from, chat, id);
}

/** A message that is pointed at is one of the bot's, or one of her own. */
function referred(from: string, chat: string, id: string, phones: Phones): string {
  return phones.bubble(id)?.messageId ?? ownMessage(from, chat, id);
}
