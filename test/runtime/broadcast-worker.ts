// The process that the broadcast's kill test kills: a house on the embedded store, which writes down each bubble as soon as it is seen.
import { writeSync } from 'node:fs';
import { openLowdbStore } from '../../src/store/lowdb/lowdb-store.ts';
import { manyMentors, runBroadcast } from '../support/broadcast-house.ts';

const dir = process.argv[2] ?? '';
const people = Number(process.argv[3]);
const log = { info: () => {}, warn: () => {}, error: () => {} };

const begun = performance.now();
const end = await runBroadcast({
  people,
  seen: (bubble) => writeSync(1, `seen ${bubble}\n`),
  async open() {
    const store = await openLowdbStore({ dir, log, mode: 'write' });
    if ((await store.readRoster()).persons.length === 0) await store.importRoster(manyMentors(people));
    return { store, step: () => Promise.resolve(), dead: new Promise(() => {}) };
  },
});
const milliseconds = Math.round(performance.now() - begun);
writeSync(1, `end ${JSON.stringify({ report: end.report, recipients: end.recipients, errors: end.errors, milliseconds })}\n`);
process.exit(0);
