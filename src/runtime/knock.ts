// A message for somebody who is not at the shared phone now: it waits, and the phone says only that there is one for her.
import type { Channel } from '../channels/channel.ts';
import type { Clock } from '../clock.ts';
import type { OutboundMessage, SendResult } from '../domain/outbound-message.ts';
import type { Address } from '../domain/roster.ts';
import type { Store } from '../store/store.ts';
import { recall } from './phone-door.ts';
import type { SharedPhones } from './shared-phones.ts';

/** What is said then, in content's words: her first name at most. `urgent`: a matter of safety. */
export type SayKnock = (person: string, urgent: boolean) => string;

export interface Knock {
  /** After a restart who is inside is known again before anything is held for her. */
  recall(at: Address): Promise<void>;
  mustHold(message: OutboundMessage, at: Address): boolean;
  hold(message: OutboundMessage, at: Address, channels: readonly Channel[]): Promise<SendResult>;
  /** The message waits now, and is not on its way. She may have come in meanwhile. */
  held(message: OutboundMessage): Promise<void>;
  /** She is there: what waited for her goes at once. */
  release(person: string): Promise<void>;
}

/** Looked at again so often; her coming in does not wait for it. */
const againSeconds = 900;
/** What was written longer ago found no moment to be told of: nobody is knocked for at night. */
const freshMinutes = 30;
const knocksApartMinutes = 180;

export interface KnockParts {
  store: Store;
  phones: SharedPhones;
  clock: Clock;
  say: SayKnock;
}

export function createKnock({ store, phones, clock, say }: KnockParts): Knock {
  /** Messages that are held, and where, until that is written down. */
  const holding = new Map<string, Address>();
  const knocked = new Map<string, number>();
  const since = (at: number): number => (Date.parse(clock.now()) - at) / 60_000;

  return {
    async recall(at) {
      if (phones.sharersAt(at) !== undefined) await recall(phones, at, clock.now(), store.readState.bind(store));
    },
    mustHold: ({ to, chat, address }, at) =>
      chat === 'private' &&
      address === undefined &&
      phones.personAt(at, clock.now()) !== to &&
      (phones.sharersAt(at)?.some(({ id }) => id === to) ?? false),
    async hold(message, at, channels) {
      holding.set(message.id, at);
      const lately = since(knocked.get(message.to) ?? 0) < knocksApartMinutes;
      const urgent = message.kind === 'safeguarding';
      const fresh = since(Date.parse(message.createdAt)) < freshMinutes;
      if (fresh && !(lately && !urgent)) {
        knocked.set(message.to, Date.parse(clock.now()));
        const { media: _media, ...rest } = message;
        const instead: OutboundMessage = { ...rest, id: `${message.id}:knock`, text: say(message.to, urgent), options: [] };
        await channels.find(({ limits }) => limits.name === at.channel)?.send(instead, at.address);
      }
      return { kind: 'retry', afterSeconds: againSeconds, uncounted: true };
    },
    async held({ to, id }) {
      const at = holding.get(id);
      if (at === undefined) return;
      holding.delete(id);
      if (phones.personAt(at, clock.now()) === to) await store.tryNow(to, clock.now());
    },
    async release(person) {
      knocked.delete(person);
      await store.tryNow(person, clock.now());
    },
  };
}
