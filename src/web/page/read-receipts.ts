// Tells the bot, as a phone would, that its messages arrived, and that they were seen: shown, on a page that is looked at.
import type { Bubble } from './chat-history.ts';
import { server } from './page-server.ts';

export interface Receipts {
  watch(bubble: Bubble, element: HTMLElement): void;
  end(): void;
}

/** Several at once: what is on the screen together is read together. */
const togetherMs = 250;

export function createReceipts(log: HTMLElement, bubbles: () => readonly Bubble[]): Receipts {
  const arrived = new Set<string>();
  const seen = new Set<string>();
  const visible = new Set<string>();
  let planned = 0;

  function plan(): void {
    if (planned === 0) planned = setTimeout(send, togetherMs);
  }

  function send(): void {
    planned = 0;
    // Half-read messages of a page in the background wait until it is looked at.
    if (document.visibilityState === 'visible') for (const id of visible) seen.add(id);
    visible.clear();
    const told = new Map(bubbles().map((bubble) => [bubble.id, bubble]));
    const delivered = [...arrived].filter((id) => told.get(id)?.deliveredAt === undefined);
    const read = [...seen].filter((id) => told.get(id)?.readAt === undefined);
    arrived.clear();
    seen.clear();
    const give = async (): Promise<void> => {
      if (delivered.length > 0) await server.receipts(delivered, 'delivered');
      if (read.length > 0) await server.receipts(read, 'read');
    };
    // A receipt that is lost is like a phone without network: nothing else hangs on it.
    give().catch(() => {});
  }

  const observer = new IntersectionObserver(
    (changes) => {
      for (const { isIntersecting, target } of changes) {
        const id = (target as HTMLElement).dataset.id;
        if (!isIntersecting || id === undefined || document.visibilityState !== 'visible') continue;
        visible.add(id);
        observer.unobserve(target);
        plan();
      }
    },
    { root: log, threshold: 0.5 },
  );

  /** Coming back to the page: what is on the screen is looked at again. */
  function lookAgain(): void {
    if (document.visibilityState !== 'visible') return;
    for (const element of log.querySelectorAll('.theirs')) {
      observer.unobserve(element);
      observer.observe(element);
    }
  }
  document.addEventListener('visibilitychange', lookAgain);

  return {
    watch(bubble, element) {
      if (bubble.deliveredAt === undefined) {
        arrived.add(bubble.id);
        plan();
      }
      if (bubble.readAt === undefined) observer.observe(element);
    },
    end() {
      observer.disconnect();
      clearTimeout(planned);
      document.removeEventListener('visibilitychange', lookAgain);
    },
  };
}
