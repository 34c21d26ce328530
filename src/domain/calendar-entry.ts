// What the calendar of her own phone has of her appointments: no caregiver and nothing of what is done, because locked screens show it.

export interface CalendarEntry {
  /** The same for as long as it is the same appointment, whatever its date. */
  uid: string;
  /** Goes up with each date, so that a phone knows the newer one. */
  sequence: number;
  /** UTC. */
  start: string;
  minutes: number;
  title: string;
}

/** `changed`: she has an older one of it; `cancelled`: it is to be taken out. */
export type CalendarHow = 'new' | 'changed' | 'cancelled';

/** Absent until she was asked. `wants`: undefined until she has answered. */
export interface PhoneCalendar {
  wants?: boolean;
  sent: CalendarEntry[];
}
