// The process that the kill test kills: a store under load, which writes down each acknowledgement as soon as it has it.
import { writeSync } from 'node:fs';
import { openLowdbStore } from '../../src/store/lowdb/lowdb-store.ts';
import { noon, textEvent } from './store-samples.ts';
import { tellingTurn } from './store-talk.ts';

const dir = process.argv[2]!;
const first = Number(process.argv[3] ?? 0);
const log = { info: () => {}, warn: () => {}, error: () => {} };
// Checkpoints all the time, so that kills meet them.
const store = await openLowdbStore({ dir, log, mode: 'write', checkpointWhen: (journal) => journal > 200_000 });
const acknowledged = (what: string, id: string) => writeSync(1, `${what} ${id}\n`);
acknowledged('open', `${process.pid}`);
let next = first;

async function work(): Promise<void> {
  for (;;) {
    const key = next++;
    const owner = `o${key % 40}`;
    const event = textEvent(owner, `${key}`);
    await store.receive(event);
    acknowledged('received', event.externalId);
    const leased = await store.leaseEvent();
    if (leased !== undefined) {
      await store.commitTurn(leased, tellingTurn(leased));
      acknowledged('committed', leased.event.externalId);
    }
    const message = await store.leaseMessage(noon);
    if (message === undefined) continue;
    acknowledged('begun', message.message.id);
    await store.recordSend(message.message.id, { kind: 'sent' }, noon);
    acknowledged('sent', message.message.id);
  }
}
await Promise.all(Array.from({ length: 64 }, work));
