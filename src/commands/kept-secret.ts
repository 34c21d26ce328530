// A secret of this house, kept in its data folder and made once: the salt of pseudonyms, the key of invitations.
import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, unlink } from 'node:fs/promises';
import { join } from 'node:path';

/** With another salt nobody could join two exports; with another key the invitations that were sent would not work. */
export type SecretName = 'pseudonym-salt' | 'invitation-key';

/** 64 hexadecimal digits. Throws where the file is damaged. */
export async function keepSecret(dataDir: string, name: SecretName): Promise<string> {
  await mkdir(dataDir, { recursive: true });
  const file = join(dataDir, name);
  const known = await readSecret(file);
  if (known !== undefined) return known;
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  const handle = await open(draft, 'wx', 0o600);
  try {
    await handle.writeFile(`${randomBytes(32).toString('hex')}\n`);
    await handle.sync();
    await handle.close();
    // A link refuses where another process was quicker; a rename would change its secret.
    await link(draft, file);
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
  } finally {
    await unlink(draft);
  }
  const secret = await readSecret(file);
  if (secret === undefined) throw new Error(`${file} was written and is not there.`);
  return secret;
}

async function readSecret(file: string): Promise<string | undefined> {
  const written = await readFile(file, 'utf8').catch((error: unknown) => {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  });
  if (written === undefined) return undefined;
  const secret = written.trim();
  if (/^[0-9a-f]{64}$/.test(secret)) return secret;
  throw new Error(
    `${file} is damaged. Restore it from a backup, or remove it: pseudonyms and invitations will then differ from those before.`,
  );
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
