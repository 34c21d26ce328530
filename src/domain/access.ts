// Who may do and who may see what: the one table that engine, reports, tests and docs/quien-ve-que.md share.
import type { Role } from './roster.ts';

export const staffCommands = [
  'broadcast',
  'broadcastReport',
  'broadcastStop',
  'calendar',
  'closures',
  'doubts',
  'mentors',
  'poll',
  'proxy',
  'participation',
  'pending',
  'progress',
  'reminders',
  'rosterChange',
  'sharedPhone',
  'slip',
  'slipPrint',
  'slipResults',
  'attendance',
  'workshops',
] as const;
export type StaffCommand = (typeof staffCommands)[number];

/** A command of somebody else's role is answered like a word that nobody knows. */
const commandsOfRole: Readonly<Record<Role, readonly StaffCommand[]>> = {
  mentor: [],
  consultant: [
    'broadcast',
    'broadcastReport',
    'broadcastStop',
    'calendar',
    'doubts',
    'mentors',
    'poll',
    'proxy',
    'reminders',
    'slip',
    'slipPrint',
    'attendance',
    'workshops',
  ],
  coordinator: [
    'broadcast',
    'broadcastReport',
    'broadcastStop',
    'closures',
    'participation',
    'pending',
    'poll',
    'progress',
    'proxy',
    'reminders',
    'rosterChange',
    'sharedPhone',
    'slip',
    'slipPrint',
    'slipResults',
    'attendance',
    'workshops',
  ],
};

export function mayCommand(roles: readonly Role[], command: StaffCommand): boolean {
  return roles.some((role) => commandsOfRole[role].includes(command));
}

/** Without doubles, in the order of the list above. */
export const commandsFor = (roles: readonly Role[]): StaffCommand[] =>
  staffCommands.filter((command) => mayCommand(roles, command));
