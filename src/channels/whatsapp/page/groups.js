// Runs in WhatsApp's page: our groups as they are now; who voted what in our polls, and which members have what we sent.
window.luciernagaGroups = (/** Null for all. */ address) => {
  const { Chat } = window.require('WAWebCollections');
  const { getMaybeMePnUser, getMaybeMeLidUser } = window.require('WAWebUserPrefsMeUser');
  const { getPhoneNumber } = window.require('WAWebApiContact');
  const mine = [getMaybeMePnUser(), getMaybeMeLidUser()].filter(Boolean).map(String);
  const isMe = ({ id }) => mine.includes(id.toString());
  const chats = Chat.getModelsArray().filter(({ id }) => id.isGroup() && (address === null || id.toString() === address));
  return chats.map(({ id, formattedTitle, groupMetadata }) => {
    const all = groupMetadata?.participants.getModelsArray() ?? [];
    const me = all.find(isMe);
    // Nobody is looked up at WhatsApp for this.
    const whereShe = ({ id: member }) => ((member.isLid() && getPhoneNumber?.(member)) || member).toString();
    return {
      address: id.toString(),
      title: formattedTitle ?? '',
      members: all.filter((member) => !isMe(member)).map(whereShe),
      isIn: me !== undefined,
      canWrite: me !== undefined && (!groupMetadata.announce || me.isAdmin || me.isSuperAdmin),
    };
  });
};

window.luciernagaStanding = async ({ polls, toGroups }) => {
  const { fromString } = window.require('WAWebMsgKey');
  const text = (id) => id && String(id);
  /** What this build has not, or does not know any more, is nothing to tell. */
  const each = async (keys, ask) => {
    const told = [];
    for (const one of keys) {
      try {
        told.push(...(await ask(fromString(one))));
      } catch {}
    }
    return told;
  };

  const votesIn = async (key) => {
    const rows = await window.require('WAWebPollsVotesSchema').getTable().equals(['parentMsgKey'], key.toString());
    const parentMsgKey = { fromMe: key.fromMe, remote: text(key.remote), id: key.id, participant: text(key.participant) };
    return rows.map(({ sender, selectedOptionLocalIds, senderTimestampMs }) => ({
      parentMsgKey,
      voter: text(sender),
      selectedOptions: [...new Uint8Array(selectedOptionLocalIds)].map((localId) => ({ localId })),
      interractedAtTs: senderTimestampMs,
    }));
  };
  const infoOf = async (key) => {
    const { delivery, read } = await window.require('WAWebApiMessageInfoStore').queryMsgInfo(key);
    const who = (rows) => (rows ?? []).map(({ id }) => text(id));
    return [{ id: key.id, group: text(key.remote), delivered: who(delivery), read: who(read) }];
  };
  return { votes: await each(polls, votesIn), infos: await each(toGroups, infoOf) };
};
