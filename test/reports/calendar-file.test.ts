// The file for the calendar of a phone, read back by another library: RFC 5545, one entry an appointment, nobody named.
import ICAL from 'ical.js';
import { expect, it } from 'vitest';
import type { CalendarEntry } from '../../src/domain/calendar-entry.ts';
import { calendarText } from '../../src/reports/calendar-file.ts';

const stamp = '2026-03-02T15:00:00.000Z';
const entry: CalendarEntry = {
  uid: 'abc@luciernaga',
  sequence: 2,
  start: '2026-03-04T16:00:00.000Z',
  minutes: 20,
  title: 'Observación L4K; con coma, y más palabras de las que caben en un renglón de setenta y cinco octetos',
};

const read = (text: string) => new ICAL.Component(ICAL.parse(text) as never[]);

it('holds each appointment once, with its instant, its length, its sequence and an alarm', () => {
  const text = calendarText('Programa', [entry, { ...entry, uid: 'b@luciernaga' }], 'new', stamp);
  const calendar = read(text);
  expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
  expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH');
  const [event, second] = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
  expect(calendar.getAllSubcomponents('vevent')).toHaveLength(2);
  expect(second?.uid).toBe('b@luciernaga');
  expect(event?.uid).toBe(entry.uid);
  expect(event?.sequence).toBe(2);
  expect(event?.summary).toBe(entry.title);
  expect(event?.startDate.toJSDate().toISOString()).toBe(entry.start);
  expect(event?.duration.toSeconds()).toBe(1200);
  expect(event?.component.getFirstPropertyValue('status')).toBe('CONFIRMED');
  expect(String(event?.component.getFirstPropertyValue('dtstamp'))).toBe('2026-03-02T15:00:00Z');
  expect(event?.component.getAllSubcomponents('valarm')).toHaveLength(1);
});

it('calls off with the same uid and a higher sequence', () => {
  const calendar = read(calendarText('Programa', [{ ...entry, sequence: 3 }], 'cancelled', stamp));
  expect(calendar.getFirstPropertyValue('method')).toBe('CANCEL');
  const event = calendar.getFirstSubcomponent('vevent');
  expect(event?.getFirstPropertyValue('status')).toBe('CANCELLED');
  expect(event?.getFirstPropertyValue('uid')).toBe(entry.uid);
  expect(event?.getFirstPropertyValue('sequence')).toBe(3);
  expect(event?.getAllSubcomponents('valarm')).toEqual([]);
});

it('keeps to the lines of the standard, whatever the clocks of the machine', () => {
  const text = calendarText('Programa', [entry], 'new', stamp);
  const lines = text.replace(/\r\n$/, '').split('\r\n');
  expect(text.replaceAll('\r\n', '')).not.toContain('\n');
  for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  // Properties of the calendar come before what is in it.
  const first = lines.indexOf('BEGIN:VEVENT');
  expect(lines.slice(lines.lastIndexOf('END:VEVENT') + 1)).toEqual(['END:VCALENDAR']);
  expect(lines.slice(0, first).filter((line) => line.startsWith('BEGIN:'))).toEqual(['BEGIN:VCALENDAR']);
  expect(text).toContain('DTSTART:20260304T160000Z');
});
