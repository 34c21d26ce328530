// When two ways of writing a telephone number are the same number.

/** Ten digits of a Mexican number written without a plus; the prefixes 01, 044 and 045 ended in 2019 and live on in address books. */
export function nationalDigits(digits: string): string | undefined {
  if (digits.length === 10) return digits;
  for (const prefix of ['521', '52', '044', '045', '01']) {
    if (digits.startsWith(prefix) && digits.length === prefix.length + 10) return digits.slice(prefix.length);
  }
  return undefined;
}

/** Equal for the same number, whether a platform writes +52, 521 or 52 before it; empty for no number. */
export function phoneKey(written: string): string {
  const digits = written.replace(/\D/g, '');
  const foreign = written.trim().startsWith('+') && !written.trim().startsWith('+52');
  return foreign ? digits : (nationalDigits(digits) ?? digits);
}
