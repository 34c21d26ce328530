// What she says beside the open question and what is done about it: thanks, anger, a question of hers, an answer taken back.
import type { Thread } from '../../domain/conversation.ts';
import type { MessageOption } from '../../domain/outbound-message.ts';
import { answerQuestion } from '../answer-question.ts';
import {
  askedParts,
  asksMeaning,
  asksToWait,
  cursesUs,
  givesThanks,
  isAngryAtUs,
  looksAsked,
  onlyAgrees,
  saysNothingYet,
  takenBack,
} from '../answers/told/heard-words.ts';
import { saysOneOf } from '../answers/words/said-phrases.ts';
import { plain } from '../answers/words/text-forms.ts';
import { askAgain, askAmong } from '../ask-question.ts';
import { correctAnswer, goBack } from '../change-answer.ts';
import { type AskedQuestion, textKey } from '../questions/question-reader.ts';
import { questionReaders, readAnswer } from '../questions/question-readers.ts';
import { questionAt } from '../run-thread.ts';
import { houseText, type ThreadContext, threadContext } from '../thread-context.ts';
import { activeThread, quietly, repeatQuestion } from '../threads.ts';
import type { TurnDraft } from '../turn-draft.ts';
import { vocabularyOf } from '../vocabulary-of.ts';
import { exactQuestion, knownQuestion } from './known-question.ts';

/** The same where her own words are asked for. */
export function heardCurse(draft: TurnDraft, text: string): boolean {
  return cursesUs(text) && heardKindly(draft, text);
}

/** Thanks get thanks and anger a kind word: no question of ours after either. */
export function heardKindly(draft: TurnDraft, text: string, onlyAnger = false): boolean {
  if (isAngryAtUs(text)) {
    draft.say({ kind: 'answer', text: houseText(draft, 'casa.enojo') });
    return true;
  }
  if (onlyAnger || !givesThanks(text, vocabularyOf(draft.program))) return false;
  draft.say({ kind: 'answer', text: houseText(draft, 'casa.gracias') });
  return true;
}

const wondersWhy = /\b(?:para que|por que)\b/;

/** A question of hers that the open one cannot use: why we ask, or the answer that is known. */
export function answersAsked(draft: TurnDraft, c: ThreadContext, question: AskedQuestion, text: string): boolean {
  const vocabulary = vocabularyOf(draft.program);
  if (!looksAsked(text, vocabulary)) return false;
  const [whole = ''] = askedParts(text, vocabulary).slice(-1);
  const why = `${textKey(question)}.why`;
  if (whole.split(' ').length <= 6 && wondersWhy.test(whole) && (c.bundle?.texts[why] ?? c.program.texts[why]) !== undefined) {
    askAgain(c, question, c.text(why));
    return true;
  }
  const known = knownQuestion(draft.program, text);
  if (!known) return false;
  draft.say({ kind: 'answer', text: known.answer });
  repeatQuestion(draft);
  return true;
}

/** "Sale", after something that we told her, where a choice is open that it cannot make: our question once more, or a word where it may rest. */
export function agreesOnly(draft: TurnDraft, question: AskedQuestion, text: string): boolean {
  if (question.flow === 'menu' && saysNothingMore(text)) {
    draft.say({ kind: 'statement', text: houseText(draft, 'casa.luego-libre') });
    return true;
  }
  if (question.step.as !== 'choice' || !onlyAgrees(text, vocabularyOf(draft.program))) return false;
  const first = question.flow === 'menu' && plainYes.test(plain(text)) ? offered(draft, question)[0] : undefined;
  if (first) offerOne(draft, question, first);
  else if (question.step.rests) draft.say({ kind: 'statement', text: houseText(draft, 'casa.luego-libre') });
  else repeatQuestion(draft);
  return true;
}

/** "No gracias", "sería todo", where nothing is being asked. */
export const saysNothingMore = (text: string): boolean => nothingMore.test(plain(text));

const nothingMore =
  /^(?:(?:ok|no|ya|pues|por ahora|por el momento|ahorita|hoy) )*(?:no|no gracias|nada|nada mas|nada gracias|es todo|seria todo|eso es todo|ya es todo|ahorita no|por ahora no|ninguna|ninguno)(?: (?:gracias|por ahora|por hoy|mija|senorita|maestra|muchas gracias))*$/;

/** "Sí" to the menu: to the first thing on it, most likely, and asked. "Ok" and "sale" only hear us. */
const plainYes = /^(?:si|sip|si ya|ya|claro|claro que si|si claro|si porfa|si por favor)$/;

function offered(draft: TurnDraft, question: AskedQuestion): MessageOption[] {
  return questionReaders[question.step.as].options(question, threadContext(draft, activeThread(draft)?.id));
}

function offerOne(draft: TurnDraft, question: AskedQuestion, { id, label }: MessageOption): void {
  const c = threadContext(draft, activeThread(draft)?.id);
  const labels = [c.text('casa.si'), c.text('casa.no-otra')];
  askAmong(c, question, c.text('casa.quiso-decir-una', { option: label }), labels);
  c.patchThread({ pending: { values: [id], labels } });
}

/** In words; a longer message tells more than that. */
const mostOfIllness = 14;

/** She asks for a moment, tells that she was ill, or asks what something means: heard, and the question stays. */
export function heardOfHer(draft: TurnDraft, thread: Thread, text: string): boolean {
  const c = threadContext(draft, thread.id);
  if (asksMeaning(text)) {
    const question = questionAt(c);
    const help = question && `${textKey(question)}.help`;
    if (help === undefined || (c.bundle?.texts[help] ?? c.program.texts[help]) === undefined) return false;
    draft.say({ kind: 'answer', text: c.text(help) });
    repeatQuestion(draft);
    return true;
  }
  if (!thread.pending && saysNothingYet(text)) {
    draft.say({ kind: 'statement', text: houseText(draft, 'casa.no-se-preocupe') });
    return true;
  }
  if (asksToWait(text)) {
    draft.say({ kind: 'statement', text: houseText(draft, 'casa.con-calma') });
    return true;
  }
  // A date keeps what was proposed: the question says its own word.
  const ill = saysOneOf(c.program.synonyms['casa.dolencia.options.enferma'] ?? [], text);
  if (questionAt(c)?.step.as === 'when' || !ill) return false;
  draft.say({ kind: 'statement', text: houseText(draft, 'casa.pena') });
  if (text.split(' ').length > mostOfIllness) return false;
  repeatQuestion(draft);
  return true;
}

const lasted = /\b\d{1,3} ?(?:m|min|mins|minutos|minutitos)\b/;

/** "Perdón, no había podido, sí la hice el viernes". */
const held =
  /\b(?:(?:si|ya) (?:la|lo) (?:hice|observe|vi|hicimos)|(?:la|lo) (?:hice|observe|vi) (?:el|ayer|hoy|antier|la semana)|(?:si|ya) (?:la )?platicamos)\b/;
const talked = /\b(?:si|ya) (?:la )?platicamos\b/;
const observed = /\b(?:observ\w+|(?:la|lo) (?:hice|vi|hicimos)|mire)\b/;
const notDone =
  /\b(?:no|todavia no|aun no) (?:la|lo) (?:hice|observe|vi|he|hicimos)\b|\b(?:casi|luego|despues) (?:la|lo) (?:hice|hago)\b/;

const notHeldWords: readonly (readonly [string, RegExp])[] = [
  [
    'se-movio',
    /\b(?:la movimos|se movio|se recorrio|se cambio|la cambiamos|la pasamos|la recorrimos|(?:la )?(?:quiero|queremos|vamos a|voy a|hay que|podemos|quisiera) (?:pasar|mover|cambiar|recorrer)(?:la)?)\b/,
  ],
  ['no-se-pudo', /\b(?:no se pudo|no se hizo|no pude|no pudimos|no alcance|no alcanzamos|no hubo (?:chance|tiempo|modo))\b/],
  [
    'todavia-no',
    /\b(?:(?:todavia|aun) no(?=(?: (?:la|lo|le|nos|hemos|he|se|me))*(?: (?:hago|hice|hecho|hacemos|hicimos|observo|observado|observe|veo|visto|vi|platico|platicamos|platicado|toca|puedo|podemos|pudimos))?(?: (?:senorita|maestra|miss|mija|pero|porque|xq|por)\b|$))|no la he|no lo he|no la hago|no la hice|no hemos|no platicamos)\b/,
  ],
];

/** "Sí, no se pudo, pero la quiero pasar al jueves", "no, todavía no la hago": no session took place, whatever yes stands before it. */
export function saysNotHeld(draft: TurnDraft, thread: Thread, text: string): boolean {
  const c = threadContext(draft, thread.id);
  const question = questionAt(c);
  const said = plain(text);
  const [optionId] = notHeldWords.find(([, pattern]) => pattern.test(said)) ?? [];
  // "Ya platicamos" tells of the talk, where the observation is asked about.
  const onlyTalked = thread.flow === 'observacion' && talked.test(said) && !observed.test(said);
  if (question?.id === 'hecha' && held.test(said) && !notDone.test(said) && !onlyTalked && !thread.pending)
    return answerQuestion(draft, thread, { text, optionId: 'si' });
  // With its minutes it took place, whatever else did not.
  if (lasted.test(said)) return false;
  if (optionId === undefined || !question || thread.answers.guardada !== undefined) return false;
  if (question.id === 'hecha') {
    const offered = question.step.options?.includes(optionId) === true;
    return offered && answerQuestion(draft, thread, { text, optionId });
  }
  if (question.step.as !== 'facts' || !String(thread.answers.hecha ?? '').startsWith('si')) return false;
  if (!quietly(draft, () => correctAnswer(c, 'hecha'))) return false;
  draft.patchThread(thread.id, { returnTo: null });
  return answerQuestion(draft, draft.get('thread', thread.id) ?? thread, { text, optionId });
}

const closed = new Set(['choice', 'yes-no', 'phone-moments', 'minutes', 'when', 'scale', 'facts']);

/** "Ay no, espere, voy como a la mitad": said right after an answer, it is that answer that changes. */
export function correctsLast(draft: TurnDraft, thread: Thread, text: string): boolean {
  const said = takenBack(text);
  const last = thread.history.at(-1);
  if (said === undefined || !last || thread.pending || thread.returnTo) return false;
  const c = threadContext(draft, thread.id);
  const question = questionAt(c);
  const before = questionAt(c, last.frames, last.current);
  if (!question || !before || !closed.has(before.step.as)) return false;
  const reading = readAnswer(c, before, said);
  if (reading.kind !== 'answer') return false;
  const label = c.program.texts[`${textKey(before)}.label`] ?? '';
  const names = plain(label)
    .split(' ')
    .some((word) => word.length > 3 && plain(said).split(' ').includes(word));
  if (!names && readAnswer(c, question, said).kind === 'answer') return false;
  if (!quietly(draft, () => goBack(c))) return false;
  const option = questionReaders[before.step.as].options(before, c).find(({ id }) => id === reading.value)?.label;
  draft.say({ kind: 'statement', text: c.text('casa.corregido', { changes: option ?? said.slice(0, 60) }) });
  return answerQuestion(draft, draft.get('thread', thread.id) ?? thread, { text: said });
}

const seconds = 15;
const reserving =
  /^\s*(?:y |ah |oiga |bueno )*(?:pero|aunque|siempre y cuando|nom[aá]s que|nada m[aá]s que|solo que|s[oó]lo que|con tal|mientras)\b/iu;

/** "Ps sí", and in the next bubble "pero no le van a decir a la directora": no unconditional yes, so it is asked once more. */
export function reservesConsent(draft: TurnDraft, text: string): boolean {
  const thread = activeThread(draft);
  const { consent } = draft.person;
  const last = thread?.history.at(-1);
  if (!thread || !last || !consent?.given || !reserving.test(text)) return false;
  const c = threadContext(draft, thread.id);
  if (thread.flow !== 'bienvenida' || questionAt(c, last.frames, last.current)?.step.as !== 'consent') return false;
  if (Date.parse(draft.event.writtenAt) - Date.parse(consent.at) > seconds * 1000) return false;
  draft.put({ ...draft.person, consent: null });
  if (!quietly(draft, () => goBack(c))) return false;
  const asked = questionAt(c);
  const known = knownQuestion(draft.program, text);
  if (known) draft.say({ kind: 'answer', text: known.answer });
  if (known || !asked) repeatQuestion(draft);
  else askAgain(c, asked, c.text(`${textKey(asked)}.again`));
  return true;
}

/** Before she has agreed: what she wants to know first, and thanks or anger, without scolding her for a yes. */
export function answersBesideConsent(draft: TurnDraft, text: string): boolean {
  if (heardKindly(draft, text)) return true;
  const asks = looksAsked(text, vocabularyOf(draft.program));
  const known = asks ? knownQuestion(draft.program, text) : exactQuestion(draft.program, text);
  if (!known) return false;
  draft.say({ kind: 'answer', text: known.answer });
  repeatQuestion(draft);
  return true;
}
