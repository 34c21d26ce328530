// The logbook to sign: plan, dates and agreements of every cycle of hers, also of closed ones; of who did not accept only dates; of others nothing.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { LookUpRequest } from '../../src/domain/look-up.ts';
import type { Caregiver, MentoringCycle, Session } from '../../src/domain/mentoring-cycle.ts';
import type { OwnerState, StateRecord } from '../../src/domain/turn.ts';
import { createLookUpAnswers } from '../../src/reports/answer-look-up.ts';
import { drawLogbook } from '../../src/reports/paper-logbook.ts';
import { standingTexts } from '../../src/reports/standing-texts.ts';
import { createMemoryStore } from '../../src/store/memory/memory-store.ts';
import { hasPoppler, readPdf, whySkipped } from '../support/read-pdf.ts';
import { houseProgram, testRoster } from '../support/test-house.ts';

const { program } = houseProgram();
const t = standingTexts(program);
const now = '2026-03-13T18:00:00.000Z';

const caregiver = (id: string, name: string, more: Partial<Caregiver> = {}): Caregiver => ({
  kind: 'caregiver',
  id,
  owner: 'G04-mentora',
  centreId: 'G04',
  name,
  room: 'maternal-a',
  shift: null,
  ageGroup: 'toddlers',
  accepted: 'yes',
  mentors: [],
  status: 'active',
  digests: [],
  closingRuns: [],
  ...more,
});

const session = (phase: Session['phase'], heldOn: string, notes: Record<string, string> = {}): Session => ({
  id: `${phase}-${heldOn}`,
  phase,
  number: 1,
  heldOn,
  heldAt: `${heldOn}T18:00:00.000Z`,
  recordedAt: now,
  minutes: 23,
  captureMode: 'chat',
  outOfOrder: false,
  notes,
});

const cycle = (id: string, caregiverId: string, more: Partial<MentoringCycle> = {}): MentoringCycle => ({
  kind: 'cycle',
  id,
  owner: 'G04-mentora',
  caregiverId,
  theme: 'sensitivity',
  iteration: 'it1',
  state: 'planned',
  dosageOnly: false,
  beganAt: '2026-03-02T16:00:00.000Z',
  closedAt: null,
  checklist: null,
  plan: {
    goal: `meta de ${id}`,
    actionStep: `acciones de ${id}`,
    successCriterion: `logro de ${id}`,
    deadline: '2026-03-20',
    resources: `recursos de ${id}`,
    focusItems: [],
    confirmedAt: now,
  },
  appointments: [],
  sessions: [
    session('workPlan', '2026-03-02'),
    session('focusedObservation', '2026-03-05', { funciono: 'evidencia que funcionó', mejorar: 'evidencia por mejorar' }),
    session('reflection', '2026-03-06', {
      sintio: 'cómo se sintió',
      apoyo: 'apoyo',
      acuerdo: `acuerdo de ${id}`,
      siguiente: `paso de ${id}`,
    }),
  ],
  tipsServed: [],
  tipTried: null,
  nudges: 0,
  ...more,
});

async function stateWith(caregivers: Caregiver[], cycles: MentoringCycle[]): Promise<OwnerState> {
  const { persons, centres } = await testRoster();
  return {
    owner: 'G04-mentora',
    person: persons.find(({ id }) => id === 'G04-mentora'),
    centre: centres.find(({ id }) => id === 'G04'),
    caregivers,
    cycles,
  } as OwnerState;
}

const draw = async (caregivers: Caregiver[], cycles: MentoringCycle[], archive: StateRecord[] = []) => {
  const printed = await drawLogbook(t, program, await stateWith(caregivers, cycles), archive, now);
  return printed && readPdf(printed.pdf);
};

describe.runIf(hasPoppler)(`the logbook on paper${whySkipped}`, () => {
  it('has goal, actions, criterion, deadline, dates, minutes, agreement and next step of open and closed cycles, and where both sign', async () => {
    const closed = cycle('uno', 'c1', { state: 'closed', closedAt: '2026-03-06T20:00:00.000Z' });
    const open = cycle('dos', 'c1', { theme: 'languageModeling', beganAt: '2026-03-09T16:00:00.000Z' });
    const read = await draw([caregiver('c1', 'Lupita Hernández')], [open], [closed]);
    for (const id of ['uno', 'dos'])
      for (const part of ['meta', 'acciones', 'logro', 'recursos', 'acuerdo', 'paso'])
        expect(read?.text).toContain(`${part} de ${id}`);
    for (const part of [
      'viernes 20 de marzo de 2026',
      'jueves 5 de marzo de 2026',
      '23 min',
      'Firma de la maestra',
      'Firma de la mentora',
    ])
      expect(read?.text).toContain(part);
    expect(read?.text).toContain('del lunes 2 de marzo de 2026 al viernes 6 de marzo de 2026');
    expect(read?.text.indexOf('meta de uno')).toBeLessThan(read?.text.indexOf('meta de dos') ?? 0);
    expect(read?.size).toBe('612 x 792');
  });

  it('names her by her first name, and holds no evidence and nothing of what was reflected', async () => {
    const read = await draw([caregiver('c1', 'Lupita Hernández')], [cycle('uno', 'c1')]);
    expect(read?.text).toContain('Bitácora con Lupita');
    expect(read?.text).not.toMatch(/Hernández|evidencia que|evidencia por|cómo se sintió/);
  });

  it('has dates and minutes alone of who did not accept, whatever is in the record', async () => {
    const refused = caregiver('c1', 'Rosa', { accepted: 'no' });
    const read = await draw([refused], [cycle('uno', 'c1'), cycle('dos', 'c1', { dosageOnly: true, beganAt: now })]);
    expect(read?.text).toContain('23 min');
    expect(read?.text).not.toMatch(/(meta|acciones|logro|acuerdo|paso) de (uno|dos)/);
  });

  it('begins a page for each caregiver, and there is none before anything was done', async () => {
    const two = [caregiver('c1', 'Rosa'), caregiver('c2', 'Carmen')];
    expect((await draw(two, [cycle('uno', 'c1'), cycle('dos', 'c2')]))?.pages).toBe(2);
    expect(await draw(two, [cycle('uno', 'c1', { plan: null, sessions: [] })])).toBeUndefined();
  });
});

const dataDir = mkdtempSync(join(tmpdir(), 'paper-'));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

it('is for mentors alone, of their own; a paper goes with whom it was made for', async () => {
  const store = createMemoryStore();
  await store.importRoster(await testRoster());
  const answers = createLookUpAnswers({ store, program, dataDir, now: () => now });
  const ask = (owner: string, request: LookUpRequest) => answers({ kind: 'lookUp', id: 'x', owner, askedAt: now, request });
  expect(await ask('coordinadora-1', { kind: 'logbook' })).toEqual({ kind: 'refused' });
  expect(await ask('consultora-1', { kind: 'logbook' })).toEqual({ kind: 'refused' });
  expect(await ask('G04-mentora', { kind: 'logbook' })).toEqual({ kind: 'nothing' });
  const page = {
    of: 'plan' as const,
    closing: false,
    caregiver: 'Rosa',
    room: '',
    theme: '',
    code: 'L7K',
    version: null,
    example: true,
    items: [],
    scale: [],
    plan: null,
    when: '',
    look: '',
    stopAtOnce: [],
    questions: [],
    lineExample: '',
    privacyUrl: '',
    programme: '',
  };
  expect(await ask('coordinadora-1', { kind: 'sheet', page, thread: '' })).toEqual({ kind: 'refused' });
  const [hers, others] = [
    await ask('G04-mentora', { kind: 'sheet', page, thread: '' }),
    await ask('G05-mentora', { kind: 'sheet', page, thread: '' }),
  ];
  const nameOf = (result: typeof hers): string => (result.kind === 'found' ? (result.file?.name ?? '') : '');
  // Both have the same code: two files all the same.
  expect(nameOf(hers)).not.toBe(nameOf(others));
  expect(readdirSync(join(dataDir, 'made'))).toHaveLength(2);
  expect(
    readFileSync(join(dataDir, 'made', nameOf(hers)))
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');
  await ask('G04-mentora', { kind: 'forgetPapers' });
  expect(existsSync(join(dataDir, 'made', nameOf(hers)))).toBe(false);
  expect(existsSync(join(dataDir, 'made', nameOf(others)))).toBe(true);
});
