// Names that stay the same from export to export and do not tell who it is, for whoever does not hold the salt.
import { createHash } from 'node:crypto';

export interface Pseudonyms {
  person(id: string): string;
  caregiver(id: string): string;
  /** Ids of cycles derive from those of messages, and some platforms put the telephone number into these. */
  cycle(id: string): string;
}

export function createPseudonyms(salt: string): Pseudonyms {
  const hash = (id: string, digits: number): string =>
    createHash('sha256').update(`${salt}:${id}`).digest('hex').slice(0, digits);
  return {
    person: (id) => `m-${hash(id, 10)}`,
    caregiver: (id) => `c-${hash(id, 10)}`,
    // There are many more cycles than people: more digits keep two of them from sharing a name.
    cycle: (id) => `k-${hash(id, 16)}`,
  };
}
