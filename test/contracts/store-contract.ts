// What every store must do, whatever it is made of: run on memory and lowdb, and on PostgreSQL when there is one.
import { afterEach, describe, expect, it } from 'vitest';
import type { Fact } from '../../src/domain/fact.ts';
import type { LeasedEvent, Store } from '../../src/store/store.ts';
import {
  centreOf,
  conversationOf,
  cycleOf,
  factOf,
  instantAt,
  messageTo,
  noon,
  personOf,
  postTo,
  textEvent,
  timerOf,
  turnOf,
} from '../store/store-samples.ts';

export interface StoreUnderTest {
  store: Store;
  /** Opens the same data again, as after a kill: nothing was closed. */
  reopen(): Promise<Store>;
  cleanUp(): Promise<void>;
}

export function storeContract(name: string, open: () => Promise<StoreUnderTest>): void {
  describe(`${name} keeps the store's contract`, () => {
    const opened: StoreUnderTest[] = [];
    const start = async () => {
      const under = await open();
      opened.push(under);
      return under;
    };
    afterEach(async () => {
      for (const under of opened.splice(0)) await under.cleanUp();
    });

    it('an event is taken once, whether its first copy was handled or not, and also after a restart', async () => {
      const { store, reopen } = await start();
      expect(await store.receive(textEvent('ana', '1'))).toBe('new');
      expect(await store.receive(textEvent('ana', '1'))).toBe('duplicate');
      const both = await Promise.all([store.receive(textEvent('ana', '2')), store.receive(textEvent('ana', '2'))]);
      expect(both).toEqual(['new', 'duplicate']);
      await serve(store);
      expect(await store.receive(textEvent('ana', '1'))).toBe('duplicate');
      const again = await reopen();
      expect(await again.receive(textEvent('ana', '1'))).toBe('duplicate');
      expect((await again.health()).inbox).toBe(1);
    });

    it('at least the last 200 ids of an owner are remembered', async () => {
      const { store } = await start();
      for (let key = 0; key < 500; key++) await store.receive(textEvent('ana', `${key}`));
      for (let key = 300; key < 500; key++) expect(await store.receive(textEvent('ana', `${key}`))).toBe('duplicate');
    });

    it('events of one owner come in order and one at a time; other owners do not wait', async () => {
      const { store } = await start();
      for (const [owner, key] of [
        ['ana', '1'],
        ['ana', '2'],
        ['eva', '3'],
      ] as const)
        await store.receive(textEvent(owner, key));
      const first = await leaseOne(store);
      const second = await leaseOne(store);
      expect([first.event.externalId, second.event.externalId]).toEqual(['ana:1', 'eva:3']);
      expect(await store.leaseEvent()).toBeUndefined();
      await store.commitTurn(first, turnOf(first));
      expect((await leaseOne(store)).event.externalId).toBe('ana:2');
    });

    it('the oldest event comes first, even if its owner was just served', async () => {
      const { store } = await start();
      for (const [owner, key] of [
        ['ana', '1'],
        ['ana', '2'],
        ['eva', '3'],
      ] as const)
        await store.receive(textEvent(owner, key));
      expect([await serve(store), await serve(store), await serve(store)]).toEqual(['ana:1', 'ana:2', 'eva:3']);
    });

    it('a lease ends with its commit: the second commit is stale and changes nothing', async () => {
      const { store } = await start();
      await store.receive(textEvent('ana', '1'));
      const leased = await leaseOne(store);
      expect(await store.commitTurn(leased, turnOf(leased, { outbound: [messageTo('ana', 'm1')] }))).toBe('committed');
      expect(await store.commitTurn(leased, turnOf(leased, { outbound: [messageTo('ana', 'm2')] }))).toBe('stale');
      expect((await store.health()).outbox).toBe(1);
    });

    it('what was leased at a kill is leased again', async () => {
      const { store, reopen } = await start();
      await store.receive(textEvent('ana', '1'));
      await leaseOne(store);
      expect((await leaseOne(await reopen())).event.externalId).toBe('ana:1');
    });

    it('a turn is applied whole and survives a restart', async () => {
      const { store, reopen } = await start();
      await store.importRoster({ centres: [centreOf('c1')], persons: [personOf('ana')] });
      await store.receive(textEvent('ana', '1'));
      const leased = await leaseOne(store);
      expect(leased.state.person?.name).toBe('Nombre de ana');
      const turn = turnOf(leased, {
        changes: [
          { put: conversationOf('ana', ['uno']) },
          { put: cycleOf('ana', 'k1') },
          { put: timerOf('ana', 't1', instantAt(5)) },
        ],
        outbound: [messageTo('ana', 'm1')],
        facts: [factOf('ana', 'f1')],
      });
      await store.commitTurn(leased, turn);
      const again = await reopen();
      await again.receive(textEvent('ana', '2'));
      const { state, held } = await leaseOne(again);
      expect(held).toBe(false);
      expect(state.conversation?.notes).toEqual([{ at: noon, text: 'uno' }]);
      expect([state.cycles.map(({ id }) => id), state.timers.map(({ id }) => id)]).toEqual([['k1'], ['t1']]);
      expect(state.centre?.name).toBe('Guardería c1');
      expect((await again.leaseMessage(noon))?.message).toEqual(messageTo('ana', 'm1'));
      expect(await all(again.readFacts({}))).toEqual([factOf('ana', 'f1')]);
    });

    it('looking at a state takes no lease and shows what a turn would read; nobody has none', async () => {
      const { store } = await start();
      await store.importRoster({ centres: [centreOf('c1')], persons: [personOf('ana')] });
      await store.receive(textEvent('ana', '1'));
      const seen = await store.readState('ana');
      const leased = await leaseOne(store);
      expect(seen).toEqual(leased.state);
      await store.commitTurn(leased, turnOf(leased, { changes: [{ put: cycleOf('ana', 'k1') }] }));
      expect((await store.readState('ana'))?.cycles.map(({ id }) => id)).toEqual(['k1']);
      expect(await store.readState('nobody')).toBeUndefined();
    });

    it('a turn that puts a record of somebody else throws, changes nothing and keeps its lease', async () => {
      const { store } = await start();
      await store.receive(textEvent('ana', '1'));
      const leased = await leaseOne(store);
      const wrong = turnOf(leased, { changes: [{ put: conversationOf('eva') }], outbound: [messageTo('ana', 'm1')] });
      await expect(store.commitTurn(leased, wrong)).rejects.toThrow(/eva/);
      expect((await store.health()).outbox).toBe(0);
      expect(await store.commitTurn(leased, turnOf(leased))).toBe('committed');
    });

    it('posts arrive as events of their receivers, once', async () => {
      const { store, reopen } = await start();
      await store.receive(textEvent('ana', '1'));
      const leased = await leaseOne(store);
      await store.commitTurn(leased, turnOf(leased, { posts: [postTo('eva', 'ana', 'p1'), postTo('eva', 'ana', 'p2')] }));
      const again = await reopen();
      const post = await leaseOne(again);
      expect([post.event.owner, post.event.channel, post.event.content.kind]).toEqual(['eva', 'house', 'post']);
      await again.commitTurn(post, turnOf(post));
      expect(await serve(again)).toBe('p2');
      await commit(again, 'ana', { posts: [postTo('eva', 'ana', 'p1')] });
      expect(await again.leaseEvent()).toBeUndefined();
    });

    it('timers fire in order of due time, owner and id, each once, and go from the state', async () => {
      const { store, reopen } = await start();
      await put(store, 'eva', [
        timerOf('eva', 'b', instantAt(1)),
        timerOf('eva', 'a', instantAt(1)),
        timerOf('eva', 'z', instantAt(0)),
      ]);
      await put(store, 'ana', [timerOf('ana', 'c', instantAt(1)), timerOf('ana', 'late', instantAt(60))]);
      expect(await store.nextDueAt()).toBe(instantAt(0));
      expect(await store.fireTimers(instantAt(-1))).toBe(0);
      expect(await store.fireTimers(instantAt(1))).toBe(4);
      expect(await store.fireTimers(instantAt(1))).toBe(0);
      const again = await reopen();
      expect(await again.fireTimers(instantAt(1))).toBe(0);
      expect(await again.nextDueAt()).toBe(instantAt(60));
      const fired: string[] = [];
      for (let event = await again.leaseEvent(); event; event = await again.leaseEvent()) {
        if (event.event.content.kind === 'timer') fired.push(event.event.content.timer.id);
        expect(event.event.receivedAt).toBe(instantAt(1));
        expect(event.state.timers.map(({ id }) => id)).toEqual(event.event.owner === 'ana' ? ['late'] : []);
        await again.commitTurn(event, turnOf(event));
      }
      expect(fired).toEqual(['z', 'c', 'a', 'b']);
    });

    it('a timer that is moved, removed or set again fires when it was last set for', async () => {
      const { store } = await start();
      await put(store, 'ana', [timerOf('ana', 'moved', instantAt(1)), timerOf('ana', 'gone', instantAt(2))]);
      await put(store, 'ana', [timerOf('ana', 'moved', instantAt(9))]);
      await put(store, 'ana', [timerOf('ana', 'moved', instantAt(3))]);
      await put(store, 'ana', [timerOf('ana', 'moved', instantAt(9))]);
      await store.receive(textEvent('ana', 'x'));
      const leased = await leaseOne(store);
      await store.commitTurn(leased, turnOf(leased, { changes: [{ remove: { kind: 'timer', id: 'gone' } }] }));
      expect(await store.nextDueAt()).toBe(instantAt(9));
      expect(await store.fireTimers(instantAt(8))).toBe(0);
      expect(await store.fireTimers(instantAt(10))).toBe(1);
      await put(store, 'ana', [timerOf('ana', 'moved', instantAt(9))]);
      expect(await store.fireTimers(instantAt(10))).toBe(1);
      await serve(store);
      expect(await store.nextDueAt()).toBeUndefined();
    });

    it('messages of a chat go in order, one at a time; another chat does not wait', async () => {
      const { store } = await start();
      await say(store, 'ana', [messageTo('ana', 'a1'), messageTo('ana', 'a2'), messageTo('ana', 'g1', { chat: 'grupo' })]);
      await say(store, 'eva', [messageTo('eva', 'e1')]);
      expect([await sendable(store), await sendable(store), await sendable(store)]).toEqual(['a1', 'g1', 'e1']);
      expect(await sendable(store)).toBeUndefined();
      await store.recordSend('a1', { kind: 'sent' }, noon);
      expect(await sendable(store)).toBe('a2');
      await store.recordSend('a2', { kind: 'rejected', code: '400' }, noon);
      await store.recordSend('e1', { kind: 'blocked' }, noon);
      await store.recordSend('g1', { kind: 'unsure' }, noon);
      expect(await store.health()).toMatchObject({ outbox: 0, unsure: 1, blocked: 1, rejected: 1 });
    });

    it('answers go before what the house begins, and of that what is about today first; a chat keeps its order', async () => {
      const { store, reopen } = await start();
      await say(store, 'ana', [messageTo('ana', 'a1', { mayWait: 'later' })]);
      await say(store, 'eva', [messageTo('eva', 'e1', { mayWait: 'later' })]);
      await say(store, 'ida', [messageTo('ida', 'i1', { mayWait: 'today' })]);
      await say(store, 'cora', [messageTo('cora', 'c1')]);
      // She wrote meanwhile: her answer is not held up by the reminder that stands before it.
      await say(store, 'eva', [messageTo('eva', 'e2')]);
      const again = await reopen();
      const sent: (string | undefined)[] = [];
      for (;;) {
        const id = await sendable(again);
        if (id === undefined) break;
        sent.push(id);
        await again.recordSend(id, { kind: 'sent' }, noon);
      }
      expect(sent).toEqual(['e1', 'c1', 'e2', 'i1', 'a1']);
    });

    it('a retry makes the message and its chat wait, also over a restart', async () => {
      const { store, reopen } = await start();
      await say(store, 'ana', [messageTo('ana', 'a1'), messageTo('ana', 'a2')]);
      await sendable(store);
      await store.recordSend('a1', { kind: 'retry', afterSeconds: 120 }, noon);
      expect(await store.leaseMessage(instantAt(1))).toBeUndefined();
      const again = await reopen();
      expect(await again.nextDueAt()).toBe(instantAt(2));
      expect(await again.leaseMessage(instantAt(1))).toBeUndefined();
      const leased = await again.leaseMessage(instantAt(2));
      expect(leased).toMatchObject({ message: { id: 'a1' }, attempts: 1, doubtful: false });
      expect(await again.nextDueAt()).toBeUndefined();
    });

    it('what waits for its next attempt may be tried at once, also over a restart; what is on its way goes on', async () => {
      const { store, reopen } = await start();
      await say(store, 'ana', [messageTo('ana', 'a1'), messageTo('ana', 'a2')]);
      await store.tryNow('nobody', noon);
      await sendable(store);
      await store.tryNow('ana', noon);
      expect(await store.leaseMessage(noon)).toBeUndefined();
      await store.recordSend('a1', { kind: 'retry', afterSeconds: 900, uncounted: true }, noon);
      await store.tryNow('ana', instantAt(1));
      const again = await reopen();
      expect(await again.leaseMessage(instantAt(1))).toMatchObject({ message: { id: 'a1' }, attempts: 0 });
    });

    it('what was not tried is not counted, also over a restart', async () => {
      const { store, reopen } = await start();
      await say(store, 'ana', [messageTo('ana', 'a1')]);
      for (const minute of [0, 1, 2]) {
        expect(await store.leaseMessage(instantAt(minute))).toMatchObject({ attempts: 0, doubtful: false });
        await store.recordSend('a1', { kind: 'retry', afterSeconds: 60, uncounted: true }, instantAt(minute));
      }
      const again = await reopen();
      expect(await again.leaseMessage(instantAt(3))).toMatchObject({ message: { id: 'a1' }, attempts: 0, doubtful: false });
    });

    it('an attempt begun before a kill comes back as doubtful, and unsure is not sent again', async () => {
      const { store, reopen } = await start();
      await say(store, 'ana', [messageTo('ana', 'a1', { whenUnsure: 'drop' }), messageTo('ana', 'a2')]);
      expect(await store.leaseMessage(noon)).toMatchObject({ attempts: 0, doubtful: false });
      const again = await reopen();
      expect(await again.leaseMessage(noon)).toMatchObject({ message: { id: 'a1' }, attempts: 1, doubtful: true });
      await again.recordSend('a1', { kind: 'unsure' }, noon);
      expect(await again.leaseMessage(noon)).toMatchObject({ message: { id: 'a2' }, attempts: 0, doubtful: false });
      const third = await reopen();
      expect(await third.leaseMessage(noon)).toMatchObject({ message: { id: 'a2' }, doubtful: true });
      expect((await third.health()).unsure).toBe(1);
    });

    it('facts come in the order of recording, within the range asked for', async () => {
      const { store, reopen } = await start();
      const minutes = [-50_000, -10, 0, 10, 50_000];
      await record(
        store,
        'ana',
        minutes.map((at) => factOf('ana', `f${at}`, instantAt(at))),
      );
      const ids = async (from: Store, range: { from?: string; to?: string }) =>
        (await all(from.readFacts(range))).map(({ id }) => id);
      const again = await reopen();
      expect(await ids(again, {})).toEqual(minutes.map((at) => `f${at}`));
      expect(await ids(again, { from: instantAt(-10), to: instantAt(10) })).toEqual(['f-10', 'f0']);
      expect(await ids(again, { from: '2026-03-04T12:00:00-06:00' })).toEqual(['f0', 'f10', 'f50000']);
    });

    it('an archived record leaves the state as it was last put', async () => {
      const { store, reopen } = await start();
      await put(store, 'ana', [cycleOf('ana', 'k1'), cycleOf('ana', 'k2')]);
      await store.receive(textEvent('ana', 'x'));
      const leased = await leaseOne(store);
      const last = { ...cycleOf('ana', 'k2'), nudges: 2 };
      const changes = [
        { archive: { kind: 'cycle' as const, id: 'k1' } },
        { put: last },
        { archive: { kind: 'cycle' as const, id: 'k2' } },
      ];
      await store.commitTurn(leased, turnOf(leased, { changes }));
      const again = await reopen();
      expect(await again.readArchive('ana')).toEqual([cycleOf('ana', 'k1'), last]);
      expect(await again.readArchive('eva')).toEqual([]);
      await again.receive(textEvent('ana', 'y'));
      expect((await leaseOne(again)).state.cycles).toEqual([]);
    });

    it('program versions stay while a thread names them', async () => {
      const { store, reopen } = await start();
      expect(await store.keepPins([{ hash: 'h1', body: { a: 1 } }])).toEqual([{ hash: 'h1', body: { a: 1 } }]);
      await put(store, 'ana', [threadOn('h1')]);
      expect((await store.keepPins([{ hash: 'h2', body: 2 }])).map(({ hash }) => hash)).toEqual(['h1', 'h2']);
      const again = await reopen();
      await again.receive(textEvent('ana', 'x'));
      const leased = await leaseOne(again);
      await again.commitTurn(leased, turnOf(leased, { changes: [{ remove: { kind: 'thread', id: 'thread' } }] }));
      expect(await again.keepPins([{ hash: 'h3', body: 3 }])).toEqual([{ hash: 'h3', body: 3 }]);
    });

    it('erasing a person takes her words, records and name; her facts stay without her', async () => {
      const { store, reopen } = await start();
      await store.importRoster({ centres: [centreOf('c1')], persons: [personOf('ana'), personOf('eva')] });
      await put(store, 'ana', [conversationOf('ana', ['secreto']), cycleOf('ana', 'k1'), timerOf('ana', 't1', instantAt(1))]);
      await store.receive(textEvent('ana', 'archive'));
      const archiving = await leaseOne(store);
      const archived = { changes: [{ archive: { kind: 'cycle' as const, id: 'k1' } }], outbound: [messageTo('ana', 'secreto')] };
      await store.commitTurn(
        archiving,
        turnOf(archiving, { ...archived, facts: [factOf('ana', 'simulator:555:fact:0'), factOf('eva', 'f2')] }),
      );
      for (const key of ['bórrame', 'secreto']) await store.receive(textEvent('ana', key));
      const leased = await leaseOne(store);
      const bye = turnOf(leased, {
        changes: [{ put: conversationOf('ana') }, { erase: { owner: 'ana' } }],
        outbound: [messageTo('ana', 'adiós')],
        facts: [factOf('ana', 'simulator:555:fact:1')],
      });
      expect(await store.commitTurn(leased, bye)).toBe('committed');
      for (const now of [store, await reopen()]) {
        expect(await now.health()).toMatchObject({ inbox: 0, outbox: 1 });
        expect(await now.readArchive('ana')).toEqual([]);
        const facts = await all(now.readFacts({}));
        expect(facts.map(({ mentorId }) => mentorId)).toEqual(['erased', 'eva', 'erased']);
        expect(JSON.stringify(facts)).not.toContain('555');
        const person = (await now.readRoster()).persons.find(({ id }) => id === 'ana');
        expect(person).toMatchObject({ name: '', phone: '', addresses: [], erasedAt: noon });
        await now.importRoster({ centres: [], persons: [personOf('ana')] });
        expect((await now.readRoster()).persons.find(({ id }) => id === 'ana')?.name).toBe('');
        expect(await now.nextDueAt()).toBeUndefined();
      }
    });

    it('a person can be erased by the turn of another; a turn of hers under way is stale then', async () => {
      const { store } = await start();
      await store.importRoster({ centres: [], persons: [personOf('ana'), personOf('cora', { roles: ['coordinator'] })] });
      await put(store, 'ana', [conversationOf('ana', ['secreto'])]);
      await store.receive(textEvent('ana', 'x'));
      const hers = await leaseOne(store);
      await commit(store, 'cora', { changes: [{ erase: { owner: 'ana' } }] });
      expect(await store.commitTurn(hers, turnOf(hers, { changes: [{ put: hers.state.conversation! }] }))).toBe('stale');
      expect((await store.readRoster()).persons.map(({ name }) => name)).toEqual(['', 'Nombre de cora']);
      await store.receive(textEvent('ana', 'y'));
      expect((await leaseOne(store)).state.conversation).toBeUndefined();
    });

    it('an import changes the columns of the roster and keeps what the person said herself', async () => {
      const { store, reopen } = await start();
      const consent = { version: '1', at: noon, given: true };
      await store.importRoster({ centres: [centreOf('c1')], persons: [personOf('ana', { consent }), personOf('eva')] });
      await store.importRoster({ centres: [], persons: [personOf('ana', { name: 'Ana María', addresses: [], active: false })] });
      const { centres, persons } = await (await reopen()).readRoster();
      expect(centres).toEqual([centreOf('c1')]);
      const address = { channel: 'simulator' as const, address: 'ana' };
      expect(persons[0]).toEqual(personOf('ana', { name: 'Ana María', active: false, consent, addresses: [address] }));
      expect(persons[1]).toEqual(personOf('eva'));
    });

    it('a turn computed before an import of its person is stale and is taken again', async () => {
      const { store } = await start();
      await store.importRoster({ centres: [], persons: [personOf('ana')] });
      await store.receive(textEvent('ana', '1'));
      const before = await leaseOne(store);
      await store.importRoster({ centres: [], persons: [personOf('ana', { name: 'Ana María' })] });
      expect(await store.commitTurn(before, turnOf(before, { changes: [{ put: before.state.person! }] }))).toBe('stale');
      expect((await leaseOne(store)).state.person?.name).toBe('Ana María');
    });

    it('a lost account is forgotten on its channel only, also over a restart; a turn under way does not bring it back', async () => {
      const { store, reopen } = await start();
      const addresses = [
        { channel: 'telegram' as const, address: '7' },
        { channel: 'simulator' as const, address: 'ana' },
        { channel: 'telegram' as const, address: '8' },
      ];
      await store.importRoster({ centres: [], persons: [personOf('ana', { addresses }), personOf('eva')] });
      await store.receive(textEvent('ana', '1'));
      const before = await leaseOne(store);
      expect(await store.forgetAddresses('ana', 'telegram')).toBe(2);
      expect(await store.commitTurn(before, turnOf(before, { changes: [{ put: before.state.person! }] }))).toBe('stale');
      expect(await store.forgetAddresses('ana', 'telegram')).toBe(0);
      expect(await store.forgetAddresses('nobody', 'telegram')).toBe(0);
      const { persons } = await (await reopen()).readRoster();
      expect(persons).toEqual([personOf('ana'), personOf('eva')]);
    });

    it('what a lost account wrote and nobody has read yet is hers, and does not bring the account back, also over a restart', async () => {
      const { store, reopen } = await start();
      const addresses = [{ channel: 'telegram' as const, address: '7' }];
      await store.importRoster({ centres: [], persons: [personOf('ana', { addresses })] });
      const written = { ...textEvent('ana', '1'), channel: 'telegram' as const, address: '7' };
      const elsewhere = { ...textEvent('ana', '2'), address: 'ana' };
      await store.receive(written);
      await store.receive(elsewhere);
      const before = await leaseOne(store);
      await store.forgetAddresses('ana', 'telegram');
      expect(await store.commitTurn(before, turnOf(before))).toBe('stale');
      const later = await reopen();
      const { address: _, ...unaddressed } = written;
      const first = await leaseOne(later);
      expect(first.event).toEqual(unaddressed);
      await later.commitTurn(first, turnOf(first));
      expect((await leaseOne(later)).event).toEqual(elsewhere);
    });

    it('an account is forgotten before the turn that would have made it hers', async () => {
      const { store } = await start();
      await store.importRoster({ centres: [], persons: [personOf('ana', { addresses: [] })] });
      const joined = { ...textEvent('ana', '1'), channel: 'telegram' as const, address: '7' };
      await store.receive({ ...joined, content: { kind: 'joined', by: 'invite' } });
      expect(await store.forgetAddresses('ana', 'telegram')).toBe(0);
      expect((await leaseOne(store)).event.address).toBeUndefined();
    });

    it('the directory holds active staff and the active persons of the same centre', async () => {
      const { store } = await start();
      const staff = personOf('cora', { roles: ['coordinator'], centreId: null, addresses: [] });
      const others = [personOf('eva'), personOf('ida', { centreId: 'c2' }), personOf('luz', { active: false })];
      await store.importRoster({ centres: [centreOf('c1')], persons: [personOf('ana'), staff, ...others] });
      const listed = async () => {
        await store.receive(textEvent('ana', `${(await store.health()).inbox}-${Math.random()}`));
        const leased = await leaseOne(store);
        await store.commitTurn(leased, turnOf(leased));
        return leased.state.directory.map(({ id, reach }) => `${id}:${reach}`);
      };
      expect(await listed()).toEqual(['ana:simulator', 'cora:none', 'eva:simulator']);
      await store.importRoster({
        centres: [],
        persons: [personOf('ida'), { ...staff, addresses: [{ channel: 'telegram', address: '7' }] }],
      });
      expect(await listed()).toEqual(['ana:simulator', 'cora:platform', 'eva:simulator', 'ida:simulator']);
    });

    it('closed days are read by every turn, and what is opened again stays known, also over a restart', async () => {
      const { store, reopen } = await start();
      await store.importRoster({ centres: [centreOf('c1')], persons: [personOf('ana'), personOf('eva')] });
      expect((await store.readState('ana'))?.closures).toBeUndefined();
      const days = { kind: 'closure', id: 'k1', owner: 'programme', scope: 'centre', place: 'c1', name: 'vacunación' } as const;
      const closure = { ...days, from: '2026-04-03', to: '2026-04-03', version: 1, takenBack: false, by: 'cora', at: noon };
      await store.importRoster({ centres: [], persons: [], closures: [closure] });
      await store.receive(textEvent('eva', '1'));
      expect((await leaseOne(store)).state.closures).toEqual([closure]);
      const opened = { ...closure, version: 2, takenBack: true };
      await store.importRoster({ centres: [], persons: [], closures: [opened] });
      const again = await reopen();
      expect((await again.readState('ana'))?.closures).toEqual([opened]);
      expect((await again.readRoster()).closures).toEqual([opened]);
    });

    it('moved workshops are read by every turn, the last word on each, also over a restart', async () => {
      const { store, reopen } = await start();
      await store.importRoster({ centres: [centreOf('c1')], persons: [personOf('ana')] });
      expect((await store.readState('ana'))?.workshopChanges).toBeUndefined();
      const of = {
        kind: 'workshopChange',
        id: 'workshop:4',
        owner: 'programme',
        workshop: 4,
        was: 'x',
        at: noon,
        by: 'cora',
      } as const;
      const moved = { ...of, when: { date: '2026-03-27', time: '12:00' } };
      await store.importRoster({ centres: [], persons: [], workshopChanges: [moved] });
      await store.receive(textEvent('ana', '1'));
      expect((await leaseOne(store)).state.workshopChanges).toEqual([moved]);
      const calledOff = { ...of, when: null };
      await store.importRoster({ centres: [], persons: [], workshopChanges: [calledOff] });
      const again = await reopen();
      expect((await again.readState('ana'))?.workshopChanges).toEqual([calledOff]);
      expect((await again.readRoster()).workshopChanges).toEqual([calledOff]);
    });

    it('the clock is kept, and is unknown where none was', async () => {
      const { store, reopen } = await start();
      expect(await store.readClock()).toBeUndefined();
      await store.keepClock(instantAt(3));
      expect(await (await reopen()).readClock()).toBe(instantAt(3));
    });

    it('64 events at a time, for many owners: each is served once and in the order of its owner', async () => {
      const { store } = await start();
      const served = new Map<string, string[]>();
      const owners = Array.from({ length: 20 }, (_, index) => `o${index}`);
      await Promise.all(
        owners.flatMap((owner) => Array.from({ length: 10 }, (_, key) => store.receive(textEvent(owner, `${key}`)))),
      );
      const work = async () => {
        for (let leased = await store.leaseEvent(); leased; leased = await store.leaseEvent()) {
          const { owner, externalId } = leased.event;
          served.set(owner, [...(served.get(owner) ?? []), externalId]);
          await store.commitTurn(leased, turnOf(leased, { outbound: [messageTo(owner, externalId)] }));
        }
      };
      await Promise.all(Array.from({ length: 64 }, work));
      for (const owner of owners) expect(served.get(owner)).toEqual(Array.from({ length: 10 }, (_, key) => `${owner}:${key}`));
      expect((await store.health()).outbox).toBe(200);
    });
  });
}

function threadOn(hash: string) {
  return {
    kind: 'thread' as const,
    id: 'thread',
    owner: 'ana',
    flow: 'bienvenida',
    pins: [hash],
    caregiverId: null,
    cycleId: null,
    code: null,
    frames: [],
    answers: {},
    current: {},
    history: [],
    waitingFor: null,
    pending: null,
    misunderstood: 0,
    nudges: [],
    captureMode: 'chat' as const,
    returnTo: null,
    nudgedAt: null,
    openedAt: noon,
    touchedAt: noon,
  };
}

async function leaseOne(store: Store): Promise<LeasedEvent> {
  const leased = await store.leaseEvent();
  if (leased === undefined) throw new Error('nothing to lease');
  return leased;
}

/** Serves the oldest event with a turn that does nothing; its external id. */
async function serve(store: Store): Promise<string> {
  const leased = await leaseOne(store);
  await store.commitTurn(leased, turnOf(leased));
  return leased.event.externalId;
}

let turns = 0;
async function commit(store: Store, owner: string, more: Parameters<typeof turnOf>[1]): Promise<void> {
  await store.receive(textEvent(owner, `turn-${turns++}`));
  const leased = await leaseOne(store);
  await store.commitTurn(leased, turnOf(leased, more));
}

type Puts = Extract<Parameters<Store['commitTurn']>[1]['changes'][number], { put: unknown }>['put'];
const put = (store: Store, owner: string, records: Puts[]) =>
  commit(store, owner, { changes: records.map((record) => ({ put: record })) });
const say = (store: Store, owner: string, outbound: ReturnType<typeof messageTo>[]) => commit(store, owner, { outbound });
const record = (store: Store, owner: string, facts: Fact[]) => commit(store, owner, { facts });

async function sendable(store: Store): Promise<string | undefined> {
  return (await store.leaseMessage(noon))?.message.id;
}

export async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}
