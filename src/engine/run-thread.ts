// Walks a thread from where it stands to its next open question or its end.
import type { AskedBefore, Frame, Thread } from '../domain/conversation.ts';
import { type ConditionName, conditions } from '../mentoring/conditions.ts';
import { listNamed } from '../mentoring/lists.ts';
import { sayDate } from '../mentoring/local-time.ts';
import { currentTip, whenAnswer } from '../mentoring/thread-answers.ts';
import { type VerbName, verbs } from '../mentoring/verbs.ts';
import type { CompiledFlow, Instruction, Test } from '../program/compiled-flow.ts';
import { askQuestion, type Saying } from './ask-question.ts';
import { pinInstrument } from './pin-instrument.ts';
import type { AskedQuestion } from './questions/question-reader.ts';
import { questionReaders } from './questions/question-readers.ts';
import { type Departure, type ThreadContext, threadContext } from './thread-context.ts';
import type { TurnDraft } from './turn-draft.ts';

/** A flow that takes more steps than this in one turn goes in circles. */
const mostSteps = 500;

export type RunResult = { kind: 'waiting' } | { kind: 'ended' } | { kind: 'left'; departure: Departure };

export function flowOf(c: ThreadContext, name: string): CompiledFlow {
  const flow = c.bundle?.flows[name] ?? c.program.flows[name];
  if (!flow) throw new Error(`there is no flow ${name}`);
  return flow;
}

/** The question the thread stands at, if it stands at one. */
export function questionAt(
  c: ThreadContext,
  frames: readonly Frame[] = c.thread.frames,
  current = c.thread.current,
): AskedQuestion | undefined {
  const frame = frames.at(-1);
  const instruction = frame && flowOf(c, frame.flow).instructions[frame.at];
  if (!frame || instruction?.op !== 'ask') return undefined;
  const key = instruction.one ? `${instruction.id}:${current[instruction.one] ?? ''}` : instruction.id;
  return { flow: frame.flow, id: instruction.id, key, step: instruction.question };
}

export function runThread(draft: TurnDraft, threadId: string, how: Saying = {}): RunResult {
  const c = threadContext(draft, threadId);
  for (let steps = 0; steps < mostSteps; steps++) {
    const frame = c.thread.frames.at(-1);
    if (!frame) return { kind: 'ended' };
    const instruction = flowOf(c, frame.flow).instructions[frame.at];
    if (!instruction) return { kind: 'ended' };
    draft.trace?.(`${frame.flow}:${frame.at}`);
    const result = step(c, frame, instruction, how);
    if (result) return result;
  }
  throw new Error(`flow ${c.thread.flow} does not come to a question`);
}

const moveTo = (c: ThreadContext, at: number): void => {
  const frames = c.thread.frames.slice(0, -1);
  const frame = c.thread.frames.at(-1);
  if (frame) c.patchThread({ frames: [...frames, { flow: frame.flow, at }] });
};

function step(c: ThreadContext, frame: Frame, instruction: Instruction, how: Saying): RunResult | undefined {
  const { draft } = c;
  switch (instruction.op) {
    case 'say': {
      const tip = instruction.attach === 'tip-video' ? currentTip(c) : undefined;
      const { file, link, seconds, megabytes } = tip?.video ?? {};
      draft.say({
        kind: instruction.kind,
        text: c.text(`${frame.flow}.${instruction.id}`),
        ...(tip
          ? {
              media: {
                type: 'video',
                ...(file ? { file } : {}),
                ...(link ? { link } : {}),
                seconds: seconds ?? 0,
                megabytes: megabytes ?? 0,
              },
            }
          : {}),
      });
      // What a recap has just shown need not be said back.
      if (instruction.kind === 'recap') delete how.lead;
      moveTo(c, frame.at + 1);
      return undefined;
    }
    case 'ask': {
      const question = questionAt(c);
      if (!question) throw new Error('an ask without a question');
      const reader = questionReaders[question.step.as];
      const known = reader.isAnswered ? reader.isAnswered(question, c) : c.thread.answers[question.key] !== undefined;
      if (known) {
        moveTo(c, frame.at + 1);
        return undefined;
      }
      const passed = question.step.as === 'recap' ? passedDate(c, question) : undefined;
      if (passed) {
        // A date that has passed while the recap waited is no date to agree on.
        how.lead = c.text('casa.cita-ya-paso', { when: passed.said });
        const { [passed.key]: _, ...answers } = c.thread.answers;
        const frames = [...c.thread.frames.slice(0, -1), { flow: frame.flow, at: passed.at }];
        c.patchThread({ answers, frames, returnTo: c.thread.returnTo ?? { ...standing(c.thread), key: notSeen }, pending: null });
        return undefined;
      }
      if (question.step.as === 'recap') tellLateDeadline(c, how);
      askQuestion(c, question, how);
      return { kind: 'waiting' };
    }
    case 'do':
      verbs[instruction.verb as VerbName](c);
      pinInstrument(c);
      moveTo(c, frame.at + 1);
      // What was saved is corrected, not taken back step by step.
      if (instruction.verb.startsWith('save-')) c.patchThread({ history: [] });
      if (c.awaits) return { kind: 'waiting' };
      return c.departure ? { kind: 'left', departure: c.departure } : undefined;
    case 'call': {
      moveTo(c, frame.at + 1);
      c.patchThread({ frames: [...c.thread.frames, { flow: instruction.flow, at: 0 }] });
      return undefined;
    }
    case 'go':
      return { kind: 'left', departure: { flow: instruction.flow, about: sameSubject(c.thread) } };
    case 'unless':
      moveTo(c, holds(instruction.test, instruction.one, c) ? frame.at + 1 : instruction.to);
      return undefined;
    case 'jump':
      moveTo(c, instruction.to);
      return undefined;
    case 'each': {
      const first = listNamed(instruction.list)(c)[0];
      if (first) c.patchThread({ current: { ...c.thread.current, [instruction.one]: first.id } });
      moveTo(c, first ? frame.at + 1 : instruction.to);
      return undefined;
    }
    case 'end': {
      // The last instruction of a called flow returns to its caller; an `end` written by the author ends the whole thread.
      const isLast = frame.at === flowOf(c, frame.flow).instructions.length - 1;
      if (!isLast || c.thread.frames.length === 1) return { kind: 'ended' };
      c.patchThread({ frames: c.thread.frames.slice(0, -1) });
      return undefined;
    }
  }
}

/** The date that a recap is about, where it is over. */
function passedDate(c: ThreadContext, recap: AskedQuestion): { key: string; at: number; said: string } | undefined {
  const { instructions } = flowOf(c, recap.flow);
  for (const key of recap.step.corrects ?? []) {
    const at = instructions.findIndex((one) => one.op === 'ask' && one.id === key);
    const asked = instructions[at];
    if (asked?.op !== 'ask' || asked.question.as !== 'when' || !asked.question.hour || asked.question.tense === 'past') continue;
    const date = whenAnswer(c.thread, key)?.date;
    if (date !== undefined && date < c.today.date) return { key, at, said: sayDate(date, c.today.date) };
  }
  return undefined;
}

/** A goal to be reached after the observation of it: said once, since it may well be meant so. */
function tellLateDeadline(c: ThreadContext, how: Saying): void {
  const [deadline, visit] = [whenAnswer(c.thread, 'plazo'), whenAnswer(c.thread, 'cuando')];
  if (!deadline || !visit || deadline.date <= visit.date || c.thread.answers['plazo:despues'] === deadline.date) return;
  c.patchThread({ answers: { ...c.thread.answers, 'plazo:despues': deadline.date } });
  const told = c.text('plan-de-trabajo.plazo-despues');
  how.lead = how.lead === undefined ? told : `${how.lead}\n${told}`;
}

function sameSubject(thread: Thread): Departure['about'] {
  return {
    ...(thread.caregiverId ? { caregiverId: thread.caregiverId } : {}),
    ...(thread.cycleId ? { cycleId: thread.cycleId } : {}),
  };
}

function holds(test: Test, one: string | undefined, c: ThreadContext): boolean {
  if ('condition' in test) return conditions[test.condition as ConditionName](c);
  const element = one === undefined ? undefined : c.thread.answers[`${test.answer}:${c.thread.current[one] ?? ''}`];
  const value = element ?? c.thread.answers[test.answer];
  const word = value === true ? 'si' : value === false ? 'no' : String(value ?? '');
  return test.is.includes(word);
}

/** In place of its key: a recap to come back to that she has not before her eyes. */
export const notSeen = '';

/** Where the thread stands now, to come back to. */
export function standing(thread: Thread): AskedBefore {
  return { frames: thread.frames, current: thread.current, key: thread.waitingFor ?? '' };
}
