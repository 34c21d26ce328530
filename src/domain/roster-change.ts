// A change of the roster that a coordinator asks for in the chat: what she said of it, what it comes to, and why it cannot be.

export const rosterDeeds = ['add', 'replace', 'move', 'withdraw', 'return'] as const;
export type RosterDeed = (typeof rosterDeeds)[number];

/** Why somebody leaves: a closed list, because reports count by it and words would tell of her health. */
export const leavingReasons = ['jobChange', 'leave', 'own', 'other'] as const;
export type LeavingReason = (typeof leavingReasons)[number];

/** In her words, as far as she has said it; `data`: everything about a new mentor in one message. */
export interface RosterSaid {
  deed: RosterDeed;
  who?: string;
  data?: string;
  name?: string;
  calledAs?: string;
  centre?: string;
  /** Empty where she said that there is none. */
  phone?: string;
  reason?: LeavingReason;
}

/** What has to be asked next. */
export type RosterGap = 'who' | 'which' | 'data' | 'name' | 'calledAs' | 'centre' | 'phone' | 'reason';

/** Why what she said cannot be; `about`: what the sentence needs to name. */
export interface RosterTrouble {
  why:
    | 'nobody'
    | 'hasLeft'
    | 'isHere'
    | 'noCentre'
    | 'manyCentres'
    | 'centreClosed'
    | 'sameCentre'
    | 'badPhone'
    | 'phoneHeld'
    | 'sameName'
    | 'tooLong';
  about: string;
}

export interface NewMentor {
  name: string;
  calledAs: string;
  centreId: string;
  phone: string;
}

/** Ready to be done: what she is shown is what is done. */
export type RosterChange =
  | { deed: 'add'; mentor: NewMentor }
  | { deed: 'replace'; person: string; mentor: NewMentor; reason: LeavingReason }
  /** `from`: where she was, for when the order comes again and it is done already. */
  | { deed: 'move'; person: string; centreId: string; from: string | null }
  | { deed: 'withdraw'; person: string; reason: LeavingReason }
  /** She takes part again, with what is still hers. */
  | { deed: 'return'; person: string };

export interface RosterFinding {
  gap: RosterGap | null;
  trouble: RosterTrouble | null;
  change: RosterChange | null;
  /** As far as it is understood, for a recap and for a correction. */
  person: { id: string; name: string; centreId: string | null; centre: string; hasLeft: boolean } | null;
  name: string | null;
  calledAs: string | null;
  centre: { id: string; name: string } | null;
  phone: string | null;
  /** Whom the words may mean, where that is more than one. */
  candidates: { id: string; label: string }[];
}

/** `link`: invites who has no chat yet; null where the house does not know how its bot is called, absent where nobody is to be invited. */
export type RosterOutcome =
  | { kind: 'done'; link?: string | null }
  /** The roster was changed since she was shown what would be done. */
  | { kind: 'refused'; trouble: RosterTrouble };

/** What a person of the roster hears of a change that is about her. Persons by id, `centre` by name. */
export type RosterNews =
  | { what: 'enrolled'; replaces: string | null }
  | { what: 'left'; reason: LeavingReason; replacedBy: string | null }
  | { what: 'moved'; before: string | null; centre: string };
