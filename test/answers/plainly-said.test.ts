// One option said plainly within a sentence is taken; hedged, conditional or mixed, it is asked about.
import { expect, test } from 'vitest';
import { readChoice } from '../../src/engine/answers/choices/choice.ts';
import { readYesNo } from '../../src/engine/answers/yes-no/yes-no.ts';
import { shortReading, table, vocabulary } from './answers-fixture.ts';

const course = [
  { id: 'none', label: 'No lo he empezado', synonyms: ['todavia no', 'aun no', 'no lo empiezo'] },
  { id: 'half', label: 'Voy a la mitad', synonyms: ['todavia no lo termino', 'ya casi'] },
  { id: 'done', label: 'Ya lo terminé', synonyms: ['ya', 'ya lo acabe'] },
];
const acceptance = [
  { id: 'yes', label: 'Sí, aceptó', synonyms: ['si', 'ya', 'si acepto', 'ya le explique', 'ya acepto', 'si quiso'] },
  { id: 'no', label: 'No quiso', synonyms: ['no', 'no acepto', 'dijo que no'] },
  { id: 'later', label: 'Todavía no le explico', synonyms: ['todavia no', 'aun no'] },
];

test.each(
  table(`
  ya lo termine la semana pasada => ="done"
  ya termine el curso, gracias a dios => ="done"
  si, ya lo acabe hace dos meses => ="done"
  aun no, no he tenido tiempo => ="none"
  todavia no lo termino => ="half"
  creo que ya lo termine => ?["done"]
`),
)('of the course: %s', (text, expected) => expect(shortReading(readChoice(text, course, vocabulary))).toBe(expected));

test.each(
  table(`
  si ya le explique y acepto => ="yes"
  si, ya le explique ayer y si quiso => ="yes"
  si, ya acepto ayer muy contenta => ="yes"
`),
)('of the acceptance: %s', (text, expected) => expect(shortReading(readChoice(text, acceptance, vocabulary))).toBe(expected));

test.each([
  'creo que si acepto',
  'ya le explique pero lo va a pensar',
  'si le explique pero no se si acepta',
  'ya le explique y me dijo que lo va a pensar',
  'acepto mas o menos',
  'si, pero no quiere que la grabe',
])('never an acceptance in silence: %s', (text) => {
  expect(shortReading(readChoice(text, acceptance, vocabulary))).not.toContain('=');
});

test.each(
  table(`
  sii un poco => =true
  si bastante => =true
  sí, todas => =true
  si un niño llora => ?[true,false]
  si todas faltan => ?[true,false]
`),
)('yes or no: %s', (text, expected) => expect(shortReading(readYesNo(text, vocabulary))).toBe(expected));
