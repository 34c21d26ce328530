// An outbox message as the WhatsApp messages that make it up, in order: file, bubbles, and under the last of them the numbers to type, or a
// poll in its place. Pure.
import type { MessageMedia, OutboundMessage } from '../../domain/outbound-message.ts';
import { numberOptions } from '../number-options.ts';
import { splitText } from '../split-text.ts';

/** WhatsApp takes much more; a phone shows so much before it hides the rest. */
export const maxText = 4096;
export const maxCaption = 1024;
/** Of a poll, as WhatsApp takes them. */
const maxPollName = 255;
const maxPollOption = 100;
const pollOptions = { least: 2, most: 12 };
/** WhatsApp's own limit for pictures and videos. */
export const maxMegabytes = 16;

export interface MessagePart {
  text: string;
  file?: { type: MessageMedia['type']; name: string };
  /** Id of a message of this account's chats, whose file is sent once more with these words. */
  copy?: string;
  /** The text is its question. */
  poll?: { options: string[]; multi: boolean };
}

export interface PlanSettings {
  /** Files that weigh more go as a link where there is one: phones here pay for what they load. */
  mostMegabytes: number;
  /** False where the page cannot send files. */
  files: boolean;
  /** False where votes would not be told. */
  polls: boolean;
}

export function planParts(message: OutboundMessage, settings: PlanSettings): MessagePart[] {
  const { media } = message;
  const file = fileOf(media, settings);
  const copy = settings.files && media?.sent?.channel === 'whatsapp' ? media.sent.message : undefined;
  const words = withLink(message.text, media, file !== undefined);
  const carried = file === undefined ? (copy === undefined ? undefined : { copy }) : { file };
  const poll = settings.polls ? pollOf(message, words) : undefined;
  if (poll !== undefined) return [...(carried === undefined ? [] : [{ text: '', ...carried }]), poll];
  const text = numberOptions(words, message.options);
  const bubbles = splitText(text, maxText).map((bubble) => ({ text: bubble }));
  if (carried === undefined) return bubbles;
  return text.length <= maxCaption ? [{ text, ...carried }] : [{ text: '', ...carried }, ...bubbles];
}

/** Undefined where WhatsApp would not take it as a poll: then it goes with its numbers. */
function pollOf({ poll, options }: OutboundMessage, question: string): MessagePart | undefined {
  const labels = options.map(({ label }) => label.trim());
  const fits = labels.length >= pollOptions.least && labels.length <= pollOptions.most && new Set(labels).size === labels.length;
  if (poll === undefined || !fits || labels.some((label) => label === '' || label.length > maxPollOption)) return undefined;
  return question === '' || question.length > maxPollName
    ? undefined
    : { text: question, poll: { options: labels, multi: poll.multi } };
}

function fileOf(media: MessageMedia | undefined, { files, mostMegabytes }: PlanSettings): MessagePart['file'] {
  if (media?.file === undefined || !files) return undefined;
  const heavy = (media.megabytes ?? 0) > mostMegabytes;
  return heavy && media.link !== undefined ? undefined : { type: media.type, name: media.file };
}

function withLink(text: string, media: MessageMedia | undefined, hasFile: boolean): string {
  if (media?.link === undefined || hasFile || text.includes(media.link)) return text;
  return [text, media.link].filter((line) => line !== '').join('\n');
}
