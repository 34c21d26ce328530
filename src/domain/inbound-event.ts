// Everything that can happen to an owner, from whatever channel, as one type: what enters through the one door.
import { z } from 'zod';
import type { AttendanceSource, AttendedPart } from './attendance.ts';
import type { Audience, BroadcastNews, BroadcastPart, BroadcastReply, BroadcastReport } from './broadcast.ts';
import type { SafeguardingAlert, Taken, Timer } from './conversation.ts';
import type { GroupNews, GroupPost, InGroup } from './group.ts';
import type { LookUpResult } from './look-up.ts';
import type { Caregiver, MentoringCycle, Phase } from './mentoring-cycle.ts';
import type { Address, ChannelName } from './roster.ts';
import type { RosterNews } from './roster-change.ts';
import type { KeptPin, PinTried, Sharer } from './shared-phone.ts';
import type { VisitNews } from './visit.ts';

export type EventContent =
  | { kind: 'text'; text: string; replyTo?: string; mention?: boolean }
  /** `of`: id of the message, or its opaque id where a platform leaves room for no more. `option`: place in its list, from 0, where the label is not known. */
  | { kind: 'tap'; label: string; of?: string; option?: number }
  | { kind: 'voice'; seconds: number; transcript?: string }
  | { kind: 'media'; media: 'image' | 'video' | 'document' | 'sticker' | 'location' | 'contact'; caption?: string }
  | { kind: 'edit'; of: string; text: string }
  | { kind: 'revoke'; of: string }
  | { kind: 'reaction'; emoji: string; of: string }
  | { kind: 'receipt'; of: string; status: 'delivered' | 'read' }
  | { kind: 'timer'; timer: Timer }
  | { kind: 'post'; post: Post }
  /** The answer to a look-up of hers. */
  | { kind: 'lookedUp'; lookUp: string; result: LookUpResult }
  /** Somebody of the roster showed who she is at an address that was not known to be hers. */
  | { kind: 'joined'; by: Claim['by'] }
  /** Somebody of whom the roster knows nothing wrote; what she wrote is not kept. `claimed`: how she tried to show who she is. */
  | { kind: 'stranger'; claimed: Claim['by'] | null }
  /** `of`: our message; the whole present vote of who votes, as places of the options from 0; [] takes it back. */
  | { kind: 'vote'; of: string; options: number[] }
  | ({ kind: 'groupNews' } & GroupNews)
  /**
   * At a phone that several persons use (`who`), while nobody has said who she is: what was written or tapped (null for anything else),
   * or what became of a PIN, which is not in it.
   */
  | { kind: 'atSharedPhone'; who: Sharer[]; said: string | null; option?: number; tried?: PinTried }
  /** She chose a PIN in a chat of hers; null where it was too plain to be taken. */
  | { kind: 'newPin'; pin: KeptPin | null }
  | { kind: 'unsupported'; what: string };

/**
 * What a person shows of herself where her address is not known yet: her own number, vouched for by the platform, her invitation, or a
 * code that she asked for in a chat of hers and types here.
 */
export type Claim = { by: 'phone'; phone: string } | { by: 'invite'; code: string } | { by: 'code'; code: string };

/** What a turn causes in another owner: an event with a receiver, put in the inbox by the same commit. */
export interface Post {
  id: string;
  to: string;
  from: string;
  at: string;
  body:
    | DoubtNews
    /** What a consultant does with a doubt, for the mentor's turn to decide. */
    | { kind: 'doubtAct'; doubtId: string; name: string; act: DoubtAct }
    /** What became of it, for everybody who was told; said only where it is `aloud`. */
    | { kind: 'doubtState'; doubtId: string; what: 'taken' | 'answered' | 'closed' | 'left' | 'gone'; who: Taken; aloud: boolean }
    /** What became of her own act. */
    | { kind: 'doubtReply'; doubtId: string; outcome: DoubtOutcome; text: string; holder: string }
    | { kind: 'safeguardingAlert'; alertId: string; route: 'danger' | 'abuse' | 'distress'; mentor: string; centre: string }
    /** A contact knows: to who told it, and from her turn to the other contacts. */
    | { kind: 'safeguardingHeard'; alertId: string; by: string; name: string }
    /** Who told it says that it was a misunderstanding. */
    | { kind: 'safeguardingCleared'; alertId: string }
    /** A session told by somebody of the staff for a mentor: to be read, and once it was confirmed to be recorded. */
    | { kind: 'proxyTold'; by: Taken; words: string }
    | { kind: 'proxyConfirmed'; by: Taken; session: ProxySession }
    /** What became of it; `text`: what was read or recorded, `names`: among whom it may have been. */
    | {
        kind: 'proxyHeard';
        mentor: string;
        mentorName: string;
        outcome: ProxyOutcome;
        text: string;
        names: string[];
        session?: ProxySession;
      }
    /** A message that will not reach her any more, for who runs the house. */
    | { kind: 'undelivered'; person: string; centre: string; why: Undelivered }
    /** A channel does not work until somebody does something (`what`), or works again: for who runs the house. */
    | { kind: 'channelNews'; channel: 'whatsapp'; what: ChannelNews }
    /** Somebody of the roster came in by an address more, on this channel: for the coordinators. */
    | { kind: 'addressAdded'; channel: ChannelName; person: string; centre: string }
    /** From a shared phone to whom it is now: where that is, and what she chose just there. */
    | { kind: 'cameIn'; at: Address; pin: KeptPin | null; wrote: boolean }
    /** What she wrote there before she had said who she is. */
    | { kind: 'wroteBefore'; text: string }
    /** Somebody failed at her PIN as often as one may. */
    | { kind: 'pinFailed' }
    /** To the coordinators: of her PIN on the phone of her centre. */
    | { kind: 'pinNews'; what: 'chosen' | 'failed'; person: string; centre: string }
    /** A coordinator lets her choose a new one. */
    | { kind: 'pinCleared' }
    /** Words of harm at a shared phone, of nobody knows whom: to one of its persons, whose contacts are told; and back, who they are. */
    | { kind: 'harmAtPhone'; route: SafeguardingAlert['route'] }
    | { kind: 'harmPassedOn'; contacts: string }
    /** To a broadcast's owner: begin, stop, tell how it goes, what became of one receiver; from a group of all in it, or `of` one. */
    | { kind: 'broadcastOrdered'; audience: Audience; parts: BroadcastPart[]; urgent: boolean; startsAt: string | null }
    | { kind: 'broadcastAsked'; what: 'stop' | 'report' }
    | { kind: 'broadcastNews'; news: BroadcastNews; of?: string }
    /** From it: to a receiver, whose own turn decides; to the sender, how it goes. */
    | { kind: 'broadcastWave'; by: string; parts: BroadcastPart[]; urgent: boolean }
    | { kind: 'broadcastReport'; report: BroadcastReport }
    /** From a receiver to the broadcast, and from it to the sender, several together. */
    | { kind: 'broadcastReply'; text: string; mentor: string; centre: string }
    | { kind: 'broadcastReplies'; gist: string; replies: BroadcastReply[] }
    /** A coordinator changed the roster: to the person it is about. */
    | { kind: 'rosterChanged'; news: RosterNews }
    /** Whether she was in a workshop, by a list. */
    | { kind: 'attendanceTold'; workshop: number; source: AttendanceSource; attended: AttendedPart; minutes: number | null }
    /** Of an appointment of hers, to who accompanies her. */
    | { kind: 'visitNews'; news: VisitNews }
    /** She takes part no more: nothing of her is kept with who accompanied her. */
    | { kind: 'visitsGone'; mentorId: string }
    | GroupPost
    | { kind: 'handOver'; caregiverId: string; name: string; records: HandedRecord[]; mentor: string };
}
/** `newName`: a caregiver of whom nothing was known. Dates are local dates of the centre. */
export interface ProxySession {
  phase: Phase;
  caregiverId: string | null;
  newName: string;
  /** Whether the new one is known to have accepted; without it she is kept without her name. */
  accepted?: 'yes' | 'no';
  when: string;
  time?: string;
  minutes?: number;
}
/** `unasked`: she has a chat and has not said yet whether she takes part; `future`: it has not been yet, or nobody knows on which day. */
export type ProxyOutcome =
  | 'read'
  | 'whichCaregiver'
  | 'whichSession'
  | 'future'
  | 'recorded'
  | 'recordedUntold'
  | 'known'
  | 'unasked'
  | 'refused';

/** A doubt, more words to it, or that it still waits. */
export interface DoubtNews {
  kind: 'doubtAsked';
  news: 'new' | 'more' | 'waiting';
  doubtId: string;
  /** What she asked, or added. */
  text: string;
  mentor: string;
  calledAs: string;
  centre: string;
  zone: string;
  phase: string | null;
  askedAt: string;
  waitingSince: string | null;
  taken: Taken | null;
}
/** `knowing`: she was told that somebody else has it, and adds to it. */
export type DoubtAct = { do: 'take' } | { do: 'close' } | { do: 'answer'; text: string; knowing: boolean };
/** `held`: somebody else has it, so nothing was sent. */
export type DoubtOutcome = 'taken' | 'sent' | 'closed' | 'held' | 'withdrawn' | 'gone';

/** `linkEnded`: the phone ended it; `refused`: the platform does not want us; `unfit`: it is not one that we can work with now. */
export type ChannelNews = 'linkEnded' | 'refused' | 'unfit' | 'noBrowser' | 'away' | 'back';
/** She blocked us; the platform refused it; nobody knows whether it went out, twice. */
export type Undelivered = 'blocked' | 'rejected' | 'unsure';
/** A record that changes owner with a hand-over. */
export type HandedRecord = Caregiver | MentoringCycle;

export interface InboundEvent {
  /** `${channel}:${externalId}`: the same happening always has the same id. */
  id: string;
  channel: ChannelName | 'house';
  externalId: string;
  /** The person (or group) whose turn it is. */
  owner: string;
  /** Where it came from on its channel; absent for what the house itself causes. */
  address?: string;
  /** The phone is used by several persons, and she has said that it is she. */
  shared?: true;
  /** Only of a group's events: who of its members did it. */
  inGroup?: InGroup;
  /** UTC. When the platform says that it was written: words are read relative to it. */
  writtenAt: string;
  /** UTC. When we had it: timers, quiet hours and facts use it. */
  receivedAt: string;
  content: EventContent;
}

const instant = z.iso.datetime({ offset: true });
const member = z.object({ address: z.string(), name: z.string().optional(), person: z.string().optional() });
const groupNewsSchema = z.discriminatedUnion('what', [
  z.object({ kind: z.literal('groupNews'), what: z.literal('members'), joined: z.array(member), left: z.array(member) }),
  z.object({ kind: z.literal('groupNews'), what: z.literal('here') }),
  z.object({ kind: z.literal('groupNews'), what: z.literal('gone') }),
  z.object({ kind: z.literal('groupNews'), what: z.literal('renamed'), title: z.string() }),
  z.object({ kind: z.literal('groupNews'), what: z.literal('moved'), to: z.string().min(1) }),
]);
/** Shape of what an adapter hands over; the house's own kinds (timer, post) never come from outside. */
export const channelEventSchema = z.object({
  id: z.string().min(1),
  channel: z.enum(['simulator', 'telegram', 'whatsapp']),
  externalId: z.string().min(1),
  owner: z.string().min(1),
  address: z.string().min(1).optional(),
  shared: z.literal(true).optional(),
  inGroup: z.object({ key: z.string(), person: z.string().optional(), title: z.string().optional() }).optional(),
  writtenAt: instant,
  receivedAt: instant,
  content: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('text'), text: z.string(), replyTo: z.string().optional(), mention: z.boolean().optional() }),
    z.object({
      kind: z.literal('tap'),
      label: z.string(),
      of: z.string().optional(),
      option: z.int().nonnegative().optional(),
    }),
    z.object({ kind: z.literal('voice'), seconds: z.number(), transcript: z.string().optional() }),
    z.object({
      kind: z.literal('media'),
      media: z.enum(['image', 'video', 'document', 'sticker', 'location', 'contact']),
      caption: z.string().optional(),
    }),
    z.object({ kind: z.literal('edit'), of: z.string(), text: z.string() }),
    z.object({ kind: z.literal('revoke'), of: z.string() }),
    z.object({ kind: z.literal('reaction'), emoji: z.string(), of: z.string() }),
    z.object({ kind: z.literal('receipt'), of: z.string(), status: z.enum(['delivered', 'read']) }),
    z.object({ kind: z.literal('joined'), by: z.enum(['phone', 'invite', 'code']) }),
    z.object({ kind: z.literal('stranger'), claimed: z.enum(['phone', 'invite', 'code']).nullable() }),
    z.object({ kind: z.literal('vote'), of: z.string(), options: z.array(z.int().nonnegative()) }),
    groupNewsSchema,
    z.object({
      kind: z.literal('atSharedPhone'),
      who: z.array(z.custom<Sharer>()),
      said: z.string().nullable(),
      option: z.int().nonnegative().optional(),
      tried: z.custom<PinTried>().optional(),
    }),
    z.object({ kind: z.literal('newPin'), pin: z.custom<KeptPin | null>() }),
    z.object({ kind: z.literal('unsupported'), what: z.string() }),
  ]),
});
/** What the door in makes of an arrival. */
const ofTheDoor = ['joined', 'stranger', 'atSharedPhone', 'newPin'];
/** Every kind of content that an adapter may hand over, each once. */
export const channelContentKinds: readonly string[] = channelEventSchema.shape.content.options
  .map((option) => ('shape' in option ? option.shape.kind.value : 'groupNews'))
  .filter((kind) => !ofTheDoor.includes(kind));
