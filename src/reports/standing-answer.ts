// Answers a look-up of the standing: reads the records of all mentors at this moment and hands them to the view that was asked for.
import { centreMeant } from '../domain/centre-meant.ts';
import type { LookUpResult } from '../domain/look-up.ts';
import { type Centre, defaultZone, type Person } from '../domain/roster.ts';
import { localMoment, sayDate } from '../mentoring/local-time.ts';
import { readNames } from '../outreach/audience-names.ts';
import type { Program } from '../program/program.ts';
import type { RosterImport, Store } from '../store/store.ts';
import { makeFile } from './made-files.ts';
import { readParticipation } from './participation-report.ts';
import { accompaniedBubbles, accompaniedBy } from './standing-accompanied.ts';
import { dueBubbles } from './standing-due.ts';
import { iterationUpTo, type MentorStanding, type Stage, stages, standingOf } from './standing-mentors.ts';
import { progressPicture } from './standing-picture.ts';
import { drawPng } from './standing-png.ts';
import { type ProgressFigures, progressFigures, progressText } from './standing-progress.ts';
import { centreLabel, type StandingTexts, standingTexts } from './standing-texts.ts';

export interface StandingParts {
  store: Pick<Store, 'readRoster' | 'readState' | 'readFacts'>;
  program: Program;
  dataDir: string;
  now(): string;
}

export async function answerStanding(
  { store, program, dataDir, now: clock }: StandingParts,
  asker: Person,
  of: 'due' | 'progress' | 'mentors',
  said = '',
): Promise<LookUpResult> {
  const now = clock();
  const everyone = await readStandings(store, program, now);
  if (everyone.length === 0) return { kind: 'nothing' };
  const roster = await store.readRoster();
  const meant = of === 'progress' ? undefined : mentorsMeant(said, roster);
  const named = (one: MentorStanding): boolean => meant === undefined || meant.ids.has(one.id);
  const mentors = everyone.filter(named);
  const zone = (await store.readState(asker.id))?.centre?.zone ?? defaultZone;
  const here = localMoment(now, zone);
  const t = standingTexts(program);
  const vacant = vacantCentres(roster)
    .filter(({ id }) => meant === undefined || id === meant.centre)
    .map((centre) => centreLabel({ centre }));
  if (of === 'due') return inBubbles(dueBubbles(t, mentors, here, vacant));
  if (of === 'mentors') {
    const hers = accompaniedBy(everyone, asker.id);
    const some = hers.mentors.filter(named);
    const isSome = some.length > 0 && some.length < hers.mentors.length;
    const accompanied = isSome ? { ...hers, mentors: some, some: true } : hers;
    return accompanied.mentors.length === 0 ? { kind: 'nothing' } : inBubbles(accompaniedBubbles(t, accompanied, here));
  }
  const figures = progressFigures(mentors);
  if (figures.total === 0) return { kind: 'nothing' };
  const iteration = iterationUpTo(program, here.date);
  const name = `avance-${here.date}.png`;
  const png = drawPng(progressPicture(figures, pictureTexts(t, figures, iteration?.name, here.date)));
  const megabytes = await makeFile(dataDir, name, png);
  return { kind: 'found', text: progressText(t, figures, iteration, here, vacant), file: { name, type: 'image', megabytes } };
}

/** "Pendientes de la G05", "cómo va Lupe": those of that centre, or she; undefined where nobody in particular is named. */
function mentorsMeant(
  said: string,
  { persons, centres }: RosterImport,
): { ids: ReadonlySet<string>; centre?: string } | undefined {
  const tail = /(?:.*\s|^)(?:de|del|en|con|va|anda|esta|sigue|a|escribio|escribe|contesto|entro|conecto)\s+(.+)$/iu.exec(
    said.replace(/[?!.]+\s*$/u, ''),
  )?.[1];
  if (tail === undefined) return undefined;
  const mentors = persons.filter(({ roles }) => roles.includes('mentor'));
  const [centre, ...others] = centreMeant(tail, centres);
  if (centre && others.length === 0) {
    const ids = mentors.filter(({ centreId }) => centreId === centre.id).map(({ id }) => id);
    return { ids: new Set(ids), centre: centre.id };
  }
  const active = mentors.filter((one) => one.active);
  const found = readNames(tail, active, centres).ids;
  const ids = found.length > 0 ? found : readNames(tail, mentors, centres).ids;
  return ids.length > 0 ? { ids: new Set(ids) } : undefined;
}

export async function readStandings(store: StandingParts['store'], program: Program, now: string): Promise<MentorStanding[]> {
  const mentors: MentorStanding[] = [];
  const overdue = await overdueByMentor(store, program, now);
  for (const { id, roles } of (await store.readRoster()).persons) {
    if (!roles.includes('mentor')) continue;
    const state = await store.readState(id);
    const standing = state && standingOf(state, program, now);
    if (standing) mentors.push({ ...standing, behind: overdue.get(id) ?? 0 });
  }
  return mentors;
}

/** Counted by the rule of the registro, of the iteration that it shows when none is named. */
async function overdueByMentor(store: StandingParts['store'], program: Program, now: string): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  const iteration = iterationUpTo(program, localMoment(now, defaultZone).date);
  if (!iteration) return counts;
  const report = await readParticipation(store, program, { iteration: iteration.id }, now);
  for (const { mentorId, expected, status } of report.sessions())
    if (expected && status === 'overdue') counts.set(mentorId, (counts.get(mentorId) ?? 0) + 1);
  return counts;
}

/** Centres of the programme where nobody is a mentor. Where one did not agree to take part is not told: there is one. */
export function vacantCentres({ centres, persons }: RosterImport): Centre[] {
  const held = new Set(
    persons.flatMap(({ roles, active, withdrawnAt, centreId }) =>
      roles.includes('mentor') && active && withdrawnAt === null ? [centreId] : [],
    ),
  );
  return centres.filter(({ id, active }) => active && !held.has(id)).sort((a, b) => (a.id < b.id ? -1 : 1));
}

function inBubbles([text = '', ...more]: string[]): LookUpResult {
  return { kind: 'found', text, ...(more.length > 0 ? { more } : {}) };
}

function pictureTexts(
  t: StandingTexts,
  { total, centres, byOffice }: ProgressFigures,
  iteration: string | undefined,
  date: string,
) {
  // A picture is looked at later: its date has the year.
  const day = sayDate(date, '');
  return {
    title: t.text('avance.dibujo-titulo'),
    date:
      iteration === undefined ? t.text('avance.dibujo-fecha-sola', { day }) : t.text('avance.dibujo-fecha', { iteration, day }),
    total: byOffice
      ? t.text('avance.dibujo-por-oficina', { total, centres })
      : t.text('avance.dibujo-por-centro', { total, centres }),
    note: t.text('avance.dibujo-nota'),
    others: t.text('avance.dibujo-los-demas'),
    stages: Object.fromEntries(stages.map((stage) => [stage, t.text(`avance.dibujo-${stage}`)])) as Record<Stage, string>,
  };
}
