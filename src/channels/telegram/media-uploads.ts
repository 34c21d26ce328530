// Files of the programme on their way to Telegram: uploaded once, then named by the id that Telegram gave them.
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { InputFile } from 'grammy';
import { type MediaFolders, mediaPath } from '../media-path.ts';

export interface FileToSend {
  /** Name of Telegram for a file that it has, or the file itself. */
  input: string | InputFile;
  /** Whether Telegram had it already. */
  known: boolean;
  remember(fileId: string): void;
  forget(): void;
}

export interface MediaUploads {
  /** Undefined where there is no such file in the folder. */
  find(name: string): Promise<FileToSend | undefined>;
}

/** In memory only: after a restart each file is uploaded once more. */
export function createMediaUploads(folders: MediaFolders): MediaUploads {
  const ids = new Map<string, string>();
  return {
    async find(name) {
      const path = mediaPath(folders, name);
      if (path === undefined) return undefined;
      const found = await stat(path).catch(() => undefined);
      if (found === undefined || !found.isFile()) return undefined;
      // A video that was replaced under the same name is another one.
      const key = `${name} ${found.size} ${found.mtimeMs}`;
      const id = ids.get(key);
      return {
        input: id ?? new InputFile(path, basename(name)),
        known: id !== undefined,
        remember: (fileId) => void ids.set(key, fileId),
        forget: () => void ids.delete(key),
      };
    },
  };
}
