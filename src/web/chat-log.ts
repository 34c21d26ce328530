// What the simulated chats show, kept: every entry is a line of a file, so that a page that is loaded again finds its history.
import { randomUUID } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { ChatEntry, ChatEvent, GroupCard } from './page/page-protocol.ts';

export interface ChatLog {
  /** Changes when the file is lost: numbers of one history mean nothing in another. */
  readonly history: string;
  last(): number;
  append(event: ChatEvent): void;
  /** Of one chat, oldest first. */
  of(chat: string): readonly ChatEntry[];
  /** Everything after the number, or undefined where some of it is no longer kept. */
  after(n: number): ChatEntry[] | undefined;
  /** The newest entry with words in it, chat by chat. */
  newest(): ChatEntry[];
  groups(): GroupCard[];
  /** The chat in which a message of the bot stands. */
  chatShowing(id: string): string | undefined;
  hasSaid(chat: string, id: string): boolean;
  hasReceipt(id: string, status: 'delivered' | 'read'): boolean;
  listen(listener: (entry: ChatEntry) => void): () => void;
}

const keptPerChat = 2_000;
/** For pages that come back after a break. */
const keptForReplay = 5_000;

/** Without a file it remembers for as long as the object lives. */
export function createChatLog(file?: string): ChatLog {
  const chats = new Map<string, ChatEntry[]>();
  const groups = new Map<string, GroupCard>();
  const shownIn = new Map<string, string>();
  const said = new Set<string>();
  const receipts = new Set<string>();
  const listeners = new Set<(entry: ChatEntry) => void>();
  let recent: ChatEntry[] = [];
  let last = 0;
  let history: string = randomUUID();

  function apply(entry: ChatEntry): void {
    last = Math.max(last, entry.n);
    const list = chats.get(entry.chat) ?? [];
    chats.set(entry.chat, list);
    list.push(entry);
    if (list.length > keptPerChat) list.splice(0, list.length - keptPerChat);
    recent.push(entry);
    if (recent.length > 2 * keptForReplay) recent = recent.slice(-keptForReplay);
    if (entry.type === 'group') groups.set(entry.chat, { id: entry.chat, name: entry.name, members: entry.members });
    else if (entry.type === 'shown') shownIn.set(entry.id, entry.chat);
    else if (entry.type === 'said') said.add(`${entry.chat} ${entry.id}`);
    else if (entry.type === 'receipt') receipts.add(`${entry.status} ${entry.id}`);
  }

  if (file !== undefined) {
    mkdirSync(dirname(file), { recursive: true });
    const lines = existsSync(file) ? readLogLines(file) : [];
    for (const line of lines) {
      if ('history' in line) history = line.history;
      else apply(line);
    }
    // Written anew at each start, so that it stays small and a torn last line is gone.
    const kept = [...chats.values()].flat().sort((a, b) => a.n - b.n);
    const fresh = `${file}.new`;
    writeFileSync(fresh, [{ history }, ...kept].map((line) => `${JSON.stringify(line)}\n`).join(''), { mode: 0o600 });
    renameSync(fresh, file);
    recent = withoutGaps(kept).slice(-keptForReplay);
  }

  return {
    get history() {
      return history;
    },
    last: () => last,
    append(event) {
      const entry = { ...event, n: last + 1 };
      apply(entry);
      if (file !== undefined) appendFileSync(file, `${JSON.stringify(entry)}\n`);
      for (const hear of listeners) hear(entry);
    },
    of: (chat) => chats.get(chat) ?? [],
    after(n) {
      const first = recent[0]?.n ?? last + 1;
      if (n > last || n < first - 1) return undefined;
      return recent.filter((entry) => entry.n > n);
    },
    newest: () => [...chats.values()].flatMap((list) => list.findLast(({ type }) => type === 'said' || type === 'shown') ?? []),
    groups: () => [...groups.values()],
    chatShowing: (id) => shownIn.get(id),
    hasSaid: (chat, id) => said.has(`${chat} ${id}`),
    hasReceipt: (id, status) => receipts.has(`${status} ${id}`),
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The newest entries, back to the first that is missing because its chat kept no more. */
function withoutGaps(entries: readonly ChatEntry[]): ChatEntry[] {
  let from = entries.length - 1;
  while (from > 0 && entries[from - 1]!.n === entries[from]!.n - 1) from--;
  return entries.slice(Math.max(0, from));
}

function readLogLines(file: string): (ChatEntry | { history: string })[] {
  const lines: (ChatEntry | { history: string })[] = [];
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    try {
      if (line !== '') lines.push(JSON.parse(line) as ChatEntry);
    } catch {
      // Torn by a kill in the middle of a line.
    }
  }
  return lines;
}
