// The registry of the static checks, and the one way to run them all.
import type { LoadedFiles } from '../load-program.ts';
import type { Problem } from '../problem.ts';
import type { Program } from '../program.ts';
import { alikeTips } from './alike-tips.ts';
import { branchAnswer } from './branch-answer.ts';
import { calendarDates } from './calendar-dates.ts';
import { callCycle } from './call-cycle.ts';
import { cardLines } from './card-lines.ts';
import { closedDays } from './closed-days.ts';
import { duplicateStep } from './duplicate-step.ts';
import { endlessGo } from './endless-go.ts';
import { endlessRepeat } from './endless-repeat.ts';
import { englishWords } from './english-words.ts';
import { frequentQuestions } from './frequent-questions.ts';
import { guideChapters } from './guide-chapters.ts';
import { instrumentItems } from './instrument-items.ts';
import { iterationDates } from './iteration-dates.ts';
import { iterationInstruments } from './iteration-instruments.ts';
import { missingHouseText } from './missing-house-text.ts';
import { missingText } from './missing-text.ts';
import { oneQuestion } from './one-question.ts';
import { optionLabels } from './option-labels.ts';
import { optionSynonyms } from './option-synonyms.ts';
import { placeholders } from './placeholders.ts';
import { questionShape } from './question-shape.ts';
import { reminderLadders } from './reminder-ladders.ts';
import { roomsAndMoments } from './rooms-and-moments.ts';
import { safeguardingPhrases } from './safeguarding-phrases.ts';
import { scales } from './scales.ts';
import type { Check, KnownNames } from './static-check.ts';
import { textLength } from './text-length.ts';
import { tips } from './tips.ts';
import { tuteo } from './tuteo.ts';
import { unknownFlow } from './unknown-flow.ts';
import { unknownName } from './unknown-name.ts';
import { unopenedFlow } from './unopened-flow.ts';
import { unreachableStep } from './unreachable-step.ts';
import { unusedText } from './unused-text.ts';
import { vocabularyCollisions } from './vocabulary-collisions.ts';
import { wayOut } from './way-out.ts';
import { workshops } from './workshops.ts';

export const allChecks = {
  alikeTips,
  branchAnswer,
  calendarDates,
  closedDays,
  callCycle,
  cardLines,
  duplicateStep,
  endlessGo,
  endlessRepeat,
  englishWords,
  frequentQuestions,
  guideChapters,
  instrumentItems,
  iterationDates,
  iterationInstruments,
  missingHouseText,
  missingText,
  oneQuestion,
  optionLabels,
  optionSynonyms,
  placeholders,
  questionShape,
  reminderLadders,
  roomsAndMoments,
  safeguardingPhrases,
  scales,
  textLength,
  tips,
  tuteo,
  unknownFlow,
  unknownName,
  unopenedFlow,
  unreachableStep,
  unusedText,
  vocabularyCollisions,
  wayOut,
  workshops,
} satisfies Record<string, Check>;

export function runChecks(files: LoadedFiles, program: Program, names: KnownNames): Problem[] {
  return sortProblems(Object.values(allChecks).flatMap((check) => check(files, program, names)));
}

export function sortProblems(problems: readonly Problem[]): Problem[] {
  return [...problems].sort(
    (a, b) =>
      a.file.localeCompare(b.file, 'en') || a.line - b.line || a.column - b.column || a.message.localeCompare(b.message, 'en'),
  );
}
