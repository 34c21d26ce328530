// Hears that the moment did not come at all: "no hubo conflictos", "nadie lloró", "no lloró ninguno".
import type { SaidClauses } from './said-clauses.ts';

export const pronouns = new Set('lo la le los las les se me nos te'.split(' '));

const deeds = /(?:o|aron|ieron|aban|ian|an|en|a)$/;
const nobody = new Set(['ninguno', 'ninguna', 'nadie', 'ningun']);
const hadNone = new Set(['ay', 'ubo', 'abia', 'tenia', 'tiene', 'tienen', 'teniamos', 'tengo', 'tenemos']);
/** Time and cover fail the mentor, not the moment. */
const notTheMoment = new Set(['tiempo', 'kien', 'kosa', 'problema', 'kaso', 'nesesidad', 'nada', 'mas', 'tanto', 'mucho']);

/** "No hubo conflictos", "nadie lloró", "no lloró ninguno": the moment did not come. */
export function absentAt(said: SaidClauses, at: number): { end: number } | undefined {
  const { list } = said;
  const [word = '', verb = '', next = ''] = list.slice(at, at + 3);
  if (word === 'nadie' && deeds.test(verb) && verb.length > 3 && !pronouns.has(verb)) return { end: at + 2 };
  if (word === 'ningun' && deeds.test(next) && next.length > 3 && !pronouns.has(next)) return { end: at + 3 };
  if (word !== 'no') return undefined;
  if (hadNone.has(verb) && next !== '' && !notTheMoment.has(next) && !said.starts.has(at + 2)) return { end: at + 3 };
  if (verb.length > 3 && deeds.test(verb) && nobody.has(next)) return { end: at + 3 };
  return undefined;
}
