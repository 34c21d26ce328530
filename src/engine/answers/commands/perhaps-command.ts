// Words to the bot within words that may be an answer: not surely a command, but not to be kept without asking.
import type { Vocabulary } from '../../../program/vocabulary-schema.ts';
import { phraseAt, soundOf, spokenWords } from '../words/phrase-book.ts';
import { longestText } from '../words/text-forms.ts';

export const perhapsCommands = ['back', 'later', 'help'] as const;
/** `other`: she calls the bot, for what it cannot tell. */
export type PerhapsCommand = (typeof perhapsCommands)[number] | 'other';

/** Spoken by her about herself, or to the bot: in what a caregiver does there is none of it. */
const toTheBot = new Set(
  'me puse escribi regue equivoque confundi entiendo entendi ocurre explica expliqueme contesto sigo vengo espereme esperame deme dejeme aguanteme permitame regresame regreseme devuelvame'
    .split(' ')
    .map(soundOf),
);
const alone = new Set(
  'regresame regreseme espereme aguanteme permitame expliqueme devuelvame equivoque regue'.split(' ').map(soundOf),
);
const reports =
  /^(?:dise|disen|dijo|dije|desir|diga|digan|desirle|pregunta|pregunto|preguntar|preguntarle|kontesta|kontesto|les|ninos|ninas|nino|nina|bebe|bebes)$/;
/** Nobody begins so what a caregiver does. */
const calling = new Set(
  'oiga oye disculpe disculpeme perdone perdoneme espere espereme esperese permitame'.split(' ').map(soundOf),
);
const exclaiming = new Set('ay uy hay hijole no nooo'.split(' ').map(soundOf));
const longest = 14;

export function readPerhapsCommand(text: string, v: Vocabulary): PerhapsCommand | undefined {
  const list = spokenWords(text.slice(0, longestText), v.abbreviations);
  if (list.length > longest || list[0] === 'ke' || list.some((word) => reports.test(word))) return undefined;
  for (const command of perhapsCommands) {
    const phrases = v.commandAround.get(command)?.phrases;
    if (!phrases) continue;
    for (let i = 0; i < list.length; i++) {
      const end = phraseAt(list, i, phrases)?.end;
      if (end === undefined) continue;
      const said = list.slice(i, end);
      // "Voy a cambiar pañales y regreso": that she goes comes last.
      if (command === 'later' && end === list.length && said.length < list.length) return command;
      if (said.length > 1 ? said.some((word) => toTheBot.has(word)) : alone.has(said[0] ?? '')) return command;
    }
  }
  return callsTheBot(list) ? 'other' : undefined;
}

function callsTheBot(list: readonly string[]): boolean {
  let i = 0;
  while (exclaiming.has(list[i] ?? '')) i++;
  // "No espere a que lloren" is advice.
  if (list[i] === 'espere' && (list[i + 1] === 'a' || list[i + 1] === 'ke')) return false;
  return calling.has(list[i] ?? '') || (i > 1 && list[i] === 'maestra');
}
