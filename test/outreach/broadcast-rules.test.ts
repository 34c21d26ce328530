// The rules of a broadcast on their own: who is meant, who is left out, what news changes, how a name is filled in.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Broadcast,
  type BroadcastNews,
  leftOutReasons,
  type Recipients,
  recipientLetter,
} from '../../src/domain/broadcast.ts';
import type { Caregiver, MentoringCycle } from '../../src/domain/mentoring-cycle.ts';
import { fillName, withNameField } from '../../src/mentoring/name-field.ts';
import { belongsTo, lacksPhase, reasonAgainst } from '../../src/outreach/audience-members.ts';
import { readNames } from '../../src/outreach/audience-names.ts';
import { reportOf, turnLetters, withNews } from '../../src/outreach/broadcast-letters.ts';
import { secondsBetweenWaves, secondsFor } from '../../src/outreach/broadcast-pace.ts';
import { centre, person } from '../runtime/house-fixture.ts';

const at = '2026-03-03T17:00:00.000Z';
const broadcast: Broadcast = {
  kind: 'broadcast',
  id: 'broadcast:x',
  owner: 'broadcast:x',
  by: 'c',
  audience: { kind: 'everyone' },
  parts: [{ text: 'Hola {nombre}' }],
  urgent: false,
  state: 'sending',
  startsAt: at,
  secondsABubble: 1,
  lastWaveAt: at,
  finishedAt: null,
  final: null,
};
const handed = (count: number): Recipients => ({
  kind: 'recipients',
  id: '00000',
  owner: broadcast.owner,
  ids: Array.from({ length: count }, (_, index) => `m${index}`),
  letters: recipientLetter.handed.repeat(count),
  notBefore: null,
});

const anyNews: fc.Arbitrary<BroadcastNews> = fc.oneof(
  fc.record({
    kind: fc.constant('leftOut' as const),
    reason: fc.constantFrom('paused', 'withdrawn', 'noConsent', 'noChannel', 'left'),
  }),
  fc.record({
    kind: fc.constant('notYet' as const),
    until: fc.constant('2026-03-04T15:30:00.000Z'),
    why: fc.constant('hours' as const),
  }),
  fc.record({ kind: fc.constantFrom('sent', 'blocked', 'rejected', 'unsure', 'delivered', 'read', 'answered') }),
);

describe('what became of a broadcast', () => {
  it('always adds up to its audience, whatever news comes in whatever order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), anyNews), { maxLength: 80 }),
        fc.boolean(),
        (news, stopped) => {
          let recipients = handed(8);
          for (const [who, one] of news) {
            recipients = withNews(recipients, `m${who}`, one, stopped);
            if (stopped) recipients = turnLetters(recipients, recipientLetter.waiting, recipientLetter.stopped);
          }
          const { size, waiting, accepted, unsure, blocked, rejected, leftOut, delivered, read, answered } = reportOf(broadcast, [
            recipients,
          ]);
          const out = leftOutReasons.reduce((sum, reason) => sum + (leftOut[reason] ?? 0), 0);
          expect(waiting + accepted + unsure + blocked + rejected + out).toBe(size);
          expect(size).toBe(8);
          expect(answered <= read && read <= delivered && delivered <= accepted).toBe(true);
        },
      ),
    );
  });

  it('the same news twice changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.array(anyNews, { minLength: 1, maxLength: 6 }), (news) => {
        const once = news.reduce((left, one) => withNews(left, 'm1', one, false), handed(3));
        const last = news.at(-1);
        if (last !== undefined && last.kind !== 'notYet') expect(withNews(once, 'm1', last, false)).toBe(once);
      }),
    );
  });

  it('a receipt resolves a doubt, and a later failure does not take back what arrived', () => {
    const unsure = withNews(handed(1), 'm0', { kind: 'unsure' }, false);
    expect(withNews(unsure, 'm0', { kind: 'delivered' }, false).letters).toBe('d');
    const read = withNews(handed(1), 'm0', { kind: 'read' }, false);
    expect(withNews(read, 'm0', { kind: 'blocked' }, false)).toBe(read);
  });

  it('who has to wait when it was stopped meanwhile gets nothing', () => {
    expect(withNews(handed(1), 'm0', { kind: 'notYet', until: at, why: 'hours' }, true).letters).toBe(recipientLetter.stopped);
  });
});

describe('an audience', () => {
  const mentor = {
    ...person('m0', 'G01'),
    consent: { version: '1', at, given: true },
    addresses: [{ channel: 'simulator' as const, address: 'm0' }],
  };

  it('is of active mentors; the intensive group is a matter of the centre', () => {
    const intensive = { ...centre('G01', 'America/Mexico_City'), intensive: true };
    expect(belongsTo({ kind: 'everyone' }, mentor, intensive)).toBe(true);
    expect(belongsTo({ kind: 'everyone' }, { ...mentor, active: false }, intensive)).toBe(false);
    expect(belongsTo({ kind: 'everyone' }, person('c', null, ['consultant']), undefined)).toBe(false);
    expect(belongsTo({ kind: 'intensive' }, mentor, intensive)).toBe(true);
    expect(belongsTo({ kind: 'intensive' }, mentor, { ...intensive, intensive: false })).toBe(false);
    expect(belongsTo({ kind: 'listed', ids: ['m1'] }, mentor, intensive)).toBe(false);
  });

  it('leaves out with one reason each', () => {
    expect(reasonAgainst(mentor, '2026-03-03')).toBeUndefined();
    expect(reasonAgainst({ ...mentor, pausedUntil: '2026-03-04' }, '2026-03-03')).toBe('paused');
    expect(reasonAgainst({ ...mentor, pausedUntil: '2026-03-03' }, '2026-03-03')).toBeUndefined();
    expect(reasonAgainst({ ...mentor, withdrawnAt: at }, '2026-03-03')).toBe('withdrawn');
    expect(reasonAgainst({ ...mentor, consent: null }, '2026-03-03')).toBe('noConsent');
    expect(reasonAgainst({ ...mentor, addresses: [] }, '2026-03-03')).toBe('noChannel');
    expect(reasonAgainst({ ...mentor, erasedAt: at }, '2026-03-03')).toBe('left');
  });

  it('of a phase has those who lack it with one of their caregivers, or have none', () => {
    const asked = { kind: 'unfinished', phase: 'workPlan', iteration: 'i1' } as const;
    const caregiver = { id: 'k', status: 'active', digests: [] } as unknown as Caregiver;
    const cycle = (iteration: string): MentoringCycle =>
      ({ caregiverId: 'k', iteration, sessions: [{ phase: 'workPlan' }] }) as unknown as MentoringCycle;
    expect(lacksPhase(asked, { caregivers: [], cycles: [] })).toBe(true);
    expect(lacksPhase(asked, { caregivers: [caregiver], cycles: [] })).toBe(true);
    expect(lacksPhase(asked, { caregivers: [caregiver], cycles: [cycle('i0')] })).toBe(true);
    expect(lacksPhase(asked, { caregivers: [caregiver], cycles: [cycle('i1')] })).toBe(false);
    expect(lacksPhase({ ...asked, phase: 'reflection' }, { caregivers: [caregiver], cycles: [cycle('i1')] })).toBe(true);
  });

  it('by names takes one mentor a name, and says which name is none or two', () => {
    const mentors = [
      { ...person('G04-mentora', 'G04'), name: 'Guadalupe Ríos Peña', calledAs: 'maestra Lupe' },
      { ...person('G05-mentora', 'G05'), name: 'Ana Laura Mejía', calledAs: 'maestra Ana' },
      { ...person('G06-mentora', 'G06'), name: 'Ana María Solís', calledAs: 'maestra Anita' },
    ];
    expect(readNames('la maestra Lupe, g05-mentora y Ana María', mentors)).toMatchObject({
      ids: ['G04-mentora', 'G05-mentora', 'G06-mentora'],
      unknown: [],
    });
    expect(readNames('Ana; Petra\nRíos', mentors)).toMatchObject({ ids: ['G04-mentora'], unknown: ['Ana', 'Petra'] });
    expect(readNames('lupe, Lupe', mentors).ids).toEqual(['G04-mentora']);
  });
});

describe('the name as a field', () => {
  it.each([
    ['Hola {nombre}, ¿cómo va?', 'Hola {nombre}, ¿cómo va?'],
    ['Hola (nombre):', 'Hola {nombre}:'],
    ['[Nombre], buen día', '{nombre}, buen día'],
    ['Hola "nombre"', 'Hola {nombre}'],
    ['buenos días NOMBRE', 'buenos días {nombre}'],
    ['Hola nombre, el jueves', 'Hola {nombre}, el jueves'],
    ['Anoten el nombre de la maestra', 'Anoten el nombre de la maestra'],
    ['un {raro} texto', 'un (raro) texto'],
  ])('%s', (typed, kept) => {
    expect(withNameField(typed)).toBe(kept);
    expect(withNameField(kept)).toBe(kept);
  });

  it('is filled in everywhere', () => {
    expect(fillName('Hola {nombre}. {nombre}, gracias.', 'maestra Lupe')).toBe('Hola maestra Lupe. maestra Lupe, gracias.');
  });
});

describe('the pace', () => {
  it('is the mean of the channels, and never below a second', () => {
    expect(secondsBetweenWaves(2400 * secondsFor('telegram'), 1, 2400)).toBe(2);
    expect(secondsBetweenWaves(100 * secondsFor('whatsapp'), 2, 100)).toBe(250);
    expect(secondsBetweenWaves(0, 1, 0)).toBe(1);
  });
});
