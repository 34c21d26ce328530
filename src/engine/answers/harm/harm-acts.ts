// Who does it to whom, as far as a short sentence shows it: what a maestra does to a child is not what children do among themselves.
import type { harmFeatures } from '../../../domain/harm-names.ts';
import type { HarmWords, Tags } from './harm-words.ts';

type Feature = (typeof harmFeatures)[number];

export interface Said {
  words: readonly string[];
  tags: readonly Tags[];
}

const set = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const pronouns = set('le les lo los la las');
const plurals = set('les los las');
const selves = set('se nos te');
const mine = set('me');
const denials = set('no nunca sin jamas ni tampoco nadie evita evito evitar previene prevenir evitando');
/** What may stand between "no" and what is denied. */
const betweenDenial = set(
  'le les lo los la las se me te nos ha han hubo hay da dan dio daba es fue anda andaba esta estaba un una ningun que mas haya',
);
/** What may stand between a pronoun and the verb or noun of the blow. */
const betweenBlow = set(
  'dio da dan dieron daba dar dando ha han anda andan estaba estan esta andaba metio mete meten solto suelta puso pone pusieron sono acomodo arrimo planto bien bn un una unos unas buen buena santo santa santos santas muy de con tremendo tremenda sus su algunos varios cada agarra agarro agarran a muchos muchas mucho mas',
);
const afterUnnamed = set(
  'y e pero cuando que porque en con de por delante enfrente frente hoy ayer otra muy bien bn feo fuerte me lo la le se ya yo',
);
const namesNext = (word: string): boolean => !afterUnnamed.has(word);
const prepositions = set('a al alos ala alas con contra d de del para pa por en sobre hacia entre como');
/** "Me aventé contra el niño": no blow that she got. */
const against = set('contra sobre encima');
const determiners = set(
  'el la los las lo un una unos unas su sus mi mis este esta estos estas ese esa cada mis otro otra algun alguna dos tres varios varias pobre pobres todos todas',
);
/** "A una", "a otro", and no noun behind it: somebody she does not name. */
const unnamed = set('una uno unas unos otra otro otras otros alguna alguno varias varios');
const infinitive = /(?:[aei]r|ndo)(?:se|me|le|les|lo|los|la|las)$/;
/** Before these "la" is an article. */
const covers = set('cobija almohada cinta sabana toalla');
/** "Y le pegué": she herself; after "que" or "si" the same letters are a wish ("que no le pegue"). */
const myBlow = /^(?:pegue|golpee|pellizque|zarandee|jalonee|nalguee|cachetee|abofetee|manotee|zapee|sapee)$/;
const byTheHand = /^(?:de la|d la|de su) man/;
const playthings = /\b(?:columpio|resbaladilla|triciclo|carrito|llanta|trenecito)\b/;
const wishes = set('que q k para si cuando ojala sin no ni quien aunque');
const inAzo = /.{2}a[sz]os?$/;
const lookBack = 12;
const lookAhead = 6;
const nearBy = 7;

type Who = 'adult' | 'child' | 'unknown';

export const isDenial = (word: string): boolean => denials.has(word);

export function isDenied(words: readonly string[], at: number): boolean {
  let i = at - 1;
  while (i >= 0 && i > at - 6 && betweenDenial.has(words[i] ?? '')) i--;
  // "No que no le pegaba": what somebody says of it denies nothing.
  return i >= 0 && denials.has(words[i] ?? '') && !(words[i] === 'no' && words[i - 1] === 'que' && words[i - 2] === 'dice');
}

export function readActs({ words, tags }: Said, known: HarmWords, found: (at: number, feature: Feature) => void): void {
  const n = (name: string): number => known.numbers.get(name) ?? -1;
  const family = {
    adult: n('adulto'),
    child: n('menor'),
    peer: n('par'),
    thing: n('cosa'),
    says: n('dice'),
    act: n('acto'),
    blow: n('golpe'),
    beating: n('paliza'),
    shout: n('grita'),
    insult: n('insulto'),
    calls: n('llama'),
    lock: n('encierra'),
    tie: n('amarra'),
    touch: n('toca'),
    grab: n('agarra'),
    handle: n('maneja'),
    cover: n('tapa'),
    leave: n('deja'),
    noBlow: n('no-golpe'),
    mine: n('acto-mio'),
  };
  const is = (at: number, one: number): boolean => tags[at]?.includes(one) === true;
  const isPerson = (at: number): boolean => is(at, family.adult) || is(at, family.child) || is(at, family.peer);
  /** "A un niño", "con la maestra": to or with somebody, who therefore does not do it. */
  const isObject = (at: number): boolean => {
    let i = at - 1;
    while (i >= 0 && i > at - 4 && (determiners.has(words[i] ?? '') || is(i, family.peer))) i--;
    return prepositions.has(words[i] ?? '');
  };

  const agentOf = (from: number, verb: number): Who => {
    for (let i = from - 1; i >= 0 && i >= from - lookBack; i--) {
      if (!isPerson(i) || isObject(i)) continue;
      if (is(i, family.adult)) return 'adult';
      // "La niña dice que le pegan": she tells it.
      const tells = words.slice(i + 1, from).some((_, k) => is(i + 1 + k, family.says));
      if (tells) continue;
      const after = personAfter(verb);
      return after === 'adult' ? 'adult' : 'child';
    }
    return personAfter(verb);
  };
  const personAfter = (verb: number): Who => {
    for (let i = verb + 1; i < words.length && i <= verb + lookAhead; i++) {
      if (words[i] === 'y' || words[i] === 'e' || words[i] === 'pero') return 'unknown';
      if (!isPerson(i) || isObject(i)) continue;
      return is(i, family.adult) && !is(i, family.peer) ? 'adult' : 'child';
    }
    return 'unknown';
  };
  /** The first who is named behind, to whom or with whom as well. */
  const personAfterAll = (verb: number): Who => {
    const at = words.findIndex((_, i) => i > verb && i <= verb + lookAhead && isPerson(i));
    return at < 0 ? 'unknown' : is(at, family.adult) ? 'adult' : 'child';
  };
  const comesUpon = (verb: number): boolean =>
    words.slice(verb + 1, verb + 3).some((word) => against.has(word)) && personAfterAll(verb) === 'child';
  const objectAfter = (verb: number): 'thing' | 'child' | 'peer' | 'adult' | undefined => {
    for (let i = verb + 1; i < words.length && i <= verb + 5; i++) {
      const word = words[i] ?? '';
      if (is(i, family.peer)) return 'peer';
      if (is(i, family.thing)) return words.slice(verb + 1, i).some((one) => one === 'con') ? undefined : 'thing';
      if (is(i, family.child)) return isObject(i) ? 'child' : undefined;
      if (is(i, family.adult)) return isObject(i) ? 'adult' : undefined;
      if (!determiners.has(word) && !prepositions.has(word) && !betweenBlow.has(word)) return undefined;
    }
    return undefined;
  };

  /** "Le pegó a una y me di cuenta": whom she does not name is a child, and who does it is not said. */
  const objectUnnamed = (verb: number): boolean =>
    words[verb + 1] === 'a' && unnamed.has(words[verb + 2] ?? '') && !namesNext(words[verb + 3] ?? 'y');

  /** "Se quitó los zapatos y los aventó": the last that was named before, and it agrees, is a thing. */
  const thrown = (pronoun: string, from: number): boolean => {
    if (pronoun.length < 2 || pronoun.startsWith('le')) return false;
    for (let i = from - 1; i >= 0 && i > from - nearBy; i--) {
      if (isPerson(i)) return false;
      if (is(i, family.thing)) return (words[i] ?? '').endsWith(pronoun === 'lo' ? 'o' : pronoun.slice(1));
    }
    return false;
  };

  /** "Y lo jalé": she herself, and it may have been nothing: asked about. */
  const isRough = (at: number): boolean => {
    if (!is(at, family.mine) || (!pronouns.has(words[at - 1] ?? '') && objectAfter(at) !== 'child')) return false;
    if (words.slice(Math.max(0, at - 5), at - 1).some((word) => wishes.has(word))) return false;
    const after = objectAfter(at);
    const rest = words.slice(at + 1, at + 6).join(' ');
    return after !== 'thing' && after !== 'adult' && !byTheHand.test(rest) && !playthings.test(rest);
  };

  for (let at = 0; at < words.length; at++) {
    const here = tags[at];
    if (!here) continue;
    if (isRough(at)) found(at, 'acto-de-quien-sea');
    // "Le dio un sartenazo": a blow by its ending, with whatever it was dealt.
    const dealt = inAzo.test(words[at] ?? '') && !is(at, family.noBlow);
    if (!dealt && here.length === 0) continue;
    const kinds = [
      family.act,
      family.blow,
      family.beating,
      family.shout,
      family.insult,
      family.lock,
      family.tie,
      family.touch,
      family.grab,
      family.handle,
      family.cover,
      family.leave,
    ];
    if (!dealt && !here.some((tag) => kinds.includes(tag))) continue;
    let from = at - 1;
    let pronoun = '';
    let self = false;
    let me = false;
    while (from >= 0 && from > at - 7) {
      const word = words[from] ?? '';
      if (pronouns.has(word) && (from < at - 1 || !covers.has(words[at] ?? ''))) pronoun ||= word;
      else if (selves.has(word)) self = true;
      else if (mine.has(word)) me = true;
      else if (!betweenBlow.has(word) && !pronouns.has(word)) break;
      from--;
    }
    const start = from + 1;
    const enclitic = infinitive.test(words[at] ?? '');
    // "Lo aventó a la colchoneta" is not "le pegó a la pelota"; but "la pegó en la hoja" sticks something there.
    const after = objectAfter(at) ?? (thrown(pronoun, start) ? 'thing' : undefined);
    const whom = pronoun !== '' && pronoun !== 'le' && pronoun !== 'les' && !/^peg/.test(words[at] ?? '');
    const object = after === 'thing' && whom && !thrown(pronoun, start) ? undefined : after;
    const reached = pronoun !== '' || enclitic || object === 'child';
    if (self && pronoun === '') found(at, 'reflexivo');
    if (pronoun !== '' || enclitic) found(at, 'clitico');
    if (dealt && pronoun !== '' && start < at - 1 && objectAfter(at) !== 'thing') found(at, 'golpe-en-azo');
    if (me && (here.includes(family.act) || here.includes(family.blow))) {
      found(at, comesUpon(at) ? 'acto-de-adulto' : 'acto-a-mi');
      continue;
    }
    const before = words.slice(Math.max(0, start - 4), start);
    const herself = pronoun !== '' && myBlow.test(words[at] ?? '') && !before.some((word) => wishes.has(word));
    const agent = herself ? 'adult' : agentOf(start, at);
    const told = words
      .slice(Math.max(0, start - lookBack), start)
      .some((_, k) => is(Math.max(0, start - lookBack) + k, family.says));
    if (here.includes(family.act) && object !== 'thing' && !(self && pronoun === '')) {
      if (agent === 'adult' && reached && object !== 'peer' && object !== 'adult') found(at, 'acto-de-adulto');
      else if (agent === 'unknown' && objectUnnamed(at)) found(at, 'acto-a-alguien');
      else if (agent === 'child' || object === 'peer') found(at, 'acto-de-menor');
      else if (object === 'adult') found(at, 'acto-entre-adultos');
      else if (told && reached) found(at, 'acto-dicho');
      else if (plurals.has(pronoun) && object === undefined) found(at, 'acto-a-varios');
      else if (object === 'child') found(at, 'acto-a-menor');
      else if (pronoun !== '' || enclitic) found(at, 'acto-de-quien-sea');
    }
    if (self && here.includes(family.act) && agent === 'adult' && comesUpon(at)) found(at, 'acto-de-adulto');
    if (here.includes(family.blow) && object !== 'thing' && !(self && pronoun === '')) {
      if (agent === 'child' || object === 'peer') found(at, 'golpe-de-menor');
      else if (agent === 'adult') found(at, 'golpe-de-adulto');
      else if (reached) found(at, 'golpe-de-quien-sea');
    }
    if (here.includes(family.beating) && agent === 'child' && object === 'peer') found(at, 'paliza-de-menor');
    if (here.includes(family.shout) && reached) {
      if (agent === 'adult') found(at, 'grita-de-adulto');
      else if (agent === 'unknown') found(at, 'grita-de-quien-sea');
    }
    if (here.includes(family.insult) && insults(at)) found(at, 'insulto-a');
    if (here.includes(family.lock) && reached && agent !== 'child') found(at, 'encierra-de-quien-sea');
    if (here.includes(family.tie) && reached && agent !== 'child') found(at, 'amarra-de-quien-sea');
    if ((here.includes(family.grab) || here.includes(family.handle)) && agent === 'child') found(at, 'agarra-de-menor');
    if (here.includes(family.touch) && (reached || agent === 'adult') && !(self && pronoun === '')) found(at, 'toca-de-otro');
  }

  /** "Le dice gordo", "les grita que son unos burros". */
  function insults(at: number): boolean {
    for (let i = at - 1; i >= 0 && i >= at - 5; i--) {
      if (!is(i, family.calls)) continue;
      const before = words[i - 1] ?? '';
      const to = before === 'le' || before === 'les' || infinitive.test(words[i] ?? '');
      return to && agentOf(i - 1, at) !== 'child';
    }
    return false;
  }
}
