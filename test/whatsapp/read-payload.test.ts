// Each kind of payload, in the shape in which WhatsApp's page gives it, becomes the event that it should be, or is left out for a reason.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { LeftOut, Reading, ReadingParts } from '../../src/channels/whatsapp/payload-reading.ts';
import { readMessageInfo, readVote } from '../../src/channels/whatsapp/read-group.ts';
import { readEdit, readMessage, readReaction, readReceipt, readRevoked } from '../../src/channels/whatsapp/read-payload.ts';
import { channelContentKinds, channelEventSchema } from '../../src/domain/inbound-event.ts';

interface Fixture {
  about: string;
  told: 'message' | 'edit' | 'revoked' | 'reaction' | 'receipt' | 'vote' | 'info';
  text?: string;
  ack?: number;
  payload: unknown;
  /** The arrival, or `ignored: <why>`. */
  expected: Record<string, unknown> | string;
}

const folder = new URL('./fixtures/', import.meta.url);
const fixtures = readdirSync(folder).map((file): [string, Fixture] => [
  file.replace('.json', ''),
  JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Fixture,
]);

const parts: ReadingParts = {
  now: '2026-03-02T15:00:05.000Z',
  own: ['5215500000001@c.us', '900000000000001@lid'],
  messageAt: (id) => (id === '3EB0AAAAAAAAAAAAAAAAAA' ? 'whatsapp:m1' : undefined),
};

function read({ told, text = '', ack }: Fixture, payload: unknown): Reading {
  switch (told) {
    case 'message':
      return readMessage(payload, parts);
    case 'edit':
      return readEdit(payload, text, parts);
    case 'revoked':
      return readRevoked(payload, parts);
    case 'reaction':
      return readReaction(payload, parts);
    case 'receipt':
      return readReceipt(payload, ack, parts);
    case 'vote':
      return readVote(payload, parts);
    case 'info':
      return readMessageInfo(payload, parts)[0] ?? { leftOut: 'unknownMessage' };
  }
}

describe.each(fixtures)('%s', (_name, fixture) => {
  it(fixture.about, () => {
    const reading = read(fixture, fixture.payload);
    expect('arrival' in reading ? reading.arrival : `ignored: ${reading.leftOut}`).toEqual(fixture.expected);
  });

  it('gives the same event each time, of the shape that the house takes, and no number in its id', () => {
    const reading = read(fixture, fixture.payload);
    expect(read(fixture, structuredClone(fixture.payload))).toEqual(reading);
    if (!('arrival' in reading)) return;
    const { claim: _, from: address, ...arrival } = reading.arrival;
    const event = { ...arrival, id: `whatsapp:${arrival.externalId}`, channel: 'whatsapp', owner: 'ana', address };
    expect(channelEventSchema.safeParse({ ...event, receivedAt: parts.now }).error).toBeUndefined();
    // Ids of events stand in logs.
    expect(event.id).not.toContain('5512345001');
  });
});

it.each([undefined, null, 7, 'hola', [], {}, { id: 'x' }, { id: { fromMe: false, remote: 7, id: 'A' } }])(
  'what is no payload at all (%j) is left out as malformed',
  (payload) => {
    for (const told of ['message', 'edit', 'revoked', 'reaction', 'receipt', 'vote'] as const)
      expect(read({ told, about: '', payload, expected: '' }, payload)).toEqual({ leftOut: 'malformed' });
  },
);

describe('the fixtures', () => {
  const arrivals = fixtures.flatMap(([, { expected }]) => (typeof expected === 'string' ? [] : [expected]));
  const contents = arrivals.map(({ content }) => content as { kind: string; media?: string });

  it('cover every kind of content that can come from outside, but for those that WhatsApp has not', () => {
    // Nothing can be tapped there.
    const wanted = channelContentKinds.filter((kind) => kind !== 'tap');
    expect([...new Set(contents.map(({ kind }) => kind))].sort()).toEqual(wanted.sort());
  });

  it('cover every kind of media, both claims, and every reason to leave something out', () => {
    const media = new Set(contents.flatMap((content) => content.media ?? []));
    expect([...media].sort()).toEqual(['contact', 'document', 'image', 'location', 'sticker', 'video']);
    const claims = new Set(arrivals.flatMap(({ claim }) => (claim as { by: string } | undefined)?.by ?? []));
    expect([...claims].sort()).toEqual(['invite', 'phone']);
    /** A reason that is added has to be added here, and needs a fixture. */
    const reasons: Record<LeftOut, true> = {
      own: true,
      group: true,
      broadcast: true,
      service: true,
      sealed: true,
      emptyEdit: true,
      reactionTakenBack: true,
      unknownMessage: true,
      malformed: true,
    };
    const left = new Set(fixtures.flatMap(([, { expected }]) => (typeof expected === 'string' ? [expected] : [])));
    expect([...left].sort()).toEqual(
      Object.keys(reasons)
        .map((reason) => `ignored: ${reason}`)
        .sort(),
    );
  });
});
