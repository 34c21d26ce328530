// What became of each reminder that was planned, read off the turns: the ledger's rows, its facts, and what stays without an end.
import type { Fact } from '../domain/fact.ts';
import type { Turn } from '../domain/turn.ts';

/** How many ended in which way, by rung: 'sent', or 'suppressed:done' with its reason. */
export type Outcomes = Record<string, Record<string, number>>;

/** What is read of a row of the ledger. */
interface Row {
  id: string;
  owner: string;
  /** UTC. */
  dueAt: string;
  state: string;
  held?: { to: string };
}

export interface ReminderAccounts {
  committed(turn: Turn): void;
  outcomes: Outcomes;
  /** Rows that were due before this instant and never ended, and rows that vanished; ids, to look for them. */
  unaccounted(end: string): string[];
  planned(): number;
}

export function openAccounts(): ReminderAccounts {
  const open = new Map<string, Row>();
  const lost: string[] = [];
  const outcomes: Outcomes = {};
  let planned = 0;

  function keep(row: Row): void {
    const key = `${row.owner}/${row.id}`;
    if (row.state !== 'planned') open.delete(key);
    else {
      if (!open.has(key)) planned += 1;
      open.set(key, row);
    }
  }

  return {
    outcomes,
    planned: () => planned,
    committed({ owner, changes, facts }) {
      for (const change of changes) {
        if ('put' in change) {
          // A person handed over takes her rows along only by ending them: rows are of one owner.
          const record: { kind: string } = change.put;
          if (record.kind === 'reminder') keep(record as unknown as Row);
        } else if ('remove' in change) {
          const { kind, id }: { kind: string; id: string } = change.remove;
          if (kind === 'reminder' && open.delete(`${owner}/${id}`)) lost.push(`${owner}/${id}`);
        }
      }
      for (const fact of facts) {
        const outcome = outcomeOf(fact);
        if (outcome === undefined) continue;
        const rung = String(fact.data.rung ?? '');
        const ofRung = outcomes[rung] ?? {};
        outcomes[rung] = ofRung;
        ofRung[outcome] = (ofRung[outcome] ?? 0) + 1;
      }
    },
    unaccounted(end) {
      const late = [...open].filter(([, row]) => (row.held?.to ?? row.dueAt) < end).map(([key]) => key);
      return [...lost, ...late].sort();
    },
  };
}

function outcomeOf({ kind, data }: Fact): string | undefined {
  const name: string = kind;
  if (name === 'reminderEnded') return typeof data.why === 'string' ? `${data.outcome}:${data.why}` : String(data.outcome);
  return name === 'reminderSent' ? 'sent' : undefined;
}
