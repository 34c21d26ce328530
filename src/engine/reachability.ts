// Where people are reached: who joins, who is not known, whose messages do not arrive, and on which channel she is answered.
import type { Claim, Post } from '../domain/inbound-event.ts';
import type { Stranger } from '../domain/stranger.ts';
import { greet } from './hearing/greet.ts';
import { hasConsent } from './hearing/read-message.ts';
import { meetByCode, tellAddressAdded } from './other-channel.ts';
import { houseText } from './thread-context.ts';
import { activeThread, openThread, resumeThread } from './threads.ts';
import type { TurnDraft } from './turn-draft.ts';

/** She is answered, reminded and written to at the address from which she wrote last. */
export function writeHereFromNowOn(draft: TurnDraft): void {
  const { address, channel, shared } = draft.event;
  if (address === undefined || channel === 'house') return;
  const { addresses } = draft.person;
  const [first] = addresses;
  if (first?.channel === channel && first.address === address && first.shared === shared) return;
  const others = addresses.filter((known) => known.channel !== channel || known.address !== address);
  const isNew = others.length === addresses.length;
  draft.put({ ...draft.person, addresses: [{ channel, address, ...(shared && { shared }) }, ...others] });
  if (isNew && !shared) tellAddressAdded(draft, { channel, address }, addresses);
}

/** Somebody of the roster came in by her invitation or her number: she is greeted by name. */
export function join(draft: TurnDraft, by: Claim['by']): void {
  const known = !draft.person.roles.includes('mentor') || hasConsent(draft);
  if (by === 'code' && known && draft.person.addresses.length > 0) return meetByCode(draft);
  if (!draft.person.roles.includes('mentor')) {
    draft.say({ kind: 'answer', text: houseText(draft, 'casa.equipo') });
    return;
  }
  if (hasConsent(draft)) return greet(draft);
  // Nothing is asked of her before she has agreed to be asked.
  const thread = activeThread(draft);
  if (thread?.flow === 'bienvenida') resumeThread(draft, thread.id);
  else openThread(draft, 'bienvenida', {});
}

/** One polite message for who is not in the roster; one more where she showed a number or an invitation that it does not know. */
export function meetStranger(draft: TurnDraft, claimed: Stranger['told'][number]): void {
  const { owner, stranger } = draft.state;
  const told = stranger?.told ?? [];
  if (told.includes(claimed)) return;
  draft.put({ kind: 'stranger', id: owner, owner, told: [...told, claimed] });
  draft.say({ kind: 'notice', text: draft.program.texts[strangerText[claimed ?? 'words']] ?? '' });
}

const strangerText = {
  words: 'casa.desconocida',
  phone: 'casa.numero-desconocido',
  invite: 'casa.invitacion-usada',
  code: 'canales.codigo-no-sirve',
} as const;

/** Of what fails for good, of a person or of a whole channel. */
export function tellOperator(draft: TurnDraft, body: Extract<Post['body'], { kind: 'undelivered' | 'channelNews' }>): void {
  const text =
    body.kind === 'channelNews'
      ? houseText(draft, `casa.whatsapp-${body.what}`)
      : houseText(draft, `casa.no-llego-${body.why}`, { mentor: body.person, centre: body.centre });
  draft.say({ kind: 'notice', text });
}
