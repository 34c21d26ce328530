// Whoever is in an arrival is named by her number where WhatsApp tells it, however her chat or her group calls her.
import type { GroupMember } from '../../domain/group.ts';
import type { Arrival } from '../channel.ts';
import { isGroup, phoneClaim } from './payload-reading.ts';
import type { WhoWrites } from './who-writes.ts';

export async function byNumber(arrival: Arrival, who: WhoWrites): Promise<Arrival> {
  const { content } = arrival;
  if (content.kind === 'groupNews' && content.what === 'members') {
    const [joined, left] = await Promise.all([content.joined, content.left].map((members) => membersByNumber(members, who)));
    return { ...(await senderByNumber(arrival, who)), content: { ...content, joined: joined ?? [], left: left ?? [] } };
  }
  return senderByNumber(arrival, who);
}

async function senderByNumber(arrival: Arrival, who: WhoWrites): Promise<Arrival> {
  if (isGroup(arrival.from)) return arrival;
  const { phone, lid } = await who.of(arrival.from);
  const from = phone ?? arrival.from;
  const aka = [arrival.from, lid].find((one) => one !== undefined && one !== from);
  const claim = arrival.claim ?? phoneClaim(from);
  return { ...arrival, from, ...(aka !== undefined && { aka }), ...(claim && { claim }) };
}

function membersByNumber(members: readonly GroupMember[], who: WhoWrites): Promise<GroupMember[]> {
  return Promise.all(
    members.map(async (member) => {
      const address = (await who.of(member.address)).phone ?? member.address;
      const claim = phoneClaim(address);
      return { ...member, address, ...(claim && { claim }) };
    }),
  );
}

/** Addresses where this is what somebody waits for an answer to: her own chat, and the group where she turned to us. */
export function waitingAt({ from, aka, group, content }: Arrival): string[] {
  if (content.kind === 'receipt' || content.kind === 'groupNews') return [];
  const hers = aka === undefined ? [from] : [from, aka];
  if (group === undefined) return hers;
  const toUs = content.kind === 'vote' || (content.kind === 'text' && (content.mention || content.replyTo !== undefined));
  return toUs ? [...hers, group.address] : [];
}
