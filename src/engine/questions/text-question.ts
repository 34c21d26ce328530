// Her own words, kept as they are; a proposal can be taken over instead.
import { listNamed } from '../../mentoring/lists.ts';
import { isEmptyAnswer, tellingLines } from '../answers/empty-words.ts';
import { joinFragment } from '../answers/sentence-parts.ts';
import { readStaffCommand } from '../answers/staff-command.ts';
import { plain } from '../answers/text-forms.ts';
import type { ThreadContext } from '../thread-context.ts';
import { vocabularyOf } from '../vocabulary-of.ts';
import { choiceOptions } from './choice-question.ts';
import type { AskedQuestion, QuestionReader } from './question-reader.ts';
import { textKey } from './question-reader.ts';

const defaultMost = 500;
/** Told back before the next question, in one bubble with it. */
const longestShown = 140;
/** Flows whose words go into a plan, a record, or to a person. */
const keepsRecord = new Set(['plan-de-trabajo', 'observacion', 'reflexion', 'duda', 'sigo-duda']);
/** Flows in which her own words tell what happened. */
const tellsEvidence = new Set(['observacion', 'reflexion']);
const approving =
  /^(si |ok |va |pues |me gusta |esta bien |esta bn )*(si|ok|va|sale|esa|ese|esa mera|esa meta|esta|esta bien|esta bn|me gusta|me parece bien|me parece|la que (usted|me) (dice|propone|propuso)|la propuesta|usar esa|uso esa|la suya|asi esta bien)( esa| ese| esa meta| esta bien| esta bn| la meta| por favor| gracias)*$/;
const atALoss =
  /^(pues |la verdad )?(no se|no sabria|quien sabe|ni idea|no tengo idea|no se que (poner|decir)|eh|mmm?|este)( pues| la verdad| maestra)?$/;

/** A number alone, or a command of the staff that a mentor copied from somewhere, tells nothing where words are asked for. */
function isNoText(c: ThreadContext, said: string): boolean {
  if (!keepsRecord.has(c.thread.flow)) return false;
  const command = readStaffCommand(said, vocabularyOf(c.program));
  return /^\d{1,4}$/.test(said.trim()) || (command !== undefined && command.arg === undefined);
}

/** After a nudge, "a cinco niños, por lo menos" is what her sentence lacked; a sentence of its own stands instead of it. */
function joinedToFirst(text: string, question: AskedQuestion, c: ThreadContext): string | undefined {
  const { pending } = c.thread;
  const [first] = pending?.values ?? [];
  const nudged = pending?.values.length === 1 && pending.labels[0] === c.text('casa.dejarla-asi');
  if (!question.step.nudge || !nudged || typeof first !== 'string') return undefined;
  return joinFragment(first, text);
}

export const textQuestion: QuestionReader = {
  options: choiceOptions,
  bursts: true,
  read(input, question, c) {
    const from = question.step['options-from'];
    const proposals = from ? listNamed(from)(c) : [];
    const options = choiceOptions(question, c);
    const said = plain(input.text);
    const chosen = options.find(
      ({ id, label }, index) => id === input.optionId || said === plain(label) || said === String(index + 1),
    );
    if (chosen) {
      const proposal = proposals.find(({ id }) => id === chosen.id);
      const own = c.program.texts[`${textKey(question)}.options.${chosen.id}`];
      const value = proposal?.text ?? (own === undefined ? chosen.label : own);
      return { kind: 'answer', value, with: { [`${question.key}:option`]: chosen.id } };
    }
    // "usa como base el plan de Rosa"
    const plan = proposals.find(
      ({ id, label }) =>
        id.startsWith('plan-') &&
        said.length < 60 &&
        /\bplan\b/.test(said) &&
        said.includes(plain(label).split(' ').at(-1) ?? ' '),
    );
    if (plan) return { kind: 'answer', value: plan.text ?? '', with: { [`${question.key}:option`]: plan.id } };
    // "Esa está bien" takes the proposal over; "no sé" is not an answer.
    const [proposed] = proposals;
    if (proposed?.text !== undefined && approving.test(said))
      return { kind: 'answer', value: proposed.text, with: { [`${question.key}:option`]: proposed.id } };
    if (atALoss.test(said) || isNoText(c, said)) return { kind: 'unclear' };
    const evidence = tellsEvidence.has(c.thread.flow) && question.step.nudge === undefined;
    // "Bien" and "tranquila" tell how somebody felt.
    const empty = isEmptyAnswer(input.text) && (question.id !== 'sintio' || /\bnada\b/.test(said));
    if (evidence && empty) {
      // Asked once more; then what she leaves empty stays empty.
      const asked = c.thread.answers[`${question.key}:vacia`] === true;
      if (asked && question.step.needed === 'optional') return { kind: 'answer', value: null };
      if (!asked)
        return {
          kind: 'explain',
          text: c.text(question.step.needed === 'optional' ? 'casa.algo-que-vio-o-saltar' : 'casa.algo-que-vio'),
          keep: { [`${question.key}:vacia`]: true },
        };
    }
    const text = (evidence ? tellingLines(input.text) : input.text).trim().replace(/\s*\n\s*/g, '\n');
    if (!/[\p{L}\p{N}]/u.test(text)) return { kind: 'unclear' };
    const most = question.step.max ?? defaultMost;
    const joined = joinedToFirst(text, question, c);
    if (joined !== undefined && joined.length <= most)
      return {
        kind: 'answer',
        value: joined,
        lead: c.text('casa.quedo-asi', { said: clipped(joined, longestShown) }),
        with: { [`${question.key}:option`]: null },
      };
    const value = clipped(text, most);
    return { kind: 'answer', value, with: { [`${question.key}:option`]: null } };
  },
};

const clipped = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text);
