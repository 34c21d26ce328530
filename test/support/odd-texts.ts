// Texts that nobody should send and somebody will: emoji, right to left, zero width, control signs, broken pairs, very long.
import fc from 'fast-check';
import { anyText } from './any-act.ts';

const pieces = fc.constantFrom(
  '👍',
  '🤷‍♀️',
  '👩🏽‍🍼',
  '🇲🇽',
  '❤️',
  '\u200b',
  '\u200d',
  '\ufeff',
  '\u202e',
  '\u2066',
  '\u0000',
  '\u0007',
  '\u001b[31m',
  '\r\n',
  '\t',
  '\u0301\u0301\u0301',
  '\ud83d',
  '\udc4d',
  'مرحبا بكم',
  'שלום',
  '日本語',
  '﷽',
  '{name}',
  '{0, plural, other {#}}',
  '«»',
  '<script>',
  '\\u0041',
  '%s%n',
  '__proto__',
  '1e309',
  '-0',
  '٣',
  'ﬁ',
  'İ',
);
const mixed = fc
  .array(fc.oneof({ weight: 2, arbitrary: pieces }, { weight: 3, arbitrary: anyText }), { minLength: 1, maxLength: 6 })
  .map((list) => list.join(' '));
const huge = fc
  .tuple(fc.oneof(pieces, anyText), fc.constantFrom(50, 500, 5000))
  .map(([piece, times]) => `${piece} `.repeat(Math.max(1, Math.min(times, Math.floor(60_000 / (piece.length + 1))))));

export const oddText = fc.oneof(
  { weight: 60, arbitrary: mixed },
  { weight: 30, arbitrary: fc.string({ unit: 'binary', maxLength: 80 }) },
  { weight: 10, arbitrary: fc.string({ unit: 'grapheme', maxLength: 80 }) },
  { weight: 1, arbitrary: huge },
);
