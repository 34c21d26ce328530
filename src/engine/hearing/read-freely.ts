// Words that answer no question: commands inside a sentence, things told, ideas and questions of hers, another caregiver's name.
import { addMinutes } from '../../mentoring/local-time.ts';
import { searchTips } from '../../mentoring/tip-library.ts';
import { readCommand } from '../answers/commands/command.ts';
import { complains } from '../answers/commands/doubt-words.ts';
import { readIdeaRequest } from '../answers/commands/idea-request.ts';
import { looksAsked } from '../answers/told/heard-words.ts';
import { openIdea } from '../asides.ts';
import { obey, switchTo } from '../commands.ts';
import { withAskedBefore } from '../doubts/doubt-replies.ts';
import { continuesDoubt } from '../doubts/doubt-thread.ts';
import { questionAt } from '../run-thread.ts';
import { houseText, threadContext } from '../thread-context.ts';
import { activeThread, openThread, repeatQuestion } from '../threads.ts';
import type { TurnDraft } from '../turn-draft.ts';
import { vocabularyOf } from '../vocabulary-of.ts';
import { heardKindly, saysNothingMore } from './beside-answers.ts';
import { addToBurst } from './burst.ts';
import { answersDoubt, isQuestion, offerAcceptance, switchable } from './free-words.ts';
import { givesWay } from './give-way.ts';
import { keepNotes } from './kept-notes.ts';
import { adviceAsked, knownQuestion, likelyQuestion } from './known-question.ts';
import { takesUpRequest } from './menu-requests.ts';
import { takeUpReport } from './told-events.ts';
import { takesUpRoom } from './told-of-another.ts';

function answersKnown(draft: TurnDraft, text: string): boolean {
  const known = knownQuestion(draft.program, text) !== undefined;
  if (known) answersDoubt(draft, text);
  return known;
}

/** "Con Petra", of whom we know nothing, where nothing else is being asked. */
function namesStranger(draft: TurnDraft, text: string): boolean {
  const question = questionAt(threadContext(draft, draft.conversation.active ?? undefined));
  return text.trim().split(/\s+/).length <= 2 && (!question || question.step.rests === true);
}

/** Commands inside a sentence, things told, another caregiver's name. */
export function takesUpElse(draft: TurnDraft, text: string): boolean {
  const command = readCommand(text, vocabularyOf(draft.program));
  if (command?.command === 'tips' && !command.exact && adviceAsked(draft.program, text)) return answersKnown(draft, text);
  if (command?.command === 'help' && !command.exact) return answersKnown(draft, text);
  if (command && (command.command !== 'withCaregiver' || switchable(draft, command.arg) || namesStranger(draft, text))) {
    // What she tells of a workshop is in the whole of it.
    obey(draft, command.command === 'workshops' ? { ...command, text } : command);
    const about = activeThread(draft)?.caregiverId;
    // "Empecemos con Lupita, me dijo que sí le entraba"
    if (command.command === 'withCaregiver' && about != null) offerAcceptance(draft, about, text);
    return true;
  }
  if (takeUpReport(draft, text) || takesUpRoom(draft, text)) return true;
  return text.trim().split(/\s+/).length <= 4 && switchTo(draft, text);
}

/** "Algo para cuando lloran": asks for an idea, unlike something she tells or asks. */
const wantsIdea = (text: string): boolean =>
  /^\s*(algo|alguna? (idea|consejo|video)|ideas?|consejos?|tips?|videos?|busco|(qué|que) hago cuando|(cómo|como) le hago cuando|cuando (llora|muerde|pega|no quiere|hace))/i.test(
    text,
  );

const asksSomething = (text: string): boolean =>
  isQuestion(text) ||
  /^\s*(qué|que|cómo|como|cuándo|cuánt[oa]s?|cuant[oa]s?|puedo|quién|quien|dónde|donde|por ?qu[eé]|tengo que)\b/i.test(text);

/** Shorter ones are hardly questions that a consultant could answer. */
const fewestAsking = 4;
const mostAsked = 900;
const mostMisunderstood = 2;
/** Fewer words than these are no message for anybody. */
const fewestPassedOn = 3;

const minutesOfWaiting = 60;

/** She asked for somebody of the team a while ago: what is not understood now may be for her. */
const waitsForTeam = (draft: TurnDraft): boolean =>
  draft
    .all('doubt')
    .some(
      ({ status, waitingSince }) =>
        status === 'open' && waitingSince !== null && addMinutes(waitingSince, minutesOfWaiting) > draft.now,
    );

/** Nothing is asked: what she writes begins something. `waits`: a moment for more, before it is called not understood. */
export function readFreely(draft: TurnDraft, text: string, waits = false): void {
  if (takesUpRequest(draft, text) || takesUpElse(draft, text) || continuesDoubt(draft, text)) return;
  if (heardKindly(draft, text)) return;
  if (saysNothingMore(text)) return void draft.say({ kind: 'statement', text: houseText(draft, 'casa.luego-libre') });
  const idea = readIdeaRequest(text, vocabularyOf(draft.program));
  if (idea?.sure) return openIdea(draft, idea.about);
  if (wantsIdea(text) && searchTips(draft.program, text).length)
    return openThread(draft, 'consejos', { answers: { busca: text.trim().slice(0, 200) } });
  if (asksSomething(text) || looksAsked(text, vocabularyOf(draft.program))) {
    const known = knownQuestion(draft.program, text);
    if (known) {
      draft.say({ kind: 'answer', text: known.answer });
      return repeatQuestion(draft);
    }
    // Perhaps one that is often asked: it is shown with its answer, and whether that was it is asked.
    const likely = likelyQuestion(draft.program, text);
    if (likely) return openThread(draft, 'duda', { answers: { texto: text.trim().slice(0, mostAsked), conocida: likely.id } });
  }
  if (waits) return addToBurst(draft, text);
  const thread = activeThread(draft);
  if (thread && givesWay(draft, thread, text)) return;
  if ((asksSomething(text) || complains(text) || waitsForTeam(draft)) && text.trim().split(/\s+/).length >= fewestAsking) {
    const texto = withAskedBefore(draft, text).trim().slice(0, mostAsked);
    return openThread(draft, 'duda', { answers: { texto, ofrecida: true } });
  }
  const times = (thread?.flow === 'menu' ? thread.misunderstood : 0) + 1;
  keepNotes(draft, [text]);
  draft.fact('notUnderstood', { data: { flow: null, step: null, times } });
  // Not understood again and again: whoever accompanies her may know.
  if (times > mostMisunderstood && text.trim().split(/\s+/).length >= fewestPassedOn)
    return openThread(draft, 'duda', { answers: { texto: text.trim().slice(0, mostAsked), ofrecida: true } });
  openThread(draft, 'menu', {}, { lead: houseText(draft, times === 1 ? 'casa.no-entendi' : 'casa.no-entendi-otra-vez') });
  const menu = activeThread(draft);
  if (menu?.flow === 'menu') draft.patchThread(menu.id, { misunderstood: times });
}
