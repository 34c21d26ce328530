// Reads the code of a paper card at the start of a message.
export function readShortCode(_text: string): { code: string; rest: string } | undefined {
  throw new Error('not yet written');
}
