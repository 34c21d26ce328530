// What a consultant hears of the doubts of others: the card, more words, who has it, and what became of her own answer.
import type { DoubtCard } from '../../domain/conversation.ts';
import type { DoubtNews, Post } from '../../domain/inbound-event.ts';
import { workingDayMinutes, workingMinutes } from '../../outreach/doubt-waiting.ts';
import { houseText } from '../thread-context.ts';
import { activeThread, openThread, repeatQuestion } from '../threads.ts';
import type { TurnDraft } from '../turn-draft.ts';
import { doubtCode } from './doubt-codes.ts';

type Body<K extends Post['body']['kind']> = Extract<Post['body'], { kind: K }>;

const mostKept = 20;
const mostClosed = 10;
const kept = (list: readonly string[], one: string): string[] => [...list, one].slice(-mostKept);

export const openCards = (draft: TurnDraft): DoubtCard[] => draft.all('doubtCard').filter(({ status }) => status === 'open');

/** "20 min", "3 h", "2 días hábiles": in the working hours of the mentor's centre. */
export function sayWaiting(draft: TurnDraft, { waitingSince, zone }: Pick<DoubtCard, 'waitingSince' | 'zone'>): string {
  if (waitingSince === null) return houseText(draft, 'dudas.contestada');
  const minutes = workingMinutes(waitingSince, draft.now, zone, draft.closures);
  if (minutes < 2) return houseText(draft, 'dudas.recien');
  if (minutes < 60) return houseText(draft, 'dudas.hace-minutos', { count: minutes });
  if (minutes < workingDayMinutes) return houseText(draft, 'dudas.hace-horas', { count: Math.floor(minutes / 60) });
  const days = Math.floor(minutes / workingDayMinutes);
  return days === 1 ? houseText(draft, 'dudas.hace-un-dia') : houseText(draft, 'dudas.hace-dias', { count: days });
}

export function cardOptions(draft: TurnDraft) {
  return [
    { id: 'contestar', label: houseText(draft, 'dudas.opcion-contestar') },
    { id: 'tomar', label: houseText(draft, 'dudas.opcion-tomar') },
    { id: 'cerrar', label: houseText(draft, 'dudas.opcion-cerrar') },
  ];
}

export function hearNews(draft: TurnDraft, post: Post, body: DoubtNews): void {
  const known = draft.get('doubtCard', body.doubtId);
  if (known?.heard.includes(post.id)) return;
  const card: DoubtCard = {
    kind: 'doubtCard',
    id: body.doubtId,
    owner: draft.state.owner,
    mentorId: post.from,
    mentor: body.mentor,
    calledAs: body.calledAs || body.mentor,
    centre: body.centre,
    zone: body.zone,
    phase: body.phase,
    code: known?.code ?? doubtCode(body.doubtId, draft.all('doubtCard')),
    at: body.askedAt,
    text: known?.text ?? body.text,
    ...(known && body.text !== known.text ? { latest: body.text } : {}),
    status: 'open',
    taken: body.taken,
    waitingSince: body.waitingSince,
    messages: known?.messages ?? [],
    heard: kept(known?.heard ?? [], post.id),
  };
  const message = draft.say({ kind: 'notice', text: cardText(draft, card, body), options: cardOptions(draft) });
  draft.put({ ...card, messages: kept(card.messages, message.id) });
}

function cardText(draft: TurnDraft, card: DoubtCard, { news, text }: DoubtNews): string {
  const { code, mentor } = card;
  const words = text.slice(0, 700);
  const waiting = sayWaiting(draft, card);
  const about = aboutOf(draft, card);
  if (news === 'more') return houseText(draft, 'dudas.agrega', { code, mentor, words });
  if (news === 'new') return houseText(draft, 'dudas.tarjeta', { code, mentor, about, waiting, words });
  const holder = card.taken ? houseText(draft, 'dudas.la-tiene', { who: card.taken.name }) : houseText(draft, 'dudas.nadie');
  return houseText(draft, 'dudas.espera', { code, mentor, about, waiting, holder, words: wordsOf(card, 400) });
}

/** What she asked, and what she said last about it. */
function wordsOf({ text, latest }: DoubtCard, most: number): string {
  if (latest === undefined || latest === text) return text.slice(0, most);
  return `${text.slice(0, most / 2)}»\n«${latest.slice(0, most / 2)}`;
}

/** Where the mentor works, and on what. */
const aboutOf = (draft: TurnDraft, { centre, phase }: DoubtCard): string =>
  phase === null ? centre : `${centre}, ${houseText(draft, `dudas.fase-${phase}`)}`;

/** The card once more, where she names a doubt and does not say what is to become of it. */
export function showAgain(draft: TurnDraft, card: DoubtCard): void {
  const { code, mentor } = card;
  const given = { code, mentor, about: aboutOf(draft, card), waiting: sayWaiting(draft, card), words: wordsOf(card, 700) };
  const message = draft.say({ kind: 'notice', text: houseText(draft, 'dudas.tarjeta', given), options: cardOptions(draft) });
  draft.put({ ...card, messages: kept(card.messages, message.id) });
}

/** Her card, where this is not heard for the second time. */
function firstHeard(draft: TurnDraft, post: Post, doubtId: string): DoubtCard | undefined {
  const card = draft.get('doubtCard', doubtId);
  if (!card || card.heard.includes(post.id)) return undefined;
  const heard = { ...card, heard: kept(card.heard, post.id) };
  draft.put(heard);
  return heard;
}

/** Who has it, that it was answered, that it is over. */
export function hearState(draft: TurnDraft, post: Post, { doubtId, what, who, aloud }: Body<'doubtState'>): void {
  const card = firstHeard(draft, post, doubtId);
  if (!card) return;
  if (what === 'gone') return draft.remove('doubtCard', doubtId);
  const { code, mentor } = card;
  if (what === 'left') {
    closeCard(draft, card);
    const text = houseText(draft, who.name === '' ? 'dudas.se-fue' : 'dudas.se-fue-y-llega', { code, mentor, who: who.name });
    if (aloud) draft.say({ kind: 'notice', text });
    return;
  }
  if (what === 'closed') {
    closeCard(draft, card);
    const hers = who.by === card.mentorId;
    const text = houseText(draft, hers ? 'dudas.la-cerro-ella' : 'dudas.la-cerro', { code, mentor, who: who.name });
    if (aloud) draft.say({ kind: 'notice', text });
    return;
  }
  draft.put({
    ...card,
    status: 'open',
    taken: card.taken ?? who,
    waitingSince: what === 'answered' ? null : card.waitingSince,
  });
  const answered = what === 'answered';
  const text = houseText(draft, answered ? 'dudas.ya-contesto' : 'dudas.ya-la-tomo', { code, mentor, who: who.name });
  if (aloud) draft.say({ kind: 'notice', text });
}

function closeCard(draft: TurnDraft, card: DoubtCard): void {
  draft.put({ ...card, status: 'closed', waitingSince: null });
  const closed = draft.all('doubtCard').filter(({ status }) => status === 'closed');
  for (const old of closed.slice(0, -mostClosed)) draft.remove('doubtCard', old.id);
}

/** What became of what she did. */
export function hearReply(draft: TurnDraft, post: Post, { doubtId, outcome, text, holder }: Body<'doubtReply'>): void {
  const card = firstHeard(draft, post, doubtId);
  if (!card) return;
  const { code, mentor } = card;
  const me = { by: draft.state.owner, name: draft.person.calledAs || draft.person.name };
  switch (outcome) {
    case 'taken':
      draft.put({ ...card, taken: card.taken ?? me });
      // Who is asked for her answer knows already that it is hers.
      if (card.taken || !isReplying(draft, doubtId))
        draft.say({ kind: 'answer', text: houseText(draft, 'dudas.la-tomo', { code, mentor }) });
      return;
    case 'sent':
      draft.put({ ...card, status: 'open', taken: card.taken ?? me, waitingSince: null });
      return void draft.say({ kind: 'answer', text: houseText(draft, 'dudas.mandada', { mentor }) });
    case 'closed':
      closeCard(draft, card);
      return void draft.say({ kind: 'answer', text: houseText(draft, 'dudas.cerrada-equipo', { code, mentor }) });
    case 'held':
      if (text !== '') return openReply(draft, card, { respuesta: text, tomada: holder, detenida: true });
      draft.say({ kind: 'answer', text: houseText(draft, 'dudas.alguien-la-tiene', { who: holder, mentor }) });
      if (isReplying(draft, doubtId)) {
        const thread = activeThread(draft);
        if (thread) draft.patchThread(thread.id, { answers: { ...thread.answers, tomada: holder } });
        repeatQuestion(draft);
      }
      return;
    case 'withdrawn':
    case 'gone':
      closeCard(draft, card);
      return void draft.say({ kind: 'answer', text: houseText(draft, 'dudas.no-llega', { mentor }) });
  }
}

function isReplying(draft: TurnDraft, doubtId: string): boolean {
  const thread = activeThread(draft);
  return thread?.flow === 'contestar' && thread.answers.duda === doubtId && thread.waitingFor !== null;
}

type Told = { respuesta?: string; tomada?: string; detenida?: boolean; delicada?: boolean; suelta?: boolean };

/** Asks for her answer, or whether the one she wrote is to go out. A half-written one to somebody else does not mix with it. */
export function openReply(draft: TurnDraft, card: DoubtCard, told: Told): void {
  for (const thread of draft.all('thread')) if (thread.flow === 'contestar') draft.remove('thread', thread.id);
  const holder = card.taken && card.taken.by !== draft.state.owner ? { tomada: card.taken.name } : {};
  const answers = { duda: card.id, mentora: card.mentorId, de: card.mentor, ...holder, ...told };
  const lead = 'tomada' in answers && told.respuesta === undefined;
  openThread(
    draft,
    'contestar',
    { answers },
    lead ? { lead: houseText(draft, 'dudas.alguien-la-tiene', { who: String(answers.tomada), mentor: card.mentor }) } : {},
  );
}
