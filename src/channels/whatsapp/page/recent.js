// Runs in WhatsApp's page: what was written since a moment, in private chats and in groups, whether or not the library told of it.
window.luciernagaRecent = async (
  /** Seconds since 1970. */ since,
  /** In one private chat. */ most,
  /** In one group. */ mostInGroup,
) => {
  const { loadEarlierMsgs } = window.require('WAWebChatLoadMessages');
  const found = [];
  for (const chat of window.require('WAWebCollections').Chat.getModelsArray()) {
    if (!(chat.id.isUser() || chat.id.isGroup()) || chat.t < since) continue;
    const enough = chat.id.isGroup() ? mostInGroup : most;
    const all = chat.msgs.getModelsArray();
    while (all.length < enough && all.every(({ t }) => t >= since)) {
      const earlier = await loadEarlierMsgs({ chat });
      if (!earlier?.length) break;
      all.unshift(...earlier);
    }
    // Who came and went is told as a notification, whoever did it.
    const isTheirs = ({ id, type, isNotification }) => (type === 'gp2' ? chat.id.isGroup() : !id.fromMe && !isNotification);
    const theirs = all.filter((message) => message.t >= since && isTheirs(message));
    found.push(...theirs.slice(-enough).map((message) => window.WWebJS.getMessageModel(message)));
  }
  return found.sort((one, other) => one.t - other.t);
};
