// Notices what the library does not: that the browser is gone, that the page crashed, hangs or loads itself anew, that it never gets ready.
import { readFileSync } from 'node:fs';
import type { HouseClient } from './load-library.ts';
import type { SessionEnd } from './session-end.ts';
import type { SessionTimes } from './session-times.ts';
import { within } from './within.ts';

export interface PageWatch {
  client: HouseClient;
  times: SessionTimes;
  isReady(): boolean;
  /** It will be ready once more, or not. */
  reloads(): void;
  over(end: SessionEnd): void;
}

const nudgeScript = readFileSync(new URL('./page/nudge.js', import.meta.url), 'utf8');

/** Until the signal ends it. */
export function watchPage({ client, times, isReady, reloads, over }: PageWatch, life: AbortSignal): void {
  const { pupBrowser: browser, pupPage: page } = client;
  const gone = (why: string) => () => over({ kind: 'gone', why });
  if (!browser?.connected || !page) return gone('browserGone')();
  browser.on('disconnected', gone('browserGone'));
  page.on('error', gone('pageCrashed'));
  page.on('close', gone('pageClosed'));
  page.on('framenavigated', (frame) => {
    // A page that was logged out is no page that comes back.
    if (frame === page.mainFrame() && !frame.url().includes('post_logout')) reloads();
  });

  let waitsSince: number | undefined;
  async function nudge(): Promise<void> {
    const state = isReady() ? undefined : await within(page?.evaluate(nudgeScript), times.heartbeatMs);
    if (state === 'CONNECTED') waitsSince ??= performance.now();
    else waitsSince = undefined;
    if (waitsSince !== undefined && performance.now() - waitsSince > times.readyMs)
      over({ kind: 'incompatible', why: 'neverReady' });
  }

  let misses = 0;
  async function beat(): Promise<void> {
    try {
      await within(page?.evaluate('1'), times.heartbeatMs);
      misses = 0;
    } catch {
      misses++;
      if (misses >= 2) over({ kind: 'gone', why: 'pageHangs' });
    }
  }

  const timers = [
    setInterval(() => void nudge().catch(() => undefined), times.nudgeMs),
    setInterval(() => void beat(), times.heartbeatMs),
  ];
  life.addEventListener('abort', () => {
    for (const timer of timers) clearInterval(timer);
  });
}
