// The bubbles of a chat, put together from what happened in it, in order.
import type { ChatEntry, SaidContent, SaidState, ShownMedia } from './page-protocol.ts';

export interface Bubble {
  id: string;
  /** Person who said it; undefined for the bot. */
  from?: string;
  at: string;
  text: string;
  options: string[];
  /** Labels of its options that somebody tapped. */
  tapped: string[];
  media?: ShownMedia;
  /** What she sent that is not text. */
  sent?: Exclude<SaidContent, { kind: 'text' | 'tap' }>;
  /** The message that it points at. */
  of?: string;
  /** It is a tap on an option. */
  isTap?: true;
  state: SaidState;
  isEdited: boolean;
  isRevoked: boolean;
  /** The newest of each person. */
  reactions: Map<string, string>;
  deliveredAt?: string;
  readAt?: string;
}

export interface ChatHistory {
  readonly bubbles: readonly Bubble[];
  find(id: string): Bubble | undefined;
  /** The bubbles that are new or different now. */
  apply(entry: ChatEntry): Bubble[];
}

export function createHistory(): ChatHistory {
  const bubbles: Bubble[] = [];
  const byId = new Map<string, Bubble>();

  function add(bubble: Bubble): void {
    const known = byId.get(bubble.id);
    // A repeat of a message is the same bubble once more.
    if (known !== undefined) bubbles.splice(bubbles.indexOf(known), 1);
    bubbles.push(bubble);
    byId.set(bubble.id, bubble);
  }

  function change(id: string, with_: (bubble: Bubble) => void): Bubble[] {
    const bubble = byId.get(id);
    if (bubble === undefined) return [];
    with_(bubble);
    return [bubble];
  }

  return {
    bubbles,
    find: (id) => byId.get(id),
    apply(entry) {
      switch (entry.type) {
        case 'shown': {
          const { id, at, text, options, media } = entry;
          const bubble = { ...blank(id, at, text), options, ...(media === undefined ? {} : { media }) };
          add(bubble);
          return [bubble];
        }
        case 'said': {
          const { id, at, from, content } = entry;
          const bubble: Bubble = { ...blank(id, at, textOf(content)), from };
          add(bubble);
          if (content.kind === 'text') bubble.of = content.replyTo;
          else if (content.kind === 'tap') Object.assign(bubble, { of: content.of, isTap: true });
          else bubble.sent = content;
          if (content.kind !== 'tap' || content.of === undefined) return [bubble];
          return [...change(content.of, (offering) => offering.tapped.push(content.label)), bubble];
        }
        case 'state':
          return change(entry.id, (bubble) => {
            bubble.state = entry.state;
          });
        case 'edited':
          return change(entry.id, (bubble) => {
            bubble.text = entry.text;
            bubble.isEdited = true;
          });
        case 'revoked':
          return change(entry.id, (bubble) => {
            bubble.isRevoked = true;
          });
        case 'reacted':
          return change(entry.id, (bubble) => bubble.reactions.set(entry.from, entry.emoji));
        case 'receipt':
          return change(entry.id, (bubble) => {
            if (entry.status === 'read') bubble.readAt ??= entry.at;
            bubble.deliveredAt ??= entry.at;
          });
        case 'group':
          return [];
      }
    },
  };
}

function blank(id: string, at: string, text: string): Bubble {
  return { id, at, text, options: [], tapped: [], state: 'queued', isEdited: false, isRevoked: false, reactions: new Map() };
}

export function textOf(content: SaidContent): string {
  if (content.kind === 'text') return content.text;
  if (content.kind === 'tap') return content.label;
  if (content.kind === 'voice') return content.transcript ?? '';
  return content.caption ?? '';
}
