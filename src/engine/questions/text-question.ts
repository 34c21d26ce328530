// Her own words, kept as they are; a proposal can be taken over instead.
import { listNamed } from '../../mentoring/lists.ts';
import { readStaffCommand } from '../answers/commands/staff-command.ts';
import { splitComing } from '../answers/told/coming-to.ts';
import { readNamedWords } from '../answers/told/named-words.ts';
import { putInstead, readSaidInstead } from '../answers/told/said-instead.ts';
import { readWhen } from '../answers/when/when.ts';
import { clipped, mostOfWords } from '../answers/words/clipped.ts';
import { isEmptyAnswer, tellingLines } from '../answers/words/empty-words.ts';
import { ownWords } from '../answers/words/own-words.ts';
import { spokenWords } from '../answers/words/phrase-book.ts';
import { joinFragment } from '../answers/words/sentence-parts.ts';
import { plain } from '../answers/words/text-forms.ts';
import { isPlainYesOrNo, readYesNo } from '../answers/yes-no/yes-no.ts';
import { timesBeside } from '../hearing/times-beside.ts';
import type { ThreadContext } from '../thread-context.ts';
import { vocabularyOf } from '../vocabulary-of.ts';
import { choiceOptions } from './choice-question.ts';
import type { AnswerInput, AnswerReading, AskedQuestion, QuestionReader } from './question-reader.ts';
import { namesOfStep, textKey } from './question-reader.ts';
import { whenContext } from './when-question.ts';

/** Told back before the next question, in one bubble with it. */
const longestShown = 140;
/** Flows whose words go into a plan, a record, or to a person. */
const keepsRecord = new Set(['plan-de-trabajo', 'observacion', 'reflexion', 'duda', 'sigo-duda']);
/** Flows in which her own words tell what happened. */
const tellsEvidence = new Set(['observacion', 'reflexion']);
const approving =
  /^(si |ok |va |pues |ps |me gusta |esta bien |esta bn |mejor |ay |ah |bueno |orale |sale )*(si|ok|va|sale|esa|ese|esa mera|ese mero|esa meta|esta|esta bien|esta muy bien|muy bien|esta perfecto|esta bn|me gusta|me parece bien|me parece|la que (usted|me) (dice|propone|propuso)|la propuesta|usar esa|uso esa|la suya|la de usted|asi esta bien|asi esta muy bien|(?:esta )?(?:muy )?bien asi|(?:usa|use|usemos|usamos|uso|pon|ponga|pongale|ponle|deja|deje|dejamos|toma|tome|tomo|agarro|anota|anote|quiero|prefiero|me quedo con|quedese con|vamos con) (?:esa|ese|la suya|la de usted|la tuya|su propuesta|la propuesta|esa propuesta|esa meta|la que (?:dice|propone|puso|pusiste)))( esa| ese| esa meta| esta bien| esta bn| la meta| mejor| nomas| mera| por favor| porfa| gracias)*$/;
/** "Usa esa": what is proposed, and no words of her own. */
const takesOver =
  /\b(?:usa|use|usemos|usamos|usar|uso|pon|ponga|toma|tome|anota|anote) (?:esa|ese|la suya|la tuya|la propuesta|su propuesta)\b/;
const atALoss =
  /^(pues |la verdad )?(no se|no sabria|quien sabe|ni idea|no tengo idea|no se que (poner|decir)|eh|mmm?|este)( pues| la verdad| maestra)?$/;

/** "Simón", "claro que sí": a yes that says nothing else. */
function agreesWith(c: ThreadContext, said: string): boolean {
  const vocabulary = vocabularyOf(c.program);
  if (!isPlainYesOrNo(said, vocabulary) || vocabulary.notConsent.has(spokenWords(said, vocabulary.abbreviations).join(' ')))
    return false;
  const yes = readYesNo(said, vocabulary);
  return yes.kind === 'understood' && yes.value;
}

/** Only how long it took: that is asked elsewhere. */
const onlyMinutes =
  /^(?:(?:si|ahora|ora|ahorita|fueron|fue|eran|como|unos|casi|duro|duramos|creo que|mas o menos) )*\d{1,3} ?(?:m|min|mins|minutos?|minutitos?|h|hrs?|horas?)(?: (?:nada mas|nomas|aprox|mas o menos|creo))*$/;
/** Steps that may be answered by a day alone. */
const mayBeDay = new Set(['siguiente', 'recursos']);
/** What stands on options that were beside a question: of an earlier bubble, where nothing stands to be chosen any more. */
const asideLabels = [
  'casa.es-mi-respuesta',
  'casa.es-idea',
  'casa.es-pregunta',
  'casa.es-back',
  'casa.es-later',
  'casa.es-help',
  'casa.es-otra-cosa',
  'casa.no-otra',
  'casa.si-es-correcto',
  'casa.dejarla-asi',
  'dudas.si-pasela',
  'dudas.no-la-pase',
];

/** A number alone, a mere yes, a day, or a command of the staff that a mentor copied from somewhere, tells nothing where words are asked for. */
function isNoText(c: ThreadContext, question: AskedQuestion, said: string): boolean {
  if (!keepsRecord.has(c.thread.flow)) return false;
  const vocabulary = vocabularyOf(c.program);
  const command = readStaffCommand(said, vocabulary);
  if (/^\d{1,4}$/.test(said.trim()) || onlyMinutes.test(said) || (command !== undefined && command.arg === undefined))
    return true;
  if (asideLabels.some((key) => plain(c.text(key)) === said)) return true;
  if (c.program.flows[c.thread.flow]?.about !== 'caregiver') return false;
  const agrees = isPlainYesOrNo(said, vocabulary) && readYesNo(said, vocabulary);
  if (agrees && agrees.kind === 'understood' && agrees.value) return !wellDone.test(said);
  return !mayBeDay.has(question.id) && isDayOnly(c, said);
}

/** Nothing but a day and its hour: "el jueves a las 10". */
function isDayOnly(c: ThreadContext, said: string): boolean {
  return (
    dayOnly.test(said) && said.split(' ').length <= longestDay && readWhen(said, whenContext(c, 'future')).kind === 'datetime'
  );
}

const longestDay = 8;
const dayOnly = /^(?:(?:mejor|que sea|para|pues) )*(?:el|este|hoy|manana|pasado|lunes|martes|miercoles|jueves|viernes)\b/;
/** "Bien", "perfecto" tell how it went. */
const wellDone = /\b(?:bien|bn|perfecto|perfecta|exacto|correcto|con gusto|encantada|contenta)\b/;

/** After a nudge, "a cinco niños, por lo menos" is what her sentence lacked; a sentence of its own stands instead of it. */
function joinedToFirst(text: string, question: AskedQuestion, c: ThreadContext): string | undefined {
  const { pending } = c.thread;
  const [first] = pending?.values ?? [];
  const nudged = pending?.values.length === 1 && pending.labels[0] === c.text('casa.dejarla-asi');
  if (!question.step.nudge || !nudged || typeof first !== 'string') return undefined;
  return joinFragment(first, text);
}

const saidAlready =
  /^(?:(?:pero|si|es que|pues|ps|eso|ay|mija) )*ya (?:se )?(?:lo|la|le|te|l) (?:lo |la )?(?:dije|puse|escribi|habia dicho|mencione)\b/;
const takesWith =
  /^\s*(?:(?:ah|ay|ok|pues|ps|ya|si|sí|bueno|va|entonces)[\s,]+)*(?:(?:me gusta|est[aá] bien|uso|usemos|se la compro|esa mera|esa|ese|me quedo con|ponga|pon|use)[\s,]*)(?:(?:la |esa |el |lo )?(?:que )?(?:usted|t[uú]|bot)? ?(?:dice[s]?|puso|propone|pone|propuso)?(?: est[aá] bien| me gusta)?[\s,]*)?(?:pero|nom[aá]s|nada m[aá]s|s[oó]lo)(?: que)?(?: sean?| con| en)? (\S.{0,60})$/iu;

/** "Esa está bien pero que sean 6", "pero con 3, no 4": the proposal with what she puts otherwise. */
function editedProposal(proposal: string, text: string): string | undefined {
  const change = takesWith.exec(text)?.[1]?.replace(/[\s.!]*(?:jaja\w*)?[\s.!]*$/iu, '');
  if (change === undefined) return undefined;
  const said = readSaidInstead(change);
  const put = said && putInstead(proposal, said);
  if (put !== undefined) return put;
  const [number, ...more] = change.match(/\d+/g) ?? [];
  const there = proposal.match(/\d+/g) ?? [];
  if (number !== undefined && more.length === 0 && there.length === 1) return proposal.replace(/\d+/, number);
  return `${proposal.replace(/[\s.]+$/, '')}; ${change}`;
}

/** "La meta es que...", where the goal is asked for: what she says it is. */
function namedHere(text: string, question: AskedQuestion, c: ThreadContext): string | undefined {
  if (!keepsRecord.has(c.thread.flow)) return undefined;
  return readNamedWords(text, [{ key: question.key, names: namesOfStep(question, c) }])?.words;
}

export const textQuestion: QuestionReader = {
  options: choiceOptions,
  bursts: true,
  read(input, question, c) {
    const times = input.optionId === undefined ? timesBeside(c, question.flow, input.text) : undefined;
    if (!times) return readWords(input, question, c);
    const { answers, told } = times;
    const [first] = c.thread.pending?.labels[0] === c.text('casa.dejarla-asi') ? c.thread.pending.values : [];
    if (times.words === '' && typeof first === 'string') return { kind: 'answer', value: first, with: answers, lead: told };
    const reading: AnswerReading = times.words === '' ? { kind: 'unclear' } : readWords({ text: times.words }, question, c);
    if (reading.kind === 'answer')
      return { ...reading, with: { ...reading.with, ...answers }, lead: [reading.lead, told].filter(Boolean).join(' ') };
    return reading.kind === 'explain'
      ? { ...reading, keep: { ...reading.keep, ...answers } }
      : { kind: 'amend', answers, words: told };
  },
};

function readWords(input: AnswerInput, question: AskedQuestion, c: ThreadContext): AnswerReading {
  const from = question.step['options-from'];
  const proposals = from ? listNamed(from)(c) : [];
  const options = choiceOptions(question, c);
  const said = plain(input.text);
  const chosen = options.find(
    ({ id, label }, index) => id === input.optionId || said === plain(label) || said === String(index + 1),
  );
  if (chosen) {
    const proposal = proposals.find(({ id }) => id === chosen.id);
    const own = c.program.texts[`${textKey(question)}.options.${chosen.id}`];
    const value = proposal?.text ?? (own === undefined ? chosen.label : own);
    return { kind: 'answer', value, with: { [`${question.key}:option`]: chosen.id } };
  }
  // "usa como base el plan de Rosa"
  const plan = proposals.find(
    ({ id, label }) =>
      id.startsWith('plan-') && said.length < 60 && /\bplan\b/.test(said) && said.includes(plain(label).split(' ').at(-1) ?? ' '),
  );
  if (plan) return { kind: 'answer', value: plan.text ?? '', with: { [`${question.key}:option`]: plan.id } };
  // After a nudge "sí, esa" is her own sentence, as it stands.
  const first = c.thread.pending?.labels[0] === c.text('casa.dejarla-asi') ? c.thread.pending.values[0] : undefined;
  if (typeof first === 'string' && approving.test(said) && /\bes[ea]\b/.test(said)) return { kind: 'answer', value: first };
  // "Esa está bien" takes the proposal over; "no sé" is not an answer.
  const [proposed] = proposals;
  if (proposed?.text !== undefined && (approving.test(said) || agreesWith(c, said)))
    return { kind: 'answer', value: proposed.text, with: { [`${question.key}:option`]: proposed.id } };
  const edited = proposed?.text === undefined ? undefined : editedProposal(proposed.text, input.text);
  if (edited !== undefined) {
    const lead = c.text('casa.quedo-asi', { said: clipped(edited, longestShown) });
    return { kind: 'answer', value: edited, lead, with: { [`${question.key}:option`]: null } };
  }
  // "Pero si ya le dije": what she wrote first stands.
  if (typeof first === 'string' && saidAlready.test(said)) return { kind: 'answer', value: first };
  if (atALoss.test(said) || isNoText(c, question, said) || (takesOver.test(said) && said.split(' ').length <= 5))
    return { kind: 'unclear' };
  const evidence = tellsEvidence.has(c.thread.flow) && question.step.nudge === undefined;
  // "Bien" and "tranquila" tell how somebody felt.
  const empty = isEmptyAnswer(input.text) && (question.id !== 'sintio' || /\bnada\b/.test(said));
  if (evidence && empty) {
    // Asked once more; then what she leaves empty stays empty.
    const asked = c.thread.answers[`${question.key}:vacia`] === true;
    if (asked && question.step.needed === 'optional') return { kind: 'answer', value: null };
    if (!asked)
      return {
        kind: 'explain',
        text: c.text(question.step.needed === 'optional' ? 'casa.algo-que-vio-o-saltar' : 'casa.algo-que-vio'),
        keep: { [`${question.key}:vacia`]: true },
      };
  }
  // "Nada" is no goal and no action.
  if (c.thread.flow === 'plan-de-trabajo' && question.step.needed === 'required' && isEmptyAnswer(input.text))
    return { kind: 'unclear' };
  const told = evidence ? tellingLines(input.text) : input.text;
  const agreed = c.thread.flow === 'plan-de-trabajo' ? splitComing(told).words : told;
  const text = (namedHere(agreed, question, c) ?? agreed).trim().replace(/\s*\n\s*/g, '\n');
  if (!/[\p{L}\p{N}]/u.test(text)) return { kind: 'unclear' };
  const most = question.step.max ?? mostOfWords;
  const joined = joinedToFirst(text, question, c);
  if (joined !== undefined && joined.length <= most)
    return {
      kind: 'answer',
      value: joined,
      lead: c.text('casa.quedo-asi', { said: clipped(ownWords(joined), longestShown) }),
      with: { [`${question.key}:option`]: null },
    };
  const value = clipped(text, most);
  return { kind: 'answer', value, with: { [`${question.key}:option`]: null } };
}
