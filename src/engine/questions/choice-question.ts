// One of several options: tapped, or typed by number, label, part of it or synonym.
import type { MessageOption } from '../../domain/outbound-message.ts';
import { listNamed } from '../../mentoring/lists.ts';
import { ownRoom } from '../../mentoring/room-name.ts';
import type { Vocabulary } from '../../program/vocabulary-schema.ts';
import { readChoice } from '../answers/choices/choice.ts';
import { readCommand } from '../answers/commands/command.ts';
import { readCaregiverName } from '../answers/people/caregiver-name.ts';
import { isGroupRoom, readRoom } from '../answers/people/room-words.ts';
import { readCourseStatus, saysDoneAndNot } from '../answers/told/course-told.ts';
import { givesReason, optionOfReason, readNotHeldReason } from '../answers/told/reason.ts';
import { readReport } from '../answers/told/report.ts';
import { readWhen, type WhenContext } from '../answers/when/when.ts';
import { agreesInSoundOnly } from '../answers/words/agreed-words.ts';
import { findPhrases, spokenWords } from '../answers/words/phrase-book.ts';
import { plain } from '../answers/words/text-forms.ts';
import { reportedAnswer, saysExplainedAndAgreed, surelyAccepted } from '../answers/yes-no/accepted-words.ts';
import { readYesNo } from '../answers/yes-no/yes-no.ts';
import type { ThreadContext } from '../thread-context.ts';
import { vocabularyOf } from '../vocabulary-of.ts';
import { readItemsInProse } from './items-in-prose.ts';
import {
  type AnswerInput,
  type AnswerReading,
  type AskedQuestion,
  namedOptions,
  type QuestionReader,
  synonymsOf,
} from './question-reader.ts';

export function choiceOptions(question: AskedQuestion, c: ThreadContext): MessageOption[] {
  const from = question.step['options-from'];
  const listed = from ? listNamed(from)(c).map(({ id, label }) => ({ id, label })) : [];
  return [...listed, ...namedOptions(question, c)];
}

/** "No se pudo", "se movió para el jueves": read before any yes, since the sentence may hold one. */
function toldOption(
  text: string,
  options: readonly MessageOption[],
  vocabulary: Vocabulary,
  today: WhenContext,
): string | undefined {
  const report = readReport(text, vocabulary);
  const id = report?.what === 'moved' ? 'se-movio' : report?.what === 'notHeld' ? 'no-se-pudo' : undefined;
  const told = id ?? (report ? undefined : putElsewhere(text, today));
  return options.some((option) => option.id === told) ? told : undefined;
}

const another = /\b(?:mejor|hasta|la dejamos|lo dejamos|la hacemos|lo hacemos|la paso|la cambio|sera|seria)\b/;

/** "Ay no, se me juntó todo, mejor mañana a las 10": another day to come, with or without why. */
function putElsewhere(text: string, c: WhenContext): string | undefined {
  const said = plain(text);
  if (/[?¿]/.test(text) || !another.test(said)) return undefined;
  const when = readWhen(text, c);
  const ahead = (when.kind === 'date' && when.date > c.now.date) || when.kind === 'datetime';
  if (!ahead) return undefined;
  return givesReason(text) ? 'no-se-pudo' : 'se-movio';
}

/** "Ps sí pero nomás 10 min": with its minutes it was held, whatever she adds. */
const heldWithMinutes = (text: string): boolean =>
  /^(?:(?:ps|pues|ay|ah|bueno|ok|oiga|pos|hola) )*(?:si+|sip|simon|ya) (?!no\b).*\b\d{1,3} ?(?:m|min|mins|minutos?|minutitos?)\b/.test(
    plain(text),
  ) && !/\bno se (?:pudo|hizo)\b|[?¿]/.test(text);

/** "Sí, 20 min" among several ways of yes: the plain one, since the facts are read apart. */
function yesOption(text: string, options: readonly MessageOption[], vocabulary: Vocabulary): string | undefined {
  if (agreesInSoundOnly(text)) return undefined;
  const [first = ''] = text.split(/[,.;\n]/);
  const yes = [text, first, first.trim().split(/\s+/)[0] ?? '']
    .map((part) => readYesNo(part, vocabulary))
    .find(({ kind }) => kind === 'understood');
  if (!heldWithMinutes(text) && (yes?.kind !== 'understood' || !yes.value)) return undefined;
  return (options.find(({ id }) => id === 'si') ?? options.find(({ id }) => id.startsWith('si-')))?.id;
}

/** A room by any of its names; one that no list knows is asked about once, and kept as she calls it. */
function readRoomAnswer(text: string, options: readonly MessageOption[], c: ThreadContext): AnswerReading | undefined {
  const { rooms } = c.program.programme;
  const byPlace = readChoice(text, options, vocabularyOf(c.program));
  const reading = readRoom(text, rooms);
  if (reading.kind === 'none' || /^\s*\S{1,2}\s*$/.test(text)) return undefined;
  if (reading.kind === 'other') {
    if (byPlace.kind !== 'unclear' && !isGroupRoom(reading.name)) return undefined;
    if (readCaregiverName(reading.name, c.caregivers).kind === 'understood') return undefined;
    const groups = ['infants', 'toddlers'] as const;
    return {
      kind: 'candidates',
      values: groups.map((group) => ownRoom(group, reading.name)),
      labels: groups.map((group) => c.text(`ubicacion.de-${group}`)),
      text: c.text('ubicacion.otra-sala', { said: reading.name }),
    };
  }
  const [only] = reading.ids;
  if (only !== undefined && reading.ids.length === 1 && !/[?¿]/.test(text) && !/\b(?:no|ni)\b/i.test(text))
    return { kind: 'answer', value: only };
  const labels = reading.ids.map((id) => rooms.find((room) => room.id === id)?.name ?? '');
  return { kind: 'candidates', values: reading.ids, labels };
}

const intends = /\b(?:quiero|quisiera|voy a|vamos|empiezo|empe[cz]\w+|comien\w+|ocupo|necesito|me toca)\b/;
const ofHerYes =
  /\b(?:acept\w+|quis[oe]\w*|quiere\w*|dij[oe]\w*|expli[qk]\w+|platique|comente|todavia|aun|no|anim\w+|entra\w*|late|latio|acuerdo|gust\w+|encant\w+|particip\w+|falta)\b/;

/** "Quiero empezar con ella, la voy a ver ahorita": what the mentor is about to do says nothing of the caregiver's yes. */
const onlyIntends = (text: string): boolean => intends.test(plain(text)) && !ofHerYes.test(plain(text));

const mereYes = /^(?:si+|sip|claro|claro que si|ok|va|sale|aja|por supuesto)$/;

/** Not yet told, or not willing? */
const mereNo = /^(?:no+|nop|nel|nones|no no|pues no|no gracias|no senorita|no maestra)$/;

export function readOption(
  input: AnswerInput,
  question: AskedQuestion,
  c: ThreadContext,
  options = choiceOptions(question, c),
): AnswerReading {
  if (input.optionId !== undefined) return { kind: 'answer', value: input.optionId };
  const room = question.step['options-from'] === 'rooms' ? readRoomAnswer(input.text, options, c) : undefined;
  if (room) return room;
  const named = question.step['options-from'] === 'shifts' ? c.program.programme.shifts : [];
  const prepared = options.map((option) => ({
    ...option,
    synonyms: named.find(({ id }) => id === option.id)?.aliases ?? synonymsOf(question, option.id, c),
  }));
  const vocabulary = vocabularyOf(c.program);
  // "Si me da tiempo" tells of nothing that was done.
  if (question.step.also && agreesInSoundOnly(input.text)) return { kind: 'unclear' };
  if (question.step.also) {
    const told =
      toldOption(input.text, options, vocabulary, { now: c.today, holidays: c.holidays, tense: 'future' }) ??
      (input.text.trim().includes(' ') ? yesOption(input.text, options, vocabulary) : undefined);
    if (told !== undefined) return { kind: 'answer', value: told };
  }
  const prose = question.id === 'listo' ? readItemsInProse(input.text, c) : undefined;
  if (prose) return { kind: 'answer', value: 'ya-mire', with: prose.given, lead: prose.words };
  if (question.id === 'explicado' && mereNo.test(plain(input.text))) {
    const values = ['todavia-no', 'no'];
    const labels = values.map((id) => options.find((option) => option.id === id)?.label ?? '');
    return { kind: 'candidates', values, labels, text: c.text('aceptacion.cual-no') };
  }
  const reported =
    question.id === 'explicado' ? saysExplainedAndAgreed(input.text) || reportedAnswer(input.text, vocabulary) : undefined;
  if (reported !== undefined) return { kind: 'answer', value: reported ? 'si' : 'no' };
  let reading = readChoice(input.text, prepared, vocabulary);
  const course = question.id === 'curso' && input.text.trim().includes(' ') ? readCourseStatus(input.text) : undefined;
  // "Sí" to how she gets on with the course says little.
  if (question.id === 'curso' && mereYes.test(plain(input.text))) {
    const label = options.find(({ id }) => id === 'terminado')?.label;
    if (label !== undefined) return { kind: 'candidates', values: ['terminado'], labels: [label] };
  }
  if (course && saysDoneAndNot(input.text)) return { kind: 'answer', value: course, lead: c.text('bienvenida.en-curso') };
  if (course && reading.kind !== 'understood') return { kind: 'answer', value: course };
  if (reading.kind === 'unclear' && question.step.also) {
    // "sí, 20 minutos, con notas": the choice is in the first words, the rest is read as facts.
    const [first = ''] = input.text.split(/[,.;\n]/);
    reading = readChoice(first.trim().split(/\s+/).slice(0, 5).join(' '), prepared, vocabulary);
    if (reading.kind === 'unclear') reading = readChoice(first.trim().split(/\s+/)[0] ?? '', prepared, vocabulary);
  }
  if (question.step.also && reading.kind !== 'understood') {
    const done = yesOption(input.text, options, vocabulary);
    if (done !== undefined) return { kind: 'answer', value: done };
  }
  if (reading.kind === 'understood' && question.id === 'explicado' && reading.value === 'si') {
    const [yes] = prepared.filter(({ id }) => id === 'si');
    if (!surelyAccepted(input.text, [yes?.label ?? '', ...(yes?.synonyms ?? [])], vocabulary))
      reading = { kind: 'doubtful', candidates: ['si', 'no'] };
  }
  if (reading.kind === 'understood') return { kind: 'answer', value: reading.value };
  if (reading.kind === 'unclear') return reading;
  if (question.id === 'explicado' && onlyIntends(input.text)) return { kind: 'unclear' };
  // "Ya le expliqué" says half of it.
  const offers = (id: string): boolean => reading.kind === 'doubtful' && reading.candidates.includes(id);
  const told = /\b(?:expli[qk]\w+|platique|le dije|le comente)\b/.test(plain(input.text)) || offers('no');
  const open = /\b(?:pero|aunque|pensar|piens\w+)\b/.test(plain(input.text));
  const half = question.id === 'explicado' && told && !open && offers('si') && !offers('todavia-no');
  const candidates = half ? ['si', 'no'] : reading.candidates;
  const labels = candidates.flatMap((id) => options.find((option) => option.id === id)?.label ?? []);
  return { kind: 'candidates', values: candidates, labels, ...(half ? { text: c.text('casa.y-acepto') } : {}) };
}

/** Why it was not held: a reason that stands on no option is another reason, not a misunderstanding. */
function readReason(input: AnswerInput, question: AskedQuestion, c: ThreadContext): AnswerReading {
  const reading = readOption(input, question, c);
  if (reading.kind === 'answer' || input.optionId !== undefined) return reading;
  if (!question.step.options?.includes(optionOfReason.other)) return reading;
  const vocabulary = vocabularyOf(c.program);
  const told = readNotHeldReason(input.text, vocabulary);
  if (told) return { kind: 'answer', value: optionOfReason[told] };
  const { dontKnow } = vocabulary;
  const list = spokenWords(input.text, vocabulary.abbreviations);
  const tells = list.length >= fewestOfReason && !/[?¿]/.test(input.text) && !findPhrases(list, dontKnow).length;
  return tells && !readCommand(input.text, vocabulary) ? { kind: 'answer', value: optionOfReason.other } : reading;
}

const fewestOfReason = 2;

export const choiceQuestion: QuestionReader = { options: choiceOptions, read: readReason };
