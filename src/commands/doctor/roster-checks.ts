// Checks of the people: who is in the roster, who can be reached, who is alerted, and who is told when something fails.
import type { ChannelName, Person, RosterImport } from '../../domain/roster.ts';
import { type RosterProblem, sayProblem } from '../../roster/roster-problem.ts';
import { counted, type Finding, someOf } from './finding.ts';

const takesPart = ({ active, erasedAt }: Person): boolean => active && erasedAt === null;
const isStaff = ({ roles }: Person): boolean => roles.includes('consultant') || roles.includes('coordinator');

/** What runs here. */
export type HouseChannel = ChannelName | 'telegram or whatsapp';

/** Who can be written to on what runs here; in the simulator that is everybody. */
export function isReached({ addresses, ...person }: Person, channel: HouseChannel): boolean {
  const names: readonly string[] = channel.split(' or ');
  return takesPart({ addresses, ...person }) && (channel === 'simulator' || addresses.some((one) => names.includes(one.channel)));
}

const howToInvite = 'Send them their links: npm run --silent roster -- invites';
const howToImport = 'npm run roster -- import centres.csv people.csv';

/** The files that the first start would import. */
export function checkRosterFiles(problems: readonly RosterProblem[]): Finding | undefined {
  if (problems.length === 0) return undefined;
  const shown = problems.slice(0, 5).map(sayProblem);
  const todo = 'Correct the rows; data/README.md explains each column. Nothing is imported before.';
  return {
    name: 'Roster',
    state: 'failed',
    result: [counted(problems.length, 'problem', 'problems'), ...shown].join('\n'),
    todo,
  };
}

export function checkRoster({ centres, persons }: RosterImport, from: 'store' | 'files', channel: HouseChannel): Finding {
  const name = 'Roster';
  const active = persons.filter(takesPart);
  const open = centres.filter((centre) => centre.active).length;
  const mentors = active.filter(({ roles }) => roles.includes('mentor')).length;
  const where = from === 'store' ? '' : 'not imported yet; the first start takes ';
  const result = `${where}${counted(open, 'centre', 'centres')}, ${counted(active.length, 'person', 'persons')} (${counted(mentors, 'mentor', 'mentors')}).`;
  if (active.length === 0)
    return { name, state: 'failed', result: 'nobody takes part.', todo: `Import your roster: ${howToImport}` };
  const invented = active.filter(({ phone }) => phone.startsWith('+52000'));
  if (channel !== 'simulator' && invented.length > 0) {
    const whose = counted(invented.length, 'person has an invented number', 'persons have invented numbers');
    const todo = `That is the roster of the demonstration. Name yours in LUCIERNAGA_ROSTER before the first start, or import it: ${howToImport}`;
    return { name, state: 'warning', result: `${result} ${whose}.`, todo };
  }
  return { name, state: 'ok', result };
}

/** Practice is not to be told from what really happened once both are in one store. */
export function checkPractice({ persons }: RosterImport, channel: HouseChannel): Finding | undefined {
  const practised = persons.some(({ addresses }) => addresses.some((address) => address.channel === 'simulator'));
  if (channel === 'simulator' || !practised) return undefined;
  return {
    name: 'Practice',
    state: 'warning',
    result: 'this data folder was used with the simulator; what was tried there counts as real.',
    todo: 'Name a new folder in LUCIERNAGA_DATA before the first mentor joins.',
  };
}

export function checkReach({ persons }: RosterImport, channel: HouseChannel): Finding {
  const name = 'Joined';
  const active = persons.filter(takesPart);
  if (channel === 'simulator') return { name, state: 'ok', result: 'in the simulator everybody can be reached.' };
  const joined = active.filter((person) => isReached(person, channel));
  const result = `${joined.length} of ${active.length} on ${channel}.`;
  const unknown = active.filter((person) => person.phone === '' && !isReached(person, channel));
  if (unknown.length > 0) {
    const ids = someOf(unknown.map(({ id }) => id));
    return { name, state: 'warning', result: `${result} Without a number, only a link lets them in: ${ids}.`, todo: howToInvite };
  }
  if (joined.length < active.length) return { name, state: 'ok', result, todo: howToInvite };
  return { name, state: 'ok', result };
}

/** The same people whom the engine would alert: of the centre, else the coordinators, and only who can be reached. */
export function checkSafeguarding({ centres, persons }: RosterImport, channel: HouseChannel): Finding {
  const name = 'Safeguarding';
  const reached = new Map(persons.filter((person) => isReached(person, channel)).map((person) => [person.id, person]));
  const open = centres.filter((centre) => centre.active);
  const coordinators = [...reached.values()].filter(({ roles }) => roles.includes('coordinator')).length;
  const withoutOwn = open.filter(({ id, safeguardingContacts }) => {
    const contacts = safeguardingContacts.flatMap((contact) => reached.get(contact) ?? []);
    return !contacts.some((contact) => isStaff(contact) || contact.centreId === id);
  });
  const ids = someOf(withoutOwn.map(({ id }) => id));
  if (withoutOwn.length > 0 && coordinators === 0) {
    const wanted = [...new Set(withoutOwn.flatMap(({ safeguardingContacts }) => safeguardingContacts))];
    const who =
      wanted.length === 0 ? 'Name contacts in the column safeguardingContacts' : `Have these join first: ${someOf(wanted)}`;
    return {
      name,
      state: 'failed',
      result: `NOBODY WOULD BE ALERTED of a child in danger in ${withoutOwn.length} of ${open.length} centres: ${ids}.`,
      todo: `${who}. ${channel === 'simulator' ? '' : `${howToInvite}. `}A mentor who tells of harm is given the numbers to call, and nobody else learns of it.`,
    };
  }
  if (withoutOwn.length > 0) {
    const result = `in ${withoutOwn.length} of ${open.length} centres none of their own contacts can be reached (${ids}); the coordinators are alerted instead.`;
    return { name, state: 'warning', result, todo: 'Have them join, or correct the column safeguardingContacts.' };
  }
  return {
    name,
    state: 'ok',
    result: `somebody who can be reached is alerted in each of ${counted(open.length, 'centre', 'centres')}.`,
  };
}

/** `named`: the setting LUCIERNAGA_OPERATORS. */
export function checkOperators({ persons }: RosterImport, named: readonly string[], channel: HouseChannel): Finding {
  const name = 'Operators';
  const known = new Map(persons.filter(takesPart).map((person) => [person.id, person]));
  const unknown = named.filter((id) => !known.has(id));
  if (unknown.length > 0) {
    const result = `LUCIERNAGA_OPERATORS names ${someOf(unknown)}, who ${unknown.length === 1 ? 'does' : 'do'} not take part in the roster.`;
    return { name, state: 'failed', result, todo: '"npm run roster -- show" lists the ids.' };
  }
  const operators =
    named.length > 0
      ? named.flatMap((id) => known.get(id) ?? [])
      : [...known.values()].filter(({ roles }) => roles.includes('coordinator'));
  const whose = named.length > 0 ? '' : ' (the coordinators)';
  if (operators.length === 0) {
    const todo = 'Add a coordinator to the roster, or name persons in LUCIERNAGA_OPERATORS.';
    return { name, state: 'failed', result: 'nobody is told when a message does not arrive: there is no coordinator.', todo };
  }
  const ids = someOf(operators.map(({ id }) => id));
  if (!operators.some((person) => isReached(person, channel))) {
    return { name, state: 'warning', result: `none can be reached yet: ${ids}${whose}.`, todo: howToInvite };
  }
  return { name, state: 'ok', result: `${ids}${whose}.` };
}
