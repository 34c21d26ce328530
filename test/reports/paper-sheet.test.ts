// The pages to print: one page of letter size each, with the same content as the chat, in black and white, and small enough for a cheap phone.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type SheetKind, type SheetPage, sheetKinds } from '../../src/domain/sheet-page.ts';
import { drawSheet } from '../../src/reports/paper-sheet.ts';
import { standingTexts } from '../../src/reports/standing-texts.ts';
import { hasPoppler, readPdf, whySkipped } from '../support/read-pdf.ts';
import { houseProgram } from '../support/test-house.ts';

const { program } = houseProgram();
const t = standingTexts(program);
const madeAt = '2026-03-02T15:00:00.000Z';

const [instrument] = Object.values(program.instruments).sort((a, b) => b.items.length - a.items.length);
const long =
  'En la actividad pedagógica, ofrecer al menos dos opciones reales (material, lugar, turno o compañía) y esperar la respuesta; ';

function page(of: SheetKind, more: Partial<SheetPage> = {}): SheetPage {
  return {
    of,
    closing: false,
    caregiver: 'Begoña',
    room: 'Maternal B1',
    theme: program.themes.feedbackQuality.name,
    code: 'L7K',
    version: `${instrument?.id}, ${instrument?.version}`,
    example: true,
    items: (instrument?.items ?? []).map(({ text }, index) => ({ number: index + 1, text })),
    scale: program.scales.frecuencia?.values.map(({ key, label }) => ({ key, label })) ?? [],
    plan: null,
    when: 'martes 3 de marzo, 10:00 h (hora de Tijuana)',
    look: instrument?.items[0]?.look ?? '',
    stopAtOnce: program.observationGuide.stopAtOnce,
    questions: program.observationGuide.openQuestions.any,
    lineExample: '3 2 4 1 n 3 3 4 2',
    privacyUrl: 'https://ejemplo.invalid/aviso',
    programme: program.programme.name,
    ...more,
  };
}

/** As much as the chat takes of each. */
const fullPlan = {
  goal: long.repeat(3).slice(0, 300),
  action: long.repeat(3).slice(0, 300),
  criterion: long.repeat(3).slice(0, 300),
  resources: long.repeat(2).slice(0, 200),
  deadline: 'miércoles 30 de septiembre de 2026',
};

describe.runIf(hasPoppler).each(sheetKinds)(`a page of the kind %s${whySkipped}`, (of) => {
  it.each([
    ['empty', {}],
    ['as full as it gets', { plan: fullPlan, caregiver: 'Ma. Guadalupe' }],
    ['without a code and a room', { code: null, room: '', when: '' }],
  ])('is one page of letter size, %s', async (_, more) => {
    const items = of === 'checklist' ? {} : { items: page(of).items.slice(0, 3) };
    const { pdf, pages } = await drawSheet(t, page(of, { ...items, ...more }), madeAt);
    expect(pages).toBe(1);
    expect(pdf.byteLength).toBeLessThan(100_000);
    const read = readPdf(pdf);
    expect(read.pages).toBe(1);
    expect(read.size).toBe('612 x 792');
    expect(read.text).toContain('No es una evaluación de su trabajo');
    expect(read.text).toContain('la directora no lo ve');
    expect(read.text).toContain('voluntario');
    expect(read.text).not.toMatch(/undefined|null|NaN|\{/);
  });

  it('is the same file for the same page, black on white', async () => {
    const [first, second] = [await drawSheet(t, page(of), madeAt), await drawSheet(t, page(of), madeAt)];
    expect(first.pdf.equals(second.pdf)).toBe(true);
    expect(readPdf(first.pdf).colours).toEqual([]);
  });
});

describe.runIf(hasPoppler)(`the checklist on paper${whySkipped}`, () => {
  it('has every item with its number, the whole scale in columns, its version and how it comes back', async () => {
    const { text } = readPdf((await drawSheet(t, page('checklist'), madeAt)).pdf);
    for (const { text: item } of instrument?.items ?? [])
      for (const word of item.replaceAll('→', '›').split(/\s+/)) expect(text).toContain(word);
    for (const word of ['L7K', 'ejemplo', String(instrument?.id), 'No lo hizo', 'oportunidad', 'Begoña'])
      expect(text).toContain(word);
    for (const label of ['Fecha', 'Sala', 'Momento de la rutina', 'Minutos', 'Niñas y niños']) expect(text).toContain(label);
    expect(text.split('L7K').length - 1).toBeGreaterThanOrEqual(3);
    expect(text).toContain('L7K 3 2 4 1 n 3 3 4 2');
  });
});

const folder = mkdtempSync(join(tmpdir(), 'paper-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it.runIf(hasPoppler)(`every letter of Spanish is drawn, not left out of the font${whySkipped}`, async () => {
  const { pdf } = await drawSheet(
    t,
    page('plan', { plan: { ...fullPlan, goal: '¿Ñandú, pingüino? 😊 ¡Ábrelo! «é í ó ú» —' } }),
    madeAt,
  );
  const file = join(folder, 'page.pdf');
  writeFileSync(file, pdf);
  const fonts = execFileSync('pdffonts', [file], { encoding: 'utf8' });
  expect(fonts).toContain('Lato');
  expect(fonts.split('\n').filter((line) => /Lato/.test(line) && !/ yes yes yes /.test(line))).toEqual([]);
  expect(readPdf(pdf).text).toContain('¿Ñandú, pingüino? ¡Ábrelo! «é í ó ú» —');
});
