// Looks once more at an option that was understood: what the sentence says besides may turn it round, and then she is asked.
import type { Vocabulary } from '../../../program/vocabulary-schema.ts';
import { unknownAt } from '../words/not-knowing.ts';
import { findPhrases, phraseAt, spokenWords } from '../words/phrase-book.ts';
import { doubtful, type Reading } from '../words/reading.ts';
import { clauseStart, type SaidClauses } from '../words/said-clauses.ts';
import { readYesNo } from '../yes-no/yes-no.ts';
import { harmless } from './beside-options.ts';
import { chosenIn } from './chosen.ts';
import { deniedAfter, deniedBefore } from './denied-mentions.ts';
import { optionClauses } from './option-clauses.ts';
import { type Mention, type MentionIndex, mentionAt, mentionIndex } from './option-mentions.ts';
import { emptyWords, type PreparedOption } from './option-words.ts';

/** A sentence with the one option that was heard in it. */
interface Heard {
  said: SaidClauses;
  option: PreparedOption;
  index: MentionIndex;
  all: readonly Mention[];
  own: readonly Mention[];
  /** Where the option is named last; undefined where it is said by other words. */
  last: Mention | undefined;
  /** Behind the last turn before it: what stands before was weighed as taken back. */
  from: number;
  /** What the sentence rules out. */
  left: ReadonlySet<string>;
  v: Vocabulary;
}

/** "Después de la comida", "la que cubre a Rosa", "me falta la comida": about it, and not it. */
const beside =
  /(?:^| )(?:(?:antes|despues|luego|sigue|enfrente|serka|lado|junto|fuera|lugar|bes|mama|papa|ermana|ermano|ija|ijo|nobio|nobia|esposo|esposa|amiga|tia|nadie|alguien) (?:del?|al?)|(?:sakaron|kitaron|sali|salimos) de|nadie|entre|kasi|ya mer\S*|falta para|kubr\S*|salta\S*|falta|faltan|faltaba|dejo de|supli\S*)(?: (?:a|estar|ser|kon))?(?: (?:la|el|los|las|mi|su))?$/;
const plans =
  /(?:^| )(?:iba|iban|ibamos|pensaba|pensabamos|keria|keriamos|kise|kisimos|kreia|kreiamos|krei|puse|pusimos|supuestamente|tokaba)(?: |$)/;
/** "Si hubiera maternal": it is not so. */
const supposed = /(?:^| )si (?:ubiera|fuera|tubiera|estubiera|pudiera)/;
const contrast =
  /(?:^| )(?:pero|aunke|sino|nomas ke|solo ke)(?: |$)|(?:^| )mejor (?:a|asta|pasando|como|despues|por|en|kon)(?: |$)/;
const turned = /(?:^| )(?:pero|mejor|al final|sino|asi ke|aora|aorita|termin\S*|akab\S*|resulto|fue|kedo|kedaron|por eso|ya)$/;
/** "Primero por llamada y si no por mensaje". */
const sequence = /(?:^| )primero .*(?:luego|despues|al final|si no)(?: |$)|(?: |^)si no (?!es )/;
const spoils = new Set('trabajo okupada imposible imposibles difisil kansela kanselaron kanselo kansele'.split(' '));
/** "Hoy estoy hasta el tope". */
const busy = /^(?:estoy|ando|boy a andar) (?:asta |muy |bien |super |a las |yena|satur|okup|sin )/;
/** "Mañana le digo" says when she will answer. */
const answersLater = /^(?:le|les|te) (?:digo|abiso|konfirmo|kuento|platiko)/;
const denying = new Set(['sin', 'ni', 'tampoko', 'nunka', 'jamas']);
const concord = /^(?:nada|nadie|nunka|ningun[oa]?)$/;
/** Behind the option: "la maestra me pidió", "la maestra de al lado", "mañana es puente". */
const behind =
  /^(?:(?:me|nos) (?:dijo|dijeron|pidio|pidieron|mando|mandaron)|de (?:al lado|junto|l[ao] otr[ao]|otr[ao])|ke (?:kubr|supl)|es (?:puente|feri|festi|fiesta|junta|inabil))/;
/** "No vino a tiempo": it was, and otherwise than it should be. */
const manner = /^(?:a tiempo|bien|kompl|tod[oa]|tanto|mu1o|tempran|sol[oa]|siempre|del todo|puntual|komo|asi|mal)/;
const lacks = /^(?:sin|falt|nadie|nada|ni)/;
const fillsBeside = 4;
/** Of three or more. */
const both = /^(?:pues |de )?(?:l[ao]s (?:dos|2)|amb[ao]s|no si)$/;

/** The reading, unless something in her sentence is not accounted for. */
export function lookedAtAgain(
  text: string,
  reading: Reading<string>,
  options: readonly PreparedOption[],
  v: Vocabulary,
): Reading<string> {
  if (reading.kind !== 'understood') return reading;
  const option = options.find(({ id }) => id === reading.value);
  const said = optionClauses(text, options, v);
  if (!option || said.list.length < 2 || option.names.some((name) => name.join(' ') === said.list.join(' '))) return reading;
  const heard = hear(said, option, options, v);
  const others = heard.last ? othersNamed(heard, options).filter((id) => !heard.left.has(id)) : [];
  if (others.length > 0) return doubtful(inOrder(options, [option.id, ...others]));
  if (inOrderSaid(heard))
    return doubtful(
      inOrder(
        options,
        heard.all.flatMap(({ ids, number }) => (number ? [] : ids)),
      ),
    );
  return supposed.test(said.list.join(' ')) ||
    besideIt(heard) ||
    passed(heard) ||
    inPart(heard) ||
    both.test(said.list.join(' ')) ||
    alternative(heard) ||
    opposite(heard, text) ||
    planned(heard) ||
    contrasted(heard) ||
    deniedSomehow(heard) ||
    spoiled(heard)
    ? doubtful([option.id])
    : reading;
}

const inOrder = (options: readonly PreparedOption[], ids: readonly string[]): string[] =>
  options.flatMap(({ id }) => (ids.includes(id) ? [id] : []));

function hear(said: SaidClauses, option: PreparedOption, options: readonly PreparedOption[], v: Vocabulary): Heard {
  const index = mentionIndex(options, v, true);
  const all: Mention[] = [];
  for (let i = 0; i < said.list.length; ) {
    const mention = mentionAt(said, i, index, v);
    if (mention) all.push(mention);
    i = mention?.end ?? i + 1;
  }
  const own = all.filter(({ ids }) => ids.includes(option.id));
  const last = own.at(-1);
  const { left } = chosenIn(said, mentionIndex(options, v, false), v);
  return { said, option, index, all, own, last, from: turnBefore(said, last?.at ?? 0, v), left, v };
}

/** Where the last turn ends before the option: "la grabé pero se borró, así que notas". */
function turnBefore({ list }: SaidClauses, at: number, v: Vocabulary): number {
  for (let i = at; i > 0; i--) {
    if (turned.test(list.slice(Math.max(0, i - 3), i).join(' '))) return i;
    const instead = [i - 1, i - 2, i - 3].find((k) => k >= 0 && phraseAt(list, k, v.closed.instead)?.end === i);
    if (instead !== undefined) return i;
  }
  return 0;
}

const within = (mentions: readonly Mention[], at: number): boolean => mentions.some((one) => at >= one.at && at < one.end);

/** Another option whose words stand there too, and that nothing rules out. */
function othersNamed({ said, option, index, all, own, from, v }: Heard, options: readonly PreparedOption[]): string[] {
  const label = new Set(option.names.flat());
  const named = (word: string): boolean => {
    if (label.has(word) || emptyWords.has(word) || v.negations.has(word) || harmless.has(word) || word.length < shortest)
      return false;
    const at = said.list.indexOf(word, from);
    if (at < 0 || within(own, at)) return false;
    const end = all.find((one) => at >= one.at && at < one.end)?.end ?? at + 1;
    const no = deniedBefore(said, at, from, v);
    // The "no" of "no lo hizo" leaves "sola" as it is.
    return (no === undefined || within(own, no)) && !deniedAfter(said, end, index, v);
  };
  return options.filter(({ id, names: [name = []] }) => id !== option.id && name.some(named)).map(({ id }) => id);
}
const shortest = 4;
const stem = 5;

/** First the one and then another. */
const inOrderSaid = ({ said, all }: Heard): boolean =>
  new Set(all.flatMap(({ ids }) => ids)).size > 1 && sequence.test(said.list.join(' '));

const before = ({ said }: Heard, at: number, from: number): string => said.list.slice(from, at).join(' ');

function besideIt(heard: Heard): boolean {
  const { last, said } = heard;
  return last !== undefined && beside.test(before(heard, last.at, Math.max(clauseStart(said, last.at), last.at - fillsBeside)));
}

/** "Ya la observé, sólo falta anotarlo": that is behind her. */
function passed({ last, said: { list } }: Heard): boolean {
  if (!last || !/(?:^| )ya(?: l[aoe])?$/.test(list.slice(0, last.at).join(' '))) return false;
  return /(?:^| )(?:falta|faltan|sigu?e|aora toka|lo ke sigu?e)(?: |$)/.test(list.slice(last.end).join(' '));
}

/** "No tengo tiempo" is not "no tengo celular": a part of what it is called, and then something else. */
function inPart({ said: { list, starts }, own, last, option: { names }, all, v }: Heard): boolean {
  if (!last?.bare) return false;
  // "Un año y medio" is not "menos de un año".
  if (names[0]?.some((word) => /^(?:menos|mas)$/.test(word) && !list.includes(word))) return true;
  const label = (names[0] ?? []).filter((word) => !emptyWords.has(word) && word.length >= shortest);
  const rest = label.filter((word) => !list.includes(word));
  // "No me dejan" is not "no tengo con quién dejar": one word of it, and that by its likeness.
  const spoken = list[last.at] ?? '';
  const inflected = label.some(
    (word) => word === spoken || (word.length > stem && word.slice(0, stem) === spoken.slice(0, stem)),
  );
  if (last.end - last.at === 1 && rest.length > 1 && !inflected && own.length === 1) return true;
  if (rest.length === 0 || rest.length === label.length || label.length < 2) return false;
  let at = last.end;
  while (at < list.length && !starts.has(at) && emptyWords.has(list[at] ?? '')) at++;
  const word = list[at] ?? '';
  if (at >= list.length || starts.has(at) || at > last.end + 1) return false;
  const books = [v.courtesy, v.closed.idle, v.closed.because, v.closed.turns];
  return (
    !harmless.has(word) &&
    !/^(?:sol[ao]|solit[ao]|eya)$/.test(word) &&
    (word.length >= shortest || word === 'mal') &&
    !v.negations.has(word) &&
    !within(own, at) &&
    !within(all, at) &&
    !books.some((book) => phraseAt<unknown>(list, at, book) !== undefined)
  );
}

/** "Íbamos a hacerla completa": what was meant, and not what came. */
function planned(heard: Heard): boolean {
  const { last, said, from } = heard;
  // What came is said by ruling out what was meant.
  if (!last && heard.left.size > 0) return false;
  return plans.test(before(heard, last?.at ?? said.list.length, last ? from : 0));
}

/** "Sí, aunque": behind the option, or behind how much of it. */
function contrasted({ said: { list }, last, from, v }: Heard): boolean {
  const share = findPhrases(list, v.closed.shares).at(-1)?.end ?? 0;
  return contrast.test(list.slice(last?.end ?? Math.max(from, share)).join(' '));
}

/** "La 3, nos convocaron sin avisar": a number, and then what she says of it. */
const commented = ({ list, starts }: SaidClauses, last: Mention): boolean =>
  last.number &&
  last.at <= 1 &&
  starts.has(last.end) &&
  list.length - last.end >= fewestOfComment &&
  !/^(?:no|ni|o|mejor|pero|perdon|digo)$/.test(list[last.end] ?? '');
const fewestOfComment = 3;

/** A "no" that belongs neither to the option nor to another that it rules out. */
function deniedSomehow({ said, option, index, all, own, last, from, v }: Heard): boolean {
  if (!last) return false;
  if (commented(said, last)) return false;
  const { list, starts } = said;
  const label = new Set(option.names[0]);
  const twice = [...label].some((word) => concord.test(word));
  const books = [v.courtesy, v.closed.idle, v.closed.instead, v.closed.measures];
  const known: { at: number; end: number }[] = books.flatMap((book) => findPhrases<unknown>(list, book));
  for (const at of list.keys()) {
    const unknown = unknownAt(said, at, v);
    if (unknown) known.push(unknown);
  }
  const rulesOut = (at: number): boolean =>
    all.some(
      (one) =>
        !one.ids.includes(option.id) &&
        (deniedBefore(said, one.at, 0, v) === at ||
          (one.end <= at && at - one.end < fillsBeside && deniedAfter(said, one.end, index, v))),
    );
  const alone = list.findIndex((word, i) => word === 'nada' && i >= last.end && (i + 1 === list.length || starts.has(i + 1)));
  if (alone >= 0 && !label.has('nada') && !list.slice(last.at, alone).some((word) => v.negations.has(word))) return true;
  return list.some((word, i) => {
    if (i < from || !(v.negations.has(word) || denying.has(word)) || label.has(word) || within(own, i)) return false;
    // "Hoy no, mañana sí" rules out what is no option; "no me sirvió de nada" denies once.
    if (i < last.at && (starts.has(i + 1) || twice)) return false;
    // "No borre nada, guarde": of something else.
    const clause = clauseStart(said, i);
    if (clause < clauseStart(said, last.at) && !own.some(({ at }) => clauseStart(said, at) === clause)) return false;
    // "No, la comida", "no pues la comida".
    if (i === 0 && (starts.has(1) || /^(?:pues|bueno|maestra|mis)$/.test(list[1] ?? ''))) return false;
    // What follows a reason says why.
    if (list.slice(last.end, i).some((_, k) => phraseAt(list, last.end + k, v.closed.because) !== undefined)) return false;
    return !known.some((hit) => i >= hit.at && i < hit.end) && !rulesOut(i);
  });
}

/** "A o B", of which only one was heard. */
function alternative({ said: { list }, last }: Heard): boolean {
  // "Cada mes o antes".
  if (last && list[last.end] === 'o' && list[last.end + 1] !== 'sea' && last.end + 1 < list.length) return true;
  let at = (last?.at ?? 0) - 1;
  while (at > 0 && emptyWords.has(list[at] ?? '') && !/^[ou]$/.test(list[at] ?? '')) at--;
  return at > 0 && /^[ou]$/.test(list[at] ?? '');
}

/** "Cómo no" is a yes. */
function opposite({ option: { names }, v }: Heard, text: string): boolean {
  const [name = []] = names;
  if (name.length !== 1 || !/^(?:si|no)$/.test(name[0] ?? '')) return false;
  const read = readYesNo(text, v);
  return read.kind === 'understood' && read.value !== (name[0] === 'si');
}

/** "En la mañana imposible". */
function spoiled({ said: { list }, last, option, index, v }: Heard): boolean {
  // "En la mañana no trabajo" rules the morning out, or says that she is free then.
  if (!last) return list.includes('trabajo');
  const rest = list.slice(last.end).join(' ');
  // "Sí, hoy" is not "sí, pero no hoy".
  if (index.negative.has(option.id) && last.bare && !list.some((word) => v.negations.has(word) || lacks.test(word))) return true;
  if (index.negative.has(option.id)) return /^no /.test(`${list[last.at]} `) && manner.test(rest);
  if (behind.test(rest)) return true;
  return busy.test(rest) || spoils.has(list[last.end] ?? '') || answersLater.test(list.slice(last.end, last.end + 2).join(' '));
}

/** "No sólo las maestras", "ninguna maestra", "las maestras me dijeron": more or less than those that were heard of several. */
export const manyOtherwise = (text: string, v: Vocabulary): boolean => ofMany.test(spokenWords(text, v.abbreviations).join(' '));
const ofMany =
  /(?:^| )(?:no (?:solo|nomas|nada mas)|aunke (?:.* )?tambien|ningun[oa]? (?!de )(?:[a-z]{4,})|(?:me|nos) (?:dijo|dijeron|pidio|pidieron))(?: |$)/;
