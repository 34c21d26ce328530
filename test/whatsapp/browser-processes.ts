// The processes of a trial's browser, to be killed by their ids and to be counted when all is over.
import { readdirSync, readFileSync } from 'node:fs';

/** Those of the browsers whose profiles lie in a folder. */
export function browserProcesses(folder: string, kind: 'browser' | 'renderer'): number[] {
  const mine = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => commandOf(name).includes(`--user-data-dir=${folder}`));
  const isBrowser = (name: string): boolean => !commandOf(name).includes('--type=');
  if (kind === 'browser') return mine.filter(isBrowser).map(Number);
  const parents = new Set(mine);
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && commandOf(name).includes('--type=renderer'))
    .filter((name) => ancestorsOf(name).some((one) => parents.has(one)))
    .map(Number);
}

function commandOf(id: string): string {
  try {
    return readFileSync(`/proc/${id}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}

function ancestorsOf(id: string): string[] {
  try {
    const stat = readFileSync(`/proc/${id}/stat`, 'utf8');
    const parent = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1] ?? '0';
    return parent === '0' || parent === '1' ? [parent] : [parent, ...ancestorsOf(parent)];
  } catch {
    return [];
  }
}
