// A mentor comes in the middle of a cycle: she is welcomed as anybody, and finds the caregivers and the cycle of who was before her.
import { expect, it } from 'vitest';
import { type DriverOutput, isMessage } from '../../src/commands/driver-output.ts';
import { playNamed } from '../support/play-transcript.ts';
import { openTestHouse } from '../support/test-house.ts';

const texts = (outputs: readonly DriverOutput[], to: string): string =>
  outputs.flatMap((output) => (isMessage(output) && output.to === to ? [output.text] : [])).join('\n');

it('takes over, hears nothing before she has agreed, and goes on with the plan', async () => {
  const { end } = await playNamed('padron/reemplazar', {});
  const { house } = await openTestHouse({ now: end.clock, from: end });
  const anita = end.facts.findLast(({ kind }) => kind === 'enrolled')?.mentorId ?? '';
  expect(end.shown.filter(({ to }) => to === anita)).toEqual([]);
  expect(house.state(anita)?.caregivers.map(({ name }) => name)).toContain('Lupita');
  // Of what was planned for the one before nothing stays open.
  const before = end.facts.findLast(({ kind }) => kind === 'replaced')?.mentorId ?? '';
  const planned = end.facts.filter(({ kind, mentorId }) => kind === 'reminderPlanned' && mentorId === before);
  expect(planned.length).toBeGreaterThan(0);
  expect(house.state(before)?.reminders?.filter(({ state }) => state === 'planned') ?? []).toEqual([]);

  // Days of appointments pass without a word to her.
  expect(texts(await house.line({ advance: 'P3D' }), anita)).toBe('');
  expect(texts(await house.line({ from: anita, text: 'hola' }), anita)).toContain('maestra Anita');
  await house.line({ from: anita, choose: 'Sí, acepto' });
  await house.line({ from: anita, text: 'saltar' });
  const begun = texts(await house.line({ from: anita, text: 'saltar' }), anita);
  expect(begun).not.toContain('¿Con qué maestras');
  expect(house.state(anita)?.person?.consent?.given).toBe(true);
  const card = texts(await house.line({ from: anita, text: 'tarjeta de Lupita' }), anita);
  expect(card).toContain('Lupita');
  const told = texts(await house.line({ from: anita, text: 'ya platiqué con Lupita hoy, 12 minutos' }), anita);
  expect(told).toContain('Lupita');
  expect(house.errors).toEqual([]);
  await house.driver.close();
});
