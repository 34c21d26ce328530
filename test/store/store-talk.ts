// Short ways for store tests to let a store do something and to ask it what it holds.
import type { Fact } from '../../src/domain/fact.ts';
import type { LeasedEvent, Store } from '../../src/store/store.ts';
import { conversationOf, factOf, messageTo, textEvent, turnOf } from './store-samples.ts';

/** Receives an event and commits a turn that writes its key into everything a turn can write to. */
export async function tell(store: Store, owner: string, key: string): Promise<void> {
  await store.receive(textEvent(owner, key));
  const leased = await leaseOne(store);
  await store.commitTurn(leased, tellingTurn(leased));
}

export function tellingTurn(leased: LeasedEvent) {
  const { owner, externalId } = leased.event;
  const notes = [...(leased.state.conversation?.notes ?? []).map(({ text }) => text), externalId].slice(-50);
  return turnOf(leased, {
    changes: [{ put: conversationOf(owner, notes) }],
    outbound: [messageTo(owner, `m:${externalId}`)],
    facts: [factOf(owner, `f:${externalId}`)],
  });
}

export async function leaseOne(store: Store): Promise<LeasedEvent> {
  const leased = await store.leaseEvent();
  if (leased === undefined) throw new Error('nothing to lease');
  return leased;
}

/** What her conversation remembers, asked for with an event that is left unfinished. */
export async function notesOf(store: Store, owner: string): Promise<string[]> {
  await store.receive(textEvent(owner, 'ask'));
  for (let leased = await store.leaseEvent(); leased; leased = await store.leaseEvent()) {
    if (leased.event.owner === owner) return (leased.state.conversation?.notes ?? []).map(({ text }) => text);
  }
  throw new Error(`nothing of ${owner}`);
}

export async function factsOf(store: Store): Promise<Fact[]> {
  const facts: Fact[] = [];
  for await (const fact of store.readFacts({})) facts.push(fact);
  return facts;
}
