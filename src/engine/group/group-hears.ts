// What is said to the bot in a group: whose group it is, a poll, a question of everybody's; what is hers alone moves to her own chat.
import type { Cohort } from '../../domain/group.ts';
import { readCommand } from '../answers/commands/command.ts';
import { readIdeaRequest } from '../answers/commands/idea-request.ts';
import { readOwnQuestion } from '../answers/commands/own-question.ts';
import { readPoll } from '../answers/commands/poll-words.ts';
import { withoutCourtesies } from '../answers/told/heard-words.ts';
import { saysOneOf } from '../answers/words/said-phrases.ts';
import { plain } from '../answers/words/text-forms.ts';
import { chapterAsked } from '../hearing/chapter-asked.ts';
import { isGreeting } from '../hearing/greet.ts';
import { asksForAdvice, knownQuestion } from '../hearing/known-question.ts';
import { houseText } from '../thread-context.ts';
import type { TurnDraft } from '../turn-draft.ts';
import { vocabularyOf } from '../vocabulary-of.ts';
import { askPoll, orderPoll } from './group-polls.ts';
import { groupOf, hasRole, isOfStaff, patchGroup } from './group-record.ts';
import { withoutNames } from './said-names.ts';

const mostOfThanks = 4;

const answer = (draft: TurnDraft, text: string): void => void draft.say({ kind: 'answer', text, quotes: draft.event.externalId });

export function hearInGroup(draft: TurnDraft, whole: string): void {
  const { person } = draft.event.inGroup ?? {};
  const group = groupOf(draft);
  if (!group) return;
  const text = withoutNames(whole);
  const { groups } = draft.program.vocabulary;
  const links = saysOneOf(groups.link, text) || saysOneOf(groups.unlink, text);
  if (links && hasRole(draft, person, 'coordinator')) return link(draft, text);
  if (links && person !== undefined)
    return draft.post(person, { kind: 'groupTold', what: 'onlyCoordinator', title: group.title });
  if (group.cohort === null) return person === undefined ? undefined : toHerChat(draft, person, text);
  if (text === '' || (saysOneOf(groups.thanks, text) && text.split(/\s+/).length <= mostOfThanks))
    return answer(draft, houseText(draft, text === '' ? 'grupo.ayuda' : 'grupo.con-gusto'));
  if (person === undefined) return tellHow(draft);
  if (isOfStaff(draft, person) && hearsOfPolls(draft, person, text)) return;
  hearAsked(draft, person, text);
}

function link(draft: TurnDraft, text: string): void {
  const group = groupOf(draft);
  if (!group) return;
  const { groups } = draft.program.vocabulary;
  if (saysOneOf(groups.unlink, text)) {
    patchGroup(draft, { cohort: null, linkedBy: null });
    return answer(draft, houseText(draft, 'grupo.desligado'));
  }
  const cohort: Cohort = saysOneOf(groups.intensive, text) ? 'intensive' : 'everyone';
  const first = group.greetedAt === null;
  patchGroup(draft, { cohort, linkedBy: draft.event.inGroup?.person ?? null, greetedAt: group.greetedAt ?? draft.now });
  const whose = houseText(draft, `grupo.de-${cohort}`);
  answer(
    draft,
    first ? houseText(draft, 'grupo.saludo', { cohort: whose }) : houseText(draft, 'grupo.ligado', { cohort: whose }),
  );
}

/** Who asks and is not in the roster is told once how it could know her. */
function tellHow(draft: TurnDraft): void {
  const group = groupOf(draft);
  const key = draft.event.inGroup?.key;
  if (!group || key === undefined || group.toldHow.includes(key)) return;
  patchGroup(draft, { toldHow: [...group.toldHow, key].slice(-200) });
  answer(draft, houseText(draft, 'grupo.abra-chat'));
}

function toHerChat(draft: TurnDraft, person: string, text: string): void {
  if (text !== '') draft.post(person, { kind: 'saidInGroup', text, why: 'asked', title: groupOf(draft)?.title ?? '' });
}

function hearsOfPolls(draft: TurnDraft, person: string, text: string): boolean {
  const said = readPoll(text, draft.program.vocabulary.groups);
  if (said?.kind === 'close' || said?.kind === 'results') askPoll(draft, person, said.kind === 'close' ? 'close' : 'results');
  else if (said) orderPoll(draft, person, said);
  return said !== undefined;
}

function hearAsked(draft: TurnDraft, person: string, whole: string): void {
  const vocabulary = vocabularyOf(draft.program);
  const text = withoutCourtesies(whole);
  const staff = isOfStaff(draft, person);
  const command = readCommand(text, vocabulary);
  if (command?.exact && command.command === 'help' && command.asks === undefined)
    return answer(draft, houseText(draft, staff ? 'grupo.ayuda-equipo' : 'grupo.ayuda'));
  if (isGreeting(draft, text) && plain(text).split(' ').length <= mostOfThanks)
    return answer(draft, houseText(draft, 'grupo.ayuda'));
  // What she reports of others, and an idea that she wants, are no questions that everybody should read.
  const asks = readOwnQuestion(text, vocabulary) === 'asks' || asksForAdvice(draft.program, text);
  const mayBeShared =
    !staff &&
    asks &&
    command?.exact !== true &&
    !readIdeaRequest(text, vocabulary) &&
    !namesSomebody(text) &&
    !speaksOfHerWork(text);
  if (mayBeShared) {
    const known = knownQuestion(draft.program, text);
    if (known) return answer(draft, known.answer);
    const chapter = chapterAsked(draft.program, text);
    if (chapter) return answer(draft, houseText(draft, 'grupo.en-la-guia', { title: chapter.title, text: chapter.text }));
    draft.post(person, { kind: 'saidInGroup', text: whole, why: 'doubt', title: groupOf(draft)?.title ?? '' });
    return answer(draft, houseText(draft, 'grupo.paso-duda'));
  }
  toHerChat(draft, person, whole);
  answer(draft, houseText(draft, 'grupo.por-privado'));
}

/** A name in the middle of it may be a caregiver's: what is asked of her is for nobody else. */
const namesSomebody = (text: string): boolean => /[\p{Ll},]\s+\p{Lu}\p{Ll}{2,}/u.test(text);
const speaksOfHerWork = (text: string): boolean => /\b(?:me toca|me falta|mis?|mi[ao]s?|voy|llevo|quede)\b/.test(plain(text));
