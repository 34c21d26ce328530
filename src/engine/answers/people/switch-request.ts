// "Bueno pues empecemos con Carmen", "Rosa ya dijo que sí, vamos con ella": a whole message that only changes to another caregiver.
import type { Vocabulary } from '../../../program/vocabulary-schema.ts';
import { bookOf, phraseAt, soundOf, soundsOf } from '../words/phrase-book.ts';
import { doubtful, type Reading, unclear, understood } from '../words/reading.ts';
import { longestText, words } from '../words/text-forms.ts';
import { readCaregiverName } from './caregiver-name.ts';

export interface SwitchRequest {
  who: Reading<string>;
  /** She tells that the caregiver accepted, in these words. */
  accepted?: string;
  /** She says what she is about to do: of the caregiver in hand that may be the answer. */
  intends?: true;
}

export interface KnownCaregiver {
  id: string;
  name: string;
  /** Name of her room, where it is known. */
  room?: string;
}

const going = bookOf([
  [
    true as const,
    'vamos con, vamonos con, avanzar con, quiero avanzar con, empezar es con, quiero empezar es con, quiero empezar con, es con, mejor vamos con, ya vamos con, vamos a, vayamos con, empecemos con, empezamos con, empiezo con, empezar con, comencemos con, iniciemos con, sigamos con, seguimos con, seguir con, sigo con, siga con, regresame con, regresame a, regreseme con, regreseme a, regresemos con, regresemos a, regresamos con, regresar con, regrese con, volvamos con, volvamos a, volver con, volver a, volvemos con, pasemos con, pasemos a, paso con, pasame con, pasame a, paseme con, paseme a, cambiemos a, cambieme a, cambiame a, cambiar a, continuemos con, continuar con, continuamos con, retomemos, retomar, ahora con, ahora voy con, ahora vamos con, ahora quiero, ahora toca, ahora sigue, ahora, mejor con, mejor, con, quiero ver a, quiero ver lo de, ver lo de, veamos lo de, quiero lo de, quiero trabajar con, quiero seguir con, quiero ir con, trabajemos con, veamos a, ir con, ir a, toca, vamos, hagamos, ponme con, pongame con, deme a, abra a'.split(
      ', ',
    ),
  ],
]);
const split = (list: string): string[] => list.split(', ');
const wanting = split(
  'voy a, ocupo, ocupamos, necesito, quisiera, me toca, me tocaba, nos toca, tengo que, hay que, debo, me falta, vamos a, falta',
);
const doing = split(
  'ir con, ir a ver a, ir a ver lo de, ir a observar a, ir a trabajar con, ver a, ver lo de, hacer lo de, hacerle lo de, observar a, pasar con, pasar a ver a, trabajar con, empezar con, seguir con, entrar con, visitar a',
);
/** "Ocupo ir a ver a la Chayito", "me toca con la Yesenia". */
const intending = bookOf([
  [
    true as const,
    [
      ...wanting.flatMap((want) => doing.map((deed) => `${want} ${deed}`)),
      ...split('voy con, me toca con, ocupo con, necesito con'),
    ],
  ],
]);
const accepting = bookOf([
  [
    true as const,
    'ya dijo que si, ya me dijo que si, dijo que si, me dijo que si, ya acepto, si acepto, acepto, ya quiso, si quiso, ya quiere, ya le explique y acepto, ya le explique y si acepto, ya le explique y dijo que si, ya le explique y si quiso, ya le explique y ya acepto'.split(
      ', ',
    ),
  ],
]);
const around = bookOf([
  [
    true as const,
    'oye, oiga, mira, mire, hoy, horita, con la lista, con mi lista, con la lista de chequeo, la, el, lo, de, del, a, con, es otra, no es otra, es, con quien, quien, quiero empezar, senorita, gracias, muchas gracias, es eso, si es eso, asi es, disculpe, perdon, no me entiendes, no me entiende, me entiende, entiende, entiendes, ay, ay no, yo, mija, maestra, miss, mtra, si, no, entonces, todavia, todavia no, aun no, tambien, otra vez, de nuevo, luego, primero, ahorita, que, ella, le, me, quiero, su, plan, lo de, la de, sala, pues, a ver, ya, y, mientras, una vez, entonces si, esa, por, ahora, o que, o no, verdad, le parece, va, ok, porfa, por favor'.split(
      ', ',
    ),
  ],
]);
/** "Yo no dije de Yadira": whom she does not mean. */
const notOf = /\b(?:yo )?no (?:dije|digo|hablo|hablaba|era|es)(?: (?:nada )?de| con)? (?:la )?\p{Lu}\p{L}+/giu;
const mostWords = 16;
const mostNameWords = 4;

const turnsTo =
  /(?:^|[\s,.;])(?:(?:y )?ahora(?: s[ií])?(?: vamos| voy| sigo| quiero(?: ver| ir| avanzar| seguir)?)?|vamos|sigamos|seguimos|quiero (?:ver|ir|avanzar|empezar|comenzar|seguir)|mejor vamos|voy a (?:empezar|comenzar|iniciar|seguir)|(?:yo )?qu?iero (?:empezar|comenzar|iniciar|seguir)|c[aá]mbi[ae](?:me|mos|nos)|p[aá]s[ae](?:me|mos|nos)|regr[eé]s[ae](?:me|mos|nos)|volvamos|regresemos|emp(?:ecemos|ezamos|iezo)|comencemos|comenzamos|iniciemos|(?:deseo|quisiera) (?:ver|empezar|comenzar|iniciar)) (?:con|a) (?:la )?(?:maestra |miss |mtra )?(\p{L}{3,})/iu;
const mostTurning = 24;

/** "Y ahora con la maestra Paty, ella ya me dijo que sí, ¿cómo le hago?": to whom she turns in the middle of more words. */
export function readTurn(text: string, caregivers: readonly KnownCaregiver[]): string | undefined {
  const name = text.trim().split(/\s+/).length <= mostTurning ? turnsTo.exec(text)?.[1] : undefined;
  const who = name === undefined ? undefined : readCaregiverName(name, caregivers);
  return who?.kind === 'understood' ? who.value : undefined;
}

/** Undefined where the message says anything more, or names nobody she works with. */
export function readSwitchRequest(text: string, caregivers: readonly KnownCaregiver[], v: Vocabulary): SwitchRequest | undefined {
  const spelled = words(text.slice(0, longestText).replace(notOf, ' ')).flatMap((word) =>
    (v.abbreviations.get(word) ?? word).split(' '),
  );
  const list = spelled.map(soundOf);
  if (list.length < 2 || list.length > mostWords) return undefined;
  const rooms = bookOf(caregivers.flatMap(({ id, room }) => (room === undefined ? [] : [[id, [room]] as const])));
  let room: string | undefined;
  const named: string[] = [];
  const told: string[] = [];
  let goes = false;
  let intends = false;
  for (let i = 0; i < list.length; ) {
    const acceptance = phraseAt(list, i, accepting);
    const intent = phraseAt(list, i, intending);
    const go = intent ?? phraseAt(list, i, going);
    const inRoom = phraseAt(list, i, rooms);
    if (inRoom) {
      room = list.slice(i, inRoom.end).join(' ');
      i = inRoom.end;
      continue;
    }
    const aside = phraseAt(list, i, around) ?? phraseAt(list, i, v.hesitations);
    // "Con la lista" is longer than the "con" of "con Rosa".
    const longer = go && aside && aside.end > go.end;
    const end = acceptance?.end ?? (longer ? aside.end : (go?.end ?? aside?.end));
    if (acceptance) told.push(...spelled.slice(i, acceptance.end));
    if (go && !acceptance && !longer) goes = true;
    if (intent && !acceptance) intends = true;
    if (end === undefined) named.push(spelled[i] ?? '');
    i = end ?? i + 1;
  }
  if (named.length > mostNameWords || (!goes && told.length === 0)) return undefined;
  const who = named.length ? whoIs(named, caregivers) : whoInRoom(room, caregivers);
  if (who.kind === 'unclear') return undefined;
  return { who, ...(told.length ? { accepted: told.join(' ') } : {}), ...(intends ? { intends } : {}) };
}

function whoIs(named: readonly string[], caregivers: readonly KnownCaregiver[]): Reading<string> {
  // Every word left must name somebody: "ahora que Rosa coma" tells of her.
  if (!named.every((word) => readCaregiverName(word, caregivers).kind !== 'unclear')) return unclear;
  return readCaregiverName(named.join(' '), caregivers);
}

function whoInRoom(room: string | undefined, caregivers: readonly KnownCaregiver[]): Reading<string> {
  const there = caregivers.filter((caregiver) => caregiver.room !== undefined && soundsOf(caregiver.room).join(' ') === room);
  if (there.length === 0) return unclear;
  return there.length === 1 ? understood(there[0]?.id ?? '') : doubtful(there.map(({ id }) => id));
}
