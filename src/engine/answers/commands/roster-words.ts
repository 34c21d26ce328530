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

const goes =
  '(?:se (?:va|fue|jubil[oó]|sali[oó]|retir[oó])|renunci[oó]|ya no (?:va a |quiere |puede )?(?:sigue|seguir|trabaja|trabajar|participa|participar|est[aá]|estar|labora|viene)|dej[oó] (?:de trabajar|el programa|la guarder[ií]a)|pidi[oó] su baja|caus[oó] baja)';
const comes =
  '(?:entra|entr[oó]|llega|lleg[oó]|viene|queda|qued[oó]|la (?:sustituye|reemplaza|cubre|suple)|en su lugar(?: (?:entra|llega|queda|va|est[aá]|viene))?|ahora es)';
const back = '(?:siempre s[ií] )?(?:ya )?(?:regresa|regres[oó]|volvi[oó]|vuelve|se reincorpora|se reincorpor[oó])';
const someone = String.raw`(?:a )?(?:la |el )?(?:(?:maestra|mentora|miss|mtra\.?) )?([\p{L}\d][\p{L}\d -]{1,50}?)`;
const successor = String.raw`(?:(?:\s*[,.;]|\s+y)\s*(?:y |ahora )?${comes}\s+(?:la )?(?:(?:maestra|mentora) )?(.{3,400}?))?`;
const place = String.raw`(?:la |el )?((?:(?:guarder[ií]a|centro|clave|de)\b.+)|(?:\S*\d\S*))`;
const moves = '(?:se (?:cambia|cambi[oó]|va|fue|pasa|pas[oó]|mueve|movi[oó])|la (?:cambiaron|pasaron|movieron))';
const whole = (shape: string): RegExp => new RegExp(`${opening}${shape}[\\s.!]*$`, 'iu');

/** What happened, told in a sentence: "se va Claudia de la G07, entra Rosario Pérez". */
const told: readonly (readonly [NonNullable<RosterWords['deed']>, RegExp, 'data' | 'centre' | undefined])[] = [
  ['mover', whole(`${someone} ${moves}(?: de (?:guarder[ií]a|centro))? (?:a|para) ${place}`), 'centre'],
  ['mover', whole(`cambi(?:ar|a|e) de (?:guarder[ií]a|centro) ${someone},? ${moves} (?:a|para) ${place}`), 'centre'],
  ['reemplazar', whole(`en (?:el )?lugar de ${someone},? ${comes} (?:la )?(.{3,400}?)`), 'data'],
  ['reemplazar', whole(`cambi(?:a|ar|e|en) ${someone} por (.{3,400}?)`), 'data'],
  ['reemplazar', whole(`${goes} ${someone}${successor}`), 'data'],
  ['reemplazar', whole(`${someone} ${goes}(?: ya| del programa| de la guarder[ií]a)*${successor}`), 'data'],
  ['regresar', whole(`${back} ${someone}`), undefined],
  ['regresar', whole(`${someone} ${back}`), undefined],
];

function readTold(text: string): RosterWords | undefined {
  for (const [deed, pattern, rest] of told) {
    const found = pattern.exec(text.trim());
    const who = found?.[1]?.trim();
    if (!who || who.split(/\s+/).length > 7) continue;
    const more = found?.[2]?.trim().replace(/[\s,]+en su lugar$/iu, '');
    if (rest === 'centre') return more ? { deed, who, centre: more } : undefined;
    if (rest === 'data') return more ? { deed, who, data: more } : { deed: 'baja', who };
    return { deed, who };
  }
  return undefined;
}

/** Behind a comma she may say why; where she works belongs to the name. */
const nameOnly = (who: string): string => {
  const [name = '', ...more] = who.split(',');
  return /^\s*(?:de )?(?:la )?\S*\d/iu.test(more[0] ?? '') ? who : name.trim();
};

export function readRosterWords(text: string): RosterWords {
  const source = text.slice(0, 600);
  const sentence = readTold(source);
  if (sentence) return sentence;
  for (const [deed, pattern] of deeds) {
    const found = pattern.exec(source);
    if (!found) continue;
    const rest = source
      .slice(found[0].length)
      .replace(/[\s,]*por favor\s*$/iu, '')
      .trim();
    if (!/[\p{L}\p{N}]/u.test(rest) || /^nuev[ao]s?$/iu.test(rest)) return { deed };
    if (deed === 'agregar') return { deed, data: rest };
    if (deed === 'reemplazar') {
      const [who = '', ...others] = rest.split(/\s+por\s+/iu);
      const data = others.join(' por ');
      return { deed, who: who.trim(), ...(data === '' ? {} : { data }) };
    }
    if (deed === 'mover') {
      const there = /^(.*?)\s+a\s+(?:la\s+)?(?=(?:guarder[ií]a|centro|clave)\b|\S*\d)(.+)$/iu.exec(rest);
      return there ? { deed, who: (there[1] ?? '').trim(), centre: (there[2] ?? '').trim() } : { deed, who: nameOnly(rest) };
    }
    return { deed, who: nameOnly(rest) };
  }
  return {};
}
