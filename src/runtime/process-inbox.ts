// Takes the oldest event of a person whom nobody serves, asks the engine for the turn and commits it whole.
import { defaultZone } from '../domain/roster.ts';
import type { Turn } from '../domain/turn.ts';
import type { Log } from '../log.ts';
import type { LeasedEvent, Store } from '../store/store.ts';
import { ownerInLog } from './owner-in-log.ts';
import type { TurnTaker } from './turn-taker.ts';

export interface InboxParts {
  store: Store;
  engine: TurnTaker;
  log: Log;
  /** Told of each turn once it is durable. */
  committed(leased: LeasedEvent, turn: Turn): void;
}

export async function serveEvent(parts: InboxParts, leased: LeasedEvent): Promise<void> {
  const { store, log } = parts;
  let turn = computeTurn(parts, leased);
  let outcome: 'committed' | 'stale';
  try {
    outcome = await store.commitTurn(leased, turn);
  } catch (error) {
    // A turn that the store refuses (a record too large) must not stop everybody. If it is the store that is broken, this throws too.
    log.error(
      { event: leased.event.id, owner: ownerInLog(leased.event.owner), ...describeError(error) },
      'a turn could not be committed',
    );
    turn = apologise(parts, leased);
    outcome = await store.commitTurn(leased, turn);
  }
  // 'stale': her state moved on meanwhile; the event is still in the inbox and comes again with the newer state.
  if (outcome === 'committed') parts.committed(leased, turn);
  else log.info({ event: leased.event.id }, 'a turn was stale and is taken again');
}

function computeTurn(parts: InboxParts, leased: LeasedEvent): Turn {
  const { event, state, held } = leased;
  try {
    return held ? parts.engine.heldTurn(state, event) : parts.engine.takeTurn(state, event);
  } catch (error) {
    parts.log.error(
      { event: event.id, owner: ownerInLog(event.owner), kind: event.content.kind, ...describeError(error) },
      'the engine threw',
    );
    return apologise(parts, leased);
  }
}

function apologise(parts: InboxParts, { event, state }: LeasedEvent): Turn {
  const silent: Turn = { eventId: event.id, owner: event.owner, changes: [], outbound: [], posts: [], facts: [] };
  let turn = silent;
  try {
    turn = parts.engine.apology(state, event);
  } catch (error) {
    parts.log.error({ event: event.id, owner: ownerInLog(event.owner), ...describeError(error) }, 'the apology threw');
  }
  if (turn.facts.some(({ kind }) => kind === 'flowBroken')) return turn;
  const facts: Turn['facts'] = [
    ...turn.facts,
    {
      id: `${event.id}:fact:${turn.facts.length}`,
      kind: 'flowBroken',
      recordedAt: event.receivedAt,
      heldAt: event.receivedAt,
      zone: state.centre?.zone ?? defaultZone,
      mentorId: event.owner,
      centreId: state.person?.centreId ?? null,
      channel: event.channel,
      iteration: 'none',
      data: { event: event.content.kind },
    },
  ];
  return { ...turn, facts };
}

/** Where it happened, not what it says: the message of an error may quote a person. */
export function describeError(error: unknown): { error: string; where: string[] } {
  if (!(error instanceof Error)) return { error: typeof error, where: [] };
  const where = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { error: error.name, where: where.slice(0, 6).map((line) => line.trim()) };
}
