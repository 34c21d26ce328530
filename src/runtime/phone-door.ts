// What arrives from a phone that several persons use: given to whom it is, or, while nobody has said who she is, to the phone itself.
import type { Arrival } from '../channels/channel.ts';
import type { EventContent } from '../domain/inbound-event.ts';
import type { Address } from '../domain/roster.ts';
import { isPlainPin, newPinIn, type PinTried, phoneOwner, pinIn, type SharedPhone, type Sharer } from '../domain/shared-phone.ts';
import type { Store } from '../store/store.ts';
import { isPin, keepPin } from './pin-check.ts';
import type { SharedPhones } from './shared-phones.ts';

export interface FromPhone {
  owner: string;
  content: EventContent;
  /** She has said who she is. */
  shared?: true;
  /** What is true from the moment on at which the event is durable. */
  received?(): void;
}

/** "Salir", "soy Lupe": somebody else is there from now on. */
export type SaysLeaving = (text: string, who: readonly Sharer[]) => boolean;

/** Undefined where the phone is one person's. A PIN goes no further than this. `now`: UTC. */
export async function fromSharedPhone(
  phones: SharedPhones,
  at: Address,
  { content, claim }: Arrival,
  now: string,
  saysLeaving: SaysLeaving,
  readState: Store['readState'],
): Promise<FromPhone | undefined> {
  const who = phones.sharersAt(at, claim);
  if (who === undefined) return undefined;
  const owner = phoneOwner(at);
  const said = wordsOf(content);
  await recall(phones, at, now, readState);
  const person = phones.personAt(at, now);
  if (person !== undefined && !(said !== null && saysLeaving(said, who))) {
    // A PIN that comes twice is no answer to anything.
    if (said === null || !(await isHers(phones, person, said))) {
      phones.heard(at, person, now);
      return { owner: person, content: withoutPinEdits(content), shared: true };
    }
  }
  if (person !== undefined && said !== null && saysLeaving(said, who)) phones.left(at);
  // What is no act of hers at the phone asks nobody who she is.
  if (['receipt', 'reaction', 'revoke', 'vote'].includes(content.kind)) return { owner, content };
  const tried = said === null ? undefined : await tryPin(phones, owner, person, said, now);
  if (tried?.outcome === 'right' || tried?.outcome === 'chosen') {
    return {
      owner,
      content: { kind: 'atSharedPhone', who, said: null, tried },
      received() {
        if (tried.outcome === 'chosen') phones.chose(tried.person, tried.pin);
        phones.heard(at, tried.person, now);
      },
    };
  }
  const option = content.kind === 'tap' ? content.option : undefined;
  const asksPin = 'person' in (phones.askedAt(owner) ?? {});
  // A PIN with a digit too few is one all the same.
  const words = tried === undefined ? said && (asksPin ? said.replace(/\d/g, '') : said) : null;
  return {
    owner,
    content: {
      kind: 'atSharedPhone',
      who,
      said: words,
      ...(option !== undefined && { option }),
      ...(tried && { tried }),
    },
  };
}

/** After a restart: what was asked there, and who was heard there lately. */
export async function recall(phones: SharedPhones, at: Address, now: string, readState: Store['readState']): Promise<void> {
  const owner = phoneOwner(at);
  if (phones.askedAt(owner) !== undefined) return;
  const known = (await readState(owner))?.sharedPhone;
  if (phones.askedAt(owner) !== undefined) return;
  phones.asks(known ?? noPhone(owner));
  const inside = known?.inside == null ? undefined : await readState(known.inside);
  const heardAt = inside?.conversation?.lastHeardAt;
  if (inside?.person && heardAt && heardAt <= now) phones.heard(at, inside.person.id, heardAt);
}

const noPhone = (owner: string): SharedPhone => ({
  kind: 'sharedPhone',
  id: owner,
  owner,
  asking: null,
  offered: [],
  held: [],
  inside: null,
  wrong: [],
  touchedAt: '',
});

/** The PIN of somebody who is known, wherever she says it; what is no PIN stays as it is. */
export async function withoutPin(content: EventContent): Promise<EventContent> {
  const pin = content.kind === 'text' || content.kind === 'edit' ? newPinIn(content.text) : undefined;
  if (pin === undefined) return content;
  return { kind: 'newPin', pin: isPlainPin(pin) ? null : await keepPin(pin) };
}

async function tryPin(
  phones: SharedPhones,
  owner: string,
  inside: string | undefined,
  said: string,
  now: string,
): Promise<PinTried | undefined> {
  const asked = phones.askedAt(owner);
  const pin = pinIn(said);
  if (pin === undefined) return undefined;
  if (inside !== undefined) return { outcome: 'right', person: inside };
  if (!asked || !('person' in asked)) return /^\s*\d{4}\s*$/.test(said) ? { outcome: 'unasked' } : undefined;
  const { person, what } = asked;
  const kept = phones.pinOf(person);
  if (kept === undefined) {
    if (what !== 'newPin') return { outcome: 'unasked' };
    return isPlainPin(pin) ? { outcome: 'tooPlain', person } : { outcome: 'chosen', person, pin: await keepPin(pin) };
  }
  if (phones.isBlocked(person, now)) return { outcome: 'blocked', person, until: null };
  // Counted before it is looked at: many at once are many.
  const { count, left, until } = phones.failed(person, now);
  if (await isPin(pin, kept)) return { outcome: 'right', person };
  return until === null ? { outcome: 'wrong', person, count, left } : { outcome: 'blocked', person, until };
}

async function isHers(phones: SharedPhones, person: string, said: string): Promise<boolean> {
  const kept = phones.pinOf(person);
  return kept !== undefined && /^\s*\d{4}\s*$/.test(said) && (await isPin(said.trim(), kept));
}

/** She writes over the message that held it. */
const withoutPinEdits = (content: EventContent): EventContent =>
  content.kind === 'edit' && /^\s*\d{4}\s*$/.test(content.text) ? { kind: 'revoke', of: content.of } : content;

function wordsOf(content: EventContent): string | null {
  if (content.kind === 'text') return content.text;
  if (content.kind === 'tap') return content.label;
  if (content.kind === 'voice') return content.transcript ?? null;
  return content.kind === 'media' ? (content.caption ?? null) : null;
}
