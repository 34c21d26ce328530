// What every channel keeps, whatever platform is behind it.
import { describe, expect, it } from 'vitest';
import type { Arrival, Channel } from '../../src/channels/channel.ts';
import type { OutboundMessage } from '../../src/domain/outbound-message.ts';

export interface ChannelTrial {
  channel: Channel;
  /** Where the person of the trial is on this channel. */
  address: string;
  /** The platform hands over a text; with the same id it is the same happening again. */
  write(id: string, text: string): Promise<void>;
  /** What the person sees, in order. */
  seen(): { id: string; text: string }[];
  /** Makes the platform answer the next attempt so. */
  refuse?(how: 'retry' | 'blocked' | 'rejected' | 'unsure'): void;
}

export function contractMessage(id: string, more: Partial<OutboundMessage> = {}): OutboundMessage {
  return {
    id,
    to: 'ana',
    chat: 'private',
    kind: 'answer',
    text: `texto de ${id}`,
    options: [],
    whenUnsure: 'repeat',
    createdAt: '2026-03-02T15:00:00.000Z',
    ...more,
  };
}

export function channelContract(name: string, make: () => Promise<ChannelTrial>): void {
  describe(`${name} as a channel`, () => {
    it('hands over what a person writes, with an id, an address and a time', async () => {
      const trial = await make();
      const arrivals: Arrival[] = [];
      await trial.channel.start(async (arrival) => {
        arrivals.push(arrival);
        return 'new';
      });
      await trial.write('1', 'hola');
      expect(arrivals).toHaveLength(1);
      expect(arrivals[0]).toMatchObject({ content: { kind: 'text', text: 'hola' } });
      expect(arrivals[0]?.externalId).not.toBe('');
      expect(arrivals[0]?.from).not.toBe('');
      expect(Number.isNaN(Date.parse(arrivals[0]?.writtenAt ?? ''))).toBe(false);
      await trial.channel.stop();
    });

    it('gives the same happening the same id, and two happenings different ones', async () => {
      const trial = await make();
      const ids: string[] = [];
      await trial.channel.start(async ({ externalId }) => {
        ids.push(externalId);
        return 'new';
      });
      await trial.write('1', 'hola');
      await trial.write('1', 'hola');
      await trial.write('2', 'hola');
      expect(ids[0]).toBe(ids[1]);
      expect(ids[2]).not.toBe(ids[0]);
      await trial.channel.stop();
    });

    it('never hands over what it sent itself', async () => {
      const trial = await make();
      let arrivals = 0;
      await trial.channel.start(async () => {
        arrivals++;
        return 'new';
      });
      await trial.channel.send(contractMessage('m1'), trial.address);
      expect(arrivals).toBe(0);
      await trial.channel.stop();
    });

    it('shows messages in the order of sending, and says that they were sent', async () => {
      const trial = await make();
      await trial.channel.start(async () => 'new');
      for (const id of ['m1', 'm2', 'm3'])
        expect((await trial.channel.send(contractMessage(id), trial.address)).kind).toBe('sent');
      expect(trial.seen().map(({ text }) => text)).toEqual(['texto de m1', 'texto de m2', 'texto de m3']);
      await trial.channel.stop();
    });

    it('keeps every bubble within the limits it declares, and loses nothing of a long text', async () => {
      const trial = await make();
      await trial.channel.start(async () => 'new');
      const text = 'Una frase de prueba. '.repeat(500).trim();
      await trial.channel.send(contractMessage('m1', { text }), trial.address);
      const bubbles = trial.seen();
      expect(bubbles.length).toBeGreaterThan(1);
      for (const bubble of bubbles) expect(bubble.text.length).toBeLessThanOrEqual(trial.channel.limits.maxText);
      expect(bubbles.map((bubble) => bubble.text).join(' ')).toBe(text);
      await trial.channel.stop();
    });

    it('writes options into the text exactly where they cannot be tapped', async () => {
      const trial = await make();
      await trial.channel.start(async () => 'new');
      await trial.channel.send(contractMessage('m1', { options: [{ id: 'yes', label: 'Claro que sí' }] }), trial.address);
      const shown = trial
        .seen()
        .map(({ text }) => text)
        .join('\n');
      expect(shown.includes('1. Claro que sí')).toBe(!trial.channel.limits.tapsOptions);
      await trial.channel.stop();
    });

    it('answers a refusal of the platform with a result, not with an exception', async () => {
      const trial = await make();
      await trial.channel.start(async () => 'new');
      for (const how of ['retry', 'blocked', 'rejected', 'unsure'] as const) {
        if (trial.refuse === undefined) continue;
        trial.refuse(how);
        expect((await trial.channel.send(contractMessage(`m-${how}`), trial.address)).kind).toBe(how);
      }
      await trial.channel.stop();
    });
  });
}
