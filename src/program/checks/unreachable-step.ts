// Steps that no way leads to, because what comes before always ends the flow or hands over.

import { flowPaths } from './flow-paths.ts';
import { type Check, problemAt } from './static-check.ts';

export const unreachableStep: Check = (files) =>
  Object.entries(files.flows).flatMap(([name, flow]) =>
    flowPaths(files, name).unreachable.map((path) =>
      problemAt(
        flow,
        path,
        'This step is never come to: every way before it ends or goes to another flow',
        'Move it before the "end" or "go", or take it out.',
      ),
    ),
  );
