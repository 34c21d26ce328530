// "¿Sí se la mandó a la consultora?": whether her doubt was passed on, when, and whether there is an answer yet.
import { doubtUnderWay } from '../../mentoring/doubt-telling.ts';
import { localMoment, sayDay } from '../../mentoring/local-time.ts';
import { asksWhetherSent } from '../answers/commands/doubt-words.ts';
import { isOffer, offeredWords } from '../asides.ts';
import { askAgain, askAmong } from '../ask-question.ts';
import { questionAt } from '../run-thread.ts';
import { houseText, type ThreadContext, threadContext } from '../thread-context.ts';
import { activeThread, repeatQuestion } from '../threads.ts';
import type { TurnDraft } from '../turn-draft.ts';

const mostShown = 120;

/** True where she asked just that, and was told. */
export function tellsWhetherSent(draft: TurnDraft, text: string): boolean {
  if (!asksWhetherSent(text)) return false;
  const thread = activeThread(draft);
  if (thread && offersAgain(threadContext(draft, thread.id))) return true;
  draft.say({ kind: 'answer', text: whereItStands(draft) });
  repeatQuestion(draft);
  return true;
}

/** It still waits for her yes: offered once more, with her own words. */
function offersAgain(c: ThreadContext): boolean {
  const { pending, flow, waitingFor, answers } = c.thread;
  const question = questionAt(c);
  const [offer] = pending?.values ?? [];
  if (question && pending && isOffer(offer)) {
    askAmong(c, question, offerOf(c, offeredWords(String(offer))), pending.labels);
    return true;
  }
  if (!question || flow !== 'duda' || waitingFor !== 'pasarla') return false;
  askAgain(c, question, offerOf(c, String(answers.texto ?? '')));
  return true;
}

const offerOf = (c: ThreadContext, words: string): string =>
  c.text('dudas.todavia-no-la-paso', { words: words.length > mostShown ? `${words.slice(0, mostShown - 1)}…` : words });

function whereItStands(draft: TurnDraft): string {
  const doubt = doubtUnderWay(draft.all('doubt'));
  if (!doubt) return houseText(draft, 'dudas.nada-pasado');
  const dayOf = (at: string): string => sayDay(localMoment(at, draft.centre.zone).date, draft.today.date);
  const day = dayOf(doubt.at);
  if (doubt.answeredAt !== undefined && doubt.waitingSince === null)
    return houseText(draft, 'dudas.ya-contestada', {
      who: doubt.taken?.name ?? houseText(draft, 'dudas.el-equipo'),
      day: dayOf(doubt.answeredAt),
    });
  return doubt.status === 'open' ? houseText(draft, 'dudas.si-pasada', { day }) : houseText(draft, 'dudas.si-cerrada', { day });
}
