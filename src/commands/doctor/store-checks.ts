// Checks of the embedded store, read beside a running bot: damaged files, what waits, and what did not arrive.
import { addressOfStranger } from '../../domain/stranger.ts';
import type { StoreHealth } from '../../store/store.ts';
import { counted, type Finding, someOf } from './finding.ts';

export function checkOpening(error: unknown): Finding {
  return {
    name: 'Store',
    state: 'failed',
    result: error instanceof Error ? error.message : String(error),
    todo: 'docs/operacion.md, “Respaldos”, tells how a backup is put back.',
  };
}

export function checkDamage({ damaged }: Pick<StoreHealth, 'damaged'>): Finding {
  const name = 'Store';
  if (damaged.length === 0) return { name, state: 'ok', result: 'opens, no file is damaged.' };
  const lines = damaged.map(({ file, setAside, owners }) => {
    // Who only reads sets nothing aside.
    const copy = setAside === file ? 'the next start keeps a copy' : `kept as ${setAside}`;
    return `${file} (${copy}; ${heldOf(owners)})`;
  });
  return {
    name,
    state: 'failed',
    result: [`${counted(damaged.length, 'file is', 'files are')} damaged.`, ...lines].join('\n'),
    todo:
      'Who is held gets one kind message, and what she writes is kept. docs/operacion.md, “Un archivo dañado”, tells how to restore a ' +
      'backup, or to let them go on without what was in the file.',
  };
}

/** The id of a stranger is her address. */
function heldOf(owners: readonly string[]): string {
  const known = owners.filter((owner) => addressOfStranger(owner) === undefined);
  const strangers = owners.length - known.length;
  if (owners.length === 0) return 'nobody is held';
  const others = strangers === 0 ? [] : [counted(strangers, 'stranger', 'strangers')];
  return `held: ${[...(known.length === 0 ? [] : [someOf(known)]), ...others].join(', ')}`;
}

/** More than a burst of everybody at once leaves. */
const manyWaiting = 500;

export function checkWaiting({ inbox, outbox }: Pick<StoreHealth, 'inbox' | 'outbox'>, running: boolean): Finding {
  const name = 'Waiting';
  const result = `${inbox} to be answered, ${outbox} to be sent.`;
  if (!running && inbox + outbox > 0) return { name, state: 'warning', result, todo: 'Start the bot: it goes on with them.' };
  if (inbox > manyWaiting) {
    return { name, state: 'warning', result, todo: 'Repeat this in a minute. If it is not falling, look at the log for errors.' };
  }
  if (outbox > manyWaiting) {
    return {
      name,
      state: 'warning',
      result,
      todo: 'Look at "telegram" below, and at who has not joined: messages wait for them for a day.',
    };
  }
  return { name, state: 'ok', result };
}

export function checkUndelivered({ unsure, blocked, rejected }: Pick<StoreHealth, 'unsure' | 'blocked' | 'rejected'>): Finding {
  const name = 'Not delivered';
  if (unsure + blocked + rejected === 0) return { name, state: 'ok', result: 'nothing since the beginning.' };
  // Counted since the beginning, so this can be no warning: it would never end.
  return {
    name,
    state: 'ok',
    result: `since the beginning ${blocked} to who blocked the bot, ${rejected} refused, ${unsure} unsure.`,
    todo: 'The operators were told of each person once a day; the log has the causes ("a message was given up").',
  };
}
