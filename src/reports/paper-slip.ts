// Draws slips for caregivers: half a letter page each, two on a page, cut apart along a dashed line; words to circle, a code and no name.
import type { Content } from 'pdfmake/interfaces.js';
import { type SlipPage, slipPage } from '../mentoring/slip-page.ts';
import { bare, codeBox } from './paper-pieces.ts';
import { type Printed, pageWidth, printPages } from './paper-print.ts';
import type { StandingTexts } from './standing-texts.ts';

/** From the upper edge of a half to its end, so that the cut falls on the middle of the page. */
const halfHeight = 350;

export async function drawSlips(
  t: StandingTexts,
  programme: string,
  cycleIds: readonly string[],
  madeAt: string,
): Promise<Printed> {
  const slips = cycleIds.map((id) => half(programme, slipPage(t, id)));
  const pages = Array.from({ length: Math.ceil(slips.length / 2) }, (_, index) => slips.slice(index * 2, index * 2 + 2));
  return printPages({
    title: t.text('papeleta.titulo'),
    content: pages.map((pair, index): Content => {
      const [upper = [], lower] = pair;
      const body = [[{ stack: upper }], [cutLine], [{ stack: lower ?? [] }]];
      return {
        table: { widths: [pageWidth], heights: [halfHeight, 24, lower ? halfHeight - 20 : 1], body, dontBreakRows: true },
        layout: bare,
        ...(index > 0 ? { pageBreak: 'before' as const } : {}),
      };
    }),
    foot: '',
    madeAt,
    fontSize: 11,
  });
}

const cutLine: Content = {
  canvas: [{ type: 'line', x1: 0, x2: pageWidth, y1: 12, y2: 12, lineWidth: 0.8, dash: { length: 5, space: 4 } }],
};

function half(programme: string, page: SlipPage): Content[] {
  return [
    {
      columns: [
        {
          stack: [
            { text: programme, fontSize: 8.5 },
            { text: page.title, fontSize: 18, bold: true, lineHeight: 1, margin: [0, 2, 0, 4] },
            { text: page.intro, fontSize: 11 },
          ],
          width: '*',
        },
        { stack: [codeBox(page, 106, 28)], width: 118 },
      ],
      columnGap: 12,
      margin: [0, 4, 0, 6],
    },
    ...page.questions.flatMap((question, index): Content[] => [
      { text: `${index + 1}. ${question}`, bold: true, fontSize: 12, margin: [0, 9, 0, 5] },
      {
        columns: page.scale.map(({ value, label }) => ({
          text: [{ text: `${value}\u00a0\u00a0`, fontSize: 9 }, label],
          fontSize: 15,
          alignment: 'center' as const,
        })),
        margin: [0, 3, 0, 6],
      },
    ]),
    { text: page.unanswered, fontSize: 10, margin: [0, 6, 0, 4] },
    { text: page.whereTo, fontSize: 11, bold: true },
  ];
}
