// Children's safety and her own come before anything else: every word is looked at here first.
import type { SafeguardingAlert } from '../../domain/conversation.ts';
import { addDays, addMinutes } from '../../mentoring/local-time.ts';
import { renderText } from '../../mentoring/render-text.ts';
import type { Safeguarding } from '../../program/content-schema.ts';
import { isDenial, isDenied } from '../answers/harm/harm-acts.ts';
import { type HarmSign, readHarmSigns } from '../answers/harm/harm-signs.ts';
import { plain } from '../answers/words/text-forms.ts';
import type { TurnDraft } from '../turn-draft.ts';
import { type Contact, contactGroups, sayContacts, tellContacts } from './safety-alerts.ts';

export type Route = SafeguardingAlert['route'];

interface Phrase {
  /** With a space before and after, so that only whole words match. */
  words: string;
  route: Route;
}
const prepared = new WeakMap<Safeguarding, ReadonlyMap<string, readonly Phrase[]>>();
/** Danger first: where two fit, what cannot wait is said. */
const routes: readonly Route[] = ['danger', 'abuse', 'distress'];
/** Within so long more of the same is the same telling. */
const sameTelling = 60;

/** Phrases by their first word, so that the cost of a message does not grow with the vocabulary. */
function phrasesOf(safeguarding: Safeguarding): ReadonlyMap<string, readonly Phrase[]> {
  let index = prepared.get(safeguarding);
  if (!index) {
    const built = new Map<string, Phrase[]>();
    for (const route of routes) {
      for (const phrase of safeguarding.vocabulary[route]) {
        const words = plain(phrase);
        const first = words.split(' ')[0] ?? '';
        built.set(first, [...(built.get(first) ?? []), { words: ` ${words} `, route }]);
      }
    }
    index = built;
    prepared.set(safeguarding, index);
  }
  return index;
}

function phraseRoute(safeguarding: Safeguarding, text: string): Route | undefined {
  const index = phrasesOf(safeguarding);
  const said = ` ${plain(text)} `;
  const found = new Set<Route>();
  const list = said.trim().split(' ');
  let at = 0;
  for (const [place, word] of list.entries()) {
    for (const { words, route } of index.get(word) ?? []) {
      // "No les gritó" praises; "no respira" begins with its own "no".
      if (said.startsWith(words, at) && (isDenial(word) || !isDenied(list, place))) found.add(route);
    }
    at += word.length + 1;
  }
  return routes.find((route) => found.has(route));
}

/** What the words call for: the whole route, or one question first. A false alarm is acceptable, a miss is not. */
export function harmIn(safeguarding: Safeguarding, text: string): HarmSign | undefined {
  const phrase = phraseRoute(safeguarding, text);
  if (phrase === 'danger') return { route: phrase, level: 'clear' };
  const sign = readHarmSigns(safeguarding, text);
  if (phrase === undefined) return sign;
  return sign?.level === 'clear' && routes.indexOf(sign.route) < routes.indexOf(phrase)
    ? sign
    : { route: phrase, level: 'clear' };
}

/** The one of two readings that calls for more. */
export function graver(one: HarmSign | undefined, other: HarmSign | undefined): HarmSign | undefined {
  if (!one || !other) return one ?? other;
  if (one.level !== other.level) return one.level === 'clear' ? one : other;
  return routes.indexOf(one.route) <= routes.indexOf(other.route) ? one : other;
}

/** The route, where the words leave no doubt. */
export function safeguardingRoute(safeguarding: Safeguarding, text: string): Route | undefined {
  const sign = harmIn(safeguarding, text);
  return sign?.level === 'clear' ? sign.route : undefined;
}

const namesDirector = (safeguarding: Safeguarding, told: string): boolean => {
  const said = plain(told).split(' ');
  return safeguarding.director.some((word) => said.includes(word));
};

/** Says the route, alerts the contacts at once with the minimum, and leaves what was under way for later. */
export function answerSafeguarding(draft: TurnDraft, route: Route, told = '', lead?: string): void {
  const { safeguarding } = draft.program;
  const before = draft
    .all('alert')
    .find(
      (alert) =>
        alert.route === route && !alert.contacts.includes(draft.state.owner) && addMinutes(alert.at, sameTelling) > draft.now,
    );
  const groups = contactGroups(draft);
  const contacts = before ? contactsOf(draft, before) : (groups[0] ?? []);
  const names = sayContacts(draft, contacts);
  const fill = (text: string): string => renderText(text, (name) => (name === 'contacts' ? names : ''));
  const direct = namesDirector(safeguarding, told);
  const [first = '', ...others] = safeguarding.routes[route][direct ? 'ifDirector' : 'bubbles'];
  const again = before !== undefined && before.contacts.length > 0;
  if (lead !== undefined) draft.say({ kind: 'safeguarding', text: lead });
  if (!again) {
    for (const text of [first, ...others]) draft.say({ kind: 'safeguarding', text });
    draft.say({ kind: 'safeguarding', text: contacts.length ? fill(safeguarding.alerted) : safeguarding.nobodyAlerted });
  } else {
    // The whole route stands a few lines above; what is new is said, and where to go if it is the directora.
    draft.say({ kind: 'safeguarding', text: fill(safeguarding.again) });
    const [, where] = safeguarding.routes[route].ifDirector;
    if (direct && route === 'abuse' && where !== undefined) draft.say({ kind: 'safeguarding', text: where });
  }
  tellContacts(draft, route, contacts, before);
  // A person in distress is not reminded of tasks for two days (domain: 48 hours).
  const rest = addDays(draft.today.date, 2);
  if (route === 'distress' && (draft.person.pausedUntil ?? '') < rest) draft.put({ ...draft.person, pausedUntil: rest });
  draft.fact('safeguardingAlert', { data: { route, contacts: contacts.length } });
  draft.converse({
    burst: null,
    concern: null,
    lastWords: null,
    quiet: { since: draft.now, until: addDays(draft.today.date, 1), route, contacts: names },
  });
}

const contactsOf = (draft: TurnDraft, alert: SafeguardingAlert): Contact[] =>
  draft.state.directory.filter(({ id }) => alert.contacts.includes(id));
