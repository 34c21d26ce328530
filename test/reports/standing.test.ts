// What coordinators and consultants read of the standing, word for word, after a week of a pilot.
import { beforeAll, expect, it } from 'vitest';
import { type DriverMessage, isMessage } from '../../src/commands/driver-output.ts';
import type { TestHouse } from '../support/test-house.ts';
import { pilotWeek, privateWords } from './standing-scenario.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await pilotWeek();
});

async function ask(from: string, text: string): Promise<DriverMessage[]> {
  const messages = (await house.line({ from, text })).filter(isMessage);
  expect(house.errors).toEqual([]);
  for (const message of messages) {
    expect(message.to).toBe(from);
    expect(message.text.length).toBeLessThanOrEqual(1000);
    for (const word of privateWords) expect(message.text).not.toContain(word);
  }
  return messages;
}
const textsOf = (messages: readonly DriverMessage[]): string[] => messages.map(({ text }) => text);

it('«pendientes»: the figures and whom to call, then each centre, the most urgent first', async () => {
  const [summary, ...details] = textsOf(await ask('coordinadora-1', '/pendientes'));
  expect(summary).toMatchInlineSnapshot(`
    "Pendientes, lunes 9 de marzo, 09:30 h:
    • 1 cita ya pasada sin anotar
    • 1 cita para hoy
    • 9 bienvenidas sin terminar
    • 1 mentora sin maestras anotadas
    • 3 mentoras llevan una semana o más sin escribir
    • 117 sesiones vencidas, como en el «registro» (de 140 maestras esperadas, 8 registradas)
    • 1 curso CLIMSS sin terminar
    • 1 no participa
    • 1 mentora en pausa
    • 1 baja
    • 1 centro sin mentora: G10 Texcoco
    Llame primero a Guadalupe Ríos Peña, G04 Cuauhtémoc."
  `);
  expect(details.join('\n--\n')).toMatchInlineSnapshot(`
    "Por centro, lo más urgente arriba:
    G04 Cuauhtémoc
    • Guadalupe Ríos Peña: observación del martes 3 sin anotar, 4 días hábiles; 19 sesiones vencidas; 7 días sin escribir.
    G16 Cancún
    • Teresa de Jesús Uc Balam: sin maestras anotadas; 22 sesiones vencidas; 7 días sin escribir; curso CLIMSS sin terminar.
    G01 Tijuana
    • Verónica Salcido Aguirre: observación hoy a las 09:00; 16 sesiones vencidas; 7 días sin escribir.
    G06 Venustiano Carranza
    • Silvia Hernández Tapia: bienvenida a medias.
    G10 Texcoco
    • Leticia Espinosa Buendía: se dio de baja el lunes 2 de marzo.
    G12 Guadalajara
    • Norma Angélica Íñiguez Padilla: en pausa hasta el lunes 16 de marzo; 24 sesiones vencidas.
    --
    Bienvenida sin empezar: Rosa Isela Baca Olivas (G02), Martha Alicia Dávila Cepeda (G03), Irma Salas Prado (G04), Claudia Ivette Rangel Soto (G07), María Fernanda Olvera Trejo (G09), Gabriela Xicale Montiel (G11), Rocío del Carmen Poot Canché (G14), Yadira Cota Valdez (G15).
    No han entrado al chat: Ana Laura Mejía Cordero (G05), Beatriz Adriana Núñez Lara (G08)."
  `);
});

it('of one centre or one mentor, where she asks after it; a name that nobody has is everybody', async () => {
  const asked = async (from: string, text: string): Promise<string> => textsOf(await ask(from, text)).join('\n');
  const ofOne = await asked('coordinadora-1', 'pendientes de la G16');
  expect(ofOne).toContain('22 sesiones vencidas');
  for (const other of ['Guadalupe', 'G01', 'G10', 'Bienvenida sin empezar']) expect(ofOne).not.toContain(other);
  expect(await asked('coordinadora-1', '¿qué le falta a la maestra Tere?')).toBe(ofOne);
  expect(await asked('coordinadora-1', 'pendientes de Cancún')).toBe(ofOne);
  expect(await asked('coordinadora-1', 'pendientes de Petronila')).toBe(await asked('coordinadora-1', 'pendientes'));
  const hers = await asked('consultora-1', '¿cómo va Lupe?');
  expect(hers).toContain('Guadalupe Ríos Peña');
  expect(hers).not.toContain('Silvia');
});

it('«avance»: one short text with one picture', async () => {
  const messages = await ask('coordinadora-1', '/avance');
  expect(textsOf(messages)).toHaveLength(1);
  expect(messages[0]?.text).toMatchInlineSnapshot(`
    "Avance, lunes 9 de marzo, 09:30 h.
    Iteración 1: faltan 11 días para que termine.
    De 140 maestras esperadas en 14 centros, 8 registradas:
    • 1 con ciclo cerrado (1 %)
    • 3 en observación
    • 1 en diagnóstico o plan
    • 135 sin empezar
    Un centro sin mentora: G10 Texcoco.
    10 centros no han empezado: G02 Ciudad Delicias, G03 Saltillo, G06 Venustiano Carranza, G07 Benito Juárez, G09 Santiago de Querétaro, G11 Puebla y 4 más."
  `);
  expect(messages[0]?.media).toMatchObject({ type: 'image', file: 'made/avance-2026-03-09.png' });
});

it('«mis mentoras»: those whom she accompanies', async () => {
  expect(textsOf(await ask('consultora-1', '/mis-mentoras')).join('\n--\n')).toMatchInlineSnapshot(`
    "Las 5 mentoras que acompaña, lunes 9 de marzo, 09:30 h:
    • Guadalupe Ríos Peña, G04 Cuauhtémoc
    3 maestras: 1 en observación, 1 en diagnóstico o plan, 1 sin empezar. Sigue anotar la observación del martes 3 (vencida). Tiene 19 sesiones vencidas. Lleva 7 días sin escribir.
    • Silvia Hernández Tapia, G06 Venustiano Carranza
    Dejó a medias la bienvenida. Lleva 7 días sin escribir.
    • Irma Salas Prado, G04 Cuauhtémoc
    No ha empezado la bienvenida.
    • Beatriz Adriana Núñez Lara, G08 Magdalena Contreras
    2 maestras: 1 con ciclo cerrado, 1 sin empezar. Sigue la lista de cierre. Tiene 16 sesiones vencidas. Lleva 5 días sin escribir.
    • Leticia Espinosa Buendía, G10 Texcoco
    Se dio de baja el lunes 2 de marzo."
  `);
  expect(textsOf(await ask('consultora-2', 'cómo van mis mentoras')).join('\n--\n')).toMatchInlineSnapshot(`
    "Las 4 mentoras que acompaña, lunes 9 de marzo, 09:30 h:
    • Claudia Ivette Rangel Soto, G07 Benito Juárez
    No ha empezado la bienvenida.
    • María Fernanda Olvera Trejo, G09 Santiago de Querétaro
    No ha empezado la bienvenida.
    • Gabriela Xicale Montiel, G11 Puebla
    No ha empezado la bienvenida.
    • Ana Laura Mejía Cordero, G05 Miguel Hidalgo
    1 maestra: 1 en observación. Sigue la observación mañana a las 10:00. Tiene 20 sesiones vencidas. Lleva 3 días sin escribir."
  `);
});

it('an hour later the observation of Tijuana is over, in the time of Tijuana', async () => {
  await house.line({ now: '2026-03-09T10:05:00-06:00' });
  expect(textsOf(await ask('coordinadora-1', 'pendientes')).join('\n')).toContain(
    'G01 Tijuana\n• Verónica Salcido Aguirre: observación de hoy, por anotar;',
  );
});
