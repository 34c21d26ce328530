// The memory store keeps the contract; a restart is a second store over the same lines.
import { expect, it } from 'vitest';
import { createMemoryStore } from '../../src/store/memory/memory-store.ts';
import { storeContract } from '../contracts/store-contract.ts';
import { conversationOf, textEvent, turnOf } from './store-samples.ts';

storeContract('the memory store', async () => {
  const lines: string[] = [];
  return { store: createMemoryStore({ lines }), reopen: async () => createMemoryStore({ lines }), cleanUp: async () => {} };
});

it('whoever changes a record that the store keeps is thrown at', async () => {
  const store = createMemoryStore();
  await store.receive(textEvent('ana', '1'));
  await store.receive(textEvent('ana', '2'));
  const first = (await store.leaseEvent())!;
  await store.commitTurn(first, turnOf(first, { changes: [{ put: conversationOf('ana') }] }));
  const second = (await store.leaseEvent())!;
  expect(() => second.state.conversation!.notes.push({ at: '', text: '' })).toThrow(TypeError);
});
