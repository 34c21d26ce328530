// Values of the texts in which a sender is told whom her broadcast is for.
import { type LeftOutReason, leftOutReasons } from '../domain/broadcast.ts';
import { counted, draftParts } from './broadcast-draft.ts';
import { sayDate } from './local-time.ts';
import type { MentoringContext, Value } from './mentoring-context.ts';
import { whenAnswer } from './thread-answers.ts';

/** "2 en pausa, 1 sin canal": shared by the preview and the report. */
export function sayLeftOut(c: Pick<MentoringContext, 'text'>, leftOut: Partial<Record<LeftOutReason, number>>): string {
  return leftOutReasons
    .flatMap((reason) => {
      const count = leftOut[reason];
      return count ? [c.text(`difundir.fuera-${reason}`, { count })] : [];
    })
    .join(', ');
}

/** Longest list of names that is read back; the rest are counted. */
const mostNames = 10;

function minutes(c: MentoringContext): number {
  return Math.ceil(((counted(c)?.secondsABubble ?? 0) * Math.max(1, draftParts(c).length)) / 60);
}

const audience: Value = (c) => {
  const asked = String(c.thread.answers['a-quien'] ?? 'todas');
  return c.text(`difundir.va-${asked === 'sin-terminar' ? `sin-${String(c.thread.answers.fase)}` : asked}`);
};

export const broadcastValues = {
  /** Read back by name where she wrote names. */
  audienceNames: (c) => {
    const names = counted(c)?.names ?? [];
    if (names.length === 0) return audience(c);
    const more = names.length - mostNames;
    const said = [...names.slice(0, mostNames), ...(more > 0 ? [c.text('difundir.y-mas', { count: more })] : [])];
    return c.text('difundir.va-nombres', { names: said.join(', ') });
  },
  audience,
  reached: (c) => c.text('difundir.personas', { count: counted(c)?.reached ?? 0 }),
  leftOut: (c) => {
    const said = sayLeftOut(c, counted(c)?.leftOut ?? {});
    return said === '' ? '' : `\n${c.text('difundir.quedan-fuera', { who: said })}`;
  },
  foundNames: (c) => {
    const names = counted(c)?.names ?? [];
    return names.length === 0 || names.length > mostNames ? '' : `${c.text('difundir.ya-tengo', { names: names.join(', ') })} `;
  },
  unknownNames: (c) =>
    (counted(c)?.unknown ?? [])
      .slice(0, mostNames)
      .map((name) => `«${name}»`)
      .join(', '),
  broadcastTakes: (c) =>
    minutes(c) <= 1 ? c.text('difundir.menos-de-un-minuto') : c.text('difundir.unos-minutos', { minutes: minutes(c) }),
  broadcastWhen: (c) => {
    const when = whenAnswer(c.thread, 'cuando');
    return when ? c.text('difundir.dia-hora', { day: sayDate(when.date, c.today.date), time: when.time ?? '' }) : '';
  },
} satisfies Record<string, Value>;
