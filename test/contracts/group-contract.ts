// What every channel keeps in groups, whatever platform is behind it.
import { expect, it } from 'vitest';
import type { Arrival, Channel } from '../../src/channels/channel.ts';
import { contractMessage } from './contract-message.ts';

export interface GroupTrial {
  /** Where the group is on this channel. */
  address: string;
  /** The person of the trial writes there; with `mention` to us. With the same id it is the same happening again. */
  write(id: string, text: string, how?: { mention: true }): Promise<void>;
  /** All that she has chosen now in the newest poll. */
  vote(...labels: string[]): Promise<void>;
  /** Somebody else comes in or leaves; we are brought in or taken out. Resolves when the platform knows that we have it. */
  happens(what: 'joined' | 'left' | 'here' | 'gone'): Promise<void>;
  /** What its members see of us, in order. */
  seen(): { text: string }[];
}

export interface GroupTrialStarted {
  channel: Channel;
  /** Where the person of the trial is on this channel. */
  address: string;
  group: GroupTrial;
  arrivals: Arrival[];
  otherBotWrites?(): Promise<void>;
  logged(): string;
}

const options = ['Lunes', 'Martes', 'Miércoles'].map((label) => ({ id: label, label }));

export function groupContract(started: () => Promise<GroupTrialStarted>): void {
  it('hands over what a member writes in a group with who she is and where, and whether it is for us', async () => {
    const { channel, address, group, arrivals } = await started();
    await group.write('1', 'entre nosotras');
    await group.write('2', '¿cuándo es el taller?', { mention: true });
    const where = expect.objectContaining({ address: group.address });
    expect(arrivals).toMatchObject([
      { from: address, group: where, content: { kind: 'text', text: 'entre nosotras' } },
      { from: address, group: where, content: { kind: 'text', text: '¿cuándo es el taller?', mention: true } },
    ]);
    expect(arrivals[0]?.content).not.toHaveProperty('mention');
    await channel.stop();
  });

  it('makes the same event of the same happening in a group', async () => {
    const { channel, group, arrivals } = await started();
    await group.write('1', 'hola', { mention: true });
    await group.write('1', 'hola', { mention: true });
    expect(arrivals).toHaveLength(2);
    expect(arrivals[1]).toEqual(arrivals[0]);
    await channel.stop();
  });

  it('shows a group what is sent to it, and hears nothing of that', async () => {
    const { channel, group, arrivals } = await started();
    for (const id of ['m1', 'm2'])
      expect((await channel.send(contractMessage(id, { chat: 'group:x' }), group.address)).kind).toBe('sent');
    await group.write('1', 'gracias');
    expect(group.seen().map(({ text }) => text)).toEqual(['texto de m1', 'texto de m2']);
    expect(arrivals).toHaveLength(1);
    await channel.stop();
  });

  it('tells of a poll the whole present vote of who votes, with each change, until it is taken back', async () => {
    const { channel, address, group, arrivals } = await started();
    const poll = contractMessage('m1', { text: '¿Qué día?', options, poll: { multi: true }, chat: 'group:x' });
    const sent = await channel.send(poll, group.address);
    if (sent.kind !== 'sent') throw new Error(`the poll was ${sent.kind}`);
    await group.vote('Martes');
    await group.vote('Lunes', 'Miércoles');
    await group.vote();
    expect(arrivals.map(({ content }) => (content.kind === 'vote' ? content.options : content.kind))).toEqual([[1], [0, 2], []]);
    for (const { from, content } of arrivals) {
      expect(from).toBe(address);
      expect(['m1', sent.externalId]).toContain(content.kind === 'vote' ? content.of : '');
    }
    expect(new Set(arrivals.map(({ externalId }) => externalId)).size).toBe(3);
    await channel.stop();
  });

  it('tells who comes and goes, and whether we are there ourselves', async () => {
    const { channel, group, arrivals } = await started();
    for (const what of ['joined', 'left', 'gone', 'here'] as const) await group.happens(what);
    const news = arrivals.flatMap(({ content }) => (content.kind === 'groupNews' ? [content] : []));
    expect(news).toHaveLength(arrivals.length);
    expect(news.slice(0, 4)).toMatchObject([
      { what: 'members', joined: [{ address: expect.any(String) }], left: [] },
      { what: 'members', joined: [], left: [{ address: expect.any(String) }] },
      { what: 'gone' },
      { what: 'here' },
    ]);
    await channel.stop();
  });

  it('logs neither the words of a group nor who is in it', async () => {
    const { channel, address, group, logged } = await started();
    await group.write('1', 'palabras de ellas', { mention: true });
    await group.happens('joined');
    await channel.send(contractMessage('m1', { text: 'palabras para ellas', chat: 'group:x' }), group.address);
    await channel.stop();
    for (const secret of ['palabras', address.replace(/@.*/, '').slice(-10)]) expect(logged().includes(secret)).toBe(false);
  });
}
