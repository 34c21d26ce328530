// Reads the code of a paper card at the start of a message: letter, digit, letter, without 0, O, 1 and I.
const codeAtStart =
  /^[\s*#"«(]{0,5}(?:(?:el\s)?(?:c[oó]digo|cod|clave|tarjeta|ficha|folio)\.?[\s:#*]{0,4})?([A-HJ-NP-Z][2-9][A-HJ-NP-Z])(?![\p{L}\p{N}])/iu;
const leadingSigns = /^[\s:;,.)*»"\-–]+/;

export function readShortCode(text: string): { code: string; rest: string } | undefined {
  const source = text.slice(0, 2000);
  const found = codeAtStart.exec(source.normalize('NFC'));
  const code = found?.[1];
  if (!found || code === undefined) return undefined;
  return { code: code.toUpperCase(), rest: source.normalize('NFC').slice(found[0].length).replace(leadingSigns, '').trim() };
}
