// Where a file that a message names lies: in the library of the programme, or among those that the house made for somebody.

export interface MediaFolders {
  library: string;
  /** Named `made/<file>` in messages; absent where nothing is made. */
  made?: string | undefined;
}

/** Undefined for a name that points anywhere else. */
export function mediaPath({ library, made }: MediaFolders, name: string): string | undefined {
  const [, inMade, file] = /^(made\/)?([\p{L}\p{N}_][\p{L}\p{N}_.-]*)$/u.exec(name) ?? [];
  if (file === undefined) return undefined;
  if (inMade === undefined) return `${library}/${file}`;
  return made === undefined ? undefined : `${made}/${file}`;
}
