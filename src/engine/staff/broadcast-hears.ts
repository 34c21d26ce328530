// A sender at a question of her broadcast: what she says to the bot is told from what she writes for others; nothing goes out by a misreading.
import type { AnswerValue, Thread } from '../../domain/conversation.ts';
import { counted } from '../../mentoring/broadcast-draft.ts';
import { textsOf, withAudience, withBubble, withMessage } from '../../mentoring/broadcast-edits.ts';
import { answerQuestion, offerTold } from '../answer-question.ts';
import { asksOfBroadcast, mayBeNames, readAudienceWish, readBroadcastWish } from '../answers/commands/broadcast-wish.ts';
import { readCommand } from '../answers/commands/command.ts';
import {
  type DraftRemark,
  namesSending,
  perhapsForBot,
  readDraftRemark,
  saysDone,
  saysGo,
  saysHold,
} from '../answers/commands/draft-remark.ts';
import { readStaffCommand } from '../answers/commands/staff-command.ts';
import { readWhen } from '../answers/when/when.ts';
import { plain } from '../answers/words/text-forms.ts';
import { readYesNo } from '../answers/yes-no/yes-no.ts';
import { asidePrefix } from '../asides.ts';
import { askAmong } from '../ask-question.ts';
import { answersByLabel } from '../hearing/read-message.ts';
import type { AskedQuestion } from '../questions/question-reader.ts';
import { whenContext } from '../questions/when-question.ts';
import { questionAt } from '../run-thread.ts';
import { houseText, type ThreadContext, threadContext } from '../thread-context.ts';
import { dropThread, openThread } from '../threads.ts';
import type { TurnDraft } from '../turn-draft.ts';
import { vocabularyOf } from '../vocabulary-of.ts';
import { answersFor, askAgainAt, heeds, heedsRewrite, reopen } from './broadcast-remarks.ts';

/** The whole wish in one sentence: to whom and what are taken over, and the rest is asked. */
export function openBroadcast(draft: TurnDraft, text: string): void {
  const wish = readBroadcastWish(text);
  openThread(draft, 'difundir', {
    answers: {
      ...(wish?.audience ? answersFor(wish.audience) : {}),
      ...(wish?.text === undefined ? {} : withMessage({}, wish.text)),
      ...(wish?.tip === undefined ? {} : { 'mensaje:1': 'consejo', ...(wish.tip === '' ? {} : { 'busca:1': wish.tip }) }),
    },
  });
}

/** True where her words were for the bot; what is left is an answer to the open question, or a command. */
export function hearsAtBroadcast(draft: TurnDraft, thread: Thread | undefined, text: string): boolean {
  if (thread?.flow !== 'difundir' || !thread.waitingFor) return false;
  const c = threadContext(draft, thread.id);
  const question = questionAt(c);
  if (!question || isCommand(draft, text)) return false;
  if (forgets.test(plain(text)) && question.id !== 'confirmar') {
    dropThread(draft, thread.id);
    draft.say({ kind: 'answer', text: houseText(draft, 'difundir.cancelada') });
    return true;
  }
  if (thread.pending && question.id !== 'cuando') return hearsPending(c, text);
  switch (question.id) {
    case 'mensaje':
    case 'otro':
      return hearsWhileWriting(c, question, text);
    case 'confirmar':
      return hearsAtEnd(c, question, text);
    case 'que':
      return hearsWhatToCorrect(c, text);
    case 'a-quien':
      return hearsAudience(c, text);
    case 'nombres':
      return hearsNames(c, question, text);
    case 'cuando':
      if (leaves.test(plain(text))) {
        dropThread(draft, thread.id);
        draft.say({ kind: 'answer', text: houseText(draft, 'difundir.cancelada') });
        return true;
      }
      if (!saysHold(text) && !/^(?:no|ya no)(?: gracias)?$/.test(plain(text))) return false;
      if (thread.pending && plain(text) === 'no') return false;
      notSent(draft);
      reopen(c, withBubble(thread.answers, undefined), true);
      return true;
    default:
      if (!saysHold(text) || plain(text).split(' ').length > 4) return false;
      return askAgainAt(c, question, 'difundir.la-espero');
  }
}

const passing = new Set<string>(['help', 'back', 'menu', 'restart']);

function isCommand(draft: TurnDraft, text: string): boolean {
  const vocabulary = vocabularyOf(draft.program);
  const command = readCommand(text, vocabulary);
  const staff = readStaffCommand(text, vocabulary);
  // "Me equivoqué, es a las 5" is more than a step back.
  const says = command?.command === 'back' && /\d/.test(text);
  return (staff !== undefined && staff.arg === undefined) || (command?.exact === true && !says && passing.has(command.command));
}

const notSent = (draft: TurnDraft): void => void draft.say({ kind: 'answer', text: houseText(draft, 'difundir.no-programe') });

/** "¿Va en el mensaje?": a yes, a no, or something else said instead. */
function hearsPending(c: ThreadContext, text: string): boolean {
  const { draft, thread } = c;
  const yes = readYesNo(text, vocabularyOf(c.program));
  const label = thread.pending?.labels.findIndex((one) => plain(one) === plain(text)) ?? -1;
  const place = label >= 0 ? label : yes.kind === 'understood' ? (yes.value ? 0 : 1) : -1;
  if (place >= 0 && thread.pending?.labels.length === 2)
    return answerQuestion(draft, thread, { text, optionId: `posible-${place}` });
  draft.patchThread(thread.id, { pending: null });
  return hearsAtBroadcast(draft, draft.get('thread', thread.id), text);
}

function hearsWhileWriting(c: ThreadContext, question: AskedQuestion, text: string): boolean {
  const { draft, thread } = c;
  if (isOption(c, question, text) || leaves.test(plain(text))) return false;
  const isFirst = question.id === 'mensaje';
  if (!isFirst && saysDone(text)) return answerQuestion(draft, thread, { text, optionId: 'listo' });
  const when = readWhen(text, whenContext(c, 'future'));
  if (!isFirst && when.kind !== 'none' && namesSending(text) && plain(text).split(' ').length <= 9) {
    answerQuestion(draft, thread, { text, optionId: 'listo' });
    const now = draft.get('thread', thread.id);
    return now ? hearsAtBroadcast(draft, now, text) : true;
  }
  const remark = readDraftRemark(text, textsOf(thread.answers));
  if (remark && isPlain(remark, text, isFirst)) return heeds(c, question, remark);
  const asks = asksOfBroadcast(text) || readBroadcastWish(text)?.audience !== undefined;
  if (!asks && (!perhapsForBot(text) || (isFirst && /^(?:si|ya|como|que|esta)\b/.test(plain(text))))) return false;
  // Doubtful words would be read by everybody.
  const labels = [c.text('difundir.va-en-el-mensaje'), c.text('difundir.no-va')];
  askAmong(c, question, c.text('difundir.para-el-mensaje', { said: text.trim().slice(0, 80) }), labels);
  c.patchThread({ pending: { values: [{ text: text.trim() }, `${asidePrefix}mensaje`] as AnswerValue[], labels } });
  return true;
}

/** Surely said to the bot, also where any words could be the message. */
function isPlain(remark: DraftRemark, text: string, isFirst: boolean): boolean {
  const count = plain(text).split(' ').length;
  switch (remark.kind) {
    case 'drop':
    case 'replace':
    case 'noName':
      return !isFirst;
    case 'hold':
      return count <= 4;
    case 'audience':
      return remark.wish !== undefined && /^(?:no|mejor|espera|perdon)\b/.test(plain(text));
    case 'rewrite':
      return !isFirst && (remark.text !== undefined || count <= 3);
    case 'add':
      return !isFirst && /^(?:y )?(?:agreg|anad|pon(?:le|gale))/.test(plain(text));
    default:
      return false;
  }
}

/** Nothing of it is wanted any more. */
const forgets =
  /^(?:(?:no|mejor|ya|ay|ok|bueno) )*(?:olvid[ae]\w*|dej[ae]lo(?: asi)?|nada|ya no (?:quiero|voy a) (?:mandar|enviar)(?: nada)?|no (?:mandes|mande|envies|envie) nada)(?: por ?favor| porfa| gracias)*$/;
const leaves = /^(?:mejor )?(?:cancel\w+|salir)(?: por ?favor| porfa)?$/;

const isOption = (c: ThreadContext, question: AskedQuestion, text: string): boolean => {
  const said = plain(text);
  return (question.step.options ?? []).some((id) => {
    const names = c.program.synonyms[`${question.flow}.${question.id}.options.${id}`] ?? [];
    return said === plain(c.text(`${question.flow}.${question.id}.options.${id}`)) || names.includes(said);
  });
};

function hearsAtEnd(c: ThreadContext, question: AskedQuestion, text: string): boolean {
  const { draft, thread } = c;
  if (/^[1-5]$/.test(plain(text))) return false;
  if (answersByLabel(draft, thread, text)) return true;
  if (/^(?:(?:no|ya no|cancel\w+|mejor (?:no|ya no|nada|cancel\w+)|olvid\w+|dejalo asi|nada) ?)+$/.test(plain(text)))
    return answerQuestion(draft, thread, { text, optionId: 'cancelar' });
  const told = readDraftRemark(text, textsOf(thread.answers));
  if (told && (told.kind === 'preview' || told.kind === 'except' || (told.kind === 'who' && !asksOfBroadcast(text))))
    return heeds(c, question, told);
  const wish = readBroadcastWish(text);
  // How another one went, or another wish altogether: both leave this one unsent.
  if (asksOfBroadcast(text) || (wish?.audience && wish.text !== undefined)) return false;
  const remark = readDraftRemark(text, textsOf(thread.answers));
  if (remark && remark.kind !== 'hold' && remark.kind !== 'later') return heeds(c, question, remark);
  if (remark?.kind === 'later') return schedule(c, text, false);
  // Words with a place for the name are the message, written anew.
  if (/\(nombre\)/iu.test(text)) return heedsRewrite(c, text.trim());
  const when = readWhen(text, whenContext(c, 'future'));
  const short = plain(text).split(' ').length <= 6;
  const nowWord = /\b(?:ahorita|ahora|ya)\b/.test(plain(text));
  if (when.kind !== 'none' && !(nowWord && when.kind === 'ambiguous') && (short || namesSending(text)))
    return schedule(c, text, true);
  if (remark?.kind === 'hold') return askAgainAt(c, question, 'difundir.sin-mandar');
  if (saysGo(text)) return answerQuestion(draft, thread, { text, optionId: 'ahora' });
  return askAgainAt(c, question, nowWord && short ? 'difundir.sin-mandar' : 'difundir.no-entendi-y-no-mande');
}

/** Told back and confirmed before anything is ordered; an hour without its day is the next such hour. */
function schedule(c: ThreadContext, text: string, told: boolean): true {
  const { draft, thread } = c;
  const when = readWhen(text, whenContext(c, 'future'));
  answerQuestion(draft, thread, { text, optionId: 'programar' });
  const said = when.kind === 'time' ? `${when.time > c.today.time ? 'hoy' : 'mañana'} a las ${when.time}` : text;
  if (told) offerTold(draft, said, true);
  return true;
}

function hearsWhatToCorrect(c: ThreadContext, text: string): boolean {
  const { draft, thread } = c;
  const said = plain(text);
  if (answersByLabel(draft, thread, text)) return true;
  if (saysDone(text) || saysGo(text) || saysHold(text) || /^(?:nada|no|ninguno|ninguna|asi)$/.test(said)) {
    reopen(c, withBubble(thread.answers, undefined), true);
    return true;
  }
  const question = questionAt(c);
  const remark = readDraftRemark(text, textsOf(thread.answers));
  if (question && remark && remark.kind !== 'rewrite') return heeds(c, question, remark);
  if (remark?.kind === 'rewrite' && remark.text === undefined) return heedsRewrite(c, undefined);
  if (said.split(' ').length < 4 && remark === undefined) return false;
  // Shown before it is sent, so that what she writes here may be taken for the message.
  return heedsRewrite(c, remark?.kind === 'rewrite' ? remark.text : text.trim());
}

function hearsAudience(c: ThreadContext, text: string): boolean {
  if (/^[1-4]$/.test(plain(text))) return false;
  if (answersByLabel(c.draft, c.thread, text)) return true;
  const list = /[,]|\s[ye]\s/.test(text) && plain(text).split(' ').length <= 12 ? readAudienceWish(`a ${text}`) : undefined;
  const wish = readAudienceWish(text) ?? list;
  if (!wish) return false;
  reopen(c, withAudience(c.thread.answers, answersFor(wish)));
  return true;
}

const noMore =
  /^(?:no|nadie(?: mas)?|ningun[ao](?: mas)?|solo (?:ell|es)as?|nada mas(?: ellas| esas)?|nomas(?: ellas| esas)?|asi(?: esta bien)?|sin ellas?|quitala|olvidala|dejala fuera)$/;

/** Those who were found stay; a remark or a question of hers is no name. */
function hearsNames(c: ThreadContext, question: AskedQuestion, text: string): boolean {
  const { draft, thread } = c;
  if (leaves.test(plain(text))) return false;
  const wish = readAudienceWish(text);
  if (wish && wish.option !== 'lista') {
    reopen(c, withAudience(thread.answers, answersFor(wish)));
    return true;
  }
  const known = counted(c);
  const found = known && known.unknown.length > 0 ? known.names : [];
  if (found.length > 0 && noMore.test(plain(text))) return answerQuestion(draft, thread, { text: found.join(', ') });
  if (saysHold(text) && plain(text).split(' ').length <= 4) return askAgainAt(c, question, 'difundir.la-espero');
  if (!mayBeNames(text)) return askAgainAt(c, question, 'difundir.nombres.again');
  return answerQuestion(draft, thread, { text: [...found, text.trim()].join(', ') });
}
