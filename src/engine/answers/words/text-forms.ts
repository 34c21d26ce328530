// Reduces what a person typed to the plain form in which all readers compare words.
import { memoOfText } from './text-memo.ts';

export const longestText = 2000;

const combiningMarks = /\p{M}/gu;
const skinTones = /[\u{1F3FB}-\u{1F3FF}]/gu;
const genderSigns = /\u200D[\u2640\u2642]/gu;
const invisible = /\p{Cc}|\p{Cf}|\u20E3/gu;
const thriceOrMore = /(\p{L})\1{2,}/gu;
const notWordOrEmoji = /[^\p{L}\p{N}\p{Extended_Pictographic}]+/gu;
const oneEmoji = /\p{Extended_Pictographic}/gu;
const asciiOnly = /^[\x20-\x7e]*$/;
const notAsciiWord = /[^a-z0-9]+/g;

/** Lower case without accents, but with punctuation: for readers to which "10:30" and "1) 3" matter. */
export const unaccented = memoOfText(256, (text) => {
  const lower = text.slice(0, longestText).replace(/\s/g, ' ').toLowerCase();
  if (asciiOnly.test(lower)) return lower;
  const bare = lower.replace(genderSigns, '').normalize('NFKD').replace(combiningMarks, '').replace(skinTones, '');
  return bare.replace(invisible, '').toLowerCase();
});

/** "2o min": the letter for the digit. */
export const withZeros = (text: string): string => text.replace(/(\d)o(?![a-z0-9])/g, '$10');

export const plain = memoOfText(512, (text) => {
  const bare = unaccented(text).replace(thriceOrMore, '$1');
  if (asciiOnly.test(bare)) return bare.replace(notAsciiWord, ' ').trim();
  return bare.replace(notWordOrEmoji, ' ').replace(oneEmoji, ' $& ').replace(/ +/g, ' ').trim();
});

/** Of the plain form; shared by all readers. */
export const words = memoOfText(2_000, (text): readonly string[] => {
  const form = plain(text);
  return form === '' ? [] : form.split(' ');
});
