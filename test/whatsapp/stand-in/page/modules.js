// The modules of the real page that the library asks for, by their real names; anything else fails as it does there.
import { tell } from './bridge.js';
import { queryMsgInfo } from './groups.js';
import { Collection, createWid, Emitter, MsgKey } from './models.js';
import { upsertVotes, votesOf } from './polls.js';
import {
  addAndSendMsgToChat,
  downloadAndMaybeDecrypt,
  getOrCreateMediaObject,
  OpaqueData,
  prepRawMedia,
  uploadMedia,
} from './sending.js';
import { commandBus, connection, refreshPicture, socket, syncedPercent } from './session.js';
import { addChat, addContact, chats, contacts, groups, lidOf, me, messages, phoneOf } from './world.js';

const boot = window.standInBoot;
const base64 = (bytes) => btoa(String.fromCharCode(...bytes));
const bytes = (length, seed) => new Uint8Array(length).map((_, index) => (index * 7 + seed) & 255);

const isMine = ({ id }) => id.equals(me.phone) || id.equals(me.lid);
const linksIn = (text) =>
  [...String(text ?? '').matchAll(/https?:\/\/\S+/g)].map(([href]) => ({ href, suspiciousCharacters: new Set() }));

Object.assign(groups, { update: async () => {} });
Object.assign(contacts, { find: async (id) => addContact({ id: id.toString() }) });
const others = ['Label', 'Reactions', 'Status', 'ProfilePicThumb', 'WAWebNewsletterCollection', 'Presence', 'Blocklist'];
const collections = {
  ...Object.fromEntries(others.map((name) => [name, new Collection()])),
  Msg: messages,
  Chat: chats,
  Contact: contacts,
  GroupMetadata: groups,
  BusinessProfile: Object.assign(new Collection(), { find: async () => ({}) }),
};

async function findOrCreateLatestChat(wid) {
  if (wid.isGroup()) throw new Error('group not found');
  if (!wid.isLid() && boot.usesLids) {
    const lid = lidOf(wid);
    if (lid === undefined) throw new Error('No LID for user');
    return { chat: chats.get(lid) ?? addChat({ id: lid.toString() }), created: true };
  }
  return { chat: addChat({ id: wid.toString() }), created: true };
}

async function loadEarlierMsgs() {
  return [];
}

const chatState = (state) => async (wid) => tell('chatState', { chat: wid.toString(), state });

export const modules = {
  WAWebSocketModel: { Socket: socket },
  WAWebCmd: {
    Cmd: Object.assign(commandBus, {
      refreshQR: refreshPicture,
      async openChatBottom() {},
      async sendRevokeMsgs(_chat, { list }) {
        for (const message of list) {
          tell('revoked', { id: message.id.id });
          message.set('type', 'revoked');
        }
      },
      async sendDeleteMsgs(_chat, { list }) {
        for (const message of list) messages.remove(message);
      },
    }),
  },
  WAWebConnModel: { Conn: connection },
  WAWebOfflineHandler: { OfflineMessageHandler: { getOfflineDeliveryProgress: syncedPercent } },
  WAWebAltDeviceLinkingApi: {
    setPairingType() {},
    async initializeAltDeviceLinking() {},
    async initializeQRLinking() {},
    async startAltLinkingFlow(phone) {
      tell('codeAsked', { phone });
      return 'ABCD1234';
    },
  },
  WABase64: { encodeB64: base64 },
  WAWebCompanionRegClientUtils: { DEVICE_PLATFORM: 1 },
  WAWebAdvSignatureApi: {},
  WAWebUserPrefsInfoStore: { waNoiseInfo: { get: async () => ({ staticKeyPair: { pubKey: bytes(32, 3) } }) } },
  WAWebSignalStoreApi: {
    waSignalStore: { getRegistrationInfo: async () => ({ identityKeyPair: { pubKey: bytes(32, 9) } }) },
  },
  WAWebUserPrefsMultiDevice: { getADVSecretKey: () => base64(bytes(32, 11)) },
  WAWebUserPrefsMeUser: { getMaybeMePnUser: () => me.phone, getMaybeMeLidUser: () => me.lid },
  WAWebLaunchSocketUtils: { refreshQR: refreshPicture },
  WAWebMiscBrowserUtils: { info: () => ({ os: 'Linux', name: 'Chrome' }) },
  WAWebCollections: collections,
  WAWebSyncGatingUtils: { isPlaceholderMessageResendEnabled: () => false },
  WAWebCallCollection: Object.assign(new Emitter(), { calls: new Map() }),
  WAWebNonMessageDataRequestPlaceholderMessageResendUtils: { handlePlaceholderMsgsSeen() {} },
  WAWebAddonReactionTableMode: { reactionTableMode: { bulkUpsert: async (rows) => rows } },
  WAWebAddonPollVoteTableMode: { pollVoteTableMode: { bulkUpsert: upsertVotes } },
  WAWebBackendJobsCommon: { mediaTypeFromProtobuf: () => null },
  WAWebE2EProtoUtils: { typeAttributeFromProtobuf: () => 'text' },
  WALinkify: { findLinks: linksIn, findLink: (text) => linksIn(text)[0] },
  WAWebLinkPreviewChatAction: { getLinkPreview: async () => null },
  WAWebWidFactory: {
    createWid,
    createWidFromWidLike: createWid,
    asUserWidOrThrow(wid) {
      if (!wid?.isUser()) throw new Error('not a user wid');
      return wid;
    },
  },
  WAWebFindChatAction: { findOrCreateLatestChat },
  WAWebStreamModel: { Stream: { markAvailable() {}, markUnavailable() {} } },
  WAWebUpdateUnreadChatAction: {
    async sendSeen({ chat }) {
      chat.set('unreadCount', 0);
      tell('seen', { chat: chat.id.toString() });
    },
  },
  WAWebChatGetters: { getIsNewsletter: ({ id }) => id.isNewsletter(), getIsBroadcast: ({ id }) => id.isBroadcast() },
  WAWebMsgKey: MsgKey,
  WAWebGetEphemeralFieldsMsgActionsUtils: { getEphemeralFields: () => ({}) },
  WAWebMsgReply: { canReplyMsg: () => true },
  WAWebQuotedMsgModelUtils: {
    getQuotedMsgObj: ({ quotedStanzaID }) => messages.all.find(({ id }) => id.id === quotedStanzaID),
  },
  WAWebSendMsgChatAction: { addAndSendMsgToChat },
  WAWebMediaOpaqueData: OpaqueData,
  WAWebPrepRawMedia: { prepRawMedia },
  WAWebMediaStorage: { getOrCreateMediaObject },
  WAWebMmsMediaTypes: { msgToMediaType: ({ type }) => type, castToV4: (type) => type },
  WAWebMediaDataUtils: { shouldUseMediaCache: () => true },
  WAWebMediaInMemoryBlobCache: { InMemoryMediaBlobCache: { put() {} } },
  WAWebMediaMmsV4Upload: { uploadMedia },
  WAWebDownloadManager: { downloadManager: { downloadAndMaybeDecrypt } },
  WAWebSendReactionMsgAction: {
    sendReactionToMsg: async (message, reaction) => tell('reacted', { id: message.id.id, reaction }),
  },
  WAWebMsgActionCapability: {
    canEditText: ({ id }) => id.fromMe,
    canEditCaption: () => false,
    canSenderRevokeMsg: ({ id }) => id.fromMe,
    canAdminRevokeMsg: () => false,
  },
  WAWebSendMessageEditAction: {
    async sendMessageEdit(message, body) {
      tell('edited', { id: message.id.id, body });
      message.set('latestEditSenderTimestampMs', Date.now());
      message.set('body', body);
    },
  },
  WAWebChatStateBridge: {
    sendChatStateComposing: chatState('typing'),
    sendChatStateRecording: chatState('recording'),
    sendChatStatePaused: chatState('paused'),
  },
  WAWebPresenceChatAction: { async sendPresenceAvailable() {}, async sendPresenceUnavailable() {} },
  WAWebLidMigrationUtils: { toPn: (wid) => (wid.isLid() ? phoneOf(wid) : wid) },
  WAWebApiContact: {
    getCurrentLid: lidOf,
    getPhoneNumber: phoneOf,
    getAlternateUserWid: (wid) => (wid.isLid() ? phoneOf(wid) : lidOf(wid)),
  },
  WAWebQueryExistsJob: {
    async queryWidExists(wid) {
      tell('asked', { who: wid.toString() });
      return boot.unregistered.includes(wid.toString()) ? null : { wid };
    },
  },
  WAWebContactGetters: {
    getIsMe: isMine,
    getIsUser: ({ id }) => id.isUser(),
    getIsGroup: ({ id }) => id.isGroup(),
    getIsWAContact: () => true,
    getUserid: ({ id }) => id.user,
    getVerifiedName: () => undefined,
    getVerifiedLevel: () => undefined,
    getStatusMute: () => false,
    getName: ({ name }) => name,
    getShortName: ({ name }) => name,
    getPushname: ({ pushname }) => pushname,
    getIsEnterprise: () => false,
  },
  WAWebFrontendContactGetters: { getIsMyContact: ({ isMyContact }) => isMyContact },
  WAWebApiMessageInfoStore: { queryMsgInfo },
  WAWebPollsVotesSchema: { getTable: () => ({ equals: votesOf }) },
  WAWebChatLoadMessages: { loadEarlierMsgs },
  WAWebGroupQueryJob: { async queryAndUpdateGroupMetadataById() {} },
};

/** Names that were asked for and are not here: the stand-in lacks something, or the library changed. */
export const unknown = new Set();

window.require = (name) => {
  if (!(name in modules) || boot.missing.includes(name)) {
    unknown.add(name);
    throw new Error(`Requiring unknown module "${name}"`);
  }
  return modules[name];
};
