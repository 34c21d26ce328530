// Where an expected session stands: each rule of the order, and the moments at which it changes.
import { describe, expect, it } from 'vitest';
import { type SessionStanding, statusOf } from '../../src/reports/participation-status.ts';

const nothing: SessionStanding = {
  held: false,
  ended: null,
  appointment: null,
  cancelled: null,
  hindrance: null,
  expectedBy: '2026-03-06',
};
const closures = new Map([['2026-03-16', 'Natalicio de Benito Juárez']]);
const at = (now: string, standing: Partial<SessionStanding>) => {
  const [date = '', time = ''] = now.split(' ');
  const { status, reason } = statusOf({ ...nothing, ...standing }, { date, time }, closures);
  return reason === null ? status : `${status} ${reason}`;
};

describe('the status of an expected session', () => {
  it('what was held is held, whatever else is known of it', () => {
    expect(at('2026-04-01 10:00', { held: true, ended: 'mentorWithdrawn', cancelled: 'noCover' })).toBe('held');
  });

  it('what ended does not apply, and says what ended', () => {
    const appointment = { date: '2026-03-05', time: '10:00' };
    for (const ended of ['centreClosed', 'mentorWithdrawn', 'caregiverClosed'] as const)
      expect(at('2026-04-01 10:00', { ended, appointment })).toBe(`notApplicable ${ended}`);
  });

  it('an appointment decides: planned, to be recorded until three working days more are over, then overdue', () => {
    const appointment = { date: '2026-03-05', time: '10:00' };
    expect(at('2026-03-05 09:59', { appointment })).toBe('planned');
    expect(at('2026-03-05 10:00', { appointment })).toBe('toRecord');
    expect(at('2026-03-10 23:59', { appointment })).toBe('toRecord');
    expect(at('2026-03-11 00:00', { appointment })).toBe('overdue notRecorded');
  });

  it('weekends and closures by law give her more time', () => {
    const friday = { date: '2026-03-13', time: '10:00' };
    expect(at('2026-03-19 20:00', { appointment: friday })).toBe('toRecord');
    expect(at('2026-03-20 00:00', { appointment: friday })).toBe('overdue notRecorded');
  });

  it('a date agreed for after the day by which it was expected is planned, not overdue', () => {
    expect(at('2026-03-09 09:00', { appointment: { date: '2026-03-12', time: '10:00' } })).toBe('planned');
  });

  it('without a date it is overdue from the day after it was expected, with what is known of why', () => {
    expect(at('2026-03-06 23:59', {})).toBe('notStarted');
    expect(at('2026-03-07 00:00', {})).toBe('overdue');
    expect(at('2026-03-07 00:00', { hindrance: 'notEnrolled' })).toBe('overdue notEnrolled');
    expect(at('2026-03-07 00:00', { hindrance: 'mentorPaused', cancelled: 'noCover' })).toBe('overdue noCover');
  });

  it('a date that was called off is cancelled while there is time for another', () => {
    for (const cancelled of ['caregiverAbsent', 'noCover', 'event', 'noTime', 'other'] as const)
      expect(at('2026-03-06 10:00', { cancelled })).toBe(`cancelled ${cancelled}`);
  });

  it('what has not begun says what stands in its way', () => {
    for (const hindrance of ['notEnrolled', 'mentorPaused', 'caregiverUnknown', 'diagnosisDone'] as const)
      expect(at('2026-03-02 10:00', { hindrance })).toBe(`notStarted ${hindrance}`);
  });

  it('what nobody expects is never overdue for that', () => {
    expect(at('2026-12-01 10:00', { expectedBy: null })).toBe('notStarted');
  });
});
