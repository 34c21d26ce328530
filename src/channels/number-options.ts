// Writes options into a text with what to type for each, for channels where nothing can be tapped.
import type { MessageOption } from '../domain/outbound-message.ts';

export function numberOptions(text: string, options: readonly MessageOption[]): string {
  if (options.length === 0) return text;
  const lines = options.map(({ key, label }, index) => `${key ?? index + 1}. ${label}`);
  return [text, lines.join('\n')].filter((part) => part !== '').join('\n\n');
}
