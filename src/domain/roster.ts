// The people and places of the programme as the roster knows them: persons, centres, roles and addresses.
import type { WorkshopChange } from './attendance.ts';
import type { Closure } from './closure.ts';
import type { LocalWindow } from './local-moment.ts';
import type { KeptPin } from './shared-phone.ts';

export const roles = ['mentor', 'consultant', 'coordinator'] as const;
export type Role = (typeof roles)[number];

export type ChannelName = 'simulator' | 'telegram' | 'whatsapp';
/** Where a person can be reached; a person has any number of them, an address has one person unless it is shared. */
export interface Address {
  channel: ChannelName;
  address: string;
  /** On a phone that several persons use: nothing of hers is said there before she has said that it is she. */
  shared?: true;
}

/** On a platform; only in the simulator, where a trial has been; or nowhere. */
export type Reach = 'platform' | 'simulator' | 'none';
export function reachOf(addresses: readonly Address[]): Reach {
  if (addresses.some(({ channel }) => channel !== 'simulator')) return 'platform';
  return addresses.length > 0 ? 'simulator' : 'none';
}

/** The clocks of who belongs to no centre, and of a centre of which nothing is known. */
export const defaultZone = 'America/Mexico_City';

export interface Centre {
  kind: 'centre';
  id: string;
  owner: 'programme';
  centreKey: string;
  name: string;
  /** State office of IMSS (órgano de operación administrativa desconcentrada). */
  ooad: string;
  provision: 'direct' | 'indirect';
  region: string;
  state: string;
  locality: string;
  /** IANA zone. */
  zone: string;
  intensive: boolean;
  active: boolean;
  /** Persons alerted first in a safeguarding case of this centre. */
  safeguardingContacts: string[];
}

export interface Consent {
  version: string;
  at: string;
  given: boolean;
}

/** When she can see her phone; each window in her centre's local time. */
export interface PhoneMoments {
  beforeWork?: LocalWindow;
  atBreak?: LocalWindow;
  afterWork?: LocalWindow;
}

export type PrerequisiteCourse = 'notStarted' | 'halfway' | 'finished';

/** What a mentor is in her centre. */
export const mentorRoles = ['educadora', 'tecnicoPuericultura', 'coordinadoraAreaEducativa'] as const;
export type MentorRole = (typeof mentorRoles)[number];

/** The columns of the roster file. An import touches these and nothing else of a person. */
export interface RosterEntry {
  id: string;
  name: string;
  /** How the bot addresses her, e.g. "maestra Lupita". */
  calledAs: string;
  roles: Role[];
  centreId: string | null;
  /** E.164 or empty. Never logged. */
  phone: string;
  expectedCaregivers: number;
  accompaniedBy: string[];
  active: boolean;
  /** Absent where the file does not say it. */
  mentorRole?: MentorRole;
  /** Others have the same number: it is the phone of the centre. Absent where the file does not say it. */
  phoneShared?: boolean;
}

export interface Person extends RosterEntry {
  kind: 'person';
  owner: string;
  /** The one she wrote from last is the first. */
  addresses: Address[];
  /** Where she asked to be written to; absent while that is wherever she wrote last. */
  prefers?: ChannelName;
  /** By which she is known at another address of hers: once, and only until then (UTC). */
  linking?: { code: string; until: string };
  /** By which she shows on a shared phone that it is she; absent until she has chosen one. */
  pin?: KeptPin;
  consent: Consent | null;
  phoneMoments: PhoneMoments | null;
  prerequisiteCourse: PrerequisiteCourse | null;
  /** Local date on which reminders begin again; none before it. */
  pausedUntil: string | null;
  withdrawnAt: string | null;
  erasedAt: string | null;
}

/** Persons and centres as a file or the store has them, and the days closed in the chat. */
export interface RosterImport {
  centres: Centre[];
  persons: Person[];
  /** Of the store; a file of the roster has none. */
  closures?: Closure[];
  /** The same of workshops that were moved or called off in the chat. */
  workshopChanges?: WorkshopChange[];
}

/** What a turn may know of others: enough to address them, nothing personal beyond it. */
export interface DirectoryEntry {
  id: string;
  name: string;
  roles: Role[];
  centreId: string | null;
  /** Whether a message could reach this person at all. */
  reach: Reach;
}
