// Words about another caregiver than the one who is asked about: "Rosario siempre no quiere entrar", "no, eso último era de Carmen".

import { plain, words } from '../words/text-forms.ts';
import { readCaregiverName } from './caregiver-name.ts';
import type { NamedPlace } from './caregiver-places.ts';
import { isGroupRoom, readRoom } from './room-words.ts';

export interface Named {
  id: string;
  name: string;
}

export interface OfAnother {
  id: string;
  /** Not what she says now, but what she said before belongs to the other. */
  before: boolean;
}

/** What may stand before the name of the one she speaks of. */
const leading = new Set(
  'oiga oye ay no pero y ah pues ps bueno este perdon disculpe mire fijese fijate que maestra miss mtra la a lo de d del en cuanto hola eso ultimo ultima esto esa es era fue ya ahora luego tambien la verdad ver si ojala'.split(
    ' ',
  ),
);
const mostLeading = 8;
const belonging =
  /\b(?:era|es|fue|iba|va|eran|son|seria|iban) (?:de|d|para|pa|con|sobre) (?:(?:la|el) )?(?:(?:maestra|miss|mtra) )?(\S+)/;
const ofBefore = /\b(?:ultim[oa]|anterior|antes|eso|esa|ese|lo que (?:puse|escribi|dije|mande|conte))\b/;
const longestBelonging = 12;

/** Undefined where nobody else is named at a place that makes the words hers. */
export function readOfAnother(text: string, caregivers: readonly Named[], own: string | null): OfAnother | undefined {
  const said = plain(text).split(' ');
  const who = (word: string | undefined): string | undefined => {
    const reading = word === undefined ? undefined : readCaregiverName(word, caregivers);
    return reading?.kind === 'understood' && reading.value !== own ? reading.value : undefined;
  };
  const belongs = said.length <= longestBelonging ? who(belonging.exec(said.join(' '))?.[1]) : undefined;
  if (belongs !== undefined) return { id: belongs, before: ofBefore.test(said.join(' ')) };
  const at = said.findIndex((word) => !leading.has(word));
  if (at < 0 || at > mostLeading) return undefined;
  const first = who(said[at]);
  return first === undefined || said.length - at < 2 ? undefined : { id: first, before: false };
}

const deed =
  /^(?:platique|platicamos|hable|hablamos|observe|observamos|vi|mire|visite|termine|terminamos|acabe|acabamos|modele|retroalimente|reuni|reunimos|hice|hicimos|tuve|tuvimos|estuve|estuvimos)$/;
const betweenDeedAndName = new Set(
  'con a la lo el de d del y yo ya hoy ayer antier ahorita maestra miss mtra plan platica observacion sesion lista hoja reflexion retro retroalimentacion reunion'.split(
    ' ',
  ),
);
const latestDeed = 6;

/** "Ya platicamos Yadira y yo", "hoy observé a Rosa": with whom something was done, where that is another and she alone is named. */
export function readDeedWith(text: string, caregivers: readonly Named[], own: string | null): string | undefined {
  const said = plain(text).split(' ');
  const at = said.findIndex((word) => deed.test(word));
  if (at < 0 || at > latestDeed || said.slice(0, at).some((word) => word === 'no' || word === 'que' || word === 'q'))
    return undefined;
  const next = said.findIndex((word, i) => i > at && !betweenDeedAndName.has(word));
  const who = next < 0 ? undefined : readCaregiverName(said[next] ?? '', caregivers);
  if (who?.kind !== 'understood' || who.value === own) return undefined;
  const ownName = caregivers.find(({ id }) => id === own);
  return ownName && readCaregiverName(text, [ownName]).kind !== 'unclear' ? undefined : who.value;
}

/** "Siempre no quiere entrar", "ya aceptó": whether she takes part, of whomever it is said. */
export const tellsJoining = (text: string): boolean =>
  /\b(?:siempre (?:no|si)|(?:ya )?no (?:quiso|quiere|acepto|acepta|desea|le interesa|va a (?:entrar|participar))|(?:ya|si) (?:acepto|quiso|quiere)|dijo que (?:no|si)|se animo|(?:quiere|acepta) (?:entrar|participar)|entrarle)\b/.test(
    plain(text),
  );

const isIn =
  /^(?:(?:ya|ahora|hoy|desde hoy) )*(?:(?:no )?(?:es|esta|anda|trabaja|va|quedo|estara|la (?:cambiaron|pasaron|movieron|mandaron)|se (?:cambio|paso|movio|fue)|cambio|paso) )(?:(?:ya|ahora) )?(?:(?:a|al|de|en|con|para) )?(?:(?:la|el) )?(?:(?:sala|salon|grupo) )?(?:(?:de|a) )?(.{1,30})$/;
const mostRoomWords = 3;

/** "*maternal 1": what she wrote before, spelled again; her words for a room, where they are nothing else. */
export function readRoomStarred(text: string, rooms: readonly NamedPlace[]): { room: string } | { called: string } | undefined {
  const [, before, after] = /^\*+([^*]+)$|^([^*]+)\*+$/.exec(text.trim()) ?? [];
  const said = before ?? after ?? '';
  if (said === '' || words(said).length > mostRoomWords + 1) return undefined;
  const reading = readRoom(said, rooms);
  if (reading.kind === 'other') return isGroupRoom(reading.name) ? { called: reading.name } : undefined;
  const [room] = reading.kind === 'rooms' ? reading.ids : [];
  return room !== undefined && reading.kind === 'rooms' && reading.ids.length === 1 ? { room } : undefined;
}

/** "Rosario es de Maternal A", "a Rosa la pasaron a Lactantes B": who, and the only room it can be. */
export function readRoomTold(
  text: string,
  caregivers: readonly Named[],
  rooms: readonly NamedPlace[],
): { id: string; room: string } | { id: string; called: string } | undefined {
  if (/[?¿]/.test(text)) return undefined;
  const said = words(text);
  const at = said.findIndex((word) => !leading.has(word));
  const who = at < 0 || at > mostLeading ? undefined : readCaregiverName(said[at] ?? '', caregivers);
  const where = who?.kind === 'understood' ? isIn.exec(said.slice(at + 1).join(' ')) : null;
  const named = where?.[1]?.replace(
    / (?:por favor|porfa|gracias|maestra|oiga|ya (?:le|les) pregunte|ya (?:me|nos) (?:dijo|dijeron)|ya (?:vi|cheque|revise))+$/,
    '',
  );
  if (who?.kind !== 'understood' || named === undefined || / no (?:es|esta)|^no /.test(where?.[0] ?? '')) return undefined;
  if (named.split(' ').length > mostRoomWords) return undefined;
  const reading = readRoom(named, rooms);
  // "Maribel está en Maternal 1", which is on no list.
  if (reading.kind === 'other' && isGroupRoom(reading.name)) return { id: who.value, called: reading.name };
  const ids = reading.kind === 'rooms' ? reading.ids : [];
  const [room] = ids;
  // "Lupita es de maternal": of which one is asked.
  if (ids.length > 1) return { id: who.value, called: named };
  return room === undefined ? undefined : { id: who.value, room };
}

/** "Maternal", and nothing else: a group of several rooms. */
export const isRoomGroup = (text: string, rooms: readonly NamedPlace[]): boolean => {
  const reading = words(text).length <= 2 ? readRoom(text, rooms) : undefined;
  return reading?.kind === 'rooms' && reading.ids.length > 1;
};
