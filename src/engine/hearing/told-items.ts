// At the checklist: what an item means, in its own words, and a sentence of evidence that belongs to another item.
import { instrumentOf } from '../../mentoring/thread-answers.ts';
import { isAbout, itemByWords, meaningAsked, placedAtItem } from '../answers/sheets/items-by-words.ts';
import { asksMeaning } from '../answers/told/heard-words.ts';
import { correctAnswer } from '../change-answer.ts';
import { questionAt } from '../run-thread.ts';
import { threadContext } from '../thread-context.ts';
import { activeThread, continueThread, repeatQuestion } from '../threads.ts';
import type { TurnDraft } from '../turn-draft.ts';
import { applyCorrection, findCorrection } from './corrections.ts';
import { exactQuestion, wordAsked } from './known-question.ts';

/** True where she asked what a word or an item means, or her words were about an item of the sheet, and it was done. */
export const takesUpMeaning = (draft: TurnDraft, text: string): boolean =>
  saysWhatItMeans(draft, text) || explainsItem(draft, text) || placesEvidence(draft, text) || correctsItems(draft, text);

function saysWhatItMeans(draft: TurnDraft, text: string): boolean {
  const { program } = draft;
  const asked = wordAsked(program, text) ?? (asksMeaning(text) ? exactQuestion(program, text) : undefined);
  if (!asked) return false;
  draft.say({ kind: 'answer', text: asked.answer });
  repeatQuestion(draft);
  return true;
}

/** "¿A qué se refiere con dar tiempo?": that item's sign and an example of it, and the question again. */
function explainsItem(draft: TurnDraft, text: string): boolean {
  const c = threadContext(draft, activeThread(draft)?.id);
  const items = questionAt(c)?.step.as === 'scale' ? (instrumentOf(c)?.instrument.items ?? []) : [];
  const asked = items.length ? meaningAsked(text) : undefined;
  if (asked === undefined) return false;
  const at = asked === '' ? undefined : itemByWords(asked, items);
  const item = asked === '' ? items.find(({ code }) => code === c.thread.current.item) : items[(at ?? 0) - 1];
  if (!item) return false;
  draft.say({
    kind: 'answer',
    text: c.text('diagnostico.que-es', {
      number: items.indexOf(item) + 1,
      short: item.short,
      evidence: item.evidence,
      action: item.action,
    }),
  });
  repeatQuestion(draft);
  return true;
}

const mistaken =
  /^\s*(?:(?:ay|ah|uy|no|oiga|perd[oó]n|disculpe|espere|esp[eé]reme|me confund[ií]|me equivoqu[eé]|le puse mal|puse mal|la regu[eé])[\s,.:;]+)+/i;

/** "Me confundí, la de los cambios es casi nunca": the mistake is said, and so is what it should be. */
function correctsItems(draft: TurnDraft, text: string): boolean {
  const c = threadContext(draft, activeThread(draft)?.id);
  const opener = mistaken.exec(text)?.[0];
  const kind = questionAt(c)?.step.as;
  if (opener === undefined || c.thread.flow !== 'diagnostico' || kind === undefined || !sheetKinds.has(kind)) return false;
  const correction = findCorrection(c, text.slice(opener.length), false);
  if (!correction) return false;
  applyCorrection(c, correction);
  return true;
}
const sheetKinds = new Set(['scale', 'facts', 'recap']);

const noteKey = (code: string): string => `reactivo:${code}:nota`;

/** "Lo de la canción va en la 7": her sentence goes to that item; without one, the item is asked again. */
function placesEvidence(draft: TurnDraft, text: string): boolean {
  const c = threadContext(draft, activeThread(draft)?.id);
  const items = questionAt(c) ? (c.instrument?.instrument.items ?? []) : [];
  const placed = items.length && c.thread.flow === 'diagnostico' ? placedAtItem(text) : undefined;
  const to = items[(placed?.at ?? 0) - 1];
  if (!placed || !to) return false;
  const from = items.find(({ code }) => {
    const note = c.thread.answers[noteKey(code)];
    return code !== to.code && typeof note === 'string' && isAbout(placed.about, note);
  });
  const said = from && c.thread.answers[noteKey(from.code)];
  if (!from || typeof said !== 'string') {
    // "La de la canción es la 7": the item that she got wrong.
    if (itemByWords(placed.about, items) !== placed.at) return false;
    return correctAnswer(c, `reactivo:${to.code}`);
  }
  const before = c.thread.answers[noteKey(to.code)];
  const joined = typeof before === 'string' && before !== '' ? `${before}; ${said}` : said;
  c.patchThread({ answers: { ...c.thread.answers, [noteKey(from.code)]: null, [noteKey(to.code)]: joined } });
  const shown = said.length > 60 ? `${said.slice(0, 59)}…` : said;
  continueThread(draft, c.thread.id, { lead: c.text('diagnostico.pasada', { said: shown, number: placed.at }) });
  return true;
}
