// Who may do what, role by command: what is somebody else's is answered exactly like a word that nobody knows.
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { commandsFor, mayCommand, type StaffCommand, staffCommands } from '../../src/domain/access.ts';
import type { InboundEvent } from '../../src/domain/inbound-event.ts';
import { type Role, roles } from '../../src/domain/roster.ts';
import type { OwnerState, Turn } from '../../src/domain/turn.ts';
import { readStaffCommand } from '../../src/engine/answers/commands/staff-command.ts';
import { takeTurn } from '../../src/engine/take-turn.ts';
import { vocabularyOf } from '../../src/engine/vocabulary-of.ts';
import { createMemoryStore } from '../../src/store/memory/memory-store.ts';
import { houseProgram, openTestHouse, root, testRoster } from '../support/test-house.ts';

const { program } = houseProgram();

const people: Readonly<Record<Role, string>> = {
  mentor: 'G04-mentora',
  consultant: 'consultora-1',
  coordinator: 'coordinadora-1',
};
const states = {} as Record<Role, OwnerState>;

beforeAll(async () => {
  const store = createMemoryStore();
  await store.importRoster(await testRoster());
  const { house } = await openTestHouse({ now: '2026-03-02T09:00:00-06:00' });
  const from = people.mentor;
  for (const text of ['hola', 'si', 'ya lo terminé', 'en mi descanso', 'Lupita, Maternal A']) await house.line({ from, text });
  for (const role of roles) {
    const state = house.state(people[role]) ?? (await store.readState(people[role]));
    if (!state) throw new Error(`nobody is ${people[role]}`);
    states[role] = state;
  }
});

/** The same event whatever is said, so that turns can be compared whole. */
function hear(role: Role, text: string): Turn {
  const event: InboundEvent = {
    id: 'simulator:one',
    channel: 'simulator',
    externalId: 'one',
    owner: people[role],
    address: people[role],
    writtenAt: '2026-03-02T16:00:00.000Z',
    receivedAt: '2026-03-02T16:00:00.000Z',
    content: { kind: 'text', text },
  };
  const turn = takeTurn(program, states[role], event);
  // What she wrote is kept for the consultants where it was not understood: that alone differs.
  return JSON.parse(JSON.stringify(turn).replaceAll(JSON.stringify(text), '"…"')) as Turn;
}

const unknown = 'xyzzy plugh';
/** As many words as she wrote: of more than two the engine waits for the next bubble before it says anything. */
const unknownLike = (text: string): string =>
  text
    .split(' ')
    .map((_, i) => (i % 2 ? 'plugh' : 'xyzzy'))
    .join(' ');

/** Every way in which content lets a command be said. */
function saidAs(command: StaffCommand): string[] {
  const { whole = [], opening = [] } = program.vocabulary.staffCommands[command] ?? {};
  return [...whole, ...whole.map((phrase) => `/${phrase.replaceAll(' ', '_')}`), ...opening.map((phrase) => `${phrase} xyzzy`)];
}

describe.each(['consultant', 'coordinator'] as const)('%s', (role) => {
  it.each(staffCommands)('%s', (command) => {
    const nobodyKnows = hear(role, unknown);
    for (const text of saidAs(command)) {
      const turn = hear(role, text);
      if (!mayCommand([role], command)) expect({ text, turn }).toEqual({ text, turn: nobodyKnows });
      else expect({ text, turn }).not.toEqual({ text, turn: nobodyKnows });
    }
  });
});

/** Words that are hers as well, and then mean her own: her doubts, her own «¿dónde voy?». */
const hersToo: Readonly<Partial<Record<StaffCommand, string>>> = {
  calendar: 'mi calendario',
  doubts: 'tengo una duda',
  pending: 'donde voy',
  progress: 'donde voy',
  reminders: 'mis recordatorios',
  slip: 'mis papeletas',
  workshops: 'mis talleres',
  slipPrint: 'mis papeletas',
};

describe('mentor', () => {
  it('has none of them', () => {
    expect(commandsFor(['mentor'])).toEqual([]);
  });

  it.each(staffCommands)('%s', (command) => {
    const [name = ''] = program.vocabulary.staffCommands[command]?.whole ?? [];
    for (const text of [name, `/${name.replaceAll(' ', '_')}`])
      expect({ text, turn: hear('mentor', text) }).toEqual({ text, turn: hear('mentor', hersToo[command] ?? unknownLike(text)) });
    for (const text of saidAs(command)) {
      const turn = hear('mentor', text);
      const made = turn.changes.flatMap((change) => ('put' in change ? [change.put] : []));
      // A file of her own appointments is hers to ask for.
      const hers = made.filter((record) => record.kind !== 'lookUp' || record.request.kind !== 'calendarFile');
      expect(hers.filter(({ kind }) => !ofMentors.has(kind))).toEqual([]);
      expect(made.flatMap((record) => (record.kind === 'thread' && staffFlows().has(record.flow) ? [text] : []))).toEqual([]);
      expect(turn.posts).toEqual([]);
    }
  });
});

/** What a misunderstood or an own word may change of a mentor's records. */
const ofMentors = new Set(['conversation', 'thread', 'timer', 'person', 'reminder']);

/** Flows that commands of consultants and coordinators open. */
let opened: Set<string> | undefined;
function staffFlows(): Set<string> {
  opened ??= new Set(
    (['consultant', 'coordinator'] as const).flatMap((role) =>
      commandsFor([role])
        .flatMap(saidAs)
        .flatMap((text) => hear(role, text).changes)
        .flatMap((change) => ('put' in change && change.put.kind === 'thread' ? [change.put.flow] : [])),
    ),
  );
  return opened;
}

describe('docs/quien-ve-que.md', () => {
  const rows = readFileSync(`${root}docs/quien-ve-que.md`, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const cells = line.split('|').map((cell) => cell.trim());
      const command = /^`(\w+)`$/.exec(cells[2] ?? '')?.[1];
      return command === undefined ? [] : [{ command, said: cells[1] ?? '', may: cells.slice(3, 6) }];
    });

  it('has a row for each command, in the order of the table of rights', () => {
    expect(rows.map(({ command }) => command)).toEqual([...staffCommands]);
  });

  it.each(staffCommands)('says of %s who may', (command) => {
    const row = rows.find((one) => one.command === command);
    expect(row?.may).toEqual(roles.map((role) => (mayCommand([role], command) ? 'sí' : 'no')));
  });

  it.each(staffCommands)('calls %s by a name that is understood', (command) => {
    const said = /«(.+?)»/.exec(rows.find((one) => one.command === command)?.said ?? '')?.[1] ?? '';
    const role = roles.find((one) => mayCommand([one], command)) ?? 'mentor';
    expect(readStaffCommand(said, vocabularyOf(program))?.command).toBe(command);
    expect(hear(role, said).outbound.length + hear(role, said).changes.length).toBeGreaterThan(0);
  });
});
