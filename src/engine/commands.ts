// What is always available, at any question: help, menu, where am I, back, skip, pause, doubt, my data, leaving ...

import type { AnswerValue } from '../domain/conversation.ts';
import { beginsAnew, nextStepOf } from '../mentoring/next-step.ts';
import { overviewLines } from '../mentoring/summaries.ts';
import { searchWords } from '../mentoring/tip-library.ts';
import type { Tip } from '../program/content-schema.ts';
import { answerQuestion, skipQuestion } from './answer-question.ts';
import type { Command } from './answers/commands/command.ts';
import { readCaregiverName } from './answers/people/caregiver-name.ts';
import { readWhen } from './answers/when/when.ts';
import { goBack } from './change-answer.ts';
import { chapterNamed } from './hearing/chapter-asked.ts';
import { applyCorrection, findCorrection } from './hearing/corrections.ts';
import { sayCoverNotice, sendLogbook, sendSheet } from './hearing/paper-requests.ts';
import { takesUpMove } from './hearing/told-move.ts';
import { askForPerson } from './misunderstanding.ts';
import { wishChannel } from './other-channel.ts';
import { textKey } from './questions/question-reader.ts';
import { sendCalendar, stopCalendar } from './reminding/phone-calendar.ts';
import { listReminders } from './reminding/reminder-list.ts';
import { openWorkshops } from './reminding/workshop-threads.ts';
import { questionAt } from './run-thread.ts';
import { sendSlips } from './slip-papers.ts';
import { houseText, type ThreadContext, threadContext } from './thread-context.ts';
import {
  activeThread,
  continueThread,
  openThread,
  parkActive,
  repeatQuestion,
  rests,
  resumeInterrupted,
  resumeThread,
} from './threads.ts';
import type { TurnDraft } from './turn-draft.ts';

export interface Said {
  command: Command;
  arg?: string;
  /** The whole message, where it matters how she said it. */
  text?: string;
  /** Only asked about: "¿hasta cuándo es la pausa?" */
  asks?: true;
}

function tell(draft: TurnDraft, key: string, kind: 'answer' | 'notice' | 'overview' = 'answer'): void {
  draft.say({ kind, text: houseText(draft, key) });
  repeatQuestion(draft);
}

const prefilled = (key: string, value: AnswerValue | undefined): { answers?: Record<string, AnswerValue> } =>
  value === undefined || value === '' ? {} : { answers: { [key]: value } };

export function obey(draft: TurnDraft, { command, arg, text, asks }: Said): void {
  const thread = activeThread(draft);
  const c = threadContext(draft, thread?.id);
  const question = questionAt(c);
  switch (command) {
    case 'help': {
      const own = question && `${textKey(question)}.help`;
      const hasOwn = own !== undefined && (c.bundle?.texts[own] ?? c.program.texts[own]) !== undefined;
      draft.say({ kind: 'answer', text: c.text(hasOwn ? own : 'casa.ayuda') });
      return repeatQuestion(draft);
    }
    case 'menu':
    case 'restart':
      return openThread(draft, 'menu', {});
    case 'where':
      draft.say({ kind: 'overview', text: c.text('casa.donde-va', { overview: overviewLines(c) }) });
      return repeatQuestion(draft);
    case 'back':
      if (!thread || !goBack(c)) {
        draft.say({ kind: 'answer', text: c.text('casa.nada-atras') });
        repeatQuestion(draft);
      }
      return;
    case 'skip':
      if (question && !rests(draft, c.thread)) return skipQuestion(c, question);
      return tell(draft, 'casa.nada-que-saltar');
    case 'later':
      return void draft.say({ kind: 'statement', text: c.text(question ? 'casa.luego' : 'casa.luego-libre') });
    case 'human':
      return askForPerson(draft, text);
    case 'stop':
      return openThread(draft, 'baja', {});
    case 'pause': {
      if (asks) return tell(draft, draft.person.pausedUntil === null ? 'casa.sin-pausa-ahora' : 'casa.pausa-hasta');
      const until = arg ? readWhen(arg, { now: draft.today, holidays: draft.holidays, tense: 'future' }) : undefined;
      const date = until && (until.kind === 'date' || until.kind === 'datetime') ? { date: until.date } : undefined;
      return openThread(draft, 'pausa', prefilled('hasta', date));
    }
    case 'doubt':
      return openThread(draft, 'duda', prefilled('texto', arg));
    case 'myData':
      return tell(draft, 'casa.mis-datos', 'notice');
    case 'whoSees':
      return tell(draft, 'bienvenida.quien-ve', 'notice');
    case 'tips': {
      const tip = /video/i.test(text ?? '') && arg === undefined ? lastTip(c) : undefined;
      if (tip) return showVideo(draft, tip);
      return openThread(draft, 'consejos', prefilled('busca', arg && searchWords(arg).length ? arg : undefined));
    }
    case 'caregivers':
      return openThread(draft, 'maestras', {});
    case 'guide':
      return guideChapter(draft, arg);
    case 'correct': {
      const correction = findCorrection(c, arg ?? '', true);
      if (correction) return applyCorrection(c, correction);
      // "Cambiar la fecha al viernes", where no date is being asked for.
      if (text !== undefined && takesUpMove(draft, thread, text)) return;
      draft.say({ kind: 'answer', text: c.text(thread ? 'casa.como-corregir' : 'casa.nada-que-corregir') });
      return repeatQuestion(draft);
    }
    case 'withCaregiver': {
      if (arg && switchTo(draft, arg)) return;
      draft.say({ kind: 'answer', text: c.text('casa.no-conozco-maestra', { name: arg ?? '' }) });
      return repeatQuestion(draft);
    }
    case 'thanks':
      // A date that waits for her yes is not lost for her thanks.
      if (thread?.pending && question?.step.as === 'when' && answerQuestion(draft, thread, { text: text ?? 'gracias' }, true))
        return;
      return void draft.say({ kind: 'answer', text: c.text('casa.gracias') });
    case 'card':
      return showCard(draft, arg);
    case 'sheet':
      return sendSheet(draft, arg ?? text ?? '');
    case 'calendar':
      return sendCalendar(draft);
    case 'noCalendar':
      return stopCalendar(draft);
    case 'logbook':
      return sendLogbook(draft);
    case 'slips':
      return sendSlips(draft, arg);
    case 'coverNotice':
      return sayCoverNotice(draft, arg);
    case 'ownPin':
      return tell(draft, 'canales.pin-como');
    case 'otherChannel':
      return wishChannel(draft, arg ?? text ?? '');
    case 'reminders':
      return listReminders(draft);
    case 'workshops':
      return openWorkshops(draft, text ?? '');
    case 'caregiver': {
      const named = readCaregiverName(arg ?? '', activeCaregivers(draft));
      if (named.kind === 'understood') return openThread(draft, 'maestra', { caregiverId: named.value });
      return openThread(draft, 'con-quien', { answers: { flujo: 'maestra' } });
    }
    case 'next':
    case 'more':
    case 'resume':
      if (command === 'resume' && draft.person.pausedUntil !== null) {
        draft.put({ ...draft.person, pausedUntil: null });
        draft.say({ kind: 'answer', text: c.text('casa.sin-pausa') });
      }
      if (thread?.waitingFor) return resumeThread(draft, thread.id);
      if (!resumeInterrupted(draft)) openThread(draft, 'menu', {});
      return;
  }
}

const activeCaregivers = (draft: TurnDraft) => draft.all('caregiver').filter(({ status }) => status === 'active');

/** The tip that was shown last in what she is working on. */
function lastTip(c: ThreadContext): Tip | undefined {
  const id = c.cycle?.tipsServed.at(-1);
  return id === undefined ? undefined : c.program.tips.find((tip) => tip.id === id);
}

/** "Ver video", said of a tip that was shown as text: the video on request, then the question again. */
function showVideo(draft: TurnDraft, tip: Tip): void {
  const { file, link, seconds, megabytes } = tip.video;
  draft.say({
    kind: 'tip',
    text: houseText(draft, 'casa.video', { title: tip.title, megabytes, link: link ?? '' }),
    media: { type: 'video', ...(file ? { file } : {}), ...(link ? { link } : {}), seconds, megabytes },
  });
  repeatQuestion(draft);
}

/** The card for the next session with the caregiver she names, or is working with. */
function showCard(draft: TurnDraft, name: string | undefined): void {
  const caregivers = activeCaregivers(draft);
  const named = name === undefined ? undefined : readCaregiverName(name, caregivers);
  const only = caregivers.length === 1 ? caregivers[0]?.id : undefined;
  const caregiverId =
    named?.kind === 'understood' ? named.value : named === undefined ? (activeThread(draft)?.caregiverId ?? only) : undefined;
  const caregiver = caregiverId ? draft.get('caregiver', caregiverId) : undefined;
  if (!caregiver) return openThread(draft, 'con-quien', { answers: { flujo: 'tarjeta' } });
  const next = nextStepOf(caregiver, draft.all('cycle'), draft.all('thread'), draft.program, draft.today);
  const sheet = next.flow === 'diagnostico' || next.flow === 'lista-de-cierre';
  if (sheet && next.thread) {
    // The same sheet again, with the same code: it may be on paper already.
    if (next.thread.id !== activeThread(draft)?.id) parkActive(draft);
    draft.patchThread(next.thread.id, {
      frames: [{ flow: next.flow, at: 0 }],
      answers: { ...next.thread.answers, mostrar: true },
    });
    return continueThread(draft, next.thread.id);
  }
  openThread(draft, sheet ? next.flow : 'tarjeta', { caregiverId: caregiver.id });
}

/** Goes to the work with the caregiver she names: half-done work first, else her next step. */
export function switchTo(draft: TurnDraft, name: string): boolean {
  const caregivers = activeCaregivers(draft);
  const reading = readCaregiverName(name, caregivers);
  if (reading.kind === 'doubtful') {
    const options = reading.candidates.map((id) => ({
      id,
      label: caregivers.find((caregiver) => caregiver.id === id)?.name ?? '',
    }));
    openThread(draft, 'con-quien', { answers: { candidatas: options.map(({ id }) => id) } });
    return true;
  }
  if (reading.kind !== 'understood') return false;
  openWorkWith(draft, reading.value);
  return true;
}

const isPassing = (draft: TurnDraft, flow: string): boolean => draft.program.flows[flow]?.passing === true;

export function openWorkWith(draft: TurnDraft, caregiverId: string): void {
  const active = activeThread(draft);
  const half = draft
    .all('thread')
    .filter(({ caregiverId: whose, waitingFor, flow }) => whose === caregiverId && waitingFor !== null && !isPassing(draft, flow))
    .filter((thread) => !beginsAnew(thread, undefined, draft.now))
    .sort((a, b) => Number(rests(draft, a)) - Number(rests(draft, b)) || (a.touchedAt < b.touchedAt ? 1 : -1))[0];
  if (half) {
    if (half.id !== active?.id)
      openThread(draft, half.flow, { caregiverId }, { lead: threadContext(draft, half.id).text('casa.seguimos-con') });
    else resumeThread(draft, half.id);
    return;
  }
  const caregiver = draft.get('caregiver', caregiverId);
  if (!caregiver) return;
  const next = nextStepOf(caregiver, draft.all('cycle'), draft.all('thread'), draft.program, draft.today);
  openThread(draft, next.flow, { caregiverId, ...(next.cycle ? { cycleId: next.cycle.id } : {}) });
}

function guideChapter(draft: TurnDraft, words: string | undefined): void {
  const chapter = words === undefined ? undefined : chapterNamed(draft.program, words);
  const titles = draft.program.guide.map(({ title }) => `• ${title}`).join('\n');
  const text = chapter ? `${chapter.title}\n\n${chapter.text}` : houseText(draft, 'casa.guia', { chapters: titles });
  draft.say({ kind: 'answer', text: text.slice(0, 1000) });
  repeatQuestion(draft);
}
