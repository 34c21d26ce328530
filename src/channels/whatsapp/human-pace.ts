// Writes as a person would: not many at once, not one right after the other, and after having typed for a moment.

export interface PaceSettings {
  /** Over all chats. */
  perMinute: number;
  /** Between two messages of one chat, at least and at most. */
  gapMs: readonly [number, number];
  /** For how long it is shown that we type: the shortest, for each letter, the longest. */
  typingMs: readonly [number, number, number];
}

export const usualPace: PaceSettings = { perMinute: 20, gapMs: [1_000, 3_000], typingMs: [500, 20, 3_000] };

export interface PaceParts {
  settings: PaceSettings;
  /** Milliseconds since any moment, never backwards. */
  nowMs(): number;
  sleep(ms: number, signal: AbortSignal): Promise<void>;
  chance(): number;
}

export interface Pace {
  /** Resolves when one more message may leave for this chat; rejects when the signal says that it will not. */
  turn(chat: string, signal: AbortSignal): Promise<void>;
  typing(text: string): number;
}

const minuteMs = 60_000;

export function createPace({ settings, nowMs, sleep, chance }: PaceParts): Pace {
  const { perMinute, gapMs, typingMs } = settings;
  const taken: number[] = [];
  /** When the next one may leave for a chat; forgotten once it has passed. */
  const nextIn = new Map<string, number>();
  return {
    async turn(chat, signal) {
      const now = nowMs();
      for (const [one, at] of nextIn) if (at <= now) nextIn.delete(one);
      const oldest = taken.length < perMinute ? undefined : taken.shift();
      const at = Math.max(now, oldest === undefined ? now : oldest + minuteMs, nextIn.get(chat) ?? now);
      taken.push(at);
      const [least, most] = gapMs;
      nextIn.set(chat, at + least + chance() * (most - least));
      if (at > now) await sleep(at - now, signal);
    },
    typing(text) {
      const [shortest, perLetter, longest] = typingMs;
      return Math.min(longest, shortest + text.length * perLetter) * (0.8 + chance() * 0.4);
    },
  };
}
