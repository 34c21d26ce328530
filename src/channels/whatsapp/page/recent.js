// Runs in WhatsApp's page: what was written in private chats since a moment, whether or not the library told of it.
window.luciernagaRecent = async (/** Seconds since 1970. */ since, /** In one chat. */ most) => {
  const { loadEarlierMsgs } = window.require('WAWebChatLoadMessages');
  const found = [];
  for (const chat of window.require('WAWebCollections').Chat.getModelsArray()) {
    if (!chat.id.isUser() || chat.t < since) continue;
    const all = chat.msgs.getModelsArray();
    while (all.length < most && all.every(({ t }) => t >= since)) {
      const earlier = await loadEarlierMsgs({ chat });
      if (!earlier?.length) break;
      all.unshift(...earlier);
    }
    const hers = all.filter(({ t, id, isNotification }) => t >= since && !id.fromMe && !isNotification);
    found.push(...hers.slice(-most).map((message) => window.WWebJS.getMessageModel(message)));
  }
  return found.sort((one, other) => one.t - other.t);
};
