// What consultants and coordinators ask in sentences of their own, role by role; what is not theirs is no command.
import { describe, expect, it } from 'vitest';
import { mayCommand, type StaffCommand } from '../../src/domain/access.ts';
import type { Role } from '../../src/domain/roster.ts';
import { readStaffCommand } from '../../src/engine/answers/commands/staff-command.ts';
import { readStaffSentence } from '../../src/engine/answers/commands/staff-sentence.ts';
import { vocabularyOf } from '../../src/engine/vocabulary-of.ts';
import { houseProgram } from '../support/test-house.ts';

const vocabulary = vocabularyOf(houseProgram().program);

function read(role: Role, text: string): StaffCommand | undefined {
  const may = (command: StaffCommand): boolean => mayCommand([role], command);
  const said = readStaffCommand(text, vocabulary) ?? readStaffSentence(text, vocabulary, may);
  return said && may(said.command) ? said.command : undefined;
}

const coordinator: readonly (readonly [string, StaffCommand | undefined])[] = [
  ['como van?', 'progress'],
  ['¿Cómo va todo?', 'progress'],
  ['quiero ver el avance', 'progress'],
  ['buenos dias, me puede mandar el avance del piloto', 'progress'],
  ['cuantas observaciones llevamos?', 'progress'],
  ['a quien le falta', 'pending'],
  ['quien va atrasada', 'pending'],
  ['quienes no han empezado', 'pending'],
  ['que falta por anotar', 'pending'],
  ['pendientes de la G05', 'pending'],
  ['como va Lupe', 'pending'],
  ['necesito el exel de participacion', 'participation'],
  ['mandame el registro de esta semana', 'participation'],
  ['ocupo el reporte de participacion de marzo', 'participation'],
  ['me pasas el excel de la iteracion 1 porfa', 'participation'],
  ['se va la maestra Claudia de la G07, entra Rosario Perez Gomez', 'rosterChange'],
  ['la maestra fer se cambia a la guarderia de leon', 'rosterChange'],
  ['la maestra Norma renunció', 'rosterChange'],
  ['agrega a Sofia Luna de G03', 'rosterChange'],
  ['ya regresó la maestra Gaby', 'rosterChange'],
  ['anota por la maestra Silvia que ya observo a Lupita ayer', 'proxy'],
  ['que dudas tengo', undefined],
  ['mandar a quienes no han empezado: ánimo', undefined],
  ['avisa a las que no han terminado el plan', undefined],
  ['gracias', undefined],
  ['buenas tardes', undefined],
  ['mañana voy a la guarderia de leon', undefined],
];

const consultant: readonly (readonly [string, StaffCommand | undefined])[] = [
  ['como van?', 'mentors'],
  ['como van mis muchachas', 'mentors'],
  ['quien no ha empezado', 'mentors'],
  ['que hay de Lupe', 'mentors'],
  ['que dudas tengo', 'doubts'],
  ['hay dudas nuevas?', 'doubts'],
  ['Yadira ya hizo la observación de Chayo el viernes', 'proxy'],
  ['quiero anotar por la maestra Yadira', 'proxy'],
  ['quiero ver el avance', undefined],
  ['mandame el registro de esta semana', undefined],
  ['se va la maestra Claudia, entra Rosario Perez', undefined],
];

describe('a sentence to the bot', () => {
  it.each(coordinator)('of a coordinator: %s', (text, command) => expect(read('coordinator', text)).toBe(command));
  it.each(consultant)('of a consultant: %s', (text, command) => expect(read('consultant', text)).toBe(command));
});
