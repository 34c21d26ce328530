// A coordinator says whose centre has one phone for several persons, and lets somebody choose a new PIN for it.
import type { LookUpRequest, LookUpResult } from '../../domain/look-up.ts';
import { readPhoneOrder } from '../answers/commands/phone-words.ts';
import { houseText } from '../thread-context.ts';
import type { TurnDraft } from '../turn-draft.ts';

const longestSaid = 200;

export function askPhones(draft: TurnDraft, text: string): void {
  const order = readPhoneOrder(text);
  if (!order || order.said === '') return say(draft, houseText(draft, 'canales.telefonos-como'));
  const said = order.said.slice(0, longestSaid);
  if (order.deed === 'newPin') draft.lookUp({ kind: 'pinOf', said });
  else draft.lookUp({ kind: 'phoneShared', said, shared: order.deed === 'share' });
}

const say = (draft: TurnDraft, text: string): void => void draft.say({ kind: 'answer', text });

export function hearPinOf(draft: TurnDraft, { said }: Extract<LookUpRequest, { kind: 'pinOf' }>, result: LookUpResult): void {
  if (result.kind !== 'mentorNamed') return say(draft, houseText(draft, 'equipo.no-se-pudo'));
  const [mentor, ...others] = result.mentors;
  if (mentor === undefined) return say(draft, houseText(draft, 'canales.pin-de-nadie', { said }));
  if (others.length > 0) {
    const names = result.mentors.map(({ name }) => `• ${name}`).join('\n');
    return say(draft, houseText(draft, 'canales.pin-de-cual', { names }));
  }
  draft.post(mentor.id, { kind: 'pinCleared' });
  say(draft, houseText(draft, 'canales.pin-borrado', { name: mentor.name }));
}

export function hearPhoneShared(draft: TurnDraft, result: LookUpResult): void {
  if (result.kind !== 'phoneShared') return say(draft, houseText(draft, 'equipo.no-se-pudo'));
  const { outcome, centre } = result;
  const names = result.names.map((name) => `• ${name}`).join('\n');
  const text = {
    shared: () => houseText(draft, 'canales.comparten', { centre, names }),
    unshared: () => houseText(draft, 'canales.ya-no-comparten', { centre, names }),
    whichCentre: () => houseText(draft, 'canales.comparten-donde'),
    alone: () => houseText(draft, 'canales.comparten-una', { centre }),
    noNumber: () => houseText(draft, 'canales.comparten-sin-numero', { centre }),
    severalNumbers: () => houseText(draft, 'canales.comparten-varios', { centre, names }),
  }[outcome];
  say(draft, text());
}
