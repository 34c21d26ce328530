// What every bubble must keep to, whatever was said before: length, one question, no raw placeholders.
import type { MessageKind } from '../../src/domain/outbound-message.ts';
import { houseProgram } from './test-house.ts';

const long: readonly MessageKind[] = ['recap', 'tip', 'card', 'answer', 'notice', 'overview', 'safeguarding', 'broadcast'];
/** Kinds that are about other people's questions too: cards with questions to ask, tips, answers. */
const quotesQuestions: readonly MessageKind[] = ['card', 'tip', 'answer', 'notice', 'safeguarding', 'overview'];

let known: string[] | undefined;
/** Facts of one moment may be asked together, since they are answered together. */
function factQuestions(): string[] {
  known ??= Object.entries(houseProgram().program.texts).flatMap(([key, text]) => (key.startsWith('casa.dato-') ? [text] : []));
  return known;
}

/** Questions that the bot puts: what stands between « » is an example or quoted, and facts asked together are one question. */
export function questionsIn(text: string): number {
  const asked = text.replace(/«[^»]*»/g, '');
  const rest = factQuestions().reduce((left, fact) => left.replace(fact, ''), asked);
  return rest.split('¿').length - 1 + (rest === asked ? 0 : 1);
}

/** `hers`: words of hers that the bubble may repeat, so that they are not taken for the bot's own. */
export function brokenRules(
  message: { kind: MessageKind; text: string; options: readonly unknown[]; media?: unknown },
  hers = '',
): string[] {
  const { kind, text } = message;
  const broken: string[] = [];
  const most = long.includes(kind) ? 1000 : 350;
  if (text.length > most) broken.push(`${text.length} characters in a ${kind} (at most ${most})`);
  if (text.trim() === '' && !message.media) broken.push('an empty bubble');
  const own =
    hers === '' ? text : hers.split('\n').reduce((left, part) => (part.trim() === '' ? left : left.replaceAll(part, '')), text);
  const raw = /\{[a-zA-Z]\w*[,}]|\bundefined\b|\bNaN\b|\[object|\bnull\b/.exec(own);
  if (raw) broken.push(`"${raw[0]}" in a bubble`);
  if (!quotesQuestions.includes(kind) && questionsIn(own) > 1) broken.push(`${questionsIn(own)} questions in a ${kind}`);
  return broken;
}
