// What is said to the bot where her own words are asked for, beside answers that merely sound like it.
import { describe, expect, test } from 'vitest';
import { onlyHesitates, readCommand } from '../../src/engine/answers/commands/command.ts';
import { readIdeaRequest } from '../../src/engine/answers/commands/idea-request.ts';
import { readOwnQuestion } from '../../src/engine/answers/commands/own-question.ts';
import { readPerhapsCommand } from '../../src/engine/answers/commands/perhaps-command.ts';
import { readSwitchRequest } from '../../src/engine/answers/people/switch-request.ts';
import { table, vocabulary } from './answers-fixture.ts';

const aroundCommands = `
  me equivoque, la anterior => back
  no espere, me equivoque => back
  a ver regresame a la anterior => back
  perdon, eso no, cambie lo de antes => back
  ay no, quiero cambiar la anterior => back
  uy perdon la regue, para atras => back
  híjole no, ahi me equivoque, la de atras porfa => back
  no no, eso no era, regreseme => back
  espereme tantito que me hablan => later
  oiga me esperaaa tantito que me hablan => later
  perdon ando en sala al rato le contesto => later
  permitame, llego la supervisora => later
  no le entiendo a esto => help
  oiga y que le pongo ahi => help
  no se ni que poner la verdad => help
  y esto para que es => help
  oiga y quien lee esto => whoSees
  mejor ya no quiero seguir => stop
  perdon pero en que vamos => where
`;

const answers = [
  'que espere su turno',
  'que regrese al area anterior',
  'que no se regrese a la mesa anterior sin avisar',
  'espera a que el niño termine antes de ayudarlo',
  'no espere a que lloren para cargarlos',
  'volver a la calma antes de la comida',
  'les da un momento para que se acomoden',
  'le pidio un momento y regreso con el',
  'me explico como lo hace y le salio bien',
  'no entiende que quieren y les pregunta',
  'la anterior cancion les gusto mas',
  'le dice: espereme tantito y voy',
  'perdon les pide cuando se equivoca',
  'ella dijo que no le entiendo a los niños cuando lloran',
  'yo le puse el ejemplo y luego ella lo hizo',
  'cambiar la dinamica de la entrada',
];

describe('a command with words around it', () => {
  test.each(table(aroundCommands))('%s is %s', (text, expected) => {
    expect(readCommand(text, vocabulary)).toMatchObject({ command: expected, exact: true });
  });
  test.each(answers)('%s is an answer', (text) => {
    expect(readCommand(text, vocabulary)?.exact ?? false).toBe(false);
    expect(readPerhapsCommand(text, vocabulary)).toBeUndefined();
    expect(readIdeaRequest(text, vocabulary)).toBeUndefined();
  });
  test.each([
    ['voy a cambiar pañales y regreso', 'later'],
    ['nop no le entiendo nada de nada de veras', 'help'],
    ['oiga y Carmen como va', 'other'],
  ])('%s is asked about', (text, expected) => expect(readPerhapsCommand(text, vocabulary)).toBe(expected));
  test('a hesitation says nothing yet', () => {
    for (const text of ['oiga', 'a ver', 'ay no, perdon', 'este...']) expect(onlyHesitates(text, vocabulary), text).toBe(true);
    for (const text of ['a ver que hacen', 'este mes', 'perdon, son 3'])
      expect(onlyHesitates(text, vocabulary), text).toBe(false);
  });
});

describe('a request for an idea', () => {
  test.each([
    ['oiga y tiene algo para cuando lloran en la entrega?', 'lloran en la entrega', true],
    ['disculpe, busco ideas para cuando muerden', 'muerden', true],
    ['necesito un consejo para cuando no comen', 'no comen', true],
    ['no tendra por ahi algun tip para cuando pegan', 'pegan', true],
    ['quiero ver un consejo', '', true],
    ['buscar algo para cuando muerden', 'muerden', false],
    ['algo para cuando lloran', 'lloran', false],
  ])('%s', (text, about, sure) => expect(readIdeaRequest(text, vocabulary)).toMatchObject({ about, sure }));
  test.each([
    'buscar juguetes para la entrada',
    'algo para que se sienten, como tapetes',
    'buscar ideas con la maestra de apoyo',
  ])('%s is an answer', (text) => expect(readIdeaRequest(text, vocabulary)).toBeUndefined());
});

describe('a question of hers', () => {
  test.each([
    ['y eso cuanto tiempo me da?', 'asks'],
    ['¿tiene que ser con material?', 'asks'],
    ['¿quieres agua o jugo?', 'perhaps'],
    ['poner canciones, ¿usted qué me recomienda?', 'perhaps'],
    ['le pregunta al niño ¿qué sientes?', 'none'],
    ['¿Qué quieres jugar hoy?, les va a preguntar', 'none'],
    ['un niño le dijo "¿me ayudas?" y ella se agachó', 'none'],
    ['que canten con ella, ¿así está bien?', 'none'],
    ['oiga y si el bebe no quiere abrir la boca, cuanto lo esperamos?', 'asks'],
    ['oye, y le dice al niño ¿qué sientes?', 'none'],
    ['va a poner dos cajas', 'none'],
  ])('%s is %s', (text, expected) => expect(readOwnQuestion(text, vocabulary)).toBe(expected));
});

describe('to another caregiver', () => {
  const caregivers = [
    { id: 'l', name: 'Lupita', room: 'Maternal A' },
    { id: 'r', name: 'Rosa', room: 'Lactantes B' },
    { id: 'c', name: 'Carmen', room: 'Maternal B' },
  ];
  test.each([
    ['bueno pues empecemos con Carmen, ¿si?', 'c'],
    ['todavia no, mejor regresame con lupita', 'l'],
    ['ahora lupita porfa', 'l'],
    ['regresemos con la de maternal b', 'c'],
    ['mejor vamonos con rosita', 'r'],
    ['quiero ver a carmen', 'c'],
  ])('%s', (text, id) =>
    expect(readSwitchRequest(text, caregivers, vocabulary)).toEqual({ who: { kind: 'understood', value: id } }),
  );
  test.each([
    ['ahorita ocupo ir a ver a la Rosita con la lista', 'r'],
    ['oye me toca ver a la carmen hoy', 'c'],
    ['voy a ir con la lupita', 'l'],
    ['ocupo hacer lo de la carmen', 'c'],
  ])('%s: what she is about to do', (text, id) =>
    expect(readSwitchRequest(text, caregivers, vocabulary)).toEqual({ who: { kind: 'understood', value: id }, intends: true }),
  );
  test('what she tells of the acceptance goes along', () => {
    expect(readSwitchRequest('rosa ya dijo q si, vamos con ella', caregivers, vocabulary)).toEqual({
      who: { kind: 'understood', value: 'r' },
      accepted: 'ya dijo que si',
    });
  });
  test.each([
    'ahora que Rosa coma con los niños',
    'con Rosa de apoyo',
    'creo que rosa ya dijo que si',
    'que Carmen le ayude con los niños',
    'Lupita',
    'vamos con ella',
    'me toca ver a Rosa mañana a las 10',
    'fui a ver a Carmen',
  ])('%s is no such thing', (text) => expect(readSwitchRequest(text, caregivers, vocabulary)).toBeUndefined());
});
