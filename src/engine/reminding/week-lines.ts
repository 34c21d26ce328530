// A few lines on the last afternoon of a week: what she did, what she has not told yet, what comes next week, one thing that went well.
import { addDays, sayShortDay } from '../../mentoring/local-time.ts';
import { nextSteps } from '../../mentoring/next-step.ts';
import { officeHours } from '../../mentoring/office-hours.ts';
import { lastWorkingDay, toBeTold, type UntoldSession, type WorkedWeek, workedWeek } from '../../mentoring/week-summary.ts';
import { hasConsent } from '../hearing/read-message.ts';
import { houseText } from '../thread-context.ts';
import type { TurnDraft } from '../turn-draft.ts';
import { countInitiated, isBusy, isPaused, mayInitiateOther } from './initiating.ts';

const mostAppointments = 2;

/** The first line is what a locked screen shows: counts, and nothing of what anybody did or said. */
export function tellWeek(draft: TurnDraft): void {
  const { today, centre } = draft;
  const day = lastWorkingDay(today.date, draft.closures);
  // What had to wait until the offices were closed is not told any more.
  if (today.time >= officeHours.closes) return;
  if (day !== today.date || draft.conversation.weekTold === day || !hasConsent(draft) || isPaused(draft)) return;
  if (isBusy(draft) || !mayInitiateOther(draft)) return;
  const week = workedWeek(draft.all('cycle'), draft.all('caregiver'), today.date, centre.zone);
  const untold = toBeTold(draft.all('cycle'), today);
  if (!week && untold.length === 0) return;
  const message = draft.say({
    kind: 'reminder',
    text: [
      ...(week ? [houseText(draft, 'papeles.semana-hecho', { done: inWords(draft, doneIn(draft, week)) })] : []),
      ...(untold.length > 0 ? [houseText(draft, 'avisos.semana-por-contar', { untold: untoldIn(draft, untold) })] : []),
      houseText(draft, 'papeles.semana-sigue', { next: comesNext(draft) }),
      ...(week ? [houseText(draft, `papeles.semana-bien-${week.good.kind}`, { name: week.good.name })] : []),
    ].join('\n'),
  });
  message.mayWait = 'later';
  draft.converse({ weekTold: day });
  countInitiated(draft, 'other');
}

function doneIn(draft: TurnDraft, { checklists, sessions, closed }: WorkedWeek): string[] {
  const { workPlan, focusedObservation, reflection } = sessions;
  const told = (count: number, say: (count: number) => string): string[] => (count > 0 ? [say(count)] : []);
  return [
    ...told(checklists, (count) => houseText(draft, 'papeles.semana-listas', { count })),
    ...told(workPlan, (count) => houseText(draft, 'papeles.semana-planes', { count })),
    ...told(focusedObservation, (count) => houseText(draft, 'papeles.semana-observaciones', { count })),
    ...told(reflection, (count) => houseText(draft, 'papeles.semana-platicas', { count })),
    ...told(closed, (count) => houseText(draft, 'papeles.semana-ciclos', { count })),
  ];
}

function untoldIn(draft: TurnDraft, untold: readonly UntoldSession[]): string {
  const names = untold
    .slice(0, mostAppointments)
    .map(({ caregiverId, phase }) =>
      houseText(draft, `avisos.semana-${phase}`, { name: draft.get('caregiver', caregiverId)?.name ?? '' }),
    );
  const left = untold.length - names.length;
  return inWords(draft, left > 0 ? [...names, houseText(draft, 'avisos.semana-mas', { count: left })] : names);
}

function inWords(draft: TurnDraft, parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  if (parts.length < 2) return last;
  return houseText(draft, 'casa.y-la-ultima', { before: parts.slice(0, -1).join(', '), last });
}

/** Her appointments until the end of next week; where there are none, the most pressing step. */
function comesNext(draft: TurnDraft): string {
  const { today } = draft;
  const until = addDays(today.date, 9);
  const planned = draft
    .all('cycle')
    .flatMap(({ caregiverId, appointments }) => appointments.map((appointment) => ({ caregiverId, ...appointment })))
    .filter(({ status, date }) => status === 'planned' && date > today.date && date <= until)
    .sort((a, b) => (`${a.date}${a.time}` < `${b.date}${b.time}` ? -1 : 1));
  const lines = planned.slice(0, mostAppointments).map(({ caregiverId, phase, date, time }) => {
    const name = draft.get('caregiver', caregiverId)?.name ?? '';
    return houseText(draft, `casa.cita-${phase}`, { day: sayShortDay(date), time, name });
  });
  const left = planned.length - lines.length;
  if (left > 0) lines.push(houseText(draft, 'papeles.semana-mas', { count: left }));
  if (lines.length > 0) return lines.join('; ');
  const [next] = nextSteps(draft.all('caregiver'), draft.all('cycle'), draft.all('thread'), draft.program, today);
  if (!next) return houseText(draft, 'papeles.semana-libre');
  const step = houseText(draft, `ciclo.paso-${next.step}`, { name: next.caregiver.name });
  return `${step.charAt(0).toLowerCase()}${step.slice(1)}`;
}
