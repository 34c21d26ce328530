// Safety first, on two levels: what is clear goes its whole route; of what is possible one question is asked, and nothing of it is lost.
import { addMinutes } from '../../mentoring/local-time.ts';
import { saysOneOf } from '../answers/words/said-phrases.ts';
import { plain } from '../answers/words/text-forms.ts';
import { readYesNo } from '../answers/yes-no/yes-no.ts';
import { bubblesWithinRoom } from '../hearing/kept-notes.ts';
import { asToldOfHarm, withoutNames } from '../hearing/left-out-names.ts';
import type { TurnDraft } from '../turn-draft.ts';
import { vocabularyOf } from '../vocabulary-of.ts';
import { answerSafeguarding, graver, harmIn } from './safeguarding.ts';

/** A telling that comes in bubbles comes within so long. */
const tellingMinutes = 1.5;
export const silenceMinutes = 10;
const mostKept = 4000;
const hesitation = 2;

/** True where the words were a matter of safety and it was seen to. `goOn` reads her words as what they were, once she said that all is well. */
export function takesUpHarm(draft: TurnDraft, text: string, goOn: (text: string) => void): boolean {
  const { safeguarding } = draft.program;
  const { concern, burst } = draft.conversation;
  const before = wordsBefore(draft);
  const whole = [...before, text].join(' ');
  // Of who is called a child more is known than of a name; what was taken for a child's name may be somebody else's.
  let sign = graver(harmIn(safeguarding, text), harmIn(safeguarding, asToldOfHarm(draft, text)));
  if (sign?.level !== 'clear' && before.length > 0 && !concern) {
    const joined = harmIn(safeguarding, whole);
    if (joined && (joined.level === 'clear' || !sign)) sign = joined;
  }
  if (sign?.level === 'clear') {
    answerSafeguarding(draft, sign.route, concern ? [...concern.bubbles, text].join(' ') : whole);
    return true;
  }
  if (concern) {
    hearAnswer(draft, text, sign !== undefined, goOn);
    return true;
  }
  if (!sign) {
    draft.converse({ lastWords: burst ? null : { at: draft.now, text: text.slice(0, 300) } });
    return false;
  }
  const bubbles = bubblesWithinRoom(burst ? [...burst.bubbles.map((bubble) => withoutNames(draft, bubble)), text] : [text]);
  draft.converse({ burst: null, lastWords: null, concern: { route: sign.route, bubbles, askedAt: draft.now, times: 0 } });
  ask(draft, safeguarding.question.ask);
  return true;
}

function wordsBefore(draft: TurnDraft): string[] {
  const { burst, lastWords } = draft.conversation;
  if (burst) return burst.bubbles;
  return lastWords && addMinutes(lastWords.at, tellingMinutes) > draft.now ? [lastWords.text] : [];
}

function ask(draft: TurnDraft, text: string): void {
  const { yes, no } = draft.program.safeguarding.question;
  draft.say({
    kind: 'safeguarding',
    text,
    options: [
      { id: 'si', label: yes },
      { id: 'no', label: no },
    ],
  });
}

function hearAnswer(draft: TurnDraft, text: string, saysMore: boolean, goOn: (text: string) => void): void {
  const { concern } = draft.conversation;
  if (!concern) return;
  const { question } = draft.program.safeguarding;
  const told = [...concern.bubbles, text].join(' ').slice(0, mostKept);
  const reading = readYesNo(text, vocabularyOf(draft.program));
  // "No, pero le pegó": what comes behind counts more than the no.
  const yes = reading.kind === 'understood' && !/\b(?:pero|aunque)\b/.test(plain(text)) ? reading.value : undefined;
  const opens = plain(text).split(' ')[0];
  if (yes === false || (!saysMore && (opens === 'no' || opens === 'nadie' || saysOneOf(question.saysNo, text)))) {
    draft.converse({ concern: null, lastWords: null });
    for (const bubble of concern.bubbles) goOn(bubble);
    return;
  }
  if (yes || saysMore || opens === 'si' || saysOneOf(question.saysYes, text) || concern.times > 0)
    return answerSafeguarding(draft, concern.route, told);
  // "Mmm" is no answer of hers to anything; what she says at length is kept with the rest.
  const bubbles = plain(text).split(' ').length > hesitation ? bubblesWithinRoom([...concern.bubbles, text]) : concern.bubbles;
  draft.converse({ concern: { ...concern, bubbles, times: concern.times + 1 } });
  ask(draft, question.again);
}

/** She did not answer: rather an alert too many. */
export function alertAtSilence(draft: TurnDraft): void {
  const { concern } = draft.conversation;
  if (!concern || addMinutes(concern.askedAt, silenceMinutes) > draft.now) return;
  answerSafeguarding(draft, concern.route, concern.bubbles.join(' '), draft.program.safeguarding.question.silence);
}
