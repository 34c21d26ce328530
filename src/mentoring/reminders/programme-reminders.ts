// What the programme's calendar asks for: the prerequisite course before the first workshop, and what is open at the end of an iteration.
import { iterationOn } from '../iteration.ts';
import { workshopMoment } from '../workshop-dates.ts';
import { rowsOf, type SourceOfReminders } from './reminder-view.ts';

export const courseReminders: SourceOfReminders = {
  wanted(view) {
    const { program, person, contact, today } = view;
    if (person.prerequisiteCourse === 'finished') return [];
    const [first] = program.programme.iterations;
    const [opening] = view.workshops;
    const anchor = (opening && workshopMoment(opening, contact.zone)) ?? (first && { date: first.from, time: '09:00' });
    if (!anchor || anchor.date < today.date) return [];
    return rowsOf(view, { source: 'course', ladder: 'course', thing: 'course', version: anchor.date, about: {}, anchor });
  },
  gone: (_row, { person }) => ({ why: person.prerequisiteCourse === 'finished' ? 'done' : 'cancelled' }),
};

export const iterationReminders: SourceOfReminders = {
  wanted(view) {
    const iteration = view.cycles.length > 0 ? iterationOn(view.program, view.today.date) : undefined;
    if (!iteration || !view.cycles.some((cycle) => cycle.iteration === iteration.id)) return [];
    return rowsOf(view, {
      source: 'iteration',
      ladder: 'iteration',
      thing: `iteration:${iteration.id}`,
      version: iteration.to,
      about: { iteration: iteration.id },
      anchor: { date: iteration.to, time: '18:00' },
    });
  },
  gone: () => ({ why: 'done' }),
};
