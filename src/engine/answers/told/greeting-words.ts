// Whether a whole message only greets: "buenos días jaja q tal", "holaa, ¿cómo está?", "hola hola maestra 😊".
import type { PhraseBook, Vocabulary } from '../../../program/vocabulary-schema.ts';
import { bookOf, phraseAt, soundOf, spokenWords } from '../words/phrase-book.ts';

const laughter = /^(?:(?:j[aeio]+)+j?|a?(?:ja)+|xd+|ji+|u+y+|a+y+)$/;
const emoji = /^\p{Extended_Pictographic}$/u;
/** Beside a greeting they are part of it, and none by themselves. */
const beside = bookOf([
  [
    true as const,
    'que tal, que onda, que hay, que hubo, quihubo, como esta, como estas, como estan, como le va, como te va, como amanecio, como amanecieron, como anda, como andas, todo bien, bonito dia, lindo dia, excelente dia, feliz dia, feliz lunes, bonita semana, buen inicio de semana, bendiciones, maestra, miss, luciernaga, a todos, a todas, oiga, oye, pues, mucho gusto, gusto en saludarle, gusto en saludarla, ay, y, muy, a usted, de nuevo, otra vez, aqui, aqui ando, aqui andamos'.split(
      ', ',
    ),
  ],
]);
/** They greet by themselves too. */
const lively = bookOf([[true as const, ['bien dia', 'que tal', 'que onda', 'que hubo', 'quihubo', 'quiubo', 'que hay']]]);

const books = new WeakMap<readonly string[], PhraseBook<true>>();
function bookOfGreetings(greetings: readonly string[]): PhraseBook<true> {
  const known = books.get(greetings) ?? bookOf([[true as const, greetings]]);
  books.set(greetings, known);
  return known;
}

export function onlyGreets(text: string, greetings: readonly string[], v: Vocabulary): boolean {
  const list = spokenWords(text, v.abbreviations);
  const known = bookOfGreetings(greetings);
  let greets = false;
  for (let i = 0; i < list.length; ) {
    const greeting = phraseAt(list, i, known) ?? phraseAt(list, i, lively);
    if (greeting) greets = true;
    const word = list[i] ?? '';
    const end = greeting?.end ?? phraseAt(list, i, beside)?.end;
    if (end === undefined && !laughs(word) && !emoji.test(word)) return false;
    i = end ?? i + 1;
  }
  return greets;
}

const laughs = (word: string): boolean => laughter.test(word) || laughter.test(soundOf(word));
