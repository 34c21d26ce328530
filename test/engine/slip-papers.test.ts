// What a mentor asks to print of her slips is all of it, however many cycles she has closed.
import { expect, it } from 'vitest';
import type { InboundEvent } from '../../src/domain/inbound-event.ts';
import type { CycleDigest } from '../../src/domain/mentoring-cycle.ts';
import { takeTurn } from '../../src/engine/take-turn.ts';
import { slipCode } from '../../src/mentoring/slip-code.ts';
import { playNamed } from '../support/play-transcript.ts';
import { houseProgram } from '../support/test-house.ts';

it.each([1, 2, 45])('prints the slips of %i closed cycles as one file that names each', async (count) => {
  const { end } = await playNamed('reflexion/feliz', {});
  const state = end.states['G04-mentora'];
  const [caregiver] = state?.caregivers.filter(({ digests }) => digests.length > 0) ?? [];
  const [digest] = caregiver?.digests ?? [];
  if (!state || !caregiver || !digest) throw new Error('no cycle was closed');
  const digests = Array.from({ length: count }, (_, at): CycleDigest => ({ ...digest, cycleId: `cycle-${at}` }));
  const event: InboundEvent = {
    id: 'simulator:print',
    channel: 'simulator',
    externalId: 'print',
    owner: 'G04-mentora',
    address: 'G04-mentora',
    writtenAt: end.clock,
    receivedAt: end.clock,
    content: { kind: 'text', text: 'papeletas' },
  };
  const turn = takeTurn(houseProgram().program, { ...state, caregivers: [{ ...caregiver, digests }] }, event);
  const asked = turn.changes.flatMap((change) =>
    'put' in change && change.put.kind === 'lookUp' && change.put.request.kind === 'slipPages' ? [change.put.request] : [],
  );
  expect(asked).toHaveLength(1);
  expect(asked[0]?.cycleIds).toEqual(digests.map(({ cycleId }) => cycleId));
  for (const { cycleId } of digests) expect([asked[0]?.text, ...(asked[0]?.more ?? [])].join('\n')).toContain(slipCode(cycleId));
});
