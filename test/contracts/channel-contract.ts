// What every channel keeps, whatever platform is behind it.
import { describe, expect, it } from 'vitest';
import type { Arrival, Channel } from '../../src/channels/channel.ts';
import { opaqueId } from '../../src/domain/opaque-id.ts';
import { contractMessage } from './contract-message.ts';
import { type GroupTrial, groupContract } from './group-contract.ts';

export { contractMessage };

export interface ChannelTrial {
  channel: Channel;
  /** Where the person of the trial is on this channel. */
  address: string;
  /** The platform hands over a text; with the same id it is the same happening again. Resolves when the platform knows that we have it. */
  write(id: string, text: string): Promise<void>;
  /** She taps an option of the newest message that has it. */
  tap(label: string): Promise<void>;
  /** She sends something that no channel reads, on a platform that has such things. */
  sendStrange?(): Promise<void>;
  /** Another program writes where we are, on a platform that has such programs. */
  otherBotWrites?(): Promise<void>;
  /** What the person sees, in order. */
  seen(): { id: string; text: string }[];
  /** All that was logged so far, as it would be written. */
  logged(): string;
  /** What opens the account of the house: a token, a key. */
  secrets?: readonly string[];
  /** A group that the person of the trial is in with us. */
  group: GroupTrial;
  /** Makes the platform answer the next attempt so. */
  refuse(how: 'retry' | 'blocked' | 'rejected' | 'unsure'): void;
}

/** Nobody who stops a program waits longer. */
const stopMs = 5_000;

export function channelContract(name: string, make: () => Promise<ChannelTrial>): void {
  async function started(): Promise<ChannelTrial & { arrivals: Arrival[] }> {
    const trial = await make();
    const arrivals: Arrival[] = [];
    await trial.channel.start(async (arrival) => {
      arrivals.push(arrival);
      return 'new';
    });
    return { ...trial, arrivals };
  }

  describe(`${name} as a channel`, () => {
    it('hands over what a person writes, with an id, an address and a time', async () => {
      const { channel, write, address, arrivals } = await started();
      await write('1', 'hola');
      expect(arrivals).toHaveLength(1);
      expect(arrivals[0]).toMatchObject({ from: address, content: { kind: 'text', text: 'hola' } });
      expect(arrivals[0]?.externalId).not.toBe('');
      expect(Number.isNaN(Date.parse(arrivals[0]?.writtenAt ?? ''))).toBe(false);
      await channel.stop();
    });

    it('makes the same event of the same happening, and another of another', async () => {
      const { channel, write, arrivals } = await started();
      await write('1', 'hola');
      await write('1', 'hola');
      await write('2', 'hola');
      expect(arrivals).toHaveLength(3);
      expect(arrivals[1]).toEqual(arrivals[0]);
      expect(arrivals[2]?.externalId).not.toBe(arrivals[0]?.externalId);
      await channel.stop();
    });

    it('hands over neither what it sent itself nor what other programs write', async () => {
      const { channel, address, otherBotWrites, write, arrivals } = await started();
      await channel.send(contractMessage('m1'), address);
      await otherBotWrites?.();
      await write('1', 'hola');
      expect(arrivals).toHaveLength(1);
      await channel.stop();
    });

    it('hands over what nobody can read as something that she sent', async () => {
      const { channel, sendStrange, arrivals, address } = await started();
      await sendStrange?.();
      for (const { from, content } of arrivals) expect([from, content.kind]).toEqual([address, 'unsupported']);
      expect(arrivals).toHaveLength(sendStrange === undefined ? 0 : 1);
      await channel.stop();
    });

    it('shows messages in the order of sending, and says that they were sent', async () => {
      const { channel, address, seen } = await started();
      for (const id of ['m1', 'm2', 'm3']) expect((await channel.send(contractMessage(id), address)).kind).toBe('sent');
      expect(seen().map(({ text }) => text)).toEqual(['texto de m1', 'texto de m2', 'texto de m3']);
      await channel.stop();
    });

    it('keeps every bubble within the limits it declares, and loses nothing of a long text', async () => {
      const { channel, address, seen } = await started();
      const text = 'Una frase de prueba. '.repeat(500).trim();
      await channel.send(contractMessage('m1', { text }), address);
      const bubbles = seen();
      expect(bubbles.length).toBeGreaterThan(1);
      for (const bubble of bubbles) {
        expect(bubble.text.length).toBeLessThanOrEqual(channel.limits.maxText);
        expect(bubble.text).toMatch(/\.$/);
      }
      expect(bubbles.map((bubble) => bubble.text).join(' ')).toBe(text);
      await channel.stop();
    });

    it('writes options into the text exactly where they cannot be tapped', async () => {
      const { channel, address, seen } = await started();
      await channel.send(contractMessage('m1', { options: [{ id: 'yes', label: 'Claro que sí' }] }), address);
      const shown = seen().map(({ text }) => text);
      expect(shown.join('\n').includes('1. Claro que sí')).toBe(!channel.limits.tapsOptions);
      await channel.stop();
    });

    it('tells of an option that was tapped which one, of which message; typed, it is a text like any other', async () => {
      const { channel, address, tap, write, arrivals } = await started();
      const options = ['Sí', 'Todavía no'].map((label) => ({ id: label, label }));
      const message = contractMessage('telegram:5511:42:0', { options });
      await channel.send(message, address);
      if (channel.limits.tapsOptions) {
        await tap('Todavía no');
        const { content, from } = arrivals.shift() ?? {};
        if (content?.kind !== 'tap') throw new Error(`a tap came as ${content?.kind}`);
        expect(from).toBe(address);
        expect(content.label).toBe('Todavía no');
        expect([message.id, opaqueId(message.id)]).toContain(content.of);
        expect([undefined, 1]).toContain(content.option);
      }
      await write('1', 'todavía no');
      expect(arrivals).toMatchObject([{ content: { kind: 'text', text: 'todavía no' } }]);
      await channel.stop();
    });

    it('answers a refusal of the platform with a result, not with an exception', async () => {
      const { channel, address, refuse } = await started();
      for (const how of ['retry', 'blocked', 'rejected', 'unsure'] as const) {
        refuse(how);
        expect((await channel.send(contractMessage(`m-${how}`), address)).kind).toBe(how);
      }
      expect((await channel.send(contractMessage('m5'), address)).kind).toBe('sent');
      await channel.stop();
    });

    it('logs neither what is written nor where, whatever happens', async () => {
      const { channel, address, write, sendStrange, refuse, logged, secrets = [] } = await started();
      await write('1', 'palabras de ella que nadie más lee');
      await sendStrange?.();
      for (const how of ['retry', 'blocked', 'rejected', 'unsure'] as const) {
        refuse(how);
        await channel.send(contractMessage(`m-${how}`, { text: 'palabras para ella' }), address);
      }
      await channel.stop();
      const where = address.replace(/@.*/, '').slice(-10);
      for (const secret of ['palabras', where, ...secrets]) expect(logged().includes(secret)).toBe(false);
    });

    it('stops within seconds, after what is in hand is durable, and hands over nothing more', async () => {
      const { channel, write } = await make();
      const begun = Promise.withResolvers<void>();
      let durable = 0;
      await channel.start(async () => {
        begun.resolve();
        await new Promise((resolve) => setTimeout(resolve, 150));
        durable++;
        return 'new';
      });
      write('1', 'hola').catch(() => {});
      await begun.promise;
      const before = performance.now();
      await channel.stop();
      expect(performance.now() - before).toBeLessThan(stopMs);
      expect(durable).toBe(1);
      write('2', 'ya no').catch(() => {});
      await new Promise((resolve) => setTimeout(resolve, 200));
      expect(durable).toBe(1);
    });
  });

  describe(`${name} in groups`, () => groupContract(started));
}
