// The salt of the pseudonyms, kept in the data folder: made once, because with another one nobody could join two exports.
import { randomBytes } from 'node:crypto';
import { link, open, readFile, unlink } from 'node:fs/promises';
import { join } from 'node:path';

export async function keepPseudonymSalt(dataDir: string): Promise<string> {
  const file = join(dataDir, 'pseudonym-salt');
  const known = await readSalt(file);
  if (known !== undefined) return known;
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  const handle = await open(draft, 'wx', 0o600);
  try {
    await handle.writeFile(`${randomBytes(32).toString('hex')}\n`);
    await handle.sync();
    await handle.close();
    // A link refuses where another export was quicker; a rename would change its salt.
    await link(draft, file);
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
  } finally {
    await unlink(draft);
  }
  const salt = await readSalt(file);
  if (salt === undefined) throw new Error(`${file} was written and is not there.`);
  return salt;
}

async function readSalt(file: string): Promise<string | undefined> {
  const written = await readFile(file, 'utf8').catch((error: unknown) => {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  });
  if (written === undefined) return undefined;
  const salt = written.trim();
  if (/^[0-9a-f]{64}$/.test(salt)) return salt;
  throw new Error(
    `${file} is damaged. Restore it from a backup, or remove it: pseudonyms of new exports will then differ from old ones.`,
  );
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
