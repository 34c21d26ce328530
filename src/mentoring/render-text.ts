// Fills a text of content with its values. ICU MessageFormat, so that authors have plurals; parsed once per text.
import { IntlMessageFormat } from 'intl-messageformat';

interface Template {
  format: IntlMessageFormat;
  names: string[];
}

const templates = new Map<string, Template>();

interface Element {
  type: number;
  value?: unknown;
  options?: Record<string, { value: Element[] }>;
}
/** In the syntax tree of MessageFormat 0 is literal text, 7 the number sign of a plural, everything else has a name. */
function namesIn(elements: readonly Element[]): string[] {
  return elements.flatMap((element) => [
    ...(element.type !== 0 && element.type !== 7 && typeof element.value === 'string' ? [element.value] : []),
    ...Object.values(element.options ?? {}).flatMap((option) => namesIn(option.value)),
  ]);
}

export function template(text: string): Template {
  let known = templates.get(text);
  if (!known) {
    const format = new IntlMessageFormat(text, 'es-MX', undefined, { ignoreTag: true });
    known = { format, names: [...new Set(namesIn(format.getAst() as Element[]))] };
    templates.set(text, known);
  }
  return known;
}

/** `value` is asked only for the names that the text holds. */
export function renderText(text: string, value: (name: string) => string | number): string {
  if (!text.includes('{')) return text;
  const { format, names } = template(text);
  const filled = Object.fromEntries(names.map((name) => [name, value(name)]));
  return String(format.format(filled));
}
