// Groups: who is in them and what they are called, how that changes, and who of them has what was sent there.
import { Collection, createWid, Model } from './models.js';

class GroupMetadata extends Model {
  serialize() {
    return { ...super.serialize(), participants: this.participants.serialize() };
  }
}

/** The account itself is in every group that it has, until somebody takes it out. */
export function createGroup(wid, { title, participants = [], lidMode = false, announce = false }, me) {
  const group = new GroupMetadata({
    id: wid,
    subject: title,
    creation: 1_700_000_000,
    isLidAddressingMode: lidMode,
    announce,
  });
  Object.defineProperty(group, 'participants', { value: new Collection(), enumerable: false });
  const mine = lidMode ? me.lid : me.phone;
  for (const { id, admin = false } of [{ id: mine.toString() }, ...participants]) addMember(group, id, admin);
  return group;
}

function addMember(group, id, isAdmin = false) {
  group.participants.add(new Model({ id: createWid(id), isAdmin, isSuperAdmin: false }));
}

/** What a message of the group's own life does to it. */
export function changeGroup(chat, { subtype, recipients = [], body }) {
  const group = chat.groupMetadata;
  if (['add', 'invite', 'linked_group_join', 'create'].includes(subtype)) for (const id of recipients) addMember(group, id);
  if (['remove', 'leave'].includes(subtype)) {
    for (const id of recipients) {
      const member = group.participants.get(id);
      if (member) group.participants.remove(member);
    }
  }
  if (subtype === 'subject') {
    group.set('subject', body);
    chat.set('formattedTitle', body);
  }
}

/** By the id of the message: who has it, who has seen it. */
const infos = new Map();

export function noteMember({ id, who, status }) {
  const info = infos.get(id) ?? { delivery: [], read: [] };
  infos.set(id, info);
  info[status === 'read' ? 'read' : 'delivery'].push({ id: createWid(who), t: Math.floor(Date.now() / 1000) });
}

export async function queryMsgInfo({ id }) {
  const { delivery = [], read = [] } = infos.get(id) ?? {};
  return { delivery, read, played: [], deliveryRemaining: 0, readRemaining: 0, playedRemaining: 0 };
}
