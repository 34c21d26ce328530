// Brings words to the form in which what people type is compared: lower case, no accents, no signs.
import { bareWords } from '../../domain/bare-words.ts';

/** Like the engine's own, which this room may not import; enough for phrases that authors write. */
export const plainWords = (text: string): string => bareWords(text).join(' ');
