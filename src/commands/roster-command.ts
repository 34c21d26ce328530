// npm run roster: imports roster files whole after showing what they change, shows the roster, invites people, forgets lost accounts.
import { existsSync, readdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { configOrExit } from '../config.ts';
import type { ChannelName } from '../domain/roster.ts';
import { createLog } from '../log.ts';
import { writeCsv } from '../reports/write-csv.ts';
import { describePlan, describeRoster } from '../roster/describe-plan.ts';
import { planImport } from '../roster/plan-import.ts';
import { readRosterFiles } from '../roster/read-roster.ts';
import { sayProblem } from '../roster/roster-problem.ts';
import { openLowdbStore } from '../store/lowdb/lowdb-store.ts';
import type { RosterImport, Store } from '../store/store.ts';
import { endWith } from './end-command.ts';
import {
  botName,
  describeInvitations,
  type Inviting,
  invitationRows,
  problemOfInviting,
  telegramInvites,
  whatsappInvites,
} from './invitation-list.ts';
import { readInvitations, renewInvitation } from './invitations.ts';
import { askTerminal, isYes, withWriter } from './terminal-store.ts';

const usage = `npm run roster -- import FILE... [--yes] [--data DIR]   FILE: centres, people, or a folder with centres.csv and people.csv
npm run roster -- show [--data DIR]
npm run --silent roster -- invites [--bot NAME] [--centre ID] [--all] [--data DIR]   a link to Telegram for each person who has not joined
npm run --silent roster -- invites --whatsapp NUMBER [...]   the same for WhatsApp; NUMBER is the bot's, with its country
npm run roster -- forget-address ID CHANNEL [--data DIR]   she lost her account of telegram (or whatsapp); her invitation is made anew`;

async function readCurrent(dir: string): Promise<RosterImport> {
  if (!existsSync(dir) || readdirSync(dir).length === 0) return { centres: [], persons: [] };
  const store = await openLowdbStore({ dir, log: createLog('warn'), mode: 'read' });
  try {
    return await store.readRoster();
  } finally {
    await store.close();
  }
}

/** The records to import, or undefined where a row is wrong; says everything that there is to say. */
async function showPlan(files: string[], current: RosterImport): Promise<RosterImport | undefined> {
  const read = await readRosterFiles(files, current);
  const plan = read.ok ? planImport(current, read.roster) : undefined;
  const problems = read.ok
    ? (plan?.problems ?? []).map((problem) => ({
        ...(read.sourceOf(problem.kind, problem.id) ?? { file: problem.id, line: 0 }),
        ...problem,
      }))
    : read.problems;
  if (!plan || problems.length > 0) {
    for (const problem of problems) console.error(sayProblem(problem));
    console.error(`Nothing was changed: ${problems.length === 1 ? 'one row is' : `${problems.length} things are`} wrong.`);
    return undefined;
  }
  console.log(describePlan(plan));
  return plan.records;
}

const isEmpty = ({ centres, persons }: RosterImport): boolean => centres.length + persons.length === 0;

async function importInto(store: Store, files: string[], yes: boolean): Promise<number> {
  const records = await showPlan(files, await store.readRoster());
  if (!records) return 1;
  if (isEmpty(records)) return 0;
  if (!yes && !isYes(await askTerminal('Import this? (y/n) '))) {
    console.error('Nothing was changed.');
    return 0;
  }
  await store.importRoster(records);
  console.log(`Imported: ${records.centres.length} centres, ${records.persons.length} people.`);
  return 0;
}

async function importFiles(dir: string, files: string[], yes: boolean): Promise<number> {
  if (!yes && !process.stdin.isTTY) {
    const records = await showPlan(files, await readCurrent(dir));
    if (!records) return 1;
    console.error('Nothing was changed: there is no terminal to ask on. Repeat with --yes to import.');
    return 2;
  }
  // The folder is taken before the question is asked: nothing can change between what is shown and what is done.
  return withWriter(
    dir,
    (store) => importInto(store, files, yes),
    async () => void (await showPlan(files, await readCurrent(dir))),
  );
}

interface InviteFlags {
  bot?: string;
  whatsapp?: string;
  centre?: string;
  all: boolean;
}

async function platformOf({ bot, whatsapp }: InviteFlags): Promise<Inviting | { problem: string }> {
  if (whatsapp !== undefined) return whatsappInvites(whatsapp);
  const found = await botName(bot, () => configOrExit().telegram);
  return 'problem' in found ? found : telegramInvites(found.name);
}

async function invite(dir: string, flags: InviteFlags): Promise<number> {
  const roster = await readCurrent(dir);
  const problem = problemOfInviting(roster, flags.centre);
  const inviting = problem === undefined ? await platformOf(flags) : { problem };
  if ('problem' in inviting) {
    console.error(inviting.problem);
    return 1;
  }
  const { columns, rows, count, joined } = invitationRows(roster, {
    ...flags,
    ...inviting,
    codeOf: await readInvitations(dir),
  });
  await writeCsv(columns, rows(), process.stdout);
  console.error(describeInvitations(count, joined, flags.all));
  return 0;
}

async function forget(dir: string, id: string, channel: ChannelName): Promise<number> {
  return withWriter(dir, async (store) => {
    const person = (await store.readRoster()).persons.find((one) => one.id === id);
    if (person === undefined) {
      console.error(`There is nobody called ${id} in the roster. "npm run roster -- show" lists the ids.`);
      return 1;
    }
    // First the link: a kill between the two leaves a link that is new, never an old one that works again.
    await renewInvitation(dir, id);
    const forgotten = await store.forgetAddresses(id, channel);
    const what = forgotten === 0 ? `${id} had no account on ${channel}` : `The account of ${id} on ${channel} is forgotten`;
    console.log(`${what}, and her former invitation is of no use. Her records stay. After the start send her the new link:`);
    console.log(`  npm run --silent roster -- invites${person.centreId === null ? '' : ` --centre ${person.centreId}`}`);
    if (person.phone !== '') {
      console.log('Her phone number still opens the chat. If somebody else has it now, correct the roster too.');
    }
    return 0;
  });
}

async function main(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      yes: { type: 'boolean', default: false },
      data: { type: 'string' },
      bot: { type: 'string' },
      whatsapp: { type: 'string' },
      centre: { type: 'string' },
      all: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h' },
    },
  });
  const [verb, ...rest] = positionals;
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const dir = (): string => values.data ?? configOrExit().data;
  const [first, second] = rest;
  if (verb === 'import' && rest.length > 0) return importFiles(dir(), rest, values.yes);
  if (verb === 'invites' && rest.length === 0) return invite(dir(), values);
  if (verb === 'forget-address' && first !== undefined && (second === 'telegram' || second === 'whatsapp') && rest.length === 2)
    return forget(dir(), first, second);
  if (verb === 'show' && rest.length === 0) {
    console.log(describeRoster(await readCurrent(dir())));
    return 0;
  }
  console.error(usage);
  return 1;
}

await endWith(main);
