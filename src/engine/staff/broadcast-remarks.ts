// What a remark of hers changes in the message under way: a bubble, its words, whom it is for, or only what she is shown.
import type { Thread } from '../../domain/conversation.ts';
import { counted } from '../../mentoring/broadcast-draft.ts';
import {
  withAudience,
  withBefore,
  withBubble,
  withMessage,
  withoutBubble,
  withoutName,
  withWords,
  writtenCount,
} from '../../mentoring/broadcast-edits.ts';
import type { AudienceWish } from '../answers/commands/broadcast-wish.ts';
import type { DraftRemark } from '../answers/commands/draft-remark.ts';
import { askAgain, askQuestion } from '../ask-question.ts';
import type { AskedQuestion } from '../questions/question-reader.ts';
import type { ThreadContext } from '../thread-context.ts';
import { dropThread, openThread } from '../threads.ts';

type Answers = Thread['answers'];

export const answersFor = ({ option, phase, names }: AudienceWish): Answers => ({
  'a-quien': option,
  ...(phase ? { fase: phase } : {}),
  ...(names === undefined ? {} : { 'nombres:1': names }),
});

/** From the start with what is known: what is left open is asked, else it is shown and asked for. */
export function reopen(c: ThreadContext, answers: Answers, whole = false): void {
  const count = writtenCount(answers);
  const shown = whole && count > 0 ? { ...answers, [`otro:${count + 1}`]: 'listo' } : answers;
  dropThread(c.draft, c.thread.id);
  openThread(c.draft, 'difundir', { answers: shown });
}

export function askAgainAt(c: ThreadContext, question: AskedQuestion, key: string): true {
  askAgain(c, question, c.text(key));
  return true;
}

export function heedsRewrite(c: ThreadContext, text: string | undefined): true {
  reopen(c, withMessage(c.thread.answers, text));
  return true;
}

/** Everybody of the audience but those: from here on a list. */
function sparing(c: ThreadContext, names: string): Answers | undefined {
  const base: Readonly<Record<string, string>> = { todas: 'todas', intensivo: 'intensivo' };
  const option = String(c.thread.answers['a-quien']);
  const all = option === 'lista' ? counted(c)?.names.join(', ') : base[option];
  return all === undefined ? undefined : answersFor({ option: 'lista', names: `${all} menos ${names}` });
}

export function heeds(c: ThreadContext, question: AskedQuestion, remark: DraftRemark): boolean {
  const { draft } = c;
  const { answers } = c.thread;
  const tell = (text: string): void => void draft.say({ kind: 'answer', text });
  const whole = question.id === 'confirmar' || question.id === 'que';
  switch (remark.kind) {
    case 'drop': {
      const count = writtenCount(answers);
      if (remark.place > count) return askAgainAt(c, question, 'difundir.no-hay-ese');
      tell(c.text('difundir.quitado'));
      reopen(c, withoutBubble(answers, remark.place), whole);
      return true;
    }
    case 'noName':
      tell(c.text('difundir.sin-nombre'));
      reopen(c, withoutName(answers), whole);
      return true;
    case 'replace':
      tell(c.text('difundir.cambiado', { from: remark.from, to: remark.to }));
      reopen(c, withWords(answers, remark.from, remark.to), whole);
      return true;
    case 'rewrite':
      return heedsRewrite(c, remark.text);
    case 'add':
      reopen(c, withBubble(answers, remark.text));
      return true;
    case 'audience':
      reopen(c, withAudience(answers, remark.wish ? answersFor(remark.wish) : {}));
      return true;
    case 'before':
      reopen(c, withBefore(answers, remark.text), whole);
      return true;
    case 'preview':
      reopen(c, answers, whole);
      return true;
    case 'who':
      askQuestion(c, question, whole ? {} : { lead: c.text('difundir.quienes') });
      return true;
    case 'except': {
      const left = sparing(c, remark.names);
      if (!left) return askAgainAt(c, question, 'difundir.no-puedo-quitarla');
      reopen(c, withAudience(answers, left), whole);
      return true;
    }
    case 'hold':
      return askAgainAt(c, question, question.id === 'confirmar' ? 'difundir.sin-mandar' : 'difundir.la-espero');
    default:
      return false;
  }
}
