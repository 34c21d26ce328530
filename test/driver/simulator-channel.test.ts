// The simulator keeps the contract of channels, with each platform's limits, and repeats a message only under its own id.
import { expect, it } from 'vitest';
import { simulatedPlatforms } from '../../src/channels/simulator/simulated-platform.ts';
import { createSimulatorChannel } from '../../src/channels/simulator/simulator-channel.ts';
import type { EventContent } from '../../src/domain/inbound-event.ts';
import type { SendResult } from '../../src/domain/outbound-message.ts';
import { channelContract, contractMessage } from '../contracts/channel-contract.ts';

const refusals: Record<'retry' | 'blocked' | 'rejected' | 'unsure', SendResult> = {
  retry: { kind: 'retry', afterSeconds: 5 },
  blocked: { kind: 'blocked' },
  rejected: { kind: 'rejected', code: 'x' },
  unsure: { kind: 'unsure' },
};

for (const platform of simulatedPlatforms) {
  channelContract(`simulator with the limits of ${platform}`, async () => {
    const seen: { id: string; text: string; chat: string }[] = [];
    const address = 'g1';
    let votes = 0;
    let refusal: SendResult | undefined;
    let last: string | undefined;
    const channel = createSimulatorChannel({
      platform,
      shown({ id, text, chat, messageId }) {
        seen.push({ id, text, chat });
        last = messageId;
      },
      answer() {
        const result = refusal;
        refusal = undefined;
        return result;
      },
    });
    const inGroup = async (externalId: string, content: EventContent): Promise<void> =>
      void (await channel.hand({
        externalId,
        from: 'ana',
        group: { address },
        writtenAt: '2026-03-02T15:00:00.000Z',
        content,
      }));
    return {
      channel,
      address: 'ana',
      group: {
        address,
        write: (id, text, how) => inGroup(id, { kind: 'text', text, ...how }),
        // What is voted there is said by whoever holds the channel.
        vote: (...labels) =>
          inGroup(`vote-${votes++}`, {
            kind: 'vote',
            of: last ?? '',
            options: ['Lunes', 'Martes', 'Miércoles'].flatMap((label, place) => (labels.includes(label) ? [place] : [])),
          }),
        happens: (what) =>
          inGroup(
            what,
            what === 'here' || what === 'gone'
              ? { kind: 'groupNews', what }
              : {
                  kind: 'groupNews',
                  what: 'members',
                  joined: what === 'joined' ? [{ address: 'bea' }] : [],
                  left: what === 'left' ? [{ address: 'bea' }] : [],
                },
          ),
        seen: () => seen.filter(({ chat }) => chat === address),
      },
      // It has no log: what it shows is all that it does.
      logged: () => '',
      async write(id, text) {
        await channel.hand({
          externalId: id,
          from: 'ana',
          writtenAt: '2026-03-02T15:00:00.000Z',
          content: { kind: 'text', text },
        });
      },
      async tap(label) {
        await channel.hand({
          externalId: `tap-${label}`,
          from: 'ana',
          writtenAt: '2026-03-02T15:00:00.000Z',
          content: { kind: 'tap', label, ...(last !== undefined && { of: last }) },
        });
      },
      seen: () => seen,
      refuse(how) {
        refusal = refusals[how];
      },
    };
  });
}

it('a repeated send shows the same ids again, never new ones', async () => {
  const ids: string[] = [];
  const channel = createSimulatorChannel({ platform: 'whatsapp', shown: ({ id }) => void ids.push(id) });
  const message = contractMessage('m1', { text: 'Frase. '.repeat(400), options: [{ id: 'yes', label: 'Sí' }] });
  await channel.send(message, 'ana');
  const once = [...ids];
  await channel.send(message, 'ana');
  expect(once.at(-1)).toBe('m1');
  expect(new Set(once).size).toBe(once.length);
  expect(ids).toEqual([...once, ...once]);
});

it('with the limits of WhatsApp, a text with options keeps to 1,024 characters a bubble', async () => {
  const lengths: number[] = [];
  const channel = createSimulatorChannel({ platform: 'whatsapp', shown: ({ text }) => void lengths.push(text.length) });
  await channel.send(contractMessage('m1', { text: 'Frase. '.repeat(400), options: [{ id: 'yes', label: 'Sí' }] }), 'ana');
  expect(Math.max(...lengths)).toBeLessThanOrEqual(1024);
});
