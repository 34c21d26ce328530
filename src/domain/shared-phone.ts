// One phone that several persons use: who is asked for before anything is said to anybody, and the number by which each shows that it is she.
import type { Address, ChannelName } from './roster.ts';

/** After so long nobody knows any more who holds it. */
export const idleMinutes = 10;

/** A PIN as it is kept: never the number itself. */
export interface KeptPin {
  salt: string;
  hash: string;
}

/** One of those who use it. `elsewhere`: she has a chat of her own and no PIN yet, so it is set there. */
export interface Sharer {
  id: string;
  name: string;
  calledAs: string;
  pin: 'kept' | 'none' | 'elsewhere';
}

/** What became of a number that was typed; the number is in none of them. `left`: how often she may still try. */
export type PinTried =
  | { outcome: 'right'; person: string }
  | { outcome: 'wrong'; person: string; count: number; left: number }
  /** `until`: UTC, where this one was the last that she may try. */
  | { outcome: 'blocked'; person: string; until: string | null }
  | { outcome: 'chosen'; person: string; pin: KeptPin }
  | { outcome: 'tooPlain'; person: string }
  /** Nobody was asked for it. */
  | { outcome: 'unasked' };

/** What somebody wrote before she said who she is, until she has: it is hers. */
export interface HeldWords {
  text: string;
  /** UTC. */
  at: string;
}

export interface SharedPhone {
  kind: 'sharedPhone';
  id: string;
  owner: string;
  /** What is asked there; null while nothing is. */
  asking: { what: 'who' } | { what: 'pin' | 'newPin'; person: string } | null;
  /** Ids in the order in which they were offered last. */
  offered: string[];
  held: HeldWords[];
  /** Who came in last; null once she has left. She is there only while she is heard. */
  inside: string | null;
  /** Wrong PINs since each was last there; `until`: UTC, she is not let in before. */
  wrong: { person: string; count: number; until: string | null }[];
  /** UTC, when somebody wrote there last without having said who she is. */
  touchedAt: string;
}

/** An account that only she uses; in the simulator everybody is reached by her id, which is no phone. */
export const isOwn = ({ channel, address, shared }: Address, person: string): boolean =>
  shared !== true && !(channel === 'simulator' && address === person);

/** The owner of what is said at a phone while nobody has said who she is. */
export const phoneOwner = ({ channel, address }: Address): string => `phone:${channel}:${address}`;

/** Undefined where the owner is no phone. */
export function addressOfPhone(owner: string): Address | undefined {
  const match = /^phone:(telegram|whatsapp|simulator):(.+)$/s.exec(owner);
  return match ? { channel: match[1] as ChannelName, address: match[2] ?? '' } : undefined;
}

/** "4071", "mi PIN es 4 0 7 1"; undefined where these are not exactly four digits. */
export function pinIn(text: string): string | undefined {
  const digits = text.replace(/\D/g, '');
  return digits.length === 4 && text.length <= 40 && /\d(?:[\s.-]?\d){3}/.test(text) ? digits : undefined;
}

/** "PIN 4071", "mi nip nuevo es 4071": set by herself in a chat that is hers. */
export function newPinIn(text: string): string | undefined {
  const [, pin] =
    /^\W*(?:(?:quiero|cambiar|mi|el|nuevo|poner)\s+)*(?:pin|nip)(?:\s+(?:nuevo|es|a|sea|sera))*\W*(\d{4})\W*$/iu.exec(text) ?? [];
  return pin;
}

/** One of those that everybody tries first. */
export const isPlainPin = (pin: string): boolean =>
  /^(\d)\1{3}$/.test(pin) || '01234567890'.includes(pin) || '09876543210'.includes(pin) || /^(?:19|20)\d\d$/.test(pin);
