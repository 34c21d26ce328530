// The rules of the driver, one by one, on its core: a line goes in, objects come out.
import { describe, expect, it } from 'vitest';
import { createPhones } from '../../src/commands/driver-phones.ts';
import { createCrashingStore } from '../runtime/crashing-store.ts';
import { messagesOf, monday, openDriver, textsOf } from './driver-fixture.ts';

describe('a line of a person', () => {
  it('gives every message with its place, time and kind, then done', async () => {
    const driver = await openDriver();
    expect(await driver.line({ from: 'ana', text: 'pregunta' })).toEqual([
      {
        id: 'simulator:ana:in-1:out:0',
        at: '2026-03-02T07:00:00-08:00',
        to: 'ana',
        chat: 'private',
        text: '¿sí o no?',
        options: ['Sí', 'No'],
        kind: 'question',
      },
      { done: 1 },
    ]);
  });

  it('is a duplicate when the same sender gives the same id again, and not when somebody else does', async () => {
    const driver = await openDriver();
    await driver.line({ from: 'ana', id: 'x', text: 'eco a' });
    expect(await driver.line({ from: 'ana', id: 'x', text: 'eco a' })).toEqual([{ done: 2, duplicate: true }]);
    expect(textsOf(await driver.line({ from: 'bea', id: 'x', text: 'eco b' }))).toEqual(['1 b', '2 b']);
    await driver.line({ restart: true });
    expect(await driver.line({ from: 'bea', id: 'x', text: 'eco b' })).toEqual([{ done: 5, duplicate: true }]);
  });

  it('ends its burst window before done, with the clock moved to its end', async () => {
    const driver = await openDriver();
    const outputs = await driver.line({ from: 'bea', text: 'una' });
    expect(messagesOf(outputs).map(({ text, at }) => [text, at])).toEqual([['oí una', '2026-03-02T09:00:08-06:00']]);
    expect(driver.now()).toBe('2026-03-02T15:00:08.000Z');
  });

  it('leaves the window open with more, so that several lines are one burst, even over a restart and around somebody else', async () => {
    const driver = await openDriver();
    expect(await driver.line({ from: 'ana', text: 'una', more: true })).toEqual([{ done: 1 }]);
    expect(await driver.line({ restart: true })).toEqual([{ done: 2 }]);
    expect(textsOf(await driver.line({ from: 'bea', text: 'eco b' }))).toEqual(['1 b', '2 b']);
    expect(textsOf(await driver.line({ from: 'ana', text: 'dos' }))).toEqual(['oí una / dos']);
  });

  it('ends a window that the process did not live to end, when the line comes again', async () => {
    const driver = await openDriver();
    await driver.line({ from: 'ana', id: 'x', text: 'una', more: true });
    await driver.line({ restart: true });
    const again = await driver.line({ from: 'ana', id: 'x', text: 'una' });
    expect(textsOf(again)).toEqual(['oí una']);
    expect(again.at(-1)).toEqual({ done: 3, duplicate: true });
  });

  it('taps the newest message that offers the label, or the one it names', async () => {
    const driver = await openDriver();
    await driver.line({ from: 'ana', text: 'pregunta' });
    await driver.line({ from: 'ana', text: 'pregunta' });
    await driver.line({ from: 'bea', text: 'pregunta' });
    expect(textsOf(await driver.line({ from: 'ana', choose: 'Sí' }))).toEqual(['elegiste Sí de simulator:ana:in-2:out:0']);
    const older = 'simulator:ana:in-1:out:0';
    expect(textsOf(await driver.line({ from: 'ana', choose: 'No', of: older }))).toEqual([`elegiste No de ${older}`]);
  });

  it('still finds the option after a restart', async () => {
    const driver = await openDriver();
    await driver.line({ from: 'ana', text: 'pregunta' });
    await driver.line({ restart: true });
    expect(textsOf(await driver.line({ from: 'ana', choose: 'No' }))).toEqual(['elegiste No de simulator:ana:in-1:out:0']);
  });

  it.each([
    [{ voice: { seconds: 12, transcript: 'hola' } }, { kind: 'voice', seconds: 12, transcript: 'hola' }],
    [{ image: { caption: 'mira' } }, { kind: 'media', media: 'image', caption: 'mira' }],
    [{ video: {} }, { kind: 'media', media: 'video' }],
    [{ document: { name: 'a.pdf' } }, { kind: 'media', media: 'document' }],
    [
      { edit: 'in-7', text: 'nuevo' },
      { kind: 'edit', of: 'ana:in-7', text: 'nuevo' },
    ],
    [{ revoke: 'in-7' }, { kind: 'revoke', of: 'ana:in-7' }],
    [
      { react: '👍', to: 'in-7' },
      { kind: 'reaction', emoji: '👍', of: 'ana:in-7' },
    ],
  ])('hands over %j', async (deed, content) => {
    const driver = await openDriver();
    expect(textsOf(await driver.line({ from: 'ana', ...deed })).map((text) => JSON.parse(text) as unknown)).toEqual([content]);
  });
});

describe('the clock', () => {
  it('fires all that falls due on the way, each at its own instant, in order of time, then person', async () => {
    const driver = await openDriver();
    await driver.line({ from: 'bea', text: 'recuerda 7200' });
    await driver.line({ from: 'bea', text: 'recuerda 3600' });
    await driver.line({ from: 'ana', text: 'recuerda 7200' });
    const outputs = await driver.line({ advance: 'P1D' });
    expect(messagesOf(outputs).map(({ to, at, text, kind }) => [to, at, text, kind])).toEqual([
      ['bea', '2026-03-02T10:00:00-06:00', 'te recuerdo 3600', 'reminder'],
      ['ana', '2026-03-02T09:00:00-08:00', 'te recuerdo 7200', 'reminder'],
      ['bea', '2026-03-02T11:00:00-06:00', 'te recuerdo 7200', 'reminder'],
    ]);
    expect(driver.now()).toBe('2026-03-03T15:00:00.000Z');
  });

  it('moves to an instant, stays where it is told to stay, and is not set back', async () => {
    const driver = await openDriver();
    expect(await driver.line({ now: monday })).toEqual([{ done: 1 }]);
    expect(await driver.line({ now: '2026-03-02T08:59:59-06:00' })).toEqual([
      { error: 'the clock is at 2026-03-02T09:00:00-06:00 and does not go back', line: 2 },
      { done: 2 },
    ]);
    await driver.line({ now: '2026-03-02T18:00:00Z' });
    expect(driver.now()).toBe('2026-03-02T18:00:00.000Z');
  });

  it('knows exact durations only', async () => {
    const driver = await openDriver();
    for (const advance of ['P1M', 'P1Y', 'P', 'PT', '1d', 'P1DT', '-P1D', 'PT1.5H']) {
      expect(JSON.stringify(await driver.line({ advance })), advance).toContain('is not an exact ISO duration');
    }
    await driver.line({ advance: 'P1W' });
    await driver.line({ advance: 'P1DT2H3M4S' });
    expect(driver.now()).toBe('2026-03-10T17:03:04.000Z');
  });

  it('does not run an advance twice when its id comes again', async () => {
    const driver = await openDriver();
    await driver.line({ advance: 'PT1H', id: 'a' });
    expect(await driver.line({ advance: 'PT1H', id: 'a' })).toEqual([{ done: 2, duplicate: true }]);
    expect(driver.now()).toBe('2026-03-02T16:00:00.000Z');
  });

  it('goes to the same place when it died on the way and the line comes again', async () => {
    const durable = createCrashingStore();
    const phones = createPhones();
    const { store } = durable.open();
    phones.aim('a', '2026-03-02T17:00:00.000Z');
    await store.keepClock('2026-03-02T16:00:00.000Z');
    const driver = await openDriver({ openStore: async () => durable.open().store, phones: () => phones });
    await driver.line({ advance: 'PT2H', id: 'a' });
    expect(driver.now()).toBe('2026-03-02T17:00:00.000Z');
    expect(await driver.line({ advance: 'PT2H', id: 'a' })).toEqual([{ done: 2, duplicate: true }]);
  });

  it('starts at the later of what the store remembers and what is asked for, and at the wall clock with neither', async () => {
    const durable = createCrashingStore();
    const openStore = async () => durable.open().store;
    const first = await openDriver({ openStore, now: undefined });
    expect(first.now()).toBe('2026-12-01T00:00:00.000Z');
    await first.line({ advance: 'P2D' });
    expect((await openDriver({ openStore, now: '2026-12-02T00:00:00Z' })).now()).toBe('2026-12-03T00:00:00.000Z');
    expect((await openDriver({ openStore, now: '2026-12-09T00:00:00Z' })).now()).toBe('2026-12-09T00:00:00.000Z');
    expect((await openDriver({ openStore, now: undefined })).now()).toBe('2026-12-09T00:00:00.000Z');
  });

  it('puts out at the start what fell due while nobody was running', async () => {
    const durable = createCrashingStore();
    const openStore = async () => durable.open().store;
    const first = await openDriver({ openStore });
    await first.line({ from: 'ana', text: 'recuerda 60' });
    const outputs: object[] = [];
    await openDriver({ openStore, now: '2026-03-03T09:00:00-06:00', emit: (output) => void outputs.push(output) });
    expect(outputs).toMatchObject([{ text: 'te recuerdo 60', at: '2026-03-03T07:00:00-08:00' }, { done: 0 }]);
  });
});

describe('a bad line', () => {
  it.each([
    ['', 'the line is empty'],
    ['hola', 'the line is not JSON'],
    ['[]', 'the line is not a JSON object'],
    ['{}', 'a line has exactly one of from, now, advance, receipt, group, phone, restart'],
    ['{"from":"ana","now":"2026-03-02T09:00:00-06:00"}', 'a line has exactly one of'],
    ['{"from":"ana"}', 'needs exactly one of text, choose'],
    ['{"from":"ana","text":"a","choose":"b"}', 'needs exactly one of'],
    ['{"from":"ana","txt":"a"}', 'Unrecognized key: \\"txt\\"'],
    ['{"from":"zoe","text":"a"}', 'nobody in the roster has the id \\"zoe\\"'],
    ['{"from":"ana","choose":"Tal vez"}', 'no message to ana offers \\"Tal vez\\"'],
    ['{"from":"ana","edit":"in-1"}', 'needs the new \\"text\\"'],
    ['{"from":"ana","react":"👍"}', '\\"react\\" needs \\"to\\"'],
    ['{"from":"ana","text":"a","chat":"g9"}', 'there is no group \\"g9\\"'],
    ['{"receipt":"nada","status":"read"}', 'no message \\"nada\\" was shown'],
    ['{"now":"mañana"}', 'is not an ISO instant'],
    ['{"group":"g1","members":["zoe"]}', 'nobody in the roster'],
    ['{"restart":false}', 'restart'],
  ])('%s says what is wrong, then done, and changes nothing', async (line, problem) => {
    const driver = await openDriver();
    const outputs = await driver.line(line);
    expect(outputs).toHaveLength(2);
    expect(outputs[0]).toMatchObject({ line: 1 });
    expect(JSON.stringify(outputs[0])).toContain(problem);
    expect(outputs[1]).toEqual({ done: 1 });
    expect(driver.now()).toBe('2026-03-02T15:00:00.000Z');
    expect(await driver.store().health()).toMatchObject({ inbox: 0, outbox: 0 });
  });
});

describe('everything around', () => {
  it('takes receipts of messages that were shown, silently', async () => {
    const driver = await openDriver();
    await driver.line({ from: 'ana', text: 'pregunta' });
    expect(await driver.line({ receipt: 'simulator:ana:in-1:out:0', status: 'read' })).toEqual([{ done: 2 }]);
  });

  it('remembers groups, and hands over what their members write there', async () => {
    const driver = await openDriver();
    expect(await driver.line({ group: 'g1', members: ['ana', 'bea'] })).toEqual([{ done: 1 }]);
    await driver.line({ restart: true });
    expect(textsOf(await driver.line({ from: 'bea', chat: 'g1', text: 'eco g', mention: true }))).toEqual(['1 g', '2 g']);
    expect(await driver.line({ from: 'coord', chat: 'g1', text: 'eco g' })).toMatchObject([{ line: 4 }, { done: 4 }]);
  });

  it('goes on after a restart as if nothing had happened, and numbers the messages of each run apart', async () => {
    const durable = createCrashingStore();
    const phones = createPhones();
    const parts = { openStore: async () => durable.open().store, phones: () => phones };
    const first = await openDriver(parts);
    await first.line({ from: 'ana', text: 'eco a' });
    await first.line({ restart: true });
    const second = await openDriver(parts);
    expect(messagesOf(await second.line({ from: 'ana', text: 'eco b' })).map(({ id }) => id)).toEqual([
      'simulator:ana:in-3:out:0',
      'simulator:ana:in-3:out:1',
    ]);
  });

  it('writes options into the text where the channel cannot show them, and still names them', async () => {
    const driver = await openDriver({ platform: 'whatsapp' });
    const [message] = messagesOf(await driver.line({ from: 'ana', text: 'pregunta' }));
    expect(message).toMatchObject({ text: '¿sí o no?\n\n1. Sí\nn. No', options: ['Sí', 'No'] });
    expect(textsOf(await driver.line({ from: 'ana', choose: 'No' }))).toEqual(['elegiste No de simulator:ana:in-1:out:0']);
  });

  it('splits a text that is too long for the platform, and the last part bears the id of the message', async () => {
    const driver = await openDriver({ platform: 'telegram' });
    const parts = messagesOf(await driver.line({ from: 'ana', text: 'largo' }));
    expect(parts.map(({ id }) => id)).toEqual([
      'simulator:ana:in-1:out:0#1',
      'simulator:ana:in-1:out:0#2',
      'simulator:ana:in-1:out:0',
    ]);
    expect(parts.every(({ text }) => text.length <= 4096 && text.endsWith('.'))).toBe(true);
  });
});
