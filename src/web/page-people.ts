// The people of the roster as the page lists them, in the words of content.
import type { Driver } from '../commands/driver-core.ts';
import type { Person } from '../domain/roster.ts';
import type { Program } from '../program/program.ts';
import type { RosterImport } from '../store/store.ts';
import type { PersonCard } from './page/page-protocol.ts';

export function peopleOf(driver: Driver, roster: RosterImport, program: Program): PersonCard[] {
  const { texts } = program;
  const centres = new Map(roster.centres.map((centre) => [centre.id, centre]));
  const card = (person: Person): PersonCard => {
    const { id, name, calledAs, roles, centreId } = person;
    const zone = driver.zoneOf(id);
    const centre = centreId === null ? undefined : centres.get(centreId);
    return {
      id,
      name,
      calledAs,
      role: roles.map((role) => texts[`simulador.rol-${role}`] ?? '').join(', '),
      isMentor: roles.includes('mentor'),
      centre: centre?.name ?? '',
      place: centre?.locality ?? '',
      zone,
      zoneName: texts[`ciclo.zona-${zone.replace('/', '-')}`] ?? '',
    };
  };
  return driver
    .persons()
    .filter(({ active, erasedAt }) => active && erasedAt === null)
    .map(card);
}
