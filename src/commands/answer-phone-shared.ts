// One phone for all mentors of a centre, as a coordinator says it: their rows of the roster, the audit, and whoever keeps people in memory.
import { centreMeant } from '../domain/centre-meant.ts';
import type { LookUp, LookUpResult, PhoneSharedOutcome } from '../domain/look-up.ts';
import { appendAuditOnce } from '../reports/audit-trail.ts';
import type { RosterChangeParts } from './answer-roster-change.ts';

/** May be asked again after a kill at any point: rows that say so already are not written again. */
export async function answerPhoneShared(parts: RosterChangeParts, { id, owner, request }: LookUp): Promise<LookUpResult> {
  if (request.kind !== 'phoneShared') return { kind: 'nothing' };
  const roster = await parts.store.readRoster();
  const [centre, ...others] = centreMeant(request.said, roster.centres);
  const mentors = roster.persons.filter(
    ({ roles, active, erasedAt, centreId }) => roles.includes('mentor') && active && !erasedAt && centreId === centre?.id,
  );
  const told = (outcome: PhoneSharedOutcome): LookUpResult => ({
    kind: 'phoneShared',
    outcome,
    centre: centre?.name ?? '',
    names: mentors.map(({ name }) => name),
  });
  if (centre === undefined || others.length > 0) return told('whichCentre');
  const numbers = [...new Set(mentors.map(({ phone }) => phone).filter((phone) => phone !== ''))];
  if (request.shared) {
    if (mentors.length < 2) return told('alone');
    if (numbers.length !== 1) return told(numbers.length === 0 ? 'noNumber' : 'severalNumbers');
  }
  await appendAuditOnce(parts.dataDir, id, {
    at: parts.now(),
    what: request.shared ? 'phoneShared' : 'phoneNotShared',
    by: owner,
    centre: centre.id,
  });
  // A number that several had is nobody's when they share it no more.
  const persons = mentors
    .filter(({ phoneShared }) => request.shared || phoneShared === true)
    .map((mentor) => ({ ...mentor, phone: request.shared ? (numbers[0] ?? '') : '', phoneShared: request.shared }));
  await parts.store.importRoster({ centres: [], persons });
  const changed = new Set(persons.map((person) => person.id));
  for (const person of (await parts.store.readRoster()).persons) if (changed.has(person.id)) parts.learn?.(person);
  return told(request.shared ? 'shared' : 'unshared');
}
