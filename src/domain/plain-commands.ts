// The commands that have nothing to do with what the flows are about.

/** What may be said at any question, whatever the flows are about. */
export const plainCommands = [
  'skip',
  'back',
  'later',
  'help',
  'human',
  'stop',
  'menu',
  'where',
  'correct',
  'withCaregiver',
  'pause',
  'doubt',
  'myData',
] as const;
