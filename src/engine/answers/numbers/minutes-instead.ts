// Tells how long was planned from how long it was: "eran 20 pero nos alargamos a 35", "quedamos en 20 y se fue a 35".
import { amountAt, type DurationHit } from './duration.ts';
import { mostAmbiguous } from './minutes.ts';

/** What it came to in the end. */
const came = /^(?:fue|fueron|alarg|dur[aeo]|termin|acab|tard|sali|quedo|qued[ae]|llev|hicimos|nos)/;

/** "Eran 20 pero nos alargamos a 35", "quedamos en 20 y se fue a 35". */
export function sinceThen<T extends { at: number; end: number }>(all: readonly T[], t: readonly string[]): T | undefined {
  const [first, second] = all;
  if (all.length !== 2 || !first || !second) return undefined;
  const planned = t
    .slice(Math.max(0, first.at - 3), first.at)
    .some((token) =>
      /^(?:crei|creia|pense|pensaba|eran|era|ser|seria|serian|puse|dije|tocaban|debian|programamos|programe|planeamos|pensabamos|pensado|planeado|iba|iban|habiamos|teniamos|tenia|agende|agendamos|quedamos)$/.test(
        token,
      ),
    );
  const between = t.slice(first.end, second.at);
  return planned && (between.includes('pero') || between.some((token) => came.test(token))) ? second : undefined;
}

/** "Quedamos en 20 minutos y se fue a 35": what it came to has no unit of its own. */
export function cameTo([hit, more]: readonly DurationHit[], t: readonly string[]): number | undefined {
  if (!hit || more) return undefined;
  const at = t.findIndex((token, i) => i >= hit.end && came.test(token));
  const to = at < 0 ? -1 : t.findIndex((_, i) => i > at && amountAt(t, i) !== undefined);
  const amount = to < 0 ? undefined : amountAt(t, to);
  if (!amount || amount.end < t.length || amount.value <= mostAmbiguous || !sinceThen([hit, { at: to, end: amount.end }], t))
    return undefined;
  return amount.value;
}
