// Rest days by law (LFT, article 74) and feast days, computed for whatever year is asked: the law's from a library, the rest from content.
import { createRequire } from 'node:module';
import type Holidays from 'date-holidays';
import type { DayNames } from '../domain/day-names.ts';
import type { Programme } from './content-schema.ts';

export interface CalendarDays {
  /** Days that people are warned of when they choose them, those of the law among them. */
  all: DayNames;
  statutory: DayNames;
}

type Library = typeof Holidays;
/** What its types leave out: `false` takes a rule away. */
interface Removes {
  setHoliday(rule: string, options: false): boolean;
}
let library: Library | undefined;
/** A tenth of a second to load: not before the first date is asked for. */
function holidaysLibrary(): Library {
  library ??= createRequire(import.meta.url)('date-holidays') as Library;
  return library;
}

/** It still has the day that the reform of the article moved to October; content says when it is now. */
const outdated = ['12-01 every 6 years since 1934'];

export function calendarDays(holidays: Programme['holidays']): CalendarDays {
  const statutory = yearly(() => {
    const law = new (holidaysLibrary())('MX', { types: ['public'], languages: ['es'] });
    for (const rule of outdated) (law as unknown as Removes).setHoliday(rule, false);
    return withEntries(
      law,
      holidays.filter((entry) => entry.statutory),
    );
  });
  const feasts = yearly(() =>
    withEntries(
      new (holidaysLibrary())(),
      holidays.filter((entry) => !entry.statutory),
    ),
  );
  const get = (date: string): string | undefined => statutory.get(date) ?? feasts.get(date);
  return { statutory, all: { get, has: (date) => get(date) !== undefined } };
}

function withEntries(of: Holidays, entries: Programme['holidays']): Holidays {
  for (const { day, name } of entries) of.setHoliday(day, { name: { es: name }, type: 'public' });
  return of;
}

/** Each year is computed once. */
function yearly(make: () => Holidays): DayNames {
  let source: Holidays | undefined;
  const years = new Map<string, ReadonlyMap<string, string>>();
  function of(year: string): ReadonlyMap<string, string> {
    const known = years.get(year);
    if (known) return known;
    source ??= make();
    const days = source.getHolidays(Number(year), 'es').map(({ date, name }): [string, string] => [date.slice(0, 10), name]);
    const found = new Map(days);
    years.set(year, found);
    return found;
  }
  const get = (date: string): string | undefined => of(date.slice(0, 4)).get(date);
  return { get, has: (date) => get(date) !== undefined };
}
