// "Borre esa observación", "esa plática no era de Lupita": a session that was recorded, and should not have been.
import { plain } from '../words/text-forms.ts';

export interface Retraction {
  /** Undefined where she does not say which of the two. */
  phase?: 'focusedObservation' | 'reflection';
  /** The name after "no era de", in her own words; '' where she names nobody. */
  of: string;
}

const session =
  '(?:(?:esa|esta|la|mi|ultima|una|ese|este|el|lo de la|lo de esa) )*(observacion|sesion|platica|retro|retroalimentacion|reflexion|registro)';
const takeAway = new RegExp(
  `\\b(?:borr(?:e|a|ar|eme|ame|emela|amela|ela|ala)|quit(?:e|a|ar|eme|ame|emela|amela|ela|ala)|elimin(?:e|a|ar|ela|ala|eme)|anul(?:e|a|ar|ela))(?: por favor| porfa| mejor)? ${session}\\b`,
);
const notThat = new RegExp(
  `^(?:(?:ay|no|si|perdon|oiga|disculpe|me equivoque|espere|es que|fijese que|mire|uy) )*${session}(?: que (?:le |te )?(?:puse|anote|mande|registre|conte|dije))? (?:no (?:era|es|fue|va|la hice|se hizo|existio|la tuvimos)|(?:estuvo|esta) (?:mal|equivocada))\\b`,
);
const wasNot = /\bno (?:era|es|fue|va) (?:la )?(?:de|con) (?:la )?(?:maestra |miss |mtra )?([a-z]+)/;
const mostWords = 16;

export function readRetraction(text: string): Retraction | undefined {
  const said = plain(text);
  if (/[?¿]/.test(text) || said.split(' ').length > mostWords) return undefined;
  const found = takeAway.exec(said) ?? notThat.exec(said);
  const word = found?.[1];
  if (word === undefined) return undefined;
  const of = wasNot.exec(said)?.[1] ?? /\b(?:de|con) (?:la )?(?:maestra |miss |mtra )?([a-z]+)$/.exec(said)?.[1] ?? '';
  const phase =
    word === 'observacion' ? 'focusedObservation' : /^(?:platica|retro|reflexion)/.test(word) ? 'reflection' : undefined;
  return { ...(phase ? { phase } : {}), of };
}
