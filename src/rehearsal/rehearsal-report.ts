// The report of a rehearsal for consultants: Markdown in Spanish, its charts, and what each mentor was sent, day by day.
import { addDays, localMoment, sayDate } from '../mentoring/local-time.ts';
import type { Program } from '../program/program.ts';
import { type StandingTexts, standingTexts } from '../reports/standing-texts.ts';
import { comparedRows, messageFigures, rounded } from './compare-rehearsals.ts';
import type { Diary, DiaryLine } from './keep-tally.ts';
import type { RehearsalFigures } from './rehearsal-figures.ts';
import { chartsOf } from './report-charts.ts';
import { cycleColumns, outcomeName, outcomesOf, rungName } from './report-words.ts';
import type { Behaviour } from './scenario.ts';
import { type MentorFigures, troubleKinds } from './tally.ts';

/** Path inside the folder of the report, and what the file holds. */
export type ReportFile = [path: string, content: string];

/** Of so many mentors there is a row each; of more, the behaviours tell enough. */
const mostRows = 60;

/** `before`: the figures of another rehearsal, to compare these with. */
export function reportFiles(program: Program, figures: RehearsalFigures, diary: Diary, before?: RehearsalFigures): ReportFile[] {
  const t = standingTexts(program);
  const charts = chartsOf(program, t, figures);
  const known = [...diary].sort(([a], [b]) => (a < b ? -1 : 1));
  const diaries = known.map(([id, lines]): ReportFile => {
    const mentor = figures.tally.mentors.find((one) => one.id === id);
    return [`mentoras/${id}.md`, diaryOf(t, id, mentor, lines)];
  });
  return [
    [
      'informe.md',
      markdownOf(
        program,
        t,
        figures,
        charts.map(([path]) => path),
        known.map(([id]) => id),
        before,
      ),
    ],
    ['datos.json', `${JSON.stringify(figures, null, 1)}\n`],
    ...charts,
    ...diaries,
  ];
}

const table = (heads: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

function markdownOf(
  program: Program,
  t: StandingTexts,
  figures: RehearsalFigures,
  charts: readonly string[],
  diaries: readonly string[],
  before: RehearsalFigures | undefined,
): string {
  const { scenario, tally } = figures;
  const year = { from: scenario.from, to: scenario.to };
  const picture = (name: string): string => {
    const path = charts.find((one) => one === `${name}.svg`);
    return path === undefined ? '' : `![${t.text(`ensayo.grafica-${name}`)}](${path})`;
  };
  const parts = [
    `# ${t.text(`ensayo.titulo-${scenario.name}`)}`,
    t.text('ensayo.que-es', {
      from: sayDate(year.from, year.to),
      to: sayDate(year.to, ''),
      mentors: scenario.mentors,
      caregivers: caregiversOf(t, scenario),
      seed: scenario.seed,
    }),
    `## ${t.text('ensayo.lo-que-hay-que-ver')}`,
    troubles(t, figures),
    ...(before ? [`## ${t.text('ensayo.comparacion')}`, comparison(t, before, figures)] : []),
    `## ${t.text('ensayo.mensajes')}`,
    messageSummary(t, figures),
    picture('dias'),
    picture('mapa'),
    picture('cuantos'),
    picture('horas'),
    picture('escriben'),
    byBehaviour(t, figures),
    `## ${t.text('ensayo.recordatorios')}`,
    reminders(program, t, figures),
    picture('recordatorios'),
    `## ${t.text('ensayo.ciclos')}`,
    t.text('ensayo.sesiones', {
      held: tally.sessions.held,
      late: tally.sessions.late,
      notHeld: tally.sessions.notHeld,
      moved: tally.sessions.moved,
      checklists: Object.values(tally.checklists).reduce((sum, count) => sum + count, 0),
      lines: tally.checklists.paperLine ?? 0,
    }),
    picture('ciclos'),
    cycles(t, figures),
    `## ${t.text('ensayo.mentoras')}`,
    tally.mentors.length <= mostRows ? everyMentor(t, tally.mentors, new Set(diaries)) : t.text('ensayo.solo-algunas'),
    ...(tally.mentors.length <= mostRows ? [] : diaries.map((id) => `- [${id}](mentoras/${id}.md)`)),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function caregiversOf(t: StandingTexts, { caregivers: { least, most } }: RehearsalFigures['scenario']): string {
  return least === most ? t.text('ensayo.maestras', { count: most }) : t.text('ensayo.maestras-de-a', { least, most });
}

function troubles(t: StandingTexts, { tally }: RehearsalFigures): string {
  const found = troubleKinds.filter((kind) => tally.trouble[kind].count > 0);
  if (found.length === 0) return t.text('ensayo.nada-que-ver');
  const shown = 12;
  return found
    .map((kind) => {
      const { count, first } = tally.trouble[kind];
      const places = first.slice(0, shown).map((place) => `  - \`${place}\``);
      return [`- ${t.text(`ensayo.problema-${kind}`, { count })}`, ...places].join('\n');
    })
    .join('\n');
}

function comparison(t: StandingTexts, before: RehearsalFigures, now: RehearsalFigures): string {
  const heads = ['cifra', 'antes', 'ahora', 'diferencia'];
  return table(
    heads.map((head) => t.text(`ensayo.columna-${head}`)),
    comparedRows(t, before, now),
  );
}

function messageSummary(t: StandingTexts, { tally }: RehearsalFigures): string {
  const { dueSessions } = tally;
  const { average, most, quiet, said, initiated, answers } = messageFigures(tally);
  return [
    t.text('ensayo.al-dia', {
      average: rounded(average),
      most,
      quiet: Math.round(quiet),
    }),
    t.text('ensayo.en-total', { said, initiated, answers }),
    t.text('ensayo.anunciadas', {
      due: dueSessions.due,
      announced: dueSessions.announced,
      agreedShortBefore: dueSessions.agreedShortBefore,
      excused: dueSessions.excused,
      left: tally.trouble.unannounced.count,
    }),
    notUnderstood(t, tally.notUnderstood),
  ]
    .filter((line) => line !== '')
    .join('\n');
}

function notUnderstood(t: StandingTexts, steps: Readonly<Record<string, number>>): string {
  const most = 6;
  const all = Object.entries(steps).sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
  if (all.length === 0) return '';
  const count = all.reduce((sum, [, times]) => sum + times, 0);
  return t.text('ensayo.sin-entender', {
    count,
    steps: all
      .slice(0, most)
      .map(([step, times]) => `${step} (${times})`)
      .join(', '),
  });
}

function byBehaviour(t: StandingTexts, { byBehaviour: all }: RehearsalFigures): string {
  const heads = ['como-son', 'cuantas', 'escribieron', 'recibieron', 'lo-mas-en-un-dia', 'sus-sesiones', 'sus-ciclos'];
  const rows = Object.entries(all).map(([behaviour, one]) => [
    t.text(`ensayo.es-${behaviour as Behaviour}`),
    one.mentors,
    rounded(one.said / one.mentors),
    rounded(one.initiated / one.mentors),
    one.mostInDay,
    rounded(one.sessions / one.mentors),
    rounded(one.cyclesClosed / one.mentors),
  ]);
  return table(
    heads.map((head) => t.text(`ensayo.columna-${head}`)),
    rows,
  );
}

function reminders(program: Program, t: StandingTexts, { tally }: RehearsalFigures): string {
  const all = Object.entries(tally.reminders);
  const outcomes = outcomesOf(tally.reminders);
  const heads = [t.text('ensayo.columna-recordatorio'), ...outcomes.map((outcome) => outcomeName(program, outcome))];
  const rows = all
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([rung, counts]) => [rungName(program, rung), ...outcomes.map((outcome) => counts[outcome] ?? 0)]);
  const planned = tally.remindersPlanned > 0 ? `\n\n${t.text('ensayo.planeados', { count: tally.remindersPlanned })}` : '';
  return `${table(heads, rows)}${planned}`;
}

function cycles(t: StandingTexts, { tally }: RehearsalFigures): string {
  const rows = Object.entries(tally.weeks).map(([monday, week]) => [
    sayDate(monday, monday),
    ...cycleColumns.map((states) => states.reduce((sum, state) => sum + week[state], 0)),
  ]);
  const heads = ['semana', ...cycleColumns.map(([state]) => `fase-${state}`)];
  return table(
    heads.map((head) => t.text(`ensayo.columna-${head}`)),
    rows,
  );
}

function everyMentor(t: StandingTexts, mentors: readonly MentorFigures[], diaries: ReadonlySet<string>): string {
  const heads = ['mentora', 'como-son', 'escribieron', 'recibieron', 'lo-mas-en-un-dia', 'sus-sesiones', 'sus-ciclos'];
  return table(
    heads.map((head) => t.text(`ensayo.columna-${head}`)),
    mentors.map((one) => [
      diaries.has(one.id) ? `[${one.id}](mentoras/${one.id}.md)` : one.id,
      t.text(`ensayo.es-${one.behaviour}`),
      one.said,
      one.initiated.bot,
      one.mostInDay,
      one.sessions,
      one.cyclesClosed,
    ]),
  );
}

/** Everything that stood on her phone, under the day and the hour of her centre. */
function diaryOf(t: StandingTexts, id: string, mentor: MentorFigures | undefined, lines: readonly DiaryLine[]): string {
  const zone = mentor?.zone ?? 'America/Mexico_City';
  const head = mentor
    ? t.text('ensayo.diario', { mentor: id, kind: t.text(`ensayo.es-${mentor.behaviour}`), count: mentor.initiated.bot })
    : id;
  const written = [`# ${head}`, t.text('ensayo.diario-ayuda')];
  let day = '';
  // What she wrote while the bot was down stands where she wrote it.
  const inOrder = lines.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  for (const { at, by, text, options } of inOrder) {
    const { date, time } = localMoment(at, zone);
    if (date !== day) written.push(`## ${sayDate(date, addDays(date, -400))}`);
    day = date;
    const shown = options.length > 0 ? `${text}\n${options.map((option) => `[${option}]`).join(' ')}` : text;
    const quoted = shown.split('\n').map((line) => (by === 'her' ? `> > ${line}` : `> ${line}`));
    written.push(`**${time}** ${t.text(`ensayo.escribe-${by}`)}\n\n${quoted.join('  \n')}`);
  }
  return `${written.join('\n\n')}\n`;
}
