// A look at a house that works, for the tests of what is shown of it.
import type { HouseLook } from '../../src/commands/house-look.ts';

export const wellLook: HouseLook = {
  version: '0.1.0',
  node: '24.0.0',
  startedAt: '2026-03-04T12:00:00.000Z',
  now: '2026-03-04T18:00:00.000Z',
  store: { inbox: 2, outbox: 3, unsure: 1, blocked: 4, rejected: 5, damaged: [] },
  freeBytes: 12_345_678_901,
  channels: {},
  whatsapp: undefined,
  offer: undefined,
  states: { 'Data folder': 'ok' },
};
