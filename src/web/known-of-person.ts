// What the bot knows of a person's work now, in plain words: her caregivers, each with phase, goal and next date, and what is due.
import type { Caregiver, MentoringCycle } from '../domain/mentoring-cycle.ts';
import type { OwnerState } from '../domain/turn.ts';
import { localMoment, sayDate, sayDay } from '../mentoring/local-time.ts';
import { isHalfDone, type NextStep, nextSteps, plannedAppointment } from '../mentoring/next-step.ts';
import { sayRow } from '../mentoring/reminder-rows.ts';
import { renderText } from '../mentoring/render-text.ts';
import { roomName } from '../mentoring/room-name.ts';
import type { Program } from '../program/program.ts';
import type { KnownLine, KnownSection } from './page/page-protocol.ts';

interface View {
  state: OwnerState;
  program: Program;
  /** UTC. */
  now: string;
  zone: string;
  text(key: string, values?: Record<string, string | number>): string;
}

export function knownOfPerson(state: OwnerState, program: Program, now: string, zone: string): KnownSection[] {
  const text = (key: string, values: Record<string, string | number> = {}): string =>
    renderText(program.texts[key] ?? '', (name) => values[name] ?? '');
  const view: View = { state, program, now, zone, text };
  const isMentor = state.person?.roles.includes('mentor') ?? false;
  const sections = [
    ...(isMentor ? [aboutHer(view)] : []),
    ...(isMentor ? caregiverSections(view) : []),
    ...(isMentor ? [remindersSection(view)] : []),
    ...pendingSection(view),
  ];
  if (sections.length > 0) return sections;
  return [{ title: view.text('simulador.sabe-de-ella'), lines: [{ label: '', value: view.text('simulador.sabe-nada') }] }];
}

function aboutHer(view: View): KnownSection {
  const { now, zone } = view;
  const { person } = view.state;
  const lines: KnownLine[] = [];
  const consent = person?.withdrawnAt ? 'baja' : person?.consent == null ? 'pendiente' : person.consent.given ? 'si' : 'no';
  lines.push({ label: view.text('simulador.sabe-aceptacion'), value: view.text(`simulador.aceptacion-${consent}`) });
  const moments = person?.phoneMoments;
  const windows = moments ? [moments.beforeWork, moments.atBreak, moments.afterWork].flatMap((one) => one ?? []) : [];
  const hours = windows.map(({ from, to }) => view.text('simulador.de-a', { from, to })).join(', ');
  lines.push({ label: view.text('simulador.sabe-celular'), value: hours || view.text('simulador.sin-decir') });
  if (person?.pausedUntil) {
    const today = localMoment(now, zone).date;
    lines.push({ label: view.text('simulador.sabe-pausa'), value: sayDate(person.pausedUntil, today) });
  }
  return { title: view.text('simulador.sabe-de-ella'), lines };
}

function caregiverSections(view: View): KnownSection[] {
  const { state, program, now, zone } = view;
  const { caregivers, cycles, threads } = state;
  const steps = nextSteps(caregivers, cycles, threads, program, localMoment(now, zone));
  if (steps.length === 0)
    return [{ title: view.text('simulador.sabe-maestras'), lines: [{ label: '', value: view.text('simulador.sin-maestras') }] }];
  return steps.map((step) => ({ title: titleOf(view, step.caregiver), lines: linesOf(view, step) }));
}

function titleOf(view: View, caregiver: Caregiver): string {
  const room = roomName(view.program.programme.rooms, caregiver.room);
  return room === undefined ? caregiver.name : view.text('simulador.maestra-sala', { name: caregiver.name, room });
}

function linesOf(view: View, next: NextStep): KnownLine[] {
  const { program, now, zone } = view;
  const { cycle } = next;
  const today = localMoment(now, zone).date;
  const line = (label: string, value: string): KnownLine => ({ label, value });
  const half = isHalfDone(next) ? ` ${view.text('simulador.a-medias')}` : '';
  const lines = [line(view.text('simulador.sabe-sigue'), `${view.text(`simulador.paso-${next.step}`)}${half}`)];
  if (cycle === undefined) return [...lines, ...lastCycle(view, next.caregiver)];
  lines.unshift(line(view.text('simulador.sabe-fase'), view.text(`simulador.fase-${cycle.state}`)));
  lines.unshift(line(view.text('simulador.sabe-tema'), program.themes[cycle.theme].short));
  if (cycle.plan) lines.push(line(view.text('simulador.sabe-meta'), cycle.plan.goal));
  for (const phase of ['focusedObservation', 'reflection'] as const) {
    const planned = plannedAppointment(cycle, phase);
    if (planned === undefined) continue;
    const value = view.text('simulador.dia-hora', { day: sayDay(planned.date, today), time: planned.time });
    lines.push(line(view.text(`simulador.cita-${phase}`), value));
  }
  if (cycle.sessions.length > 0) lines.push(line(view.text('simulador.sabe-sesiones'), sessionsOf(view, cycle, today)));
  return lines;
}

function sessionsOf(view: View, cycle: MentoringCycle, today: string): string {
  return cycle.sessions
    .map(({ phase, heldOn, minutes }) => {
      const what = view.text(`simulador.sesion-${phase}`);
      const day = sayDay(heldOn, today);
      return minutes === undefined
        ? view.text('simulador.sesion', { what, day })
        : view.text('simulador.sesion-minutos', { what, day, minutes });
    })
    .join('\n');
}

function lastCycle(view: View, caregiver: Caregiver): KnownLine[] {
  const { program, now, zone } = view;
  const last = caregiver.digests.at(-1);
  if (last === undefined) return [];
  const day = sayDate(localMoment(last.closedAt, zone).date, localMoment(now, zone).date);
  const value = view.text('simulador.cerrado-el', { theme: program.themes[last.theme].short, day });
  return [{ label: view.text('simulador.sabe-ultimo-ciclo'), value }];
}

function remindersSection(view: View): KnownSection {
  const { state, now, zone } = view;
  const today = localMoment(now, zone).date;
  const at = (instant: string): string => {
    const { date, time } = localMoment(instant, zone);
    return view.text('simulador.dia-hora', { day: sayDay(date, today), time });
  };
  const rows = (state.reminders ?? [])
    .filter((row) => row.state === 'planned')
    .map((row) => ({ dueAt: row.held?.to ?? row.dueAt, value: capital(sayRow(view, row, state.caregivers)) }));
  for (const { purpose, dueAt } of state.timers)
    if (purpose === 'alert') rows.push({ dueAt, value: view.text('simulador.aviso-alert') });
  rows.sort((a, b) => Date.parse(a.dueAt) - Date.parse(b.dueAt));
  const lines = rows.map(({ dueAt, value }) => ({ label: at(dueAt), value }));
  const none = { label: '', value: view.text('simulador.sin-avisos') };
  return { title: view.text('simulador.sabe-avisos'), lines: lines.length > 0 ? lines : [none] };
}

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** Doubts and alerts that are open with her. */
function pendingSection(view: View): KnownSection[] {
  const { state, now, zone } = view;
  const today = localMoment(now, zone).date;
  const day = (instant: string): string => sayDay(localMoment(instant, zone).date, today);
  const doubts = state.doubts.filter(({ status }) => status === 'open').map((one) => ({ label: day(one.at), value: one.text }));
  const alerts = state.alerts
    .filter(({ acknowledgedAt }) => acknowledgedAt === null)
    .map((one) => ({ label: day(one.at), value: view.text('simulador.alerta-de', { mentor: one.mentor, centre: one.centre }) }));
  return [
    ...(doubts.length > 0 ? [{ title: view.text('simulador.sabe-dudas'), lines: doubts }] : []),
    ...(alerts.length > 0 ? [{ title: view.text('simulador.sabe-alertas'), lines: alerts }] : []),
  ];
}
