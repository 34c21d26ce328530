// The number of somebody of the demonstration roster.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './test-house.ts';

/** Digits, with the country's. */
export function rosterNumber(person: string): string {
  const row = readFileSync(join(root, 'data/demo/people.csv'), 'utf8')
    .split('\n')
    .find((one) => one.startsWith(person));
  return (row?.split(',')[5] ?? '').replace(/\D/g, '');
}

/** As WhatsApp writes those of Mexico. */
export const rosterPhone = (person: string): string => `521${rosterNumber(person).slice(-10)}`;
