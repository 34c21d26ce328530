// One spelling for each telephone number, however it was typed: +52 and ten digits in Mexico, E.164 elsewhere.
import { nationalDigits } from '../domain/phone-number.ts';
import type { CellProblem } from './roster-problem.ts';

const scientific = /^[+-]?\d+(?:[.,]\d+)?e[+-]?\d+$/i;
const tenDigits = 'Write the ten digits, with or without +52.';

/** Mexican numbers begin with 2 to 9. The demo's begin with 000: nobody can have them, and so they may pass. */
const isMexican = (digits: string): boolean => /^(?:[2-9]\d{9}|000\d{7})$/.test(digits);

/** An empty cell is no number, which is allowed. */
export function readPhone(written: string): { phone: string } | CellProblem {
  if (written === '') return { phone: '' };
  if (scientific.test(written)) {
    return {
      reason: 'Excel turned this number into scientific notation and its last digits are lost.',
      fix: 'Give the column the format Text, type the number again, and save.',
    };
  }
  // Format characters come along when a number is copied from a phone's contacts; the apostrophe is Excel's mark of text.
  const bare = written.replace(/[\s().\-‐-―/·']|\p{Cf}/gu, '').replace(/^00(?=[1-9]\d{9})/, '+');
  if (!/^\+?\d+$/.test(bare)) return { reason: 'This is not a telephone number.', fix: tenDigits };
  if (bare.startsWith('+') && !bare.startsWith('+52')) {
    if (/^\+[1-9]\d{7,14}$/.test(bare)) return { phone: bare };
    return {
      reason: `A number with country code has 8 to 15 digits, this one has ${bare.length - 1}.`,
      fix: 'Check the number.',
    };
  }
  const digits = nationalDigits(bare.replace(/^\+/, ''));
  if (digits === undefined) {
    return { reason: `A Mexican number has ten digits, this one has ${bare.replace(/^\+(?:52)?/, '').length}.`, fix: tenDigits };
  }
  if (!isMexican(digits))
    return { reason: `No Mexican number begins with ${digits[0]}: a digit is missing or wrong.`, fix: tenDigits };
  return { phone: `+52${digits}` };
}

/** Enough to tell two numbers apart on a screen that others may see. */
export function maskPhone(phone: string): string {
  return phone === '' ? 'none' : `ending in ${phone.slice(-2)}`;
}
