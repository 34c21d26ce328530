// The number of somebody of the demonstration roster, as WhatsApp writes those of Mexico.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../support/test-house.ts';

/** Digits. */
export function rosterPhone(person: string): string {
  const row = readFileSync(join(root, 'data/demo/people.csv'), 'utf8')
    .split('\n')
    .find((one) => one.startsWith(person));
  return `521${(row?.split(',')[5] ?? '').replace(/\D/g, '').slice(-10)}`;
}
