// Finds an hour that is told by another one: "una hora más tarde", "media hora antes".
import { partAt } from './when-day-parts.ts';
import { type HourMention, wholeHour } from './when-hours.ts';
import { isNumber, isSign, type WhenToken } from './when-tokens.ts';

const closing = new Set([
  'mejor',
  'porfa',
  'por',
  'si',
  'gracias',
  'maestra',
  'miss',
  'el',
  'ese',
  'pero',
  'de',
  'del',
  'lo',
  'no',
  'verdad',
]);

function spanAt(t: readonly WhenToken[], i: number): { minutes: number; end: number } | undefined {
  const isHours = (k: number): boolean => t[k] === 'horas' || t[k] === 'ahorita';
  if (t[i] === 'media' && isHours(i + 1)) return { minutes: 30, end: i + 2 };
  const amount = t[i] === 'una' || t[i] === 'un' ? 1 : isNumber(t[i]) ? Number(t[i]) : 0;
  if (amount < 1 || amount > 90) return undefined;
  if (t[i + 1] === 'minutos') return { minutes: amount, end: i + 2 };
  if (!isHours(i + 1) || amount > 8) return undefined;
  return t[i + 2] === 'y' && t[i + 3] === 'media'
    ? { minutes: amount * 60 + 30, end: i + 4 }
    : { minutes: amount * 60, end: i + 2 };
}

/** Minutes from the hour that was said or agreed before. */
export function hourShiftAt(t: readonly WhenToken[], at: number): { shift: number; end: number } | undefined {
  const span = spanAt(t, at);
  if (!span) return undefined;
  const i = t[span.end] === 'mas' ? span.end + 1 : span.end;
  const word = t[i];
  const later = word === 'despues' || (i > span.end && (word === 'tarde' || word === 'tardecito'));
  const earlier = word === 'antes' || (i > span.end && word === 'temprano');
  const named = word === 'antes' || word === 'despues';
  // "Una hora antes de la salida" counts from something else.
  if ((!later && !earlier) || (named && (t[i + 1] === 'de' || t[i + 1] === 'del' || t[i + 1] === 'que'))) return undefined;
  const next = t[i + 1];
  return next === undefined || isSign(next) || closing.has(next)
    ? { shift: later ? span.minutes : -span.minutes, end: i + 1 }
    : undefined;
}

/** "A la misma hora", "mismo horario": the hour that was agreed before. */
export const saysSameHour = (t: readonly WhenToken[]): boolean =>
  t.some((word, i) => (word === 'misma' && t[i + 1] === 'horas') || (word === 'mismo' && t[i + 1] === 'horario'));

/** "Un cuarto de hora antes de las 10", "diez minutos después de las 12". */
export function fromHour(t: readonly WhenToken[], at: number): HourMention | undefined {
  let i = t[at] === 'un' || t[at] === 'una' ? at + 1 : at;
  const minutes =
    t[i] === 'cuarto' && t[i + 1] === 'de' && t[i + 2] === 'horas'
      ? 15
      : t[i] === 'media' && t[i + 1] === 'horas'
        ? 30
        : t[i] === 'horas' && i > at
          ? 60
          : isNumber(t[i]) && t[i + 1] === 'minutos'
            ? Number(t[i])
            : 0;
  if (minutes < 1 || minutes > 60) return undefined;
  i += minutes === 15 && t[i] === 'cuarto' ? 3 : t[i] === 'horas' ? 1 : 2;
  const earlier = t[i] === 'antes';
  if ((!earlier && t[i] !== 'despues') || t[i + 1] !== 'de' || (t[i + 2] !== 'las' && t[i + 2] !== 'la') || !isNumber(t[i + 3]))
    return undefined;
  const tail = partAt(t, i + 4);
  const end = tail?.end ?? i + 4;
  const clock = wholeHour({ at, end, hour: Number(t[i + 3]), minute: 0, exact: Number(t[i + 3]) > 12, part: tail?.part });
  if (clock === undefined || clock > 23) return undefined;
  const said = clock * 60 + (earlier ? -minutes : minutes);
  return { at, end, hour: Math.floor(said / 60), minute: said % 60, exact: true };
}
