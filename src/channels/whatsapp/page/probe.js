// Runs in WhatsApp's page once it is ready: looks whether what the library relies on is there, feature by feature.
(() => {
  const needs = {
    texts: {
      WAWebCollections: ['Msg.get', 'Msg.getMessagesById', 'Chat.get'],
      WAWebWidFactory: ['createWid', 'asUserWidOrThrow'],
      WAWebFindChatAction: ['findOrCreateLatestChat'],
      WAWebMsgKey: ['newId', 'fromString'],
      WAWebChatGetters: ['getIsNewsletter', 'getIsBroadcast'],
      WAWebGetEphemeralFieldsMsgActionsUtils: ['getEphemeralFields'],
      WAWebSendMsgChatAction: ['addAndSendMsgToChat'],
      WAWebStreamModel: ['Stream.markAvailable'],
      WAWebUpdateUnreadChatAction: ['sendSeen'],
      WAWebUserPrefsMeUser: ['getMaybeMePnUser'],
      WALinkify: ['findLink', 'findLinks'],
    },
    media: {
      WAWebMediaOpaqueData: ['createFromData'],
      WAWebPrepRawMedia: ['prepRawMedia'],
      WAWebMediaStorage: ['getOrCreateMediaObject'],
      WAWebMmsMediaTypes: ['msgToMediaType'],
      WAWebMediaDataUtils: ['shouldUseMediaCache'],
      WAWebMediaInMemoryBlobCache: ['InMemoryMediaBlobCache.put'],
      WAWebMediaMmsV4Upload: ['uploadMedia'],
    },
    downloads: { WAWebDownloadManager: ['downloadManager.downloadAndMaybeDecrypt'] },
    votes: { WAWebAddonPollVoteTableMode: ['pollVoteTableMode.bulkUpsert'] },
    groups: { WAWebUserPrefsMeUser: ['getMaybeMeLidUser'], WAWebApiContact: ['getPhoneNumber'] },
    memberReceipts: { WAWebApiMessageInfoStore: ['queryMsgInfo'] },
    reactions: { WAWebAddonReactionTableMode: ['reactionTableMode.bulkUpsert'] },
    catchUp: {
      WAWebLidMigrationUtils: ['toPn'],
      WAWebChatLoadMessages: ['loadEarlierMsgs'],
    },
    identity: { WAWebApiContact: ['getCurrentLid', 'getPhoneNumber'], WAWebQueryExistsJob: ['queryWidExists'] },
    typing: { WAWebChatStateBridge: ['sendChatStateComposing', 'sendChatStatePaused'] },
  };

  function lacks(name, paths) {
    let module;
    try {
      module = window.require(name);
    } catch {
      return [name];
    }
    const isThere = (path) => typeof path.split('.').reduce((owner, part) => owner?.[part], module) === 'function';
    return paths.filter((path) => !isThere(path)).map((path) => `${name}.${path}`);
  }

  const missing = {};
  for (const [feature, modules] of Object.entries(needs)) {
    const all = Object.entries(modules).flatMap(([name, paths]) => lacks(name, paths));
    if (all.length > 0) missing[feature] = all;
  }
  try {
    const key = window.require('WAWebMsgKey').fromString('false_1@c.us_AB');
    if (key._serialized !== 'false_1@c.us_AB') missing.texts = [...(missing.texts ?? []), 'WAWebMsgKey._serialized'];
  } catch {
    // Named above.
  }
  return { build: String(window.Debug?.VERSION ?? ''), missing };
})();
