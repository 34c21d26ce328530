// Answers what turns ask of other people's records: who asks is checked against the access table, then each kind has its own file.
import { mayCommand, type StaffCommand } from '../domain/access.ts';
import type { LookUp, LookUpRequest, LookUpResult } from '../domain/look-up.ts';
import type { Person } from '../domain/roster.ts';
import type { Program } from '../program/program.ts';
import type { Store } from '../store/store.ts';
import { answerParticipation } from './answer-participation.ts';
import { countAudience, pageOfRecipients } from './audience-answer.ts';
import { answerStanding } from './standing-answer.ts';

export interface LookUpAnswerParts {
  store: Store;
  program: Program;
  /** Folder of the embedded database: files that are made go into `made/` in it. */
  dataDir: string;
  /** UTC. */
  now(): string;
}

/** Which right a look-up needs. */
const needed = (request: LookUpRequest): StaffCommand => {
  if (request.kind === 'participation') return 'participation';
  if (request.kind === 'audience' || request.kind === 'recipients') return 'broadcast';
  return request.of === 'due' ? 'pending' : request.of === 'progress' ? 'progress' : 'mentors';
};

export function createLookUpAnswers(parts: LookUpAnswerParts): (lookUp: LookUp) => Promise<LookUpResult> {
  const { store } = parts;
  return async ({ owner, request }) => {
    const asker: Person | undefined = (await store.readState(request.kind === 'recipients' ? request.by : owner))?.person;
    if (asker === undefined || !asker.active || !mayCommand(asker.roles, needed(request))) return { kind: 'refused' };
    if (request.kind === 'standing') return answerStanding(parts, asker, request.of);
    if (request.kind === 'audience') return countAudience(parts, request.audience);
    if (request.kind === 'recipients') return pageOfRecipients(parts, request);
    if (request.kind === 'participation') return answerParticipation(parts, owner, request);
    return { kind: 'nothing' };
  };
}
