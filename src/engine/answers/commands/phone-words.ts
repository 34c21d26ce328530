// What a coordinator orders about phones that several persons use: "en G04 comparten teléfono", "nuevo PIN para Lupe".
import { plain } from '../words/text-forms.ts';

export interface PhoneOrder {
  deed: 'share' | 'unshare' | 'newPin';
  /** Whose, or where. */
  said: string;
}

const pin =
  /^(?:por favor )?(?:(?:quiero |dele |deme |ponga |hay que |puede )?(?:un )?(?:nuevo|otro) (?:pin|nip)|(?:borr|quit|reinici|cambi|resete|restablec)(?:a|e|ar|er|ale|ele|arle)(?: el)? (?:pin|nip)|(?:pin|nip) nuevo)(?: (?:para|a|de))? (.+)$/;
const forgot =
  /^(?:(.+?) (?:ya )?(?:olvido|perdio|no se acuerda de|no recuerda)|(?:a )?(.+?) se le olvido) (?:su |el )?(?:pin|nip)$|^(?:se le )?olvido (?:su |el )?(?:pin|nip) (?:a )?(.+)$/;
const shares =
  /\b(?:compart(?:en|e|iran|ira)(?: (?:el|un|su|mismo|un mismo|el mismo|un solo))? (?:telefono|celular|cel|numero)|(?:telefono|celular) compartido|usan (?:el mismo|un solo|un mismo) (?:telefono|celular|cel)|(?:un solo|el mismo) (?:telefono|celular))\b/;
const around =
  /\b(?:ya|no|en|la|el|las|los|de|del|mentoras|maestras|hay|es|y|que|tiene|tienen|usa|usan|con|un|solo|dejaron|por favor)\b/g;

/** Undefined where it is about nothing of this. */
export function readPhoneOrder(text: string): PhoneOrder | undefined {
  const said = plain(text);
  const lost = forgot.exec(said);
  const whose = pin.exec(said)?.[1] ?? lost?.[1] ?? lost?.[2] ?? lost?.[3];
  if (whose !== undefined) return { deed: 'newPin', said: whose };
  if (!shares.test(said) || said.split(' ').length > 16) return undefined;
  const deed = /\bya no\b|\bdejaron de\b|\bno (?:compart|usan)/.test(said) ? 'unshare' : 'share';
  const where = said.replace(shares, ' ').replace(around, ' ').replace(/\s+/g, ' ').trim();
  return { deed, said: where };
}
