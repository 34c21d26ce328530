// The first words of a message, by which its sender knows it again.
import { nameField } from './name-field.ts';

const longestGist = 40;

export function gistOf(text: string): string {
  const line = text.replaceAll(nameField, '…').replace(/\s+/g, ' ').trim();
  // A picture without words.
  if (line === '') return '📎';
  return line.length <= longestGist ? line : `${line.slice(0, longestGist).replace(/\s+\S*$/, '')}…`;
}
