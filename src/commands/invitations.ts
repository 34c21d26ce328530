// A person's invitation: a code that only this house can make, so that a link opens the chat as the person it was made for.
import { createHmac } from 'node:crypto';
import { keepSecret } from './kept-secret.ts';

/** 80 bits: nobody guesses one, and it fits into a link that is read aloud if need be. */
const codeLength = 16;

/** Throws where the key in the data folder is damaged. */
export async function readInvitations(dataDir: string): Promise<(person: string) => string> {
  const key = await keepSecret(dataDir, 'invitation-key');
  return (person) => {
    const digest = createHmac('sha256', key).update(person).digest();
    return [...digest.subarray(0, codeLength)].map((byte) => alphabet[byte % alphabet.length]).join('');
  };
}

/** 32 signs, so that each byte gives one without a bias; none that looks like another. */
const alphabet = 'abcdefghijkmnpqrstuvwxyz23456789';
