// Hears that the moment did not come at all ("no hubo conflictos", "nadie lloró"), or that it came and was let go ("tuvo chance y no quiso").
import type { Vocabulary } from '../../../program/vocabulary-schema.ts';
import type { SaidClauses } from './said-clauses.ts';

export const pronouns = new Set('lo la le los las les se me nos te'.split(' '));

const deeds = /(?:o|aron|ieron|aban|ian|an|en|a)$/;
const nobody = new Set(['ninguno', 'ninguna', 'nadie', 'ningun']);
const hadNone = new Set(['ay', 'ubo', 'abia', 'tenia', 'tiene', 'tienen', 'teniamos', 'tengo', 'tenemos']);
/** Time and cover fail the mentor, not the moment. */
const notTheMoment = new Set(['tiempo', 'kien', 'kosa', 'problema', 'kaso', 'nesesidad', 'nada', 'mas', 'tanto', 'mucho']);

/** "No hubo conflictos", "nadie lloró", "no lloró ninguno": the moment did not come. */
export function absentAt(said: SaidClauses, at: number): { end: number; orNever?: true } | undefined {
  const { list } = said;
  const [word = '', verb = '', next = ''] = list.slice(at, at + 3);
  const before = list[at - 1] ?? '';
  if ((word === 'nadie' || word === 'ningun') && before !== 'kon') {
    let i = word === 'nadie' ? at + 1 : at + 2;
    while (pronouns.has(list[i] ?? '') && !said.starts.has(i)) i++;
    const deed = said.starts.has(i) ? '' : (list[i] ?? '');
    // "A ningún niño le escurrió": that, or she did it to none.
    return deeds.test(deed) && deed.length > 3
      ? { end: i + 1, ...(before === 'a' ? { orNever: true as const } : {}) }
      : undefined;
  }
  if (word !== 'no') return undefined;
  const own = pronouns.has(verb) ? 1 : 0;
  if (own && nobody.has(list[at + 3] ?? '') && deeds.test(next) && next.length > 3) return { end: at + 4 };
  // "No lo hizo, no hubo"
  if (verb === 'ubo' && (next === '' || said.starts.has(at + 2))) return { end: at + 2 };
  if (hadNone.has(verb) && next !== '' && !notTheMoment.has(next) && !said.starts.has(at + 2)) return { end: at + 3 };
  if (verb.length > 3 && deeds.test(verb) && nobody.has(next)) return { end: at + 3 };
  return undefined;
}

const had = new Set(['ubo', 'tubo', 'tubieron', 'tenia', 'abia', 'dio', 'dieron']);
const chance = /^(?:oportunidad|oportunidades|1anse|1anses|1ansa|okasion|okasiones|momento|momentos)$/;
const article = new Set(['la', 'el', 'su', 'sus', 'las', 'los', 'una', 'un', 'barias', 'mucha', 'muchas']);
const letGo = /(?:^| )(?:(?:la|lo|las|los) dej(?:o|aba) (?:ir|pasar)|se le (?:paso|fue|pasaron|fueron)|la desaprobecho)(?: |$)/;

const unknown = /(?:^| )no (?:me )?(?:akuerd|rekuerd|se |supe|fije|estoi segur)/;

/** The moment came, and she did not do it: "tuvo su oportunidad y la dejó ir", "no, y eso que la buscaron". */
export function missedChance({ list, starts }: SaidClauses, v: Vocabulary): boolean {
  const said = list.join(' ');
  // "No me acuerdo si hubo chance" tells neither.
  if (/(?:^| )si (?:se )?(?:ubo|tubo|tubieron|dio|abia) /.test(said) && unknown.test(said)) return false;
  if (/^no (?:y eso ke|y mira ke|pudiendo)/.test(said)) return true;
  const denied = (i: number): boolean => v.negations.has(list[pronouns.has(list[i - 1] ?? '') ? i - 2 : i - 1] ?? '');
  const at = list.findIndex((word, i) => had.has(word) && !denied(i) && comes(list, i, starts));
  if (at < 0) return false;
  if (letGo.test(said) || /(?:^| )ni (?:kuando|abiendo|kon|asi|teniendo)(?: |$)/.test(list.slice(0, at).join(' '))) return true;
  return list.some((word, i) => word === 'no' && i !== at - 1 && !had.has(list[i + 1] ?? ''));
}

/** "Hubo oportunidad", "tuvo la oportunidad", "sí hubo". */
function comes(list: readonly string[], at: number, starts: ReadonlySet<number>): boolean {
  const next = article.has(list[at + 1] ?? '') ? at + 2 : at + 1;
  return (
    chance.test(list[next] ?? '') || (list[at - 1] === 'si' && (starts.has(at + 1) || ['y', 'pero'].includes(list[at + 1] ?? '')))
  );
}
