// What a coordinator already tells with her command about the roster: what to do, with whom, and the data of who is new.

export interface RosterWords {
  /** Option of the flow. */
  deed?: 'agregar' | 'reemplazar' | 'mover' | 'baja' | 'regresar';
  who?: string;
  data?: string;
  centre?: string;
}

const opening = String.raw`^[\s¡!/]*(?:(?:padr[oó]n|hola|buenos d[ií]as|buenas tardes|por favor|quiero|quisiera|necesito|hay que|favor de)[\s,:;.]+)*`;
const object = String.raw`(?:\s+(?:a|de|en)(?=\s|$))?(?:\s+(?:la|una|otra|nueva))*(?:\s+mentora)?\s*:?\s*`;
const deedAt = (verbs: string): RegExp => new RegExp(`${opening}(?:${verbs})${object}`, 'iu');

const deeds: readonly (readonly [NonNullable<RosterWords['deed']>, RegExp])[] = [
  ['mover', deedAt('cambi(?:ar|e|o) de (?:centro|guarder[ií]a)|mover|mueva|pasar|pase')],
  ['reemplazar', deedAt('reemplaz(?:ar|a|o)|reemplace|sustitu(?:ir|ya|ye)|cambi(?:ar|o)(?: de)? mentora')],
  [
    'regresar',
    deedAt(
      '(?:des|re)hacer la baja|(?:quitar|cancelar) la baja|(?:que )?regres(?:ar|a|e)|reactiv(?:ar|a|e)|reincorpor(?:ar|a|e)',
    ),
  ],
  ['baja', deedAt('(?:dar|d[eé])(?:la)? de baja|baja')],
  ['agregar', deedAt('agreg(?:ar|ue|a)|(?:dar|d[eé]) de alta|alta|nueva(?= mentora)')],
];

export function readRosterWords(text: string): RosterWords {
  const source = text.slice(0, 600);
  for (const [deed, pattern] of deeds) {
    const found = pattern.exec(source);
    if (!found) continue;
    const rest = source
      .slice(found[0].length)
      .replace(/[\s,]*por favor\s*$/iu, '')
      .trim();
    if (!/[\p{L}\p{N}]/u.test(rest)) return { deed };
    if (deed === 'agregar') return { deed, data: rest };
    if (deed === 'reemplazar') {
      const [who = '', ...others] = rest.split(/\s+por\s+/iu);
      const data = others.join(' por ');
      return { deed, who: who.trim(), ...(data === '' ? {} : { data }) };
    }
    if (deed === 'mover') {
      const place = /^(.*?)\s+a\s+(?:la\s+)?(?=(?:guarder[ií]a|centro|clave)\b|\S*\d)(.+)$/iu.exec(rest);
      return place ? { deed, who: (place[1] ?? '').trim(), centre: (place[2] ?? '').trim() } : { deed, who: rest };
    }
    return { deed, who: rest };
  }
  return {};
}
