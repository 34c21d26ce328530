// "Sí, la 4 es xq casi no la deja terminar": a remark beside what was noted, which changes nothing of it.
import { plain } from '../words/text-forms.ts';

export interface Remark {
  /** She says that it is right. */
  agrees: boolean;
}

const agreeing =
  /^(?:(?:ay|ah|ps|pues|oiga|bueno|ok|ya) )*(?:si+|sip|ok|va|sale|asi (?:es|esta bien|queda)|esta bien|todo bien|correcto|perfecto)\b ?/;
/** Why it is so: whatever numbers or "casi no" are in it tell of what she saw. */
const why =
  /\b(?:(?:es|fue|era|eso es|lo puse|la puse|le puse|puse eso|le puse eso|la puse asi|lo puse asi) )?(?:porque|porke|pork|porq|por ?que|x ?q|xque|pq|ya que|es que|fue que|la verdad es que)\b.*$/;
/** An item named, and nothing said of what it should be. */
const onlyNames =
  /^(?:(?:y|en|de|lo de|la|el|las|los|lo|numero|punto|nomas|nada mas|lo que pasa|pasa) ?)*\d{0,2}(?: y (?:la |el )?\d{1,2})? ?(?:es|fue|era)?$/;
const most = 40;

/** Undefined where the words may change something. */
export function readRecapRemark(text: string): Remark | undefined {
  const said = plain(text);
  if (/[?¿]/.test(text) || said.split(' ').length > most) return undefined;
  const agreed = agreeing.exec(said)?.[0] ?? '';
  const rest = said.slice(agreed.length);
  const reason = why.exec(rest);
  if (!reason || !onlyNames.test(rest.slice(0, reason.index).trim())) return undefined;
  return /\b(?:me equivoque|esta mal|esta al reves|cambi\w+|corri\w+|deb[ei]\w* (?:ser|decir|ir)|pero)\b/.test(reason[0])
    ? undefined
    : { agrees: agreed !== '' };
}
