// Reads a list of caregivers, one a line.
export interface CaregiverLine {
  name: string;
  room?: string;
  shift?: string;
  raw: string;
}

export function readCaregiverList(
  _text: string,
  _rooms: readonly { id: string; name: string; aliases: readonly string[] }[],
  _shifts: readonly { id: string; name: string; aliases: readonly string[] }[],
): CaregiverLine[] {
  throw new Error('not yet written');
}
