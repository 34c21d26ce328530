// Somebody of the staff wants a poll in a group, or its result, from her own chat: the group is found, and its own turn does it.
import type { GroupAct } from '../../domain/group.ts';
import type { LookUpResult } from '../../domain/look-up.ts';
import { readPoll } from '../answers/commands/poll-words.ts';
import { plain } from '../answers/words/text-forms.ts';
import { pollOrder } from '../group/group-polls.ts';
import { houseText } from '../thread-context.ts';
import type { TurnDraft } from '../turn-draft.ts';

const say = (draft: TurnDraft, text: string): void => void draft.say({ kind: 'answer', text });

export function askGroupPoll(draft: TurnDraft, text: string): void {
  const said = readPoll(text, draft.program.vocabulary.groups);
  if (!said || said.kind === 'unclear') return say(draft, houseText(draft, 'grupo.encuesta-como'));
  const { where } = said;
  if (said.kind === 'results' || said.kind === 'close') return draft.lookUp({ kind: 'groups', act: { do: said.kind, where } });
  const poll = pollOrder(draft, said);
  if (typeof poll === 'string') return say(draft, poll);
  draft.lookUp({ kind: 'groups', act: { do: 'poll', poll, where } });
}

export function hearGroups(draft: TurnDraft, act: GroupAct, result: LookUpResult): void {
  if (result.kind !== 'groups') return say(draft, houseText(draft, 'equipo.no-se-pudo'));
  const titled = result.groups.map(({ id, title }) => ({ id, title: title || houseText(draft, 'grupo.sin-nombre') }));
  const wanted = plain(act.where).split(' ');
  const named = titled.filter(({ title }) => wanted.some((word) => word.length > 3 && plain(title).includes(word)));
  const found = named.length > 0 ? named : titled;
  const [group] = found;
  if (!group) return say(draft, houseText(draft, 'grupo.encuesta-sin-grupo'));
  if (found.length > 1) {
    const groups = found.map(({ title }) => `• ${title}`).join('\n');
    return say(draft, houseText(draft, 'grupo.encuesta-en-cual', { groups, example: group.title }));
  }
  if (act.do !== 'poll') return draft.post(group.id, { kind: 'pollAsked', what: act.do });
  draft.post(group.id, { kind: 'pollOrdered', poll: act.poll });
  say(draft, houseText(draft, 'grupo.encuesta-va', { title: group.title }));
}
