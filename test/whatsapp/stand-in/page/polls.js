// Votes: one row of the page's database for each poll and voter, the newest; what was voted while the page was away is there as well.
import { createWid, MsgKey, newMessageId } from './models.js';
import { messages } from './world.js';

const rows = new Map();

export function upsertVotes(given) {
  for (const row of given) rows.set(`${row.pollUpdateParentKey} ${row.author ?? row.from}`, row);
  return Promise.resolve(given);
}

/** What one person has chosen now, by the labels; of a poll that this account sent. */
export function voteRow({ id, voter, options, at }) {
  const poll = messages.all.find((message) => message.id.id === id);
  const { remote } = poll.id;
  const participant = remote.isGroup() ? createWid(voter) : undefined;
  return {
    id: new MsgKey({ fromMe: false, remote, id: newMessageId(), participant }),
    pollUpdateParentKey: poll.id,
    selectedOptionLocalIds: poll.pollOptions.filter(({ name }) => options.includes(name)).map(({ localId }) => localId),
    from: remote,
    ...(participant && { author: participant }),
    t: at,
    senderTimestampMs: at,
    read: false,
  };
}

/** Rows as the library reads them. */
export async function votesOf(_columns, key) {
  return [...rows.values()]
    .filter(({ pollUpdateParentKey }) => pollUpdateParentKey.toString() === key)
    .map((row) => ({
      ...row,
      sender: (row.author ?? row.from).toString(),
      parentMsgKey: key,
      selectedOptionLocalIds: new Uint8Array(row.selectedOptionLocalIds).buffer,
    }));
}

void upsertVotes(window.standInBoot.votes.map(voteRow));
