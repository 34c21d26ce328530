// What is asked of the page besides what was written: our groups, the votes in our polls, and which members have what we sent.
import type { Client } from 'whatsapp-web.js';
import type { Arrival } from '../channel.ts';
import { createKeptMap } from '../kept-map.ts';
import { fetchGroups, fetchStanding, type GroupSeen, type Heard } from './listen.ts';
import type { ReadingParts } from './payload-reading.ts';
import { type BroughtIn, readMembers } from './read-group.ts';
import type { SentFile } from './sent-file.ts';

export interface OurGroups {
  /** Who is in them, and from now on what they are called. */
  members(): Promise<Heard[]>;
  /** Who is in the one that somebody has just brought us into. */
  membersOf(address: string, here: BroughtIn): Promise<Heard[]>;
  /** Votes and receipts, told or not. */
  standing(): Promise<Heard[]>;
  titled(arrival: Arrival): Arrival;
}

const mostTitles = 200;

export function createOurGroups(client: () => Client | undefined, sent: SentFile, reading: () => ReadingParts): OurGroups {
  const titles = createKeptMap<string>(mostTitles);

  async function seen(address?: string): Promise<GroupSeen[]> {
    const current = client();
    const groups = current === undefined ? [] : await fetchGroups(current, address);
    for (const { address: where, title } of groups) titles.set(where, title);
    return groups.filter(({ isIn }) => isIn);
  }

  return {
    members: async () => (await seen()).map((group) => ({ reading: readMembers(group, reading()) })),
    membersOf: async (address, here) => (await seen(address)).map((group) => ({ reading: readMembers(group, reading(), here) })),
    async standing() {
      const current = client();
      const asked = sent.open();
      if (current === undefined || asked.polls.length + asked.toGroups.length === 0) return [];
      return fetchStanding(current, asked, reading());
    },
    titled(arrival) {
      const { group, content } = arrival;
      if (group === undefined) return arrival;
      if (content.kind === 'groupNews' && content.what === 'renamed') titles.set(group.address, content.title);
      const title = titles.get(group.address);
      return { ...arrival, group: { ...group, ...(title && { title }) } };
    },
  };
}
