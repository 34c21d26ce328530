// Recognises an unprompted report of what was done, was not, or was moved.
import type { Vocabulary } from '../../program/vocabulary-schema.ts';

export interface Report {
  what: 'held' | 'notHeld' | 'moved';
  phase?: 'workPlan' | 'focusedObservation' | 'reflection' | 'checklist';
  rest: string;
}

export function readReport(_text: string, _v: Vocabulary): Report | undefined {
  throw new Error('not yet written');
}
