// Each kind of update, in the shape in which Telegram sends it, becomes the event that it should be, or is left out for a named reason.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type LeftOut, readUpdate } from '../../src/channels/telegram/read-update.ts';
import { allowedUpdates } from '../../src/channels/telegram/update-shape.ts';
import { channelContentKinds, channelEventSchema } from '../../src/domain/inbound-event.ts';
import { checkType, fieldsOfType } from './bot-api/check-shape.ts';

interface Fixture {
  about: string;
  update: Record<string, unknown>;
  /** The arrival, or `ignored: <why>`. */
  expected: Record<string, unknown> | string;
  /** Not a shape of the Bot API, or not yet. */
  malformed?: true;
}

const folder = new URL('./fixtures/', import.meta.url);
const fixtures = readdirSync(folder).map((file): [string, Fixture] => [
  file.replace('.json', ''),
  JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Fixture,
]);

const parts = {
  now: '2026-03-02T15:00:05.000Z',
  messageAt: (chat: number, message: number) => (chat === 5512345001 && message === 44 ? 'telegram:5512345001:40:0' : undefined),
  own: { id: 7_000_000_001, name: 'luciernaga_prueba_bot' },
  pollAt: (poll: string) =>
    poll === '5000000000000000001' ? { chat: '-1001234567890', message: 'telegram:-1001234567890:40:out:0' } : undefined,
};

describe.each(fixtures)('%s', (_name, { about, update, expected, malformed }) => {
  it(about, () => {
    const reading = readUpdate(update, parts);
    expect('arrival' in reading ? reading.arrival : `ignored: ${reading.leftOut}`).toEqual(expected);
  });

  it('gives the same event each time, of the shape that the house takes', () => {
    const reading = readUpdate(update, parts);
    expect(readUpdate(structuredClone(update), parts)).toEqual(reading);
    if (!('arrival' in reading)) return;
    const { claim: _, group: __, from: address, ...arrival } = reading.arrival;
    const event = { ...arrival, id: `telegram:${arrival.externalId}`, channel: 'telegram', owner: 'ana', address };
    expect(channelEventSchema.safeParse({ ...event, receivedAt: parts.now }).error).toBeUndefined();
  });

  if (malformed === true) return;
  it('is an update of the Bot API', () => {
    expect(checkType('Update', update)).toEqual([]);
  });
});

it.each([undefined, null, 7, 'hola', [], {}, { update_id: 'x' }, { update_id: 1.5, message: {} }])(
  'what is no update at all (%j) is left out as malformed',
  (update) => {
    expect(readUpdate(update, parts)).toEqual({ leftOut: 'malformed' });
  },
);

it('an update of a kind that nobody knows yet is left out', () => {
  expect(readUpdate({ update_id: 5, hologram: { id: 1 } }, parts)).toEqual({ leftOut: 'otherKind' });
});

describe('the fixtures', () => {
  const arrivals = fixtures.flatMap(([, { expected }]) => (typeof expected === 'string' ? [] : [expected]));
  const contents = arrivals.map(({ content }) => content as { kind: string; media?: string });

  it('each say what is expected', () => {
    expect(fixtures.filter(([, { expected }]) => expected === undefined).map(([name]) => name)).toEqual([]);
  });

  it('cover every kind of content that can come from outside, but for those that Telegram has not', () => {
    /** Telegram tells bots neither of deleted messages nor of what was read. */
    const notHere = ['revoke', 'receipt'];
    const wanted = channelContentKinds.filter((kind) => !notHere.includes(kind));
    expect([...new Set(contents.map(({ kind }) => kind))].sort()).toEqual(wanted.sort());
  });

  it('cover every kind of media, both claims, and every reason to leave something out', () => {
    const media = new Set(contents.flatMap((content) => content.media ?? []));
    expect([...media].sort()).toEqual(['contact', 'document', 'image', 'location', 'sticker', 'video']);
    const claims = new Set(arrivals.flatMap(({ claim }) => (claim as { by: string } | undefined)?.by ?? []));
    expect([...claims].sort()).toEqual(['invite', 'phone']);
    /** A reason that is added has to be added here, and needs a fixture. */
    const reasons: Record<LeftOut, true> = {
      group: true,
      bot: true,
      service: true,
      otherKind: true,
      emptyEdit: true,
      reactionTakenBack: true,
      reactionWithoutMeaning: true,
      malformed: true,
    };
    const left = new Set(fixtures.flatMap(([, { expected }]) => (typeof expected === 'string' ? [expected] : [])));
    expect([...left].sort()).toEqual(
      Object.keys(reasons)
        .map((reason) => `ignored: ${reason}`)
        .sort(),
    );
  });

  it('cover every kind of update that is asked for', () => {
    const kinds = new Set(fixtures.flatMap(([, { update }]) => Object.keys(update)));
    expect(allowedUpdates.filter((kind) => !kinds.has(kind))).toEqual([]);
  });
});

/** Everything that a message can hold, by the description of the Bot API, in a shape of which nothing is known. */
describe.each(fieldsOfType('Message'))('a message with %s', (field) => {
  it('is read or left out, whatever is in it', () => {
    const from = { id: 5512345001, is_bot: false, first_name: 'Ana' };
    const chat = { id: 5512345001, type: 'private' };
    for (const value of [{}, [], '', 'x', 0, true, null]) {
      const message = { message_id: 7, date: 1_772_463_600, chat, from, [field]: value };
      const reading = readUpdate({ update_id: 5, message }, parts);
      if ('arrival' in reading)
        expect(reading.arrival).toMatchObject({ from: expect.any(String), writtenAt: expect.any(String) });
    }
  });
});
