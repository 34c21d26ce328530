// Puts standing views into words: texts of content, days as people say them, and lists that end where a phone's patience does.
import type { LocalMoment } from '../domain/local-moment.ts';
import { daysBetween, sayDate, sayShortDay } from '../mentoring/local-time.ts';
import { renderText } from '../mentoring/render-text.ts';
import type { Program } from '../program/program.ts';
import type { MentorStanding, StandingStep } from './standing-mentors.ts';

export interface StandingTexts {
  text(key: string, given?: Record<string, string | number>): string;
}

export function standingTexts({ texts }: Pick<Program, 'texts'>): StandingTexts {
  return {
    text(key, given = {}) {
      const text = texts[key];
      if (text === undefined) throw new Error(`there is no text ${key}`);
      return renderText(text, (name) => {
        const value = given[name];
        if (value === undefined) throw new Error(`text ${key} holds the unknown value ${name}`);
        return value;
      });
    },
  };
}

/** "hoy", "ayer", "jueves 5"; with its month where it is further away. */
function briefDay(t: StandingTexts, date: string, today: string): string {
  const days = daysBetween(today, date);
  if (days === 0) return t.text('avance.hoy');
  if (days === 1) return t.text('avance.manana');
  if (days === -1) return t.text('avance.ayer');
  return Math.abs(days) <= 10 ? sayShortDay(date) : sayDate(date, today);
}

/** "de ayer", "del jueves 5". */
export function ofDay(t: StandingTexts, date: string, today: string): string {
  const day = briefDay(t, date, today);
  return Math.abs(daysBetween(today, date)) <= 1 ? t.text('avance.de', { day }) : t.text('avance.del', { day });
}

/** "hoy", "el jueves 5". */
export function onDay(t: StandingTexts, date: string, today: string): string {
  const day = briefDay(t, date, today);
  return Math.abs(daysBetween(today, date)) <= 1 ? day : t.text('avance.el', { day });
}

export function sayMoment({ date, time }: LocalMoment): string {
  return `${sayDate(date, date)}, ${time}`;
}

/** "G10 Texcoco"; nothing where the place is not known. */
export const centreLabel = ({ centre }: Pick<MentorStanding, 'centre'>): string =>
  centre === undefined ? '' : [centre.id, centre.locality].filter((part) => part !== '').join(' ');

export const isOwed = ({ step, appointment }: StandingStep): boolean =>
  (step === 'recordObservation' || step === 'recordReflection') &&
  (appointment === undefined || appointment.record !== 'planned');

/** What a bubble may hold; a little less than the thousand characters of an overview. */
const mostCharacters = 980;

/** Lines that stay together, and how many mentors they tell of. */
export interface Block {
  text: string;
  size: number;
}

/** Blocks in as few bubbles as they need, at most `most`; what does not fit is counted and told in one last line. */
export function bubblesOf(head: string, blocks: readonly Block[], most: number, rest: (left: number) => string): string[] {
  const bubbles = [head];
  const room = mostCharacters - rest(9_999).length - 1;
  for (const [index, { text }] of blocks.entries()) {
    const last = bubbles.at(-1) ?? '';
    if (last.length + 1 + text.length <= room) bubbles[bubbles.length - 1] = `${last}\n${text}`;
    else if (bubbles.length < most) bubbles.push(text);
    else {
      bubbles[bubbles.length - 1] = `${last}\n${rest(blocks.slice(index).reduce((sum, { size }) => sum + size, 0))}`;
      break;
    }
  }
  return bubbles;
}
