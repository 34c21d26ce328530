// Reads a text as the engine does (ICU MessageFormat): its words, the names it holds, or where it cannot be read.
import { IntlMessageFormat } from 'intl-messageformat';

interface Element {
  type: number;
  value?: unknown;
  options?: Record<string, { value: Element[] }>;
}
/** Kinds of elements in the syntax tree of MessageFormat. */
const literal = 0;
const numberSign = 7;

export type Template =
  | { ok: true; names: string[] /** As it is shown, with the longest form of a plural. */; shown: (string | { name: string })[] }
  | { ok: false; reason: string; line: number; column: number };

export function template(text: string): Template {
  const trimmed = text.trim();
  // The engine leaves texts without a brace as they are.
  if (!trimmed.includes('{')) return { ok: true, names: [], shown: [trimmed] };
  try {
    const elements = new IntlMessageFormat(trimmed, 'es-MX', undefined, { ignoreTag: true }).getAst() as Element[];
    return { ok: true, names: [...new Set(namesIn(elements))], shown: shownOf(elements) };
  } catch (error) {
    const at =
      error instanceof Error && 'location' in error
        ? (error.location as { start?: { line: number; column: number } }).start
        : undefined;
    return {
      ok: false,
      reason: error instanceof Error ? sayReason(error.message) : 'it cannot be read',
      line: at?.line ?? 1,
      column: at?.column ?? 1,
    };
  }
}

function namesIn(elements: readonly Element[]): string[] {
  return elements.flatMap((element) => [
    ...(element.type !== literal && element.type !== numberSign ? [String(element.value)] : []),
    ...Object.values(element.options ?? {}).flatMap((option) => namesIn(option.value)),
  ]);
}

function shownOf(elements: readonly Element[]): (string | { name: string })[] {
  return elements.flatMap((element): (string | { name: string })[] => {
    if (element.type === literal) return [String(element.value)];
    if (element.type === numberSign) return ['10'];
    const options = Object.values(element.options ?? {}).map((option) => shownOf(option.value));
    if (!options.length) return [{ name: String(element.value) }];
    return options.reduce((a, b) => (lengthOf(b) > lengthOf(a) ? b : a));
  });
}

const lengthOf = (pieces: readonly (string | { name: string })[]): number =>
  pieces.reduce((sum, piece) => sum + (typeof piece === 'string' ? piece.length : piece.name.length), 0);

/** MessageFormat names its errors in capitals: EXPECT_ARGUMENT_CLOSING_BRACE. */
const sayReason = (code: string): string => code.toLowerCase().replaceAll('_', ' ');
