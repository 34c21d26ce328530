// English words in sentences that people read.

import { contentSentences } from './content-sentences.ts';
import { ourOwnWords } from './our-own-words.ts';
import { type Check, problemAt } from './static-check.ts';
import { writtenTexts } from './written-texts.ts';

/** Words that are not Spanish too, and those of the code that must not slip through. */
const english = new Set(
  `the and you your please click next back skip help stop yes hello thanks welcome feedback checklist coaching mentoring link email
   reminder caregiver undefined null nan workplan tap chatbot online offline login password ok okay`.split(/\s+/),
);

export const englishWords: Check = (files) =>
  [...writtenTexts(files), ...contentSentences(files)].flatMap(({ yaml, path, text }) => {
    const found = [...new Set(ourOwnWords(text).filter((word) => english.has(word)))];
    if (!found.length) return [];
    return [problemAt(yaml, path, `English in a sentence for people: ${found.join(', ')}`, 'Say it in Spanish.')];
  });
