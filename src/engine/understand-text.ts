// Reads one text outside of any conversation, in the order in which a conversation does: safety, command, answer, what happened.

import { plainCommands } from '../domain/plain-commands.ts';
import { calendarOf } from '../mentoring/calendar.ts';
import { instantOf, localMoment } from '../mentoring/local-time.ts';
import type { Program } from '../program/program.ts';
import type { Vocabulary } from '../program/vocabulary-schema.ts';
import { type ChoiceOption, readChoice } from './answers/choices/choice.ts';
import { readChoices } from './answers/choices/choices.ts';
import { oneChosen } from './answers/choices/one-chosen.ts';
import { prepareOptions } from './answers/choices/option-words.ts';
import { type Command, readCommand } from './answers/commands/command.ts';
import { readMinutes } from './answers/numbers/minutes.ts';
import { readNumber } from './answers/numbers/number.ts';
import { readCaregiverName } from './answers/people/caregiver-name.ts';
import { maskNames } from './answers/people/name-masks.ts';
import { namesLexicon } from './answers/people/names-lexicon.ts';
import { readScale } from './answers/scales/scale.ts';
import { scaleFromLabels } from './answers/scales/scale-labels.ts';
import { readNotHeldReason } from './answers/told/reason.ts';
import { readReport } from './answers/told/report.ts';
import { type Day, readWhen, type WhenReading } from './answers/when/when.ts';
import { inOwnZone } from './answers/when/when-zone.ts';
import { phraseAt, soundOf, spokenWords, withoutPhrases } from './answers/words/phrase-book.ts';
import type { Reading } from './answers/words/reading.ts';
import { readYesNo } from './answers/yes-no/yes-no.ts';
import { harmIn } from './safety/safeguarding.ts';
import { vocabularyOf } from './vocabulary-of.ts';

export type TextToRead =
  | { kind: 'choice'; question?: string | undefined; options: readonly string[]; multi?: boolean | undefined; text: string }
  /** `now` is UTC, `tz` an IANA zone. */
  | { kind: 'when'; text: string; now: string; tz: string }
  /** What is kept of her words; `known`: names of grown-ups. */
  | { kind: 'names'; text: string; known?: readonly string[] | undefined }
  | { kind: 'yesno' | 'number' | 'duration'; text: string };

export type TextRead =
  | { kind: 'choice'; index: number }
  | { kind: 'choices'; indices: number[] }
  /** UTC. */
  | { kind: 'datetime'; iso: string; warn?: string[] }
  /** The wall clock of the zone: 'YYYY-MM-DD'. */
  | { kind: 'date'; iso: string; warn?: string[] }
  /** The wall clock of the zone: 'HH:MM'. */
  | { kind: 'time'; iso: string }
  | { kind: 'ambiguous'; candidates: string[] }
  | { kind: 'past'; iso: string }
  | { kind: 'impossible'; why: string }
  | { kind: 'none' }
  | { kind: 'yesno'; value: boolean }
  | { kind: 'number'; value: number }
  | { kind: 'duration'; minutes: number }
  /** Places of options; of a yes or no 0 is yes; of numbers and durations the value itself. */
  | { kind: 'doubtful'; candidates: number[] }
  | { kind: 'command'; command: (typeof plainCommands)[number] | 'notDone' | 'rescheduled'; arg?: string }
  | { kind: 'safeguarding'; level: 'clear' | 'possible'; route: 'danger' | 'abuse' | 'distress' }
  /** `doubtful`: words that may be a child's name and were left. */
  | { kind: 'names'; text: string; doubtful: string[] }
  | { kind: 'unclear' };

export function understandText(asked: TextToRead, program: Program): TextRead {
  const { text } = asked;
  if (asked.kind === 'names') return readNames(asked, program);
  const v = vocabularyOf(program);
  const harm = harmIn(program.safeguarding, text);
  if (harm) return { kind: 'safeguarding', level: harm.level, route: harm.route };
  const command = answersNothing(asked, v) ? undefined : readCommand(text, v);
  const read = readAnswer(asked, program, v);
  const named = namesOption(asked, v);
  if (command?.exact && !named && !answersBeside(command.command, text, read) && !setsDate(command.command, read)) {
    const obeyed = asCommand(command.command, command.arg);
    if (obeyed) return obeyed;
  }
  const guessed = read.kind === 'doubtful' && command?.asked === true && !answersBeside(command.command, text, read);
  if (read.kind !== 'unclear' && read.kind !== 'none' && !isOpen(read) && !guessed) return read;
  const within = skipsQuantity(asked, v) ?? (command && asCommand(command.command, command.arg));
  // "La otra semana" skips nothing.
  const skips = within?.kind === 'command' && (within.command === 'skip' || within.command === 'back');
  const ofWeek = asked.kind === 'when' && (isOpen(read) || /\bsem(?:ana)?\b/i.test(text));
  // "Con Sonia" where somebody is to be chosen is an answer that fits none.
  const elsewhere = command?.command === 'withCaregiver' && asked.kind === 'choice' && ofPeople(asked.options);
  if (within && !named && !(skips && ofWeek) && !elsewhere) return within;
  // "Siempre no" answers a scale with a riddle, and reports nothing.
  const riddle = asked.kind === 'choice' && spoken(text, v) === 'siempre no';
  // Where it is asked why, she knows already that it was not held.
  const why = asked.kind === 'choice' && asked.options.filter((label) => readNotHeldReason(label, v) !== undefined).length > 1;
  const told = riddle || why || namesSome(asked, program, v) ? undefined : readReport(text, v);
  if (told?.what === 'moved') return { kind: 'command', command: 'rescheduled', arg: told.rest };
  if (told?.what === 'notHeld') return { kind: 'command', command: 'notDone', arg: told.rest };
  return read;
}

/** "Quiero cambiar la fecha al viernes a las 10" says which. */
const setsDate = (command: Command, { kind }: TextRead): boolean =>
  command === 'correct' && (kind === 'date' || kind === 'datetime');

/** A time that names no day and no hour is no answer yet: "al rato". */
const isOpen = (read: TextRead): boolean => read.kind === 'ambiguous' && read.candidates.length === 0;

function asCommand(command: Command, arg: string | undefined): TextRead | undefined {
  const known = plainCommands.find((name) => name === command);
  return known && { kind: 'command', command: known, ...(arg === undefined ? {} : { arg }) };
}

const spoken = (text: string, v: Vocabulary): string => spokenWords(text, v.abbreviations).map(soundOf).join(' ');

/** "Esa no la vi", "la otra Rosa", "ahora no, mañana", "la 2, me equivoqué": rather the answer that it is, where it is one of those shown. */
const answersBeside = (command: Command, text: string, read: TextRead): boolean =>
  (command === 'skip' && !skipsPlainly.test(text) && (read.kind === 'choice' || read.kind === 'doubtful')) ||
  (yields.has(command) && (read.kind === 'choice' || (read.kind === 'choices' && read.indices.length > 0)));
const yields: ReadonlySet<Command> = new Set(['later', 'human', 'where', 'back', 'pause', 'stop', 'help', 'withCaregiver']);
const skipsPlainly = /salt|brin[cq]|omit|ignor|\bpas[eoa]|siguiente|contest|respond/i;

/** "No aplica", "no va esa", where a quantity is asked: the next one. */
function skipsQuantity({ kind, text }: TextToRead, v: Vocabulary): TextRead | undefined {
  if (kind !== 'number' && kind !== 'duration') return undefined;
  const list = withoutPhrases(spokenWords(text, v.abbreviations), v.courtesy);
  const none = phraseAt(list, 0, v.notApplicable);
  const skips =
    (none && none.end === list.length) || /^(?:esa|esta|eso|ese)? ?no ba(?: (?:esa|esta|eso|ese|aki))?$/.test(list.join(' '));
  return skips ? { kind: 'command', command: 'skip' } : undefined;
}

const noLength = /^(?:(?:un|fue|como|solo|nomas|nada mas) )*(?:rato|ratito|momento|momentito|tantito)(?: nomas| nada mas)?$/;
/** "Un ratito" is no length, and here nothing else. */
const answersNothing = ({ kind, text }: TextToRead, v: Vocabulary): boolean =>
  kind === 'duration' && noLength.test(spoken(text, v));

const person = /^(?:\p{Lu}\p{Ll}+)(?: (?:de |del )?\p{Lu}\p{Ll}+){1,3}$/u;
const ofPeople = (labels: readonly string[]): boolean => labels.filter((label) => person.test(label)).length * 2 > labels.length;

/** "No fue en el filtro": about the options, and no report. */
function namesSome(asked: TextToRead, program: Program, v: Vocabulary): boolean {
  if (asked.kind !== 'choice' || scaleFromLabels(asked.options, Object.values(program.scales), v)) return false;
  const { chosen } = oneChosen(asked.text, prepareOptions(optionsOf(asked.options, program), v), v);
  return chosen.taken.size > 0 || chosen.left.size > 0 || chosen.unsettled.size > 0;
}

type SaidFor = ReadonlyMap<string, readonly string[]>;
const knownQuestions = new WeakMap<Program, readonly SaidFor[]>();

/** Of each question of the flows, what is said for its options by their labels. */
function questionsOf(program: Program): readonly SaidFor[] {
  const known = knownQuestions.get(program);
  if (known) return known;
  const questions = new Map<string, Map<string, readonly string[]>>();
  for (const [key, label] of Object.entries(program.texts)) {
    const [, at] = /^(.+\.options)\.[^.]+$/.exec(key) ?? [];
    if (at === undefined) continue;
    const question = questions.get(at) ?? new Map<string, readonly string[]>();
    questions.set(at, question.set(label, program.synonyms[key] ?? []));
  }
  knownQuestions.set(program, [...questions.values()]);
  return [...questions.values()];
}

const shownBefore = new WeakMap<Program, Map<string, ChoiceOption[]>>();
const mostShown = 500;

/** Remembered by the labels: the same questions are asked again and again. */
function optionsOf(labels: readonly string[], program: Program): ChoiceOption[] {
  let shelf = shownBefore.get(program);
  if (!shelf || shelf.size >= mostShown) {
    shelf = new Map();
    shownBefore.set(program, shelf);
  }
  const called = labels.join('\0');
  let options = shelf.get(called);
  if (!options) {
    const question = questionsOf(program).find((one) => labels.every((label) => one.has(label)));
    options = labels.map((label, index) => {
      const synonyms = question?.get(label) ?? [];
      return { id: String(index), label, ...(synonyms.length > 0 ? { synonyms } : {}) };
    });
    shelf.set(called, options);
  }
  return options;
}

/** "Menú", "es que no sé cómo", where that is what an option is called. */
function namesOption(asked: TextToRead, v: Vocabulary): boolean {
  if (asked.kind !== 'choice') return false;
  const said = spoken(asked.text, v);
  const within = ` ${said} `;
  return asked.options.some((label) => {
    const called = spoken(label, v);
    return called === said || (called.includes(' ') && within.includes(` ${called} `));
  });
}

function readNames(
  { text, known = [] }: Extract<TextToRead, { kind: 'names' }>,
  { vocabulary, safeguarding }: Program,
): TextRead {
  const people = known.map((name, index) => ({ id: String(index), name }));
  const isKnown = (word: string): boolean => readCaregiverName(word, people).kind !== 'unclear';
  const { text: kept, doubtful } = maskNames(text, namesLexicon(vocabulary.names, safeguarding), isKnown);
  return { kind: 'names', text: kept, doubtful };
}

function readAnswer(asked: TextToRead, program: Program, v: Vocabulary): TextRead {
  switch (asked.kind) {
    case 'choice':
      return readOption(asked, program, v);
    case 'when':
      return readMoment(asked, program);
    case 'names':
      return readNames(asked, program);
    case 'yesno':
      return settled(
        readYesNo(asked.text, v),
        (value) => ({ kind: 'yesno', value }),
        (value) => (value ? 0 : 1),
      );
    case 'number':
      return quantity(readNumber(asked.text), (value) => ({ kind: 'number', value }));
    case 'duration':
      return quantity(readMinutes(asked.text), (minutes) => ({ kind: 'duration', minutes }));
  }
}

/** "20 o 25" is no number yet: there is nothing to choose from where nothing was shown. */
function quantity(reading: Reading<number>, understood: (value: number) => TextRead): TextRead {
  if (reading.kind === 'doubtful' && reading.candidates.length > 1) return { kind: 'unclear' };
  return settled(reading, understood, (value) => value);
}

function settled<T>(reading: Reading<T>, understood: (value: T) => TextRead, place: (value: T) => number): TextRead {
  if (reading.kind === 'understood') return understood(reading.value);
  if (reading.kind === 'doubtful')
    return { kind: 'doubtful', candidates: [...new Set(reading.candidates.map(place))].sort((a, b) => a - b) };
  return { kind: 'unclear' };
}

type ChoiceToRead = Extract<TextToRead, { kind: 'choice' }>;
function readOption({ text, options: labels, multi, question }: ChoiceToRead, program: Program, v: Vocabulary): TextRead {
  const options = optionsOf(labels, program);
  if (multi) {
    const reading = readChoices(text, options, v);
    if (reading.kind === 'understood') return { kind: 'choices', indices: reading.value.map(Number).sort((a, b) => a - b) };
    if (reading.kind === 'unclear') return reading;
    return { kind: 'doubtful', candidates: [...new Set(reading.candidates.flat().map(Number))].sort((a, b) => a - b) };
  }
  const scale = scaleFromLabels(labels, Object.values(program.scales), v);
  const reading = scale ? readScale(text, scale, v, question) : readChoice(text, options, v);
  const place = (value: string | { key: string }): number =>
    scale ? scale.findIndex(({ key }) => key === (typeof value === 'string' ? value : value.key)) : Number(value);
  return settled<string | { key: string }>(reading, (value) => ({ kind: 'choice', index: place(value) }), place);
}

function readMoment({ text, now, tz }: Extract<TextToRead, { kind: 'when' }>, program: Program): TextRead {
  const { holidays, closures } = calendarOf(program);
  const today = localMoment(now, tz);
  const reading = readWhen(text, { now: today, holidays, closures, tense: 'future' });
  const clock = (time: string): string => inOwnZone(text, { date: today.date, time }, tz).time;
  const iso = (day: Day): string => {
    if (day.time === undefined) return day.date;
    return day.dayGuessed ? clock(day.time) : instantOf(inOwnZone(text, { date: day.date, time: day.time }, tz), tz);
  };
  const warned = (from: Extract<WhenReading, { warn: string[] }>) => (from.warn.length > 0 ? { warn: from.warn } : {});
  switch (reading.kind) {
    case 'datetime':
    case 'date':
      return { kind: reading.kind, iso: iso(reading), ...warned(reading) };
    case 'past':
      return { kind: 'past', iso: iso(reading) };
    case 'time':
      return { kind: 'time', iso: clock(reading.time) };
    case 'ambiguous':
      return { kind: 'ambiguous', candidates: reading.suggested ? [] : reading.candidates.map(iso).sort() };
    case 'none':
      return reading.vague ? { kind: 'ambiguous', candidates: [] } : { kind: 'none' };
    default:
      return reading;
  }
}
