// What the message that tells of a session says of what happened in it: kept for the steps that ask for it, and shown at the recap.
import { readNamedPieces } from '../answers/told/named-words.ts';
import { readToldEvidence, readToldTalk } from '../answers/told/told-evidence.ts';
import { ownWords } from '../answers/words/own-words.ts';
import { namesOfStep } from '../questions/question-reader.ts';
import type { ThreadContext } from '../thread-context.ts';

const ofTalk = ['sintio', 'apoyo', 'constructiva', 'acuerdo', 'siguiente'];

/** By step; empty where she tells only that it was, when and how long, and for flows that record no session. */
export function toldWords(c: ThreadContext, flow: string, text: string, name: string): Record<string, string> {
  if (flow === 'observacion') {
    const { worked, improve } = readToldEvidence(text, name);
    return { ...(worked ? { funciono: ownWords(worked) } : {}), ...(improve ? { mejorar: ownWords(improve) } : {}) };
  }
  const told = flow === 'reflexion' ? readToldTalk(text, name) : '';
  if (told === '') return {};
  const steps = ofTalk.map((id) => ({ key: id, names: namesOfStep({ flow, id }, c) }));
  const { named, lead } = readNamedPieces(told, steps);
  const words: Record<string, string> = lead === '' ? {} : { sintio: ownWords(lead) };
  for (const { key, words: said } of named) words[key] = ownWords(words[key] === undefined ? said : `${words[key]}\n${said}`);
  return words;
}
