// Bubbles that are too long to be read on a phone in a break.
import type { MessageKind } from '../../domain/outbound-message.ts';
import { adviceAt, type Check, problemAt } from './static-check.ts';
import { placeholderSizes, textSize } from './text-size.ts';
import { writtenTexts } from './written-texts.ts';

const mostCharacters = 350;
const mostOfLongKinds = 1000;
const longKinds: readonly MessageKind[] = ['recap', 'tip', 'card', 'answer', 'notice', 'overview', 'safeguarding'];

export const textLength: Check = (files, program) => {
  const sizes = placeholderSizes(program);
  return writtenTexts(files).flatMap(({ yaml, path, key, part, text, kind }) => {
    if (part === 'option' || part === 'label') return [];
    const { characters } = textSize(text, sizes);
    const most = kind === undefined || longKinds.includes(kind) ? mostOfLongKinds : mostCharacters;
    const message = `"${key}"${part === 'text' ? '' : ` (${part})`} has about ${characters} characters when filled in`;
    if (characters > most) return [problemAt(yaml, path, `${message}; the most is ${most}`, 'Say it shorter, or in two steps.')];
    // Of texts of the house only the code knows what they are said as.
    if (kind === undefined && characters > mostCharacters) {
      return [
        adviceAt(
          yaml,
          path,
          `${message}; more than ${mostCharacters} is only for answers, notices and overviews`,
          'Say it shorter if it is none of these.',
        ),
      ];
    }
    return [];
  });
};
