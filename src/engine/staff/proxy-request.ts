// "En nombre de G15: ya hizo la observación de Rosa el martes, 20 minutos": from her words to one question, and the record.

import type { Post } from '../../domain/inbound-event.ts';
import type { LookUpRequest, LookUpResult } from '../../domain/look-up.ts';
import { answerQuestion } from '../answer-question.ts';
import { answerSafeguarding, safeguardingRoute } from '../safety/safeguarding.ts';
import { houseText } from '../thread-context.ts';
import { activeThread, openThread } from '../threads.ts';
import type { TurnDraft } from '../turn-draft.ts';

type Heard = Extract<Post['body'], { kind: 'proxyHeard' }>;

const opening =
  /^\s*\/?\s*(?:(?:por favor|porfa|oye|oiga|quiero|quisiera|necesito|hay que|voy a|me ayuda a)\s+)*(?:en nombre de|registro de parte de|por la mentora|(?:anot|apunt|registr|captur)(?:ar|a|e|o|arle|ale|ele)\s+(?:algo\s+)?(?:por|a nombre de|en nombre de|de parte de|que)(?:\s+la (?:mentora|maestra))?)(?=[\s:]|$)[\s:]*/iu;
/** "Yadira (G15) ya hizo la observación...": told without saying for whom. */
const told = /\b(?:hizo|observ[oó]|platic[oó]|tuvo|realiz[oó]|termin[oó])\b/iu;
const mostWords = 900;

/** `text`: her whole message, because names and dates are read as she wrote them. */
export function askProxy(draft: TurnDraft, text: string): void {
  const route = safeguardingRoute(draft.program.safeguarding, text);
  if (route) return answerSafeguarding(draft, route);
  const said = text.replace(opening, '').trim();
  if (said === '' || !(opening.test(text) || told.test(text)))
    return void draft.say({ kind: 'answer', text: houseText(draft, 'en-nombre.como') });
  keepWhatWasConfirmed(draft);
  draft.lookUp({ kind: 'mentorNamed', said: said.slice(0, mostWords) });
}

/** She went on to another while only the acceptance was open: date and minutes are recorded, and no name without a yes. */
function keepWhatWasConfirmed(draft: TurnDraft): void {
  const thread = draft.all('thread').find(({ flow, waitingFor }) => flow === 'en-nombre' && waitingFor === 'acepto');
  if (thread) answerQuestion(draft, thread, { text: '', optionId: 'no-se' });
}

/** Who is meant is known now: her own turn reads what is told of her. */
export function hearMentorNamed(
  draft: TurnDraft,
  _: Extract<LookUpRequest, { kind: 'mentorNamed' }>,
  result: LookUpResult,
): void {
  const [only, ...others] = result.kind === 'mentorNamed' ? result.mentors : [];
  if (result.kind !== 'mentorNamed' || !only)
    return void draft.say({ kind: 'answer', text: houseText(draft, 'en-nombre.nadie') });
  if (others.length > 0) {
    const names = result.mentors.map(({ id, name }) => `• ${name} (${id})`).join('\n');
    return void draft.say({ kind: 'answer', text: houseText(draft, 'en-nombre.cual', { names }) });
  }
  if (result.rest === '') return askFor(draft, { mentora: only.id, para: only.name, falta: 'que' });
  const by = { by: draft.state.owner, name: draft.person.calledAs || draft.person.name };
  draft.post(only.id, { kind: 'proxyTold', by, words: result.rest });
}

/** What is still to be said of her; a name alone completes what was said before. */
function askFor(draft: TurnDraft, answers: Record<string, string>, lead?: string): void {
  for (const thread of draft.all('thread')) if (thread.flow === 'en-nombre') draft.remove('thread', thread.id);
  openThread(draft, 'en-nombre', { answers }, lead === undefined ? {} : { lead });
}

/** Danger told in the middle of it comes first. */
export function soundsGraveByProxy(draft: TurnDraft, text: string): boolean {
  const thread = activeThread(draft);
  if (thread?.flow !== 'en-nombre') return false;
  const route = safeguardingRoute(draft.program.safeguarding, text);
  if (route) answerSafeguarding(draft, route);
  return route !== undefined;
}

/** What her turn made of it. */
export function hearProxy(draft: TurnDraft, { mentor, mentorName, outcome, text, names, session }: Heard): void {
  const say = (words: string): void => void draft.say({ kind: 'answer', text: words });
  switch (outcome) {
    case 'read': {
      const before = draft.all('thread').filter(({ flow }) => flow === 'en-nombre');
      const unsaid = before.some(({ waitingFor, answers }) => waitingFor === 'correcto' && answers.lectura !== text);
      for (const thread of before) draft.remove('thread', thread.id);
      return openThread(
        draft,
        'en-nombre',
        { answers: { mentora: mentor, para: mentorName, lectura: text, nueva: session?.newName ?? '', sesion: { ...session } } },
        unsaid ? { lead: houseText(draft, 'en-nombre.lo-anterior-no') } : {},
      );
    }
    case 'whichCaregiver': {
      const known = names.join(', ');
      const lead =
        known === ''
          ? houseText(draft, 'en-nombre.sin-maestra', { mentor: mentorName })
          : houseText(draft, 'en-nombre.cual-maestra', { mentor: mentorName, names: known });
      return askFor(draft, { mentora: mentor, para: mentorName, falta: 'quien', dicho: text }, lead);
    }
    case 'whichSession':
      return askFor(draft, { mentora: mentor, para: mentorName, falta: 'que' }, houseText(draft, 'en-nombre.cual-sesion'));
    case 'future':
      return askFor(draft, { mentora: mentor, para: mentorName, falta: 'que' }, houseText(draft, 'en-nombre.no-ha-pasado'));
    case 'recordedUntold':
      return say(houseText(draft, 'en-nombre.anotado-sin-aviso', { mentor: mentorName, session: text }));
    case 'unasked':
      return say(houseText(draft, 'en-nombre.no-ha-aceptado', { mentor: mentorName }));
    case 'recorded':
      return say(houseText(draft, 'en-nombre.anotado', { mentor: mentorName, session: text }));
    case 'known':
      return say(houseText(draft, 'en-nombre.ya-estaba', { mentor: mentorName, session: text }));
    case 'refused':
      return say(houseText(draft, 'en-nombre.no-participa', { mentor: mentorName }));
  }
}
