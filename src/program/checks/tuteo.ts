// Sentences that say "tú" to a mentor, whom the bot calls "usted".

import { contentSentences } from './content-sentences.ts';
import { ourOwnWords } from './our-own-words.ts';
import { type Check, problemAt } from './static-check.ts';
import { writtenTexts } from './written-texts.ts';

/** Only forms that are nothing else in Spanish: "escribe" and "toca" are also what she does. */
const familiar = new Set(
  `tú ti contigo tu tus tuyo tuya tienes puedes quieres debes eres estás sabes haces vas necesitas prefieres sigues dices crees ves
   tendrás podrás serás harás tuviste pudiste hiciste dijiste fuiste escribiste quisiste escríbeme dime cuéntame mándame avísame hazlo
   puedas tengas quieras hagas digas seas estés escribas`.split(/\s+/),
);

export const tuteo: Check = (files) =>
  [...writtenTexts(files), ...contentSentences(files)].flatMap(({ yaml, path, text }) => {
    const found = [...new Set(ourOwnWords(text).filter((word) => familiar.has(word)))];
    if (!found.length) return [];
    return [
      problemAt(
        yaml,
        path,
        `It says "tú" to her: ${found.join(', ')}`,
        'Say it with "usted", or put what others say between « ».',
      ),
    ];
  });
