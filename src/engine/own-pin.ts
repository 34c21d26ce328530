// What a shared phone causes in the person whose chat it opens: she comes in, her PIN is kept or failed at, and coordinators hear of it.
import type { Post } from '../domain/inbound-event.ts';
import type { KeptPin } from '../domain/shared-phone.ts';
import { hasConsent } from './hearing/read-message.ts';
import { join } from './reachability.ts';
import { contactGroups, sayContacts } from './safety/safety-alerts.ts';
import { houseText } from './thread-context.ts';
import { repeatQuestion } from './threads.ts';
import type { TurnDraft } from './turn-draft.ts';

export function comeIn(draft: TurnDraft, { at, pin, wrote }: Extract<Post['body'], { kind: 'cameIn' }>): void {
  const others = draft.person.addresses.filter(({ channel, address }) => channel !== at.channel || address !== at.address);
  draft.put({ ...draft.person, addresses: [{ ...at, shared: true }, ...others], ...(pin && { pin }) });
  draft.converse({ lastHeardAt: draft.now });
  draft.say({ kind: 'notice', text: houseText(draft, pin ? 'canales.ya-entro-nuevo' : 'canales.ya-entro') });
  if (pin) tellCoordinators(draft, 'chosen');
  // Before she has agreed to take part, nothing that she wrote is read.
  if (!wrote || (draft.person.roles.includes('mentor') && !hasConsent(draft))) join(draft, 'invite');
}

/** Set or changed in a chat of hers. */
export function takePin(draft: TurnDraft, pin: KeptPin | null): void {
  if (pin) draft.put({ ...draft.person, pin });
  draft.say({ kind: 'answer', text: houseText(draft, pin ? 'canales.pin-guardado' : 'canales.pin-sencillo') });
  if (pin) repeatQuestion(draft);
}

/** What she wrote at the phone before she said who she is. */
export function hearHeld(draft: TurnDraft, text: string, hear: (text: string) => void): void {
  if (!draft.person.roles.includes('mentor') || hasConsent(draft)) hear(text);
}

export function clearPin(draft: TurnDraft): void {
  const { pin: _before, ...person } = draft.person;
  draft.put(person);
}

/** In the chat that is hers alone she hears it too, which the coordinators see to. */
export const pinFailed = (draft: TurnDraft): void => tellCoordinators(draft, 'failed');

const centreName = (draft: TurnDraft): string => draft.centre.name || houseText(draft, 'dudas.del-equipo');

function tellCoordinators(draft: TurnDraft, what: 'chosen' | 'failed'): void {
  const body = { kind: 'pinNews', what, person: draft.person.name, centre: centreName(draft) } as const;
  for (const { id, roles } of draft.state.directory)
    if (roles.includes('coordinator') && id !== draft.state.owner) draft.post(id, body);
}

export function hearPinNews(draft: TurnDraft, { what, person, centre }: Extract<Post['body'], { kind: 'pinNews' }>): void {
  const text =
    what === 'chosen'
      ? houseText(draft, 'canales.aviso-pin-puesto', { name: person, centre })
      : houseText(draft, 'canales.aviso-pin-mal', { name: person, centre });
  draft.say({ kind: 'notice', text });
}

/** Words of harm at the phone of her centre, not known to be hers: her contacts are told where, and the phone who they are. */
export function passHarmOn(draft: TurnDraft, { from }: Post, { route }: Extract<Post['body'], { kind: 'harmAtPhone' }>): void {
  const contacts = contactGroups(draft)[0] ?? [];
  const alertId = draft.newId();
  const mentor = houseText(draft, 'canales.alguien');
  for (const { id } of contacts) draft.post(id, { kind: 'safeguardingAlert', alertId, route, mentor, centre: centreName(draft) });
  draft.post(from, { kind: 'harmPassedOn', contacts: sayContacts(draft, contacts) });
}
