// Writes pilot-day.jsonl: sixteen mentors, two consultants and a coordinator from a Monday to the Monday after, the pilot day between.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

type Line = Record<string, unknown>;

/** "[label]" taps, "(voz)" is a voice note, anything else is typed. */
function said(from: string, ...words: string[]): Line[] {
  return words.map((one) => {
    if (one.startsWith('[')) return { from, choose: one.slice(1, -1) };
    return one === '(voz)' ? { from, voice: { seconds: 7 } } : { from, text: one };
  });
}
const mentor = (number: string, ...words: string[]): Line[] => said(`G${number}-mentora`, ...words);
const now = (moment: string): Line => ({ now: `2026-03-${moment}:00-06:00` });
const restart: Line = { restart: true };

/** Who comes in the place of G07's mentor: her id derives from the order of the coordinator. */
export const newcomer = 'm-0vv7ty10ko5wl9';

/** Words of plans and evidence, of which nobody of the staff may read one. */
export const privateWords = [
  'cojines',
  'plastilina',
  'la amasan',
  'escogieron',
  'al recoger',
  'sonaja',
  'arrullo',
  'burbujas',
  'ofrece opciones reales',
  'preparar dos materiales',
  'nombra la emoción',
];

const taps = ['[Sí, aceptó]', '[Ya miré]'];
const proposal = ['[Usar esa meta]', '[Usar la propuesta]', '[Usar la propuesta]', '[Nada especial]'];
const seen = 'hoy en la comida, 15 minutos, 8 niños';

const monday: Line[] = [
  now('02T09:30'),
  // Cuauhtémoc: all by typing, and the plan in her own words.
  ...mentor('04', 'hola', 'si acepto', 'ya lo terminé', 'en mi descanso a las 2', 'Lupita, Maternal A\nRosa, Lactantes B'),
  ...mentor('04', 'con Lupita', 'si', 'ya la vi', '3 2 4 1 n 3 3 4 2', seen, 'si'),
  ...mentor(
    '04',
    'En el cuento ofrecer dos cojines a 5 niños',
    'Poner cojines y preguntar dónde se sientan',
    '5 niños escogen lugar',
  ),
  ...mentor('04', 'cojines', 'mañana a las 10', 'si, 20 min'),
  // Miguel Hidalgo, Venustiano Carranza and Benito Juárez: by tapping what is offered.
  ...['05', '06', '07'].flatMap((number) => mentor(number, 'Buenos días', '[Sí, acepto]', '[Ya lo terminé]', '[En mi descanso]')),
  ...mentor('05', 'Sofía, Maternal A, matutino'),
  ...mentor(
    '05',
    'con Sofía',
    ...taps,
    '3 2 4 1 n 3 3 4 2',
    seen,
    '[Sí, guardar]',
    ...proposal,
    'mañana a las 11',
    '[Sí, 20 min]',
  ),
  ...mentor('06', 'Irene, Maternal A'),
  ...mentor(
    '06',
    'con Irene',
    ...taps,
    '3 3 4 1 n 3 2 4 2',
    seen,
    '[Sí, guardar]',
    ...proposal,
    'mañana a las 12',
    '[Sí, 15 min]',
  ),
  ...mentor('07', 'Nora, Maternal A\nPilar, Lactantes A'),
  ...mentor('07', 'con Nora', ...taps, '3 2 4 1 n 3 3 4 2', seen, '[Sí, guardar]', 'En la comida, dar la plastilina a 4 niños'),
  ...mentor('07', 'Repartir plastilina', '4 niños la amasan', 'nada', 'el jueves a las 10', 'si, 25 min'),
  // Delicias says no; Saltillo says hello and nothing more.
  ...mentor('02', 'hola', 'no gracias'),
  ...mentor('03', 'hola'),
  restart,
  // Magdalena Contreras: the rooms told as in a talk, the items one by one.
  ...mentor(
    '08',
    'ola',
    'acepto',
    'ya',
    'cuando salgo que es a las 4',
    'son dos: Alma y Bertha, las dos de maternal a en la tarde',
  ),
  ...mentor(
    '08',
    'con Alma',
    ...taps,
    '3',
    '2',
    'casi siempre',
    '1',
    'n',
    '3',
    '3',
    '4',
    '[Pocas veces]',
    'ayer no, hoy en la comida, 15 min',
  ),
  // Querétaro: everything she begins she leaves for later. Texcoco and Puebla: names only.
  ...mentor(
    '09',
    'Buenas',
    '[Sí, acepto]',
    '[Voy a la mitad]',
    '1 y 3',
    'Marta, Maternal B1',
    'con Marta',
    '[Todavía no le explico]',
  ),
  ...mentor('10', 'hola', 'sí', '3', 'en mi descanso', 'Elsa'),
  ...mentor('11', 'hola', '[Sí, acepto]', '[No lo he empezado]', '[Al salir]', 'Tere, Lactantes A', 'con Tere', ...taps),
  // Guadalajara rests.
  ...mentor('12', 'hola', '[Sí, acepto]', '[Ya lo terminé]', '[Antes de entrar]', 'Delia, Maternal A', 'pausa', '[Dos semanas]'),
  // León, Playa del Carmen, Los Mochis and Cancún.
  ...mentor('13', '(voz)', 'hola', 'si', 'ya', 'a las 2', 'Luz, Maternal A'),
  ...mentor(
    '14',
    'hola',
    'si acepto',
    'ya lo termine',
    'en mi descanso',
    'Sara, Maternal A',
    'con Sara',
    'si',
    'ya la vi',
    '2 2 3 1 3 3 3 2 2',
  ),
  ...mentor('14', 'hoy en el patio, 20 minutos, 6 niños', 'si', ...proposal, 'el miércoles a las 10', '[Sí, 20 min]'),
  ...mentor('15', 'hola', 'acepto', '[Ya lo terminé]', 'saliendo', 'Yola, Maternal A\nChayo, Lactantes B'),
  ...mentor('16', 'hola', '[Sí, acepto]', '[Voy a la mitad]', '[En mi descanso]'),
  // Tijuana, where it is two hours less.
  now('02T11:40'),
  ...mentor('01', 'Hola', '[Sí, acepto]', '[Ya lo terminé]', '[En mi descanso]', 'Elena, Maternal A', 'con Elena', ...taps),
  ...mentor('01', '3 2 4 1 n 3 3 4 2', seen, 'si', ...proposal, 'el lunes 9 a las 9', 'si, 20 min'),
];

const tuesday: Line[] = [
  now('03T14:40'),
  // Held; called off; moved.
  ...mentor(
    '04',
    'si, 15 min',
    'notas, sin modelar',
    'Siete niños escogieron material',
    'Al recoger ya no les preguntó',
    '3',
    'no',
    'mañana a las 13:30',
    'si',
  ),
  ...mentor('05', 'no se pudo', 'no hubo quien cubriera', 'luego'),
  ...mentor('06', 'la movimos', 'el lunes 9 a las 11', 'si'),
];

/** The day itself. */
const wednesday: Line[] = [
  now('04T09:40'),
  ...said('consultora-1', 'difundir', 'todas', 'Hola (nombre), el viernes es el taller 3, a las 11:00 hora del centro.'),
  ...said(
    'consultora-1',
    'Les comparto una idea.',
    'un consejo',
    'lloran en la entrega',
    '1',
    'sólo el texto',
    'listo',
    'mandar ahora',
  ),
  ...mentor('04', 'gracias'),
  // One doubt answered at once.
  ...mentor('08', 'duda: la próxima semana van a fumigar, ¿muevo todo?'),
  ...said('consultora-1', 'contesto a la maestra Bety: Sí, muévalo todo a la otra semana.'),
  // One that both take.
  now('04T10:20'),
  ...mentor('15', 'duda: mi directora me cambió de turno y no coincido con Yola'),
  ...said('consultora-1', '[La tomo]'),
  restart,
  ...said('consultora-2', '[La tomo]'),
  ...said('consultora-1', 'contesto a la maestra Yadi: Yo le marco a su directora.'),
  // One with its follow-up, closed by herself.
  ...mentor('05', 'duda: me quedé sin sala para platicar'),
  ...said('consultora-2', 'contesto a la maestra Ana Laura: Pida la oficina a la directora.'),
  ...mentor('05', '[Sigo con mi duda]', 'La ocupan a esa hora'),
  ...said('consultora-2', 'contesto a la maestra Ana Laura: Entonces cambie la hora.'),
  ...mentor('05', '[Ya quedó mi duda]'),
  // One that nobody answers today, and one that the frequent questions answer.
  ...mentor('09', 'duda: la maestra Marta se va de licencia en abril, ¿sigo con ella?'),
  ...mentor('13', 'duda', 'cuanto dura la observacion', 'si'),
  // The coordinator puts another in the place of Benito Juárez's.
  now('04T11:30'),
  ...said(
    'coordinadora-1',
    'reemplazar a Claudia Ivette Rangel Soto',
    'Ana Ruiz Mora, maestra Anita, 55 8765 4321',
    'cambio de puesto',
    'sí',
  ),
  restart,
  ...mentor('07', 'hola'),
  ...said(newcomer, 'hola', 'si acepto', 'ya lo terminé', 'en mi descanso a las 2'),
  now('04T14:40'),
  ...mentor(
    '04',
    'si, 15 min',
    'Se sintió contenta',
    'Que esperó a que escogieran',
    'Qué hacer cuando todos quieren burbujas',
    'Tener dos',
  ),
  ...mentor('04', 'Seguir en la comida', 'si'),
  ...mentor('14', '[Todavía no]'),
  ...said('coordinadora-1', 'pendientes', 'avance', 'registro'),
  ...said('consultora-1', 'dudas', 'mis mentoras', 'reporte'),
];

const after: Line[] = [
  // What was agreed with the one before is held by the one who came.
  now('05T14:40'),
  ...said(
    newcomer,
    'si, 20 min',
    'notas, sin modelar',
    'La sonaja les gustó',
    'Faltó el arrullo',
    '3',
    'no',
    'el lunes 9 a las 12',
    'si',
  ),
  // A working day later the doubt that waits is told again.
  now('05T16:00'),
  ...said('consultora-2', 'contesto a la maestra Fer: Sí, siga con quien la cubra.'),
  now('06T16:00'),
  now('09T14:40'),
  ...said('consultora-1', 'reporte'),
  ...said('coordinadora-1', '/pendientes', '/avance', '/registro'),
];

/** Each line with an id of its own: what derives from it is the same however often the process was restarted. */
export const pilotDay = (): Line[] =>
  [...monday, ...tuesday, ...wednesday, ...after].map((line, index) =>
    'restart' in line ? line : { ...line, id: `p${index + 1}` },
  );

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(
    new URL('pilot-day.jsonl', import.meta.url),
    pilotDay()
      .map((line) => `${JSON.stringify(line)}\n`)
      .join(''),
  );
