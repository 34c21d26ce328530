// A house with many mentors in which a consultant sends a message to all of them, on a store that dies where it is told.
import type { Broadcast, BroadcastReport, Recipients } from '../../src/domain/broadcast.ts';
import type { SendResult } from '../../src/domain/outbound-message.ts';
import type { Centre, Person } from '../../src/domain/roster.ts';
import { reportOf } from '../../src/outreach/broadcast-letters.ts';
import type { RosterImport, Store } from '../../src/store/store.ts';
import type { Life } from '../runtime/crashing-store.ts';
import { centre, person } from '../runtime/house-fixture.ts';
import { openMortalHouse } from './mortal-house.ts';

export const consultant = 'consultora';
/** A Tuesday, 11:00 in the centre of Mexico. */
export const morning = '2026-03-03T17:00:00.000Z';
const zones = ['America/Mexico_City', 'America/Tijuana', 'America/Cancun', 'America/Mazatlan'];

/** Mentors by number: every 17th is paused, every 19th has withdrawn, every 23rd has not agreed, every 29th has no address. */
export function manyMentors(count: number): RosterImport {
  const centres: Centre[] = zones.map((zone, index) => centre(`G${index}`, zone));
  const mentors = Array.from({ length: count }, (_, index): Person => {
    const id = `m${String(index).padStart(5, '0')}`;
    return {
      ...person(id, `G${index % zones.length}`),
      consent: { version: '1', at: morning, given: index % 23 !== 22 },
      addresses: index % 29 === 28 ? [] : [{ channel: 'simulator', address: id }],
      pausedUntil: index % 17 === 16 ? '2026-06-01' : null,
      withdrawnAt: index % 19 === 18 ? morning : null,
    };
  });
  const sender = {
    ...person(consultant, null, ['consultant']),
    addresses: [{ channel: 'simulator' as const, address: consultant }],
  };
  return { centres, persons: [...mentors, sender] };
}

export interface BroadcastRun {
  people: number;
  /** What the house lives on, and again after each death. */
  open(): Promise<Life> | Life;
  /** What the platform says instead of 'sent'. */
  answer?(to: string): SendResult | undefined;
  /** "Alto" after this many bubbles have been shown. */
  stopAfter?: number;
  /** A bubble is on her phone; whatever happens afterwards, she has seen it. */
  seen?(bubble: string): void;
}

export interface BroadcastEnd {
  /** How often each one was shown each bubble. */
  shown: Map<string, number>;
  report: BroadcastReport;
  recipients: Recipients[];
  /** What the consultant was told. */
  told: string[];
  steps: number;
  deaths: number;
  errors: string[];
}

const bubbles = ['Hola (nombre), el jueves es el taller 3.', 'Nos vemos a las 11.'];

export async function runBroadcast(run: BroadcastRun): Promise<BroadcastEnd> {
  const shown = new Map<string, number>();
  const told: string[] = [];
  let bubblesShown = 0;
  const house = await openMortalHouse({
    now: morning,
    open: run.open,
    answer: ({ to, kind }) => (kind === 'broadcast' && to !== consultant ? run.answer?.(to) : undefined),
    shown({ to, kind, text }) {
      if (to === consultant) told.push(text);
      else if (kind === 'broadcast') {
        bubblesShown++;
        run.seen?.(`${to} ${text}`);
        shown.set(`${to} ${text}`, (shown.get(`${to} ${text}`) ?? 0) + 1);
      }
    },
    inFlight: 8,
  });

  let said = 0;
  async function say(text: string): Promise<void> {
    const externalId = `said-${said++}`;
    await house.insist(async ({ channel, runtime }) => {
      await channel.hand({ externalId, from: consultant, writtenAt: house.clock.now(), content: { kind: 'text', text } });
      await runtime.fireDue();
      await runtime.pump();
    });
  }
  let stopped = false;
  async function stopInTime(): Promise<void> {
    if (run.stopAfter === undefined || stopped || bubblesShown < run.stopAfter) return;
    stopped = true;
    await say('alto');
  }

  for (const text of ['difundir', 'todas', ...bubbles, 'listo', 'mandar ahora']) await say(text);
  // Long enough for the hours of every centre, and for whoever was never heard of.
  await house.passUntil('2026-03-06T20:00:00.000Z', stopInTime);

  const { broadcast, recipients } = await house.insist(({ store }) => readBroadcast(store));
  return {
    shown,
    told,
    report: reportOf(broadcast, recipients),
    recipients,
    steps: house.steps(),
    deaths: house.deaths(),
    errors: house.errors,
  };
}

async function ownerOf(store: Store): Promise<string> {
  const orders = (await store.readState(consultant))?.outreach ?? [];
  return orders.find(({ kind }) => kind === 'broadcastOrder')?.id ?? '';
}

async function readBroadcast(store: Store): Promise<{ broadcast: Broadcast; recipients: Recipients[] }> {
  const owner = await ownerOf(store);
  const outreach = (await store.readState(owner))?.outreach ?? [];
  const broadcast = outreach.find((record): record is Broadcast => record.kind === 'broadcast');
  if (!broadcast) throw new Error('there is no broadcast');
  return { broadcast, recipients: outreach.filter((record): record is Recipients => record.kind === 'recipients') };
}
