// The small words around the items of a sheet and their values: "la 4", "la última", "es", "ponle", "bájale a".
export const itemMarkers = new Set(
  'la el las los numero num nro reactivo reactivos pregunta preguntas punto puntos indicador inciso item renglon respuesta'.split(
    ' ',
  ),
);
export const joiners = new Set(['y', 'e', ',', 'tambien', 'en', 'de', 'a', 'con', 'por', 'luego', 'pues']);

/** After one of these comes the value: what is before is the item. */
export const linkingWords = new Set(
  ': = es era eran son fue fueron seria serian va van iba iban queda quedo quedan quedaron quede lleva llevan sea sean'.split(
    ' ',
  ),
);
/** Words that say nothing about the value. */
export const fillers = new Set([
  ...itemMarkers,
  ...joiners,
  ...linkingWords,
  ...'que pero si mejor perdon ay oiga ser decir quedar estar debe deben debia deberia tiene tenia un una como ponle pongale ponga ponganle pongan pon poner ponerle puse pusimos pongo anote anoto cambia cambie cambiala cambiela cambiale cambiele cambiar cambiarla cambian corrige corrija corregir corrijo bajale bajele baja baje bajarle subele subale sube suba subirle dejala dejela deja deje dejalo me equivoque equivoco mal error estaba esta realmente verdad creo les le lo se bien asi sale salio entonces'.split(
    ' ',
  ),
]);
/** What she got wrong, said without its right value: "la 4 está mal", "todo bien menos la 4". */
export const wrongWords =
  /\b(?:mal|equivo\w+|error|menos|excepto|salvo|corri\w+|corrij\w+|corregir\w*|cambi\w+|falla|incorrect\w+)\b/;
/** Numbers before these are quantities and hours, not items. */
export const unitWords = new Set(
  'min mins minuto minutos hora horas hr hrs h pm am nino ninos nina ninas bebe bebes peques lactantes maternales veces vez dias dia'.split(
    ' ',
  ),
);

const cardinals = 'cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce'.split(' ');
const ordinals = ['primer', 'segund', 'tercer', 'cuart', 'quint', 'sext', 'septim', 'octav', 'noven', 'decim'];
const fromTheEnd = ['ultim', 'penultim', 'antepenultim'];

export function cardinalOf(word: string | undefined): number | undefined {
  if (word === undefined) return undefined;
  if (/^\d{1,2}$/.test(word)) return Number(word);
  const at = cardinals.indexOf(word);
  return at > 0 ? at : undefined;
}

/** "última" of nine is 9. */
export function ordinalOf(word: string | undefined, count: number): number | undefined {
  const stem = word?.replace(/[oa]$/, '');
  if (stem === undefined || stem === word) return word === 'primer' ? 1 : word === 'tercer' ? 3 : undefined;
  const last = fromTheEnd.indexOf(stem);
  if (last >= 0) return count - last;
  const at = ordinals.indexOf(stem);
  return at < 0 ? undefined : at + 1;
}
