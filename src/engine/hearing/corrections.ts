// "La 4 era 2", "la 2: 1, la 9: 3", "corrige la meta": finds what she wants to change in the thread she is in.

import type { AnswerValue } from '../../domain/conversation.ts';
import { scaleOf } from '../../mentoring/checklist-profile.ts';
import { toldFacts } from '../../mentoring/sessions.ts';
import { goalItems } from '../../mentoring/thread-answers.ts';
import { readScale, type ScaleValue } from '../answers/scales/scale.ts';
import { type ItemValues, readItemValues, readValuesInOrder } from '../answers/sheets/item-values.ts';
import { withNumbers } from '../answers/sheets/items-by-words.ts';
import { shortEcho } from '../answers/words/clipped.ts';
import { plain } from '../answers/words/text-forms.ts';
import { askAgain } from '../ask-question.ts';
import { correctAnswer } from '../change-answer.ts';
import { readFacts } from '../questions/facts-question.ts';
import type { AskedQuestion } from '../questions/question-reader.ts';
import { momentFacts, readItemsLine } from '../questions/scale-question.ts';
import { flowOf, questionAt } from '../run-thread.ts';
import type { ThreadContext } from '../thread-context.ts';
import { continueThread } from '../threads.ts';
import { vocabularyOf } from '../vocabulary-of.ts';
import { isHalf, type PartsRead, readParts } from './corrections-in-parts.ts';

/** Items that she wants to change without having said what they should be, and what she told beside them. */
export const askedFor = 'por-corregir';
const toldBeside = 'por-corregir:dicho';
const moment = 'contexto';
const verb = /^(?:no |perdon |ay |mejor )*(?:corri[gj]\w+|cambi\w+)\b/;

export interface Correction {
  key: string;
  /** Scale key, where she says the new value too. */
  value?: string;
  /** Further items of the same sentence: all of them change, or none. */
  also?: { key: string; value: string }[];
  /** Items that she names, where it is not clear what they should be: it is asked. */
  unclear?: string[];
  /** Facts of the moment told in the same sentence: "y eran 8 bebés". They change with the items, or not at all. */
  facts?: Record<string, AnswerValue>;
  /** What of the same sentence is to be asked, after the rest has changed. */
  halves?: PartsRead;
  /** She names a number that the sheet does not have. */
  beyond?: true;
}

interface Sheet {
  codes: string[];
  scales: (readonly ScaleValue[])[];
}

function sheetOf(c: ThreadContext): Sheet | undefined {
  const used = c.instrument;
  if (!used) return undefined;
  const { items } = used.instrument;
  return {
    codes: items.map(({ code }) => code),
    scales: items.map((item) => scaleOf(item, used.instrument, used.scales).values),
  };
}

const itemKey = (code: string | undefined): string => `reactivo:${code ?? ''}`;

/** `explicit`: it came with the command, so that the verb is already taken off. */
export function findCorrection(c: ThreadContext, text: string, explicit: boolean): Correction | undefined {
  const sheet = sheetOf(c);
  const found = sheet && ofItems(c, sheet, text, explicit);
  if (found || !explicit) return found;
  return labelled(c, plain(text));
}

function ofItems(c: ThreadContext, sheet: Sheet, text: string, explicit: boolean): Correction | undefined {
  const kind = questionAt(c)?.step.as;
  const atRecap = kind === 'recap';
  const asked = c.thread.answers[askedFor];
  if (atRecap && Array.isArray(asked)) {
    const positions = asked.map((code) => sheet.codes.indexOf(String(code)));
    const keys = readValuesInOrder(
      text,
      positions.map((at) => sheet.scales[at] ?? []),
      vocabularyOf(c.program),
    );
    const [only] = positions;
    // "2", asked about the fourth alone.
    const one = positions.length === 1 ? readScale(text, sheet.scales[only ?? 0] ?? [], vocabularyOf(c.program)) : undefined;
    if (one?.kind === 'understood') return { key: itemKey(sheet.codes[only ?? 0]), value: one.value.key };
    if (keys) return many(positions.map((at, i) => ({ key: itemKey(sheet.codes[at]), value: keys[i] ?? '' })));
  }
  const left = atRecap
    ? (Array.isArray(asked) ? asked : []).map((code) => sheet.codes.indexOf(String(code)) + 1)
    : sheet.codes.flatMap((code, i) => (c.thread.answers[itemKey(code)] === undefined ? [i + 1] : []));
  const bare = explicit || (atRecap && /^\s*\d{1,2} +[\dn]\s*$/i.test(text));
  if (atRecap && isBeyond(text, sheet.codes.length)) return { key: '', beyond: true };
  const parts = atRecap && !explicit ? readParts(c, text, sheet.scales) : undefined;
  const known = parts && many(parts.changes.map(({ at, key }) => ({ key: itemKey(sheet.codes[at - 1]), value: key })));
  const numbered = withNumbers(text, c.instrument?.instrument.items ?? []);
  const apart = atRecap ? factsApart(c, numbered) : { items: numbered, facts: undefined };
  const beside = apart.facts === undefined ? {} : { facts: apart.facts };
  const read = readItemValues(apart.items, { scales: sheet.scales, left, bare }, vocabularyOf(c.program));
  const isWhole = read.kind === 'values' && read.items.every(({ key }) => key !== undefined);
  const halves = parts && isHalf(parts) && (!isWhole || parts.unclear.length === 0) ? parts : undefined;
  if (halves && read.kind !== 'doubtful') return { ...(known ?? { key: '' }), facts: halves.facts, halves };
  if (halves && known && new Set(read.kind === 'doubtful' ? read.items : []).size > 1)
    return { ...known, facts: halves.facts, halves };
  if (read.kind === 'none' || !(explicit || atRecap || verb.test(plain(text)) || isToldHere(c, sheet, numbered, read)))
    return undefined;
  // "La 1 era 4, es que no la vi bien": why is no second part.
  if (known && read.kind === 'doubtful') return { ...known, facts: parts?.facts ?? {} };
  const items = read.items.map((item) => (typeof item === 'number' ? { at: item, key: undefined } : item));
  const [only] = items;
  // One item without a value is asked as it was asked first.
  if (items.length === 1 && only && only.key === undefined && read.kind === 'values' && !apart.facts) {
    const wanted = explicit || read.wrong || read.linked || /^\s*(?:la|el|n[uú]mero)?\s*\S+\s*$/i.test(text);
    return wanted ? { key: itemKey(sheet.codes[only.at - 1]) } : undefined;
  }
  const changes = items.map(({ at, key }) => ({ key: itemKey(sheet.codes[at - 1]), value: key ?? '' }));
  const all = items.every(({ key }) => key !== undefined) ? many(changes) : undefined;
  if (all) return { ...all, ...beside };
  return { key: changes[0]?.key ?? '', unclear: changes.map(({ key }) => key), ...beside };
}

const mostParts = 60;

/** "El 4 fue 2 y eran 8 bebés": the parts that name no item and tell of the moment are its facts. */
function factsApart(c: ThreadContext, text: string): { items: string; facts: Record<string, AnswerValue> | undefined } {
  const parts = text.split(/(\s+y\s+|[,;.\n]+\s*(?:y\s+)?)/i);
  // Nobody corrects a sheet in so many parts.
  if (parts.length > mostParts) return { items: text, facts: undefined };
  const told = parts.map((part, i) => {
    const names = i % 2 === 1 || /\b(?:la|el|las|los|del?) \d{1,2}\b|^[\d\s]*$/i.test(part);
    const facts = names || i === 0 ? {} : readFacts(part, momentFacts, c);
    return Object.keys(facts).length ? facts : undefined;
  });
  const facts = Object.assign({}, ...told.filter((one) => one !== undefined)) as Record<string, AnswerValue>;
  const kept = parts.filter((_, i) => told[i] === undefined && !(i % 2 === 1 && told[i + 1] !== undefined));
  return Object.keys(facts).length ? { items: kept.join(''), facts } : { items: text, facts: undefined };
}

/** "La 10 es 3" of nine. */
function isBeyond(text: string, count: number): boolean {
  const named = [...plain(text).matchAll(/\b(?:la|el|reactivo|punto|pregunta) (\d{1,2}) (?:era|es|fue|seria|va|queda)\b/g)];
  return named.some(([, number]) => Number(number) > count || Number(number) < 1);
}

const many = ([first, ...also]: { key: string; value: string }[]): Correction | undefined =>
  first && { ...first, ...(also.length ? { also } : {}) };

/** Whether a sentence that is not said at a recap is about items, and not an answer to what is asked. */
function isToldHere(c: ThreadContext, sheet: Sheet, text: string, read: Exclude<ItemValues, { kind: 'none' }>): boolean {
  const question = questionAt(c);
  const isScale = question?.step.as === 'scale';
  const all = c.instrument?.instrument.items ?? [];
  const unrated = all.filter(({ code }) => c.thread.answers[itemKey(code)] === undefined);
  if (isScale && [unrated, all].some((items) => readItemsLine(text, items, c) !== undefined)) return false;
  if (read.linked) return true;
  if (!isScale || read.kind !== 'values') return false;
  // "La 3 casi siempre" may be the third option; "la 8, siempre" can only be the eighth item.
  const valued = read.items.filter(({ key }) => key !== undefined);
  const isKey = (at: number): boolean => (sheet.scales[0] ?? []).some(({ key }) => key === String(at));
  return valued.length === read.items.length && (valued.length > 1 || valued.some(({ at }) => !isKey(at)));
}

/** "Reconocí" is of «lo que le reconoció». */
const stems = (said: string): string[] =>
  said
    .split(' ')
    .filter((word) => word.length > 3)
    .map((word) => word.slice(0, 6));

/** A step of this flow by what it is called: "la meta", "el plazo". */
function labelled(c: ThreadContext, said: string): Correction | undefined {
  const flow = c.thread.frames.at(-1)?.flow;
  if (!flow || !said) return undefined;
  let best = { shared: 0, key: '' };
  for (const instruction of flowOf(c, flow).instructions) {
    if (instruction.op !== 'ask') continue;
    const label = c.bundle?.texts[`${flow}.${instruction.id}.label`] ?? '';
    const told = new Set(stems(said));
    const shared = stems(`${instruction.id} ${plain(label)}`).filter((stem) => told.has(stem)).length;
    if (shared > best.shared) best = { shared, key: instruction.id };
  }
  return best.shared > 0 ? { key: best.key } : undefined;
}

export function applyCorrection(c: ThreadContext, correction: Correction): void {
  const question = questionAt(c);
  if (correction.beyond) {
    const count = c.instrument?.instrument.items.length ?? 0;
    if (question) askAgain(c, question, c.text('casa.no-hay-punto', { count }));
    return;
  }
  if (correction.unclear) {
    const codes = correction.unclear.map((key) => key.slice(itemKey('').length));
    c.patchThread({ answers: { ...c.thread.answers, [askedFor]: codes, [toldBeside]: correction.facts ?? null } });
    if (question)
      askAgain(
        c,
        question,
        c.text('casa.como-quedan', {
          items: listed(
            c,
            codes.map((code) => numberOf(c, code)),
          ),
        }),
      );
    return;
  }
  if (correction.value === undefined && !correction.halves) {
    if (!correctAnswer(c, correction.key) && question) askAgain(c, question, c.text('casa.cual-corrijo'));
    return;
  }
  const { key, value, also = [] } = correction;
  const changes = [...(value === undefined ? [] : [{ key, value }]), ...also];
  const wasAnswered = changes.some(({ key }) => c.thread.answers[key] !== undefined);
  const { [askedFor]: _, [toldBeside]: before, ...answers } = c.thread.answers;
  const facts = { ...toldFacts(before), ...correction.facts };
  if (Object.keys(facts).length) answers[moment] = { ...toldFacts(answers[moment]), ...facts } as AnswerValue;
  c.patchThread({
    answers: { ...answers, ...Object.fromEntries(changes.map(({ key, value }) => [key, value])) },
    pending: null,
    misunderstood: 0,
  });
  if (correction.halves && question) return askHalf(c, question, changes, correction.halves);
  continueThread(c.draft, c.thread.id, {
    ...(Object.keys(facts).length ? {} : { brief: true as const }),
    lead: c.text(wasAnswered ? 'casa.corregido' : 'casa.anotado', {
      changes: sayJoined(
        c,
        changes.map(({ key, value }) => ({ at: numberOf(c, key.slice(itemKey('').length)), key: value })),
      ),
    }),
  });
}

/** "La 4 quedó en 3. ¿Y la 7?": only what was not understood. */
function askHalf(
  c: ThreadContext,
  question: AskedQuestion,
  changes: readonly { key: string; value: string }[],
  { unclear, lost, facts }: PartsRead,
): void {
  const at = (key: string): number => numberOf(c, key.slice(itemKey('').length));
  const said = sayJoined(
    c,
    changes.map(({ key, value }) => ({ at: at(key), key: value })),
  );
  const done = changes.length ? c.text('casa.corregido', { changes: said }) : c.text('casa.eso-si');
  const codes = unclear.map((number) => (c.instrument?.instrument.items ?? [])[number - 1]?.code ?? '');
  const answers = { ...c.thread.answers };
  // They were not shown yet: the next recap does.
  if (Object.keys(facts).length) answers[toldBeside] = facts;
  if (codes.length) answers[askedFor] = codes;
  c.patchThread({ answers });
  const rest = codes.length
    ? c.text('casa.falta-la-otra', { items: listed(c, unclear) })
    : c.text('casa.falta-lo-otro', { said: shortEcho(lost[0] ?? '') });
  askAgain(c, question, `${done} ${rest}`);
}

const numberOf = (c: ThreadContext, code: string): number =>
  (c.instrument?.instrument.items ?? goalItems(c)).findIndex((item) => item.code === code) + 1;

/** "la 2 quedó en 1 y la 9 en 3". */
export function sayJoined(c: ThreadContext, changes: readonly { at: number; key: string }[]): string {
  return joined(
    c,
    changes.map(({ at, key }, i) => c.text(i === 0 ? 'casa.quedo' : 'casa.quedo-otra', { number: at, key })),
  );
}

function listed(c: ThreadContext, numbers: readonly number[]): string {
  return joined(
    c,
    numbers.map((number) => c.text('casa.la-numero', { number })),
  );
}

function joined(c: ThreadContext, parts: readonly string[]): string {
  const before = parts.slice(0, -1).join(', ');
  return before === '' ? (parts.at(-1) ?? '') : c.text('casa.y-la-ultima', { before, last: parts.at(-1) ?? '' });
}
