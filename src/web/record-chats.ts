// Writes down what every face of the driver says and what the phones show, as the page's history has it.
import type { DriverInput, PersonLine } from '../commands/driver-input.ts';
import { type DriverMessage, isMessage } from '../commands/driver-output.ts';
import type { SharedDriver, SharedLine } from '../commands/shared-driver.ts';
import type { ChatLog } from './chat-log.ts';
import type { ChatEvent, SaidContent } from './page/page-protocol.ts';

/** A private chat is called after its person. */
const chatOf = ({ to, chat }: { to: string; chat: string }): string => (chat === 'private' ? to : chat);

/** Returns what ends it. Groups that have a name are written down by whoever made them. */
export function recordChats(driver: SharedDriver, log: ChatLog): () => void {
  /** Lines without an id get one that no line of theirs can have: they are shown, and cannot be pointed at. */
  let nameless = 0;
  const ids = new Map<SharedLine, string>();
  const isRepeated = new Set<SharedLine>();

  function say(line: SharedLine, person: PersonLine): void {
    const chat = chatFor(person);
    const content = contentOf(person);
    if (content === undefined) return;
    const id = person.id ?? `*${log.history}-${log.last()}-${++nameless}`;
    if (log.hasSaid(chat, id)) {
      isRepeated.add(line);
      return;
    }
    ids.set(line, id);
    log.append({ type: 'said', chat, id, from: person.from, at: line.at, content });
  }

  function stateOf(line: SharedLine, state: 'delivered' | 'handled' | 'failed'): void {
    const id = ids.get(line);
    const chat = line.input === undefined ? undefined : chatOfLine(line.input);
    if (id !== undefined && chat !== undefined) log.append({ type: 'state', chat, id, state });
  }

  return driver.listen({
    queued(line) {
      if (line.input !== undefined && 'from' in line.input) say(line, line.input);
    },
    began: (line) => stateOf(line, 'delivered'),
    output(output) {
      if (isMessage(output)) log.append(shownEntry(output));
    },
    done(line, outputs) {
      const ended = outputs.find((output) => 'done' in output);
      const taken = ended !== undefined && !outputs.some((output) => 'error' in output);
      stateOf(line, taken ? 'handled' : 'failed');
      ids.delete(line);
      if (isRepeated.delete(line) || !taken || 'duplicate' in ended || line.input === undefined) return;
      for (const event of effectsOf(line.input, driver.now(), log)) log.append(event);
    },
  });
}

const chatFor = ({ from, chat }: PersonLine): string => chatOf({ to: from, chat: chat ?? 'private' });

function chatOfLine(input: DriverInput): string | undefined {
  return 'from' in input ? chatFor(input) : undefined;
}

function shownEntry(message: DriverMessage): ChatEvent {
  const { id, at, kind, text, options, media } = message;
  return { type: 'shown', chat: chatOf(message), id, at, kind, text, options, ...(media === undefined ? {} : { media }) };
}

function contentOf(line: PersonLine): SaidContent | undefined {
  if (line.edit !== undefined || line.revoke !== undefined || line.react !== undefined) return undefined;
  if (line.choose !== undefined) return { kind: 'tap', label: line.choose, ...(line.of === undefined ? {} : { of: line.of }) };
  if (line.voice !== undefined) {
    const { seconds, transcript } = line.voice;
    return { kind: 'voice', seconds, ...(transcript === undefined ? {} : { transcript }) };
  }
  for (const kind of ['image', 'video', 'document'] as const) {
    const media = line[kind];
    if (media !== undefined) return { kind, ...(media.caption === undefined ? {} : { caption: media.caption }) };
  }
  const { text, replyTo } = line;
  return text === undefined ? undefined : { kind: 'text', text, ...(replyTo === undefined ? {} : { replyTo }) };
}

/** What a line changes in what is already shown. */
function effectsOf(input: DriverInput, at: string, log: ChatLog): ChatEvent[] {
  if ('group' in input) {
    const known = log.groups().some(({ id }) => id === input.group);
    return known ? [] : [{ type: 'group', chat: input.group, name: input.group, members: input.members }];
  }
  if ('receipt' in input) {
    const chat = log.chatShowing(input.receipt);
    return chat === undefined ? [] : [{ type: 'receipt', chat, id: input.receipt, status: input.status, at }];
  }
  if (!('from' in input)) return [];
  const chat = chatFor(input);
  if (input.edit !== undefined) return [{ type: 'edited', chat, id: input.edit, text: input.text ?? '' }];
  if (input.revoke !== undefined) return [{ type: 'revoked', chat, id: input.revoke }];
  if (input.react !== undefined) return [{ type: 'reacted', chat, id: input.to ?? '', from: input.from, emoji: input.react }];
  return [];
}
