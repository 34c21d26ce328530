// Reads why a session did not take place.
import type { Vocabulary } from '../../../program/vocabulary-schema.ts';
import { findPhrases, spokenWords } from '../words/phrase-book.ts';
import { plain } from '../words/text-forms.ts';

export type NotHeldReason = 'caregiverAbsent' | 'noCover' | 'event' | 'noTime' | 'other';

const byWeight: readonly NotHeldReason[] = ['noCover', 'event', 'caregiverAbsent', 'noTime', 'other'];

export function readNotHeldReason(text: string, v: Vocabulary): NotHeldReason | undefined {
  const list = spokenWords(text, v.abbreviations);
  const hits = findPhrases(list, v.reasons);
  const longest = Math.max(0, ...hits.map((hit) => hit.end - hit.at));
  // The most telling phrase decides; between equals the one nearer to a cause.
  const telling = new Set(hits.filter((hit) => hit.end - hit.at === longest).map((hit) => hit.means));
  return byWeight.find((reason) => telling.has(reason));
}

/** Option of the flows for each reason why a session was not held. */
export const optionOfReason = {
  caregiverAbsent: 'falto-la-maestra',
  noCover: 'sin-quien-cubra',
  event: 'evento',
  noTime: 'sin-tiempo',
  other: 'otra-razon',
} as const;

const bare =
  /\b(?:no|se|pudo|pude|pudimos|hizo|hice|hicimos|siempre|la|lo|el|los|las|ay|pues|ps|pos|fijese|que|q|k|ya|hoy|ayer|manana|pasado|mejor|para|a|en|al|de|del|y|media|tarde|dia|otro|lunes|martes|miercoles|jueves|viernes|otra|vez|platica|observacion|sesion|con|ella|oiga|maestra|perdon|disculpe|todavia|aun|alcance|hubo|chance|fue|paso|quedo|pendiente|proximo|proxima|semana|viene|mes|hora|horas|misma|las|pm|am)\b|\d+/g;
const fewestTelling = 3;

/** "No se pudo, la dire me llamó": something is told beside that it was not held and another day. */
export function givesReason(text: string): boolean {
  const left = plain(text).replace(bare, ' ').split(/\s+/).filter(Boolean);
  return left.length >= fewestTelling - 1 && plain(text).split(' ').length > fewestTelling + 1;
}
