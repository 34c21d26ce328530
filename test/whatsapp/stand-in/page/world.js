// Who there is and what was written: contacts, chats and messages of the account that the page stands for.
import { changeGroup, createGroup, noteMember } from './groups.js';
import { Collection, createWid, Model, MsgKey, newMessageId, plain } from './models.js';

const boot = window.standInBoot;

/** Seconds since 1970 by the clock of WhatsApp; of this computer where the test has no clock of its own. */
let toldNow = boot.now;
export const nowSeconds = () => toldNow ?? Math.floor(Date.now() / 1000);
export const tellNow = (seconds) => {
  toldNow = seconds;
};

export const me = { phone: createWid(boot.me.phone), lid: createWid(boot.me.lid) };
/** Numbers and privacy ids of the same people, both ways. */
const lidOfPhone = new Map();
const phoneOfLid = new Map();

export function sameOne(phone, lid) {
  if (!phone || !lid) return;
  lidOfPhone.set(phone, lid);
  phoneOfLid.set(lid, phone);
}
sameOne(boot.me.phone, boot.me.lid);
for (const { phone, lid } of boot.people) sameOne(phone, lid);

export const lidOf = (wid) => createWid(lidOfPhone.get(wid.toString()));
export const phoneOf = (wid) => createWid(phoneOfLid.get(wid.toString()));

class Message extends Model {
  get isEphemeral() {
    return false;
  }
  get isStatusV3() {
    return this.id.remote.toString() === 'status@broadcast';
  }
  get isNotification() {
    return this.type === 'gp2' || this.type === 'notification_template';
  }
  unsafe() {
    return this;
  }
  msgContextInfo() {
    return { quotedMsg: { type: this.type, body: this.body }, quotedStanzaID: this.id.id, quotedParticipant: this.from };
  }
  async downloadMedia() {
    if (this.mediaData) this.mediaData.mediaStage = 'RESOLVED';
  }
}

class Messages extends Collection {
  async getMessagesById(keys) {
    // What the database of a browser says to a key that is none.
    if (keys.some((key) => key === undefined))
      throw new DOMException("Failed to execute 'get' on 'IDBObjectStore': No key or key range specified.", 'DataError');
    return { messages: keys.map((key) => this.get(key)).filter(Boolean) };
  }
}

class Chat extends Model {
  serialize() {
    return Object.fromEntries(
      [...this.own].map((name) => [name, name === 'msgs' ? this.msgs.all.slice(-30).map(plain) : plain(this[name])]),
    );
  }
}

export const messages = new Messages();
export const chats = new Collection();
export const contacts = new Collection();
export const groups = new Collection();

export function addContact({ id, name, shownName }) {
  const known = contacts.get(id);
  if (known) return known;
  const wid = createWid(id);
  const phone = wid.isLid() ? phoneOf(wid) : undefined;
  const attributes = { id: wid, name, pushname: shownName, type: 'in', labels: [], phoneNumber: phone };
  return contacts.add(new Model({ ...attributes, isMyContact: name !== undefined, isContactBlocked: false }));
}

export function addChat({ id, title, ...group }) {
  const known = chats.get(id);
  if (known) return known;
  const wid = createWid(id);
  const chat = new Chat({ id: wid, formattedTitle: title ?? id, t: 0, unreadCount: 0, archive: false, pin: 0, isLocked: false });
  chat.mute = { expiration: 0 };
  chat.msgs = new Collection();
  chat.own.add('msgs');
  if (wid.isGroup()) {
    chat.groupMetadata = createGroup(wid, { title, ...group }, me);
    groups.add(chat.groupMetadata);
  }
  return chats.add(chat);
}

/** `quietly`: it was there before the page was opened, so nobody is told. */
export function addMessage(attributes, chat, { quietly = false } = {}) {
  const message = new Message(attributes);
  chat.msgs.add(message, true);
  message.collection = null;
  messages.add(message, quietly);
  chat.t = Math.max(chat.t, attributes.t);
  return message;
}

export const files = new Map();
const fileMark = (length, seed) =>
  btoa(String.fromCharCode(...new Uint8Array(length).map((_, index) => (index * 7 + seed) & 255)));

/** What somebody writes: { chat, author, body, type, id, t, mentions, quoted, quotedOf, media, extra, fromMe, news }. */
export function ingest(given, { quietly = false } = {}) {
  const chatWid = createWid(given.chat);
  const chat = chats.get(chatWid) ?? addChat({ id: given.chat });
  const author = chatWid.isGroup() ? createWid(given.author) : undefined;
  if (author !== undefined || !chatWid.isGroup()) addContact({ id: (author ?? chatWid).toString(), shownName: given.shownName });
  const fromMe = given.fromMe === true;
  const key = new MsgKey({ fromMe, remote: chatWid, id: given.id ?? newMessageId(), participant: author });
  const known = messages.get(key);
  if (known) {
    // As after a line that was lost: the same message is handed over again.
    if (!quietly) messages.trigger('add', known);
    return known;
  }
  const mine = chatWid.isLid() ? me.lid : me.phone;
  const attributes = {
    id: key,
    body: given.body,
    type: given.type ?? 'chat',
    t: given.t ?? nowSeconds(),
    notifyName: given.shownName ?? '',
    from: fromMe ? mine : chatWid,
    to: fromMe ? chatWid : mine,
    self: fromMe ? 'out' : 'in',
    ack: 1,
    isNewMsg: true,
    mentionedJidList: (given.mentions ?? []).map(createWid),
    groupMentions: [],
    links: [],
    ...(author !== undefined && { author }),
    ...(given.quoted !== undefined && { quotedStanzaID: given.quoted, quotedMsg: { type: 'chat', body: '' } }),
    ...(given.quotedOf !== undefined && { quotedParticipant: createWid(given.quotedOf) }),
    ...(given.media !== undefined && mediaFields(given.media, given.caption)),
    ...given.extra,
    ...(given.news !== undefined && { subtype: given.news.subtype, recipients: (given.news.recipients ?? []).map(createWid) }),
  };
  if (given.news !== undefined) changeGroup(chat, { ...given.news, body: given.body });
  const message = addMessage(attributes, chat, { quietly });
  if (given.media !== undefined) {
    message.mediaData = { mediaStage: 'NEED_POKE', type: attributes.type };
    message.mediaObject = { filehash: attributes.filehash };
  }
  if (!fromMe && given.news === undefined) chat.set('unreadCount', chat.unreadCount + 1);
  return message;
}

function mediaFields({ data, mimetype, seconds, name, size }, caption) {
  const filehash = `file-${newMessageId()}`;
  files.set(filehash, data);
  return {
    // What the page shows until the file is there: never words of anybody.
    body: '/9j/4AAQSkZJRgABAQAAAQABAAD',
    caption,
    mimetype,
    filename: name,
    size: size ?? atob(data).length,
    filehash,
    encFilehash: `enc-${filehash}`,
    directPath: `/v/${filehash}.enc`,
    mediaKey: fileMark(32, 1),
    mediaKeyTimestamp: 1,
    duration: seconds,
  };
}

for (const person of boot.people) addContact({ id: person.phone ?? person.lid, name: person.name });
for (const chat of boot.chats) addChat(chat);
for (const one of boot.history) ingest(one, { quietly: true });
for (const one of boot.receipts) noteMember(one);
for (const chat of chats.all) chat.unreadCount = boot.unread[chat.id.toString()] ?? 0;
