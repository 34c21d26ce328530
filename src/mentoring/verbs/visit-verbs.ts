// How a consultant was at a session of a mentor whom she accompanies: a fact without words.
import type { AccompanimentMode } from '../../domain/visit.ts';
import type { Verb } from '../mentoring-context.ts';

const modes: Readonly<Record<string, AccompanimentMode>> = { videollamada: 'videoCall', grabada: 'filming', 'no-pude': 'none' };

export const visitVerbs = {
  'save-accompaniment': (c) => {
    const { visita, acompano, minutos } = c.thread.answers;
    const visit = c.visits.find(({ id }) => id === visita);
    if (!visit) return;
    const mode = modes[String(acompano)] ?? 'none';
    const minutes = typeof minutos === 'number' && mode !== 'none' ? minutos : undefined;
    c.put({ ...visit, accompanied: { mode, ...(minutes === undefined ? {} : { minutes }), at: c.now } });
    c.fact('sessionAccompanied', {
      phase: visit.phase,
      cycleId: visit.id.split(':')[1] ?? '',
      ...(minutes === undefined ? {} : { minutes }),
      data: { mentor: visit.mentorId, mode, heldFor: `${visit.date}T${visit.time}` },
    });
  },
} satisfies Record<string, Verb>;
