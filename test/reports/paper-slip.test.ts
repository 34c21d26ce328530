// The slip to print: half a letter page, two on a page, three questions with words to circle, its code and no name.
import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { slipCode } from '../../src/mentoring/slip-code.ts';
import { drawSlips } from '../../src/reports/paper-slip.ts';
import { standingTexts } from '../../src/reports/standing-texts.ts';
import { hasPoppler, readPdf, whySkipped } from '../support/read-pdf.ts';
import { houseProgram } from '../support/test-house.ts';

const { program } = houseProgram();
const t = standingTexts(program);
const draw = (ids: readonly string[]) => drawSlips(t, program.programme.name, ids, '2026-03-06T15:00:00.000Z');

describe.runIf(hasPoppler)(`slips on paper${whySkipped}`, () => {
  it.each([
    [1, 1],
    [2, 1],
    [3, 2],
    [20, 10],
    [45, 23],
  ])('%i of them are on %i letter pages, black on white', async (count, pages) => {
    const ids = Array.from({ length: count }, (_, index) => `simulator:cycle-${index}`);
    const { pdf } = await draw(ids);
    if (process.env.KEEP) writeFileSync(`${process.env.KEEP}/slips-${count}.pdf`, pdf);
    const read = readPdf(pdf);
    expect(read).toMatchObject({ pages, size: '612 x 792', colours: [] });
    expect(pdf.byteLength).toBeLessThan(100_000);
    for (const id of ids) expect(read.text).toContain(slipCode(id));
    expect(read.text.split('Se sintió tratada').length - 1).toBe(count);
    expect(read.text).not.toMatch(/undefined|null|NaN|\{/);
  });

  it('says all that the caregiver needs, on each of them', async () => {
    const { text } = readPdf((await draw(['one'])).pdf);
    for (const key of ['intro', 'si-no-quiere', 'donde-va', 'pregunta-useful', 'pregunta-understood', 'pregunta-respected'])
      for (const word of t.text(`papeleta.${key}`).split(/\s+/)) expect(text).toContain(word);
    expect(t.text('papeleta.intro')).toContain('No ponga su nombre');
    expect(t.text('papeleta.donde-va')).toMatch(/sobre cerrado.*No se la dé a su mentora/);
    for (const word of ['Nada', 'Poco', 'Bastante', 'Mucho']) expect(text.split(word).length - 1).toBe(3);
  });

  it('has room for the widest code', async () => {
    const wide = Array.from({ length: 4000 }, (_, index) => `cycle-${index}`).filter((id) => /^[MW].[MW]/.test(slipCode(id)));
    const ids = wide.slice(0, 2);
    const { text } = readPdf((await draw(ids)).pdf);
    for (const id of ids) expect(text).toContain(slipCode(id));
  });
});
