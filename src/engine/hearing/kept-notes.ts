// How much of her words is read and kept: a record has its limit whatever she writes in. Those that fitted nothing are kept for the consultants.
import { mostOfWords } from '../answers/words/clipped.ts';
import type { TurnDraft } from '../turn-draft.ts';

const mostNotes = 20;
/** An emoji takes as much room as four letters, and a control sign written down as JSON six. */
const mostBytes = 5000;
const plainAscii = /^[\x20-\x7e]*$/;

/** How much a text takes in a record. */
export function roomOf(text: string): number {
  if (plainAscii.test(text)) return text.length;
  let bytes = 0;
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0;
    const alone = code >= 0xd800 && code <= 0xdfff;
    bytes += code < 0x20 || alone ? 6 : code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

/** As much of it as the room allows. */
export function withinRoom(text: string, room: number): string {
  if (roomOf(text) <= room) return text;
  let kept = '';
  let left = room;
  for (const sign of text) {
    left -= roomOf(sign);
    if (left < 0) break;
    kept += sign;
  }
  return kept;
}

/** The first of them whole, and of the last as much as there is room for. */
export function bubblesWithinRoom(bubbles: readonly string[]): string[] {
  const kept: string[] = [];
  let left = mostBytes;
  for (const bubble of bubbles) {
    const text = withinRoom(bubble, left);
    if (text === '' && bubble !== '') break;
    kept.push(text);
    left -= roomOf(text);
  }
  return kept;
}

const mostHeard = 4000;
const manySigns = /([^\p{L}\p{N}\p{M}\p{Extended_Pictographic}\u200d]{12})[^\p{L}\p{N}\p{M}\p{Extended_Pictographic}\u200d]+/gu;
/** Staff paste lists. */
export const mostOfStaff = 12_000;

/**
 * Longer ones are read to here, and a thousand blanks are one, as a thousand dots or commas are a dozen: patterns that look for
 * what stands between them would take minutes.
 * Braces are how texts mark what is to be filled in: hers, told back, must not look like it.
 */
export const asHeard = (said: string, most = mostHeard): string =>
  said
    .slice(0, most)
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').replace(manySigns, '$1').trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
    .replaceAll('{', '(')
    .replaceAll('}', ')');

export function keepNotes(draft: TurnDraft, texts: readonly string[]): void {
  const added = texts.map((text) => ({ at: draft.now, text: withinRoom(text.slice(0, mostOfWords), mostOfWords * 2) }));
  const notes = [...draft.conversation.notes, ...added].slice(-mostNotes);
  while (notes.reduce((sum, { text }) => sum + roomOf(text), 0) > mostBytes) notes.shift();
  draft.converse({ notes });
}
