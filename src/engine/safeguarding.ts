// Children's safety and her own come before anything else: every word is looked at here first.
import type { SafeguardingAlert } from '../domain/conversation.ts';
import { addDays, localMoment } from '../mentoring/local-time.ts';
import type { Safeguarding } from '../program/content-schema.ts';
import { plain } from './answers/text-forms.ts';
import { renderText } from './render-text.ts';
import { houseText } from './thread-context.ts';
import type { TurnDraft } from './turn-draft.ts';

export type Route = SafeguardingAlert['route'];

const prepared = new WeakMap<Safeguarding, { route: Route; phrases: string[] }[]>();

function phrasesOf(safeguarding: Safeguarding): { route: Route; phrases: string[] }[] {
  let list = prepared.get(safeguarding);
  if (!list) {
    // Danger first: where two fit, what cannot wait is said.
    const routes: Route[] = ['danger', 'abuse', 'distress'];
    list = routes.map((route) => ({ route, phrases: safeguarding.vocabulary[route].map((phrase) => ` ${plain(phrase)} `) }));
    prepared.set(safeguarding, list);
  }
  return list;
}

/** The route that the words call for. A false alarm is acceptable, a miss is not. */
export function safeguardingRoute(safeguarding: Safeguarding, text: string): Route | undefined {
  const said = ` ${plain(text)} `;
  return phrasesOf(safeguarding).find(({ phrases }) => phrases.some((phrase) => said.includes(phrase)))?.route;
}

/** Persons to alert: of the centre, else the coordinators; only those who can be reached. */
function contactsFor(draft: TurnDraft): { id: string; name: string }[] {
  const { directory } = draft.state;
  const reachable = directory.filter((entry) => entry.reachable && entry.id !== draft.state.owner);
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
      centre: draft.centre.name,
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
    time: localMoment(alert.at, draft.centre.zone).time,
  };
  return renderText(draft.program.safeguarding.contactAlert, (name) => values[name] ?? '');
}
