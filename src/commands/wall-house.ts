// The house on real channels, by a clock that goes on its own: store, roster, engine and runtime, from opening to a stop in order.
import type { Channel } from '../channels/channel.ts';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { ChannelName } from '../domain/roster.ts';
import type { Log } from '../log.ts';
import type { Program } from '../program/program.ts';
import { readAddressBook } from '../runtime/address-book.ts';
import { announceCalendar } from '../runtime/calendar-news.ts';
import { type Runtime, startRuntime } from '../runtime/runtime.ts';
import { openLowdbStore } from '../store/lowdb/lowdb-store.ts';
import type { Store } from '../store/store.ts';
import { bindEngine, bindLookUps, rosterIfEmpty } from './chat-house.ts';
import { inviteLink } from './invitation-list.ts';
import { readInvitations } from './invitations.ts';
import { phoneIdentity } from './phone-identity.ts';

export interface WallHouseParts {
  config: Pick<Config, 'data' | 'roster' | 'operators'>;
  program: Program;
  channels: Channel[];
  clock: Clock;
  log: Log;
  /** The store failed: nothing that is promised can be kept. */
  broken(error: unknown): void;
  /** As its platform calls it; empty until that is known. */
  botName?: (() => string) | undefined;
}

export interface WallHouse {
  store: Store;
  runtime: Runtime;
  /** Finishes what is in hand, lets the channels go and writes the checkpoint. */
  stop(): Promise<void>;
}

/** Throws StartProblem, and StoreInUseError where another process writes to the same folder. */
export async function openWallHouse({
  config,
  program,
  channels,
  clock,
  log,
  broken,
  botName,
}: WallHouseParts): Promise<WallHouse> {
  const store = await openLowdbStore({ dir: config.data, log, mode: 'write' });
  try {
    const roster = await rosterIfEmpty(config.roster, 'asWritten')(await store.readRoster());
    if (roster !== undefined) await store.importRoster(roster);
    const inviteOf = await readInvitations(config.data);
    const book = await readAddressBook(store, { inviteOf, operators: config.operators });
    const codeLink = (channel: ChannelName, code: string): string | undefined => {
      const bot = botName?.() ?? '';
      return channel !== 'telegram' || bot === '' ? undefined : inviteLink(bot, code);
    };
    const linkOf = (person: string): string | undefined => codeLink('telegram', inviteOf(person));
    await announceCalendar({ store, clock, log }, program.calendar);
    const engine = await bindEngine(program)(store);
    const runtime = await startRuntime({
      store,
      engine,
      book,
      channels,
      clock,
      log,
      pace: 'wall',
      broken,
      identity: phoneIdentity(program, book.personOf),
      lookUp: bindLookUps(program, config.data)(store, () => clock.now(), { learn: book.learn, linkOf, codeLink }),
    });
    return {
      store,
      runtime,
      async stop() {
        await runtime.stop();
        await store.close();
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}
