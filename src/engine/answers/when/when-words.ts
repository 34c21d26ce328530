// The words of the calendar in the spellings in which they arrive, and the one token that stands for each.
import { distance } from 'fastest-levenshtein';
import { soundOf } from '../words/phrase-book.ts';

const weekdayNames = ['lunes', 'martes', 'miercoles', 'jueves', 'viernes', 'sabado', 'domingo'] as const;
const weekdaySpellings: readonly (readonly string[])[] = [
  ['lunes', 'lun', 'lunez', 'lune', 'luness', 'luns', 'monday'],
  ['martes', 'mart', 'martez', 'matres', 'martse', 'marte', 'tuesday'],
  ['miercoles', 'mie', 'mier', 'mierc', 'miercolez', 'miercole', 'mircoles', 'miercols', 'mierkoles', 'miecoles', 'wednesday'],
  ['jueves', 'jue', 'juev', 'juebes', 'juebez', 'juevez', 'jueve', 'jeuves', 'guebes', 'gueves', 'thursday'],
  ['viernes', 'vie', 'vier', 'viern', 'biernes', 'biernez', 'viernez', 'vierne', 'biern', 'virnes', 'friday'],
  ['sabado', 'sab', 'sabados', 'savado', 'savados', 'zabado', 'saturday'],
  ['domingo', 'dom', 'domingos', 'domigo', 'sunday'],
];
const monthSpellings: readonly (readonly string[])[] = [
  ['enero', 'ene', 'henero'],
  ['febrero', 'feb', 'febreo', 'febrer', 'fevrero', 'febr', 'febrro'],
  ['marzo', 'mzo', 'marso'],
  ['abril', 'abr', 'avril', 'habril'],
  ['mayo', 'may', 'mallo'],
  ['junio', 'jun', 'junyo'],
  ['julio', 'jul', 'jullio'],
  ['agosto', 'ago', 'agost', 'agto', 'hagosto'],
  ['septiembre', 'sep', 'sept', 'set', 'setiembre', 'septienbre', 'setienbre', 'septiembr', 'ceptiembre', 'sepriembre'],
  ['octubre', 'oct', 'octuber', 'octuvre', 'hoctubre'],
  ['noviembre', 'nov', 'novienbre', 'nobiembre', 'noviembr'],
  ['diciembre', 'dic', 'disiembre', 'diciembr', 'dicienbre', 'disienbre'],
];
/** One token for all spellings of a word; more than one word is written with spaces. */
const spellings: Readonly<Record<string, string>> = {
  manana: 'mnn mna mnna manna manan mannana maana maniana manhana mananna mannaan mnana manaana nanana mniana mannna',
  'pasado manana': 'pasadomanana pasadomnn pasadomanna pasadomna',
  pasado: 'pasada pasao pazado pasdo',
  antepasado: 'antepasada',
  'en la lamanana': 'enlamanana',
  'de la manana': 'delamanana',
  'de la tarde': 'delatarde',
  'de la noche': 'delanoche',
  'en la tarde': 'enlatarde',
  'a la 1': 'alauna ala1',
  'la 1': 'launa',
  'a las': 'alas alos als alaz allas',
  las: 'ls',
  'a la': 'ala',
  'de la': 'dela',
  ponle:
    'pongale ponga pongamosle ponlo pongalo ponganle anotele anotelo anoteme anotame anotalo apunteme apuntele apuntelo apuntame agendeme agendelo agende agendalo agendame dejemoslo dejemosla dejelo dejela dejalo dejala dejamoslo',
  'para el': 'pal pael parael',
  'a el': 'ael',
  para: 'pa pra',
  por: 'x xor',
  porque: 'xq pq xk pk porq xque porqe',
  que: 'q k ke qe',
  de: 'd',
  proximo:
    'prox proxima proximos siguiente sgte sig sigiente siguente procsimo procsima prosimo prosima procimo procima proxim prximo proxmo prosimo',
  horas: 'hrs hr hs h hora ora oras horitas hras',
  minutos: 'mins min minuto minutitos minutito mnts mints',
  dia: 'dias diita diitas',
  semana: 'sem semanas semanita cemana',
  mes: 'meses',
  otro: 'otra',
  o: 'u',
  y: 'i',
  hoy: 'oy hoi oi',
  ahi: 'ai',
  ahorita: 'horita orita aorita ahorititita ahoritita haorita horitita',
  primero: 'primer primera 1ro 1ero',
  tercer: 'tercero tercera',
  segundo: 'segunda',
  ultimo: 'ultimos ultima',
  finales: 'final',
  temprano: 'tempranito temprani temprna tenprano tenpranito',
  tarde: 'tardecita tardesita tarde',
  tardecito: 'tardesito',
  lamanana: 'mananita mananitas',
  noche: 'nochecita nochesita noshe',
  antier: 'anteayer antiayer antiyer antiel',
  trasantier: 'anteantier antesdeantier trasanteayer',
  mediodia: 'medidia mediodi medioda',
  rato: 'ratito ratote ratitito',
  perdon: 'perdone disculpe disculpa sorry perdn perdom perdoname perdoneme errata',
  corrijo: 'correccion corrigo corrijame',
  mejor: 'mjr mejr megor',
  viene: 'biene vienen bienen',
  entra: 'entrante',
  quincena: 'kincena quinsena',
  antes: 'ants',
  puente: 'puentesito puentecito',
  eso: 'heso',
  aprox: 'aproximadamente aproximado',
  'en punto': 'sharp',
  media: 'mediya medya',
  'y media': 'ymedia imedia',
  'y cuarto': 'ycuarto icuarto',
  cuarto: 'cuartito kuarto quarto cuart',
  punto: 'puntito',
  gracias: 'grax grasias',
  am: 'antemeridiano',
  reyes: 'rreyes',
  nino: 'ninos nina ninas ninio',
  madre: 'madres mama mamas mamis mami mamitas',
  maestro: 'maestros',
};

const tokenOf = new Map<string, readonly string[]>();
for (const [token, list] of Object.entries(spellings)) {
  for (const word of list.split(' ')) tokenOf.set(word, token.split(' '));
}
weekdaySpellings.forEach((list, k) => {
  for (const word of list) tokenOf.set(word, [`@${k + 1}`]);
});
monthSpellings.forEach((list, k) => {
  for (const word of list) tokenOf.set(word, [`#${k + 1}`]);
});

const turnedNames = new Map(weekdayNames.map((name, k) => [[...name].sort().join(''), k + 1]));
const weekdaySounds = weekdayNames.map(soundOf);
const joined = /^(el|al|del|este|para|pal|proximo|hasta)(lunes|martes|miercoles|jueves|viernes|sabado|domingo|dia|proximo)$/;
/** Words of their own that are one letter away from a day. */
const notWeekdays = new Set(['mares', 'martas', 'jueces', 'vienes', 'sabido', 'sabida', 'domino']);

function nearWeekday(word: string): number | undefined {
  // Only long words with the same first letter: "partes" and "lunas" are not days.
  if (word.length < 5 || word.length > 10 || notWeekdays.has(word)) return undefined;
  // "Vierens", "jeuvse": all the letters, and two of them in each other's place.
  const turned = turnedNames.get([...word].sort().join(''));
  if (turned !== undefined && weekdayNames[turned - 1]?.[0] === word[0]) return turned;
  const sound = soundOf(word);
  const near = weekdaySounds.findIndex(
    (name) => name.length > 5 && name[0] === sound[0] && distance(name, sound) <= (name.length > 7 && sound.length > 7 ? 2 : 1),
  );
  return near >= 0 ? near + 1 : undefined;
}

const long = /^(.*?)([a-z])\2{2,}(.*)$/;

/** The tokens for one word; a word that the calendar does not know stands for itself. */
export function calendarTokens(word: string): readonly string[] {
  const known = tokenOf.get(word);
  if (known) return known;
  const parts = word.length > 4 ? joined.exec(word) : null;
  if (parts) return [...calendarTokens(parts[1] ?? ''), ...calendarTokens(parts[2] ?? '')];
  const stretched = word.length > 3 && long.test(word) ? word.replace(/([a-z])\1{2,}/g, '$1') : word;
  if (stretched !== word) return calendarTokens(stretched);
  const weekday = nearWeekday(word);
  return weekday === undefined ? [word] : [`@${weekday}`];
}
