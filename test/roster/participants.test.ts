// Zoom's lists of participants, as it exports them and as they are pasted, and who of the roster is in them.
import { expect, it } from 'vitest';
import type { AttendedPart } from '../../src/domain/attendance.ts';
import { matchParticipants } from '../../src/roster/match-participants.ts';
import { readParticipants } from '../../src/roster/read-participants.ts';
import { testRoster } from '../support/test-house.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const english = `\uFEFFName (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest,Recording Consent,In Waiting Room
Lupe (Guadalupe Ríos Peña),lupe@ejemplo.invalid,03/26/2026 10:58:01 AM,03/26/2026 11:58:01 AM,60,Yes,,No
Lupe (Guadalupe Ríos Peña),lupe@ejemplo.invalid,03/26/2026 11:30:00 AM,03/26/2026 12:28:01 PM,58,Yes,,No
"Baca Olivas, Rosa Isela",,03/26/2026 11:00:00 AM,03/26/2026 01:30:00 PM,150,Yes,,No
Tere,,03/26/2026 11:00:00 AM,03/26/2026 12:00:00 PM,60,Yes,,No
Tere,,03/26/2026 10:50:00 AM,03/26/2026 11:00:00 AM,10,Yes,,Yes
,,03/26/2026 11:00:00 AM,03/26/2026 12:00:00 PM,60,Yes,,No
Alma,,03/26/2026 11:00:00 AM,03/26/2026 12:00:00 PM,,Yes,,No
Delia,,03/26/2026 11:00:00 AM,03/26/2026 12:00:00 PM,muchos,Yes,,No
`;

it('reads what Zoom exports: several rows a person, devices at once, the waiting room, and rows that cannot be', () => {
  const { source, participants, problems, rows } = readParticipants(bytes(english));
  expect(source).toBe('zoom');
  expect(rows).toBe(7);
  expect(participants).toEqual([
    { names: ['Lupe', 'Guadalupe Ríos Peña'], minutes: 90 },
    { names: ['Baca Olivas, Rosa Isela'], minutes: 150 },
    { names: ['Tere'], minutes: 60 },
  ]);
  expect(problems).toEqual([
    { line: 7, reason: 'noName' },
    { line: 8, reason: 'noMinutes' },
    { line: 9, reason: 'badMinutes' },
  ]);
});

it('reads it in Spanish, with semicolons and with the meeting before the participants', () => {
  const spanish = `Tema;ID de la reunión;Hora de inicio
Taller 4;812 3456;26/03/2026 10:50:00

Nombre (nombre original);Correo electrónico;Hora de entrada;Hora de salida;Duración (minutos);Invitado;En sala de espera
Guadalupe Ríos Peña;;26/03/2026 10:58:00 a. m.;26/03/2026 01:28:00 p. m.;150;Sí;No
Guadalupe Ríos Peña;;26/03/2026 10:50:00 a. m.;26/03/2026 10:58:00 a. m.;8;Sí;Sí
`;
  expect(readParticipants(bytes(spanish)).participants).toEqual([{ names: ['Guadalupe Ríos Peña'], minutes: 150 }]);
});

it('reads a table whose tabs became blanks on the way into the chat, and names alone', () => {
  const pasted = `Name (Original Name) User Email Join Time Leave Time Duration (Minutes) Guest
Lupe (Guadalupe Ríos Peña) lupe@ejemplo.invalid 03/26/2026 10:58:01 AM 03/26/2026 01:28:01 PM 150 Yes
Tere 03/26/2026 11:00:00 AM 03/26/2026 12:00:00 PM 60 Yes`;
  expect(readParticipants(bytes(pasted)).participants).toEqual([
    { names: ['Lupe', 'Guadalupe Ríos Peña'], minutes: 150 },
    { names: ['Tere'], minutes: 60 },
  ]);
  const named = readParticipants(bytes('1. Lupe\n2. Rosy de la G02 y la maestra Vero'));
  expect(named.source).toBe('consultant');
  expect(named.participants.map(({ names }) => names[0])).toEqual(['Lupe', 'Rosy de la G02', 'la maestra Vero']);
});

async function find(text: string, self: Record<string, AttendedPart> = {}) {
  const { persons, centres } = await testRoster();
  const consent = { version: 'x', at: '2026-01-01T00:00:00.000Z', given: true };
  return matchParticipants({
    list: readParticipants(bytes(text)),
    workshop: { number: 4, minutes: 150 },
    persons: persons.map((person) => ({ ...person, consent })),
    centres,
    selfOf: (id) => self[id],
  });
}

it('a whole name is sure, a part of one is doubtful, and who is not there is told, with what each said herself', async () => {
  const { known, doubtful, absent, problems } = await find(english, {
    'G04-mentora': 'complete',
    'G01-mentora': 'part',
    'G02-mentora': 'complete',
  });
  expect(known).toEqual([
    { id: 'G04-mentora', name: 'Guadalupe Ríos Peña', minutes: 90, differs: 'complete' },
    { id: 'G02-mentora', name: 'Rosa Isela Baca Olivas', minutes: 150, differs: null },
  ]);
  expect(doubtful).toEqual([
    { said: 'Tere', minutes: 60, candidates: [{ id: 'G16-mentora', name: 'Teresa de Jesús Uc Balam' }] },
  ]);
  expect(absent.find(({ id }) => id === 'G01-mentora')?.differs).toBe('part');
  expect(absent.some(({ id }) => id === 'G04-mentora')).toBe(false);
  expect(problems).toHaveLength(3);
});

it('her centre makes a first name hers alone, and nobody else is guessed at', async () => {
  const { known, doubtful, staff } = await find('maestra Tere G16\niPhone de Pancho\nAdriana Villaseñor\nHernández Tapia Silvia');
  expect(known.map(({ id }) => id)).toEqual(['G16-mentora', 'G06-mentora']);
  expect(doubtful).toEqual([{ said: 'iPhone de Pancho', minutes: null, candidates: [] }]);
  expect(staff).toBe(1);
});
