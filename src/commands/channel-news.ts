// Tells those who run the house when WhatsApp needs somebody's hand, and when it works again; not of what passes by itself.
import { needsSomebody, type WhatsAppState, type WhatsAppStatus } from '../channels/whatsapp/whatsapp-status.ts';
import type { Clock } from '../clock.ts';
import type { ChannelNews, Post } from '../domain/inbound-event.ts';
import type { RosterImport } from '../domain/roster.ts';

export interface NewsParts {
  clock: Clock;
  /** Ids; the coordinators where none is named. */
  operators: readonly string[];
  roster(): Promise<RosterImport>;
  tell(posts: readonly Post[]): Promise<void>;
  /** What goes on for so long is told of: what is being mended by somebody already, is not. */
  handMs?: number;
  awayMs?: number;
}

const usualHandMs = 60_000;
/** Browser and page come back by themselves in seconds; a network, in minutes. */
const usualAwayMs = 15 * 60_000;

const whatOf: Partial<Record<WhatsAppState, ChannelNews>> = {
  linking: 'linkEnded',
  loggedOut: 'linkEnded',
  refused: 'refused',
  incompatible: 'unfit',
  noBrowser: 'noBrowser',
  recovering: 'away',
  starting: 'away',
};

export interface NewsTeller {
  changed(status: WhatsAppStatus): void;
  stop(): void;
}

export function createNewsTeller({ clock, operators, roster, tell, handMs, awayMs }: NewsParts): NewsTeller {
  let told: ChannelNews | undefined;
  let awaited: ChannelNews | undefined;
  let timer: NodeJS.Timeout | undefined;

  async function say(what: ChannelNews): Promise<void> {
    told = what === 'back' ? undefined : what;
    const { persons } = await roster();
    const coordinators = persons.filter(({ roles, active, erasedAt }) => roles.includes('coordinator') && active && !erasedAt);
    const receivers = operators.length > 0 ? operators : coordinators.map(({ id }) => id);
    const at = clock.now();
    const body = { kind: 'channelNews', channel: 'whatsapp', what } as const;
    await tell(receivers.map((to) => ({ id: `channelNews:whatsapp:${what}:${at}:${to}`, to, from: 'house', at, body })));
  }

  /** Trouble that turns into the same trouble goes on. */
  function expect(what: ChannelNews | undefined, ms: number): void {
    if (what === awaited) return;
    clearTimeout(timer);
    awaited = what;
    timer = what === undefined || what === told ? undefined : setTimeout(() => void say(what).catch(() => undefined), ms);
  }

  return {
    changed(status) {
      const what = whatOf[status.state];
      if (what !== undefined) return expect(what, needsSomebody(status) ? (handMs ?? usualHandMs) : (awayMs ?? usualAwayMs));
      expect(undefined, 0);
      if (told !== undefined && status.state !== 'stopped') void say('back').catch(() => undefined);
    },
    stop: () => clearTimeout(timer),
  };
}
