// What mentors write in their first ten minutes: a yes in their own words, the course, everything at once, and rosters in prose.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { readCaregiverList } from '../../src/engine/answers/people/caregiver-list.ts';
import { readHeadcount } from '../../src/engine/answers/people/headcount.ts';
import { readToldAcceptances } from '../../src/engine/answers/people/told-acceptances.ts';
import { readToldPlaces } from '../../src/engine/answers/people/told-places.ts';
import { readToldRename } from '../../src/engine/answers/people/told-rename.ts';
import { partsAhead } from '../../src/engine/answers/told/ahead-parts.ts';
import { readCourseStatus } from '../../src/engine/answers/told/course-told.ts';
import { changedEcho } from '../../src/engine/answers/words/clipped.ts';
import { saysExplainedAndAgreed } from '../../src/engine/answers/yes-no/accepted-words.ts';
import { readConsent } from '../../src/engine/answers/yes-no/consent-words.ts';
import { table, vocabulary } from './answers-fixture.ts';

const { rooms, shifts } = parse(readFileSync(new URL('../../content/es-MX/programa.yaml', import.meta.url), 'utf8'));

it.each(
  table(`
  si acepto => given
  si aseto => given
  ya pues si acepto que lata => given
  Sí, acepto participar. Muchas gracias por la explicación. => given
  hola buenas tardes si acepto participar => given
  ay pues si claro que sí, con mucho gusto, ya me habían comentado algo => likely
  si, me dijo la directora que era obligatorio => none
  acepto porque no me queda de otra => none
  sí, siempre y cuando no me evalúen => none
  sí, pero con calma => none
  mi directora aceptó => none
  no acepto => none
  ¿y si acepto quién me ve? => none
  la verdad no sé si acepto => none
`),
)('«%s» is a consent: %s', (text, is) => expect(readConsent(text, vocabulary)).toBe(is));

it.each(
  table(`
  ya lo terminé, me falta la evaluación => a-la-mitad
  el curso pues ya lo terminé nada más me falta la evaluación final => a-la-mitad
  fíjese que ya casi lo acabo pero me quedé en la evaluación porque se me cayó el sistema => a-la-mitad
  Concluí satisfactoriamente el curso en el mes de enero. => terminado
  ya hombre ya lo acabe => terminado
  ya lo terminé, no me falta nada => terminado
  ya lo terminé, no tuve problema => terminado
  ya lo terminé pero me falta la constancia => terminado
  ni lo he abierto => no-empezado
  no he podido entrar a la plataforma => no-empezado
  creo que ya lo terminé => -
  lupita y rosa => -
  ya hice el curso => terminado
  ya lo tomé el mes pasado => terminado
  ya hice el registro pero no he entrado => no-empezado
  todavía no lo hago => no-empezado
  casi siempre se pone a la altura pero pocas veces avisa => -
`),
)('«%s» says of the course: %s', (text, is) => expect(readCourseStatus(text) ?? '-').toBe(is));

it.each(
  table(`
  Sí acepto, ya terminé el curso, veo mi celular a las 2 y trabajo con Lupita de Maternal A, Rosa de Lactantes B => course: ya terminé el curso | hours: veo mi celular a las 2 | caregivers: trabajo con Lupita de Maternal A, Rosa de Lactantes B
  el curso ya lo acabé y trabajo con lupita y rosa => course: el curso ya lo acabé | caregivers: trabajo con lupita y rosa
  hola buenos días => -
  sí acepto => -
  ¿trabajo con lupita? => -
`),
)('«%s» tells ahead: %s', (text, is) => {
  const parts = [...partsAhead(text)].map(([sort, part]) => `${sort}: ${part}`);
  expect(parts.join(' | ') || '-').toBe(is);
});

it.each(
  table(`
  lupita mat a mat, rosa lac b vesp => Lupita/maternal-a/matutino, Rosa/lactantes-b/vespertino
  y Yaz tmb de maternal pero del B, ella es de la tarde => Yaz/maternal-b/vespertino
  Lupita de maternal A en la mañana y Yaz tmb de maternal pero del B, ella es de la tarde => Lupita/maternal-a/matutino, Yaz/maternal-b/vespertino
  no, q agregues a Yaz de maternal B, vespertino => Yaz/maternal-b/vespertino
  lupita maternl a matutno⏎i rosa lactntes b vespertno => Lupita/maternal-a/matutino, Rosa/lactantes-b/vespertino
  pues lupita y rosa, que pregunton => Lupita, Rosa
  ya empieza => -
  Lupita y Chayo están en maternal A, Rosa en lactantes B => Lupita/maternal-a, Chayo/maternal-a, Rosa/lactantes-b
  las de maternal A son Lupita y Chayo, y Rosa es de lactantes B => Lupita/maternal-a, Chayo/maternal-a, Rosa/lactantes-b
  en la mañana tengo a Lupita y a Chayo y en la tarde a Rosa => Lupita/matutino, Chayo/matutino, Rosa/vespertino
  Lupita maternal A turno mat⏎Rosa lactantes b turno vesp => Lupita/maternal-a/matutino, Rosa/lactantes-b/vespertino
  está Lupita que es la que está en maternal A en la mañana, luego está Yaz que también es de maternal pero del B y ella es de la tarde, y pues la nueva que se llama Rosario que todavía no sé bien en qué sala quedó => Lupita/maternal-a/matutino, Yaz/maternal-b/vespertino, Rosario
  Trabajaré con las siguientes asistentes educativas: Ma. Guadalupe Torres (Maternal A, turno matutino) y Yazmín Cruz. => Ma. Guadalupe Torres/maternal-a/matutino, Yazmín Cruz
`),
)('«%s» lists %s', (text, is) => {
  const read = readCaregiverList(text, rooms, shifts);
  const shown = read.map(({ name, room, shift, doubt }) => `${[name, room, shift].filter(Boolean).join('/')}${doubt ? '?' : ''}`);
  expect(shown.join(', ') || '-').toBe(is);
});

it('leaves the room open where it is one of two', () => {
  const read = readCaregiverList('Chayo lac b\nMaru no me acuerdo si es mat b1 o b2\nYessi, maternal a o b', rooms, shifts);
  expect(read.map(({ name, room }) => [name, room])).toEqual([
    ['Chayo', 'lactantes-b'],
    ['Maru', undefined],
    ['Yessi', undefined],
  ]);
});

const known = [
  { id: 'lupita', name: 'Lupita', room: 'maternal-a', shift: null },
  { id: 'rosa', name: 'Rosa', room: 'maternal-b1', shift: 'matutino' },
];

it.each(
  table(`
  las dos en la mañana => lupita/matutino, rosa/matutino
  ambas son de la tarde => lupita/vespertino, rosa/vespertino
  las tres en la tarde => -
  Lupita es de la mañana y Rosa de la tarde => lupita/matutino, rosa/vespertino
  no es B1 es B2 => rosa/maternal-b2
  perdón, Rosa no es de maternal b1, es de maternal b2 y en la tarde => rosa/maternal-b2/vespertino
  ella es de la tarde => rosa/vespertino
  cambia el turno de Lupita a la tarde => lupita/vespertino
  Rosa comió en la tarde con los niños => -
  ¿Rosa es de la tarde? => -
  la vi en la tarde => -
  observar a Rosa en la tarde => -
`),
)('«%s» puts them at %s', (text, is) => {
  const told = readToldPlaces(text, known, rooms, shifts, { about: 'rosa', recent: ['lupita', 'rosa'] }) ?? [];
  expect(told.map(({ id, room, shift }) => [id, room, shift].filter(Boolean).join('/')).join(', ') || '-').toBe(is);
});

it.each(
  table(`
  no es Rosa, es Rosaura => rosa/Rosaura
  Rosa se llama Rosaura => rosa/Rosaura
  es Guadalupe no Lupita => lupita/Guadalupe
  está mal, cambia Rosa por Rosalba => rosa/Rosalba
  Rosa está mal escrita, es Rosy => rosa/Rosy
  no es Rosa es Lupita => -
  Rosa se llama a la mesa => -
  no es de Rosa es de Lupita => -
`),
)('«%s» renames %s', (text, is) => {
  const told = readToldRename(text, known);
  expect(told ? `${told.id}/${told.name}` : '-').toBe(is);
});

it.each(
  table(`
  lupita sí aceptó ya platiqué con ella y rosa todavía no => lupita:si rosa:todavia-no
  Lupita y Rosa ya aceptaron => lupita:si rosa:si
  las dos dijeron que sí => lupita:si rosa:si
  Lupita no quiso y Rosa tampoco => lupita:no rosa:no
  lupita ya aceptó => -
  lupita aceptó pero rosa lo va a pensar => -
  la directora dijo que lupita y rosa sí => -
  ¿lupita y rosa ya aceptaron? => -
`),
)('«%s» tells who accepted: %s', (text, is) =>
  expect((readToldAcceptances(text, known) ?? []).map(({ id, said }) => `${id}:${said}`).join(' ') || '-').toBe(is),
);

it.each(
  table(`
  son 3 => 3
  trabajo con cuatro maestras => 4
  tengo a dos => 2
  son las 3 => -
  son 3 grupos => -
  lupita y rosa => -
  ¿son 3? => -
`),
)('«%s» counts %s', (text, is) => expect(String(readHeadcount(text) ?? '-')).toBe(is));

it.each(
  table(`
  Sí, ya le expliqué el programa y aceptó participar. => true
  ya platiqué con ella y está de acuerdo => true
  ya le expliqué y quiso pero lo va a pensar => false
  ya le expliqué => false
  le expliqué a la directora y aceptó => false
`),
)('«%s» says that she was told and agreed: %s', (text, is) => expect(String(saysExplainedAndAgreed(text))).toBe(is));

it('shows of longer words what was changed in them', () => {
  const before = 'Que en la comida espere a que el bebé mire o abra la boca antes de acercar la cuchara';
  expect(changedEcho(before, `${before} y le diga qué come`)).toBe('…la cuchara y le diga qué come');
  expect(changedEcho('dos cajas', 'tres cajas')).toBe('tres cajas');
});

const unplaced = [
  { id: 'chayo', name: 'Chayo', room: 'lactantes-a', shift: null },
  { id: 'griselda', name: 'Griselda', room: null, shift: null },
];

it.each(
  table(`
  la otra es de maternal b1 => griselda/maternal-b1
  ella es de maternal b1 => griselda/maternal-b1
  maternal b1 => griselda/maternal-b1
  ella es de la tarde => -
  la otra es de la tarde => -
`),
)('«%s», of nobody by name, puts %s', (text, is) => {
  const told = readToldPlaces(text, unplaced, rooms, shifts, { about: undefined, recent: ['chayo', 'griselda'] }) ?? [];
  expect(told.map(({ id, room, shift }) => [id, room, shift].filter(Boolean).join('/')).join(', ') || '-').toBe(is);
});

it('knows a nickname that is told in another bubble for no second person', () => {
  const read = readCaregiverList('tengo a Chayo y a la Güera\nbueno se llama Griselda pero le decimos güera', rooms, shifts);
  expect(read.map(({ name }) => name)).toEqual(['Chayo', 'Griselda']);
});
