// A week of a pilot for the standing views: mentors of four zones, each somewhere else on the way, and some who say nothing.
import { openTestHouse, type TestHouse } from '../support/test-house.ts';

const said = (from: string, ...lines: string[]): object[] =>
  lines.map((line) => (line.startsWith('[') ? { from, choose: line.slice(1, -1) } : { from, text: line }));

const welcome = (from: string, course = '[Ya lo terminé]'): object[] =>
  said(from, 'hola', '[Sí, acepto]', course, 'en mi descanso a las 2');

/** From the checklist to the date of the observation. */
const planned = (from: string, name: string, when: string): object[] =>
  said(
    from,
    `con ${name}`,
    '[Sí, aceptó]',
    '[Ya miré]',
    '3 2 4 1 n 3 3 4 2',
    'hoy en la comida, 15 minutos, 8 niños',
    'si',
    '[Usar esa meta]',
    '[Usar la propuesta]',
    '[Usar la propuesta]',
    '[Nada especial]',
    when,
    'si, 20 min',
  );

const script: object[] = [
  { now: '2026-03-02T09:00:00-06:00' },
  // Cuauhtémoc: one observation on Tuesday of which nothing is heard, one checklist half-done, one caregiver untouched.
  ...welcome('G04-mentora'),
  ...said('G04-mentora', 'Lupita, Maternal A\nRosa, Lactantes B\nPaloma, Maternal C1'),
  ...planned('G04-mentora', 'Lupita', 'mañana a las 10'),
  ...said('G04-mentora', 'con Rosa', '[Sí, aceptó]', '[Ya miré]', '3', '2'),
  // Tijuana: an observation on Monday the 9th at nine, which is half past ten in Cuauhtémoc.
  ...welcome('G01-mentora'),
  ...said('G01-mentora', 'Elena, Maternal A'),
  ...planned('G01-mentora', 'Elena', 'el lunes 9 a las 9'),
  // Cancún: no caregivers yet, the course halfway.
  ...welcome('G16-mentora', '[Voy a la mitad]'),
  // Magdalena Contreras: a whole cycle, one more caregiver.
  ...welcome('G08-mentora'),
  ...said('G08-mentora', 'Alma, Maternal A\nBertha, Maternal A'),
  ...planned('G08-mentora', 'Alma', 'mañana a las 10'),
  // Venustiano Carranza: half of the welcome.
  ...said('G06-mentora', 'hola'),
  // Guadalajara: has a rest.
  ...welcome('G12-mentora'),
  ...said('G12-mentora', 'Delia, Maternal A', 'pausa', '[Dos semanas]'),
  // Texcoco: leaves. León: does not agree.
  ...welcome('G10-mentora'),
  ...said('G10-mentora', 'Nora, Maternal A', 'baja', '[Ya no me escriba]'),
  ...said('G13-mentora', 'hola', '[No, gracias]'),
  { now: '2026-03-03T14:10:00-06:00' },
  ...said(
    'G08-mentora',
    'si, 15 min',
    '[Notas, sin modelar]',
    'Siete niños escogieron',
    'Al recoger ya no',
    '3',
    'no',
    '[Mañana, 13:30]',
  ),
  { now: '2026-03-04T14:10:00-06:00' },
  ...said(
    'G08-mentora',
    '[Sí, 15 min]',
    'Contenta',
    'Que puso las dos cajas',
    'Qué hacer',
    'Va a tener dos',
    'Otra vez en la comida',
    'si',
  ),
  // Miguel Hidalgo: began on Friday, observes tomorrow.
  { now: '2026-03-06T12:00:00-06:00' },
  ...welcome('G05-mentora'),
  ...said('G05-mentora', 'Sofía, Maternal A'),
  ...planned('G05-mentora', 'Sofía', 'el martes a las 10'),
  { now: '2026-03-09T09:30:00-06:00' },
];

export const privateWords = ['Lupita', 'Paloma', 'Elena', 'Alma', 'Siete niños', 'dos cajas', 'Contenta', 'Sofía'];

export async function pilotWeek(): Promise<TestHouse> {
  const { house } = await openTestHouse({ now: '2026-03-02T09:00:00-06:00' });
  for (const line of script) {
    const problem = (await house.line(line)).find((output) => 'error' in output);
    if (problem) throw new Error(`${JSON.stringify(line)}: ${JSON.stringify(problem)}`);
  }
  return house;
}
