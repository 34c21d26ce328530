// An outbox message as the calls that make it up: where buttons, files and links go, and what of a long text goes where.
import { describe, expect, it } from 'vitest';
import { optionTag, readOptionTag } from '../../src/channels/telegram/option-tag.ts';
import { maxCaption, maxText, planParts } from '../../src/channels/telegram/plan-parts.ts';
import { opaqueId } from '../../src/domain/opaque-id.ts';
import type { OutboundMessage } from '../../src/domain/outbound-message.ts';
import { contractMessage } from '../contracts/channel-contract.ts';

const plan = (more: Partial<OutboundMessage>, keyboard: Parameters<typeof planParts>[1] = 'leave') =>
  planParts(contractMessage('telegram:5512345001:101:0', more), keyboard);
const labelled = (...labels: string[]) => labels.map((label, index) => ({ id: `o${index}`, label }));
const sentences = (count: number): string => 'Una frase de prueba. '.repeat(count).trim();

describe('buttons', () => {
  it('stand two in a row where all are short, else one below the other', () => {
    const rows = (...labels: string[]): string[][] => {
      const markup = plan({ options: labelled(...labels) })[0]?.markup;
      return markup && 'inline_keyboard' in markup ? markup.inline_keyboard.map((row) => row.map(({ text }) => text)) : [];
    };
    expect(rows('Sí', 'No', 'Todavía no')).toEqual([['Sí', 'No'], ['Todavía no']]);
    expect(rows('Sí', 'Prefiero platicarlo antes')).toEqual([['Sí'], ['Prefiero platicarlo antes']]);
  });

  it('carry which message and which option, within the 64 bytes of Telegram, for every id and place', () => {
    const id = `telegram:tap:${'9'.repeat(60)}:17`;
    const tag = optionTag(id, 99);
    expect(Buffer.byteLength(tag)).toBeLessThanOrEqual(64);
    expect(tag).not.toContain('999999');
    expect(readOptionTag(tag)).toEqual({ of: opaqueId(id), option: 99 });
    for (const foreign of ['', 'menu/open', '12:1', `${opaqueId(id)}:`, `${opaqueId(id)}:-1`, `${tag}:1`])
      expect(readOptionTag(foreign)).toBeUndefined();
  });

  it('stand under the last bubble of a long text, which is cut after sentences', () => {
    const parts = plan({ text: sentences(400), options: labelled('Sí') });
    expect(parts.length).toBe(3);
    expect(parts.map(({ markup }) => markup !== undefined)).toEqual([false, false, true]);
    for (const { text } of parts) {
      expect(text.length).toBeLessThanOrEqual(maxText);
      expect(text).toMatch(/\.$/);
    }
    expect(parts.map(({ text }) => text).join(' ')).toBe(sentences(400));
  });
});

describe('the keyboard where one types', () => {
  it('is for strangers, and options are written out beside it', () => {
    const [part] = plan({ text: '¿Quién es?', options: labelled('Sí', 'No') }, { share: 'Compartir mi número' });
    expect(part?.markup).toMatchObject({ keyboard: [[{ text: 'Compartir mi número', request_contact: true }]] });
    expect(part?.text).toBe('¿Quién es?\n\n1. Sí\n2. No');
  });

  it('is taken away with a message that has nothing else attached', () => {
    expect(plan({}, 'remove')[0]?.markup).toEqual({ remove_keyboard: true });
    expect(plan({ options: labelled('Sí') }, 'remove')[0]?.markup).toHaveProperty('inline_keyboard');
    expect(plan({}, 'leave')[0]).not.toHaveProperty('markup');
  });
});

describe('files and addresses', () => {
  const media = { type: 'video', file: 'clip.mp4', seconds: 40 } as const;

  it('a file carries the words where they fit under it, and comes before them where they do not', () => {
    const file = { type: 'video', name: 'clip.mp4', seconds: 40 };
    expect(plan({ media, text: 'Mire' })).toEqual([{ text: 'Mire', file }]);
    expect(plan({ media, text: 'x'.repeat(maxCaption) })).toHaveLength(1);
    const [first, second, ...more] = plan({ media, text: sentences(60), options: labelled('Otra') });
    expect(first).toEqual({ text: '', file });
    expect(second).toMatchObject({ text: sentences(60), markup: { inline_keyboard: [[{ text: 'Otra' }]] } });
    expect(more).toEqual([]);
  });

  it('an address is written at the end, unless the words have it already', () => {
    const link = 'https://example.org/v';
    const texts = (text: string) => plan({ text, media: { type: 'video', link } }).map((part) => part.text);
    expect(texts('Mire:')).toEqual([`Mire:\n${link}`]);
    expect(texts(`Mire ${link} hoy`)).toEqual([`Mire ${link} hoy`]);
    expect(texts('')).toEqual([link]);
  });
});
