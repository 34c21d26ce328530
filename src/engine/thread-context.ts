// The view that rules of mentoring get of a turn and a thread, and the texts of the version that the thread is pinned to.
import type { Thread } from '../domain/conversation.ts';
import type { MentoringContext } from '../mentoring/mentoring-context.ts';
import { openCycleOf } from '../mentoring/next-step.ts';
import { type ValueName, values } from '../mentoring/values.ts';
import type { FlowBundle, InstrumentBundle, Program } from '../program/program.ts';
import { renderText } from './render-text.ts';
import type { TurnDraft } from './turn-draft.ts';

export interface Departure {
  flow: string;
  about: { caregiverId?: string; cycleId?: string; answers?: Thread['answers'] };
}
export interface ThreadContext extends MentoringContext {
  readonly draft: TurnDraft;
  readonly bundle: FlowBundle | undefined;
  /** Set by a verb that hands over to another flow. */
  departure: Departure | undefined;
}

/** Stands for "no thread" where a text is said outside any flow. */
export const noThread: Thread = {
  kind: 'thread',
  id: '',
  owner: '',
  flow: '',
  pins: [],
  caregiverId: null,
  cycleId: null,
  code: null,
  frames: [],
  answers: {},
  current: {},
  history: [],
  waitingFor: null,
  pending: null,
  misunderstood: 0,
  nudges: [],
  captureMode: 'chat',
  returnTo: null,
  nudgedAt: null,
  openedAt: '',
  touchedAt: '',
};

function bundleOf<K extends 'flow' | 'instrument'>(program: Program, thread: Thread, kind: K) {
  const bundle = thread.pins.map((pin) => program.bundles[pin]).find((found) => found?.kind === kind);
  return bundle as (K extends 'flow' ? FlowBundle : InstrumentBundle) | undefined;
}

export function threadContext(draft: TurnDraft, threadId: string | undefined): ThreadContext {
  const { program } = draft;
  const thread = (): Thread => (threadId === undefined ? undefined : draft.get('thread', threadId)) ?? noThread;
  const context: ThreadContext = {
    draft,
    program,
    departure: undefined,
    directory: draft.state.directory,
    now: draft.now,
    holidays: draft.holidays,
    closures: draft.closures,
    get bundle() {
      return bundleOf(program, thread(), 'flow');
    },
    get person() {
      return draft.person;
    },
    get centre() {
      return draft.centre;
    },
    get today() {
      return draft.today;
    },
    get thread() {
      return thread();
    },
    get caregivers() {
      return draft.all('caregiver');
    },
    get cycles() {
      return draft.all('cycle');
    },
    get threads() {
      return draft.all('thread');
    },
    get caregiver() {
      const { caregiverId } = thread();
      return caregiverId === null ? undefined : draft.get('caregiver', caregiverId);
    },
    get cycle() {
      const { cycleId, caregiverId } = thread();
      if (cycleId !== null) return draft.get('cycle', cycleId);
      return caregiverId === null ? undefined : openCycleOf(draft.all('cycle'), caregiverId);
    },
    get instrument() {
      const bundle = bundleOf(program, thread(), 'instrument');
      return bundle && { instrument: bundle.instrument, scales: bundle.scales };
    },
    text(key, given = {}) {
      const text = context.bundle?.texts[key] ?? program.texts[key];
      if (text === undefined) throw new Error(`there is no text ${key}`);
      return renderText(text, (name) => {
        const own = given[name];
        if (own !== undefined) return own;
        const value = values[name as ValueName];
        if (!value) throw new Error(`text ${key} holds the unknown value ${name}`);
        return value(context);
      });
    },
    newId: () => draft.newId(),
    put: (record) => draft.put(record),
    patchThread: (patch) => draft.patchThread(thread().id, patch),
    remove: (kind, id) => draft.remove(kind, id),
    archive: (kind, id) => draft.archive(kind, id),
    erase: () => draft.erase(),
    fact(kind, fields = {}) {
      const { caregiverId } = thread();
      const theme = context.cycle?.theme;
      draft.fact(kind, {
        ...(caregiverId === null ? {} : { caregiverId }),
        ...(context.cycle ? { cycleId: context.cycle.id } : {}),
        ...(theme ? { theme } : {}),
        ...fields,
      });
    },
    post: (to, body) => draft.post(to, body),
    go(flow, about) {
      context.departure = { flow, about };
    },
  };
  return context;
}

/** A text of the house, outside any flow. */
export function houseText(draft: TurnDraft, key: string, given: Record<string, string | number> = {}): string {
  return threadContext(draft, undefined).text(key, given);
}
