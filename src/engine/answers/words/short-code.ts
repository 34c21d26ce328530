// Reads the code of a paper card at the start of a message: letter, digit, letter, without 0, O, 1 and I.
const codeAtStart =
  /^[\s*#"«(]{0,5}(?:(?:el\s)?(?:c[oó]digo|cod|clave|tarjeta|ficha|folio)\.?[\s:#*]{0,4})?([A-HJ-NP-Z][2-9][A-HJ-NP-Z])(?![\p{L}\p{N}])/iu;
const leadingSigns = /^[\s:;,.)*»"\-–]+/;

const codeAnywhere = /(?<![\p{L}\p{N}])([A-HJ-NP-Z][2-9][A-HJ-NP-Z])(?![\p{L}\p{N}])/giu;
/** Farther in than this a code is only mentioned. */
const farthest = 90;

export interface CodedText {
  code: string;
  before: string;
  rest: string;
}

/** The code at the start, or one of hers with some words before it: "ya estuvo F5C 3 2 4". */
export function findShortCode(text: string, isHers: (code: string) => boolean): CodedText | undefined {
  const first = readShortCode(text);
  if (first) return { ...first, before: '' };
  const source = text.slice(0, 2000).normalize('NFC');
  for (const found of source.matchAll(codeAnywhere)) {
    const code = (found[1] ?? '').toUpperCase();
    if (found.index > farthest || !isHers(code)) continue;
    const rest = source.slice(found.index + code.length).replace(leadingSigns, '');
    return { code, before: source.slice(0, found.index).trim(), rest: rest.trim() };
  }
  return undefined;
}

export function readShortCode(text: string): { code: string; rest: string } | undefined {
  const source = text.slice(0, 2000);
  const found = codeAtStart.exec(source.normalize('NFC'));
  const code = found?.[1];
  if (!found || code === undefined) return undefined;
  return { code: code.toUpperCase(), rest: source.normalize('NFC').slice(found[0].length).replace(leadingSigns, '').trim() };
}
