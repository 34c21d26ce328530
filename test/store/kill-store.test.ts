// Real kills (SIGKILL) under load, again and again on the same folder: what was acknowledged is there, and nothing half.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { openLowdbStore } from '../../src/store/lowdb/lowdb-store.ts';
import { effort } from '../support/effort.ts';
import { noon, textEvent, turnOf } from './store-samples.ts';
import { factsOf } from './store-talk.ts';
import { silentLog, temporaryFolder } from './temporary-folder.ts';

const kills = effort(3, 40);
const keysPerLife = 1_000_000;

it(`${kills} kills under load lose nothing acknowledged and leave nothing half`, async () => {
  const dir = temporaryFolder();
  const said = { received: new Set<string>(), committed: new Set<string>(), begun: new Set<string>(), sent: new Set<string>() };
  for (let life = 0; life < kills; life++) {
    const child = fork(join(import.meta.dirname, 'kill-worker.ts'), [dir, `${life * keysPerLife}`], {
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    });
    let output = '';
    child.stdout!.on('data', (chunk) => {
      output += chunk;
    });
    const closed = once(child, 'close');
    await once(child.stdout!, 'data');
    await setTimeout(Math.random() * 350);
    child.kill('SIGKILL');
    await closed;
    for (const line of output.slice(0, output.lastIndexOf('\n') + 1).split('\n')) {
      const [what, id] = line.split(' ');
      if (what !== undefined && what in said) said[what as keyof typeof said].add(id!);
    }
    await check(dir, said);
  }
});

async function check(dir: string, said: Record<'received' | 'committed' | 'begun' | 'sent', Set<string>>): Promise<void> {
  const store = await openLowdbStore({ dir, log: silentLog, mode: 'write', checkpointWhen: () => false });
  expect((await store.health()).damaged).toEqual([]);
  const facts = (await factsOf(store)).map(({ id }) => id.slice(2));
  const committed = new Set(facts);
  expect(facts).toHaveLength(committed.size);
  expect([...said.committed].filter((id) => !committed.has(id))).toEqual([]);

  const waiting = new Map<string, boolean>();
  const sendLater = [];
  for (let message = await store.leaseMessage(noon); message; message = await store.leaseMessage(noon)) {
    waiting.set(message.message.id, message.doubtful);
    sendLater.push(store.recordSend(message.message.id, { kind: 'sent' }, noon));
  }
  await Promise.all(sendLater);
  expect([...waiting.keys()].filter((id) => said.sent.has(id) || !committed.has(id.slice(2)))).toEqual([]);
  expect([...waiting].filter(([id, doubtful]) => said.begun.has(id) && !doubtful)).toEqual([]);

  const inbox = new Set<string>();
  const notes = new Map<string, string[]>();
  for (let owner = 0; owner < 40; owner++) await store.receive(textEvent(`o${owner}`, `ask-${Math.random()}`));
  for (let leased = await store.leaseEvent(); leased; leased = await store.leaseEvent()) {
    const { owner, externalId } = leased.event;
    notes.set(
      owner,
      (leased.state.conversation?.notes ?? []).map(({ text }) => text),
    );
    if (!externalId.includes('ask')) inbox.add(externalId);
    await store.commitTurn(leased, turnOf(leased));
  }
  expect([...said.received].filter((id) => !committed.has(id) && !inbox.has(id))).toEqual([]);
  expect([...inbox].filter((id) => committed.has(id))).toEqual([]);
  // Facts are in the order of the turns, so they say what each conversation must remember.
  for (const [owner, remembered] of notes)
    expect(remembered).toEqual(facts.filter((id) => id.startsWith(`${owner}:`)).slice(-50));
  for (const id of inbox) said.received.delete(id);
  await store.close();
}
