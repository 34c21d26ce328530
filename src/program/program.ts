// The whole of flows and content as one checked, immutable value that the engine reads.
import type { Closure } from '../domain/closure.ts';
import type { ProgramPin } from '../domain/program-pin.ts';
import type { CompiledFlow } from './compiled-flow.ts';
import type {
  FrequentQuestion,
  GuideChapter,
  Instrument,
  ObservationGuide,
  Programme,
  ReminderRules,
  Safeguarding,
  Scale,
  ThemeNames,
  Tip,
} from './content-schema.ts';
import type { CalendarDays } from './law-days.ts';
import type { VocabularyFile } from './vocabulary-schema.ts';
import type { Workshop } from './workshop-schema.ts';

/** A flow with what it calls and says: what a thread is pinned to. */
export interface FlowBundle {
  kind: 'flow';
  flow: string;
  flows: Readonly<Record<string, CompiledFlow>>;
  /** Texts by '<flow>.<key>' of the flows in the bundle. */
  texts: Readonly<Record<string, string>>;
  synonyms: Readonly<Record<string, readonly string[]>>;
}
export interface InstrumentBundle {
  kind: 'instrument';
  instrument: Instrument;
  /** The scales its items use. */
  scales: Readonly<Record<string, Scale>>;
}
export type Bundle = FlowBundle | InstrumentBundle;

export interface Program {
  flows: Readonly<Record<string, CompiledFlow>>;
  /** Every text by '<file>.<key>'. */
  texts: Readonly<Record<string, string>>;
  synonyms: Readonly<Record<string, readonly string[]>>;
  programme: Programme;
  /** Rest days and feast days of whatever year. */
  days: CalendarDays;
  /** What the file of closed days says. */
  closures: readonly Closure[];
  themes: ThemeNames;
  scales: Readonly<Record<string, Scale>>;
  instruments: Readonly<Record<string, Instrument>>;
  observationGuide: ObservationGuide;
  guide: readonly GuideChapter[];
  workshops: readonly Workshop[];
  reminders: ReminderRules;
  /** Stands for everything that decides when somebody is reminded of what: another value, another calendar. */
  calendar: string;
  tips: readonly Tip[];
  questions: readonly FrequentQuestion[];
  safeguarding: Safeguarding;
  vocabulary: VocabularyFile;
  /** Hash of the current bundle of each flow and instrument. */
  currentPin: { flows: Readonly<Record<string, string>>; instruments: Readonly<Record<string, string>> };
  /** The current bundles, to be kept before their first use. */
  pins: readonly ProgramPin[];
  /** Every bundle that somebody may be in: the current ones and those kept of earlier versions. */
  bundles: Readonly<Record<string, Bundle>>;
}

/** The same program, with the versions that people began with beside its own. */
export function withPins(program: Program, pins: readonly ProgramPin[]): Program {
  const bundles: Record<string, Bundle> = { ...program.bundles };
  for (const pin of pins) bundles[pin.hash] ??= pin.body as Bundle;
  return { ...program, bundles };
}
