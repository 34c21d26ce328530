// Whom a person can be put in touch with: active staff and active persons of her centre, kept ready so that a lease does not build it.
import { type DirectoryEntry, type Person, reachOf } from '../domain/roster.ts';

interface Listed {
  entry: DirectoryEntry;
  staff: boolean;
}

export class PeopleDirectory {
  readonly #listed = new Map<string, Listed>();
  readonly #ofCentre = new Map<string, Set<string>>();
  readonly #staff = new Set<string>();
  readonly #ready = new Map<string | null, DirectoryEntry[]>();

  /** Must hear of every change of a person; most turns change nothing that is listed, and cost one comparison. */
  changed(id: string, person: Person | undefined): void {
    const was = this.#listed.get(id);
    const now = person === undefined ? undefined : listing(person);
    if (was === undefined ? now === undefined : now !== undefined && sameListing(was, now)) return;
    if (was !== undefined) {
      this.#listed.delete(id);
      this.#staff.delete(id);
      if (was.entry.centreId !== null) this.#ofCentre.get(was.entry.centreId)?.delete(id);
      this.#forget(was);
    }
    if (now === undefined) return;
    this.#listed.set(id, now);
    if (now.staff) this.#staff.add(id);
    if (now.entry.centreId !== null) {
      const members = this.#ofCentre.get(now.entry.centreId) ?? new Set();
      members.add(id);
      this.#ofCentre.set(now.entry.centreId, members);
    }
    this.#forget(now);
  }

  /** One list for all of a centre, ordered by id; shared, so never changed by who gets it. */
  of(centreId: string | null): DirectoryEntry[] {
    const known = this.#ready.get(centreId);
    if (known !== undefined) return known;
    const members = centreId === null ? undefined : this.#ofCentre.get(centreId);
    const ids = [...new Set([...this.#staff, ...(members ?? [])])].sort();
    const entries = ids.map((id) => this.#listed.get(id)!.entry);
    this.#ready.set(centreId, entries);
    return entries;
  }

  #forget(listed: Listed): void {
    if (listed.staff) this.#ready.clear();
    else this.#ready.delete(listed.entry.centreId);
  }
}

function listing(person: Person): Listed | undefined {
  if (!person.active) return undefined;
  const staff = person.roles.includes('consultant') || person.roles.includes('coordinator');
  if (!staff && person.centreId === null) return undefined;
  const { id, name, roles, centreId } = person;
  return { entry: { id, name, roles, centreId, reach: reachOf(person.addresses) }, staff };
}

function sameListing(a: Listed, b: Listed): boolean {
  const one = a.entry;
  const other = b.entry;
  return (
    one.name === other.name &&
    one.centreId === other.centreId &&
    one.reach === other.reach &&
    one.roles.length === other.roles.length &&
    one.roles.every((role, index) => role === other.roles[index])
  );
}
