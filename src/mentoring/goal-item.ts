// Which item of the checklist a goal of hers is about, so that what we propose afterwards stands on it.
import { stemmer } from '@orama/stemmers/spanish';
import { bareWords } from '../domain/bare-words.ts';
import type { ChecklistItem } from '../program/content-schema.ts';
import type { MentoringContext } from './mentoring-context.ts';
import { focusItem, instrumentOf, textAnswer } from './thread-answers.ts';

/** They stand in nearly every item, or in nearly every goal. */
const common = new Set(
  'actividad actividades pedagogica antes cada cinco cuando cuatro decir diez dice donde dos durante entre esta hace hacer hacen haga grupo lograr maestra mas menos minutos momento nina ninas nino ninos bebe bebes ofrecer para pero por porque quien sala siempre sin sobre tiempo todas todos tres una uno veces vez como comida panal desayuno filtro siesta'.split(
    ' ',
  ),
);
const shortest = 4;
/** Shared with what the item is called, and with the rest of it. */
const fewest = 3;

const stems = (text: string): Set<string> =>
  new Set(
    bareWords(text)
      .filter((word) => word.length >= shortest && !common.has(word))
      .map((word) => stemmer(word)),
  );

function shared(goal: ReadonlySet<string>, text: string): number {
  return [...stems(text)].filter((stem) => goal.has(stem)).length;
}

/** Undefined where no item is clearly nearer than the others. */
function nearestItem(c: MentoringContext, goal: string): ChecklistItem | undefined {
  const hers = stems(goal);
  const items = instrumentOf(c)?.instrument.items ?? [];
  const ranked = items
    .map((item) => {
      // How mentors speak of it stands with the ideas that are for it.
      const ideas = c.program.tips.filter((tip) => tip.items[0] === item.code).flatMap(({ keywords }) => keywords);
      const named = 2 * shared(hers, `${item.short} ${item.text}`);
      return { item, score: named + shared(hers, `${item.goal} ${item.action} ${item.look} ${ideas.join(' ')}`) };
    })
    .sort((a, b) => b.score - a.score);
  const [best, next] = ranked;
  const focus = focusItem(c);
  // Of two that are as near the one that she was shown is meant.
  const level = ranked.filter(({ score }) => score === best?.score).find(({ item }) => item === focus);
  if (level && level.score > 0) return level.item;
  return best && best.score >= fewest && best.score > (next?.score ?? 0) ? best.item : undefined;
}

/** What she wrote herself, and did not take over. */
export function ownGoal(c: MentoringContext): string | undefined {
  const taken = c.thread.answers['meta:option'];
  return taken === undefined || taken === null ? textAnswer(c.thread, 'meta') : undefined;
}

/** The item that the plan is about: the one of her own goal, else the focus of the checklist; undefined where her goal is about none. */
export function planItem(c: MentoringContext): ChecklistItem | undefined {
  const goal = ownGoal(c);
  return goal === undefined ? focusItem(c) : nearestItem(c, goal);
}

const many = '(?:\\d{1,2}|dos|tres|cuatro|cinco|seis|siete|ocho|diez|todos|todas)';
const share = new RegExp(`\\b${many} de (?:cada )?${many}(?: (?!en\\b|y\\b)[a-zñáéíóú]+)?`, 'iu');
const children = new RegExp(`\\b${many} (?:niñas y niños|niños y niñas|niñ[oa]s|bebés|bebes|lactantes)`, 'iu');
const times = new RegExp(`\\b${many} veces`, 'iu');

/** Of a goal that holds its own amount, to see just that is the criterion. */
export function criterionFor(c: MentoringContext): string | undefined {
  const goal = ownGoal(c);
  if (goal === undefined) return focusItem(c)?.criterion;
  const [of] = share.exec(goal) ?? [];
  const [whom] = children.exec(goal) ?? [];
  const [often] = times.exec(goal) ?? [];
  if (of !== undefined) return c.text('ciclo.logro-en', { amount: of });
  if (whom !== undefined) return c.text('ciclo.logro-con', { amount: whom });
  return often === undefined ? planItem(c)?.criterion : c.text('ciclo.logro-veces', { amount: often });
}
