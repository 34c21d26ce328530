// How hard the tests try: small counts for everybody who runs them, large ones where there is time (`EFFORT=full`).

export const isFullEffort = process.env.EFFORT === 'full';

export const effort = <T>(quick: T, full: T): T => (isFullEffort ? full : quick);
