// A coordinator asks which days are closed, closes some, or opens them again: shown first, done once she has confirmed it.

import { type Closure, type ClosureOrder, longestClosure } from '../../domain/closure.ts';
import { type ClosurePlace, mayMean } from '../../domain/closure-place.ts';
import type { AnswerValue } from '../../domain/conversation.ts';
import type { LookUpRequest, LookUpResult } from '../../domain/look-up.ts';
import { closuresInForce } from '../../mentoring/calendar.ts';
import { addDays, sayDate } from '../../mentoring/local-time.ts';
import { readBroadcastWish } from '../answers/commands/broadcast-wish.ts';
import { type ClosureWords, readClosureWords } from '../answers/commands/closure-words.ts';
import { houseText } from '../thread-context.ts';
import { openThread } from '../threads.ts';
import type { TurnDraft } from '../turn-draft.ts';

const mostListed = 8;
const longestName = 60;

const read = (draft: TurnDraft, text: string): ClosureWords | undefined =>
  readClosureWords(text, { now: draft.today, holidays: draft.holidays, closures: draft.closures, tense: 'future' });

export const speaksOfClosing = (draft: TurnDraft, text: string): boolean =>
  !readBroadcastWish(text) && read(draft, text) !== undefined;

export function askClosure(draft: TurnDraft, text: string): void {
  const words = read(draft, text) ?? { deed: 'list', place: '', name: '' };
  if (words.deed === 'list') return listClosures(draft);
  if (words.deed === 'open') return takeBack(draft, words);
  const { days, place, name } = words;
  if (!days) return say(draft, houseText(draft, words.unclear ? 'cierre.dias-no-entendidos' : 'cierre.faltan-dias'));
  if (place === '') return say(draft, houseText(draft, 'cierre.falta-lugar'));
  if (days.to >= addDays(days.from, longestClosure))
    return say(draft, houseText(draft, 'cierre.muy-largo', { days: sayDays(draft, days) }));
  draft.lookUp({ kind: 'closurePlace', said: place.slice(0, 200), days, name: name.slice(0, longestName) });
}

const say = (draft: TurnDraft, text: string): void => void draft.say({ kind: 'answer', text });

const sayDays = (draft: TurnDraft, { from, to }: { from: string; to: string }): string => {
  const [first, last] = [from, to].map((date) => sayDate(date, draft.today.date));
  return houseText(draft, from === to ? 'cierre.dias-uno' : 'cierre.dias-de-a', { first: first ?? '', last: last ?? '' });
};

const sayPlace = (draft: TurnDraft, { scope, place }: Pick<Closure, 'scope' | 'place'>, name = ''): string =>
  houseText(draft, `cierre.lugar-${scope}`, { place, name: name === '' ? place : name });

function ahead(draft: TurnDraft): Closure[] {
  return closuresInForce(draft.program, draft.state.closures).filter(({ to }) => to >= draft.today.date);
}

const line = (draft: TurnDraft, closure: Closure): string =>
  houseText(draft, 'cierre.renglon', { where: sayPlace(draft, closure), days: sayDays(draft, closure), name: closure.name });

function lines(draft: TurnDraft, closures: readonly Closure[]): string {
  const shown = closures.slice(0, mostListed).map((closure) => line(draft, closure));
  if (closures.length > mostListed) shown.push(houseText(draft, 'cierre.y-mas', { count: closures.length - mostListed }));
  return shown.join('\n');
}

function listClosures(draft: TurnDraft): void {
  const closures = ahead(draft);
  if (closures.length === 0) return say(draft, houseText(draft, 'cierre.ninguno'));
  say(draft, houseText(draft, 'cierre.lista', { lines: lines(draft, closures) }));
}

function takeBack(draft: TurnDraft, { place, days }: ClosureWords): void {
  const found = ahead(draft).filter(
    (closure) => mayMean(place, closure) && (!days || (closure.from <= days.to && days.from <= closure.to)),
  );
  const [only] = found;
  if (!only) return say(draft, houseText(draft, 'cierre.no-hay-ese'));
  if (found.length > 1) return say(draft, houseText(draft, 'cierre.cual', { lines: lines(draft, found) }));
  const { id, scope, place: of, from, to, name, version } = only;
  const where = sayPlace(draft, only);
  const order: ClosureOrder = { id, scope, place: of, from, to, name, version: version + 1, takenBack: true };
  confirm(draft, order, where, houseText(draft, 'cierre.recap-abrir', { where, days: sayDays(draft, only), name }));
}

function confirm(draft: TurnDraft, order: ClosureOrder, where: string, resumen: string): void {
  openThread(draft, 'cierre', { answers: { orden: order as unknown as AnswerValue, lugar: where, resumen } });
}

type Asked<K extends LookUpRequest['kind']> = Extract<LookUpRequest, { kind: K }>;

export function hearClosurePlace(draft: TurnDraft, { said, days, name }: Asked<'closurePlace'>, result: LookUpResult): void {
  if (result.kind !== 'closurePlace') return say(draft, houseText(draft, 'equipo.no-se-pudo'));
  const [only] = result.places;
  if (!only) return say(draft, houseText(draft, 'cierre.sin-lugar', { place: said }));
  const whereOf = (one: ClosurePlace): string => sayPlace(draft, one, one.name);
  if (result.places.length > 1)
    return say(
      draft,
      houseText(draft, 'cierre.varios-lugares', { names: result.places.slice(0, mostListed).map(whereOf).join('\n') }),
    );
  const where = whereOf(only);
  const { scope, place } = only;
  const reason = name === '' ? houseText(draft, 'cierre.sin-motivo') : name;
  const order: ClosureOrder = { id: '', scope, place, ...days, name: reason, version: 1, takenBack: false };
  const { mentors, appointments } = result;
  const shown = sayDays(draft, days);
  const recap = houseText(draft, 'cierre.recap-cerrar', { where, days: shown, name: reason, mentors, appointments });
  confirm(draft, order, where, recap);
}

export function hearClosureDone(draft: TurnDraft, { order, where }: Asked<'closureOrder'>, result: LookUpResult): void {
  if (result.kind !== 'closureDone') return say(draft, houseText(draft, 'equipo.no-se-pudo'));
  const days = sayDays(draft, order);
  if (order.takenBack) return say(draft, houseText(draft, 'cierre.abierto', { where, days }));
  say(draft, houseText(draft, 'cierre.cerrado', { where, days }));
}
