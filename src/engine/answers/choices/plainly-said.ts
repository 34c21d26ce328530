// One option said plainly within a sentence ("ya lo terminé la semana pasada"): every word is of that option or takes nothing from it.
import type { PhraseBook, Vocabulary } from '../../../program/vocabulary-schema.ts';
import { bookOf, phraseAt, soundOf } from '../words/phrase-book.ts';
import { emptyWords, type PreparedOption } from './option-words.ts';

const harmless = bookOf([
  [
    true as const,
    'dios, apenas, ayer, hoy, antier, anteayer, anoche, hace rato, hace poco, hace tiempo, hace mucho, recien, desde, hace, semana, semanas, mes, meses, ano, dia, dias, pasada, pasado, pasadas, pasados, lunes, martes, miercoles, jueves, viernes, sabado, domingo, enero, febrero, marzo, abril, mayo, junio, julio, agosto, septiembre, octubre, noviembre, diciembre, fin, finales, principios, dos, tres, como, curso, programa, ella, gracias a dios, contenta, gusto, gustosa, muy gustosa, con gusto, encantada, muy contenta, en la manana, por la manana, temprano, todo, bien, muy bien, asi, maestra, aqui, ahi, ahorita, tiempo, tenido, he, hemos, eso, esta'.split(
      ', ',
    ),
  ],
]);
const longest = 16;
const shortName = 4;

/** The only option of which this is so; hedges, conditions and words of another option leave none. */
export function plainlySaid(list: readonly string[], options: readonly PreparedOption[], v: Vocabulary): string | undefined {
  if (list.length > longest || list.includes(soundOf('pero'))) return undefined;
  const said = withoutEmpty(list);
  const fitting = options.filter((option) => covers(said, option, v));
  return fitting.length === 1 ? fitting[0]?.id : undefined;
}

/** The last letter of "Lactantes A" tells it from the others. */
const withoutEmpty = (list: readonly string[]): string[] =>
  list.filter((word, i) => !emptyWords.has(word) || (i > 0 && i === list.length - 1 && /^[a-d]$/.test(word)));

interface OptionBook {
  names: readonly (readonly string[])[];
  book: PhraseBook<true>;
  denies: boolean;
  own: ReadonlySet<string>;
}
const books = new WeakMap<PreparedOption, OptionBook>();

/** Remembered per option: the same list is asked of many messages. */
function optionBook(option: PreparedOption, v: Vocabulary): OptionBook {
  const known = books.get(option);
  if (known) return known;
  const names = option.names.map(withoutEmpty).filter((name) => name.length > 0);
  const made = {
    names,
    book: bookOf([[true as const, names.map((name) => name.join(' '))]]),
    denies: names.some((name) => name.some((word) => v.negations.has(word))),
    own: new Set(names.flat()),
  };
  books.set(option, made);
  return made;
}

function covers(said: readonly string[], option: PreparedOption, v: Vocabulary): boolean {
  const { names, book, denies, own } = optionBook(option, v);
  for (let i = 0; i < said.length; ) {
    const name = phraseAt(said, i, book);
    const agreed = phraseAt(said, i, v.yesNo);
    const agrees = agreed?.means === (denies ? 'no' : 'yes') ? agreed : undefined;
    const known = name?.end ?? agrees?.end ?? phraseAt(said, i, harmless)?.end ?? phraseAt(said, i, v.courtesy)?.end;
    const end = known ?? (own.has(said[i] ?? '') ? i + 1 : undefined);
    if (end === undefined) return false;
    i = end;
  }
  // "Sí" and "ya" by themselves choose nothing in a sentence.
  return names.some((name) => {
    if (name.join('').length <= shortName) return false;
    // "No pues ella ya aceptó" holds no "no aceptó": what is denied stands right behind the "no".
    if (name.some((word) => v.negations.has(word))) return said.some((_, at) => name.every((word, k) => said[at + k] === word));
    return name.every((word) => said.includes(word));
  });
}
