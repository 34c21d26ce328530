// A workshop that staff moves or calls off: the record, a line of the audit, and each mentor's ledger is looked at once.
import { attendanceId, type WorkshopChange } from '../domain/attendance.ts';
import type { LookUp, LookUpResult } from '../domain/look-up.ts';
import { appendAuditOnce } from '../reports/audit-trail.ts';
import { lookAtLedgers } from '../runtime/calendar-news.ts';
import type { Store } from '../store/store.ts';

export interface WorkshopChangeParts {
  store: Store;
  dataDir: string;
  /** UTC. */
  now(): string;
}

/** May be asked again after a kill at any point: the record is absolute, and a ledger that was looked at already is not looked at again. */
export async function answerWorkshopChange(
  { store, dataDir, now }: WorkshopChangeParts,
  { id: asked, owner, askedAt, request }: LookUp,
): Promise<LookUpResult> {
  if (request.kind !== 'workshopOrder') return { kind: 'nothing' };
  const { order } = request;
  const id = attendanceId(order.workshop);
  const change: WorkshopChange = { kind: 'workshopChange', id, owner: 'programme', ...order, at: askedAt, by: owner };
  await appendAuditOnce(dataDir, asked, {
    at: now(),
    what: order.when === null ? 'workshopCalledOff' : 'workshopMoved',
    by: owner,
    workshop: String(order.workshop),
    was: order.was,
    when: order.when && `${order.when.date}T${order.when.time}`,
  });
  const { persons, workshopChanges } = await store.readRoster();
  const known = workshopChanges?.find((one) => one.id === id);
  if (known === undefined || known.at <= change.at)
    await store.importRoster({ centres: [], persons: [], workshopChanges: [change] });
  const mentors = await lookAtLedgers(store, `workshop:${asked}`, persons, now());
  return { kind: 'workshopDone', mentors };
}
