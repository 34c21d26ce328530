// Runs in WhatsApp's page: whether this account has sent a text in a chat since a moment; ids of such messages, oldest first.
window.luciernagaOwn = (chatId, text, /** Seconds since 1970. */ since) => {
  const wid = window.require('WAWebWidFactory').createWid(chatId);
  const { Chat } = window.require('WAWebCollections');
  const { getCurrentLid } = window.require('WAWebApiContact');
  const chats = [wid, getCurrentLid?.(wid)].map((id) => id && Chat.get(id)).filter(Boolean);
  const mine = chats
    .flatMap((chat) => chat.msgs.getModelsArray())
    .filter(({ id, t, body, caption }) => id.fromMe && t >= since && (body === text || caption === text));
  return mine.map(({ id }) => id.id);
};
