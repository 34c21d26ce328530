// Draws a mentor's logbook: plan, dates and agreements of every cycle with each caregiver, open and closed, to print and sign.
import type { Content } from 'pdfmake/interfaces.js';
import type { Caregiver, MentoringCycle } from '../domain/mentoring-cycle.ts';
import type { OwnerState, StateRecord } from '../domain/turn.ts';
import { localMoment, sayDate } from '../mentoring/local-time.ts';
import { firstName } from '../mentoring/paper-page.ts';
import { roomName } from '../mentoring/room-name.ts';
import type { Program } from '../program/program.ts';
import { bare, heading, label, list, paragraph, table } from './paper-pieces.ts';
import { type Printed, pageWidth, printPages } from './paper-print.ts';
import type { StandingTexts } from './standing-texts.ts';

interface Entry {
  caregiver: Caregiver;
  cycles: MentoringCycle[];
}

/** Undefined where there is nothing to print yet. */
export async function drawLogbook(
  t: StandingTexts,
  program: Program,
  state: OwnerState,
  archive: readonly StateRecord[],
  now: string,
): Promise<Printed | undefined> {
  const entries = entriesOf(state, archive);
  if (entries.length === 0) return undefined;
  const zone = state.centre?.zone ?? 'America/Mexico_City';
  const today = localMoment(now, zone).date;
  const about = { t, program, mentor: state.person?.name ?? '', centre: state.centre?.name ?? '', zone };
  const content = entries.flatMap((entry, index) => entryContent(about, entry, index > 0));
  return printPages({
    title: t.text('papeles.titulo-bitacora'),
    content,
    foot: t.text('papeles.pie-bitacora', { day: sayDate(today, '') }),
    pageLabel: (page, pages) => t.text('papeles.pagina', { page, pages }),
    madeAt: now,
  });
}

/** Her own caregivers, those first with whom she works now; a cycle with nothing agreed and nothing held is left out. */
function entriesOf(state: OwnerState, archive: readonly StateRecord[]): Entry[] {
  const known = new Map<string, MentoringCycle>();
  for (const record of archive) if (record.kind === 'cycle') known.set(record.id, record);
  for (const cycle of state.cycles) known.set(cycle.id, cycle);
  const cycles = [...known.values()]
    .filter(({ plan, sessions }) => plan !== null || sessions.length > 0)
    .sort((a, b) => (a.beganAt < b.beganAt ? -1 : 1));
  return [...state.caregivers]
    .sort((a, b) => Number(a.status !== 'active') - Number(b.status !== 'active') || a.name.localeCompare(b.name, 'es'))
    .map((caregiver) => ({ caregiver, cycles: cycles.filter(({ caregiverId }) => caregiverId === caregiver.id) }))
    .filter((entry) => entry.cycles.length > 0);
}

interface About {
  t: StandingTexts;
  program: Program;
  mentor: string;
  centre: string;
  zone: string;
}

function entryContent(about: About, { caregiver, cycles }: Entry, next: boolean): Content[] {
  const { t, program, mentor, centre } = about;
  const room = roomName(program.programme.rooms, caregiver.room);
  const head = heading({
    over: [program.programme.name, centre].filter((part) => part !== '').join(' · '),
    title: t.text('papeles.bitacora-de', { caregiver: firstName(caregiver.name) }),
    under: [room ?? '', t.text('papeles.con-mentora', { mentor })].filter((part) => part !== '').join(' · '),
    code: null,
    codeLabel: '',
  });
  return [
    next ? { stack: [head], pageBreak: 'before' } : head,
    ...cycles.map((cycle): Content => ({ stack: cycleContent(about, caregiver, cycle), margin: [0, 0, 0, 14] })),
  ];
}

function cycleContent(about: About, caregiver: Caregiver, cycle: MentoringCycle): Content[] {
  const { t, program, zone } = about;
  const iteration = program.programme.iterations.find(({ id }) => id === cycle.iteration)?.name ?? '';
  const day = (instant: string): string => sayDate(localMoment(instant, zone).date, '');
  const span = cycle.closedAt
    ? t.text('papeles.cerrado', { from: day(cycle.beganAt), to: day(cycle.closedAt) })
    : t.text('papeles.en-curso', { from: day(cycle.beganAt) });
  // Who did not accept: what was done and when, no word of what about.
  const onlyDates = cycle.dosageOnly || caregiver.accepted !== 'yes';
  return [
    { text: program.themes[cycle.theme].name, bold: true, fontSize: 13, margin: [0, 4, 0, 0] },
    { text: [iteration, span].filter((part) => part !== '').join(' · '), fontSize: 9, margin: [0, 0, 0, 6] },
    ...(onlyDates ? [paragraph(t.text('papeles.solo-fechas'))] : planContent(about, cycle)),
    sessionTable(about, cycle),
    ...(onlyDates ? [] : agreementContent(about, cycle)),
    signatures(t),
  ];
}

function planContent({ t, program }: About, { plan, checklist }: MentoringCycle): Content[] {
  if (!plan) return [paragraph(t.text('papeles.sin-plan'))];
  const rows = [
    ['meta', plan.goal],
    ['acciones', plan.actionStep],
    ['logro', plan.successCriterion],
    ['recursos', plan.resources],
    ['plazo', sayDate(plan.deadline, '')],
  ].filter(([, value]) => value !== '');
  const items = (checklist ? program.instruments[checklist.instrument]?.items : undefined) ?? [];
  const looks = items.filter(({ code }) => plan.focusItems.includes(code)).map(({ look }) => look);
  return [
    table(
      [120, '*'],
      rows.map(([name, value]) => [{ text: t.text(`papeles.campo-${name}`), bold: true }, value ?? '']),
    ),
    ...(looks.length === 0 ? [] : [label(t.text('papeles.guia-de-observacion')), list(looks)]),
  ];
}

function sessionTable({ t }: About, { sessions, appointments }: MentoringCycle): Content {
  const held = [...sessions]
    .sort((a, b) => (a.heldAt < b.heldAt ? -1 : 1))
    .map(({ phase, heldOn, minutes }) => [
      t.text(`papeles.paso-${phase}`),
      sayDate(heldOn, ''),
      minutes === undefined ? '' : t.text('papeles.cuantos-minutos', { minutes }),
    ]);
  const planned = appointments
    .filter(({ status }) => status === 'planned')
    .map(({ phase, date, time }) => [
      t.text(`papeles.paso-${phase}`),
      `${sayDate(date, '')}, ${time} h`,
      t.text('papeles.acordado'),
    ]);
  const head = [t.text('papeles.paso'), t.text('papeles.fecha'), t.text('papeles.minutos')].map((text) => ({ text, bold: true }));
  return table(['*', '*', 80], [head, ...held, ...planned], { headerRows: 1 });
}

function agreementContent({ t }: About, { sessions }: MentoringCycle): Content[] {
  const talks = sessions.filter(({ phase, notes }) => phase === 'reflection' && (notes.acuerdo || notes.siguiente));
  return talks.flatMap(({ notes }) =>
    [
      ['acuerdo', notes.acuerdo],
      ['siguiente', notes.siguiente],
    ].flatMap(([name, value]) => (value ? [label(t.text(`papeles.campo-${name}`)), paragraph(value)] : [])),
  );
}

/** Kept together: a line to sign alone on a page says nothing. */
function signatures(t: StandingTexts): Content {
  const gap = 16;
  const width = (pageWidth - 2 * gap) / 3;
  const line = (name: string) => ({
    stack: [
      { canvas: [{ type: 'line' as const, x1: 0, x2: width, y1: 30, y2: 30, lineWidth: 0.8 }] },
      {
        text: t.text(`papeles.firma-${name}`),
        fontSize: 8.5,
        alignment: 'center' as const,
        margin: [0, 3, 0, 0] as [number, number, number, number],
      },
    ],
  });
  return {
    table: {
      widths: [width, gap, width, gap, width],
      body: [[line('maestra'), '', line('mentora'), '', line('fecha')]],
    },
    layout: bare,
    unbreakable: true,
  };
}
