// Reads the facts of a session told in one sentence.
import type { Vocabulary } from '../../program/vocabulary-schema.ts';
import type { WhenContext, WhenReading } from './when.ts';

export interface MomentFacts {
  minutes?: number;
  method?: 'notes' | 'videoByMentor' | 'videoByCaregiver';
  modelled?: boolean;
  routineMoment?: string;
  childrenPresent?: number;
  when?: WhenReading;
}

export function readMomentFacts(
  _text: string,
  _moments: readonly { id: string; aliases: readonly string[] }[],
  _v: Vocabulary,
  _c: WhenContext,
): MomentFacts {
  throw new Error('not yet written');
}
