// How the linked device is doing: one word for what goes on, and what whoever runs the house has to know about it.

/**
 * `linking`: a picture is waiting to be scanned, or a code to be typed. `degraded`: works, without some features. `recovering`: page or
 * browser are coming back by themselves. `loggedOut`: the phone ended the link. `refused`: WhatsApp does not want this account or this
 * kind of device. `incompatible`: this build of WhatsApp Web is not one that we can work with. `noBrowser`: there is no Chromium to run.
 */
export type WhatsAppState =
  | 'stopped'
  | 'starting'
  | 'linking'
  | 'ready'
  | 'degraded'
  | 'recovering'
  | 'loggedOut'
  | 'refused'
  | 'incompatible'
  | 'noBrowser';

export interface WhatsAppStatus {
  state: WhatsAppState;
  /** UTC. */
  since: string;
  /** A short name, never a sentence of a vendor. Null where there is nothing to say. */
  why: string | null;
  /** Version of WhatsApp Web, as the page tells it. */
  build: string | null;
  browser: string | null;
  /** What does not work, with what is missing for it. */
  missing: Readonly<Record<string, readonly string[]>>;
  repairs: Readonly<Record<string, string>>;
  /** UTC. */
  lastIn: string | null;
  lastOut: string | null;
  /** How often browser or page had to be started anew. */
  restarts: number;
}

/** What is to be scanned or typed; shown to who sits at this computer, and never logged. */
export type LinkOffer = { kind: 'picture'; content: string } | { kind: 'code'; code: string };

export const isUp = ({ state }: Pick<WhatsAppStatus, 'state'>): boolean => state === 'ready' || state === 'degraded';
/** Somebody has to do something: it does not come back by itself. */
export const needsSomebody = ({ state }: Pick<WhatsAppStatus, 'state'>): boolean =>
  ['linking', 'loggedOut', 'refused', 'incompatible', 'noBrowser'].includes(state);
