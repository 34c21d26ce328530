// Reads what she says of rooms and shifts of those on her list: "las dos en la mañana", "Rosa es de la tarde", "Martha en maternal A y Rocío en C".

import { plain } from '../words/text-forms.ts';
import { readCaregiverName } from './caregiver-name.ts';
import { type NamedPlace, type PlaceSort, placeAt, preparePlaces } from './caregiver-places.ts';
import { kindOfWord, nameWord } from './caregiver-words.ts';

export interface Placed {
  id: string;
  room?: string;
  shift?: string;
}

export interface KnownPlaced {
  id: string;
  name: string;
  room: string | null;
  shift: string | null;
}

export interface WhoIsMeant {
  /** The one she works with or told of last, where the words name nobody. */
  about: string | undefined;
  /** Whom "las dos" may mean: those she has just told. */
  recent: readonly string[];
}

/** Words that say nothing of their own in such a sentence. */
const between = new Set(
  'ps ok es son era eran esta estan anda andan va van fue quedo quedaron trabaja trabajan de del d en al a con la las el los y pero que q sino ni lo su sus turno sala salon grupo maestra miss mtra ay ah oh oiga oye no perdon perdone disculpe digo mas bien mejor ahora ya tambien tmb se me cambia cambie cambiar cambiale cambiele corrige corrija pon ponga ponle pongale ponlas pongalas anota anote poner porfa favor por gracias bueno pues ps este fijese mire falto falta faltaba equivoque confundi ella ellas ambas todas cada una quedan si ok'.split(
    ' ',
  ),
);
const everybody = new Set('ambas todas las_dos las_tres dos tres cuatro cinco 2 3 4 5'.split(' '));
const counts: Readonly<Record<string, number>> = {
  dos: 2,
  ambas: 2,
  tres: 3,
  cuatro: 4,
  cinco: 5,
  '2': 2,
  '3': 3,
  '4': 4,
  '5': 5,
};
const pronouns = new Set(['ella', 'esa', 'esta']);
const sayingIt = /\b(?:no es|no era|es|era|esta|turno|sala|ella|son|estan|anda|cambi\w+|corri\w+|pon\w*)\b/;
const longest = 24;

/** "Y Rocío en C", after a room of the same group. */
const beforeLetter = new Set('en de del el la al es'.split(' '));

interface Place {
  sort: PlaceSort;
  id: string;
  denied: boolean;
}

/** Undefined where the words tell anything else beside; a place that was denied only says whose the other is. */
export function readToldPlaces(
  text: string,
  known: readonly KnownPlaced[],
  rooms: readonly NamedPlace[],
  shifts: readonly NamedPlace[],
  { about, recent }: WhoIsMeant,
): Placed[] | undefined {
  const list = plain(text).split(' ');
  if (/[?¿]/.test(text) || list.length > longest || list[0] === '') return undefined;
  const others = list.some((word) => word === 'otra' || word === 'otro');
  const places = preparePlaces(rooms, shifts);
  const told = new Map<string, Placed>();
  const denied: Place[] = [];
  let who: string[] = [];
  let waiting: Place[] = [];
  let given = false;
  let denies = false;
  let all = false;
  let spoken = false;
  let group = '';
  let vague = false;
  const give = (place: Place): void => {
    if (place.denied) {
      denied.push(place);
      return;
    }
    given = true;
    for (const id of who) told.set(id, { ...(told.get(id) ?? { id }), [place.sort]: place.id });
    if (who.length === 0) waiting.push(place);
  };
  for (let i = 0; i < list.length; ) {
    const word = list[i] ?? '';
    const place = placeAt([...list, ''], i, places) ?? aloneAt(list, i, places) ?? letteredAt(list, i, places, group);
    if (place) {
      if (place.sort === 'room') group = groupOf(list[i] ?? '', places) ?? group;
      give({ sort: place.sort, id: place.id, denied: denies });
      denies = false;
      i = place.end;
      continue;
    }
    const named = between.has(word) || word.length < 3 ? undefined : readCaregiverName(word, known);
    if (named?.kind === 'understood') {
      // Another name after a place begins anew: "Lupita en la mañana y Rosa en la tarde".
      if (given) who = [];
      given = false;
      who.push(named.value);
      const before = waiting;
      waiting = [];
      for (const one of before) give(one);
    } else if (everybody.has(word)) {
      // "Las 3 en la mañana", behind what each has of her own.
      const meant = everyone(counts[word], known, recent, [...told.keys()]);
      if (meant.length > 1 && told.size > 0) [who, given] = [meant, false];
      all = true;
    } else if (groupOf(word, places) !== undefined) {
      // "Las dos en maternal": which room it is must still be told.
      group = groupOf(word, places) ?? '';
      vague = true;
    } else if (pronouns.has(word)) spoken = true;
    else if (!between.has(word) && kindOfWord(nameWord(word)) !== 'lead') return undefined;
    denies =
      word === 'no' || word === 'ni'
        ? true
        : denies && ['es', 'era', 'esta', 'de', 'del', 'la', 'en', 'el', 'son'].includes(word);
    i++;
  }
  if (vague && ![...told.values()].some(({ room }) => room !== undefined)) return undefined;
  if (told.size > 0) return [...told.values()];
  if (waiting.length === 0) return undefined;
  // "La otra", "ella": whose is not known yet, where that is one of them only.
  const lacking = known.filter((each) => recent.includes(each.id) && waiting.every(({ sort }) => each[sort] === null));
  const unknown = lacking.length === 1 ? lacking[0]?.id : undefined;
  const hers = others ? unknown : (about ?? unknown);
  const says = spoken || others || (isRoom(waiting) && roomless(known, hers)) || sayingIt.test(list.join(' '));
  const ids = all
    ? everyone(
        list.map((word) => counts[word]).find((number) => number !== undefined),
        known,
        recent,
      )
    : one(denied, known, hers, says);
  if (ids.length === 0) return undefined;
  return ids.map((id) => Object.assign({ id }, ...waiting.map(({ sort, id: to }) => ({ [sort]: to }))) as Placed);
}

const roomless = (known: readonly KnownPlaced[], about: string | undefined): boolean =>
  known.some(({ id, room }) => id === about && room === null);
/** "Maternal A", and nothing else: of the one at hand, where hers is not known. */
const isRoom = (places: readonly Place[]): boolean => places.length <= 2 && places.some(({ sort }) => sort === 'room');

/** "La mañana" stands at the end only, where it can be nothing else. */
function aloneAt(list: readonly string[], at: number, places: Places) {
  const found = at === list.length - 1 ? places.find(({ words }) => words.length === 1 && words[0] === list[at]) : undefined;
  return found && { sort: found.sort, id: found.id, end: at + 1 };
}

type Places = ReturnType<typeof preparePlaces>;

/** "Maternal", "maternales": the first word of some room, where it is the name of several. */
const groupOf = (word: string, places: Places): string | undefined =>
  word.length < shortestGroup
    ? undefined
    : places.find(({ sort, words }) => sort === 'room' && words.length > 1 && words[0] === word)?.words[0];
const shortestGroup = 6;

/** The letter alone, of the group that was named last. */
function letteredAt(list: readonly string[], at: number, places: Places, group: string) {
  const letter = list[at] ?? '';
  if (group === '' || !/^[a-d]\d?$/.test(letter) || !beforeLetter.has(list[at - 1] ?? '')) return undefined;
  const room = places.find(
    ({ sort, words }) => sort === 'room' && words.length === 2 && words[0] === group && words[1] === letter,
  );
  return room && { sort: room.sort, id: room.id, end: at + 1 };
}

function everyone(
  count: number | undefined,
  known: readonly KnownPlaced[],
  recent: readonly string[],
  named: readonly string[] = [],
): string[] {
  const all = known.map(({ id }) => id);
  if (count === undefined) return recent.length ? [...recent] : all;
  if (recent.length === count) return [...recent];
  // The last that she told, where those she names are among them.
  const last = recent.slice(-count);
  if (named.length > 0 && last.length === count && named.every((id) => last.includes(id))) return last;
  return all.length === count ? all : [];
}

/** "No es B1, es B2": hers who was in B1; else the one at hand, where the sentence says that it is of somebody. */
function one(denied: readonly Place[], known: readonly KnownPlaced[], about: string | undefined, saysSo: boolean): string[] {
  if (denied.length > 0) {
    const there = known.filter((caregiver) => denied.every(({ sort, id }) => caregiver[sort] === id));
    if (there.length === 1) return there.map(({ id }) => id);
    if (there.length > 1) return there.filter(({ id }) => id === about).map(({ id }) => id);
  }
  return about !== undefined && saysSo ? [about] : [];
}
