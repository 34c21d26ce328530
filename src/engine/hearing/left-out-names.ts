// Names of children and telephone numbers leave her words before anything of them is kept; she sees what was kept, and takes a word back with one tap.
import type { AnswerValue, LeftOutWord } from '../../domain/conversation.ts';
import type { EventContent } from '../../domain/inbound-event.ts';
import { opaqueId } from '../../domain/opaque-id.ts';
import { addMinutes } from '../../mentoring/local-time.ts';
import { readCaregiverName } from '../answers/people/caregiver-name.ts';
import { type Mask, type Masked, maskNames, type Which } from '../answers/people/name-masks.ts';
import { namesLexicon } from '../answers/people/names-lexicon.ts';
import { soundOf, soundsOf } from '../answers/words/phrase-book.ts';
import { plain } from '../answers/words/text-forms.ts';
import { harmIn } from '../safety/safeguarding.ts';
import { houseText } from '../thread-context.ts';
import type { TurnDraft } from '../turn-draft.ts';

/** Where she tells names, they are what is asked for. */
const asksNames = new Set(['maestras', 'maestra', 'con-quien']);
const mostOptions = 3;
const mostShown = 160;
const contextLength = 16;
const takeBackMinutes = 24 * 60;
const mostNobodys = 20;
const mostAround = 8;

/** What may be kept of her words. The words themselves stay with the draft of this turn, for reading harm, and nowhere else. */
export function leaveNamesOut(draft: TurnDraft, said: string): string {
  // Staff write of mentors, and of their telephones.
  if (!draft.person.roles.includes('mentor')) return said;
  const { active } = draft.conversation;
  const flow = active === null ? undefined : draft.get('thread', active)?.flow;
  const { text: kept, masks } = masked(draft, said, flow !== undefined && asksNames.has(flow) ? 'called' : 'told');
  draft.heard = { said, kept, masks };
  return kept;
}

/** The same of words that were said before, and are kept aside now. */
export const withoutNames = (draft: TurnDraft, said: string): string => masked(draft, said, 'told').text;

/** What she wrote, where `kept` is what is left of it: for readers that need every word, and keep none. */
export const asSaid = (draft: TurnDraft, kept: string): string => (draft.heard?.kept === kept ? draft.heard.said : kept);

/** For reading harm: who may be a grown-up stands as she wrote it, for what a child does to a child is another thing. */
export const asToldOfHarm = (draft: TurnDraft, kept: string): string => {
  const said = asSaid(draft, kept);
  return said === kept ? kept : masked(draft, said, 'sure').text;
};

function masked(draft: TurnDraft, said: string, which: Which): Masked {
  const { vocabulary, safeguarding } = draft.program;
  return maskNames(said, namesLexicon(vocabulary.names, safeguarding), knownPeople(draft), which);
}

/** Her caregivers in any spelling, herself, whoever works with her, the places she is at, and what she took back. */
function knownPeople(draft: TurnDraft): (word: string) => boolean {
  const { person, centre, state } = draft;
  const people = [
    ...draft.all('caregiver').map(({ name }) => name),
    person.name,
    person.calledAs,
    ...state.directory.map(({ name }) => name),
  ].flatMap((name, index) => (name === '' ? [] : [{ id: String(index), name }]));
  const places = [centre.name, centre.locality, centre.state, ...(draft.conversation.nobodys ?? [])];
  const found = new Map<string, boolean>();
  return (word) => {
    let known = found.get(word);
    if (known === undefined) {
      known =
        places.some((place) => soundsOf(place).includes(soundOf(plain(word)))) ||
        readCaregiverName(word, people).kind !== 'unclear';
      found.set(word, known);
    }
    return known;
  };
}

/** Tells her what was kept in place of what she wrote; true where something was left out of it. */
export function tellLeftOut(draft: TurnDraft, kept: string): boolean {
  const { heard } = draft;
  if (!heard || heard.masks.length === 0) return false;
  const left = heard.masks.filter((mask) => kept.includes(around(heard.kept, mask, heard.masks).shown));
  if (left.length === 0) return false;
  draft.heard = { ...heard, masks: [] };
  const options = [...new Set(left.map(({ said }) => said))].slice(0, mostOptions).map((word, index) => ({
    id: `dejar-${index}`,
    label: houseText(draft, 'casa.dejar-palabra', { word }),
  }));
  const said = excerpt(kept, around(heard.kept, left[0] as Mask, heard.masks).shown);
  const message = draft.say({ kind: 'statement', text: houseText(draft, 'casa.guarde-sin-nombres', { said }), options });
  const places = left.map((mask): LeftOutWord => {
    const { before, after } = around(heard.kept, mask, heard.masks);
    const lead = /^(?:a|de)(?=l? (?:un|el|otr|alg))/i.exec(mask.as)?.[0] ?? '';
    return { before, as: mask.as, after, lead: lead === '' ? '' : `${lead} `, check: checkOf(mask.said) };
  });
  draft.converse({ leftOut: { messageId: message.id, at: draft.now, places } });
  return true;
}

/** What was left out of words that no question asked for, where they are kept all the same: as a doubt, or to be passed on. */
export function tellLeftOutElsewhere(draft: TurnDraft): void {
  const { heard } = draft;
  if (!heard || heard.masks.length === 0) return;
  const kept = [...draft.all('doubt'), ...draft.all('thread'), ...draft.all('cycle')].some((record) => {
    const json = JSON.stringify(record);
    return heard.masks.some((mask) => json.includes(JSON.stringify(around(heard.kept, mask, heard.masks).shown).slice(1, -1)));
  });
  if (kept) tellLeftOut(draft, heard.kept);
}

/** The place with a little of what stands beside it, in the same line and not into another place. */
function around(kept: string, mask: Mask, all: readonly Mask[]): { before: string; after: string; shown: string } {
  const end = mask.at + mask.as.length;
  const from = Math.max(mask.at - contextLength, ...all.filter(({ at }) => at < mask.at).map(({ at, as }) => at + as.length), 0);
  const to = Math.min(end + contextLength, ...all.filter(({ at }) => at > mask.at).map(({ at }) => at), kept.length);
  const before = kept.slice(from, mask.at).split('\n').at(-1)?.trimStart() ?? '';
  const after = kept.slice(end, to).split('\n')[0]?.trimEnd() ?? '';
  return { before, after, shown: before + mask.as + after };
}

function excerpt(kept: string, shown: string): string {
  const line = kept.replace(/[«»]/g, '"').replace(/\s+/g, ' ').trim();
  if (line.length <= mostShown) return line;
  const at = Math.max(0, line.indexOf(shown.slice(0, contextLength)) - contextLength * 2);
  const cut = line.slice(at, at + mostShown).trim();
  return `${at > 0 ? '…' : ''}${cut}${at + mostShown < line.length ? '…' : ''}`;
}

/** Tells one word of a sentence from the others; the word cannot be read out of it. */
const checkOf = (word: string): number =>
  [...soundOf(plain(word))].reduce((sum, letter) => (sum * 7 + letter.charCodeAt(0)) % 89, 1);

/** A tap on «Dejar …»: the word comes back with it, since nothing else has it. */
export function tapsLeftOut(draft: TurnDraft, { of, label }: Extract<EventContent, { kind: 'tap' }>): boolean {
  const { leftOut } = draft.conversation;
  if (!leftOut || of === undefined || (of !== leftOut.messageId && of !== opaqueId(leftOut.messageId))) return false;
  const word = wordOnOption(draft, label);
  if (word === undefined || !takesBack(draft, word)) draft.say({ kind: 'answer', text: houseText(draft, 'casa.dejar-escriba') });
  return true;
}

function wordOnOption(draft: TurnDraft, label: string): string | undefined {
  const [opening = '', closing = ''] = houseText(draft, 'casa.dejar-palabra', { word: '\u0000' }).split('\u0000');
  if (!label.startsWith(opening) || !label.endsWith(closing)) return undefined;
  return label.slice(opening.length, label.length - closing.length).trim() || undefined;
}

const keeps = /^(?:deja|dejar|deje|dejele|dejalo|pon|ponga|es|era|no borre|no quite) (?:a |la palabra )?([\p{L}\p{N} ]{2,30})$/u;
const nobody = /\bno (?:es|era|son|eran)\b|\b(?:asi )?se (?:llama|dice)\b|\bes (?:el|la|un|una)\b|\bno hay ning/;

/** "Dejar Sol", "Sol no es una niña": the same in words. */
export function takesWordBack(draft: TurnDraft, text: string): boolean {
  const { leftOut } = draft.conversation;
  if (!leftOut || addMinutes(leftOut.at, takeBackMinutes) < draft.now || harmIn(draft.program.safeguarding, text)) return false;
  const word = wordOnOption(draft, text.trim());
  if (word !== undefined && takesBack(draft, word)) return true;
  const said = plain(text);
  const list = text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  if (list.length > mostAround) return false;
  const named = keeps.exec(said)?.[1];
  if (named === undefined && !nobody.test(said)) return false;
  const hers = named === undefined ? list : [list.slice(-named.split(' ').length).join(' ')];
  return hers.some((one) => leftOut.places.some(({ check }) => check === checkOf(one)) && takesBack(draft, one));
}

/** Puts it back wherever it was left out, and leaves it alone from now on. */
function takesBack(draft: TurnDraft, word: string): boolean {
  const { leftOut, nobodys = [] } = draft.conversation;
  const places = leftOut?.places.filter(({ check }) => check === checkOf(word)) ?? [];
  if (!leftOut || places.length === 0) return false;
  let shown: string | undefined;
  const restore = (value: string): string =>
    places.reduce((text, { before, as, after, lead }) => {
      const stood = before + as + after;
      if (!text.includes(stood)) return text;
      const put = as === '' ? `${before} ${word}${after}` : `${before}${lead}${word}${after}`;
      const restored = text.replace(stood, () => put);
      shown ??= excerpt(restored, put);
      return restored;
    }, value);
  for (const kind of ['thread', 'cycle', 'doubt'] as const)
    for (const record of draft.all(kind)) {
      const json = JSON.stringify(record);
      const changed = eachString(record as unknown as AnswerValue, restore) as unknown as typeof record;
      if (JSON.stringify(changed) !== json) draft.put(changed);
    }
  const rest = leftOut.places.filter((place) => !places.includes(place));
  draft.converse({
    leftOut: rest.length > 0 ? { ...leftOut, places: rest } : null,
    nobodys: [...new Set([...nobodys, soundOf(plain(word))])].slice(-mostNobodys),
  });
  draft.say({
    kind: 'answer',
    text: shown === undefined ? houseText(draft, 'casa.dejar-tarde') : houseText(draft, 'casa.dejada', { said: shown }),
  });
  return true;
}

function eachString(value: AnswerValue, change: (text: string) => string): AnswerValue {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((one) => eachString(one, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, eachString(one, change)]));
}
