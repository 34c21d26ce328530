// Draws a page to fill in by hand: checklist, plan, observation guide or talk, always on one page.
import type { Content, TableCell } from 'pdfmake/interfaces.js';
import type { SheetPage } from '../domain/sheet-page.ts';
import { blanks, box, heading, label, list, paragraph, table, writingLines } from './paper-pieces.ts';
import { type Printed, printPages } from './paper-print.ts';
import type { StandingTexts } from './standing-texts.ts';

/** How much room is left for handwriting, from roomy to tight: the first that fits one page is taken. */
const densities = [5, 4, 3, 2, 1, 0] as const;
type Density = (typeof densities)[number];

export async function drawSheet(t: StandingTexts, page: SheetPage, madeAt: string): Promise<Printed> {
  let printed: Printed | undefined;
  for (const density of densities) {
    printed = await printPages({
      title: t.text(`papeles.titulo-${page.of}`),
      content: sheetContent(t, page, density),
      foot: footOf(t, page),
      madeAt,
      fontSize: density === 0 ? 9 : 10,
    });
    if (printed.pages === 1) return printed;
  }
  if (printed === undefined) throw new Error('a page without a density');
  return printed;
}

function footOf(t: StandingTexts, { version, example }: SheetPage): string {
  const instrument = version === null ? '' : t.text('papeles.instrumento', { version });
  const parts = [instrument, example ? t.text('papeles.ejemplo') : '', t.text('papeles.no-sustituye')];
  return parts.filter((part) => part !== '').join(' ');
}

function sheetContent(t: StandingTexts, page: SheetPage, density: Density): Content[] {
  const about = [page.caregiver, page.room, page.theme].filter((part) => part !== '').join(' · ');
  return [
    heading({
      over: t.text(page.example ? 'papeles.programa-ejemplo' : 'papeles.programa', { programme: page.programme }),
      title: t.text(page.closing ? 'papeles.titulo-cierre' : `papeles.titulo-${page.of}`),
      under: about,
      code: page.code,
      codeLabel: t.text('papeles.codigo'),
    }),
    ...middleOf[page.of](t, page, density),
    ...sendBack(t, page),
    notice(t, page),
  ];
}

const sessionBlanks = (t: StandingTexts, page: SheetPage): Content =>
  blanks([
    { label: t.text('papeles.fecha'), share: 1.3 },
    { label: t.text('papeles.sala'), value: page.room, share: 1.3 },
    { label: t.text('papeles.momento'), share: 2 },
    { label: t.text('papeles.minutos'), share: 0.9 },
    { label: t.text('papeles.ninos'), share: 1.1 },
  ]);

const middleOf: Record<SheetPage['of'], (t: StandingTexts, page: SheetPage, density: Density) => Content[]> = {
  checklist: (t, page, density) => [
    sessionBlanks(t, page),
    paragraph(t.text('papeles.como-marcar')),
    ratingTable(t, page, [0, 0, 0, 1, 2, 4][density] ?? 0),
    ...(density === 0 ? [] : [label(t.text('papeles.notas')), writingLines(density)]),
  ],
  plan: (t, page, density) => {
    const { plan } = page;
    const lines = density >= 3 ? 3 : 2;
    const fields = [
      { name: 'meta', value: plan?.goal, lines },
      { name: 'acciones', value: plan?.action, lines: lines + 1 },
      { name: 'logro', value: plan?.criterion, lines },
      { name: 'recursos', value: plan?.resources, lines: 2 },
    ];
    return [
      blanks([
        { label: t.text('papeles.fecha') },
        { label: t.text('papeles.sala'), value: page.room },
        { label: t.text('papeles.minutos-plan') },
      ]),
      ...fields.flatMap(({ name, value, lines: count }) => [
        label(t.text(`papeles.campo-${name}`)),
        value ? box([{ text: value }], 10.5) : writingLines(count, [17, 19, 21, 21, 23, 25][density]),
      ]),
      blanks([
        { label: t.text('papeles.plazo'), value: plan?.deadline ?? '' },
        { label: t.text('papeles.cuando-observar'), value: page.when },
      ]),
      ...(plan && density > 0 ? [label(t.text('papeles.seguimiento')), writingLines(density * 2 + 1)] : []),
    ];
  },
  observation: (t, page, density) => {
    const { plan } = page;
    const rows = 3 + density;
    const empty: TableCell[][] = Array.from({ length: rows }, () => [{ text: '\n', fontSize: 13 }, '', '']);
    return [
      sessionBlanks(t, page),
      ...(page.when === '' ? [] : [paragraph(t.text('papeles.acordada', { when: page.when }))]),
      ...(plan
        ? [box([bold(t.text('papeles.campo-meta'), plan.goal), bold(t.text('papeles.campo-acciones'), plan.action)], 10)]
        : []),
      ...(page.look === '' ? [] : [paragraph(t.text('papeles.mire', { look: page.look }))]),
      table(
        [44, '*', '*'],
        [[t.text('papeles.hora'), t.text('papeles.hizo-ella'), t.text('papeles.hicieron')].map(head), ...empty],
        { headerRows: 1 },
      ),
      ...(page.items.length === 0 ? [] : [ratingTable(t, page, 0)]),
      box([bold(t.text('papeles.alto'), page.stopAtOnce.slice(0, density > 0 ? 4 : 2).join(' '))], 8.5),
      bold(t.text('papeles.preguntas'), page.questions.slice(0, density > 0 ? 3 : 1).join(' '), 9),
    ];
  },
  talk: (t, page, density) => {
    const lines = density >= 4 ? 3 : 2;
    const parts = ['sintio', 'apoyo', 'constructiva', 'acuerdo', 'siguiente'];
    return [
      blanks([{ label: t.text('papeles.fecha') }, { label: t.text('papeles.hora') }, { label: t.text('papeles.minutos') }]),
      ...(page.when === '' ? [] : [paragraph(t.text('papeles.acordada', { when: page.when }))]),
      ...(page.plan ? [bold(t.text('papeles.campo-meta'), page.plan.goal, 10)] : []),
      label(t.text('papeles.preguntas')),
      list(page.questions),
      ...parts.flatMap((name) => [
        label(t.text(`papeles.campo-${name}`)),
        writingLines(lines, [17, 19, 21, 24, 21, 24][density]),
      ]),
    ];
  },
};

const head = (text: string): TableCell => ({ text, bold: true, fontSize: 9 });
const bold = (name: string, text: string, fontSize?: number): Content => ({
  text: [{ text: `${name} `, bold: true }, text],
  margin: [0, 0, 0, 4],
  ...(fontSize === undefined ? {} : { fontSize }),
});

/** The key stands in each column, to be circled; its meaning at the head of the column. */
function ratingTable(t: StandingTexts, { items, scale }: SheetPage, pad: number): Content {
  // As wide as its longest word in small print.
  const widths = scale.map(({ label: means }) => Math.max(36, ...means.split(' ').map((word) => word.length * 4.2)));
  const heads = scale.map(({ key, label: means }) => ({
    stack: [
      { text: key, bold: true, fontSize: 12, alignment: 'center' as const },
      { text: means, fontSize: 7.5, alignment: 'center' as const, lineHeight: 1 },
    ],
  }));
  const rows = items.map(({ number, text }) => [
    {
      text: String(number),
      bold: true,
      fontSize: 12,
      alignment: 'center' as const,
      margin: [0, pad, 0, pad] as [number, number, number, number],
    },
    { text, fontSize: 10, margin: [0, pad, 0, pad] as [number, number, number, number] },
    ...scale.map(({ key }) => ({
      text: key,
      fontSize: 13,
      alignment: 'center' as const,
      margin: [0, pad, 0, pad] as [number, number, number, number],
    })),
  ]);
  return table([18, '*', ...widths], [[head('#'), head(t.text('papeles.que-mirar')), ...heads], ...rows], {
    headerRows: 1,
  });
}

/** What is to be typed stands out from how it is explained. */
function fromCode(text: string, code: string): Content {
  const at = text.lastIndexOf(code);
  return { text: [text.slice(0, at), { text: text.slice(at), bold: true }], margin: [0, 0, 0, 6] };
}

/** One line in the chat brings the whole page back. */
function sendBack(t: StandingTexts, page: SheetPage): Content[] {
  const { code, of } = page;
  if (code === null) {
    const key = of === 'observation' || of === 'talk' ? `papeles.devolver-sin-codigo-${of}` : undefined;
    return key === undefined ? [] : [paragraph(t.text(key, { caregiver: page.caregiver }))];
  }
  if (of !== 'checklist') return [label(t.text('papeles.devolver')), fromCode(t.text(`papeles.devolver-${of}`, { code }), code)];
  const numbers = page.items.map(({ number }) => ({ text: String(number), fontSize: 7, alignment: 'center' as const }));
  const cells = page.items.map(() => ({ text: ' ', fontSize: 15 }));
  const width = Math.min(38, 440 / Math.max(1, page.items.length) - 11);
  return [
    label(t.text('papeles.devolver')),
    fromCode(t.text('papeles.devolver-checklist', { code, example: page.lineExample }), code),
    table(
      [56, ...page.items.map(() => width)],
      [
        [{ text: t.text('papeles.codigo'), fontSize: 7, alignment: 'center' }, ...numbers],
        [{ text: code, bold: true, fontSize: 15, alignment: 'center' }, ...cells],
      ],
    ),
  ];
}

function notice(t: StandingTexts, { caregiver, privacyUrl }: SheetPage): Content {
  return box(
    [
      { text: t.text('papeles.para-la-maestra', { caregiver }), bold: true },
      { text: t.text('papeles.aviso-maestra') },
      { text: t.text('papeles.aviso-completo', { url: privacyUrl }) },
    ],
    8.5,
  );
}
