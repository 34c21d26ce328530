// How hard the tests try: small counts for everybody who runs them, large ones where there is time (`EFFORT=full`).
import { describe, it } from 'vitest';

export const isFullEffort = process.env.EFFORT === 'full';

export const effort = <T>(quick: T, full: T): T => (isFullEffort ? full : quick);

/** A test that takes long and looks at what changes seldom: skipped, and counted as such, unless there is time. */
export const thorough = it.runIf(isFullEffort);
/** The same of all tests about one thing. */
export const thoroughly = describe.runIf(isFullEffort);
