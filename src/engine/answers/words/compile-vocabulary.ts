// Prepares the vocabulary once, so that no reader builds a set while a message waits.
import type { StaffCommand } from '../../../domain/access.ts';
import type {
  ClosedMark,
  ClosedWords,
  CommandName,
  DegreeMeasure,
  Meanings,
  Vocabulary,
  VocabularyFile,
} from '../../../program/vocabulary-schema.ts';
import { meaningsOf, phraseOf, sayingWords } from './meanings.ts';
import { bookOf, soundOf, spokenWords } from './phrase-book.ts';

const levels = [1, 2, 3, 4] as const;
/** Of the four words between two opposites. */
const grades = [-2, -1, 1, 2] as const;
/** "como", "más": by themselves a command, but with other words around they are anything. */
const shortestInside = 5;

export function compileVocabulary(file: VocabularyFile): Vocabulary {
  const abbreviations = new Map(Object.entries(file.abbreviations));
  const sounds = (phrases: readonly string[]): ReadonlySet<string> =>
    new Set(phrases.map((phrase) => spokenWords(phrase, abbreviations).join(' ')));
  const commands = Object.entries(file.commands) as [CommandName, VocabularyFile['commands'][CommandName]][];
  const staff = Object.entries(file.staffCommands) as [StaffCommand, VocabularyFile['staffCommands'][StaffCommand]][];
  const { report, reasons, methods } = file;
  return {
    abbreviations,
    yesNo: bookOf([
      ['yes', [...file.yes, ...file.yesEmoji]],
      ['no', [...file.no, ...file.noEmoji]],
      ['agree', file.agreements],
      ['hedge', [...file.hedges, ...file.doubtEmoji]],
      ['condition', file.conditions],
      ['neither', file.neither],
      ['courtesy', file.courtesy],
      ['correction', file.corrections],
    ]),
    notConsent: sounds(file.notConsent),
    afterYes: sounds(file.afterYes),
    courtesy: bookOf([[true, file.courtesy]]),
    hesitations: bookOf([[true, [...file.courtesy, ...file.hesitations]]]),
    hedges: bookOf([[true, [...file.hedges, ...file.doubtEmoji]]]),
    negations: new Set(file.negations.map(soundOf)),
    dontKnow: bookOf([[true, file.dontKnow]]),
    corrections: bookOf([[true, file.corrections]]),
    ordinals: new Map(file.ordinals.flatMap((names, i) => names.map((name): [string, number] => [soundOf(name), i + 1]))),
    all: bookOf([[true, file.all]]),
    none: bookOf([[true, file.none]]),
    except: bookOf([[true, file.except]]),
    frequency: bookOf(levels.map((level) => [level, file.frequency[level - 1] ?? []] as const)),
    notApplicable: bookOf([[true, file.notApplicable]]),
    commandWhole: new Map(
      commands.flatMap(([name, c]) =>
        c.whole.map((phrase): [string, CommandName] => [spokenWords(phrase, abbreviations).join(' '), name]),
      ),
    ),
    commandOpening: bookOf(commands.map(([name, c]) => [name, c.opening] as const)),
    commandWithin: bookOf(commands.map(([name, c]) => [name, c.within] as const)),
    commandAround: new Map(
      commands
        .filter(([, c]) => c.around.length > 0)
        .map(([name, c]) => [
          name,
          {
            phrases: bookOf([[true, [...c.whole, ...c.within].filter((phrase) => phrase.length >= shortestInside)]]),
            around: bookOf([[true, c.around]]),
          },
        ]),
    ),
    staffWhole: new Map(
      staff.flatMap(([name, c]) =>
        c.whole.map((phrase): [string, StaffCommand] => [spokenWords(phrase, abbreviations).join(' '), name]),
      ),
    ),
    staffOpening: bookOf(staff.map(([name, c]) => [name, c.opening] as const)),
    notCommands: bookOf([[true, file.notCommands]]),
    report: bookOf([
      ['held', report.held],
      ['notHeld', report.notHeld],
      ['moved', report.moved],
      ['undecided', report.undecided],
    ]),
    phases: bookOf([
      ['workPlan', report.phases.workPlan],
      ['focusedObservation', report.phases.focusedObservation],
      ['reflection', report.phases.reflection],
      ['checklist', report.phases.checklist],
    ]),
    reasons: bookOf([
      ['caregiverAbsent', reasons.caregiverAbsent],
      ['noCover', reasons.noCover],
      ['event', reasons.event],
      ['noTime', reasons.noTime],
      ['other', reasons.other],
    ]),
    methods: bookOf([
      ['notes', methods.notes],
      ['videoByMentor', methods.videoByMentor],
      ['videoByCaregiver', methods.videoByCaregiver],
      ['video', methods.video],
    ]),
    modelled: bookOf([
      [true, file.modelled.yes],
      [false, file.modelled.no],
    ]),
    closed: closedWords(file, abbreviations),
    meanings: meaningsIn(file, abbreviations),
  };
}

function closedWords({ closed, reasons, methods }: VocabularyFile, abbreviations: ReadonlyMap<string, string>): ClosedWords {
  return {
    marks: bookOf<ClosedMark>([
      ['instead', closed.instead],
      ['insteadAtOnce', closed.insteadAtOnce],
      ['soSo', [...closed.soSo, ...closed.middle]],
      ['onlyWhen', closed.onlyWhen],
      ['reserve', closed.reserves],
      ['contrary', closed.contrary],
      ['adverse', closed.adverse],
      ['before', closed.before],
      ['now', closed.now],
    ]),
    estimates: bookOf([[true, closed.estimates]]),
    against: bookOf([[true, closed.against]]),
    aside: bookOf([[true, [...closed.aside, ...closed.manners]]]),
    extremes: bookOf<readonly number[]>([
      [[1, 2], closed.rarely],
      [[3, 4], closed.whenever],
    ]),
    idle: bookOf([[true, closed.idle]]),
    because: bookOf([[true, closed.because]]),
    instead: bookOf([[true, closed.instead]]),
    rest: bookOf([[true, closed.rest]]),
    planned: bookOf([[true, closed.planned]]),
    turns: bookOf([[true, closed.turns]]),
    poles: bookOf(
      closed.poles.flatMap((words, axis) => words.map((phrases, k) => [{ axis, grade: grades[k] ?? 0 }, phrases] as const)),
    ),
    measures: bookOf<DegreeMeasure>([
      ['strong', closed.strong],
      ['faint', closed.faint],
      ['little', closed.little],
      ['middle', closed.middle],
      ['notAtAll', closed.notAtAll],
    ]),
    shares: bookOf<'part' | 'whole'>([
      ['part', closed.inPart],
      ['whole', closed.inWhole],
    ]),
    concepts: [
      reasons.caregiverAbsent,
      reasons.noCover,
      reasons.event,
      reasons.noTime,
      methods.notes,
      methods.videoByMentor,
      methods.videoByCaregiver,
    ].map((phrases) => phrases.map((phrase) => spokenWords(phrase, abbreviations))),
    synonyms: closed.synonyms.map(([label = '', ...said]) => ({
      label: spokenWords(label, abbreviations).join(' '),
      said: said.map((phrase) => {
        const list = spokenWords(phrase, abbreviations);
        return phrase.endsWith('*') ? [...list.slice(0, -1), `${list.at(-1) ?? ''}*`] : list;
      }),
    })),
  };
}

/** Of a row the first phrase names its family; of the reasons and the ways of keeping what was seen all do. */
function meaningsIn({ closed, reasons, methods }: VocabularyFile, abbreviations: ReadonlyMap<string, string>): Meanings {
  const heard = (phrase: string): readonly string[] => {
    const list = spokenWords(phrase, abbreviations);
    return phrase.endsWith('*') ? [...list.slice(0, -1), `${list.at(-1) ?? ''}*`] : list;
  };
  // Of a row of synonyms the first is what stands in a label, of these all are.
  const rows = [
    ...closed.synonyms.map(([label = '', ...said]) => ({ names: [label], said })),
    ...closed.meanings,
    ...[
      ...[reasons.caregiverAbsent, reasons.noCover, reasons.event, reasons.noTime],
      ...[methods.notes, methods.videoByMentor, methods.videoByCaregiver],
    ].map((all) => ({ names: all.filter((one) => sayingWords(heard(one)).stems.length > 1), said: all })),
  ];
  const inRow =
    (literal: boolean, from: number) =>
    ({ names, said }: { names: readonly string[]; said: readonly string[] }, k: number) => [
      ...names.map((phrase) => phraseOf(heard(phrase), from + k, true, literal)),
      ...said.map((phrase) => phraseOf(heard(phrase), from + k, false, literal)),
    ];
  const phrases = [...rows.flatMap(inRow(false, 0)), ...closed.persons.flatMap(inRow(true, rows.length))];
  return meaningsOf(phrases);
}
