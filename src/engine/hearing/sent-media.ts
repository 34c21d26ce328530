// Pictures, videos, voice notes and the like: words with them are read, nothing of children is kept, and of evidence only that it is there.
import type { AnswerValue } from '../../domain/conversation.ts';
import type { EventContent } from '../../domain/inbound-event.ts';
import { addMinutes } from '../../mentoring/local-time.ts';
import { questionAt } from '../run-thread.ts';
import { takesUpHarm } from '../safety/harm-question.ts';
import { houseText, type ThreadContext, threadContext } from '../thread-context.ts';
import { activeThread } from '../threads.ts';
import type { TurnDraft } from '../turn-draft.ts';
import { asHeard, keepNotes } from './kept-notes.ts';
import { leaveNamesOut } from './left-out-names.ts';
import { hasConsent } from './read-message.ts';

type Media = Extract<EventContent, { kind: 'media' }>;

/** What is sent within so many seconds of each other is one album, answered once. */
const albumSeconds = 15;
const mostVoices = 5;
/** Flows in which a sheet is filled in on paper, and the questions at which its answers are awaited. */
const sheetFlows = new Set(['diagnostico', 'lista-de-cierre']);
const sheetSteps = new Set(['listo', 'reactivo']);
const pictures = new Set<Media['media']>(['image', 'video', 'document']);

/** A picture is never an answer; one of a sheet that was asked for is known to be there, and that is all. */
export function hearMedia(draft: TurnDraft, { media, caption }: Media): void {
  if (caption && hearCaption(draft, caption)) return;
  if (!pictures.has(media)) return aside(draft, houseText(draft, media === 'sticker' ? 'casa.sticker' : 'casa.no-leo'));
  const { mediaAnsweredAt: answered } = draft.conversation;
  draft.converse({ mediaAnsweredAt: draft.now });
  // An album comes as several; words under one of them are read all the same.
  if (answered != null && addMinutes(answered, albumSeconds / 60) > draft.now) return;
  const sheet = media === 'video' ? undefined : askedSheet(draft);
  if (!sheet) return aside(draft, houseText(draft, 'casa.imagen'));
  keepReference(sheet, 'foto-de-hoja', { at: draft.now, message: draft.event.id });
  aside(draft, sheet.text('casa.foto-de-hoja', { code: sheet.thread.code ?? '' }));
}

/** Nobody here can listen: where her words are asked for, that there is a voice note stays with them. */
export function hearVoice(draft: TurnDraft, seconds: number): void {
  const thread = activeThread(draft);
  const c = threadContext(draft, thread?.id);
  const question = thread && questionAt(c);
  const isEvidence = question?.step.as === 'text' && c.cycle !== undefined && !c.cycle.dosageOnly && hasConsent(draft);
  if (!isEvidence) return aside(draft, houseText(draft, 'casa.voz'));
  const before = c.thread.answers.voces;
  const voices = Array.isArray(before) ? before : [];
  const voice = { step: question.id, at: draft.now, seconds: Math.round(seconds), message: draft.event.id };
  keepReference(c, 'voces', [...voices, voice].slice(-mostVoices));
  aside(draft, c.text('casa.voz-evidencia', { seconds: Math.max(1, Math.round(seconds)) }));
}

/** Safety first; other words under a picture are kept for the consultants, without names, and are no answer. */
function hearCaption(draft: TurnDraft, caption: string): boolean {
  const text = leaveNamesOut(draft, asHeard(caption));
  if (takesUpHarm(draft, text, () => {})) return true;
  if (hasConsent(draft)) keepNotes(draft, [text]);
  return false;
}

function askedSheet(draft: TurnDraft): ThreadContext | undefined {
  const thread = activeThread(draft);
  if (!thread?.code || !sheetFlows.has(thread.flow)) return undefined;
  const c = threadContext(draft, thread.id);
  return sheetSteps.has(questionAt(c)?.id ?? '') ? c : undefined;
}

const keepReference = (c: ThreadContext, key: string, value: AnswerValue): void =>
  c.patchThread({ answers: { ...c.thread.answers, [key]: value } });

const aside = (draft: TurnDraft, text: string): void => void draft.say({ kind: 'answer', text });
