// Runs in WhatsApp's page: whether this account has sent a text in a chat since a moment; id and whole key of such messages, oldest first.
window.luciernagaOwn = (chatId, text, /** Seconds since 1970. */ since) => {
  const wid = window.require('WAWebWidFactory').createWid(chatId);
  const { Chat } = window.require('WAWebCollections');
  const { getCurrentLid } = window.require('WAWebApiContact');
  const chats = [wid, wid.isUser() && getCurrentLid?.(wid)].map((id) => id && Chat.get(id)).filter(Boolean);
  const mine = chats
    .flatMap((chat) => chat.msgs.getModelsArray())
    .filter(({ id, t, body, caption, pollName }) => id.fromMe && t >= since && [body, caption, pollName].includes(text));
  return mine.map(({ id }) => ({ id: id.id, key: id.toString() }));
};
