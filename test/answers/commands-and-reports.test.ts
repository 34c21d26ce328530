// Commands in the wild and what only looks like one; reports, reasons and facts of a session.
import { describe, expect, test } from 'vitest';
import { readCommand } from '../../src/engine/answers/commands/command.ts';
import { readMomentFacts } from '../../src/engine/answers/told/moment-facts.ts';
import { readNotHeldReason } from '../../src/engine/answers/told/reason.ts';
import { readReport } from '../../src/engine/answers/told/report.ts';
import { table, vocabulary, wednesdayAfter } from './answers-fixture.ts';

const commands = `
  luego => later
  al rato => later
  ando en sala => later
  deme chance => later
  mañana le sigo => later
  ahorita no puedo, estoy en sala => later
  paso => skip
  sáltala => skip
  la que sigue => skip
  atrás => back
  me equivoqué => back
  la anterior => back
  ayuda => help
  ayuda por favor => help
  no entiendo => help
  ¿cómo? => help
  ? => help
  quiero hablar con alguien => human
  ¿me marca? => human
  baja => stop
  ya no quiero recibir mensajes => stop
  menú => menu
  MENU => menu
  ¿dónde voy? => where
  en qué íbamos => where
  corrige la 4 => correct:la 4
  corrige L7K => correct:l7k
  corregir => correct
  con Lupita => withCaregiver:lupita~
  vamos con Rosa => withCaregiver:rosa~
  pausa => pause
  pausa hasta el lunes => pause:hasta el lunes
  duda => doubt
  duda: ¿cómo le hago si llora? => doubt:¿cómo le hago si llora?
  tengo una duda, cómo observo => doubt:cómo observo
  mis datos => myData
  borre mis datos => stop
  ¿quién ve esto? => whoSees
  siguiente => next
  más => more
  tips => tips
  me da un tip => tips
  quiero cambiar la 3 => correct:la 3
  ya no quiero seguir => stop
  espéreme tantito => later
  no sé qué poner => help
  pausa una semana => pause:una semana
  un tip porfa => tips
  mis maestras => caregivers
  empezar de nuevo => restart
  ya puedo seguir => resume
  guía => guide
  luego le digo cuantas => later
  deje le pregunto a la maestra y al ratito le digo => later~
  deme 5 minutos => later
  saliendo del turno le contesto => later
  estoy con la maestra enfrente, ahorita no => later~
  sáltemela tantito => skip
  cuando se duerman los niños le sigo => later
  ya tengo que entrar a sala => later
  no se, paso => skip~
  hay que corregir un dato => correct
  con quien puedo hablar => human
  ocupo hablar con alguien => human
  me quiero salir del programa => stop
  ya voy a acabar? => where~
  esta no se la se contestar, la q sigue => skip~
  esa me la brinco => skip
  regresame a la anterior vos => back
  atras, puse mal la maestra => back
  quiero corregir lo que registre ayer => correct:lo que registre ayer~
  me puede llamar alguien? no le hallo => human
  que me marque la consultora => human
  pueden comunicarme con la coordinadora => human
  ya no quiero contestar esto, me da de baja? => stop
  quiero q borren todos mis datos => stop
  saquenme del grupo => stop
  a q se refiere con emocion? no le entiendo => help~
  cual es la diferencia entre el 1 y el 3? => doubt~
  en que me quede? => where~
`;
const noCommands =
  'le pido ayuda a la directora|al rato la hago|luego los carga|vamos a la 5|no quiero|con permiso|ayuda a los niños a compartir|ayuda a los niños a que se calmen|la maestra les pide ayuda|con mucha paciencia|con calma|con los niños|con notas|pausa para respirar|hace una pausa y espera|luego luego les habla|hola|sí|no|3|siempre|el martes a las 10|les da más opciones|siguiente actividad con pintura|corrige a los niños con cariño y sin gritar nunca|video de 20 minutos y luego platicamos con calma|buenos días|👍|la maestra se salta a los niños callados|regresa a los niños a su lugar|luego le cuenta un cuento|no me marco nadie|que espere a que terminen|dar de baja a Lupe|';

const reports = `
  ya hice la observación de Lupita el martes, 20 minutos => held focusedObservation
  ya platiqué con Rosa => held reflection
  ya terminé la lista de Lupita => held checklist
  ya hicimos el plan de trabajo => held workPlan
  ya la hice => held
  no se pudo la observación => notHeld focusedObservation
  faltó la maestra => notHeld
  no hubo quien cubriera => notHeld
  se cambió para el jueves a las 11 => moved
  se recorrió al lunes => moved
  la movimos al viernes => moved
  no se pudo, quedó para el lunes => moved
  si no se pudo qué hago => none
  ¿ya hice la observación? => none
  ya hice la comida => none
  cuando ya platique con ella => none
  todavía no hago la observación => none
  creo que no se pudo => none
  a Lupita le faltó material => none
  hola => none
`;
const reasons = `
  faltó la maestra => caregiverAbsent
  estaba de vacaciones => caregiverAbsent
  se enfermó => caregiverAbsent
  no hubo quien cubriera => noCover
  falta de personal => noCover
  tuvimos simulacro => event
  se atravesó la junta => event
  hubo festival => event
  no me dio tiempo => noTime
  mucho trabajo => noTime
  no sé => none
`;
const moments = [
  { id: 'meal', aliases: ['comida', 'alimentacion'] },
  { id: 'diapering', aliases: ['cambio de panal', 'panal'] },
  { id: 'rest', aliases: ['descanso'] },
];

describe('commands', () => {
  test.each(table(commands))('%s is %s', (text, expected) => {
    const read = readCommand(text, vocabulary);
    expect(read && `${read.command}${read.arg ? `:${read.arg}` : ''}${read.exact ? '' : '~'}`).toBe(expected);
  });
  test.each(noCommands.split('|'))('%s is an answer', (text) => expect(readCommand(text, vocabulary)).toBeUndefined());
});

describe('reports', () => {
  test.each(table(reports))('%s is %s', (text, expected) => {
    const read = readReport(text, vocabulary);
    expect(read ? [read.what, read.phase].filter((part) => part !== undefined).join(' ') : 'none').toBe(expected);
  });
  test.each(table(reasons))('%s is %s', (text, expected) => expect(readNotHeldReason(text, vocabulary) ?? 'none').toBe(expected));
});

describe('the facts of a session', () => {
  const date = (day: string): object => ({ kind: 'date', date: day, warn: [] });
  test.each([
    [
      'hoy, en la comida, 15 minutos, 8 niños',
      { when: date('2026-11-25'), routineMoment: 'meal', minutes: 15, childrenPresent: 8 },
    ],
    ['20 min con notas, sí modelé', { minutes: 20, method: 'notes', modelled: true }],
    ['15', { minutes: 15 }],
    ['hoy 15', { minutes: 15, when: date('2026-11-25') }],
    ['ayer 20 min video', { minutes: 20, when: date('2026-11-24') }],
    ['ayer 20', { minutes: 20, when: date('2026-11-24') }],
    [
      'el martes 20 minutos, yo grabé, no modelé',
      { minutes: 20, when: date('2026-11-24'), method: 'videoByMentor', modelled: false },
    ],
    ['8 niños', { childrenPresent: 8 }],
    ['5 niños y 3 niñas, 20 min', { childrenPresent: 8, minutes: 20 }],
    ['el 20, 15 minutos', { minutes: 15, when: date('2026-11-20') }],
    ['hoy a las 10, media hora', { minutes: 30, when: { kind: 'datetime', date: '2026-11-25', time: '10:00', warn: [] } }],
    ['se grabó ella 10 min', { minutes: 10, method: 'videoByCaregiver' }],
    ['durante el cambio de pañal, una hora', { minutes: 60, routineMoment: 'diapering' }],
    ['de 15 a 20 minutos', {}],
    ['20 8', {}],
    ['un niño de 2 años lloró', {}],
    ['eran 8 ninos no 9', { childrenPresent: 8 }],
    ['no eran 9 niños, eran 8', { childrenPresent: 8 }],
    ['8 niños no 9 niños, 20 min', { childrenPresent: 8, minutes: 20 }],
    ['fueron 15 no 20', { minutes: 15 }],
    ['no fueron 20 min, fueron 15', { minutes: 15 }],
    ['no 20', { minutes: 20 }],
    ['no, 20 min', { minutes: 20 }],
    ['hoy a las 10, no 20 min', { minutes: 20, when: { kind: 'datetime', date: '2026-11-25', time: '10:00', warn: [] } }],
    ['fue en el cambio de pañal eh no en la comida', { routineMoment: 'diapering' }],
    ['no fue en la comida, fue en el descanso', { routineMoment: 'rest' }],
    ['en la comida no, en el descanso', { routineMoment: 'rest' }],
    ['no fue en la comida', {}],
    ['en la comida no modelé', { routineMoment: 'meal', modelled: false }],
  ])('%s', (text, expected) => expect(readMomentFacts(text, moments, vocabulary, wednesdayAfter)).toEqual(expected));
});
