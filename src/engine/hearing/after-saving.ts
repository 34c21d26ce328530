// "El 1 era 2", "fueron 25 minutos", said right after a record was saved: changed in it, and shown again.
import type { AnswerValue } from '../../domain/conversation.ts';
import { toldFacts } from '../../mentoring/sessions.ts';
import { goalItems } from '../../mentoring/thread-answers.ts';
import { readItemValues } from '../answers/sheets/item-values.ts';
import { readWhen } from '../answers/when/when.ts';
import { goesOnTelling } from '../answers/words/empty-words.ts';
import { plain } from '../answers/words/text-forms.ts';
import { changeAnswers, savingAgain, withMore } from '../change-answer.ts';
import { readFacts } from '../questions/facts-question.ts';
import { ratingScales } from '../questions/scale-question.ts';
import { whenContext } from '../questions/when-question.ts';
import { questionAt } from '../run-thread.ts';
import type { ThreadContext } from '../thread-context.ts';
import { vocabularyOf } from '../vocabulary-of.ts';

/** True where it was a correction of the record that this thread has just saved. */
export function correctsSaved(c: ThreadContext, text: string): boolean {
  const question = questionAt(c);
  if (savingAgain(c) === undefined || c.thread.flow !== 'observacion' || question?.step.as !== 'when') return false;
  const said = plain(text);
  return changesRating(c, text) || changesFacts(c, text, said) || addsMore(c, text);
}

/** "Y también se apura": more of what can improve, where no day is named. */
function addsMore(c: ThreadContext, text: string): boolean {
  if (!goesOnTelling(text) || /\d/.test(text) || readWhen(text, whenContext(c, 'future')).kind !== 'none') return false;
  return change(c, { mejorar: withMore(c.thread.answers.mejorar, text) });
}

function changesRating(c: ThreadContext, text: string): boolean {
  const items = goalItems(c);
  const scales = ratingScales(items, c);
  const before = c.thread.answers.puntos;
  if (!items.length || typeof before !== 'object' || before === null || Array.isArray(before)) return false;
  const read = readItemValues(text, { scales, left: [], bare: false }, vocabularyOf(c.program));
  const told = read.kind === 'values' ? read.items.filter(({ key }) => key !== undefined) : [];
  // "El 3 era 2", where there is one number to speak of: the value that was given.
  const only = /\b(?:el|la|lo|un|era)?\s*([1-4n]) (?:era|es|fue|seria|va) (?:un )?([1-4n])\b/.exec(plain(text));
  const first = items[0];
  if (items.length === 1 && first && only?.[2] && /\b(?:el|la|lo)\b|^[1-4n]/.test(plain(text)))
    return change(c, { puntos: { ...before, [first.code]: only[2] } });
  const changes = told.flatMap(({ at, key }) => (items[at - 1] && key ? [[items[at - 1]?.code ?? '', key] as const] : []));
  return changes.length > 0 && change(c, { puntos: { ...before, ...Object.fromEntries(changes) } });
}

/** "Fueron 25 minutos", "la observación fue ayer": of the session that was told, not of the talk to come. */
function changesFacts(c: ThreadContext, text: string, said: string): boolean {
  const names = /\bobserv/.test(said) && !/^ya\b/.test(said);
  const length = /^(?:(?:ay|no|perdon|oiga|bueno|ah|digo) )*(?:eran?|fueron|duro|duramos|son)\b/.test(said);
  if (!names && !length) return false;
  const told = readFacts(text, names ? ['when', 'minutes', 'method', 'modelled'] : ['minutes'], c);
  // "No fueron 20, fueron 25".
  const last = /^.*\b(?:eran?|fueron|sino|son) (?:como )?(\d{1,3})\b/.exec(said)?.[1];
  if (last && Number(last) > 4) told.minutes = Number(last);
  const before = toldFacts(c.thread.answers.datos) as Record<string, AnswerValue>;
  return Object.keys(told).length > 0 && change(c, { datos: { ...before, ...told } });
}

function change(c: ThreadContext, answers: Record<string, AnswerValue>): true {
  changeAnswers(c, answers);
  return true;
}
