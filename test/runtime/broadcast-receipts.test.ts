// What the channel tells of a broadcast afterwards, and what its receivers do, is in the sender's report.
import { describe, expect, it } from 'vitest';
import { type DriverMessage, isMessage } from '../../src/commands/driver-output.ts';
import { playNamed } from '../support/play-transcript.ts';
import { openTestHouse, type TestHouse } from '../support/test-house.ts';

const sender = 'consultora-1';
const mentor = 'G04-mentora';

async function sentHouse(): Promise<{ house: TestHouse; bubble: DriverMessage }> {
  const { end } = await playNamed('bienvenida/completa', {});
  const { house } = await openTestHouse({ now: '2026-03-03T17:00:00.000Z', from: end });
  let outputs: DriverMessage[] = [];
  for (const text of ['difundir', 'todas', 'Hola (nombre), el jueves es el taller 3.', 'listo', 'ahora'])
    outputs = (await house.line({ from: sender, text })).filter(isMessage);
  const bubble = outputs.find(({ to }) => to === mentor);
  if (!bubble) throw new Error('she got no bubble');
  return { house, bubble };
}

async function report(house: TestHouse): Promise<string> {
  const outputs = (await house.line({ from: sender, text: 'reporte' })).filter(isMessage);
  return outputs.map(({ text }) => text).join('\n');
}

describe('a broadcast that has gone out', () => {
  it('is of its own kind, without options, and no line of a log or fact holds its words', async () => {
    const { house, bubble } = await sentHouse();
    const text = 'De Adriana, consultora del programa:\nHola maestra Lupe, el jueves es el taller 3.';
    expect(bubble).toMatchObject({ kind: 'broadcast', options: [], text });
    const fact = house.facts().find(({ kind }) => kind === 'broadcastSent');
    expect(fact).toMatchObject({ mentorId: mentor, data: { bubbles: 1, urgent: false } });
    expect(JSON.stringify(house.facts())).not.toContain('taller 3');
    expect(house.errors).toEqual([]);
  });

  it('counts what the channel says, each once', async () => {
    const { house, bubble } = await sentHouse();
    expect(await report(house)).not.toContain('Entregados');
    await house.line({ receipt: bubble.id, status: 'delivered' });
    expect(await report(house)).toContain('Entregados: 1');
    expect(await report(house)).not.toContain('leídos');
    await house.line({ receipt: bubble.id, status: 'read' });
    await house.line({ receipt: bubble.id, status: 'read' });
    expect(await report(house)).toContain('Entregados: 1 · leídos: 1');
  });

  it('an answer counts within two days, whether it quotes or comes with nothing else open', async () => {
    const early = await sentHouse();
    await early.house.line({ advance: 'PT47H' });
    await early.house.line({ from: mentor, text: 'sí voy', replyTo: early.bubble.id });
    expect(await report(early.house)).toContain('contestaron: 1');
    const late = await sentHouse();
    await late.house.line({ advance: 'PT49H' });
    await late.house.line({ from: mentor, text: 'sí voy', replyTo: late.bubble.id });
    expect(await report(late.house)).not.toContain('contestaron');
  });

  it('what is written at a question of ours is no answer to it', async () => {
    const { end } = await playNamed('bienvenida/completa', {});
    const { house } = await openTestHouse({ now: '2026-03-03T17:00:00.000Z', from: end });
    await house.line({ from: mentor, text: 'consejo' });
    for (const text of ['difundir', 'todas', 'El jueves es el taller 3.', 'listo', 'ahora'])
      await house.line({ from: sender, text });
    await house.line({ from: mentor, text: 'lloran en la entrega' });
    expect(await report(house)).not.toContain('contestaron');
  });

  it('its recipients leave for the archive after a week, and the report stays', async () => {
    const { house } = await sentHouse();
    const before = await report(house);
    await house.line({ advance: 'P8D' });
    const owner = house.state(sender)?.outreach?.[0]?.id ?? '';
    expect(house.state(owner)?.outreach?.map(({ kind }) => kind)).toEqual(['broadcast']);
    expect(await report(house)).toBe(before);
  });

  it('nobody else can stop it or ask about it', async () => {
    const { house } = await sentHouse();
    const outputs = (await house.line({ from: 'consultora-2', text: 'reporte' })).filter(isMessage);
    expect(outputs.map(({ text }) => text).join()).toContain('Todavía no ha mandado mensajes');
  });
});
