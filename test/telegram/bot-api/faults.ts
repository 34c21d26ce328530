// Failures on demand: what the server does instead of answering a call.

export type FaultReply =
  | { kind: 'error'; code: number; description?: string; retryAfter?: number }
  /** A proxy in between answers, in HTML. */
  | { kind: 'html'; status: number }
  /** The connection is cut before anything was done. */
  | { kind: 'drop' }
  /** It is done, and the connection is cut before the answer. */
  | { kind: 'lostReply' }
  /** It is done, after a while. */
  | { kind: 'delay'; ms: number };

export interface Fault {
  /** Every method but getUpdates, where none is named. */
  method?: string;
  /** Once, where no number is named. */
  times?: number;
  /** Only after so many calls that go well. */
  after?: number;
  reply: FaultReply;
}

export interface Faults {
  add(fault: Fault): void;
  clear(): void;
  take(method: string): FaultReply | undefined;
}

export function createFaults(): Faults {
  let faults: { method: string | undefined; left: number; after: number; reply: FaultReply }[] = [];
  return {
    add: ({ method, times = 1, after = 0, reply }) => void faults.push({ method, left: times, after, reply }),
    clear() {
      faults = [];
    },
    take(method) {
      const fault = faults.find((one) => (one.method ?? (method === 'getUpdates' ? '' : method)) === method);
      if (fault !== undefined && fault.after-- > 0) return undefined;
      if (fault !== undefined && --fault.left <= 0) faults = faults.filter((one) => one !== fault);
      return fault?.reply;
    },
  };
}
