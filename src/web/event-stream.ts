// Server-sent events of one window: everything since the number it has, then what comes, and a beat by which it knows that we live.
import type { ChatLog } from './chat-log.ts';
import type { ChatEntry, ClockStatus } from './page/page-protocol.ts';

export interface StreamParts {
  chatLog: ChatLog;
  /** `history:number` of the newest entry that the window has. */
  since: string;
  clock(): ClockStatus;
  listenClock(listener: (clock: ClockStatus) => void): () => void;
  signal: AbortSignal;
}

const beatMs = 10_000;
/** A window that no longer reads must not fill the memory. */
const mostWaiting = 5_000;

export function eventStream({ chatLog, since, clock, listenClock, signal }: StreamParts): Response {
  const encoder = new TextEncoder();
  const ends: (() => void)[] = [];
  const end = (): void => {
    for (const one of ends.splice(0)) one();
  };
  const body = new ReadableStream<Uint8Array>(
    {
      start(stream) {
        const send = (text: string): void => {
          if ((stream.desiredSize ?? 0) < -mostWaiting) {
            end();
            stream.error(new Error('the window does not read'));
            return;
          }
          stream.enqueue(encoder.encode(text));
        };
        const entry = (one: ChatEntry): void =>
          send(`id: ${chatLog.history}:${one.n}\nevent: entry\ndata: ${JSON.stringify(one)}\n\n`);
        const status = (now: ClockStatus): void => send(`event: clock\ndata: ${JSON.stringify(now)}\n\n`);
        send('retry: 1000\n\n');
        const missed = missedBy(chatLog, since);
        if (missed === undefined) send('event: reset\ndata: {}\n\n');
        else for (const one of missed) entry(one);
        status(clock());
        ends.push(chatLog.listen(entry), listenClock(status));
        const beat = setInterval(() => send('event: beat\ndata: {}\n\n'), beatMs);
        ends.push(() => clearInterval(beat));
        signal.addEventListener('abort', end, { once: true });
      },
      cancel: end,
    },
    { highWaterMark: 16 },
  );
  return new Response(body, { headers: { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' } });
}

function missedBy(chatLog: ChatLog, since: string): ChatEntry[] | undefined {
  const [history, number = ''] = since.split(':');
  return history === chatLog.history && /^\d+$/.test(number) ? chatLog.after(Number(number)) : undefined;
}
