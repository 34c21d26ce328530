// The words that the Spanish readers know: the shape of vocabulario.yaml and its prepared form.
import { z } from 'zod';
import { type StaffCommand, staffCommands } from '../domain/access.ts';
import { plainCommands } from '../domain/plain-commands.ts';
import { NamesWords } from './names-schema.ts';

const phrase = z
  .string()
  .min(1)
  .max(60)
  .regex(/^[a-z0-9 ]+$/, 'en minúsculas, sin acentos, eñes ni signos');
const stem = z
  .string()
  .max(60)
  .regex(/^[a-z0-9 ]*[a-z]{3}\*$/, 'al menos tres letras antes de «*»');
const phrases = z.array(phrase);
const emojis = z.array(z.string().min(1).max(12));

export const commandNames = [
  ...plainCommands,
  'whoSees',
  'next',
  'more',
  'tips',
  'caregivers',
  'restart',
  'resume',
  'guide',
  'card',
  'sheet',
  'calendar',
  'noCalendar',
  'logbook',
  'slips',
  'coverNotice',
  'reminders',
  'workshops',
  'otherChannel',
  'ownPin',
  'caregiver',
  'thanks',
] as const;

/**
 * `whole`: the message is only this. `opening`: it begins so and the rest is its argument. `within`: said anywhere in a short message.
 * `around`: words that may stand about the whole phrases; a message of nothing else is still only the command.
 */
const CommandPhrases = z.strictObject({
  whole: phrases.default([]),
  opening: phrases.default([]),
  within: phrases.default([]),
  around: phrases.default([]),
});

export const VocabularyFile = z.strictObject({
  /** What people abbreviate when they type: one word each ("xq" -> "porque"). */
  abbreviations: z.record(phrase, phrase),
  /** Names of children in what she writes, and what shows that they are. */
  names: NamesWords,
  yes: phrases,
  /** Those among the yeses that do not amount to consent ("ya", "listo"). */
  notConsent: phrases,
  /** Words that, after an unaccented "si", show that it is a yes and no "if" ("si hice", "si claro"). */
  afterYes: phrases,
  yesEmoji: emojis,
  /** Sayings that agree where nothing else is said, and are no consent ("no hay bronca"). */
  agreements: phrases,
  no: phrases,
  noEmoji: emojis,
  doubtEmoji: emojis,
  /** Words that make an otherwise clear answer doubtful ("creo", "a lo mejor"). */
  hedges: phrases,
  /** Words that put a condition on a yes ("pero", "siempre y cuando"). */
  conditions: phrases,
  /** Sayings that look like an answer and are none ("ahorita", "al rato"). */
  neither: phrases,
  negations: phrases,
  /** Answers that choose nothing ("no se", "me da igual"). */
  dontKnow: phrases.default([]),
  courtesy: phrases,
  /** How she begins to interrupt ("a ver", "no espere"): beside courtesy, they say nothing themselves. */
  hesitations: phrases.default([]),
  /** Words that announce that what follows replaces what was written before. */
  corrections: phrases,
  ordinals: z.array(phrases).min(10),
  all: phrases,
  none: phrases,
  except: phrases,
  /** Mexican sayings for the place on a frequency scale, from 1 (never) to 4 (always). */
  frequency: z.array(phrases).length(4),
  notApplicable: phrases,
  commands: z.record(z.enum(commandNames), CommandPhrases),
  /**
   * What consultants and coordinators ask for; `opening`: what follows says what it is about.
   * `near`: beginnings of words, by which it is named to her where she was not understood.
   */
  staffCommands: z.record(
    z.enum(staffCommands),
    z.strictObject({ whole: phrases, opening: phrases.default([]), near: phrases.default([]) }),
  ),
  /** What is said to the bot in a group, and of polls. */
  groups: z.strictObject({
    /** "Este es el grupo de...": whose group it is; `unlink`: that it is nobody's any more. */
    link: phrases,
    unlink: phrases,
    intensive: phrases,
    poll: phrases,
    /** Several answers may be chosen. */
    several: phrases,
    attendance: phrases,
    results: phrases,
    close: phrases,
    thanks: phrases,
  }),
  /** Beginnings after which a command word is ordinary prose ("ayuda a los ninos"). */
  notCommands: phrases,
  report: z.strictObject({
    held: phrases,
    notHeld: phrases,
    moved: phrases,
    undecided: phrases,
    phases: z.strictObject({ workPlan: phrases, focusedObservation: phrases, reflection: phrases, checklist: phrases }),
  }),
  reasons: z.strictObject({ caregiverAbsent: phrases, noCover: phrases, event: phrases, noTime: phrases, other: phrases }),
  methods: z.strictObject({ notes: phrases, videoByMentor: phrases, videoByCaregiver: phrases, video: phrases }),
  modelled: z.strictObject({ yes: phrases, no: phrases }),
  /** Words about an answer to a question with options or a scale. */
  closed: z.strictObject({
    /** What follows stands instead of what was said before; `insteadAtOnce` only where it follows at once. */
    instead: phrases,
    insteadAtOnce: phrases,
    /** Those among the hedges with which a place on a scale is still told. */
    estimates: phrases,
    soSo: phrases,
    /** A condition by itself says that it is seldom. */
    onlyWhen: phrases,
    /** After "siempre" they leave something out. */
    reserves: phrases,
    /** "Siempre" of these is never of the practice; of `adverse` ones she is asked. */
    contrary: phrases,
    adverse: phrases,
    /** What is done to the children's loss, whatever was asked: "siempre los interrumpe". */
    against: z.array(z.union([phrase, stem])),
    /** The telephone, the chat and courtesies: "siempre se me traba", "siempre tan amable". */
    aside: z.array(z.union([phrase, stem])),
    manners: phrases,
    /** Never or seldom, and often or always: which of both is asked. */
    rarely: phrases,
    whenever: phrases,
    before: phrases,
    now: phrases,
    /** What was meant to be, and what shows that it came to be otherwise: "iba a ser" and "pero". */
    planned: phrases,
    turns: phrases,
    /** Say nothing about what is chosen; what follows `because` neither. */
    idle: phrases,
    because: phrases,
    /** "Las demás". */
    rest: phrases,
    /** From one extreme to its opposite: pésimo, mal, bien, excelente. */
    poles: z.array(z.tuple([phrases, phrases, phrases, phrases])),
    /** How much of it: very, somewhat, not so much, neither. */
    strong: phrases,
    faint: phrases,
    little: phrases,
    middle: phrases,
    notAtAll: phrases,
    /** Of something that was done: some of it, all of it. */
    inPart: phrases,
    inWhole: phrases,
    /** The first phrase is in the label of an option; the others are said for it, «*» leaves the end of the last word open. */
    synonyms: z.array(z.array(z.union([phrase, stem, z.emoji()])).min(2)),
    /** Families of meaning: an option called by one of the `names` is meant by any of them, and by what else is `said` for it. */
    meanings: z.array(z.strictObject({ names: z.array(z.union([phrase, stem])).min(1), said: z.array(z.union([phrase, stem])) })),
    /** Who did it, by words that count only as they are written ("grabe", "grabo"). */
    persons: z.array(z.strictObject({ names: phrases.min(1), said: phrases })),
  }),
});
export type VocabularyFile = z.infer<typeof VocabularyFile>;

export type CommandName = (typeof commandNames)[number];

/** Phrases by their first word, longest first, so that one pass over a message finds the longest phrase at each place. */
export type PhraseBook<T> = ReadonlyMap<string, readonly { words: readonly string[]; means: T }[]>;

/** A phrase of a family of meaning. */
export interface MeaningPhrase {
  /** Stems of the words that say something; the last may end in "*", which leaves its end open. */
  stems: readonly string[];
  /** The same words as they are written, by sound. */
  sounds: readonly string[];
  family: number;
  /** The phrase names its family: an option that is called so is of that family. */
  names: boolean;
  /** Only in these very words: "grabé" is not "grabó". */
  literal: boolean;
  /** No word of it was left out: "se cortó" is not "corto". */
  whole: boolean;
}

/** By the first stem. */
export interface Meanings {
  byFirst: ReadonlyMap<string, readonly MeaningPhrase[]>;
  /** All words of them. */
  words: ReadonlySet<string>;
  ofFamily: ReadonlyMap<number, readonly MeaningPhrase[]>;
}

export type YesNoSense = 'yes' | 'no' | 'agree' | 'hedge' | 'condition' | 'neither' | 'courtesy' | 'correction';

export interface Vocabulary {
  readonly abbreviations: ReadonlyMap<string, string>;
  readonly yesNo: PhraseBook<YesNoSense>;
  readonly notConsent: ReadonlySet<string>;
  readonly afterYes: ReadonlySet<string>;
  readonly courtesy: PhraseBook<true>;
  /** Courtesy and hesitations together. */
  readonly hesitations: PhraseBook<true>;
  readonly hedges: PhraseBook<true>;
  readonly negations: ReadonlySet<string>;
  readonly dontKnow: PhraseBook<true>;
  readonly corrections: PhraseBook<true>;
  readonly ordinals: ReadonlyMap<string, number>;
  readonly all: PhraseBook<true>;
  readonly none: PhraseBook<true>;
  readonly except: PhraseBook<true>;
  readonly frequency: PhraseBook<number>;
  readonly notApplicable: PhraseBook<true>;
  readonly commandWhole: ReadonlyMap<string, CommandName>;
  readonly commandOpening: PhraseBook<CommandName>;
  readonly commandWithin: PhraseBook<CommandName>;
  /** Commands that may be said with more words around them. */
  readonly commandAround: ReadonlyMap<CommandName, { phrases: PhraseBook<true>; around: PhraseBook<true> }>;
  readonly staffWhole: ReadonlyMap<string, StaffCommand>;
  readonly staffOpening: PhraseBook<StaffCommand>;
  readonly notCommands: PhraseBook<true>;
  readonly report: PhraseBook<'held' | 'notHeld' | 'moved' | 'undecided'>;
  readonly phases: PhraseBook<'workPlan' | 'focusedObservation' | 'reflection' | 'checklist'>;
  readonly reasons: PhraseBook<'caregiverAbsent' | 'noCover' | 'event' | 'noTime' | 'other'>;
  readonly methods: PhraseBook<'notes' | 'videoByMentor' | 'videoByCaregiver' | 'video'>;
  readonly modelled: PhraseBook<boolean>;
  readonly closed: ClosedWords;
  /** Families of phrases that mean the same. */
  readonly meanings: Meanings;
}

export interface ClosedWords {
  readonly marks: PhraseBook<ClosedMark>;
  readonly estimates: PhraseBook<true>;
  readonly against: PhraseBook<true>;
  readonly aside: PhraseBook<true>;
  /** Two neighbouring places at once. */
  readonly extremes: PhraseBook<readonly number[]>;
  readonly idle: PhraseBook<true>;
  readonly because: PhraseBook<true>;
  readonly instead: PhraseBook<true>;
  readonly rest: PhraseBook<true>;
  readonly planned: PhraseBook<true>;
  readonly turns: PhraseBook<true>;
  readonly poles: PhraseBook<{ axis: number; grade: number }>;
  readonly measures: PhraseBook<DegreeMeasure>;
  readonly shares: PhraseBook<'part' | 'whole'>;
  /** In sounds: what stands in a label, and what is said for it. */
  readonly synonyms: readonly { label: string; said: readonly (readonly string[])[] }[];
  /** Reasons and ways of keeping what was seen: each with all that is said for it. */
  readonly concepts: readonly (readonly (readonly string[])[])[];
}
export type DegreeMeasure = 'strong' | 'faint' | 'little' | 'middle' | 'notAtAll';
export type ClosedMark =
  | 'instead'
  | 'insteadAtOnce'
  | 'soSo'
  | 'onlyWhen'
  | 'reserve'
  | 'contrary'
  | 'adverse'
  | 'before'
  | 'now';
