// Groups and polls over WhatsApp, with the real library and a real browser: what members do, what they see, and what came while we were away.
import { describe, expect, it } from 'vitest';
import type { Arrival } from '../../src/channels/channel.ts';
import type { GroupNews } from '../../src/domain/group.ts';
import { contractMessage } from '../contracts/channel-contract.ts';
import { isFullEffort } from '../support/effort.ts';
import { hasBrowser, whySkipped } from '../web/open-browser.ts';
import { browserProcesses } from './browser-processes.ts';
import type { GroupSettings } from './stand-in/group-chat.ts';
import type { Contact } from './stand-in/phone.ts';
import { type Breakage, StandIn } from './stand-in/stand-in.ts';
import { ana, eva, openWhatsApp, type TrialSettings, type WhatsAppTrial } from './whatsapp-trial.ts';

const thoroughly = describe.runIf(hasBrowser && isFullEffort);
const id = '120363000000000001@g.us';
const mentors = { address: id, title: 'Mentoras' };
const luz: Contact = { lid: '800000000000013@lid', name: 'Luz' };
const days = ['Lunes', 'Martes', 'Miércoles'].map((label) => ({ id: label, label }));
const today: Breakage[] = ['messageKeys', 'mediaDownload', 'mediaSend'];

async function opened(settings: TrialSettings & { group?: Partial<GroupSettings> } = {}) {
  const standIn = new StandIn({ people: [ana, eva, luz], ...settings.world });
  const group = standIn.group({ id, title: mentors.title, members: [ana, eva], ...settings.group });
  const trial = await openWhatsApp({ ...settings, standIn });
  await trial.start();
  await expect.poll(() => newsOf(trial)).toHaveLength(1);
  return { ...trial, group, phone: standIn.phone(ana) };
}

const isNews = ({ content }: Arrival): boolean => content.kind === 'groupNews';
const newsOf = ({ arrivals }: WhatsAppTrial): GroupNews[] =>
  arrivals.flatMap(({ content }) => (content.kind === 'groupNews' ? [content] : []));
/** Who did what, without the news of who is in it; as whoever keeps it has it: each once. */
function told({ arrivals }: WhatsAppTrial): [string, Arrival['content']][] {
  const kept = new Map(arrivals.filter((one) => !isNews(one)).map((one) => [one.externalId, one]));
  return [...kept.values()].map(({ from, content }) => [from, content]);
}
const [anas = '', evas = '', luzs = ''] = [ana.phone, eva.phone, luz.lid];

thoroughly.each([
  ['by their numbers, on a page as the library knows it', false, []],
  ['by privacy ids, on a page of today', true, today],
] as const)(`members known %s${whySkipped}`, (_name, lidMode, broken) => {
  it('are heard: who, what, whether it is for us; and who comes and goes', async () => {
    const trial = await opened({ world: { broken: [...broken] }, group: { lidMode } });
    const { group, standIn, channel } = trial;
    expect(trial.arrivals).toMatchObject([
      { from: id, group: mentors, content: { what: 'members', joined: [{ address: anas }, { address: evas }], left: [] } },
    ]);
    const sent = await channel.send(contractMessage('m1', { chat: 'group:whatsapp:g' }), id);
    if (sent.kind !== 'sent') throw new Error(`it was ${sent.kind}`);
    const ours = sent.externalId ?? '';
    const first = await group.write(eva, 'entre nosotras');
    await group.mention(ana, '¿cuándo es el taller?');
    await group.reply(eva, ours, 'gracias');
    await group.write(ana, 'de nada', { quoted: first, quotedOf: group.idOf(eva) });
    await standIn.command('edit', { id: first, body: 'entre todas', at: Date.now() });
    await standIn.command('react', { id: ours, emoji: '👍', sender: group.idOf(ana) });
    await standIn.command('react', { id: first, emoji: '👍', sender: group.idOf(ana) });
    await group.news(ana, 'add', [group.idOf(luz)]);
    await group.news(ana, 'subject', [], 'Mentoras 2026');
    await group.write(luz, 'hola');
    await group.news(luz, 'leave', [group.idOf(luz)]);
    await expect.poll(() => newsOf(trial)).toHaveLength(4);
    expect(told(trial)).toEqual([
      [evas, { kind: 'text', text: 'entre nosotras' }],
      [anas, { kind: 'text', text: '¿cuándo es el taller?', mention: true }],
      [evas, { kind: 'text', text: 'gracias', replyTo: 'm1' }],
      [anas, { kind: 'text', text: 'de nada' }],
      [evas, { kind: 'edit', of: first, text: 'entre todas' }],
      [anas, { kind: 'reaction', emoji: '👍', of: 'm1' }],
      [luzs, { kind: 'text', text: 'hola' }],
    ]);
    expect(newsOf(trial).slice(1)).toMatchObject([
      { what: 'members', joined: [{ address: luzs }], left: [] },
      { what: 'renamed', title: 'Mentoras 2026' },
      { what: 'members', joined: [], left: [{ address: luzs }] },
    ]);
    expect(new Set(trial.arrivals.map(({ group: where }) => where?.address))).toEqual(new Set([id]));
    expect(trial.arrivals.at(-1)?.group?.title).toBe('Mentoras 2026');
    expect(await standIn.command('unknown')).toEqual([]);
    expect(channel.status()).toMatchObject({ state: 'ready', missing: {} });
  });

  it('get texts, polls and answers; their votes come with every change, and who has what', async () => {
    const trial = await opened({ world: { broken: [...broken] }, group: { lidMode } });
    const { group, channel } = trial;
    const asked = await group.mention(ana, '¿qué días hay taller?');
    await expect.poll(() => told(trial)).toHaveLength(1);
    const answer = contractMessage('m1', { text: 'Los martes.', quotes: asked });
    const poll = contractMessage('m2', { text: '¿Qué día les queda?', options: days, poll: { multi: true } });
    for (const message of [answer, poll]) expect(await channel.send(message, id)).toMatchObject({ kind: 'sent' });
    await expect.poll(() => group.bubbles()).toHaveLength(2);
    expect(group.bubbles()).toMatchObject([
      { type: 'chat', text: 'Los martes.' },
      { type: 'poll_creation', text: '¿Qué día les queda?', poll: ['Lunes', 'Martes', 'Miércoles'] },
    ]);
    const [first, ours] = group.bubbles().map(({ id: one }) => one);
    await group.vote(ana, ours ?? '', 'Lunes', 'Miércoles');
    await group.vote(eva, ours ?? '', 'Martes');
    await group.vote(ana, ours ?? '', 'Miércoles');
    await group.vote(eva, ours ?? '');
    await group.has(ana, first ?? '', 'delivered');
    await group.has(eva, first ?? '', 'read');
    await group.has(ana, first ?? '', 'read', true);
    await expect.poll(() => told(trial)).toHaveLength(8);
    expect(told(trial).slice(1)).toEqual([
      [anas, { kind: 'vote', of: 'm2', options: [0, 2] }],
      [evas, { kind: 'vote', of: 'm2', options: [1] }],
      [anas, { kind: 'vote', of: 'm2', options: [2] }],
      [evas, { kind: 'vote', of: 'm2', options: [] }],
      [anas, { kind: 'receipt', of: 'm1', status: 'delivered' }],
      [evas, { kind: 'receipt', of: 'm1', status: 'read' }],
      [anas, { kind: 'receipt', of: 'm1', status: 'read' }],
    ]);
  });

  it('are heard of what they did while the browser was gone, each once and in order', async () => {
    const trial = await opened({ world: { broken: [...broken] }, group: { lidMode } });
    const { group, channel, phone } = trial;
    expect(
      await channel.send(contractMessage('m1', { text: '¿Cuál?', options: days, poll: { multi: false } }), id),
    ).toMatchObject({
      kind: 'sent',
    });
    await expect.poll(() => group.bubbles()).toHaveLength(1);
    const poll = group.bubbles()[0]?.id ?? '';
    await group.vote(ana, poll, 'Lunes');
    await expect.poll(() => told(trial)).toHaveLength(1);
    for (const one of browserProcesses(trial.folder, 'browser')) process.kill(one, 'SIGKILL');
    await trial.until(({ state }) => state !== 'ready', 'the end of it');
    await trial.standIn.until(() => !trial.standIn.online, 'the end of the page');
    await group.mention(eva, 'uno');
    await group.news(eva, 'add', [group.idOf(luz)]);
    // WhatsApp tells seconds: within one only the order of a chat is known.
    const t = Math.floor(Date.now() / 1000);
    await phone.write('dos', { t: t + 1 });
    await group.write(luz, 'tres', { t: t + 2 });
    await trial.standIn.vote({ id: poll, voter: group.idOf(ana), options: ['Martes'], at: (t + 3) * 1000 });
    await trial.became('ready');
    await expect.poll(() => told(trial)).toHaveLength(5);
    await group.write(eva, 'cuatro', { t: t + 4 });
    await expect.poll(() => told(trial)).toHaveLength(6);
    expect(told(trial)).toEqual([
      [anas, { kind: 'vote', of: 'm1', options: [0] }],
      [evas, { kind: 'text', text: 'uno', mention: true }],
      [anas, { kind: 'text', text: 'dos' }],
      [luzs, { kind: 'text', text: 'tres' }],
      [anas, { kind: 'vote', of: 'm1', options: [1] }],
      [evas, { kind: 'text', text: 'cuatro' }],
    ]);
    expect(newsOf(trial)).toContainEqual(expect.objectContaining({ what: 'members', joined: [{ address: luzs }], left: [] }));
  });
});

thoroughly(`a group${whySkipped}`, () => {
  it('that we are brought into says so and who is in it; taken out of it nothing leaves for it', async () => {
    const trial = await opened({ group: { members: [ana] } });
    const { group, standIn, channel } = trial;
    await group.news(ana, 'remove', [standIn.world.me.phone]);
    await expect.poll(() => newsOf(trial).at(-1)).toMatchObject({ what: 'gone' });
    expect(await channel.send(contractMessage('m1'), id)).toEqual({ kind: 'blocked' });
    await group.news(ana, 'add', [group.idOf(eva)]);
    await group.news(ana, 'add', [standIn.world.me.phone]);
    await expect
      .poll(() => newsOf(trial).slice(-2))
      .toMatchObject([
        { what: 'here' },
        { what: 'members', joined: [{ address: anas, claim: { by: 'phone' } }, { address: evas }] },
      ]);
    expect(await channel.send(contractMessage('m1'), id)).toMatchObject({ kind: 'sent' });
    expect(await channel.send(contractMessage('m2'), '120363000000000009@g.us')).toEqual({ kind: 'blocked' });
    // Whoever keeps it forgot who was in it when we were taken out.
    await group.news(ana, 'remove', [standIn.world.me.phone]);
    await group.news(ana, 'add', [standIn.world.me.phone]);
    await expect
      .poll(() =>
        newsOf(trial)
          .slice(-3)
          .map(({ what }) => what),
      )
      .toEqual(['gone', 'here', 'members']);
    const lists = trial.arrivals.filter(({ content }) => content.kind === 'groupNews' && content.what === 'members').slice(-2);
    expect(lists[1]?.content).toEqual(lists[0]?.content);
    expect(lists[1]?.externalId).not.toBe(lists[0]?.externalId);
  });

  it('in which only admins write is left alone', async () => {
    const { channel } = await opened({ group: { announce: true } });
    expect(await channel.send(contractMessage('m1'), id)).toEqual({ kind: 'blocked' });
  });

  it('is asked with numbers where votes would not be told', async () => {
    const { channel, group } = await opened({ world: { missing: ['WAWebAddonPollVoteTableMode'] } });
    expect(channel.status()).toMatchObject({ state: 'degraded', why: 'votes' });
    const poll = contractMessage('m1', { text: '¿Cuál?', options: days, poll: { multi: false } });
    expect(await channel.send(poll, id)).toMatchObject({ kind: 'sent' });
    await expect
      .poll(() => group.bubbles())
      .toMatchObject([{ type: 'chat', text: '¿Cuál?\n\n1. Lunes\n2. Martes\n3. Miércoles' }]);
  });

  it('is not told of twice, and a poll in private is voted in as well, also after a restart', async () => {
    const trial = await opened({ world: { usesLids: true } });
    const { channel, phone } = trial;
    const poll = contractMessage('m1', { text: '¿Cuál?', options: days, poll: { multi: true } });
    expect(await channel.send(poll, anas)).toMatchObject({ kind: 'sent' });
    await expect.poll(() => phone.bubbles()).toMatchObject([{ type: 'poll_creation', poll: ['Lunes', 'Martes', 'Miércoles'] }]);
    const [ours] = phone.bubbles();
    await channel.stop();
    await trial.standIn.until(() => !trial.standIn.online, 'the end of the page');
    await phone.vote(ours?.id ?? '', 'Martes');
    const next = trial.again();
    const again: Arrival[] = [];
    await next.start(async (arrival) => {
      again.push(arrival);
      return 'new';
    });
    await trial.became('ready');
    await expect
      .poll(() => again.filter((one) => !isNews(one)))
      .toMatchObject([{ from: anas, aka: ana.lid, content: { kind: 'vote', of: 'm1', options: [1] } }]);
    await phone.vote(ours?.id ?? '', 'Martes', 'Lunes');
    await expect.poll(() => again.at(-1)).toMatchObject({ from: anas, content: { kind: 'vote', of: 'm1', options: [0, 1] } });
    const [before, after] = [trial.arrivals, again].map((all) => all.filter(isNews).map(({ externalId }) => externalId));
    expect(after).toEqual(before);
  });
});
