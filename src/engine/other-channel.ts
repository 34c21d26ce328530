// One person in several chats: where she wants to be written to, and how she comes into another one with a code that she asked for here.
import type { Post } from '../domain/inbound-event.ts';
import { linkCodeIn, linkCodeMinutes } from '../domain/link-code.ts';
import type { LookUpResult } from '../domain/look-up.ts';
import type { Address, ChannelName } from '../domain/roster.ts';
import { addMinutes } from '../mentoring/local-time.ts';
import { channelNamed, meansAnyChannel } from './answers/commands/channel-words.ts';
import { readCommand } from './answers/commands/command.ts';
import { houseText } from './thread-context.ts';
import { activeThread, repeatQuestion, resumeThread } from './threads.ts';
import type { TurnDraft } from './turn-draft.ts';
import { vocabularyOf } from './vocabulary-of.ts';

const nameOf = (draft: TurnDraft, channel: ChannelName): string => houseText(draft, `canales.nombre-${channel}`);

/** The same for who is no mentor. */
export function staffWishesChannel(draft: TurnDraft, text: string): boolean {
  const said = readCommand(text, vocabularyOf(draft.program));
  if (said?.command !== 'otherChannel' || !said.exact) return false;
  wishChannel(draft, text);
  return true;
}

/** "Escríbame por Telegram", "quiero seguir en WhatsApp", "código". */
export function wishChannel(draft: TurnDraft, text: string): void {
  const wanted = channelNamed(text);
  const { prefers: _before, ...person } = draft.person;
  if (wanted === undefined && meansAnyChannel(text)) {
    draft.put(person);
    draft.say({ kind: 'answer', text: houseText(draft, 'canales.donde-escriba') });
    return repeatQuestion(draft);
  }
  const known = person.addresses.some(({ channel }) => channel === wanted) || draft.event.channel === wanted;
  if (wanted === undefined || !known) return draft.lookUp({ kind: 'linkCode', ...(wanted && { channel: wanted }) });
  draft.put({ ...person, prefers: wanted });
  const channel = nameOf(draft, wanted);
  draft.say({ kind: 'answer', text: houseText(draft, 'canales.le-escribo-ahi', { channel }) });
  repeatQuestion(draft);
}

/** The code that she asked for, good for one time and a few minutes. */
export function giveCode(draft: TurnDraft, wanted: ChannelName | undefined, result: LookUpResult): void {
  if (result.kind !== 'linkCode') return void draft.say({ kind: 'answer', text: houseText(draft, 'canales.sin-codigo') });
  const { code, link } = result;
  draft.put({ ...draft.person, linking: { code, until: addMinutes(draft.now, linkCodeMinutes) } });
  draft.say({ kind: 'answer', text: codeText(draft, wanted, code, link) });
}

function codeText(draft: TurnDraft, wanted: ChannelName | undefined, code: string, link: string | undefined): string {
  const minutes = linkCodeMinutes;
  if (wanted === undefined) return houseText(draft, 'canales.codigo-otro', { code, minutes });
  const channel = nameOf(draft, wanted);
  if (link === undefined) return houseText(draft, 'canales.codigo', { channel, code, minutes });
  return houseText(draft, 'canales.codigo-y-liga', { channel, code, minutes, link });
}

/** Her own code in a chat that is hers already: there is nothing to be done with it here. */
export function repeatsOwnCode(draft: TurnDraft, text: string): boolean {
  const { linking } = draft.person;
  if (linking === undefined || linkCodeIn(text) !== linking.code) return false;
  draft.say({ kind: 'answer', text: houseText(draft, 'canales.aqui-no') });
  return true;
}

/** She typed her code here: she is met by name, at the question that stood open in the other chat. */
export function meetByCode(draft: TurnDraft): void {
  const thread = activeThread(draft);
  const lead = houseText(draft, 'canales.ya-aqui');
  if (thread?.waitingFor) return resumeThread(draft, thread.id, { lead });
  draft.say({ kind: 'answer', text: lead });
}

/** An address more of hers: the chat that she had before is told, and the coordinators. */
export function tellAddressAdded(draft: TurnDraft, added: Address, before: readonly Address[]): void {
  const { linking: _used, ...person } = draft.person;
  if (draft.event.content.kind === 'joined' && draft.event.content.by === 'code') draft.put(person);
  const others = before.filter(({ channel }) => channel !== 'simulator' || added.channel === 'simulator');
  const [last] = others;
  const joined = draft.event.content.kind === 'joined';
  if (last === undefined || !(joined || others.every(({ channel }) => channel !== added.channel))) return;
  const channel = nameOf(draft, added.channel);
  draft.say({ kind: 'notice', text: houseText(draft, 'canales.entro-en-otro', { channel }) }).address = last;
  const told = draft.state.directory.filter(({ id, roles }) => roles.includes('coordinator') && id !== draft.state.owner);
  const centre = draft.centre.name || houseText(draft, 'dudas.del-equipo');
  for (const { id } of told) draft.post(id, { kind: 'addressAdded', channel: added.channel, person: draft.person.name, centre });
}

export function hearAddressAdded(draft: TurnDraft, body: Extract<Post['body'], { kind: 'addressAdded' }>): void {
  const { person, centre } = body;
  const channel = nameOf(draft, body.channel);
  draft.say({ kind: 'notice', text: houseText(draft, 'canales.aviso-entro', { name: person, centre, channel }) });
}
