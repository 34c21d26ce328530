// What the page asks of its server, and the stream on which it hears what happens; a break of the stream is told and mended.
import type { ChatEntry, ClockStatus, KnownSection, PageState, Refusal } from './page-protocol.ts';

const base = '/simulador/api/';

/** The server said no; `refusal` says why. */
export class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal);
    this.refusal = refusal;
  }
}

async function ask<T>(path: string, body?: unknown): Promise<T> {
  const sent = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const response = await fetch(base + path, body === undefined ? {} : sent);
  const answer = (await response.json().catch(() => ({}))) as T & { refusal?: Refusal };
  if (!response.ok) throw new Refused(answer.refusal ?? 'broken');
  return answer;
}

export const server = {
  state: () => ask<PageState>('state'),
  chat: (chat: string) => ask<{ last: number; entries: ChatEntry[] }>(`chats/${encodeURIComponent(chat)}`),
  known: (person: string) => ask<{ sections: KnownSection[] }>(`people/${encodeURIComponent(person)}/known`),
  line: (line: object) => ask<{ ok: true }>('lines', line),
  next: () => ask<{ ok: true }>('next', {}),
  receipts: (ids: string[], status: 'delivered' | 'read') => ask<{ ok: true }>('receipts', { ids, status }),
  group: (name: string, members: string[]) => ask<{ id: string }>('groups', { name, members }),
};

export interface StreamListener {
  entry(entry: ChatEntry): void;
  clock(clock: ClockStatus): void;
  /** What we have is not what the server has: everything is to be read anew. */
  reset(): void;
  connected(isConnected: boolean): void;
}

const retryMs = 1_500;
/** A browser opens six connections to one place at most: windows that nobody looks at leave theirs to the others. */
const unseenMs = 30_000;
/** The server gives a beat every ten seconds. */
const silenceMs = 25_000;

export function openStream(history: string, last: number, listener: StreamListener): void {
  let newest = last;
  let source: EventSource;
  let silence = 0;
  let unseen = 0;
  let rests = false;

  function alive(): void {
    clearTimeout(silence);
    silence = setTimeout(again, silenceMs);
  }
  function again(): void {
    source.close();
    listener.connected(false);
    clearTimeout(silence);
    setTimeout(() => {
      if (!rests) open();
    }, retryMs);
  }
  function open(): void {
    source = new EventSource(`${base}events?since=${encodeURIComponent(`${history}:${newest}`)}`);
    source.addEventListener('open', () => {
      alive();
      listener.connected(true);
    });
    source.addEventListener('entry', (event) => {
      alive();
      const entry = JSON.parse(event.data) as ChatEntry;
      if (entry.n <= newest) return;
      newest = entry.n;
      listener.entry(entry);
    });
    source.addEventListener('clock', (event) => {
      alive();
      listener.clock(JSON.parse(event.data) as ClockStatus);
    });
    source.addEventListener('beat', alive);
    source.addEventListener('reset', () => {
      source.close();
      clearTimeout(silence);
      listener.reset();
    });
    source.addEventListener('error', () => {
      listener.connected(false);
      // The browser tries again by itself, unless the answer was no stream at all.
      if (source.readyState === EventSource.CLOSED) again();
    });
  }
  document.addEventListener('visibilitychange', () => {
    clearTimeout(unseen);
    if (document.visibilityState === 'hidden') {
      unseen = setTimeout(() => {
        rests = true;
        source.close();
        clearTimeout(silence);
      }, unseenMs);
    } else if (rests) {
      rests = false;
      open();
    }
  });
  open();
}
