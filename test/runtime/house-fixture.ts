// People and logs for the tests of runtime and driver.
import type { Centre, Person } from '../../src/domain/roster.ts';
import type { Log } from '../../src/log.ts';
import type { RosterImport } from '../../src/store/store.ts';

export const silentLog: Log = { info() {}, warn() {}, error() {} };

export interface RememberedLog extends Log {
  lines: { level: string; fields: Record<string, unknown>; message: string }[];
}

export function rememberingLog(): RememberedLog {
  const lines: RememberedLog['lines'] = [];
  const at = (level: string) => (fields: Record<string, unknown>, message: string) => void lines.push({ level, fields, message });
  return { lines, info: at('info'), warn: at('warn'), error: at('error') };
}

export function centre(id: string, zone: string): Centre {
  return {
    kind: 'centre',
    id,
    owner: 'programme',
    centreKey: id,
    name: id,
    ooad: '',
    provision: 'direct',
    region: '',
    state: '',
    locality: '',
    zone,
    intensive: false,
    active: true,
    safeguardingContacts: [],
  };
}

export function person(id: string, centreId: string | null, roles: Person['roles'] = ['mentor']): Person {
  return {
    kind: 'person',
    id,
    owner: id,
    name: `Nombre de ${id}`,
    calledAs: id,
    roles,
    centreId,
    phone: '',
    expectedCaregivers: 0,
    accompaniedBy: [],
    active: true,
    addresses: [],
    consent: null,
    phoneMoments: null,
    prerequisiteCourse: null,
    pausedUntil: null,
    withdrawnAt: null,
    erasedAt: null,
  };
}

export const smallRoster: RosterImport = {
  centres: [centre('G01', 'America/Tijuana'), centre('G02', 'America/Mexico_City')],
  persons: [person('ana', 'G01'), person('bea', 'G02'), person('coord', null, ['coordinator'])],
};
