// npm run workshops: Zoom's list of who was in a workshop, matched against the roster by whoever runs it, and kept once it was confirmed.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { configOrExit } from '../config.ts';
import { type AttendanceFinding, attendedFor, type DoubtfulParticipant, type ListProblem } from '../domain/attendance.ts';
import type { InboundEvent } from '../domain/inbound-event.ts';
import { type ParticipantList, readParticipants } from '../roster/read-participants.ts';
import type { Store } from '../store/store.ts';
import { findAttendance } from './answer-attendance-list.ts';
import { programOf } from './chat-house.ts';
import { endWith } from './end-command.ts';
import { askTerminal, isYes, withWriter } from './terminal-store.ts';

const usage = `npm run workshops -- attendance FILE --workshop 3 [--match "NAME=ID"]... [--yes] [--data DIR]
FILE: the participants that Zoom exports as CSV. Sure matches are listed, doubtful ones are asked about one by one, and all of it
is confirmed once. --match says who somebody of the list is ("Tere=G03-mentora", "iPhone=" for nobody). With the bot running,
«asistencia» in its chat does the same.`;

const reasons: Readonly<Record<ListProblem['reason'], string>> = {
  noName: 'there is no name in this row',
  noMinutes: 'there are no minutes in this row',
  badMinutes: 'the minutes of this row are no number',
};

interface Wanted {
  file: string;
  workshop: number;
  matches: ReadonlyMap<string, string>;
  yes: boolean;
}

const isSame = (a: string, b: string): boolean => a.localeCompare(b, 'es', { sensitivity: 'base' }) === 0;

/** Id of the mentor, or undefined for nobody. */
async function whoIs(one: DoubtfulParticipant, { matches, yes }: Wanted): Promise<string | undefined> {
  const said = [...matches].find(([name]) => isSame(name, one.said));
  if (said) return said[1] || undefined;
  if (one.candidates.length === 0 || yes || !process.stdin.isTTY) return undefined;
  const lines = one.candidates.map(({ id, name }, index) => `  ${index + 1} ${name} (${id})`);
  const answer = await askTerminal(
    `Who is "${one.said}"${one.minutes === null ? '' : `, ${one.minutes} min`}?\n${lines.join('\n')}\n  0 nobody of these\n> `,
  );
  return one.candidates[Number(answer) - 1]?.id;
}

interface Kept {
  id: string;
  name: string;
  minutes: number | null;
}

/** The sure ones, and those of the doubtful who were found to be somebody. */
async function matched(finding: AttendanceFinding, store: Store, wanted: Wanted): Promise<{ kept: Kept[]; left: string[] }> {
  const { persons } = await store.readRoster();
  const kept = new Map<string, Kept>(finding.known.map(({ id, name, minutes }) => [id, { id, name, minutes }]));
  const left: string[] = [];
  for (const one of finding.doubtful) {
    const id = await whoIs(one, wanted);
    const person = persons.find((other) => other.id === id && other.roles.includes('mentor'));
    if (!person) {
      left.push(one.said);
      continue;
    }
    const before = kept.get(person.id)?.minutes ?? null;
    const minutes = before === null ? one.minutes : before + (one.minutes ?? 0);
    kept.set(person.id, { id: person.id, name: person.name, minutes });
  }
  return { kept: [...kept.values()], left };
}

function show(finding: AttendanceFinding, length: number, kept: readonly Kept[], left: readonly string[], file: string): void {
  console.log(`Workshop ${finding.workshop}: ${finding.rows} rows.`);
  for (const { id, name, minutes } of kept)
    console.log(`  ${name} (${id}): ${minutes === null ? '' : `${minutes} min, `}${attendedFor(minutes, length)}`);
  const known = new Set(kept.map(({ id }) => id));
  const absent = finding.absent.filter(({ id }) => !known.has(id));
  for (const { id, name } of absent) console.log(`  ${name} (${id}): not in the list`);
  for (const { name, differs } of [...finding.known, ...absent])
    if (differs !== null) console.log(`Differs from what she said herself: ${name} said "${differs}".`);
  if (left.length > 0) console.log(`Nobody of the roster, and not kept: ${left.join(', ')}.`);
  if (finding.staff > 0) console.log(`Of the team: ${finding.staff}.`);
  for (const { line, reason } of finding.problems)
    console.error(`${basename(file)}:${line}: ${reasons[reason]}; it is left out.`);
}

/** The same told again changes nothing; another count of minutes is news. */
function eventFor(
  finding: AttendanceFinding,
  length: number,
  { id, minutes }: Pick<Kept, 'id' | 'minutes'>,
  at: string,
): InboundEvent {
  const { workshop, source } = finding;
  const attended = attendedFor(minutes, length);
  const externalId = `attendance:${workshop}:${id}:${source}:${attended}:${minutes ?? ''}`;
  const body = { kind: 'attendanceTold' as const, workshop, source, attended, minutes };
  return {
    id: `house:${externalId}`,
    channel: 'house',
    externalId,
    owner: id,
    writtenAt: at,
    receivedAt: at,
    content: { kind: 'post', post: { id: externalId, to: id, from: 'command', at, body } },
  };
}

async function attendance(store: Store, list: ParticipantList, wanted: Wanted): Promise<number> {
  const program = programOf(configOrExit());
  const finding = await findAttendance({ store, program }, wanted.workshop, list);
  const length = program.workshops.find(({ number }) => number === wanted.workshop)?.minutes ?? 0;
  if (!finding) {
    console.error(
      `There is no workshop ${wanted.workshop}. They are ${program.workshops.map(({ number }) => number).join(', ')}.`,
    );
    return 1;
  }
  const { kept, left } = await matched(finding, store, wanted);
  show(finding, length, kept, left, wanted.file);
  if (!wanted.yes && !(process.stdin.isTTY && isYes(await askTerminal('Keep this? (y/n) ')))) {
    console.error('Nothing was changed. Without a terminal, say who the doubtful are with --match, and repeat with --yes.');
    return process.stdin.isTTY ? 0 : 2;
  }
  const known = new Set(kept.map(({ id }) => id));
  const absent = finding.source === 'zoom' ? finding.absent.filter(({ id }) => !known.has(id)) : [];
  const at = new Date().toISOString();
  for (const one of [...kept, ...absent.map(({ id }) => ({ id, minutes: 0 }))])
    await store.receive(eventFor(finding, length, one, at));
  console.log(`Kept for ${kept.length} mentors; the bot counts it when it starts.`);
  return 0;
}

async function main(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      workshop: { type: 'string' },
      match: { type: 'string', multiple: true, default: [] },
      yes: { type: 'boolean', default: false },
      data: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  const [verb, file] = positionals;
  const number = /^t?(\d{1,2})$/i.exec(values.workshop ?? '')?.[1];
  if (values.help || verb !== 'attendance' || file === undefined || number === undefined || positionals.length > 2) {
    (values.help ? console.log : console.error)(usage);
    return values.help ? 0 : 1;
  }
  const matches = new Map(
    values.match.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1).trim()]),
  );
  const list = readParticipants(readFileSync(file));
  if (list.source !== 'zoom') {
    console.error(`${file} has no columns for name and minutes. Export the participants in Zoom's reports as CSV.`);
    return 1;
  }
  const wanted = { file, workshop: Number(number), matches, yes: values.yes };
  return withWriter(values.data ?? configOrExit().data, (store) => attendance(store, list, wanted));
}

await endWith(main);
