// What a coordinator writes of a mentor and her centre in the chat: whom and which place the words mean, and the parts of a message with all of it.
import { bareKey, bareWords } from '../domain/bare-words.ts';
import { aroundPlace, centreMeant } from '../domain/centre-meant.ts';
import type { Centre, Person } from '../domain/roster.ts';

/** Said around a name of somebody or of her place, and no part of it. */
const aroundName: ReadonlySet<string> = new Set([...aroundPlace, 'mentora', 'maestra', 'mtra', 'miss']);

/** By id, name, how she is called, or the key of her centre; `Lupe de la G04`: by both. Who is active goes before who has left. */
export function findMentors(said: string, persons: readonly Person[], centres: readonly Centre[]): Person[] {
  const exact = persons.filter(({ id }) => id.toLowerCase() === said.trim().toLowerCase());
  if (exact.length > 0) return exact;
  const wanted = bareWords(said).filter((word) => !aroundName.has(word));
  if (wanted.length === 0) return [];
  const centreOf = new Map(centres.map((centre) => [centre.id, centre]));
  const found = persons.filter((person) => {
    const centre = centreOf.get(person.centreId ?? '');
    const known = new Set([
      ...bareWords(`${person.name} ${person.calledAs} ${person.id}`),
      ...(centre ? [bareKey(centre.id), bareKey(centre.centreKey)] : []),
    ]);
    return wanted.every((word) => known.has(word));
  });
  const active = found.filter((person) => person.active);
  return active.length > 0 ? active : found;
}

export interface MentorData {
  name?: string;
  calledAs?: string;
  centre?: string;
  phone?: string;
}

const labels: readonly (readonly [keyof MentorData, RegExp])[] = [
  [
    'calledAs',
    /^(?:trato|(?:le|la|les) (?:decimos|dicen|llaman|llamamos)|se le dice|c[oó]mo (?:le|la) (?:decimos|llamamos))\s*[:=]?\s+/iu,
  ],
  ['name', /^(?:nombre(?: completo)?|se llama|es)\s*[:=]?\s+/iu],
  ['phone', /^(?:tel(?:[eé]fono)?|cel(?:ular)?|whats ?app|n[uú]mero)\.?\s*[:=]?\s*(?=[+(\d])/iu],
  ['centre', /^(?:centro|guarder[ií]a|clave)\s*[:=]?\s+/iu],
];
const phoneIn = /(?:(?:tel(?:[eé]fono)?|cel(?:ular)?|whats ?app)\.?\s*[:=]?\s*)?(\+?\(?\d[\d\s().-]{6,18}\d)/iu;
const startsLikeTreatment = /^(?:maestra|maestro|mtra|mtro|miss|profe|profesora|lic|do[nñ]a|seño)\.?\s/iu;

/** Commas, lines or signs between the parts; a number and a key of a centre are found anywhere. */
export function readMentorData(said: string, centres: readonly Centre[]): MentorData {
  const data: MentorData = {};
  const rest: string[] = [];
  for (const piece of said.split(/[\n;,|\t]|\s[-–—/]\s/u)) {
    let left = piece.trim();
    const number = phoneIn.exec(left);
    const digits = number?.[1]?.replace(/\D/g, '').length ?? 0;
    if (data.phone === undefined && number && digits >= 8) {
      data.phone = (number[1] ?? '').trim();
      left = `${left.slice(0, number.index)} ${left.slice(number.index + number[0].length)}`.trim();
    }
    // How many caregivers she has is of the import.
    if (!/[\p{L}\p{N}]/u.test(left) || /^(?:con )?\d{1,2} maestras?$/iu.test(left)) continue;
    const label = labels.find(([, pattern]) => pattern.test(`${left} `));
    const value = label ? `${left} `.replace(label[1], '').trim() : '';
    if (label && value !== '' && data[label[0]] === undefined && (label[0] !== 'phone' || data.phone === undefined)) {
      data[label[0]] = label[0] === 'centre' ? left : value;
      continue;
    }
    if (data.centre === undefined && rest.length > 0 && centreMeant(left, centres).length > 0) data.centre = left;
    else rest.push(left);
  }
  takeRest(data, rest, centres);
  return data;
}

function takeRest(data: MentorData, rest: string[], centres: readonly Centre[]): void {
  const treated = rest.findIndex((piece, index) => startsLikeTreatment.test(piece) && (index > 0 || data.name !== undefined));
  if (data.calledAs === undefined && treated >= 0) data.calledAs = rest.splice(treated, 1)[0] ?? '';
  let [name] = rest.splice(0, data.name === undefined ? 1 : 0);
  if (name !== undefined) {
    // "Rosa Pérez Gil G04"
    const last = /\s(?:(?:en|de) )?(?:la )?((?=[\p{L}\d-]*\d)[\p{L}\d-]{2,10})$/iu.exec(name);
    if (data.centre === undefined && last && centreMeant(last[1] ?? '', centres).length > 0) {
      data.centre = last[1] ?? '';
      name = name.slice(0, last.index).trim();
    }
    data.name = name;
  }
  if (data.calledAs === undefined && rest.length > 0) data.calledAs = rest.shift() ?? '';
  if (data.centre === undefined && rest.length > 0) data.centre = rest.shift() ?? '';
}
