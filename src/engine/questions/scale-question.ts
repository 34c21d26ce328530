// One item of a checklist; or several at once, as one line copied from paper.
import type { AnswerValue } from '../../domain/conversation.ts';
import { scaleOf } from '../../mentoring/checklist-profile.ts';

import { toldFacts } from '../../mentoring/sessions.ts';
import { goalItems, instrumentOf } from '../../mentoring/thread-answers.ts';
import type { ChecklistItem, Scale } from '../../program/content-schema.ts';
import type { FactName } from '../../program/flow-schema.ts';
import { readScale } from '../answers/scales/scale.ts';
import { readScaleLine, readSheetLine } from '../answers/scales/scale-line.ts';
import { readItemValues, readValuesInOrder } from '../answers/sheets/item-values.ts';
import { shortEcho } from '../answers/words/clipped.ts';
import { goesOnTelling } from '../answers/words/empty-words.ts';
import { ownWords, withMoreWords } from '../answers/words/own-words.ts';
import { plain } from '../answers/words/text-forms.ts';
import type { ThreadContext } from '../thread-context.ts';
import { vocabularyOf } from '../vocabulary-of.ts';
import { readFacts, sayFacts } from './facts-question.ts';
import { readItemsInProse } from './items-in-prose.ts';
import { type AnswerReading, type AskedQuestion, type QuestionReader, textKey } from './question-reader.ts';

export function ratingScales(items: readonly ChecklistItem[], c: ThreadContext): Scale['values'][] {
  const used = instrumentOf(c);
  return used ? items.map((item) => scaleOf(item, used.instrument, used.scales).values) : [];
}

const optionsOf = (values: Scale['values']) => values.map(({ key, label }) => ({ id: key, label, key }));

/** Where the facts of the moment are kept that she writes beside the values. */
const moment = 'contexto';
export const momentFacts: readonly FactName[] = ['when', 'routineMoment', 'minutes', 'childrenPresent'];
/** Words beside a line that tell nothing. */
const idle =
  /\b(?:gracias|listo|lista|porfa|por favor|saludos|es todo|seria todo|son todas|fin|fue|fueron|la|lo|le|las|los|de|en|y|es|con|hoja|aqui|ahi|va|van|ya|estuvo|quedo|maestra|vi|mire|observe|ok|bueno)\b/g;

/** "Fue hoy en la comida, 15 min, 8 niños": what she tells beside the values is not asked again; minutes still are, once. */
function factsBeside(text: string, c: ThreadContext): Record<string, AnswerValue> {
  const told = text.trim() === '' ? {} : readFacts(text, momentFacts, c);
  if (!Object.keys(told).length) return {};
  const value = { ...toldFacts(c.thread.answers[moment]), ...told };
  return { [moment]: value, [`${moment}:${value.minutes === undefined ? 'preguntado' : 'cerrado'}`]: true };
}

/** When she looked and how long, and no value: what to keep, and how it is said back. */
export function momentBeside(text: string, c: ThreadContext): { answers: Record<string, AnswerValue>; line: string } | undefined {
  const told = readFacts(text, momentFacts, c);
  const said = plain(text);
  // A mere number is none of them: here it stands for a value.
  const lasts = told.minutes !== undefined && /\b(?:min|mins|minut\w*|horas?|cuarto)\b/.test(said);
  const tells = lasts || (told.when !== undefined && /\b(?:fue|era|mire|observe|vi|hice)\b/.test(said));
  if (!tells) return undefined;
  const answers = factsBeside(text, c);
  return { answers, line: sayFacts(told, c) };
}

/** Answers for a run of items from one line; what is missing is named, and what was given is kept. */
export function readItemsLine(text: string, items: readonly ChecklistItem[], c: ThreadContext): AnswerReading | undefined {
  if (items.length < 2) return undefined;
  const told = inWords(text, items, c);
  if (told) return told;
  const sheet = readSheetLine(text, ratingScales(items, c));
  if (!sheet || sheet.line.kind === 'none') return undefined;
  const { line, before, after } = sheet;
  const all = instrumentOf(c)?.instrument.items ?? [];
  const numberIn = (item: ChecklistItem | undefined): number => (item ? all.indexOf(item) + 1 : 0);
  if (line.kind === 'badValue')
    return { kind: 'explain', text: c.text('casa.valor-desconocido', { number: numberIn(items[line.at - 1]), word: line.word }) };
  const given: Record<string, AnswerValue> = {};
  const places = line.kind === 'count' ? line.places : undefined;
  line.keys.slice(0, items.length).forEach((key, index) => {
    // A number that she wrote beside the value is that of her sheet.
    const item = places ? all[(places[index] ?? 0) - 1] : items[index];
    if (item && key !== '') given[`reactivo:${item.code}`] = key;
  });
  const beside = factsBeside(`${before} , ${after}`, c);
  if (line.kind === 'line') {
    const unread = plain(after).replace(idle, ' ').trim();
    return Object.keys(beside).length || unread === ''
      ? { kind: 'answer', value: null, with: { ...given, ...beside } }
      : { kind: 'explain', text: c.text('casa.hasta-aqui', { part: after.slice(0, 60) }), keep: given };
  }
  if (line.given > line.expected)
    return {
      kind: 'explain',
      text: c.text(items.length < all.length ? 'casa.sobran-faltantes' : 'casa.sobran-valores', {
        given: line.given,
        expected: line.expected,
      }),
    };
  return missingValues(items, { ...given, ...beside }, { given: line.given, expected: line.expected }, c);
}

function missingValues(
  items: readonly ChecklistItem[],
  keep: Record<string, AnswerValue>,
  counts: { given: number; expected: number },
  c: ThreadContext,
): AnswerReading {
  const all = instrumentOf(c)?.instrument.items ?? [];
  const missing = items
    .filter(({ code }) => keep[`reactivo:${code}`] === undefined)
    .map((item) => `${all.indexOf(item) + 1} ${item.short}`);
  return {
    kind: 'explain',
    text: c.text('casa.faltan-valores', { given: counts.given, expected: counts.expected, missing: missing.join(', ') }),
    keep,
  };
}

/** Fewer than these may be a correction, or one answer and a remark. */
const fewestInWords = 3;

const theOthers =
  /[\s,.]+(?:y )?(?:(?:tod[oa]s )?l[oa]s dem[aá]s|el resto|l[oa]s otr[oa]s|tod[oa]s l[oa]s otr[oa]s)(?: (?:son|fueron|es|van))?[\s:,]+(\S.*)$/iu;

/** "Puro 3", "todas en siempre": one value for all that are left. */
const everyOne =
  /^\s*(?:(?:pues|ps|ya|le pongo|p[oó]ngale|son|fueron|es|le doy|ser[ií]a) )*(?:pur[oa]s?|tod[oa]s?(?: las? (?:dem[aá]s|que faltan?))?|a todo)(?: (?:en|con|es|son|fueron|a|un))*\s+(\S.{0,24})$/iu;

function allAlike(text: string, items: readonly ChecklistItem[], c: ThreadContext): Record<string, AnswerValue> | undefined {
  const said = everyOne.exec(text)?.[1];
  const values = items.map((_, index) => ratingScales(items, c)[index] ?? []);
  const keys = said === undefined ? [] : values.map((scale) => readScale(said, scale, vocabularyOf(c.program)));
  const same = keys.flatMap((reading) => (reading.kind === 'understood' ? [reading.value.key] : []));
  if (items.length < 2 || same.length < items.length) return undefined;
  return Object.fromEntries(items.map(({ code }, index) => [`reactivo:${code}`, same[index] ?? 'n']));
}

/** "8 no hubo chance" is "la 8"; "de la 3 a la 5 casi siempre" are three. */
function spelledOut(text: string): string {
  return text
    .replace(
      /\b(?:de )?la (\d) (?:a|al|a la|hasta la) (\d)\s+([^,.;\n]+)/giu,
      (whole, from: string, to: string, value: string) => {
        const [first, last] = [Number(from), Number(to)];
        if (last <= first) return whole;
        return Array.from({ length: last - first + 1 }, (_, i) => `la ${first + i} ${value}`).join(', ');
      },
    )
    .replace(/(^|[,.;\n]\s*|\by\s+)(\d{1,2})\s+(?=\p{L}{2})/giu, '$1la $2 ');
}

/** "La 1 siempre, la 2 pocas veces...": a sheet read aloud, with its numbers. */
function inWords(text: string, items: readonly ChecklistItem[], c: ThreadContext): AnswerReading | undefined {
  const all = instrumentOf(c)?.instrument.items ?? [];
  if (!/\p{L}{4}/u.test(text)) return undefined;
  const left = items.map((item) => all.indexOf(item) + 1);
  const others = theOthers.exec(text);
  const read = readItemValues(
    spelledOut(others ? text.slice(0, others.index) : text),
    { scales: ratingScales(all, c), left, bare: false },
    vocabularyOf(c.program),
  );
  if (
    read.kind !== 'values' ||
    read.items.length < (others ? 1 : fewestInWords) ||
    read.items.some(({ key }) => key === undefined)
  )
    return undefined;
  const given: Record<string, AnswerValue> = {};
  for (const { at, key } of read.items) {
    const item = all[at - 1];
    if (item && key !== undefined) given[`reactivo:${item.code}`] = key;
  }
  // "Y los demás casi siempre".
  const value = others ? readScale(others[1] ?? '', ratingScales(items, c)[0] ?? [], vocabularyOf(c.program)) : undefined;
  if (value?.kind === 'understood') for (const { code } of items) given[`reactivo:${code}`] ??= value.value.key;
  const isWhole = items.every(({ code }) => given[`reactivo:${code}`] !== undefined);
  if (isWhole) return { kind: 'answer', value: null, with: given };
  return missingValues(items, given, { given: read.items.length, expected: items.length }, c);
}

export const scaleQuestion: QuestionReader = {
  options(_question, c) {
    const item = c.instrument?.instrument.items.find(({ code }) => code === c.thread.current.item);
    return item ? optionsOf(ratingScales([item], c)[0] ?? []) : [];
  },
  read(input, question, c) {
    const all = c.instrument?.instrument.items ?? [];
    const item = all.find(({ code }) => code === c.thread.current.item);
    if (!item) return { kind: 'unclear' };
    if (input.optionId !== undefined) return { kind: 'answer', value: input.optionId };
    const left = all.filter(({ code }) => c.thread.answers[`reactivo:${code}`] === undefined);
    for (const items of [left, all]) {
      const line = readItemsLine(input.text, items, c);
      if (line?.kind === 'answer') return line;
    }
    const alike = allAlike(input.text, left, c);
    if (alike) return { kind: 'answer', value: null, with: alike };
    const prose = readItemsInProse(input.text, c);
    if (prose) return { kind: 'explain', text: prose.words, keep: prose.given };
    const inOrder = readValuesInOrder(input.text, ratingScales(left, c), vocabularyOf(c.program));
    if (inOrder)
      return {
        kind: 'answer',
        value: null,
        with: Object.fromEntries(left.map(({ code }, index) => [`reactivo:${code}`, inOrder[index] ?? 'n'])),
      };
    const part = readItemsLine(input.text, left, c);
    // Two values or more are the beginning of a line, not one answer with a remark.
    const values = input.text.match(/(?<![\p{L}\p{N}])[\dn](?![\p{L}\p{N}])/giu)?.length ?? 0;
    if (part?.kind === 'explain' && (Object.keys(part.keep ?? {}).length > 1 || values > 2)) return part;
    const reading = readScale(input.text, ratingScales([item], c)[0] ?? [], vocabularyOf(c.program), item.text);
    if (reading.kind === 'understood') {
      const { key, note } = reading.value;
      return { kind: 'answer', value: key, ...(note ? { with: { [`${question.key}:nota`]: note } } : {}) };
    }
    if (reading.kind === 'doubtful') {
      const values = ratingScales([item], c)[0] ?? [];
      const keys = reading.candidates.map(({ key }) => key);
      return {
        kind: 'candidates',
        values: keys,
        labels: keys.map((key) => values.find((value) => value.key === key)?.label ?? key),
      };
    }
    return part ?? { kind: 'unclear' };
  },
};

/** Words that go on with what she told before, at a question for a number: they belong there. */
function moreOf(key: string, text: string, question: AskedQuestion, c: ThreadContext): AnswerReading | undefined {
  if (!goesOnTelling(text) || /\d/.test(text)) return undefined;
  const said = ownWords(text);
  const before = c.thread.answers[key];
  const label = c.text(`${textKey({ ...question, id: key })}.label`);
  return {
    kind: 'amend',
    answers: { [key]: typeof before === 'string' && before !== '' ? withMoreWords(before, text) : said },
    words: c.text('casa.agregue', { said: shortEcho(said), label }),
  };
}

/** The one to three items of the goal, after the observation: "3 2", or an option where it is only one. */
export const ratingsQuestion: QuestionReader = {
  options(_question, c) {
    const items = goalItems(c);
    return items.length === 1 ? optionsOf(ratingScales(items, c)[0] ?? []) : [];
  },
  read(input, question, c) {
    const items = goalItems(c);
    const more = input.optionId === undefined ? moreOf('mejorar', input.text, question, c) : undefined;
    if (more) return more;
    const [first] = items;
    if (items.length === 1 && first) {
      if (input.optionId !== undefined) return { kind: 'answer', value: { [first.code]: input.optionId } };
      const said = input.text.replace(
        /^\s*(?:pues |ps )?(?:fue|era|es|le pongo|le pondr[ií]a|ser[ií]a|yo digo que)\s+(?:un |una )?/i,
        '',
      );
      const reading = readScale(said, ratingScales(items, c)[0] ?? [], vocabularyOf(c.program));
      if (reading.kind === 'understood') return { kind: 'answer', value: { [first.code]: reading.value.key } };
      if (reading.kind === 'unclear') return reading;
      const keys = reading.candidates.map(({ key }) => key);
      const shown = optionsOf(ratingScales(items, c)[0] ?? []);
      return {
        kind: 'candidates',
        values: keys.map((key) => ({ [first.code]: key })),
        labels: keys.map((key) => shown.find(({ id }) => id === key)?.label ?? key),
      };
    }
    const line = readScaleLine(input.text, ratingScales(items, c));
    if (line.kind === 'line')
      return { kind: 'answer', value: Object.fromEntries(items.map((item, index) => [item.code, line.keys[index] ?? 'n'])) };
    if (line.kind === 'count')
      return { kind: 'explain', text: c.text('casa.cuantos-puntos', { given: line.given, expected: items.length }) };
    if (line.kind === 'badValue')
      return { kind: 'explain', text: c.text('casa.valor-desconocido', { number: line.at, word: line.word }) };
    return { kind: 'unclear' };
  },
};
