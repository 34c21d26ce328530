// Recognises the commands that work at any question.
import type { Vocabulary } from '../../program/vocabulary-schema.ts';

export type Command =
  | 'skip'
  | 'back'
  | 'later'
  | 'help'
  | 'human'
  | 'stop'
  | 'menu'
  | 'where'
  | 'correct'
  | 'withCaregiver'
  | 'pause'
  | 'doubt'
  | 'myData'
  | 'whoSees'
  | 'next'
  | 'more'
  | 'tips'
  | 'caregivers'
  | 'restart'
  | 'resume'
  | 'guide';

export function readCommand(_text: string, _v: Vocabulary): { command: Command; arg?: string; exact: boolean } | undefined {
  throw new Error('not yet written');
}
