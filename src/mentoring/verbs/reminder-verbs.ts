// What a tap on a reminder of an appointment leads to: its record, another date, or that it did not take place.
import type { Verb } from '../mentoring-context.ts';

export const reminderVerbs = {
  'act-on-reminder': (c) => {
    const { cita, fase } = c.thread.answers;
    const about = { ...(c.caregiver ? { caregiverId: c.caregiver.id } : {}), ...(c.cycle ? { cycleId: c.cycle.id } : {}) };
    const isReflection = fase === 'reflection';
    if (cita === 'moverla') return c.go('mover', { ...about, answers: { fase: isReflection ? fase : 'focusedObservation' } });
    const hecha = cita === 'no-se-pudo' ? 'no-se-pudo' : 'si';
    return c.go(isReflection ? 'reflexion' : 'observacion', { ...about, answers: { hecha } });
  },
} satisfies Record<string, Verb>;
