// The conversation after an observation, where none was agreed: within three working days of it.
import { localMoment } from '../local-time.ts';
import { plannedAppointment } from '../next-step.ts';
import { isBeingTold, rowsOf, type SourceOfReminders } from './reminder-view.ts';

export const reflectionReminders: SourceOfReminders = {
  wanted: (view) =>
    view.cycles.flatMap((cycle) => {
      const { id, caregiverId, sessions } = cycle;
      const last = sessions.findLast(({ phase }) => phase === 'focusedObservation');
      if (!last || sessions.some(({ phase }) => phase === 'reflection') || plannedAppointment(cycle, 'reflection')) return [];
      if (isBeingTold(view, id, 'reflection')) return [];
      return rowsOf(view, {
        source: 'reflectionDue',
        ladder: 'reflectionDue',
        thing: `reflectionDue:${id}`,
        version: String(last.number),
        about: { cycleId: id, caregiverId },
        // Told days later, it is due from the day on which it was told.
        anchor: localMoment(last.recordedAt, view.contact.zone),
      });
    }),
  gone: (row, { caregivers }) => ({
    why: caregivers.some(({ id }) => id === row.about.caregiverId) ? 'done' : 'handedOver',
  }),
};
