// The name as a field in a text of staff: how it is written, and what each one reads in its place.

export const nameField = '{nombre}';

/** "{nombre}", "[nombre]", "<nombre>", "NOMBRE", and "hola nombre": what people type for a field. Other braces are no field. */
export function withNameField(text: string): string {
  return text
    .replace(/[{[(<«"“]\s*nombre\s*[}\])>»"”]/giu, '\u0000')
    .replace(/(?<![\p{L}\p{N}])NOMBRE(?![\p{L}\p{N}])/gu, '\u0000')
    .replace(
      /^(\s*(?:hola|buenos d[ií]as|buenas tardes|buen d[ií]a|estimada|querida)\s*,?\s+)nombre(?![\p{L}\p{N}])/iu,
      '$1\u0000',
    )
    .replaceAll('{', '(')
    .replaceAll('}', ')')
    .replaceAll('\u0000', nameField);
}

export const fillName = (text: string, name: string): string => text.replaceAll(nameField, name);

/** Who writes stands above what she writes. */
export const headed = (heading: string | undefined, text: string): string =>
  heading === undefined ? text : `${heading}\n${text}`;
