// How the owner of a turn is called in the log.

/** Of an owner that is an address (a stranger, a shared phone, a group) only what it is: the address is a number, or as good as one. */
export function ownerInLog(owner: string): string {
  const [, kind] = /^(stranger|phone|group):/.exec(owner) ?? [];
  return kind ?? owner;
}
