// The code on a caregiver's slip: derived from her cycle, so that nothing has to be kept for it to be found after the cycle is archived.

/** Signs that are not mistaken for one another in handwriting: as on the cards of sessions, and one digit more, so that no mentor's line looks like it. */
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
const digits = '23456789';

/** L7K4. Few cycles of a programme share one; then the centre's key behind the code tells which is meant. */
export function slipCode(cycleId: string): string {
  let hash = 2166136261;
  for (const char of `slip:${cycleId}`) hash = Math.imul(hash ^ char.charCodeAt(0), 16777619) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 15), 2246822507) >>> 0;
  let code = '';
  for (const signs of [letters, digits, letters, digits]) {
    code += signs[hash % signs.length];
    hash = Math.floor(hash / signs.length);
  }
  return code;
}
