// A phone that several persons use, while nobody has said who she is: asks for a name and a PIN, and says nothing of anybody before.
import type { EventContent, Post } from '../domain/inbound-event.ts';
import { addressOfPhone, type PinTried, type SharedPhone, type Sharer } from '../domain/shared-phone.ts';
import { addMinutes } from '../mentoring/local-time.ts';
import { leavesPhone, personSaid } from './answers/people/identity-words.ts';
import { plain } from './answers/words/text-forms.ts';
import { isGreeting } from './hearing/greet.ts';
import { safeguardingRoute } from './safety/safeguarding.ts';
import { houseText } from './thread-context.ts';
import type { TurnDraft } from './turn-draft.ts';

type AtPhone = Extract<EventContent, { kind: 'atSharedPhone' }>;

/** What was written so long before she says who she is may be somebody else's. */
const heldMinutes = 5;
const mostHeld = 5;
const longestHeld = 2000;

/** Of an owner that is a phone; nothing for any other. */
export function takePhoneTurn(draft: TurnDraft): void {
  const { content } = draft.event;
  if (content.kind === 'atSharedPhone') hearAtPhone(draft, content);
  if (content.kind === 'post' && content.post.body.kind === 'harmPassedOn') harmPassedOn(draft, content.post.body);
}

function hearAtPhone(draft: TurnDraft, content: AtPhone): void {
  const phone = phoneNow(draft);
  draft.put({ ...phone, inside: null, touchedAt: draft.now });
  if (content.tried) return hearPin(draft, content.who, content.tried);
  const { said } = content;
  if (said !== null && tellsHarm(draft, content.who, said)) return hold(draft, said);
  const person = sharerSaid(phone, content);
  if (person) return askPin(draft, person);
  if (said !== null && /\b(?:olvide|no me acuerdo|no recuerdo|perdi)\b/.test(plain(said)) && phone.asking?.what === 'pin')
    return void draft.say({ kind: 'answer', text: houseText(draft, 'canales.pin-olvidado') });
  if (said !== null && leavesPhone(said, content.who)) {
    draft.put({ ...kept(draft), asking: null, held: [] });
    if (/\botra? /.test(plain(said)) || /\bpersona\b/.test(plain(said))) return askWho(draft, content.who, 'canales.quien-es');
    return void draft.say({ kind: 'answer', text: houseText(draft, 'canales.salio') });
  }
  if (said !== null && saysMuch(said) && !isGreeting(draft, said)) hold(draft, said);
  const { asking } = phone;
  const asked = asking && 'person' in asking ? content.who.find(({ id }) => id === asking.person) : undefined;
  if (asked) return askPin(draft, asked);
  askWho(draft, content.who, phone.asking === null ? 'canales.quien-escribe' : 'canales.quien-es');
}

/** A word or two are said again in no time, and may have been meant for what was asked. */
const saysMuch = (text: string): boolean => text.trim().split(/\s+/).length >= 3;

const phoneNow = (draft: TurnDraft): SharedPhone => {
  const { owner, sharedPhone: known } = draft.state;
  const fresh: SharedPhone = {
    kind: 'sharedPhone',
    id: owner,
    owner,
    asking: null,
    offered: [],
    held: [],
    inside: null,
    wrong: [],
    touchedAt: draft.now,
  };
  if (known === undefined) return fresh;
  if (addMinutes(known.touchedAt, heldMinutes) < draft.now) return { ...fresh, wrong: known.wrong };
  return { ...known, held: known.held.filter(({ at }) => addMinutes(at, heldMinutes) >= draft.now) };
};

const kept = (draft: TurnDraft): SharedPhone => draft.get('sharedPhone', draft.state.owner) ?? phoneNow(draft);

function sharerSaid({ offered, asking }: SharedPhone, { who, said, option }: AtPhone): Sharer | undefined {
  const tapped = said === '' && option !== undefined ? offered[option] : undefined;
  const id = tapped ?? (said ? personSaid(said, who, asking === null ? [] : offered) : undefined);
  return who.find((one) => one.id === id);
}

/** In her own turn it will be read as what she wrote. */
function hold(draft: TurnDraft, text: string): void {
  const phone = kept(draft);
  const held = [...phone.held, { text: text.slice(0, longestHeld), at: draft.now }].slice(-mostHeld);
  draft.put({ ...phone, held });
}

function askWho(draft: TurnDraft, who: readonly Sharer[], key: 'canales.quien-escribe' | 'canales.quien-es'): void {
  draft.put({ ...kept(draft), asking: { what: 'who' }, offered: who.map(({ id }) => id) });
  const label = ({ id, name, calledAs }: Sharer): string =>
    calledAs === '' || who.some((other) => other.id !== id && other.calledAs === calledAs) ? name : calledAs;
  draft.say({ kind: 'question', text: houseText(draft, key), options: who.map((one) => ({ id: one.id, label: label(one) })) });
}

function askPin(draft: TurnDraft, { id, name, calledAs, pin }: Sharer): void {
  const called = calledAs || name;
  if (pin === 'elsewhere') {
    draft.put({ ...kept(draft), asking: { what: 'who' } });
    return void draft.say({ kind: 'answer', text: houseText(draft, 'canales.pin-en-su-chat', { name: called }) });
  }
  const what = pin === 'kept' ? 'pin' : 'newPin';
  draft.put({ ...kept(draft), asking: { what, person: id } });
  const text =
    what === 'pin'
      ? houseText(draft, 'canales.su-pin', { name: called })
      : houseText(draft, 'canales.pin-nuevo', { name: called });
  draft.say({ kind: 'question', text });
}

function hearPin(draft: TurnDraft, who: readonly Sharer[], tried: PinTried): void {
  switch (tried.outcome) {
    case 'unasked':
      return askWho(draft, who, 'canales.quien-es');
    case 'tooPlain':
      return void draft.say({ kind: 'question', text: houseText(draft, 'canales.pin-sencillo') });
    case 'wrong':
      noteWrong(draft, { person: tried.person, count: tried.count, until: null });
      return void draft.say({ kind: 'question', text: houseText(draft, 'canales.pin-mal', { left: tried.left }) });
    case 'blocked':
      if (tried.until !== null) {
        noteWrong(draft, { person: tried.person, count: 0, until: tried.until });
        draft.post(tried.person, { kind: 'pinFailed' });
      }
      return void draft.say({ kind: 'answer', text: houseText(draft, 'canales.pin-alto') });
    case 'right':
    case 'chosen':
      return letIn(draft, tried.person, tried.outcome === 'chosen' ? tried.pin : null);
  }
}

function noteWrong(draft: TurnDraft, one: SharedPhone['wrong'][number]): void {
  const phone = kept(draft);
  draft.put({ ...phone, wrong: [...phone.wrong.filter(({ person }) => person !== one.person), one] });
}

/** She is greeted by a turn of her own, and what she had written is hers. */
function letIn(draft: TurnDraft, person: string, pin: Extract<Post['body'], { kind: 'cameIn' }>['pin']): void {
  const at = addressOfPhone(draft.state.owner);
  if (at === undefined) return;
  const { held, wrong } = kept(draft);
  draft.post(person, { kind: 'cameIn', at, pin, wrote: held.length > 0 });
  for (const { text } of held) draft.post(person, { kind: 'wroteBefore', text });
  draft.put({
    ...kept(draft),
    asking: null,
    offered: [],
    held: [],
    inside: person,
    wrong: wrong.filter((one) => one.person !== person),
  });
}

/** Nobody knows whose words they are: the ways to help are said all the same, and the contacts of the centre hear of it. */
function tellsHarm(draft: TurnDraft, who: readonly Sharer[], said: string): boolean {
  const { safeguarding } = draft.program;
  const route = safeguardingRoute(safeguarding, said);
  const [first] = who;
  if (route === undefined || first === undefined) return false;
  for (const text of safeguarding.routes[route].bubbles) draft.say({ kind: 'safeguarding', text });
  draft.post(first.id, { kind: 'harmAtPhone', route });
  return true;
}

/** Who was told of it. */
function harmPassedOn(draft: TurnDraft, { contacts }: Extract<Post['body'], { kind: 'harmPassedOn' }>): void {
  const told = contacts !== '';
  const text = told ? houseText(draft, 'canales.avisado', { contacts }) : draft.program.safeguarding.nobodyAlerted;
  draft.say({ kind: 'safeguarding', text });
}
