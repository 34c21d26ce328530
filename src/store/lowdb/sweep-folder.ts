// Removes what an unfinished checkpoint left behind; files set aside as damaged, and anything not ours, stay.
import { join } from 'node:path';
import type { Disk } from './disk.ts';
import { segmentNumber } from './journal.ts';
import { filesNamed, type Manifest } from './manifest.ts';

const ours = /^(?:(?:state|people|centres|pins|house)-[\w-]*g\d+\.json(?:\.tmp)?|[\d-]+(?:-g\d+)?\.jsonl)$/;

export async function sweepFolder(disk: Disk, dir: string, manifest: Manifest, folders: string[]): Promise<void> {
  const named = filesNamed(manifest);
  for (const folder of folders) {
    for (const name of await disk.list(join(dir, folder))) {
      if (ours.test(name) && !named.has(`${folder}/${name}`)) await disk.remove(join(dir, folder, name));
    }
  }
  for (const name of await disk.list(dir)) {
    const number = segmentNumber(name);
    if (name === 'manifest.json.tmp' || (number !== undefined && number < manifest.replayFrom))
      await disk.remove(join(dir, name));
  }
}
