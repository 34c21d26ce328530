// How a consultant answers a doubt: in reply to its card, by its options, by its code, or "contesto a Lupe: ...".
import type { DoubtCard } from '../../domain/conversation.ts';
import type { DoubtAct, EventContent } from '../../domain/inbound-event.ts';
import { opaqueId } from '../../domain/opaque-id.ts';
import {
  agreesBack,
  nameLength,
  readCardReply,
  readDoubtWords,
  readStaffDoubtWords,
  type StaffDoubtWords,
} from '../answers/commands/doubt-words.ts';
import { plain } from '../answers/words/text-forms.ts';
import { isGreeting } from '../hearing/greet.ts';
import { answerSafeguarding, safeguardingRoute } from '../safety/safeguarding.ts';
import { houseText } from '../thread-context.ts';
import { activeThread, resumeInterrupted } from '../threads.ts';
import type { TurnDraft } from '../turn-draft.ts';
import { openCards, openReply, sayWaiting, showAgain } from './doubt-cards.ts';

const mostText = 900;

function act(draft: TurnDraft, card: DoubtCard, deed: DoubtAct): void {
  const name = draft.person.calledAs || draft.person.name;
  draft.post(card.mentorId, { kind: 'doubtAct', doubtId: card.id, name, act: deed });
}

/** Her words go to the mentor's turn, which knows whether somebody else has it. */
function answer(draft: TurnDraft, card: DoubtCard, words: string): void {
  const text = words.trim().slice(0, mostText);
  if (!/[\p{L}\p{N}]/u.test(text)) return openReply(draft, card, {});
  const route = safeguardingRoute(draft.program.safeguarding, text);
  if (route) {
    answerSafeguarding(draft, route);
    return openReply(draft, card, { respuesta: text, delicada: true });
  }
  act(draft, card, { do: 'answer', text, knowing: false });
  leaveReply(draft, card);
}

/** What is answered in another way needs no answer any more. */
function leaveReply(draft: TurnDraft, card: DoubtCard): void {
  const asked = draft.all('thread').find(({ flow, answers }) => flow === 'contestar' && answers.duda === card.id);
  if (!asked) return;
  const active = draft.conversation.active === asked.id;
  draft.remove('thread', asked.id);
  draft.converse({ burst: null, interrupted: draft.conversation.interrupted.filter((id) => id !== asked.id) });
  if (!active) return;
  draft.converse({ active: null });
  resumeInterrupted(draft);
}

function deed(draft: TurnDraft, card: DoubtCard, kind: StaffDoubtWords['kind'], words = ''): void {
  if (kind === 'take') return act(draft, card, { do: 'take' });
  if (kind === 'close') {
    act(draft, card, { do: 'close' });
    return leaveReply(draft, card);
  }
  if (words !== '') return answer(draft, card, words);
  if (!card.taken) act(draft, card, { do: 'take' });
  openReply(draft, card, {});
}

export const holdsDoubts = (draft: TurnDraft): boolean => openCards(draft).length > 0;

const byMessage = (draft: TurnDraft, of: string | undefined): DoubtCard | undefined =>
  of === undefined
    ? undefined
    : draft.all('doubtCard').find(({ messages }) => messages.some((id) => id === of || opaqueId(id) === of));

/** A tap on a card. */
export function tapsCard(draft: TurnDraft, { of, label, option }: Extract<EventContent, { kind: 'tap' }>): boolean {
  const card = byMessage(draft, of);
  if (!card) return false;
  const is = (key: string, place: number): boolean => label === houseText(draft, key) || (label === '' && option === place);
  if (is('dudas.opcion-tomar', 1)) deed(draft, card, 'take');
  else if (is('dudas.opcion-cerrar', 2)) deed(draft, card, 'close');
  else deed(draft, card, 'reply');
  return true;
}

/** Words about a doubt, by what they reply to or by what they say. True where they were taken up. */
export function hearsDoubtWords(draft: TurnDraft, text: string): boolean {
  if (soundsGrave(draft, text)) return true;
  const { content } = draft.event;
  const card = byMessage(draft, content.kind === 'text' ? content.replyTo : undefined);
  if (card) {
    const said = readCardReply(text);
    if (said === 'answer') answer(draft, card, readStaffDoubtWords(text)?.kind === 'reply' ? afterName(card, text) : text);
    else deed(draft, card, said);
    return true;
  }
  const cards = draft.all('doubtCard');
  if (cards.length === 0) return false;
  const coded = byCode(cards, text);
  if (coded) {
    const said = readCardReply(coded.rest);
    deed(draft, coded.card, said === 'answer' ? 'reply' : said, said === 'answer' ? coded.rest : '');
    return true;
  }
  const words = readStaffDoubtWords(text);
  return (words !== undefined && named(draft, words)) || namesCode(draft, cards, text);
}

function sayWhich(draft: TurnDraft, cards: readonly DoubtCard[]): true {
  const codes = cards.map((card) => `${card.code} · ${card.mentor}`).slice(0, 8);
  draft.say({ kind: 'answer', text: houseText(draft, 'dudas.cual', { codes: codes.join('\n') }) });
  return true;
}

const mostNaming = 8;

/** "Ya quedó la g4r": a code further in, with what is to become of it, or only asked after. */
function namesCode(draft: TurnDraft, cards: readonly DoubtCard[], text: string): boolean {
  const spoken = text.trim().split(/\s+/);
  if (spoken.length > mostNaming) return false;
  const at = spoken.findIndex((word) => byCode(cards, word)?.rest === '');
  const card = at < 0 ? undefined : byCode(cards, spoken[at] ?? '')?.card;
  if (!card) return false;
  const said = readCardReply(spoken.filter((word, index) => index !== at && !/^(?:la|duda|de)$/iu.test(word)).join(' '));
  if (said !== 'answer') deed(draft, card, said);
  else if (activeThread(draft)?.waitingFor) return false;
  else showAgain(draft, card);
  return true;
}

/** An answer that was asked for and tells of danger: safety first, and then whether it is advice that may go out. */
function soundsGrave(draft: TurnDraft, text: string): boolean {
  const thread = activeThread(draft);
  if (thread?.flow !== 'contestar' || thread.waitingFor !== 'respuesta') return false;
  const card = draft.get('doubtCard', String(thread.answers.duda));
  const whole = [...(draft.conversation.burst?.bubbles ?? []), text].join('\n');
  const route = safeguardingRoute(draft.program.safeguarding, whole);
  if (!card || !route) return false;
  answerSafeguarding(draft, route);
  openReply(draft, card, { respuesta: whole.slice(0, mostText), delicada: true });
  return true;
}

function afterName(card: DoubtCard, text: string): string {
  const to = readStaffDoubtWords(text)?.to ?? '';
  const found = byName([card], to);
  return found.rest === '' ? text : found.rest;
}

function byCode(cards: readonly DoubtCard[], text: string): { card: DoubtCard; rest: string } | undefined {
  const found = /^\s*(?:duda\s+)?([a-z][2-9][a-z])\b[\s:,.;-]*/iu.exec(text);
  const code = found?.[1]?.toUpperCase();
  const matching = cards.filter((card) => card.code === code);
  const card = matching.find(({ status }) => status === 'open') ?? matching.at(-1);
  return found && card ? { card, rest: text.slice(found[0].length).trim() } : undefined;
}

const namesOf = ({ mentor, calledAs, mentorId }: DoubtCard): Set<string> =>
  new Set([...plain(mentor).split(' '), ...plain(calledAs).split(' '), plain(mentorId.split('-')[0] ?? '')]);

function byName(cards: readonly DoubtCard[], text: string): { cards: DoubtCard[]; rest: string } {
  const spoken = text.split(/\s+/);
  const bare = spoken.map((word) => word.replace(/[:,.;]+$/, ''));
  const lengths = cards.map((card) => nameLength(bare, namesOf(card)));
  const most = Math.max(0, ...lengths);
  if (most === 0) return { cards: [], rest: text };
  const rest = spoken.slice(most).join(' ');
  // Line breaks of her answer stay as she wrote them.
  const whole = rest === '' ? '' : text.slice(text.indexOf(spoken[most] ?? '', spoken.slice(0, most).join(' ').length));
  return {
    cards: cards.filter((_, index) => lengths[index] === most),
    rest: whole.replace(/^[\s:,.;-]+/, '').replace(/^que\s+/i, ''),
  };
}

/** "Contesto a Lupe: ...", "la tomo", "cerrar K3P". The verb alone is about the only open one. */
function named(draft: TurnDraft, { kind, to }: StaffDoubtWords): boolean {
  const open = openCards(draft);
  const coded = byCode(draft.all('doubtCard'), to);
  if (coded) {
    deed(draft, coded.card, kind, coded.rest);
    return true;
  }
  if (kind === 'close' && to !== '' && open.length === 0 && !activeThread(draft)?.waitingFor) {
    draft.say({ kind: 'answer', text: houseText(draft, 'dudas.ninguna') });
    return true;
  }
  const waiting = open.filter(({ waitingSince }) => waitingSince !== null);
  const sole = onlyOf(waiting.length > 0 ? waiting : open);
  // "Contéstale que…", where only one waits.
  const words = kind === 'reply' ? /^que\s+(\S[\s\S]*\s\S[\s\S]*)$/iu.exec(to)?.[1] : undefined;
  if (words !== undefined && sole && !activeThread(draft)?.waitingFor) {
    openReply(draft, sole, { respuesta: words.slice(0, 1).toUpperCase() + words.slice(1), suelta: true });
    return true;
  }
  if (words !== undefined && !sole && open.length > 1 && byName(open, to).cards.length === 0) return sayWhich(draft, open);
  const found = to === '' ? { cards: open, rest: '' } : byName(open.length > 0 ? open : draft.all('doubtCard'), to);
  // Words that only begin like these, where something else is asked of her, are the answer to that.
  if (to === '' && activeThread(draft)?.waitingFor) return false;
  if (found.cards.length === 0) {
    const isElse = to === '' ? kind === 'close' : to.split(/\s+/).length > 3 && kind !== 'reply';
    if (isElse || activeThread(draft)?.waitingFor) return false;
    draft.say({ kind: 'answer', text: houseText(draft, 'dudas.de-quien') });
    return true;
  }
  const [only] = found.cards;
  if (found.cards.length > 1 || !only) {
    return sayWhich(draft, found.cards);
  }
  deed(draft, only, kind, found.rest);
  return true;
}

/** The newest, where all of them are of one mentor. */
function onlyOf(cards: readonly DoubtCard[]): DoubtCard | undefined {
  const newest = [...cards].sort((a, b) => (a.at < b.at ? -1 : 1)).at(-1);
  return cards.every(({ mentorId }) => mentorId === newest?.mentorId) ? newest : undefined;
}

const fewestLoose = 2;

/** Words for nobody in particular, where one doubt waits for her: it is asked whether they are its answer. */
export function hearsLooseAnswer(draft: TurnDraft, text: string): boolean {
  const me = draft.state.owner;
  const waiting = openCards(draft).filter(({ taken, waitingSince }) => waitingSince !== null && (!taken || taken.by === me));
  const mine = waiting.filter(({ taken }) => taken?.by === me);
  const card = onlyOf(mine.length > 0 ? mine : waiting);
  if (!card || text.trim().split(/\s+/).length < fewestLoose) return false;
  if (isGreeting(draft, text) || agreesBack(text) || readDoubtWords(text)?.kind === 'thanks') return false;
  const route = safeguardingRoute(draft.program.safeguarding, text);
  if (route) answerSafeguarding(draft, route);
  openReply(draft, card, { respuesta: text.trim().slice(0, mostText), ...(route ? { delicada: true } : { suelta: true }) });
  return true;
}

const mostListed = 5;

/** The open ones, who waits longest first, with who has them. */
export function listDoubts(draft: TurnDraft): void {
  const open = openCards(draft).sort((a, b) => ((a.waitingSince ?? '9') < (b.waitingSince ?? '9') ? -1 : 1));
  if (open.length === 0) return void draft.say({ kind: 'answer', text: houseText(draft, 'dudas.ninguna') });
  const lines = open.slice(0, mostListed).map((card) => {
    const holder = card.taken ? houseText(draft, 'dudas.la-tiene', { who: card.taken.name }) : houseText(draft, 'dudas.nadie');
    const line = (card.latest ?? card.text).replace(/\s+/g, ' ');
    const words = line.length > 50 ? `${line.slice(0, 49).trimEnd()}…` : line;
    const { code, mentor } = card;
    return houseText(draft, 'dudas.renglon', { code, mentor, waiting: sayWaiting(draft, card), holder, words });
  });
  const more = open.length > mostListed ? [houseText(draft, 'dudas.y-mas', { count: open.length - mostListed })] : [];
  draft.say({
    kind: 'overview',
    text: [houseText(draft, 'dudas.abiertas'), ...lines, ...more, houseText(draft, 'dudas.como')].join('\n'),
  });
}
