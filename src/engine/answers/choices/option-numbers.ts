// Says which options a phrase names by number, letter key or place in the list; dates, hours and quantities name none.
import type { Vocabulary } from '../../../program/vocabulary-schema.ts';
import { numberAt } from '../numbers/number-words.ts';
import { soundOf } from '../words/phrase-book.ts';
import { emptyWords, type PreparedOption } from './option-words.ts';

const sounds = (list: string): ReadonlySet<string> => new Set(list.split(' ').map(soundOf));

/** Words that point at the number that follows. */
const introductions = sounds(
  'la el opcion opc op opciones numero num inciso paso fase punto tema no es elijo quiero escojo mejor respuesta que sea prefiero seria pongale ponle dale con',
);
/** Words that, with the number, still say nothing but the number. */
const fillers = sounds(
  'lista todas opciones ok va sale vale si ya creo yo digo quedo voy vamos tomo marque marco pongo anote de favor para mi',
);
const pointing = sounds('la opcion opc op numero num inciso respuesta paso fase punto tema');

const placing = sounds('opcion opc op numero num inciso respuesta');

const measures = sounds(
  'modulo modulos lecciones minuto minutos min mins minutitos hora horas hr hrs rato segundo segundos semana semanas sem dia dias mes meses ano anos quincena am pm vez veces nino ninos nina ninas bebe bebes peques pequenos lactante lactantes maternales chiquitos menores alumnos enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre pesos km ciento por',
);
const months = sounds('enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre este');
const dayNames = sounds('lunes martes miercoles jueves viernes sabado domingo dia hoy ayer manana');
const beforeDate = sounds('para hasta desde fue era del al antes despues');
/** "El módulo 3" is no third option. */
const numberedThings = sounds('modulo leccion unidad semana');
const places: Readonly<Record<string, number>> = { ultima: -1, ultimo: -1, penultima: -2, penultimo: -2 };

export interface NumberedOptions {
  ids: string[];
  /** The first number is pointed at: "la 2", "opción 2", or opens the message. */
  introduced: boolean;
  /** Words that are neither number nor filler. */
  others: number;
  /** Numbers that count, date or time something. */
  measured: number;
  /** "la 2 porque queda mejor". */
  explained: boolean;
}

/** "4 de marzo", "15 minutos", "a las 2", "el viernes 20", "1 y media": no place in a list. */
function measuresAt(list: readonly string[], at: number, end: number): boolean {
  const [before, earlier, next, after] = [list[at - 1] ?? '', list[at - 2] ?? '', list[end] ?? '', list[end + 1] ?? ''];
  if (next !== 'por' && measures.has(next)) return true;
  if (numberedThings.has(before)) return true;
  if (next === 'por' && after === 'siento') return true;
  if (next === 'de' && (months.has(after) || ['la', 'oras'].includes(after))) return true;
  if (next === 'y' && ['media', 'medio', 'kuarto', 'piko', 'tantos'].includes(after)) return true;
  if (next === 'en' && after === 'punto') return true;
  if (before === 'las' || (before === 'la' && (earlier === 'para' || earlier === 'a') && list.length > 3)) return true;
  if (dayNames.has(before) || (before === 'el' && (dayNames.has(earlier) || beforeDate.has(earlier)))) return true;
  if (before === 'y' && /^\d+$/.test(earlier) && ['kuarto', 'media'].includes(list[at] ?? '')) return true;
  return list[at] === 'kuarto' && (next === 'para' || (next === 'de' && after === 'ora') || before === 'a' || before === 'un');
}

/** The options named by number, letter key or place. */
export function numberedOptions(list: readonly string[], options: readonly PreparedOption[], v: Vocabulary): NumberedOptions {
  const ids = new Set<string>();
  const found: NumberedOptions = { ids: [], introduced: false, others: 0, measured: 0, explained: false };
  const keyed = options.some((o) => o.key !== undefined && /^\d+$/.test(o.key));
  for (let i = 0; i < list.length; ) {
    const word = list[i] ?? '';
    const before = list[i - 1] ?? '';
    const key = options.find((o) => o.key === word && (list.length === 1 || /\d/.test(word) || introductions.has(before)));
    const spelled = numberAt(list, i);
    const article = word === 'un' || word === 'una';
    const number = /^\d{1,2}$/.test(word) ? Number(word) : (v.ordinals.get(word) ?? (article ? undefined : spelled?.value));
    const place = Object.hasOwn(places, word) ? options.length + 1 + (places[word] ?? 0) : undefined;
    const end = i + (spelled && number === spelled.value ? spelled.length : 1);
    const measured = number !== undefined && measuresAt(list, i, end);
    const at = number ?? place;
    const byNumber = at === undefined || keyed ? undefined : options[at - 1];
    const byKey = key ?? (number === undefined ? undefined : options.find((o) => o.key === String(number)));
    // "15" may be the second option, "15 minutos", and no option number at all.
    const byLabel = number === undefined ? [] : options.filter((o) => o.names.some((name) => name.includes(String(number))));
    // "Opción 3", "respuesta 3" is a place, whatever the labels count.
    const placed = !keyed && !measured && placing.has(before) ? byNumber?.id : undefined;
    const named =
      placed !== undefined
        ? [placed]
        : [
            ...new Set([
              ...(measured ? [] : [byKey?.id, byNumber?.id, place === undefined ? undefined : options[place - 1]?.id]),
              ...(list.length <= 4 ? byLabel.map((o) => o.id) : []),
            ]),
          ].filter((id) => id !== undefined);
    // A number word or a digit deep in a sentence, not pointed at, is talk: "tengo dos", "fui primero".
    const digits = /^\d/.test(word);
    const opens = i === 0 || (i === 1 && (introductions.has(before) || emptyWords.has(before)));
    const pointed = pointing.has(before) || (digits && opens);
    const talk = !pointed && (list.length > 5 || !digits) && saysMore(list, options, v);
    if (named.length > 0 && !talk) {
      for (const id of named) ids.add(id);
      found.introduced ||= pointed || introductions.has(before);
      found.explained ||= pointing.has(before) && i <= 2 && ['porke', 'por'].includes(list[end] ?? '');
      // The noun of "15 min" says no more than the label does.
      i = measured ? end + 1 : end;
      continue;
    }
    if (measured) found.measured++;
    if (measured || (!emptyWords.has(word) && !isFiller(word, options))) found.others++;
    i = end;
  }
  return { ...found, ids: [...ids] };
}

/** "sí, la 2" is the second, unless an option says "sí" itself. */
function isFiller(word: string, options: readonly PreparedOption[]): boolean {
  if (introductions.has(word)) return true;
  return fillers.has(word) && !options.some((o) => o.names.some((name) => name.includes(word)));
}

const saidMore = new WeakMap<readonly string[], boolean>();

/** Whether the message has words besides numbers and fillers; remembered for the length of one reading. */
function saysMore(list: readonly string[], options: readonly PreparedOption[], v: Vocabulary): boolean {
  const known = saidMore.get(list);
  if (known !== undefined) return known;
  const more = list.some(
    (word, i) =>
      !/^\d+$/.test(word) &&
      !emptyWords.has(word) &&
      !isFiller(word, options) &&
      !v.ordinals.has(word) &&
      !Object.hasOwn(places, word) &&
      numberAt(list, i) === undefined &&
      !options.some((o) => o.key === word),
  );
  saidMore.set(list, more);
  return more;
}
