// Named conditions that a flow's branches may test.
import { broadcastConditions } from './broadcast-draft.ts';
import { themesOn } from './iteration.ts';
import { basePlans } from './lists.ts';
import type { Condition, MentoringContext } from './mentoring-context.ts';
import { rosterConditions } from './roster-draft.ts';
import { slipConditions } from './slip-draft.ts';
import { focusItem } from './thread-answers.ts';
import { workshopConditions } from './workshop-talk.ts';

const answered = (c: MentoringContext, key: string): boolean =>
  c.thread.answers[key] !== undefined && c.thread.answers[key] !== null;

export const conditions = {
  /** For a question that has a good default and is asked only when she corrects it. */
  'only-when-corrected': () => false,
  'course-unknown': (c) => c.person.prerequisiteCourse !== 'finished',
  'phone-moments-unknown': (c) => c.person.phoneMoments === null,
  'has-no-caregivers': (c) => !c.caregivers.some(({ status }) => status === 'active'),
  'has-caregivers': (c) => c.caregivers.some(({ status }) => status === 'active'),
  /** Asked once before the first record about a caregiver, and again while the answer was "not yet". */
  'acceptance-unknown': (c) => c.caregiver?.accepted === null || c.caregiver?.accepted === 'notYet',
  'acceptance-not-yet': (c) => c.caregiver?.accepted === 'notYet',
  'dosage-only': (c) => c.caregiver?.accepted === 'no' || c.cycle?.dosageOnly === true,
  /** With a caregiver who did not accept only dates and minutes count. */
  'keeps-words': (c) => c.caregiver?.accepted !== 'no' && c.cycle?.dosageOnly !== true,
  'age-group-unknown': (c) => c.caregiver?.ageGroup === null,
  'no-open-cycle': (c) => c.cycle === undefined,
  'theme-open': (c) => c.cycle === undefined && themesOn(c.program, c.today.date).length > 1,
  /** Who has looked already needs no sheet to look with, unless she asks for it. */
  'needs-sheet': (c) => !answered(c, 'listo') || c.thread.answers.mostrar === true,
  /** She asked for the page of this step before there was a code for it. */
  'wants-paper': (c) => answered(c, 'papel'),
  'has-checklist': (c) => c.cycle?.checklist != null,
  'has-focus': (c) => focusItem(c) !== undefined,
  'has-goal-items': (c) => Boolean(c.cycle?.plan?.focusItems.length),
  'has-plan': (c) => c.cycle?.plan != null,
  'has-tip': (c) => Boolean(c.cycle?.tipsServed.length),
  'tip-for-focus': (c) => c.thread.current.tip !== undefined,
  'plan-from-other': (c) => String(c.thread.answers['meta:option'] ?? '').startsWith('plan-'),
  'other-plans': (c) => basePlans(c).length > 0,
  'has-query': (c) => answered(c, 'busca'),
  'tips-found': (c) => Array.isArray(c.thread.answers.encontrados) && c.thread.answers.encontrados.length > 0,
  'observation-planned': (c) =>
    Boolean(c.cycle?.appointments.some((a) => a.phase === 'focusedObservation' && a.status === 'planned')),
  'reflection-planned': (c) => Boolean(c.cycle?.appointments.some((a) => a.phase === 'reflection' && a.status === 'planned')),
  'reflection-is-next': (c) => Boolean(c.cycle?.sessions.some(({ phase }) => phase === 'focusedObservation')),
  /** At the question for a date she told that it has already been. */
  'told-as-held': (c) => c.thread.answers.nueva === 'ya-fue' || c.thread.answers.platica === 'ya-fue',
  'observation-missing': (c) => !c.cycle?.sessions.some(({ phase }) => phase === 'focusedObservation'),
  'cycle-closed': (c) => c.thread.answers['ciclo-cerrado'] === true,
  'question-known': (c) => answered(c, 'conocida'),
  /** Found unanswered in the middle of other things: only with her leave it goes to the consultants. */
  'doubt-on-offer': (c) => c.thread.answers.ofrecida === true,
  /** What was told for a mentor was read; it names a caregiver who was not known. */
  'proxy-was-read': (c) => answered(c, 'sesion'),
  'proxy-lacks-caregiver': (c) => c.thread.answers.falta === 'quien',
  'proxy-caregiver-unasked': (c) => {
    const { sesion } = c.thread.answers;
    const isSession = typeof sesion === 'object' && sesion !== null && !Array.isArray(sesion);
    return isSession && sesion.newName !== '' && sesion.accepted === undefined;
  },
  'has-reply': (c) => answered(c, 'respuesta'),
  'reply-was-held': (c) => c.thread.answers.detenida === true,
  'reply-was-loose': (c) => c.thread.answers.suelta === true,
  'reply-sounds-grave': (c) => c.thread.answers.delicada === true,
  'has-doubt-text': (c) => answered(c, 'texto'),
  'has-colleagues': (c) =>
    c.directory.some(
      (entry) => entry.roles.includes('mentor') && entry.centreId === c.person.centreId && entry.id !== c.person.id,
    ),
  ...broadcastConditions,
  ...rosterConditions,
  ...slipConditions,
  ...workshopConditions,
} satisfies Record<string, Condition>;

export type ConditionName = keyof typeof conditions;
