// Lays what was said bubble by bubble to one appointment: a later word takes the place of an earlier one of the same sort.
import { addMinutes } from './calendar-days.ts';
import type { DayPart } from './when-day-parts.ts';
import type { DayMention } from './when-days.ts';
import { clockOf, type HourMention } from './when-hours.ts';

export interface Mention {
  at: number;
  end: number;
  day?: DayMention;
  hours?: HourMention[];
  part?: DayPart;
  /** A number in a clause of its own. */
  bare?: number;
  /** A month in a clause of its own. */
  month?: number;
  /** Minutes that are added to the hour before: "y media". */
  minutes?: number;
  /** Minutes from the hour before: "una hora más tarde". */
  shift?: number;
  /** "En la tarde", which is no part of the hour itself as "de la tarde" is. */
  roughly?: boolean;
}

/** Says which week or month, and no day by itself. */
const modifies = (day: DayMention): boolean =>
  day.spec.type === 'week' || day.spec.type === 'monthShift' || day.spec.type === 'soon';
/** A number that was said as a day, and not beside a weekday where it may have been the hour. */
const isDated = (day: DayMention | undefined): boolean => day?.spec.type === 'number' && day.spec.bare !== true;

function asWeekday(day: DayMention): DayMention {
  if (day.spec.type !== 'number' || day.spec.bare !== true || day.spec.weekday === undefined || day.spec.day > 19) return day;
  return { ...day, spec: { type: 'weekday', weekday: day.spec.weekday, mode: 'bare', plus: 0 } };
}

/** No centre is open then: "a las 10 de la noche, jaja, de la mañana". */
const isOddHour = (clock: string | undefined): boolean => clock !== undefined && (clock < '06:00' || clock > '19:59');

export class Appointment {
  days: DayMention[] = [];
  hours: HourMention[] = [];
  part: DayPart | undefined;
  /** The day that was corrected; its number may have been the hour. */
  replaced: DayMention | undefined;
  /** Minutes from an hour that she did not say. */
  shift: number | undefined;
  #last: 'day' | 'hour' | undefined;
  /** The date with its month that was corrected. */
  #dated: DayMention | undefined;

  /** `place`: where something was last taken back before this; -1 where nothing was. */
  add(m: Mention, place: number): void {
    if (m.shift !== undefined) this.#addShift(m.shift);
    else if (m.hours) this.#addHours(m.hours, place);
    else if (m.minutes !== undefined) this.#addMinutes(m, m.minutes);
    else if (m.month !== undefined) this.#addMonth(m.month);
    else if (m.bare !== undefined) this.#addNumber(m, m.bare, place);
    else if (m.part !== undefined) this.#addPart(m, m.part, place);
    else if (m.day) this.#addDay(m.day, place);
  }

  #addHours(hours: readonly HourMention[], place: number): void {
    const part = this.hours.at(-1)?.part;
    if (place >= 0 && this.hours.length === 0) this.#numberWasHour(place);
    if (this.hours.some((hour) => hour.at < place)) this.hours = [];
    // "A las 2 de la tarde, perdón 2:30": the half of the day still holds.
    const keeps = (hour: HourMention): boolean =>
      place >= 0 && !hour.part && !hour.exact && !isOddHour(clockOf({ ...hour, part }));
    this.hours.push(...hours.map((hour) => (part && keeps(hour) ? { ...hour, part } : hour)));
    this.#last = 'hour';
  }

  #addShift(shift: number): void {
    const hour = this.hours.at(-1);
    const clock = hour && clockOf(hour, this.part);
    if (!hour || !clock) {
      this.shift = shift;
      return;
    }
    const { time } = addMinutes({ date: '2000-01-01', time: clock }, shift);
    const [h, minute] = time.split(':').map(Number);
    this.hours[this.hours.length - 1] = { ...hour, hour: h ?? 0, minute: minute ?? 0, exact: true };
  }

  /** "Jueves 10, perdón 11 am": the ten was no day. */
  #numberWasHour(place: number): void {
    this.days = this.days.map((day) => (day.at < place ? asWeekday(day) : day));
  }

  #addMinutes(m: Mention, minute: number): void {
    const hour = this.hours.at(-1);
    const day = this.days.at(-1);
    if (hour) this.hours[this.hours.length - 1] = { ...hour, minute };
    else if (day?.spec.type === 'number' && day.spec.bare && day.spec.weekday !== undefined) {
      this.days[this.days.length - 1] = asWeekday(day);
      this.hours.push({ at: m.at, end: m.end, hour: day.spec.day, minute, exact: day.spec.day > 12 });
    }
    this.#last = 'hour';
  }

  /** A lone number goes to what was said last, where it fits. */
  #addNumber(m: Mention, value: number, place: number): void {
    const lastDay = this.days.at(-1);
    const corrects = place >= 0 && this.#last === 'day' && isDated(lastDay);
    // "El 14 a las 9, digo 15": no hour is said like that.
    const noHour = value > 12 && place >= 0 && this.days.some(isDated) && !this.hours.some(({ hour }) => hour > 12);
    if (value > 24 || corrects || noHour || (this.hours.length === 0 && this.days.some(isDated) && place >= 0))
      this.#addDayNumber(m, value, place);
    else {
      const hour: HourMention = { at: m.at, end: m.end, hour: value, minute: 0, exact: value > 12, bare: true };
      if (value > 23) hour.impossible = true;
      this.#addHours([hour], place);
    }
  }

  /** "El 3 de junio / me equivoqué de mes / julio". */
  #addMonth(month: number): void {
    this.days = this.days.map((day) =>
      day.spec.type === 'number' ? { ...day, spec: { ...day.spec, month, weekday: undefined } } : day,
    );
  }

  #addDayNumber(m: Mention, value: number, place: number): void {
    const base = this.days.findLast((day) => day.spec.type === 'number');
    const weekday = base ? undefined : this.days.findLast((day) => day.spec.type === 'weekday');
    if (place >= 0 || weekday) this.days = this.days.filter((day) => day !== base && day.spec.type !== 'weekday');
    const spec =
      base?.spec.type === 'number'
        ? { ...base.spec, day: value, weekday: undefined, bare: false }
        : { type: 'number' as const, day: value };
    const named = place < 0 && weekday?.spec.type === 'weekday' ? { ...spec, weekday: weekday.spec.weekday } : spec;
    this.days.push({ at: m.at, end: m.end, spec: named });
    this.#last = 'day';
  }

  #addDay(day: DayMention, place: number): void {
    // "El martes de la otra semana, perdón, el jueves" is of that week still; "el próximo jueves" is not.
    const ofItself = day.spec.type !== 'weekday' || day.spec.mode !== 'bare' || day.spec.plus > 0;
    const stays = (one: DayMention): boolean => one.spec.type === 'part' || (modifies(one) && !ofItself);
    const earlier = modifies(day) ? [] : this.days.filter((one) => one.at < place && !stays(one));
    if (earlier.length > 0) {
      this.replaced = earlier.findLast((one) => !modifies(one));
      this.#dated = earlier.findLast(({ spec }) => spec.type === 'number' && spec.month !== undefined);
      this.days = this.days.filter((one) => !earlier.includes(one));
    }
    this.days.push(this.#inSameMonth(day));
    this.#last = 'day';
  }

  /** "21/3 es domingo / 23 a las 10": a bare day number is of the month of the day that it replaces. */
  #inSameMonth(day: DayMention): DayMention {
    const [before, spec] = [this.#dated?.spec, day.spec];
    if (spec.type !== 'number' || spec.month !== undefined || before?.type !== 'number' || before.month === undefined) return day;
    return { ...day, spec: { ...spec, month: before.month, ...(before.year === undefined ? {} : { year: before.year }) } };
  }

  /** "9 pm, jaja, am", "a las 3 / de la tarde". */
  #addPart(m: Mention, part: DayPart, place: number): void {
    if (m.day) this.days.push(m.day);
    this.part = part;
    const hour = this.hours.at(-1);
    if (!hour || hour.exact) return;
    if (m.roughly && hour.at < place) {
      this.hours = [];
      return;
    }
    const odd = hour.part !== undefined && isOddHour(clockOf(hour));
    if (!m.day || hour.part === undefined || hour.at < place || odd) this.hours[this.hours.length - 1] = { ...hour, part };
  }
}
