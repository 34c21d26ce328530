// The words of the page, as content has them, and how dates and hours are said in somebody's zone.

let known: Readonly<Record<string, string>> = {};

export const words = {
  learn(texts: Readonly<Record<string, string>>): void {
    known = texts;
  },
  text(key: string, values: Readonly<Record<string, string | number>> = {}): string {
    return (known[key] ?? '').replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
  },
};

const formats = new Map<string, Intl.DateTimeFormat>();
function format(name: string, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${name} ${zone}`;
  const one = formats.get(key) ?? new Intl.DateTimeFormat('es-MX', { ...options, timeZone: zone });
  formats.set(key, one);
  return one;
}

export function sayTime(instant: string, zone: string): string {
  return format('time', zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(instant));
}

/** "2026-03-02" on the calendar of the zone. */
export function dayOf(instant: string, zone: string): string {
  const parts = format('day', zone, { year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(new Date(instant));
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

/** "lunes 2 de marzo". */
export function sayDate(instant: string, zone: string): string {
  const parts = format('date', zone, { weekday: 'long', day: 'numeric', month: 'long' }).formatToParts(new Date(instant));
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('weekday')} ${part('day')} de ${part('month')}`;
}

export function sayShortDate(instant: string, zone: string): string {
  return format('short', zone, { weekday: 'short', day: 'numeric', month: 'short' }).format(new Date(instant)).replace(/\./g, '');
}

const dayMs = 86_400_000;

/** "Hoy", "Ayer" or the date. */
export function sayDay(instant: string, now: string, zone: string): string {
  const day = dayOf(instant, zone);
  if (day === dayOf(now, zone)) return words.text('simulador.hoy');
  if (day === dayOf(new Date(Date.parse(now) - dayMs).toISOString(), zone)) return words.text('simulador.ayer');
  const said = sayDate(instant, zone);
  return said.charAt(0).toUpperCase() + said.slice(1);
}

/** The instant at which the clocks of the zone show this; the offset is looked up twice, for the hours near a change of clocks. */
export function instantAt(date: string, time: string, zone: string): string {
  const wall = Date.parse(`${date}T${time}:00Z`);
  let instant = wall;
  for (let round = 0; round < 2; round++) {
    const at = new Date(instant).toISOString();
    instant += wall - Date.parse(`${dayOf(at, zone)}T${sayTime(at, zone)}:00Z`);
  }
  return new Date(instant).toISOString();
}
