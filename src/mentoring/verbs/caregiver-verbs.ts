// Verbs about caregivers: adding, accepting, renaming, handing over and closing.
import type { AgeGroup, Caregiver } from '../../domain/mentoring-cycle.ts';
import { endedSpans, handedOver } from '../hand-over.ts';
import type { MentoringContext, Verb } from '../mentoring-context.ts';
import { readOwnRoom } from '../room-name.ts';

interface Line {
  name: string;
  room?: string;
  shift?: string;
}

function ageGroupOf(c: MentoringContext, room: string | undefined): AgeGroup | null {
  return c.program.programme.rooms.find(({ id }) => id === room)?.ageGroup ?? null;
}

const sameName = (a: string, b: string): boolean => a.localeCompare(b, 'es', { sensitivity: 'base' }) === 0;

function changed(c: MentoringContext, patch: Partial<Caregiver>): void {
  if (c.caregiver) c.put({ ...c.caregiver, ...patch });
}

/** Her open cycles and half-done threads end with her work with this caregiver. */
function endWork(c: MentoringContext, state: 'abandoned' | 'handedOver'): void {
  for (const cycle of c.cycles.filter(({ caregiverId }) => caregiverId === c.caregiver?.id)) {
    c.put({ ...cycle, state, closedAt: c.now });
    c.archive('cycle', cycle.id);
    if (state === 'abandoned')
      c.fact('cycleAbandoned', { cycleId: cycle.id, caregiverId: cycle.caregiverId, theme: cycle.theme, data: {} });
  }
  for (const thread of c.threads)
    if (thread.caregiverId === c.caregiver?.id && thread.id !== c.thread.id) c.remove('thread', thread.id);
}

export const caregiverVerbs = {
  'add-caregivers': (c) => {
    const lines = c.thread.answers.lista;
    const added: string[] = [];
    for (const line of (Array.isArray(lines) ? lines : []) as unknown as Line[]) {
      const known = c.caregivers.find(({ name, status }) => status === 'active' && sameName(name, line.name));
      if (known) {
        c.put({
          ...known,
          room: line.room ?? known.room,
          shift: line.shift ?? known.shift,
          ageGroup: ageGroupOf(c, line.room) ?? known.ageGroup,
        });
        added.push(known.id);
        continue;
      }
      const caregiver: Caregiver = {
        kind: 'caregiver',
        id: c.newId(),
        owner: c.person.id,
        centreId: c.centre.id,
        name: line.name,
        room: line.room ?? null,
        shift: line.shift ?? null,
        ageGroup: ageGroupOf(c, line.room),
        accepted: null,
        mentors: [{ personId: c.person.id, from: c.today.date, to: null }],
        status: 'active',
        digests: [],
        closingRuns: [],
      };
      c.put(caregiver);
      added.push(caregiver.id);
      c.fact('caregiverAdded', { caregiverId: caregiver.id, data: { room: caregiver.room, shift: caregiver.shift } });
    }
    c.patchThread({ answers: { ...c.thread.answers, agregadas: added } });
  },
  'record-acceptance': (c) => {
    const said = { si: 'yes', no: 'no', 'todavia-no': 'notYet' } as const;
    const accepted = said[String(c.thread.answers.explicado) as keyof typeof said];
    if (!accepted) return;
    const before = c.caregiver?.accepted;
    changed(c, { accepted });
    // A checklist under way would keep words that she did not agree to.
    if (accepted === 'no') {
      for (const thread of c.threads)
        if (thread.caregiverId === c.caregiver?.id && thread.id !== c.thread.id) c.remove('thread', thread.id);
    }
    // What was under way without her words, or before she was asked, is gone through anew: what was answered stays.
    if (accepted === 'yes' && before !== 'yes') {
      for (const thread of c.threads)
        if (thread.caregiverId === c.caregiver?.id && thread.id !== c.thread.id)
          c.put({ ...thread, frames: [{ flow: thread.flow, at: 0 }], history: [], pending: null, returnTo: null });
    }
    // A cycle under way follows what she decides now.
    for (const cycle of c.cycles) if (cycle.caregiverId === c.caregiver?.id) c.put({ ...cycle, dosageOnly: accepted === 'no' });
    c.fact('caregiverAccepted', { data: { accepted } });
  },
  'record-room': (c) => {
    const said = c.thread.answers.sala;
    const room = c.program.programme.rooms.find(({ id }) => id === said);
    if (room) changed(c, { room: room.id, ageGroup: room.ageGroup });
    const own = typeof said === 'string' ? readOwnRoom(said) : undefined;
    if (own) changed(c, { room: String(said), ageGroup: own.ageGroup });
  },
  'record-shift': (c) => {
    const shift = c.program.programme.shifts.find(({ id }) => id === c.thread.answers.turno);
    if (shift) changed(c, { shift: shift.id });
  },
  'rename-caregiver': (c) => {
    const said = c.thread.answers.nombre;
    const [line] = (Array.isArray(said) ? said : []) as unknown as Line[];
    const name = line?.name ?? (typeof said === 'string' ? said.trim() : '');
    if (name) changed(c, { name });
  },
  'close-caregiver': (c) => {
    endWork(c, 'abandoned');
    changed(c, { status: 'closed', mentors: ended(c) });
    c.fact('caregiverClosed', { data: {} });
  },
  'hand-over-caregiver': (c) => {
    const to = c.directory.find(({ id }) => id === c.thread.answers['a-quien']);
    if (!to || !c.caregiver) return;
    const { caregiver } = c;
    const records = handedOver(caregiver, c.cycles, to.id, c.today.date);
    c.post(to.id, {
      kind: 'handOver',
      caregiverId: caregiver.id,
      name: caregiver.name,
      mentor: c.person.name,
      records,
    });
    c.fact('caregiverHandedOver', { data: { to: to.id } });
    for (const record of records) if (record.kind === 'cycle') c.remove('cycle', record.id);
    for (const thread of c.threads)
      if (thread.caregiverId === caregiver.id && thread.id !== c.thread.id) c.remove('thread', thread.id);
    c.remove('caregiver', caregiver.id);
  },
} satisfies Record<string, Verb>;

const ended = (c: MentoringContext): Caregiver['mentors'] => endedSpans(c.caregiver, c.today.date);
