// Reads what staff copies from caregivers' slips: a code and three values for each, in one line or many.
import type { SlipLine, SlipValue } from '../../../domain/slip.ts';

const codes = /(?<![\p{L}\p{N}])([A-HJ-NP-Z][2-9][A-HJ-NP-Z][2-9])(?![\p{L}\p{N}])/giu;
const unanswered =
  /(?<![\p{L}\p{N}])(?:no contest[oóa]|no respondi[oó]|sin respuesta|sin contestar|en blanco|vac[ií]a|nc|n\/c|ns)(?![\p{L}\p{N}])/giu;
const dash = /(?<=^|[\s,;])[-–—](?=[\s,;]|$)/gu;
const centreKey = /^(?:\p{L}\d{2,}|\d{4,})$/u;
const inWords: Readonly<Record<string, SlipValue>> = { nada: 1, poco: 2, bastante: 3, mucho: 4, n: null };
const valuesOfSlip = 3;
const mostLines = 12;

export type SlipReading =
  | { kind: 'lines'; lines: SlipLine[] }
  /** A code whose values are not three, from 1 to 4. */
  | { kind: 'badValues'; code: string }
  | { kind: 'tooMany'; most: number }
  /** There is no code in it. */
  | { kind: 'unclear' };

export function readSlipLines(text: string): SlipReading {
  const source = text.slice(0, 2000).normalize('NFC');
  const found = [...source.matchAll(codes)];
  if (found.length === 0) return { kind: 'unclear' };
  if (found.length > mostLines) return { kind: 'tooMany', most: mostLines };
  const lines = new Map<string, SlipLine>();
  for (const [index, match] of found.entries()) {
    const code = (match[1] ?? '').toUpperCase();
    const line = readValues(code, source.slice(match.index + code.length, found[index + 1]?.index));
    if (!line) return { kind: 'badValues', code };
    // Written twice in one message: the second is the correction.
    lines.delete(code);
    lines.set(code, line);
  }
  return { kind: 'lines', lines: [...lines.values()] };
}

function readValues(code: string, rest: string): SlipLine | undefined {
  const tokens = rest
    .replace(unanswered, ' n ')
    .replace(dash, ' n ')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((token) => token !== '' && token !== 'y' && token !== 'papeleta' && token !== 'papeletas');
  const [first = ''] = tokens;
  const centre = centreKey.test(first) ? first.toUpperCase() : null;
  const values: SlipValue[] = [];
  for (const token of centre === null ? tokens : tokens.slice(1)) {
    const each = /^[1-4n]{3}$/.test(token) ? [...token] : [token];
    for (const one of each) {
      if (/^[1-4]$/.test(one)) values.push(Number(one) as SlipValue);
      else if (one in inWords) values.push(inWords[one] ?? null);
      else return undefined;
    }
  }
  return values.length === valuesOfSlip ? { code, centre, values } : undefined;
}
