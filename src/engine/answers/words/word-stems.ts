// What is left of a word when its ending is taken off, so that "grabé", "grabamos" and "grabación" are one; of words by their sound.
import { memoOfText } from './text-memo.ts';

/** Words without a meaning of their own, or whose ending is all that they are. */
const whole = new Set(
  'la el los las de del en a al y o un una uno unos unas lo es por para kon su mi ke se me e u le les nos te si no ni ya sin komo este esta esto esa ese eso entre kada todo toda todos todas muy mas nada nadie solo sola sobre asta desde pero porke donde kuando media medio menos antes luego bien mal tarde nunka siempre kasi fue era ubo otro otra alguien algo aora ayer oy tres kuatro sinko seis siete nuebe dies'.split(
    ' ',
  ),
);
const shortest = 3;
/** Clitics behind an infinitive, a gerund or an order: "verla", "platicándole", "dígame". */
const clitics = /^(.*(?:[aei]r|[aei]ndo))(?:me|te|se|nos)?(?:l[aeo]s?)?$/;
const small = /(?:e?sit|it|iy)[oa]s?$/;
const endings =
  /(?:asiones|asion|isiones|ision|amientos?|imientos?|isim[oa]s?|mente|abamos|ieramos|aremos|eremos|iremos|iamos|ieron|iendo|yendo|aron|ando|adora?s?|idora?s?|aban|aste|iste|amos|emos|imos|ad[oa]s?|id[oa]s?|aba|iera|ian|ia|io|ar|er|ir|an|en|as|es|os|a|e|o|i|s)$/;

export const stemOf = memoOfText(20_000, (word): string => {
  if (word.length <= shortest || whole.has(word) || /\d/.test(word.replace(/1/g, ''))) return word;
  const base = clitics.exec(word)?.[1] ?? word;
  const plain = base.length > 6 ? base.replace(small, '') : base;
  if (plain !== base && plain.length >= shortest) return plain;
  const stem = base.replace(endings, '');
  return stem.length >= shortest ? stem : base;
});
