// Wall-clock times of a centre: what people say and read, without a zone of their own.

/** 'YYYY-MM-DD' and 'HH:MM' (24 h) in the zone of the centre. */
export interface LocalMoment {
  date: string;
  time: string;
}

/** A span of a day, 'HH:MM' to 'HH:MM'. */
export interface LocalWindow {
  from: string;
  to: string;
}
