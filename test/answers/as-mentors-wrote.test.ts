// What people playing mentors wrote and was once taken for something else: a sentence is never an answer in silence.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type ChoiceOption, readChoice } from '../../src/engine/answers/choices/choice.ts';
import { readCommand } from '../../src/engine/answers/commands/command.ts';
import { readCaregiverList } from '../../src/engine/answers/people/caregiver-list.ts';
import { readScale } from '../../src/engine/answers/scales/scale.ts';
import { readReport } from '../../src/engine/answers/told/report.ts';
import { readWhen } from '../../src/engine/answers/when/when.ts';
import { isUnconditionalYes, readYesNo } from '../../src/engine/answers/yes-no/yes-no.ts';
import { safeguardingRoute } from '../../src/engine/safety/safeguarding.ts';
import type { Safeguarding } from '../../src/program/content-schema.ts';
import { mondayMorning, shortReading, shortWhen, table, vocabulary } from './answers-fixture.ts';

const accepted: ChoiceOption[] = [
  { id: 'yes', label: 'Sí, aceptó', synonyms: ['si', 'ya', 'claro', 'si acepto', 'ya acepto'] },
  { id: 'no', label: 'No quiso', synonyms: ['no', 'no quiso', 'no quiere', 'dijo que no'] },
  { id: 'notYet', label: 'Todavía no le explico', synonyms: ['todavia no', 'aun no', 'no le he dicho', 'me falta'] },
];
const held: ChoiceOption[] = [
  { id: 'yes15', label: 'Sí, 15 min' },
  { id: 'yes20', label: 'Sí, 20 min' },
  { id: 'yes', label: 'Sí, otro tiempo', synonyms: ['si', 'ya', 'ya la hice', 'claro'] },
  { id: 'notYet', label: 'Todavía no', synonyms: ['no', 'todavia no'] },
  { id: 'moved', label: 'La movimos', synonyms: ['la movimos', 'se movio'] },
  { id: 'notHeld', label: 'No se pudo', synonyms: ['no se pudo', 'falto'] },
];
const moments: ChoiceOption[] = [
  { id: 'meal', label: 'Alimentación', synonyms: ['comida'] },
  { id: 'rest', label: 'Descanso' },
  { id: 'diaper', label: 'Cambio de pañal' },
  { id: 'play', label: 'Juego libre' },
];
const todo: ChoiceOption[] = [
  { id: 'observe', label: 'Hacer la observación' },
  { id: 'list', label: 'Ver mis maestras' },
];

const amongAccepted = `
  si, el 4 de marzo, 15 minutos => ?["yes"]
  apenas le voy a decir, yo digo que ya mañana => ?["yes"]
  no, esa no, con chayo => ?["no"]
  ay no, si acepto ella, eso quise decir => ?["yes"]
  no ha querido pero la voy a convencer => ?["no"]
  todavia no le digo => ="notYet"
  todavía no, mañana => ="notYet"
  aún no le explico => ="notYet"
  no sé => -
  pues no se => -
  quien sabe => -
  ni idea => -
  me da igual => -
  sí => ="yes"
  ya => ="yes"
  no => ="no"
  ya le dije que viniera el lunes => ?["yes"]
  si le explique pero no me contesto nada => -
  sí, la 2 => ?["no","yes"]
  dos semanas => -
  la que sea => -
`;
const amongHeld = `
  el viernes 20 => ?["yes20"]
  ya platiqué con Lupita el 4 de marzo => ?["yes"]
  no sé => -
  no se pudo => ="notHeld"
  todavía no => ="notYet"
  la 15 => ="yes15"
  15 min => ="yes15"
  opción 6 => ="notHeld"
  se movió para el jueves 5 a la 1 => ?["moved"]
  ¿no se pudo? => ?["notHeld"]
`;
const amongMoments = `
  ya platiqué con Lupita el 4 de marzo => -
  si, el 4 de marzo, 15 minutos => -
  dos semanas => -
  mañana a la 1:30 => -
  el viernes 20 => -
  ayer, 20 min, en la comida, 5 bebes => ="meal"
  ¿cuál me recomienda usted? => -
  ¿descanso o comida? => ?["meal","rest"]
  hoy 3/3 a las 2 => -
  la segunda semana => -
  tengo dos nada mas => -
  primero quiero ver otra cosa => -
  como a las 3 y media => -
  un cuarto para la 1 => -
  la opcion 2 porfa => ="rest"
  pues mejor la 2 => ="rest"
  es la 2 => ="rest"
  número 3 por favor => ="diaper"
  ok la 1 => ="meal"
  me quedo con la 4 => ="play"
  creo que la 2 => ?["rest"]
  comida 2 => ?["rest","meal"]
  ya que terminaron de la comida los dormimos => ?["meal","rest"]
  la de => -
`;

const scaled = `
  no, la 1 era 4 => -
  la 3 es 4 => -
  la 3 tambien => ?[{"key":"3"}]
  unas veces si otras no => ?[{"key":"2"},{"key":"3"}]
  a veces sí a veces no => ?[{"key":"2"},{"key":"3"}]
  dos o tres => ?[{"key":"2"},{"key":"3"}]
  regular => ?[{"key":"2"},{"key":"3"}]
  dos que tres => ?[{"key":"2"},{"key":"3"}]
  3 de marzo => ?[{"key":"3"}]
  4 era la otra => ?[{"key":"4"}]
  3 y 4 => ?[{"key":"3"},{"key":"4"}]
  3 la maestra canta => ={"key":"3","note":"la maestra canta"}
`;

const caregivers = `
  ¿y tengo que poner los apellidos? es que no se si se puede dar… => 
  Si => 
  si => 
  ok => 
  son dos, la miss Blanca y la miss Conchita => Blanca, Conchita
  que maestras ni que nada => 
  se llama chayo => Chayo
  nomas tengo a Luz => Luz
  jimena sin sala todavia => Jimena
  🤷‍♀️ => 
  ' => 
  y Lupita maternal b1 => Lupita
  ninguna => 
  no sé => 
  hola => 
  mañana => 
  Lupita y Rosa, ¿así está bien? => Lupita, Rosa
  María de los Ángeles Pérez López => María de los Ángeles Pérez López
  la otra es Rosa y ya => Rosa
  Lupita nada más => Lupita
  ay no espéreme => 
  tengo dos => 
  trabajo con Rosa y Carmen => Rosa, Carmen
  todavía no las conozco => 
  luego le digo => 
  son Ana y Luz gracias => Ana, Luz
  hola, son Ana y Luz => Ana, Luz
  Guadalupe de la O => Guadalupe de la O
  quisiera que no => 
  todas => 
  la directora me dice mañana => 
  Sol => Sol
  ay perdon, se me paso una, Carmen, maternal b1 => Carmen
  y tambien Ana => Ana
  oiga disculpe me falto decirle de Petra que es de maternal a => Petra
  ah y se me olvido Chayo la de los bebes => Chayo
  espereme tantito, ya: Lupita => Lupita
  disculpe la tardanza, son estas: Lupita, Chayo, Mago => Lupita, Chayo, Mago
  agregueme a Martita por favor, es de maternal b => Martita
  por lo pronto nomas Dulce => Dulce
  que se fue la luz, luego le digo => 
  Lucy tmb xfa => Lucy
  me acompañan Ana y Rosa => Ana, Rosa
  perdón es Rosalba no Rosa => Rosalba
  soy la maestra Fer y trabajo con Lucha => Lucha
  uy, son un chorro, dejeme ver => 
  hijole no me acuerdo => 
  una que se llama Xunaxi => Xunaxi
  Xunaxi => Xunaxi?
  wendy y xunaxi => Wendy, Xunaxi?
  lupita rosa carmen => Lupita?, Rosa?, Carmen?
  que aparezca como Carmen, asi nada mas => Carmen
  pongale Carmelita => Carmelita
  se llama Ma. del Carmen => Ma. del Carmen
  Carmen con C => Carmen
  no es Rosa es Rosalba => Rosalba
  le decimos Chayo => Chayo
  su nombre completo es Jimena pero con J => Jimena
  nomas Lupita, sin apellido => Lupita
  mejor solo Luz => Luz
  asi esta bien => 
`;

const reports = `
  no se pudo, se movio para el miercoles a las 11 => moved
  todavia no la hago, se movio al viernes a las 10 => moved
  se movio la observacion de chayo al jueves => moved focusedObservation
  siempre no, faltó la maestra => notHeld
  no es cierto, siempre no => notHeld
  ya observé a Rosa hoy, 20 minutos con notas y sí modelé => held focusedObservation
  ya miré a Rosa => held checklist
  ya platique con lupita ayer 15 min => held reflection
  mejor el viernes => moved
  mejor el viernes a la misma hora => moved
  mejor para mañana => moved
  mejor la siguiente => none
  todavía no => none
  todavía no la hago => none
  y si no se pudo => none
`;

const commands = `
  quiero salirme de esto, baja => stop~
  ya vete baja => stop
  ya no quiero nada => stop
  no me escribas => stop
  a ninguna hora, no me escribas => stop~
  no me escriba a ninguna hora => stop~
  salirme de esto => stop
  borra mis datos => stop
  borre mis datos => stop
  borren mis datos => stop
  elimine mis datos => stop
  oiga borre mis datos ya => stop
  mis datos => myData
  qué datos tienen de mí => myData
  cancela la pausa => resume
  siempre no quiero pausa => resume
  quita la pausa => resume
  ya no quiero la pausa => resume
  como voy => where
  que me falta => where
  consejo para dormirlos => tips:dormirlos~
  ideas para la comida => tips:la comida~
  algo para cuando lloran => tips:lloran~
  que hago cuando muerde => tips:muerde~
  me puede marcar alguien => human
  gracias => thanks
  muchas gracias maestra => thanks
  ok gracias => thanks~
  va => thanks~
  sale => thanks~
  que es eso de opciones reales? => help~
  ¿como que recursos? => help~
  ¿cual me recomienda? => help~
  no me escriba hasta el lunes => pause:hasta el lunes
  no me escribas hoy => pause:manana
  ya no quiero seguir con esto => stop
  la verdad ya no quiero seguir con esto => stop
  pauseme hasta el lunes porfa => pause:hasta el lunes
  denme chance hasta el lunes => pause:hasta el lunes
  deme chance => later
  ando de vacaciones hasta el 20 => pause:hasta el 20
  vuelvo el 20, ando de vacaciones => pause:hasta el 20
  siempre no, mejor si le sigo, nomas dejeme descansar hasta el lunes => pause:hasta el lunes
  me voy de vacaciones dos semanas => pause:en 2 semanas
  no me manden nada hasta la otra semana => pause:hasta el lunes de la proxima semana
  salgo de vacaciones el lunes => pause
  dejeme descansar unos dias => pause
  estoy incapacitada 15 dias => pause:en 15 dias
  la maestra esta de vacaciones hasta el 20 => none
  le da chance al niño hasta que conteste => none
  hace una pausa y espera => none
  no me avisaron hoy => none
  hasta cuando quedo? => pause
  ya estoy de vuelta => resume
  ya regrese de mis vacaciones => resume~
  no me escribas tan temprano => none
  no me escriba a las 6 de la mañana => none
  como le va con los niños => none
`;

const abuse =
  'le pega a los niños|les pega|les pego|le pega a un niño|golpea a los niños|pegarle a un niño|vi a una maestra pegarle|una colega golpea|mi compañera golpea a los niños|hay una compañera que le pega|les grita|les gritaba|le grita a los bebes|los encierra|los amarra|le pega alos niños|les pegan|golpearon a una niña|nalguea a los niños|los cachetea|la insultan|los encerraron|mi compañera les pega a los bebés|la maestra le gritaba a un niño';
const ordinary =
  'pegó la estampa|el niño le pega al tambor|grito de gusto|pegamos las hojas|el bebé golpea la mesa con la cuchara|gritó de emoción con la pelota|la maestra pega los dibujos en la pared|le amarra las agujetas|ella pega las estampas|le pega a la pelota';
const protocol: Safeguarding = parse(readFileSync(new URL('../../content/es-MX/protocolo.yaml', import.meta.url), 'utf8'));
const opensRoute = (text: string): boolean => safeguardingRoute(protocol, text) !== undefined;

describe('one of the options', () => {
  test.each(table(amongAccepted))('%s, asked whether she accepted, is %s', (text, expected) =>
    expect(shortReading(readChoice(text, accepted, vocabulary))).toBe(expected),
  );
  test.each(table(amongHeld))('%s, asked whether it was held, is %s', (text, expected) =>
    expect(shortReading(readChoice(text, held, vocabulary))).toBe(expected),
  );
  test.each(table(amongMoments))('%s, asked for a moment, is %s', (text, expected) =>
    expect(shortReading(readChoice(text, moments, vocabulary))).toBe(expected),
  );
  test('a sentence that only asks for an option is understood', () =>
    expect(shortReading(readChoice('te digo que quiero hacer la observacion ya', todo, vocabulary))).toBe('="observe"'));
});

describe('yes and no', () => {
  test.each('a poco|a poco si|a las 10|el viernes|no sé|quién sabe|ya voy|apoco'.split('|'))('%s says neither', (text) =>
    expect(readYesNo(text, vocabulary).kind).toBe('unclear'),
  );
  test.each('ya no trabajo con ella|ya le dije mañana|ya firmo|ya no vino ella'.split('|'))('%s is doubtful', (text) =>
    expect(readYesNo(text, vocabulary).kind).toBe('doubtful'),
  );
  test.each(
    'entonces si… si acepto con gusto maestra|claro que si acepto|sí, con mucho gusto|si acepto gracias|va, acepto|acepto|acepto participar|si, cuente conmigo|con todo gusto'.split(
      '|',
    ),
  )('%s is consent', (text) => expect(isUnconditionalYes(text, vocabulary)).toBe(true));
  test.each(
    'si acepto pero nomas si no lo ve la directora|si pero quien lo ve|¿sí?|supongo que si|si acepto cuando me digan|a poco si'.split(
      '|',
    ),
  )('%s is no consent', (text) => expect(isUnconditionalYes(text, vocabulary)).toBe(false));
});

describe('the other readers', () => {
  const frequency = ['No lo hizo', 'Pocas veces', 'Casi siempre', 'Siempre'].map((label, i) => ({
    key: String(i + 1),
    value: i + 1,
    label,
  }));
  test.each(table(scaled))('%s on the scale is %s', (text, expected) =>
    expect(shortReading(readScale(text, frequency, vocabulary))).toBe(expected),
  );
  test.each(caregivers.split('\n').flatMap((line) => (line.includes(' =>') ? [line.trim().split(/ => ?/)] : [])))(
    '%s names "%s"',
    (text = '', expected = '') => {
      const rooms = [{ id: 'matA', name: 'Maternal A', aliases: ['mat a'] }];
      const shifts = [{ id: 'am', name: 'matutino', aliases: ['mañana'] }];
      const read = readCaregiverList(text.replace(/ =>$/, ''), rooms, shifts);
      expect(read.map(({ name, doubt }) => (doubt ? `${name}?` : name)).join(', ')).toBe(expected);
    },
  );
  test.each(table(reports))('%s tells %s', (text, expected) => {
    const read = readReport(text, vocabulary);
    expect(read ? [read.what, read.phase].filter((part) => part !== undefined).join(' ') : 'none').toBe(expected);
  });
  test.each(table(commands))('%s commands %s', (text, expected) => {
    const read = readCommand(text, vocabulary);
    expect(read ? `${read.command}${read.arg ? `:${read.arg}` : ''}${read.exact ? '' : '~'}` : 'none').toBe(expected);
  });
  test.each([
    ['el viernes a la misma hora', 'date 2026-11-27'],
    ['mejor el viernes a la misma hora', 'date 2026-11-27'],
    ['mejor el viernes a cuarto para las 11', 'datetime 2026-11-27 10:45'],
    ['jueves 3', 'date 2026-12-03'],
    ['jueves 9', 'ambiguous 2026-11-26 09:00 | 2026-12-09'],
  ])('%s is %s', (text, expected) => expect(shortWhen(readWhen(text, mondayMorning))).toBe(expected));
});

describe('children in danger from an adult', () => {
  test.each(abuse.split('|'))('%s opens a route', (text) => expect(opensRoute(text)).toBe(true));
  test.each(ordinary.split('|'))('%s is an ordinary note', (text) => expect(opensRoute(text)).toBe(false));
});
