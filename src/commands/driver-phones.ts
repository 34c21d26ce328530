// What the simulated people's phones remember: the bubbles shown, the groups, and how far the numbering of their messages has come.
import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { ShownMessage } from '../channels/simulator/simulator-channel.ts';

/** `to`: the phone on which it stands, which is the person's own where nothing else is said. */
type Bubble = Pick<ShownMessage, 'id' | 'messageId' | 'to' | 'chat' | 'options'>;
type Memory =
  | { shown: Bubble }
  | { line: number }
  | { group: string; members: string[] }
  | { phone: string; number?: string }
  | { used: string }
  | { aim: string; at: string }
  | { roster: string };

/** Phones are the world outside: a bot that restarts, or dies, does not make them forget. */
export interface Phones {
  shown(message: ShownMessage): void;
  bubble(id: string): Bubble | undefined;
  /** The newest bubble in this chat that offers the label, with the label as it was offered. */
  offering(chat: { to: string; chat: string }, label: string, of?: string): { bubble: Bubble; label: string } | undefined;
  group(id: string, members: string[]): void;
  membersOf(group: string): string[] | undefined;
  groups(): string[];
  /** A phone more, of which nobody knows whose it is. */
  phone(id: string, number?: string): void;
  numberOf(phone: string): string | undefined;
  isPhone(id: string): boolean;
  /** Number of the newest line that any run with this memory has read. */
  lastLine(): number;
  read(line: number): void;
  /** Whether this id of a line without a sender was there before; remembers it. */
  used(id: string): boolean;
  use(id: string): void;
  /** Where the clock goes with the line of this id: the same place if the process died on the way and the line comes again. */
  aim(id: string, at: string): string;
  /** Fingerprint of the roster file that was imported last. */
  roster(): string | undefined;
  imported(fingerprint: string): void;
}

const keptPerChat = 500;

/** Without a file they remember for as long as the object lives. */
export function createPhones(file?: string): Phones {
  const chats = new Map<string, Bubble[]>();
  const byId = new Map<string, Bubble>();
  const groups = new Map<string, string[]>();
  const others = new Map<string, string | undefined>();
  const usedIds = new Set<string>();
  const aims = new Map<string, string>();
  let lastLine = 0;
  let roster: string | undefined;

  function apply(memory: Memory): void {
    if ('shown' in memory) remember(memory.shown);
    else if ('line' in memory) lastLine = Math.max(lastLine, memory.line);
    else if ('group' in memory) groups.set(memory.group, memory.members);
    else if ('phone' in memory) others.set(memory.phone, memory.number);
    else if ('used' in memory) usedIds.add(memory.used);
    else if ('aim' in memory) aims.set(memory.aim, memory.at);
    else roster = memory.roster;
  }

  function remember(bubble: Bubble): void {
    const key = chatKey(bubble);
    const list = chats.get(key) ?? [];
    chats.set(key, list);
    // A repeat of a message is the same bubble once more, now the newest.
    const known = byId.get(bubble.id);
    if (known !== undefined) list.splice(list.indexOf(known), 1);
    list.push(bubble);
    byId.set(bubble.id, bubble);
    if (list.length > keptPerChat) byId.delete(list.shift()!.id);
  }

  function keep(memory: Memory): void {
    apply(memory);
    if (file !== undefined) appendFileSync(file, `${JSON.stringify(memory)}\n`);
  }

  function everything(): Memory[] {
    return [
      { line: lastLine },
      ...(roster === undefined ? [] : [{ roster }]),
      ...[...groups].map(([group, members]) => ({ group, members })),
      ...[...others].map(([phone, number]) => ({ phone, ...(number !== undefined && { number }) })),
      ...[...usedIds].map((used) => ({ used })),
      ...[...aims].flatMap(([aim, at]) => (usedIds.has(aim) ? [] : [{ aim, at }])),
      ...[...chats.values()].flat().map((shown) => ({ shown })),
    ];
  }

  if (file !== undefined) {
    mkdirSync(dirname(file), { recursive: true });
    if (existsSync(file)) for (const memory of readMemories(file)) apply(memory);
    // Written anew at each start, so that it grows with one run at most and a torn last line is gone.
    const fresh = `${file}.new`;
    writeFileSync(
      fresh,
      everything()
        .map((memory) => `${JSON.stringify(memory)}\n`)
        .join(''),
    );
    renameSync(fresh, file);
  }

  return {
    shown: ({ id, messageId, to, phone, chat, options }) => keep({ shown: { id, messageId, to: phone ?? to, chat, options } }),
    bubble: (id) => byId.get(id),
    offering(chat, label, of) {
      const wanted = comparable(label);
      for (const bubble of [...(chats.get(chatKey(chat)) ?? [])].reverse()) {
        if (of !== undefined && bubble.id !== of && bubble.messageId !== of) continue;
        const option = bubble.options.find((offered) => comparable(offered.label) === wanted);
        if (option !== undefined) return { bubble, label: option.label };
      }
      return undefined;
    },
    group: (group, members) => keep({ group, members }),
    membersOf: (group) => groups.get(group),
    groups: () => [...groups.keys()],
    phone: (phone, number) => keep({ phone, ...(number !== undefined && { number }) }),
    numberOf: (phone) => others.get(phone),
    isPhone: (id) => others.has(id),
    lastLine: () => lastLine,
    read: (line) => keep({ line }),
    used: (id) => usedIds.has(id),
    use: (id) => keep({ used: id }),
    aim(id, at) {
      if (!aims.has(id)) keep({ aim: id, at });
      return aims.get(id) ?? at;
    },
    roster: () => roster,
    imported: (fingerprint) => keep({ roster: fingerprint }),
  };
}

const chatKey = ({ to, chat }: { to: string; chat: string }): string => (chat === 'private' ? `private ${to}` : `group ${chat}`);
const comparable = (label: string): string => label.normalize('NFC').trim();

function readMemories(file: string): Memory[] {
  const memories: Memory[] = [];
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    try {
      if (line !== '') memories.push(JSON.parse(line) as Memory);
    } catch {
      // Torn by a kill in the middle of a line: what it said was not yet shown to anybody.
    }
  }
  return memories;
}
