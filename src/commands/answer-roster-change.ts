// Does a change of the roster that a coordinator confirmed: rows in one transaction, a line of the audit, and news for whom it is about.
import type { EventContent } from '../domain/inbound-event.ts';
import type { LookUp, LookUpResult } from '../domain/look-up.ts';
import type { Person } from '../domain/roster.ts';
import type { RosterChange, RosterNews } from '../domain/roster-change.ts';
import { appendAuditOnce } from '../reports/audit-trail.ts';
import { planRosterChange, rowsOf } from '../roster/plan-roster-change.ts';
import type { Store } from '../store/store.ts';

export interface RosterChangeParts {
  store: Store;
  dataDir: string;
  /** UTC. */
  now(): string;
  /** The address book and whoever else keeps people in memory. */
  learn?(person: Person): void;
  /** Opens the chat as this person; undefined where the house does not know how its bot is called. */
  linkOf?(person: string): string | undefined;
}

/**
 * May be asked again after a kill at any point: the id of a new person and those of the news derive from the look-up's, rows that are
 * there are not written again, and the audit has one line for each order.
 */
export async function answerRosterChange(parts: RosterChangeParts, { id, owner, request }: LookUp): Promise<LookUpResult> {
  const { store } = parts;
  const roster = await store.readRoster();
  if (request.kind === 'rosterCheck') return { kind: 'rosterFound', finding: planRosterChange(request.said, roster) };
  if (request.kind !== 'rosterChange') return { kind: 'nothing' };
  const { change } = request;
  const newId = `m-${id}`;
  const rows = rowsOf(change, roster, newId);
  if (rows.kind === 'refused') return { kind: 'rosterDone', outcome: { kind: 'refused', trouble: rows.trouble } };
  await appendAuditOnce(parts.dataDir, id, {
    at: parts.now(),
    what: 'rosterChange',
    by: owner,
    order: id,
    change: change.deed,
    person: 'person' in change ? change.person : newId,
    newPerson: change.deed === 'replace' ? newId : null,
    centre: 'mentor' in change ? change.mentor.centreId : change.deed === 'move' ? change.centreId : null,
    reason: 'reason' in change ? change.reason : null,
  });
  if (rows.kind === 'rows') await store.importRoster(rows.records);
  // A phone that goes to the next mentor takes its accounts along: who writes from them now is not the one before.
  if (rows.phonePassed && 'person' in change) {
    const before = roster.persons.find(({ id }) => id === change.person);
    // First whoever keeps people in memory: what comes meanwhile would be taken for hers, and bring the account back.
    if (before) parts.learn?.({ ...before, phone: '', addresses: [] });
    for (const channel of ['telegram', 'whatsapp'] as const) await store.forgetAddresses(change.person, channel);
  }
  const changed = new Set(['person' in change ? change.person : '', 'mentor' in change ? newId : '']);
  const persons = (await store.readRoster()).persons.filter(({ id: one }) => changed.has(one));
  for (const person of persons) parts.learn?.(person);
  const centreOf = (centreId: string): string => roster.centres.find((centre) => centre.id === centreId)?.name ?? '';
  for (const [to, news] of newsOf(change, newId, centreOf)) await tell(parts, id, owner, to, news);
  const comes = 'mentor' in change ? newId : change.deed === 'return' ? change.person : undefined;
  const invited = persons.find(({ id: one, addresses }) => one === comes && addresses.length === 0);
  return { kind: 'rosterDone', outcome: { kind: 'done', ...(invited ? { link: parts.linkOf?.(invited.id) ?? null } : {}) } };
}

/** The new one first, so that what is handed over to her comes after. */
function newsOf(change: RosterChange, newId: string, centreOf: (id: string) => string): [string, RosterNews][] {
  const { deed } = change;
  // Whether she takes part again is hers to say: she is welcomed when she writes.
  if (deed === 'return') return [];
  if (deed === 'add') return [[newId, { what: 'enrolled', replaces: null }]];
  if (deed === 'move') return [[change.person, { what: 'moved', before: change.from, centre: centreOf(change.centreId) }]];
  const left = (replacedBy: string | null): [string, RosterNews] => [
    change.person,
    { what: 'left', reason: change.reason, replacedBy },
  ];
  return deed === 'withdraw' ? [left(null)] : [[newId, { what: 'enrolled', replaces: change.person }], left(newId)];
}

async function tell({ store, now }: RosterChangeParts, order: string, from: string, to: string, news: RosterNews): Promise<void> {
  const externalId = `roster:${order}:${to}`;
  const at = now();
  const content: EventContent = { kind: 'post', post: { id: externalId, to, from, at, body: { kind: 'rosterChanged', news } } };
  await store.receive({
    id: `house:${externalId}`,
    channel: 'house',
    externalId,
    owner: to,
    writtenAt: at,
    receivedAt: at,
    content,
  });
}
