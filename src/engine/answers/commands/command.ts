// Recognises the commands that work at any question, and says whether the whole message is one.
import type { CommandName, Vocabulary } from '../../../program/vocabulary-schema.ts';
import { findPhrases, phraseAt, soundOf, spokenWords, withoutPhrases } from '../words/phrase-book.ts';
import { readShortCode } from '../words/short-code.ts';
import { longestText, words } from '../words/text-forms.ts';
import { memoOfText } from '../words/text-memo.ts';
import { readAskedCommand } from './asked-command.ts';
import { isOnlyChannel } from './channel-words.ts';
import { readPauseRequest } from './pause-request.ts';

export type Command = CommandName;

export interface CommandReading {
  command: Command;
  arg?: string;
  exact: boolean;
  /** Only a question ("¿cómo que recursos?"): what she asks may have its own answer, which comes before help. */
  asks?: true;
  /** Asked of the bot in her own sentence: rather this than an answer that is only guessed. */
  asked?: true;
}

const longestWithin = 14;
const doubtOpening =
  /^[\s¡¿*]*(?:(?:hola|oiga|disculpe|perdon|perdón|maestra|buenas|buenos|tardes|dias|días)[\s,.]+){0,4}(?:tengo una duda|tengo duda|una duda|duda|mi duda es|tengo una pregunta|una pregunta|pregunta|mi pregunta es)\s*([:,.;\-–]*)\s*/iu;
const correctWords = new Set(
  'la el mi respuesta pregunta numero num indicador reactivo item las los de del y a por en anterior ultima primera segunda tercera cuarta quinta sexta septima octava novena fecha hora siempre n'.split(
    ' ',
  ),
);
const pauseWords = new Set(
  'hasta el la los por esta una un de que viene entra proxima proximo semana semanas dia dias mes lunes martes miercoles jueves viernes sabado domingo manana hoy dos tres quince ocho enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(
    ' ',
  ),
);

/** Whether the argument can only be the argument of this command, so that no answer in prose is taken for it. */
function isClosedArgument(command: Command, arg: string): boolean {
  const list = arg.split(' ');
  const known = command === 'correct' ? correctWords : command === 'pause' ? pauseWords : undefined;
  if (command === 'correct' && readShortCode(arg) !== undefined) return true;
  if (command === 'otherChannel') return isOnlyChannel(arg);
  return (
    known !== undefined && list.length <= 10 && list.every((word) => known.has(word) || (word.length <= 2 && Number(word) > 0))
  );
}

const readings = new WeakMap<Vocabulary, (text: string) => { found: CommandReading | undefined }>();

/** Whether a message, or a part of it, is a command is asked at many places of its way. */
export function readCommand(text: string, v: Vocabulary): CommandReading | undefined {
  let read = readings.get(v);
  if (read === undefined) {
    read = memoOfText(500, (said) => ({ found: commandIn(said, v) }));
    readings.set(v, read);
  }
  return read(text).found;
}

function commandIn(text: string, v: Vocabulary): CommandReading | undefined {
  const source = text.slice(0, longestText).trim();
  if (/^[?¿\s]{1,6}$/.test(source) && source !== '') return { command: 'help', exact: true };
  const list = spokenWords(source, v.abbreviations);
  if (list.length === 0) return undefined;
  // "Duda, ¿y si ando de vacaciones?" is a doubt, whatever it is about.
  const rest = doubtOpening.test(source) ? undefined : readPauseRequest(source);
  if (rest)
    return { command: 'pause', exact: true, ...(rest.until ? { arg: rest.until } : {}), ...(rest.asks ? { asks: true } : {}) };
  const bare = withoutPhrases(list, v.courtesy);
  const whole = v.commandWhole.get(list.join(' ')) ?? v.commandWhole.get(bare.join(' ')) ?? wholeAfterHesitation(list, v);
  if (whole) return wholeCommand(whole, source, list, v);
  if (bare.length === 0 && list.includes('grasias')) return { command: 'thanks', exact: true };
  return (
    aroundCommand(source, list, v) ??
    openingCommand(source, list, v) ??
    askedCommand(source, v) ??
    withinCommand(list, v) ??
    shortQuestion(source, bare)
  );
}

function askedCommand(source: string, v: Vocabulary): CommandReading | undefined {
  const asked = readAskedCommand(source, v);
  return asked && { command: asked.command, exact: asked.whole, ...(asked.all ? { asked: true as const } : {}) };
}

/** "Mejor ya no quiero seguir", "oiga y quién lee esto": the whole command, behind how she begins. */
function wholeAfterHesitation(list: readonly string[], v: Vocabulary): Command | undefined {
  let i = 0;
  for (let hit = phraseAt(list, i, v.hesitations); hit; hit = phraseAt(list, i, v.hesitations)) {
    i = hit.end;
    const rest = list.slice(i);
    // One word may be anything: "ya regresa", "pero luego".
    const whole =
      rest.length > 1
        ? (v.commandWhole.get(rest.join(' ')) ?? v.commandWhole.get(withoutPhrases(rest, v.courtesy).join(' ')))
        : undefined;
    if (whole) return whole;
  }
  return undefined;
}

const questionWords = new Set(
  ['que', 'como', 'cual', 'cuales', 'para que', 'a que', 'de que', 'en que', 'con que', 'por que', 'cual es'].map((phrase) =>
    phrase.split(' ').map(soundOf).join(' '),
  ),
);
const longestQuestion = 8;

/** "¿cómo que recursos?": whatever is open wants explaining. */
function shortQuestion(source: string, list: readonly string[]): CommandReading | undefined {
  if (!/[?¿]/.test(source) || list.length > longestQuestion) return undefined;
  const from = list[0] === 'y' || list[0] === 'pero' || list[0] === 'es' ? 1 : 0;
  const opens = questionWords.has(list[from] ?? '') || questionWords.has(list.slice(from, from + 2).join(' '));
  return opens ? { command: 'help', exact: false, asks: true } : undefined;
}

function wholeCommand(command: Command, source: string, list: readonly string[], v: Vocabulary): CommandReading {
  // "va" and "ok, gracias" may answer a question; "gracias" alone answers none.
  if (command === 'thanks') return { command, exact: !findPhrases(list, v.yesNo).some((hit) => hit.means !== 'courtesy') };
  // Cover is also what she may say that she needs, or that there was none.
  if (command === 'coverNotice' && list.length === 1) return { command, exact: false };
  // "¿me ayuda?" asks for help, but "¿luego?" only wonders.
  const wondering =
    source.includes('?') && (command === 'later' || command === 'stop' || command === 'skip' || command === 'restart');
  return { command, exact: !wondering };
}

const longestAround = 16;

/** "ay perdón, me regresa una pregunta porfa": nothing but the command, with courtesy, hesitation and its own small words about it. */
function aroundCommand(source: string, list: readonly string[], v: Vocabulary): CommandReading | undefined {
  if (list.length > longestAround) return undefined;
  for (const [command, { phrases, around }] of v.commandAround) {
    // "que regrese", "que espere tantito": what somebody else is to do.
    if (command !== 'help' && list[0] === 'ke') continue;
    let said = 0;
    let i = 0;
    while (i < list.length) {
      const hit = phraseAt(list, i, phrases);
      const end = hit?.end ?? phraseAt(list, i, v.hesitations)?.end ?? phraseAt(list, i, around)?.end;
      if (end === undefined) break;
      if (hit) said++;
      i = end;
    }
    if (i >= list.length && said > 0) return wholeCommand(command, source, list, v);
  }
  return undefined;
}

/** "oiga", "a ver", "ay no, perdón": she begins to say something, and has not said it yet. */
export function onlyHesitates(text: string, v: Vocabulary): boolean {
  const list = spokenWords(text.slice(0, longestText), v.abbreviations);
  if (list.length === 0 || list.length > longestAround) return false;
  let i = 0;
  for (let hit = phraseAt(list, i, v.hesitations); hit; hit = phraseAt(list, i, v.hesitations)) i = hit.end;
  return i >= list.length;
}

function openingCommand(source: string, list: readonly string[], v: Vocabulary): CommandReading | undefined {
  const first = firstTelling(list, v);
  const hit = phraseAt(list, first, v.commandOpening);
  if (!hit || hit.end >= list.length || phraseAt(list, first, v.notCommands)) return undefined;
  const command = hit.means;
  if (command === 'doubt') return doubtCommand(source);
  const arg = argumentAfter(source, list, hit.end, v);
  if (arg === '') return undefined;
  if (command === 'sheet') return list.length - hit.end <= 6 ? { command, arg, exact: false } : undefined;
  if (command === 'withCaregiver' || command === 'card' || command === 'coverNotice' || command === 'caregiver')
    return list.length - hit.end <= 4 ? { command, arg, exact: false } : undefined;
  const closed = isClosedArgument(command, arg);
  if (command === 'correct' && !closed && list.length - hit.end > 6) return undefined;
  if ((command === 'pause' || command === 'otherChannel') && !closed) return undefined;
  // "video de 20 minutos" is how a session was recorded.
  if ((command === 'tips' || command === 'guide') && (list.length - hit.end > 6 || /^\d/.test(arg))) return undefined;
  return { command, arg, exact: closed };
}

/** The rest keeps her own spelling: somebody will read the doubt. */
function doubtCommand(source: string): CommandReading | undefined {
  const opening = doubtOpening.exec(source);
  if (!opening) return undefined;
  const arg = source.slice(opening[0].length).trim();
  const marked = (opening[1] ?? '') !== '' || /^[¿]/.test(arg);
  return arg === '' ? { command: 'doubt', exact: true } : { command: 'doubt', arg, exact: marked };
}

function firstTelling(list: readonly string[], v: Vocabulary): number {
  let i = 0;
  for (let hit = phraseAt(list, i, v.courtesy); hit; hit = phraseAt(list, i, v.courtesy)) i = hit.end;
  return i;
}

/** In plain words, without courtesy at the end. */
function argumentAfter(source: string, list: readonly string[], from: number, v: Vocabulary): string {
  const spelled = words(source).flatMap((word) => (v.abbreviations.get(word) ?? word).split(' '));
  const rest = (spelled.length === list.length ? spelled : list).slice(from);
  const sounds = list.slice(from);
  const keep = new Set(withoutIndexes(sounds, v));
  return rest.filter((_, i) => keep.has(i)).join(' ');
}

function withoutIndexes(sounds: readonly string[], v: Vocabulary): number[] {
  const hits = findPhrases(sounds, v.courtesy);
  return sounds.map((_, i) => i).filter((i) => !hits.some((hit) => i >= hit.at && i < hit.end));
}

const limits = new Set(
  'hasta hoy esta este manana tan en los las el la por antes despues mientras cuando ahorita tanto entre a de si'
    .split(' ')
    .map(soundOf),
);

function withinCommand(list: readonly string[], v: Vocabulary): CommandReading | undefined {
  if (list.length > longestWithin) return undefined;
  const hit = findPhrases(list, v.commandWithin)[0];
  if (!hit || (hit.at > 0 && v.negations.has(list[hit.at - 1] ?? ''))) return undefined;
  // "no me escriban tan temprano" asks for another hour, not for silence.
  if (
    hit.means === 'stop' &&
    list[hit.at] === 'no' &&
    limits.has(list[hit.end] ?? '') &&
    !['ninguna', 'fabor'].includes(list[hit.end + 1] ?? '')
  )
    return undefined;
  return { command: hit.means, exact: false };
}
