// One nudge for a question of ours that she left open; what is half done of a checklist or a plan has ladders of its own.
import { localMoment } from '../local-time.ts';
import { rowsOf, type SourceOfReminders, versionSince } from './reminder-view.ts';

export type HalfDone = 'checklist' | 'plan' | 'record';

/** Flows whose half-done work is reminded of with its caregiver, also when something else was begun meanwhile. */
export const halfDoneFlows: Readonly<Record<string, HalfDone>> = {
  diagnostico: 'checklist',
  'lista-de-cierre': 'checklist',
  'plan-de-trabajo': 'plan',
  observacion: 'record',
  reflexion: 'record',
};

export const questionReminders: SourceOfReminders = {
  wanted(view) {
    const { open, contact } = view;
    if (!open || (halfDoneFlows[open.flow] && open.history.length > 0)) return [];
    const thing = `question:${open.id}`;
    return rowsOf(view, {
      source: 'question',
      ladder: 'question',
      thing,
      version: versionSince(view, thing, open.touchedAt),
      about: { threadId: open.id },
      anchor: localMoment(open.touchedAt, contact.zone),
    });
  },
  gone: () => ({ why: 'done' }),
};
