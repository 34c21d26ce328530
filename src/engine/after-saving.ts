// "Lo que funcionó fue que...", "el 1 era 2", "fueron 25 minutos", said right after a record was saved: changed in it, and shown again.
import type { AnswerValue } from '../domain/conversation.ts';
import { toldFacts } from '../mentoring/sessions.ts';
import { goalItems } from '../mentoring/thread-answers.ts';
import { goesOnTelling, withoutLink } from './answers/empty-words.ts';
import { readItemValues } from './answers/item-values.ts';
import { plain } from './answers/text-forms.ts';
import { readWhen } from './answers/when.ts';
import { correctAnswer, savingAgain } from './change-answer.ts';
import { readFacts } from './questions/facts-question.ts';
import { ratingScales } from './questions/scale-question.ts';
import { whenContext } from './questions/when-question.ts';
import { questionAt } from './run-thread.ts';
import type { ThreadContext } from './thread-context.ts';
import { continueThread } from './threads.ts';
import { vocabularyOf } from './vocabulary-of.ts';

const strength =
  /\b(?:lo que (?:si )?(?:le |les )?(?:funciono|salio bien|hizo bien|estuvo bien)|lo bueno|lo que funciona|la fortaleza)\b/;
const point =
  /\b(?:lo que (?:puede|podria|hay que|falta|falto|le falta|le falto)(?: por)? ?(?:mejorar)?|lo de mejorar|lo (?:de )?por mejorar|lo malo|el punto por mejorar|a mejorar|en mejorar)\b/;
/** What stands between the name of an answer and what it should say. */
const linked = /^[\s,:]*(?:es|era|fue|seria|ser[ií]a)?(?:\s+(?:q|k|que))?[\s,:]+/i;
const fewestWords = 2;

/** True where it was a correction of the record that this thread has just saved. */
export function correctsSaved(c: ThreadContext, text: string): boolean {
  const question = questionAt(c);
  const saved = savingAgain(c) !== undefined;
  if (!question || c.thread.flow !== 'observacion' || !(saved ? ['when'] : ['ratings', 'yes-no']).includes(question.step.as))
    return false;
  const said = plain(text);
  const key = strength.test(said) ? 'funciono' : point.test(said) ? 'mejorar' : undefined;
  if (key) {
    const [named = ''] = (key === 'funciono' ? strength : point).exec(said) ?? [];
    const words = wordsAfter(text, said.indexOf(named) + named.length);
    if (
      words.split(/\s+/).length >= fewestWords &&
      !/\b(?:mal|corrige|corrija|cambia|cambie|corregir|cambiar)\b/.test(plain(words))
    )
      return change(c, { [key]: words });
    return correctAnswer(c, key);
  }
  if (!saved) return false;
  return changesRating(c, text) || changesFacts(c, text, said) || addsMore(c, text);
}

/** "Y también se apura": more of what can improve, where no day is named. */
function addsMore(c: ThreadContext, text: string): boolean {
  if (!goesOnTelling(text) || readWhen(text, whenContext(c, 'future')).kind !== 'none') return false;
  const before = c.thread.answers.mejorar;
  const more = withoutLink(text);
  return change(c, { mejorar: typeof before === 'string' && before !== '' ? `${before}; ${more}` : more });
}

/** Her own spelling from that place on; plain words have the same length as hers but for signs at the ends. */
function wordsAfter(text: string, at: number): string {
  const unsigned = text.replace(/^[^\p{L}\p{N}]+/u, '');
  return unsigned.slice(at).replace(linked, '').trim();
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
  const last = /.*\b(?:eran?|fueron|sino|son) (?:como )?(\d{1,3})\b/.exec(said)?.[1];
  if (last && Number(last) > 4) told.minutes = Number(last);
  const before = toldFacts(c.thread.answers.datos) as Record<string, AnswerValue>;
  return Object.keys(told).length > 0 && change(c, { datos: { ...before, ...told } });
}

function change(c: ThreadContext, answers: Record<string, AnswerValue>): boolean {
  const back = savingAgain(c);
  c.patchThread({
    answers: { ...c.thread.answers, ...answers },
    ...(back ? { frames: back.frames, current: back.current } : {}),
    pending: null,
    waitingFor: null,
    misunderstood: 0,
  });
  continueThread(c.draft, c.thread.id);
  return true;
}
