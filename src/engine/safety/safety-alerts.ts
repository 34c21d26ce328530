// Alerts of a safety matter: whom they go to, how they are said again, and how they end.
import type { SafeguardingAlert } from '../../domain/conversation.ts';
import type { Post } from '../../domain/inbound-event.ts';
import { type DirectoryEntry, reachOf } from '../../domain/roster.ts';
import { addMinutes, localMoment } from '../../mentoring/local-time.ts';
import { inOfficeHours } from '../../mentoring/office-hours.ts';
import { renderText } from '../../mentoring/render-text.ts';
import { saysOneOf } from '../answers/words/said-phrases.ts';
import { plain } from '../answers/words/text-forms.ts';
import { houseText } from '../thread-context.ts';
import type { TurnDraft } from '../turn-draft.ts';

export type Contact = Pick<DirectoryEntry, 'id' | 'name' | 'roles'>;

/** Persons to alert, in the order in which they are: of the centre, coordinators, consultants; only those who can be reached. */
export function contactGroups(draft: TurnDraft): Contact[][] {
  // Who was only ever in a trial is not reached by what happens on a platform.
  const onPlatform = reachOf(draft.person.addresses) === 'platform';
  const reachable = draft.state.directory.filter(
    ({ id, reach }) => id !== draft.state.owner && (reach === 'platform' || (reach === 'simulator' && !onPlatform)),
  );
  const ofCentre = reachable.filter(({ id }) => draft.centre.safeguardingContacts.includes(id));
  const role = (wanted: 'coordinator' | 'consultant'): Contact[] => reachable.filter(({ roles }) => roles.includes(wanted));
  const coordinators = role('coordinator');
  // With nobody of the centre's own and no coordinator there is nobody whose task it is: consultants are only second to somebody.
  const groups = ofCentre.length || coordinators.length ? [ofCentre, coordinators, role('consultant')] : [];
  return groups.filter((group) => group.length > 0);
}

/** "Patricia Lozano (coordinadora del programa)". */
export function sayContacts(draft: TurnDraft, contacts: readonly Contact[]): string {
  const { roles } = draft.program.safeguarding;
  return contacts
    .map(({ name, roles: hers }) => {
      const role = (['coordinator', 'consultant', 'mentor'] as const).find((one) => hers.includes(one)) ?? 'other';
      return `${name} (${roles[role]})`;
    })
    .reduce((said, one, index, all) => (index === 0 ? one : `${said}${index === all.length - 1 ? ' y ' : ', '}${one}`), '');
}

/** A new alert, or word that she wrote again about the one that is open. */
export function tellContacts(
  draft: TurnDraft,
  route: SafeguardingAlert['route'],
  contacts: readonly Contact[],
  before: SafeguardingAlert | undefined,
): void {
  const id = before?.id ?? draft.newId();
  const base = before ?? { kind: 'alert' as const, id, owner: draft.state.owner, at: draft.now, route, mentor: '', centre: '' };
  draft.put({
    ...base,
    contacts: contacts.map((contact) => contact.id),
    acknowledgedAt: null,
    lastSaidAt: draft.now,
    timesSaid: (before?.timesSaid ?? 0) + 1,
  });
  for (const contact of contacts) postAlert(draft, contact.id, id, route);
}

function postAlert(draft: TurnDraft, to: string, alertId: string, route: SafeguardingAlert['route']): void {
  const centre = draft.centre.name || houseText(draft, 'dudas.del-equipo');
  draft.post(to, { kind: 'safeguardingAlert', alertId, route, mentor: draft.person.name, centre });
}

/** An alert received from somebody else; her own copy of one she raised is hers to keep, not to acknowledge. */
export function isUnacknowledged(owner: string) {
  return (alert: { acknowledgedAt: string | null; contacts: string[] }): boolean =>
    alert.acknowledgedAt === null && alert.contacts.includes(owner);
}

/** What the contact reads: who and where, never the words. */
function alertText(draft: TurnDraft, alert: SafeguardingAlert, template: string): string {
  const values: Record<string, string> = {
    mentor: alert.mentor,
    centre: alert.centre,
    route: houseText(draft, `casa.ruta-${alert.route}`),
    time: houseText(draft, 'casa.hora-zona', { time: localMoment(alert.at, draft.centre.zone).time }),
  };
  return renderText(template, (name) => values[name] ?? '');
}

export function receiveAlert(draft: TurnDraft, post: Post, body: Extract<Post['body'], { kind: 'safeguardingAlert' }>): void {
  const { safeguarding } = draft.program;
  const id = `${body.alertId}:${draft.state.owner}`;
  const known = draft.get('alert', id);
  const alert: SafeguardingAlert = {
    kind: 'alert',
    id,
    owner: draft.state.owner,
    at: known?.at ?? post.at,
    route: body.route,
    contacts: [draft.state.owner],
    acknowledgedAt: null,
    lastSaidAt: draft.now,
    timesSaid: 1,
    mentor: body.mentor,
    centre: body.centre,
    about: post.from,
  };
  draft.put(alert);
  const text = alertText(draft, alert, known ? safeguarding.contactAgain : safeguarding.contactAlert);
  draft.say({ kind: 'safeguarding', text });
}

const longestWords = 14;
const overtakenMinutes = 720;

const recently = (draft: TurnDraft, at: string | null): boolean => at !== null && addMinutes(at, overtakenMinutes) > draft.now;

/** "Ya hablé con ella", "enterada": any words that say that she knows. */
export function acknowledgesAlert(draft: TurnDraft, text: string): boolean {
  const { owner } = draft.state;
  const open = draft.all('alert').filter(isUnacknowledged(owner));
  // Somebody else was quicker: she is thanked all the same.
  const overtaken = draft.all('alert').some((alert) => alert.contacts.includes(owner) && recently(draft, alert.acknowledgedAt));
  if (open.length === 0 && !overtaken) return false;
  const said = plain(text).split(' ');
  // "Todavía no hablé con ella", "no la he visto".
  if (said.includes('no') || said.includes('aun') || said.length > longestWords) return false;
  if (!saysOneOf(draft.program.safeguarding.acknowledges, text)) return false;
  for (const alert of open) {
    draft.put({ ...alert, acknowledgedAt: draft.now });
    const alertId = alert.id.slice(0, -owner.length - 1);
    const name = draft.person.calledAs || draft.person.name;
    if (alert.about !== undefined) draft.post(alert.about, { kind: 'safeguardingHeard', alertId, by: owner, name });
  }
  draft.say({ kind: 'answer', text: houseText(draft, 'casa.aviso-recibido') });
  return true;
}

/** Somebody knows: who told it is told so, and the others need not be reminded. */
export function hearAcknowledged(draft: TurnDraft, body: Extract<Post['body'], { kind: 'safeguardingHeard' }>): void {
  const { safeguarding } = draft.program;
  const own = draft.get('alert', body.alertId);
  if (own) {
    if (own.acknowledgedAt !== null) return;
    draft.put({ ...own, acknowledgedAt: draft.now });
    draft.say({ kind: 'safeguarding', text: renderText(safeguarding.heard, () => body.name) });
    for (const to of own.contacts) if (to !== body.by) draft.post(to, body);
    return;
  }
  const told = draft.get('alert', `${body.alertId}:${draft.state.owner}`);
  if (!told || told.acknowledgedAt !== null) return;
  draft.put({ ...told, acknowledgedAt: draft.now });
  const text = renderText(safeguarding.seenBy, (name) => ({ ...told, name: body.name })[name as 'name' | 'mentor' | 'centre']);
  draft.say({ kind: 'safeguarding', text });
}

/** She says that it was a misunderstanding: everybody whom she alerted today is told so, once; false where nobody was. */
export function clearAlerts(draft: TurnDraft): boolean {
  const { owner } = draft.state;
  const raised = draft
    .all('alert')
    .filter(({ contacts, at }) => contacts.length > 0 && !contacts.includes(owner) && recently(draft, at));
  for (const alert of raised.filter(({ clearedAt }) => clearedAt === undefined)) {
    draft.put({ ...alert, clearedAt: draft.now });
    for (const to of alert.contacts) draft.post(to, { kind: 'safeguardingCleared', alertId: alert.id });
  }
  return raised.length > 0;
}

/** Whether to look for her all the same stays with the contact: it may be taken back out of fear. */
export function hearCleared(draft: TurnDraft, alertId: string): void {
  const told = draft.get('alert', `${alertId}:${draft.state.owner}`);
  if (!told) return;
  draft.put({ ...told, clearedAt: draft.now });
  draft.say({ kind: 'safeguarding', text: alertText(draft, told, draft.program.safeguarding.contactCleared) });
}

/** Minutes until somebody else is told as well, where nobody said that she knows. */
const patience = { danger: 15, abuse: 60, distress: 60 } as const;
/** Minutes until an alert is said again: sooner at first, and never given up. */
const firstAgain = 15;
const mostAgain = { danger: 240, abuse: 1440, distress: 1440 } as const;

/** Danger does not wait for the morning; everything else is for working hours. */
const inHours = (draft: TurnDraft, at: string, route: SafeguardingAlert['route']): string =>
  route === 'danger' ? at : inOfficeHours(at, draft.centre.zone, draft.closures);

/** What was taken back as a misunderstanding still wants somebody who saw it, but wakes nobody. */
const clearedAgain = 1440;

function againAt(draft: TurnDraft, alert: SafeguardingAlert): string {
  if (alert.clearedAt !== undefined)
    return inOfficeHours(addMinutes(alert.lastSaidAt, clearedAgain), draft.centre.zone, draft.closures);
  const minutes = Math.min(firstAgain * 2 ** (alert.timesSaid - 1), mostAgain[alert.route]);
  return inHours(draft, addMinutes(alert.lastSaidAt, minutes), alert.route);
}

const nextGroup = (draft: TurnDraft, alert: SafeguardingAlert): Contact[] =>
  contactGroups(draft)
    .map((group) => group.filter(({ id }) => !alert.contacts.includes(id)))
    .find((group) => group.length > 0) ?? [];

const isRaised =
  (owner: string) =>
  (alert: SafeguardingAlert): boolean =>
    alert.acknowledgedAt === null && alert.contacts.length > 0 && !alert.contacts.includes(owner);

/** When something of the alerts is due: with the contact to be said again, with who told it to go to the next persons. */
export function alertsDue(draft: TurnDraft): string | undefined {
  const { owner } = draft.state;
  const alerts = draft.all('alert');
  const again = alerts.filter(isUnacknowledged(owner)).map((alert) => againAt(draft, alert));
  const raised = alerts
    .filter((alert) => isRaised(owner)(alert) && nextGroup(draft, alert).length > 0)
    .map((alert) => inHours(draft, addMinutes(alert.lastSaidAt, patience[alert.route]), alert.route));
  return [...again, ...raised].sort()[0];
}

/** One bubble that says what still waits, and the next persons where nobody has said that she knows. */
export function repeatAlerts(draft: TurnDraft): void {
  const { owner } = draft.state;
  const open = draft.all('alert').filter(isUnacknowledged(owner));
  if (open.some((alert) => againAt(draft, alert) <= draft.now)) {
    for (const alert of open) draft.put({ ...alert, lastSaidAt: draft.now, timesSaid: alert.timesSaid + 1 });
    const lines = open.map(({ mentor, centre, route }) => `${mentor}, ${centre} (${houseText(draft, `casa.ruta-${route}`)})`);
    const text = renderText(draft.program.safeguarding.stillWaits, () => [...new Set(lines)].join('; '));
    draft.say({ kind: 'safeguarding', text: text.slice(0, 1000) });
  }
  for (const alert of draft.all('alert').filter(isRaised(owner))) {
    if (inHours(draft, addMinutes(alert.lastSaidAt, patience[alert.route]), alert.route) > draft.now) continue;
    const next = nextGroup(draft, alert);
    if (next.length === 0) continue;
    draft.put({ ...alert, lastSaidAt: draft.now, contacts: [...alert.contacts, ...next.map(({ id }) => id)] });
    for (const { id } of next) postAlert(draft, id, alert.id, alert.route);
  }
}
