// What the test makes happen in the page, and the beginning of it all.
import { obey } from './bridge.js';
import { noteMember } from './groups.js';
import { createWid, MsgKey, newMessageId } from './models.js';
import { modules, unknown } from './modules.js';
import { voteRow } from './polls.js';
import { faults } from './sending.js';
import { begin, pair, refreshPicture, socket, unlink } from './session.js';
import { chats, ingest, messages, sameOne, tellNow } from './world.js';

const byId = (id) => messages.all.find((message) => message.id.id === id);

obey({
  pair,
  refreshPicture,
  message: (given) => ingest(given).id.id,
  /** A message that cannot be read yet, and then can. */
  sealed: (given) => ingest({ ...given, type: 'ciphertext', body: undefined }).id.id,
  unseal({ id, body }) {
    const message = byId(id);
    message.body = body;
    message.set('type', 'chat');
  },
  ack: ({ id, ack }) => void byId(id).set('ack', ack),
  edit({ id, body, at }) {
    const message = byId(id);
    message.own.add('latestEditSenderTimestampMs');
    message.latestEditSenderTimestampMs = at;
    message.set('body', body);
  },
  revoke({ id }) {
    const message = byId(id);
    message.trigger('change', message);
    message.body = undefined;
    message.set('type', 'revoked');
  },
  async react({ id, sender, emoji }) {
    const { remote } = byId(id).id;
    const own = new MsgKey({ fromMe: false, remote, id: newMessageId() });
    const row = { id: own, reactionParentKey: byId(id).id, reactionText: emoji, reactionTimestamp: Date.now() };
    const { reactionTableMode } = modules.WAWebAddonReactionTableMode;
    await reactionTableMode.bulkUpsert([{ ...row, author: createWid(sender), from: remote, read: false, orphan: 0 }]);
  },
  async vote(given) {
    const { pollVoteTableMode } = modules.WAWebAddonPollVoteTableMode;
    await pollVoteTableMode.bulkUpsert([voteRow(given)]);
  },
  memberAck(given) {
    noteMember(given);
    const message = byId(given.id);
    if (given.all) message.set('ack', given.status === 'read' ? 3 : 2);
  },
  sameOne: ({ phone, lid }) => sameOne(phone, lid),
  now: tellNow,
  state: (state) => void socket.set('state', state),
  /** The page says that it is in step once more, though nothing happened. */
  syncAgain() {
    socket.set('hasSynced', false);
    socket.set('hasSynced', true);
  },
  unlink: () => unlink('on the phone'),
  reload: () => void setTimeout(() => location.reload(), 0),
  fault: (given) => void Object.assign(faults, given),
  unknown: () => [...unknown],
  chats: () => chats.all.map(({ id }) => id.toString()),
});

void begin();
