// The rehearsal as the test of the whole system: invented mentors, the real path, and a report that the seed decides.
import { beforeAll, describe, expect, it } from 'vitest';
import type { RosterImport } from '../../src/domain/roster.ts';
import { figuresOf } from '../../src/rehearsal/rehearsal-figures.ts';
import { type ReportFile, reportFiles } from '../../src/rehearsal/rehearsal-report.ts';
import { rehearse } from '../../src/rehearsal/run-rehearsal.ts';
import { type Scenario, scenarioOf } from '../../src/rehearsal/scenario.ts';
import type { Tally } from '../../src/rehearsal/tally.ts';
import { readRosterFiles } from '../../src/roster/read-roster.ts';
import { thorough } from '../support/effort.ts';
import { houseProgram, root } from '../support/test-house.ts';

const { program } = houseProgram();
let demo: RosterImport;
beforeAll(async () => {
  const read = await readRosterFiles([`${root}data/demo`], { centres: [], persons: [] });
  if (!read.ok) throw new Error('the demonstration roster has problems');
  demo = read.roster;
});

async function played(scenario: Scenario): Promise<{ tally: Tally; files: ReportFile[] }> {
  const { tally, diary } = await rehearse({ scenario, program, demo });
  return { tally, files: reportFiles(program, figuresOf(scenario, tally), diary) };
}

/** Three mentors, four weeks around the first mentoring of the calendar. */
const small = (seed: string): Scenario => ({
  ...scenarioOf('piloto', program.programme, { seed, mentors: 3, caregivers: 3 }),
  from: '2026-02-16',
  to: '2026-03-15',
});

describe('a small rehearsal', () => {
  let first: Awaited<ReturnType<typeof played>>;
  beforeAll(async () => {
    first = await played(small('7'));
  });

  it('goes through whole cycles, and nothing breaks', () => {
    const { tally, files } = first;
    expect(tally.trouble.errors.first).toEqual([]);
    expect(tally.trouble.stuck.first).toEqual([]);
    expect(tally.trouble.unaccounted.first).toEqual([]);
    expect(tally.trouble.announcedTwice.first).toEqual([]);
    expect(tally.trouble.tooMany.first).toEqual([]);
    expect(tally.trouble.outOfHours.first).toEqual([]);
    expect(tally.remindersPlanned).toBeGreaterThan(20);
    expect(tally.mentors.reduce((sum, { cyclesClosed }) => sum + cyclesClosed, 0)).toBeGreaterThan(2);
    expect(Object.keys(tally.sessions.byPhase).sort()).toEqual(['focusedObservation', 'reflection', 'workPlan']);
    expect(files.map(([path]) => path)).toEqual([
      ...['informe.md', 'datos.json', 'dias.svg', 'mapa.svg', 'cuantos.svg', 'horas.svg', 'escriben.svg', 'recordatorios.svg'],
      ...['ciclos.svg', 'mentoras/G01-mentora.md', 'mentoras/G02-mentora.md', 'mentoras/G03-mentora.md'],
    ]);
  });

  it('says the same with the same seed, byte for byte', async () => {
    const again = await played(small('7'));
    expect(again.files).toEqual(first.files);
  });

  it('says something else with another seed, and no words of a programmer', async () => {
    const other = await played(small('8'));
    expect(other.files).not.toEqual(first.files);
    for (const { files } of [first, other]) {
      const [, report = ''] = files.find(([path]) => path === 'informe.md') ?? [];
      expect(report).not.toMatch(/undefined|NaN|\[object|ensayo\./);
    }
    const figures = [first, other].map(({ tally }) => figuresOf(small('7'), tally));
    const [, compared = ''] = reportFiles(program, figures[1]!, new Map(), figures[0])[0]!;
    expect(compared).toContain('Comparación con el ensayo anterior');
  });
});

describe('the scenarios', () => {
  thorough('a whole pilot of the demonstration roster ends with every cycle told', async () => {
    const { tally } = await played(scenarioOf('piloto', program.programme, { seed: '7' }));
    expect(tally.trouble.errors.first).toEqual([]);
    expect(tally.trouble.stuck.first).toEqual([]);
    expect(tally.trouble.unaccounted.first).toEqual([]);
    expect(tally.mentors.filter(({ behaviour }) => behaviour === 'diligent').every(({ cyclesClosed }) => cyclesClosed > 10)).toBe(
      true,
    );
  });

  thorough('in an intense week everything that is due is announced, and nobody hears more than twice a day', async () => {
    const { tally } = await played(scenarioOf('semana-intensa', program.programme, { seed: '7' }));
    expect(tally.trouble.errors.first).toEqual([]);
    expect(tally.trouble.unannounced.first).toEqual([]);
    expect(tally.trouble.announcedTwice.first).toEqual([]);
    expect(tally.trouble.tooMany.first).toEqual([]);
  });
});
