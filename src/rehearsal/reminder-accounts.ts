// What became of each reminder that was planned, read off the turns: the ledger's rows, its facts, and what stays without an end.
import type { Fact } from '../domain/fact.ts';
import type { Reminder } from '../domain/reminder.ts';
import type { Turn } from '../domain/turn.ts';

/** How many ended in which way, by source and rung ('appointment:dayBefore'): 'sent', or 'suppressed:done' with its reason. */
export type Outcomes = Record<string, Record<string, number>>;

export interface ReminderAccounts {
  committed(turn: Turn): void;
  outcomes: Outcomes;
  /** Rows that were due before this instant and never ended, and rows that vanished; ids, to look for them. */
  unaccounted(end: string): string[];
  planned(): number;
}

export function openAccounts(): ReminderAccounts {
  const open = new Map<string, Reminder>();
  const lost: string[] = [];
  const outcomes: Outcomes = {};
  let planned = 0;

  function keep(row: Reminder): void {
    const key = `${row.owner}/${row.id}`;
    if (row.state !== 'planned') open.delete(key);
    else {
      if (!open.has(key)) planned += 1;
      open.set(key, row);
    }
  }

  /** A row that is taken away has its end in a fact of the same turn; else it is lost. */
  function forget(key: string, ended: ReadonlySet<unknown>): void {
    const row = open.get(key);
    if (!row) return;
    open.delete(key);
    if (!ended.has(row.id)) lost.push(key);
  }

  function count(rung: string, outcome: string): void {
    const ofRung = outcomes[rung] ?? {};
    outcomes[rung] = ofRung;
    ofRung[outcome] = (ofRung[outcome] ?? 0) + 1;
  }

  return {
    outcomes,
    planned: () => planned,
    committed({ owner, changes, facts }) {
      const ended = new Set(facts.filter(({ kind }) => kind === 'reminderEnded').map(({ data }) => data.row));
      for (const change of changes) {
        if ('put' in change) {
          if (change.put.kind === 'reminder') keep(change.put);
        } else if ('remove' in change) {
          if (change.remove.kind === 'reminder') forget(`${owner}/${change.remove.id}`, ended);
        } else if ('erase' in change) {
          for (const [key, row] of open) if (row.owner === owner) open.delete(key);
        }
      }
      for (const fact of facts) {
        const outcome = outcomeOf(fact);
        if (outcome === undefined) continue;
        count(`${fact.data.source}:${fact.data.rung}`, outcome);
      }
    },
    unaccounted(end) {
      const late = [...open].filter(([, row]) => (row.held?.to ?? row.dueAt) < end).map(([key]) => key);
      return [...lost, ...late].sort();
    },
  };
}

function outcomeOf({ kind, data }: Fact): string | undefined {
  if (kind !== 'reminderEnded') return undefined;
  return typeof data.why === 'string' ? `${data.outcome}:${data.why}` : String(data.outcome);
}
