// The people of the roster as the terminal lists and finds them.
import type { Person, Role } from '../domain/roster.ts';

const roleNames: Record<Role, string> = { mentor: 'mentora', consultant: 'consultora', coordinator: 'coordinadora' };
const listed = 40;

function active(persons: readonly Person[]): Person[] {
  return persons.filter((person) => person.active);
}

/** By place in the list, id, or part of the name; the first mentor where nothing is asked for. */
export function choosePerson(persons: readonly Person[], wanted: string): Person | undefined {
  const all = active(persons);
  if (wanted === '') return all.find(({ roles }) => roles.includes('mentor')) ?? all[0];
  const part = wanted.toLowerCase();
  return (
    all.find(({ id }) => id === wanted) ??
    all[Number(wanted) - 1] ??
    all.find(({ id, name }) => `${id} ${name}`.toLowerCase().includes(part))
  );
}

export function listPersons(persons: readonly Person[], current: string | undefined): string {
  const all = active(persons);
  const rows = all.slice(0, listed).map(({ id, name, roles }, index) => {
    const mark = id === current ? '*' : ' ';
    return `${mark} ${String(index + 1).padStart(2)}  ${id.padEnd(16)} ${name} (${roles.map((role) => roleNames[role]).join(', ')})`;
  });
  if (all.length > listed) rows.push(`  ... y ${all.length - listed} más`);
  return [...rows, 'Para ser otra persona: /quien seguido de su número, su clave o parte de su nombre.'].join('\n');
}

export function tenAtMost(ids: readonly string[]): string {
  return ids.length <= 10 ? ids.join(', ') : `${ids.slice(0, 10).join(', ')} y ${ids.length - 10} personas más`;
}
