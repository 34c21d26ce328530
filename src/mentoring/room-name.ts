// What a room is called: by the programme's list, or as her mentor wrote it where no list knows it.
import type { AgeGroup } from '../domain/mentoring-cycle.ts';

const own = 'otra:';

interface KnownRoom {
  id: string;
  name: string;
}

export const ownRoom = (ageGroup: AgeGroup, name: string): string => `${own}${ageGroup}:${name}`;

/** A room of her own, with its age group; undefined for those of the list. */
export function readOwnRoom(id: string | null): { ageGroup: AgeGroup; name: string } | undefined {
  const [, ageGroup, name] = /^otra:(infants|toddlers):(.+)$/s.exec(id ?? '') ?? [];
  return name === undefined ? undefined : { ageGroup: ageGroup === 'infants' ? 'infants' : 'toddlers', name };
}

export const roomName = (rooms: readonly KnownRoom[], id: string | null | undefined): string | undefined =>
  rooms.find((room) => room.id === id)?.name ?? readOwnRoom(id ?? null)?.name;
