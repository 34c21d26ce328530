// What each cell of a roster row may say, and the centre or person that a good row becomes.
import { z } from 'zod';
import { bareKey } from '../domain/bare-words.ts';
import type { Centre, MentorRole, Person, Role } from '../domain/roster.ts';
import { readPhone } from './roster-phone.ts';
import type { CellProblem } from './roster-problem.ts';

/** A cell that is read by a function; what it refuses is reported with its remedy. */
function cell<T>(read: (written: string) => { value: T } | CellProblem) {
  return z.string().transform((written, context): T => {
    const result = read(written);
    if ('value' in result) return result.value;
    context.addIssue({ code: 'custom', message: result.reason, params: { fix: result.fix } });
    return z.NEVER;
  });
}

const oneLine = (written: string): string => written.replace(/\s+/g, ' ');

const text = cell<string>((written) => {
  if (written === '') return { reason: 'This cell is empty.', fix: 'Fill it in.' };
  if (written.length > 200) return { reason: `This cell holds ${written.length} characters.`, fix: 'Write at most 200.' };
  return { value: oneLine(written) };
});

const isId = (written: string): boolean => /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(written);
const idFix = 'Use letters without accents, digits, hyphens and dots, without spaces, e.g. G04-mentora.';
const id = cell<string>((written) =>
  isId(written) ? { value: written } : { reason: `"${written}" cannot be an id.`, fix: idFix },
);
const idOrNone = cell<string | null>((written) => {
  if (written === '') return { value: null };
  return isId(written) ? { value: written } : { reason: `"${written}" cannot be an id.`, fix: idFix };
});

/** Several values in one cell: with a bar between them, or whatever else people put there. */
const parts = (written: string): string[] => [...new Set(written.split(/[|,;/\n]/).map((part) => part.trim()))].filter(Boolean);
const ids = cell<string[]>((written) => {
  const wrong = parts(written).find((part) => !isId(part));
  return wrong === undefined
    ? { value: parts(written) }
    : { reason: `"${wrong}" cannot be an id.`, fix: 'Write ids with | between them.' };
});

const yes = ['yes', 'y', 'si', 's', '1', 'x', 'true', 'verdadero', 'activa', 'activo'];
const no = ['no', 'n', '0', 'false', 'falso', 'inactiva', 'inactivo', 'baja'];
function yesOrNo(whenEmpty?: boolean) {
  return cell<boolean>((written) => {
    if (written === '' && whenEmpty !== undefined) return { value: whenEmpty };
    if (yes.includes(bareKey(written))) return { value: true };
    if (no.includes(bareKey(written))) return { value: false };
    return { reason: written === '' ? 'This cell is empty.' : `"${written}" is neither yes nor no.`, fix: 'Write yes or no.' };
  });
}

const roleNames: Record<string, Role> = {
  mentor: 'mentor',
  mentora: 'mentor',
  consultant: 'consultant',
  consultor: 'consultant',
  consultora: 'consultant',
  coordinator: 'coordinator',
  coordinador: 'coordinator',
  coordinadora: 'coordinator',
};
const rolesCell = cell<Role[]>((written) => {
  const fix = 'Write mentor, consultant or coordinator; several with | between them.';
  const named = parts(written);
  if (named.length === 0) return { reason: 'Nobody is without a role.', fix };
  const unknown = named.find((name) => !Object.hasOwn(roleNames, bareKey(name)));
  if (unknown !== undefined) return { reason: `There is no role "${unknown}".`, fix };
  return { value: [...new Set(named.flatMap((name) => roleNames[bareKey(name)] ?? []))] };
});

const provisions: Record<string, Centre['provision']> = {
  direct: 'direct',
  directa: 'direct',
  prestaciondirecta: 'direct',
  indirect: 'indirect',
  indirecta: 'indirect',
  prestacionindirecta: 'indirect',
};
const provision = cell<Centre['provision']>((written) => {
  const value = Object.hasOwn(provisions, bareKey(written)) ? provisions[bareKey(written)] : undefined;
  return value ? { value } : { reason: `"${written}" is no kind of provision.`, fix: 'Write direct or indirect.' };
});

const zone = cell<string>((written) => {
  const wrong = {
    reason: `"${written}" is not a time zone.`,
    fix: 'Write its IANA name, e.g. America/Mexico_City or America/Cancun.',
  };
  // Offsets and abbreviations do not know of the changes of clocks that Tijuana still has.
  if (!/^[A-Za-z]+\/[A-Za-z_/-]+$/.test(written) || /^etc\//i.test(written)) return wrong;
  try {
    return { value: new Intl.DateTimeFormat('en', { timeZone: written }).resolvedOptions().timeZone };
  } catch {
    return wrong;
  }
});

const phone = cell<string>((written) => {
  const read = readPhone(written);
  return 'phone' in read ? { value: read.phone } : read;
});

/** Excel may add decimals to a whole number. */
const count = cell<number>((written) => {
  if (written === '') return { value: 0 };
  const whole = /^(\d{1,3})(?:[.,]0+)?$/.exec(written)?.[1];
  return whole === undefined
    ? { reason: `"${written}" is not a count.`, fix: 'Write a whole number, e.g. 10.' }
    : { value: Number(whole) };
});

export const centreRow = z
  .object({
    id,
    centreKey: text,
    name: text,
    ooad: text,
    provision,
    region: text,
    state: text,
    locality: text,
    zone,
    intensive: yesOrNo(false),
    safeguardingContacts: ids,
    active: yesOrNo(),
  })
  .transform((row): Centre => ({ kind: 'centre', owner: 'programme', ...row }));

const placeNames: Readonly<Record<MentorRole, readonly string[]>> = {
  educadora: ['educadora', 'educador'],
  tecnicoPuericultura: ['tecnicopuericultura', 'tecnicoenpuericultura', 'tecnicaenpuericultura', 'tecnicapuericultura'],
  coordinadoraAreaEducativa: ['coordinadoraareaeducativa', 'coordinadoradelareaeducativa', 'coordinadordelareaeducativa'],
};
/** Other words are no mistake: the column only informs. */
const mentorRole = z
  .string()
  .optional()
  .transform((written = '') => {
    const said = bareKey(written);
    return (Object.keys(placeNames) as MentorRole[]).find((role) => placeNames[role].includes(said));
  });

/** An import brings a person's roster columns only: the rest here is how somebody begins whom the store does not know yet. */
export const personRow = z
  .object({
    id,
    name: text,
    calledAs: text,
    roles: rolesCell,
    centreId: idOrNone,
    phone,
    expectedCaregivers: count,
    accompaniedBy: ids,
    active: yesOrNo(),
    mentorRole,
    phoneShared: yesOrNo(false).optional(),
  })
  .superRefine((row, context) => {
    if (!row.roles.includes('mentor') || row.centreId !== null) return;
    const fix = 'Write the id of her centre, e.g. G04.';
    context.addIssue({ code: 'custom', path: ['centreId'], message: 'A mentor belongs to a centre.', params: { fix } });
  })
  .transform(
    ({ mentorRole: role, phoneShared, ...row }): Person => ({
      kind: 'person',
      owner: row.id,
      ...row,
      ...(role === undefined ? {} : { mentorRole: role }),
      ...(phoneShared === undefined ? {} : { phoneShared }),
      addresses: [],
      consent: null,
      phoneMoments: null,
      prerequisiteCourse: null,
      pausedUntil: null,
      withdrawnAt: null,
      erasedAt: null,
    }),
  );
