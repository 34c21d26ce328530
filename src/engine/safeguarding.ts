// Children's safety and her own come before anything else: every word is looked at here first.
import type { SafeguardingAlert } from '../domain/conversation.ts';
import { reachOf } from '../domain/roster.ts';
import { addDays, localMoment } from '../mentoring/local-time.ts';
import { renderText } from '../mentoring/render-text.ts';
import type { Safeguarding } from '../program/content-schema.ts';
import { plain } from './answers/text-forms.ts';
import { houseText } from './thread-context.ts';
import type { TurnDraft } from './turn-draft.ts';

export type Route = SafeguardingAlert['route'];

interface Phrase {
  /** With a space before and after, so that only whole words match. */
  words: string;
  route: Route;
}
const prepared = new WeakMap<Safeguarding, ReadonlyMap<string, readonly Phrase[]>>();
const denials = new Set(['no', 'nunca', 'sin', 'jamas']);
/** Danger first: where two fit, what cannot wait is said. */
const routes: readonly Route[] = ['danger', 'abuse', 'distress'];

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

/** The route that the words call for. A false alarm is acceptable, a miss is not. */
export function safeguardingRoute(safeguarding: Safeguarding, text: string): Route | undefined {
  const index = phrasesOf(safeguarding);
  const said = ` ${plain(text)} `;
  const found = new Set<Route>();
  let at = 0;
  let before = '';
  for (const word of said.trim().split(' ')) {
    for (const { words, route } of index.get(word) ?? []) {
      // "No les gritó" praises; of blows a denial is alarming enough.
      const denied = words.includes('grit') && denials.has(before);
      if (!denied && said.startsWith(words, at)) found.add(route);
    }
    at += word.length + 1;
    before = word;
  }
  return routes.find((route) => found.has(route));
}

/** Persons to alert: of the centre, else the coordinators; only those who can be reached. */
function contactsFor(draft: TurnDraft): { id: string; name: string }[] {
  const { directory } = draft.state;
  // Who was only ever in a trial is not reached by what happens on a platform.
  const onPlatform = reachOf(draft.person.addresses) === 'platform';
  const reachable = directory.filter(
    ({ id, reach }) => id !== draft.state.owner && (reach === 'platform' || (reach === 'simulator' && !onPlatform)),
  );
  const ofCentre = reachable.filter(({ id }) => draft.centre.safeguardingContacts.includes(id));
  return ofCentre.length ? ofCentre : reachable.filter(({ roles }) => roles.includes('coordinator'));
}

/** Says the route, alerts the contacts at once with the minimum, and leaves what was under way for later. */
export function answerSafeguarding(draft: TurnDraft, route: Route): void {
  const { safeguarding } = draft.program;
  const contacts = contactsFor(draft);
  const names = contacts.map(({ name }) => name).join(', ');
  const alerted = contacts.length ? renderText(safeguarding.alerted, () => names) : safeguarding.nobodyAlerted;
  draft.say({ kind: 'safeguarding', text: safeguarding.routes[route].text });
  draft.say({ kind: 'safeguarding', text: `${alerted}\n\n${safeguarding.continue}` });
  const id = draft.newId();
  draft.put({
    kind: 'alert',
    id,
    owner: draft.state.owner,
    at: draft.now,
    route,
    contacts: contacts.map((contact) => contact.id),
    acknowledgedAt: null,
    lastSaidAt: draft.now,
    timesSaid: 1,
    mentor: '',
    centre: '',
  });
  for (const contact of contacts) {
    draft.post(contact.id, {
      kind: 'safeguardingAlert',
      alertId: id,
      route,
      mentor: draft.person.name,
      centre: draft.centre.name || houseText(draft, 'dudas.del-equipo'),
    });
  }
  // A person in distress is not reminded of tasks for two days (domain: 48 hours).
  const rest = addDays(draft.today.date, 2);
  if (route === 'distress' && (draft.person.pausedUntil ?? '') < rest) draft.put({ ...draft.person, pausedUntil: rest });
  draft.fact('safeguardingAlert', { data: { route, contacts: contacts.length } });
  draft.converse({ burst: null });
}

/** What the contact reads: who and where, never the words. */
export function alertText(draft: TurnDraft, alert: SafeguardingAlert): string {
  const values: Record<string, string> = {
    mentor: alert.mentor,
    centre: alert.centre,
    route: houseText(draft, `casa.ruta-${alert.route}`),
    time: houseText(draft, 'casa.hora-zona', { time: localMoment(alert.at, draft.centre.zone).time }),
  };
  return renderText(draft.program.safeguarding.contactAlert, (name) => values[name] ?? '');
}
