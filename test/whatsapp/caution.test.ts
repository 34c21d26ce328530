// Writing as a person would: pace, the budget of a day, and what failures mean.
import { describe, expect, it } from 'vitest';
import { allowance, emptyBudget, isUnasked, spend, usualBudget } from '../../src/channels/whatsapp/daily-budget.ts';
import { createPace, usualPace } from '../../src/channels/whatsapp/human-pace.ts';
import { endOfDisconnect, failureName } from '../../src/channels/whatsapp/session-end.ts';
import { backOff, usualTimes } from '../../src/channels/whatsapp/session-times.ts';
import { failureOf } from '../../src/channels/whatsapp/whatsapp-failure.ts';
import { planParts } from '../../src/channels/whatsapp/whatsapp-parts.ts';
import { contractMessage } from '../contracts/channel-contract.ts';

const noon = '2026-03-02T18:00:00.000Z';
const daysLater = (days: number): string => new Date(Date.parse(noon) + days * 86_400_000).toISOString();

describe('the budget of a day', () => {
  it('grows from a young number to a known one', () => {
    const state = { ...emptyBudget, linkedAt: noon };
    expect([0, 1, 2, 5, 40].map((days) => allowance(usualBudget, state, daysLater(days)))).toEqual([30, 45, 67, 200, 200]);
  });

  it('is spent, and there anew the day after', () => {
    let state = emptyBudget;
    for (let sent = 0; sent < 30; sent++) state = spend(usualBudget, state, noon) ?? expect.fail('spent too soon');
    expect(spend(usualBudget, state, noon)).toBeUndefined();
    expect(spend(usualBudget, state, daysLater(1))).toEqual({ linkedAt: noon, day: daysLater(1).slice(0, 10), sent: 1 });
  });

  it('counts neither answers nor what is about safety', () => {
    const hourAgo = Date.parse(noon) - 3_600_000;
    expect(isUnasked({ kind: 'reminder' }, undefined, noon)).toBe(true);
    expect(isUnasked({ kind: 'reminder' }, hourAgo - 86_400_000, noon)).toBe(true);
    expect(isUnasked({ kind: 'reminder' }, hourAgo, noon)).toBe(false);
    expect(isUnasked({ kind: 'safeguarding' }, undefined, noon)).toBe(false);
  });
});

describe('the pace', () => {
  async function waits(chats: readonly string[]): Promise<number[]> {
    const slept: number[] = [];
    let now = 0;
    const sleep = async (ms: number): Promise<void> => {
      slept.push(ms);
      now += ms;
    };
    const pace = createPace({ settings: usualPace, nowMs: () => now, sleep, chance: () => 0.5 });
    for (const chat of chats) await pace.turn(chat, new AbortController().signal);
    return slept;
  }

  it('leaves a pause between two messages of one chat, and none between chats', async () => {
    expect(await waits(['ana', 'eva', 'ana'])).toEqual([2_000]);
  });

  it('sends no more than so many a minute', async () => {
    expect(await waits(Array.from({ length: 21 }, (_, chat) => `chat ${chat}`))).toEqual([60_000]);
  });

  it('types longer for a longer text, and never long', () => {
    const { typing } = createPace({ settings: usualPace, nowMs: () => 0, sleep: async () => undefined, chance: () => 0.5 });
    expect(['sí', 'x'.repeat(60), 'x'.repeat(900)].map(typing)).toEqual([540, 1_700, 3_000]);
  });
});

describe('failures', () => {
  it.each([
    ['rate-overlimit', { kind: 'retry', afterSeconds: 60 }],
    ['wid error: invalid wid', { kind: 'rejected', code: 'badAddress' }],
    ['No LID for user', { kind: 'blocked' }],
    ['upload failed', { kind: 'rejected', code: 'media' }],
    ['Requiring unknown module "WAWebX"', { kind: 'rejected', code: 'unfit' }],
    ['Protocol error (Runtime.callFunctionOn): Target closed', { kind: 'unsure' }],
    ['Attempted to use detached Frame', { kind: 'unsure' }],
    ['something that nobody has seen yet', { kind: 'unsure' }],
  ])('%s', (message, result) => {
    expect(failureOf(new Error(message)).result).toEqual(result);
    expect(failureOf(message).result).toEqual(result);
  });

  it('are told by a short name, whatever is in them', () => {
    const error = new Error('Evaluation failed: {"body":"palabras de ella","to":"5215512345001@c.us"}');
    expect([failureName(error), failureOf(error).code]).toEqual(['unknown', 'unknown']);
    expect(endOfDisconnect('palabras de ella 5215512345001')).toEqual({ kind: 'gone', why: 'disconnected' });
  });

  it('end a session for what they are', () => {
    const kinds = ['LOGOUT', 'UNPAIRED', 'CONFLICT', 'TOS_BLOCK', 'PROXYBLOCK'].map((reason) => endOfDisconnect(reason).kind);
    expect(kinds).toEqual(['loggedOut', 'loggedOut', 'gone', 'refused', 'refused']);
  });

  it('are waited for longer each time, up to minutes', () => {
    expect([1, 2, 3, 20].map((times) => backOff(usualTimes.backOffMs, times, () => 0.5))).toEqual([2_000, 4_000, 8_000, 300_000]);
  });
});

describe('the parts of a message', () => {
  const settings = { mostMegabytes: 16, files: true, polls: true };

  it('numbers stand under the last words, as does a link', () => {
    const options = [{ id: 'a', label: 'Sí' }];
    const media = { type: 'video', link: 'https://example.org/v' } as const;
    expect(planParts(contractMessage('m', { text: 'Vea:', media, options }), settings)).toEqual([
      { text: 'Vea:\nhttps://example.org/v\n\n1. Sí' },
    ]);
  });

  it('words that are too long for a file come after it', () => {
    const media = { type: 'image', file: 'lamina.jpg' } as const;
    const [first, second, ...more] = planParts(contractMessage('m', { text: 'x'.repeat(1_500), media }), settings);
    expect(first).toEqual({ text: '', file: { type: 'image', name: 'lamina.jpg' } });
    expect([second?.text.length, more]).toEqual([1_500, []]);
  });

  it('a poll is one where WhatsApp takes it and votes are told; else its numbers are typed', () => {
    const options = ['Lunes', 'Martes'].map((label) => ({ id: label, label }));
    const poll = contractMessage('m', { text: '¿Cuál?', options, poll: { multi: true } });
    expect(planParts(poll, settings)).toEqual([{ text: '¿Cuál?', poll: { options: ['Lunes', 'Martes'], multi: true } }]);
    const numbered = [{ text: '¿Cuál?\n\n1. Lunes\n2. Martes' }];
    expect(planParts(poll, { ...settings, polls: false })).toEqual(numbered);
    const { poll: _, ...question } = poll;
    expect(planParts(question, settings)).toEqual(numbered);
    const many = Array.from({ length: 13 }, (_one, place) => ({ id: String(place), label: `Día ${place}` }));
    const alike = ['Lunes', 'Lunes'].map((label, place) => ({ id: String(place), label }));
    for (const more of [{ options: many }, { options: alike }, { text: '¿'.repeat(300) }, { options: options.slice(1) }])
      expect(planParts({ ...poll, ...more }, settings)[0]).not.toHaveProperty('poll');
    const media = { type: 'image', file: 'lamina.jpg' } as const;
    expect(planParts({ ...poll, media }, settings)).toMatchObject([
      { text: '', file: { name: 'lamina.jpg' } },
      { text: '¿Cuál?' },
    ]);
  });
});
