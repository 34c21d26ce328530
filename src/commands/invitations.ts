// A person's invitation: a code that only this house can make, so that a link opens the chat as the person it was made for.
import { createHmac } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { keepSecret } from './kept-secret.ts';

/** 80 bits: nobody guesses one, and it fits into a link that is read aloud if need be. */
const codeLength = 16;

/** A person in quotes on each line, once for every time that her invitation was made anew. */
const renewedFile = 'invitations-renewed';

/** Throws where the key in the data folder is damaged. */
export async function readInvitations(dataDir: string): Promise<(person: string) => string> {
  const key = await keepSecret(dataDir, 'invitation-key');
  const renewed = await readRenewed(dataDir);
  return (person) => {
    const times = renewed.get(person) ?? 0;
    const digest = createHmac('sha256', key)
      .update(times === 0 ? person : `${person}\n${times}`)
      .digest();
    return [...digest.subarray(0, codeLength)].map((byte) => alphabet[byte % alphabet.length]).join('');
  };
}

/** From the next start on her former link is of no use: it may still be in the chat of a phone that is not hers any more. */
export async function renewInvitation(dataDir: string, person: string): Promise<void> {
  const file = await open(join(dataDir, renewedFile), 'a', 0o600);
  try {
    // Begins a line of its own, in case a kill left the one before without an end.
    await file.appendFile(`\n${JSON.stringify(person)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function readRenewed(dataDir: string): Promise<Map<string, number>> {
  const lines = await readFile(join(dataDir, renewedFile), 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  });
  const times = new Map<string, number>();
  for (const line of lines.split('\n')) {
    // A last line that a kill cut in two renewed nothing: the command had not said so yet.
    const person = /^"(?:[^"\\]|\\.)*"$/.test(line) ? (JSON.parse(line) as string) : undefined;
    if (person !== undefined) times.set(person, (times.get(person) ?? 0) + 1);
  }
  return times;
}

/** 32 signs, so that each byte gives one without a bias; none that looks like another. */
const alphabet = 'abcdefghijkmnpqrstuvwxyz23456789';
