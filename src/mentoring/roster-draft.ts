// A change of the roster while a coordinator tells it, as the answers of its thread: what she said, what it comes to, what is missing.
import type { Thread } from '../domain/conversation.ts';
import type { LeavingReason, RosterDeed, RosterFinding, RosterGap, RosterSaid } from '../domain/roster-change.ts';
import type { Condition, List, MentoringContext, Value, Verb } from './mentoring-context.ts';

const deeds: Readonly<Record<string, RosterDeed>> = {
  agregar: 'add',
  reemplazar: 'replace',
  mover: 'move',
  baja: 'withdraw',
  regresar: 'return',
};
const reasons: Readonly<Record<string, LeavingReason>> = {
  'cambio-de-puesto': 'jobChange',
  licencia: 'leave',
  'voluntad-propia': 'own',
  otra: 'other',
};
/** What can be told anew, by the option of the correction. */
const parts: Readonly<Record<RosterDeed, readonly string[]>> = {
  add: ['nombre', 'trato', 'centro', 'telefono'],
  replace: ['quien', 'nombre', 'trato', 'telefono', 'motivo'],
  move: ['quien', 'centro'],
  withdraw: ['quien', 'motivo'],
  return: ['quien'],
};

/** The answer of the latest round, with the round. */
function latest({ answers }: Thread, key: string): { round: number; value: string; option: string } | undefined {
  let found: { round: number; value: string; option: string } | undefined;
  for (const [name, value] of Object.entries(answers)) {
    if (!name.startsWith(`${key}:`) || typeof value !== 'string') continue;
    const round = Number(name.slice(key.length + 1));
    if (Number.isInteger(round) && (!found || round > found.round))
      found = { round, value, option: String(answers[`${name}:option`] ?? '') };
  }
  return found;
}

export function rosterSaid(thread: Thread): RosterSaid {
  const said: RosterSaid = { deed: deeds[String(thread.answers.que)] ?? 'add' };
  const who = latest(thread, 'quien');
  const which = latest(thread, 'cual');
  if (which && which.round > (who?.round ?? -1)) {
    if (which.value !== 'ninguna') said.who = which.value;
  } else if (who) said.who = who.value;
  const data = latest(thread, 'datos');
  if (data) said.data = data.option === 'uno-por-uno' ? '' : data.value;
  const name = latest(thread, 'nombre');
  if (name) said.name = name.value;
  const calledAs = latest(thread, 'trato');
  if (calledAs) said.calledAs = calledAs.value;
  const centre = latest(thread, 'centro');
  if (centre) said.centre = centre.value;
  const phone = latest(thread, 'telefono');
  if (phone) said.phone = phone.option === 'sin-telefono' ? '' : phone.value;
  const reason = reasons[latest(thread, 'motivo')?.value ?? ''];
  if (reason) said.reason = reason;
  return said;
}

export const rosterKey = (thread: Thread): string => JSON.stringify(rosterSaid(thread));

/** As found for what stands now. */
function finding({ thread }: MentoringContext): RosterFinding | undefined {
  const { revision } = thread.answers;
  if (typeof revision !== 'object' || revision === null || Array.isArray(revision)) return undefined;
  return revision.de === rosterKey(thread) ? (revision.hallado as unknown as RosterFinding) : undefined;
}

function gap(c: MentoringContext): RosterGap | null {
  const known = finding(c);
  if (known) return known.gap;
  const said = rosterSaid(c.thread);
  if (said.deed !== 'add') return said.who === undefined ? 'who' : null;
  return said.data === undefined && said.name === undefined ? 'data' : null;
}

const asks =
  (wanted: RosterGap): Condition =>
  (c) =>
    gap(c) === wanted;

export const rosterConditions = {
  'roster-asks-who': asks('who'),
  'roster-asks-which': asks('which'),
  'roster-asks-data': asks('data'),
  'roster-asks-name': asks('name'),
  'roster-asks-called': asks('calledAs'),
  'roster-asks-centre': asks('centre'),
  'roster-asks-phone': asks('phone'),
  'roster-asks-reason': asks('reason'),
  'roster-troubled': (c) => finding(c)?.trouble != null,
} satisfies Record<string, Condition>;

export const rosterLists = {
  /** Once more while something is missing or cannot be. */
  'roster-rounds': (c) => {
    const known = finding(c);
    if (known && known.gap === null) return [];
    return [{ id: String(Number(c.thread.answers.vueltas ?? 0) + 1), label: '' }];
  },
  'roster-candidates': (c) => finding(c)?.candidates ?? [],
  'roster-called': (c) => {
    const first = finding(c)?.name?.trim().split(/\s+/)[0] ?? '';
    if (first === '') return [];
    const label = c.text('padron.trato-propuesto', { first });
    return [{ id: 'propuesta', label, text: label }];
  },
  'roster-parts': (c) =>
    parts[rosterSaid(c.thread).deed]
      .filter((id) => id !== 'motivo' || finding(c)?.person?.hasLeft !== true)
      .map((id) => ({ id, label: c.text(`padron.${id}.label`) })),
} satisfies Record<string, List>;

const sayPhone = (phone: string): string =>
  phone.replace(/^\+52(\d{2})(\d{4})(\d{4})$/, '$1 $2 $3').replace(/^\+52(\d{10})$/, '$1');

export const rosterValues = {
  rosterPerson: (c) => finding(c)?.person?.name ?? '',
  rosterPersonCentre: (c) => finding(c)?.person?.centre ?? '',
  rosterName: (c) => finding(c)?.name ?? '',
  rosterCalled: (c) => finding(c)?.calledAs ?? '',
  rosterCentre: (c) => finding(c)?.centre?.name ?? '',
  rosterPhone: (c) => sayPhone(finding(c)?.phone ?? '') || c.text('padron.sin-numero'),
  rosterReason: (c) => {
    const said = latest(c.thread, 'motivo')?.value ?? 'otra';
    return c.text(`padron.motivo.options.${said}`).toLowerCase();
  },
  rosterRecap: (c) => {
    const { deed } = rosterSaid(c.thread);
    const filled = deed === 'replace' && finding(c)?.person?.hasLeft === true;
    return c.text(`padron.recap-${filled ? 'replaceLeft' : deed}`);
  },
  rosterTrouble: (c) => {
    const trouble = finding(c)?.trouble;
    return trouble ? sayRosterTrouble(c, trouble) : '';
  },
} satisfies Record<string, Value>;

export const sayRosterTrouble = (
  c: Pick<MentoringContext, 'text'>,
  { why, about }: NonNullable<RosterFinding['trouble']>,
): string => c.text(`padron.problema-${why}`, { about });

export const rosterVerbs = {
  'check-roster-change': (c) => c.lookUp({ kind: 'rosterCheck', said: rosterSaid(c.thread), thread: c.thread.id }),
  'order-roster-change': (c) => {
    const known = finding(c);
    if (!known?.change) return;
    c.lookUp({ kind: 'rosterChange', change: known.change, person: known.person?.name ?? '', thread: c.thread.id });
  },
  /** One part is told anew and the rest kept, as it was understood. */
  'reopen-roster-part': (c) => {
    const known = finding(c);
    const { que, cambiar } = c.thread.answers;
    if (!known) return;
    const kept: Record<string, string | null> = {
      'quien:0': known.person?.id ?? null,
      'nombre:0': known.name,
      'trato:0': known.calledAs,
      'centro:0': known.centre?.id ?? null,
      'telefono:0': known.phone,
      'motivo:0': latest(c.thread, 'motivo')?.value ?? null,
    };
    const answers = Object.entries(kept).filter(([key, value]) => value !== null && key !== `${String(cambiar)}:0`);
    c.go('padron', { answers: { ...Object.fromEntries(answers), que: que ?? 'agregar', 'datos:0': '' } });
  },
} satisfies Record<string, Verb>;
