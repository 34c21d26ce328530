// Whether a message of a person was left without a word, where one was due.
import type { Act, Walk } from './engine-walk.ts';

/** What the engine never answers: it is seen, or comes from others, or is the rest of an album. */
function needsAnswer(act: Act, walk: Walk): boolean {
  if (act.do === 'say') return act.text !== '';
  if (act.do === 'edit') return false;
  if (act.do !== 'send') return false;
  const { content } = act;
  if (content.kind === 'media') return walk.state.conversation?.mediaAnsweredAt === undefined;
  return content.kind === 'voice' || content.kind === 'unsupported';
}

/** Does it; what was left without a word is told. */
export function unansweredBy(walk: Walk, act: Act): string | undefined {
  const before = walk.answered;
  const due = needsAnswer(act, walk);
  const { conversation } = walk.state;
  walk.act(act);
  const { lookUps, person } = walk.state;
  // What is looked up is answered when it is found.
  const awaits = lookUps.length > 0 || person === undefined || person.erasedAt !== null;
  return due && !awaits && walk.answered === before ? `waiting at ${conversation?.active ?? 'nothing'}` : undefined;
}
