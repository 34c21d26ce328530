// What a mentor writes right after a message for many: to its sender where it is for her, asked where it may be, else an answer as ever.
import type { ReceivedBroadcast } from '../../domain/broadcast.ts';
import type { EventContent } from '../../domain/inbound-event.ts';
import { opaqueId } from '../../domain/opaque-id.ts';
import { localMoment } from '../../mentoring/local-time.ts';
import { readCommand } from '../answers/commands/command.ts';
import { readReport } from '../answers/told/report.ts';
import { plain } from '../answers/words/text-forms.ts';
import { isPlainYesOrNo } from '../answers/yes-no/yes-no.ts';
import { isGreeting } from '../hearing/greet.ts';
import { asSaid } from '../hearing/left-out-names.ts';
import { hasConsent, readMessage } from '../hearing/read-message.ts';
import { synonymsOf } from '../questions/question-reader.ts';
import { questionReaders } from '../questions/question-readers.ts';
import { questionAt } from '../run-thread.ts';
import { harmIn } from '../safety/safeguarding.ts';
import { houseText, threadContext } from '../thread-context.ts';
import { activeThread, repeatQuestion, rests } from '../threads.ts';
import type { TurnDraft } from '../turn-draft.ts';
import { vocabularyOf } from '../vocabulary-of.ts';
import { isMereThanks, newestReceived, passOn } from './broadcast-receiver.ts';

const longestReply = 10;
const surely =
  /\b(?:confirm\w+|(?:ahi|alli|alla) (?:estare|estaremos|nos vemos|voy a estar|andare)|asistire|cuente conmigo|cuenten conmigo|enterad[ao]|licenciada|lic)\b/;
const perhaps =
  /\b(?:si (?:voy|ire|asisto|puedo|estare)|no (?:podre|voy a poder|asistire|ire|alcanzo)|yo (?:si|no|tambien)|recibido)\b/;

/** True where her words are for the sender, or she was asked whether they are. */
export function hearsReply(draft: TurnDraft, text: string): boolean {
  const { replyAsked } = draft.conversation;
  if (replyAsked) {
    draft.converse({ replyAsked: null });
    if (plain(text) === plain(yesLabel(draft, replyAsked.broadcast)) || isYes(draft, text)) return gives(draft, replyAsked);
    if (plain(text) === plain(houseText(draft, 'difundir.es-mi-respuesta')) || isNo(draft, text))
      return takesBack(draft, replyAsked.text);
    return false;
  }
  const broadcast = newestReceived(draft);
  if (!broadcast || !isNext(draft, broadcast) || harmIn(draft.program.safeguarding, asSaid(draft, text))) return false;
  draft.put({ ...broadcast, followed: true });
  switch (whose(draft, broadcast, text)) {
    case 'hers':
      return false;
    case 'sender':
      passOn(draft, broadcast, text);
      repeatQuestion(draft);
      return true;
    case 'doubtful':
      asks(draft, broadcast, text);
      return true;
  }
}

/** A tap on "¿es para…?", also where the platform tells only its place. */
export function tapsReply(draft: TurnDraft, { of, label, option }: Extract<EventContent, { kind: 'tap' }>): boolean {
  const { replyAsked } = draft.conversation;
  if (!replyAsked || of === undefined || (of !== replyAsked.messageId && of !== opaqueId(replyAsked.messageId))) return false;
  const yes = label === yesLabel(draft, replyAsked.broadcast) || (label === '' && option === 0);
  draft.converse({ replyAsked: null });
  return yes ? gives(draft, replyAsked) : takesBack(draft, replyAsked.text);
}

const isYes = (draft: TurnDraft, text: string): boolean =>
  /^si+\b/.test(plain(text)) && isPlainYesOrNo(text, vocabularyOf(draft.program));
const isNo = (draft: TurnDraft, text: string): boolean =>
  /^no\b/.test(plain(text)) && isPlainYesOrNo(text, vocabularyOf(draft.program));

function gives(draft: TurnDraft, { broadcast, text }: { broadcast: string; text: string }): true {
  const known = draft.get('receivedBroadcast', broadcast);
  if (known) passOn(draft, known, text);
  repeatQuestion(draft);
  return true;
}

function takesBack(draft: TurnDraft, text: string): true {
  readMessage(draft, text);
  return true;
}

/** It is the last thing that came to her, today; nothing was asked or said since. */
function isNext(draft: TurnDraft, { at, followed }: ReceivedBroadcast): boolean {
  const { lastHeardAt, burst } = draft.conversation;
  const thread = activeThread(draft);
  const since = (when: string | null | undefined): boolean => when !== null && when !== undefined && when > at;
  const isToday = localMoment(at, draft.centre.zone).date === draft.today.date;
  return !followed && isToday && hasConsent(draft) && !burst && !since(lastHeardAt) && !since(thread?.touchedAt);
}

function whose(draft: TurnDraft, { asks: isAsked }: ReceivedBroadcast, text: string): 'hers' | 'sender' | 'doubtful' {
  const said = plain(text);
  const count = said.split(' ').length;
  const vocabulary = vocabularyOf(draft.program);
  if (count > longestReply || /[?¿]/.test(text) || isGreeting(draft, text)) return 'hers';
  const thread = activeThread(draft);
  const c = threadContext(draft, thread?.id);
  const question = thread?.waitingFor && !rests(draft, thread) ? questionAt(c) : undefined;
  if (question && thread?.pending) return 'hers';
  if (surely.test(said) && !names(draft, said)) return 'sender';
  const command = readCommand(text, vocabulary);
  if (!question) {
    if (command || isMereThanks(text)) return 'hers';
    if (perhaps.test(said)) return 'sender';
    return isAsked && !readReport(text, vocabulary) && !names(draft, said) ? 'doubtful' : 'hers';
  }
  const reader = questionReaders[question.step.as];
  const isOption = reader
    .options(question, c)
    .some(({ id, label }) => [plain(label), ...synonymsOf(question, id, c).map(plain)].includes(said));
  if (isOption || isPlainYesOrNo(text, vocabulary) || /\d/.test(said) || names(draft, said)) return 'hers';
  if (isMereThanks(text)) return 'sender';
  if (command && command.command !== 'thanks') return 'hers';
  const told = perhaps.test(said);
  if (reader.bursts) return told || isAsked ? 'doubtful' : 'hers';
  const fits = ['answer', 'confirm', 'amend'].includes(reader.read({ text }, question, c).kind);
  if (fits) return told || (isAsked && count > 1) ? 'doubtful' : 'hers';
  return readReport(text, vocabulary) ? 'hers' : 'doubtful';
}

/** Words about a caregiver of hers belong to her work. */
const names = (draft: TurnDraft, said: string): boolean =>
  draft.all('caregiver').some(({ name }) => said.split(' ').includes(plain(name).split(' ')[0] ?? ' '));

const senderOf = (draft: TurnDraft, broadcast: string): string => {
  const by = draft.get('receivedBroadcast', broadcast)?.by;
  const name = draft.state.directory.find(({ id }) => id === by)?.name.split(' ')[0];
  return name ?? houseText(draft, 'difundir.quien-escribio');
};

const yesLabel = (draft: TurnDraft, broadcast: string): string =>
  houseText(draft, 'difundir.es-para', { sender: senderOf(draft, broadcast) });

function asks(draft: TurnDraft, { id }: ReceivedBroadcast, text: string): void {
  const labels = [yesLabel(draft, id), houseText(draft, 'difundir.es-mi-respuesta')];
  const said = text.trim().slice(0, 60);
  const { id: messageId } = draft.say({
    kind: 'question',
    text: houseText(draft, 'difundir.para-quien', { said, sender: senderOf(draft, id) }),
    options: labels.map((label, index) => ({ id: String(index), label })),
  });
  draft.converse({ replyAsked: { broadcast: id, text, messageId } });
}
