// Every reader of short answers under its name, and the texts that nobody should send: for a property test and for the benchmark.

import { readChoice, readChoices } from '../../src/engine/answers/choices/choice.ts';
import { readCommand } from '../../src/engine/answers/commands/command.ts';
import { answerAndWish, isRecordTalk } from '../../src/engine/answers/commands/record-talk.ts';
import { readMinutes } from '../../src/engine/answers/numbers/minutes.ts';
import { readNumber } from '../../src/engine/answers/numbers/number.ts';
import { readCaregiverList } from '../../src/engine/answers/people/caregiver-list.ts';
import { readCaregiverName } from '../../src/engine/answers/people/caregiver-name.ts';
import { readScale } from '../../src/engine/answers/scales/scale.ts';
import { readScaleLine, readSheetLine } from '../../src/engine/answers/scales/scale-line.ts';
import { readItemValues, readValuesInOrder } from '../../src/engine/answers/sheets/item-values.ts';
import { readMomentFacts } from '../../src/engine/answers/told/moment-facts.ts';
import { readNotHeldReason } from '../../src/engine/answers/told/reason.ts';
import { readReport } from '../../src/engine/answers/told/report.ts';
import { readWhen } from '../../src/engine/answers/when/when.ts';
import { ownWords } from '../../src/engine/answers/words/own-words.ts';
import { findShortCode, readShortCode } from '../../src/engine/answers/words/short-code.ts';
import { plain } from '../../src/engine/answers/words/text-forms.ts';
import { isUnconditionalYes, readYesNo } from '../../src/engine/answers/yes-no/yes-no.ts';
import { mondayMorning, vocabulary as v, wednesdayAfter } from './answers-fixture.ts';

const scale = [
  { key: '1', value: 1, label: 'No lo hizo' },
  { key: '2', value: 2, label: 'Pocas veces' },
  { key: '3', value: 3, label: 'Casi siempre' },
  { key: '4', value: 4, label: 'Siempre' },
  { key: 'n', value: null, label: 'No hubo oportunidad' },
];
const options = scale.map(({ key, label }) => ({ id: key, label }));
const choose = (labels: string): { id: string; label: string }[] =>
  labels.split('/').map((label, id) => ({ id: String(id), label }));
const times = choose('15 minutos/30 minutos/Una hora');
const degrees = choose('Muy útil/Útil/Poco útil/Nada útil');
const people = choose('Lupita Cruz/María Elena Ríos/Elena Ramos');
const places = [{ id: 'a', name: 'Maternal A', aliases: ['mat a'] }];
const names = Array.from({ length: 10 }, (_, i) => ({
  id: String(i),
  name: ['Ana', 'Rosa', 'María'][i % 3] + (i > 5 ? ' López' : ' Ruiz'),
}));

export const readers: Record<string, (text: string) => unknown> = {
  plain,
  readYesNo: (text) => readYesNo(text, v),
  isUnconditionalYes: (text) => isUnconditionalYes(text, v),
  readChoice: (text) => readChoice(text, options, v),
  readChoices: (text) => readChoices(text, options, v),
  readChoiceOfTimes: (text) => readChoice(text, times, v),
  readChoiceOfDegrees: (text) => readChoice(text, degrees, v),
  readChoiceOfPeople: (text) => readChoice(text, people, v),
  readScaleAsked: (text) => readScale(text, scale, v, '¿Se agacha a su altura?'),
  readScale: (text) => readScale(text, scale, v),
  readScaleLine: (text) => readScaleLine(text, [scale, scale, scale]),
  readSheetLine: (text) => readSheetLine(text, [scale, scale, scale]),
  readItemValues: (text) => readItemValues(text, { scales: [scale, scale, scale], left: [2, 3], bare: true }, v),
  readValuesInOrder: (text) => readValuesInOrder(text, [scale, scale], v),
  readShortCode,
  findShortCode: (text) => findShortCode(text, () => true),
  ownWords,
  isRecordTalk,
  answerAndWish,
  readNumber,
  readMinutes,
  readWhen: (text) => readWhen(text, mondayMorning),
  readWhenPast: (text) => readWhen(text, wednesdayAfter),
  readCommand: (text) => readCommand(text, v),
  readCaregiverName: (text) => readCaregiverName(text, names),
  readCaregiverList: (text) => readCaregiverList(text, places, places),
  readReport: (text) => readReport(text, v),
  readNotHeldReason: (text) => readNotHeldReason(text, v),
  readMomentFacts: (text) => readMomentFacts(text, places, v, wednesdayAfter),
};

/** The longest message that any platform takes is shorter. */
const longest = 10_000;
const repeated = (piece: string): string => piece.repeat(Math.ceil(longest / piece.length)).slice(0, longest);
/** Digits, blanks, letters, signs, and each mixed with the others; the last with something behind that no pattern waits for. */
const pieces = [
  'a ',
  '1 ',
  ' ',
  '\n',
  ',',
  ', ',
  '.',
  ' . ',
  '1:',
  '1,',
  '1, ',
  '1-1-',
  '1 a ',
  'a1',
  'a,',
  '*',
  '?',
  'aaaa',
  'mmmm',
  'eeeh',
  'jaja',
  'y ya ',
  'ab ',
  'lunes ',
  'de 10 a ',
  'la 1 y la ',
  '10 30 ',
  'siempre ',
  'a veces no ',
  'sí pero ',
  'perdón ',
  'todas menos ',
  'una hora y ',
  '👍',
  '-',
  'no ',
  '.,;',
  'le pego a un niño ',
  'la maestra ',
];
export const hostileTexts: readonly string[] = pieces.flatMap((piece) => [repeated(piece), `x${repeated(piece).slice(2)}ñ`]);
