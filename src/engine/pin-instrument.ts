// Pins a thread that goes through a checklist to the instrument as it is now, so that an edit meanwhile does not change her items.
import type { Theme } from '../domain/mentoring-cycle.ts';
import { instrumentFor, iterationOn } from '../mentoring/iteration.ts';
import type { ThreadContext } from './thread-context.ts';

export function pinInstrument(c: ThreadContext): void {
  if (c.instrument || !c.caregiver?.ageGroup || !goesThroughItems(c)) return;
  const theme = c.cycle?.theme ?? closingTheme(c);
  const iteration = c.cycle?.iteration ?? iterationOn(c.program, c.today.date)?.id ?? 'none';
  const instrument = theme && instrumentFor(c.program, iteration, theme, c.caregiver.ageGroup);
  const pin = instrument && c.program.currentPin.instruments[instrument.id];
  if (pin) c.patchThread({ pins: [...c.thread.pins, pin] });
}

/** The closing checklist belongs to no cycle: it repeats the theme that was worked on last. Elsewhere the theme is not settled before the cycle is. */
function closingTheme(c: ThreadContext): Theme | undefined {
  return c.thread.flow === 'lista-de-cierre' ? c.caregiver?.digests.at(-1)?.theme : undefined;
}

function goesThroughItems(c: ThreadContext): boolean {
  return Object.values(c.bundle?.flows ?? {}).some(({ instructions }) =>
    instructions.some((instruction) => instruction.op === 'each' && instruction.list === 'unrated-items'),
  );
}
