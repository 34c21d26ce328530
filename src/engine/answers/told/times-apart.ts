// "Unas tarjetas y lo vemos en dos semanas", "y platicamos como 25 min": times said beside what was asked for, taken out of the words.
import { addDays, weekdayOf } from '../when/calendar-days.ts';
import { readWhen, type WhenContext } from '../when/when.ts';
import { plain } from '../words/text-forms.ts';

export interface TimesApart {
  /** What she said without them; '' where she said nothing else. */
  words: string;
  /** By when it is to be reached: a local date. */
  deadline?: string;
  /** When she will observe. */
  visit?: { date: string; time: string };
  /** The pieces that tell how long and when the two talked: "y platicamos como 25 min". */
  session: string;
}

const weekday = '(?:lunes|martes|miercoles|mierc|jueves|viernes|sabado|domingo|lun|mar|mie|jue|vie)';
const month = '(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)';
const nextWeek = '(?:la (?:otra|proxima|siguiente|prox) semana|la semana (?:que (?:viene|entra|sigue)|proxima|siguiente))';
const count = '(?:una|un|dos|tres|cuatro|cinco|seis|ocho|quince|\\d{1,2})';
const unit = '(?:dias?|semanas?|semanitas?|mes|meses|quincenas?)';
const span = `(?:unas |unos |como )?(?:${count} ${unit}(?: y media)?|un par de semanas)`;
const ending = '(?:fin(?:es)? de(?:l| este)? mes|fin(?:ales)? de mes)';
const day = `(?:(?:el |este |ese )?(?:proximo |otro |siguiente )?(?:${weekday}|dia)(?: (?:proximo|siguiente))?(?: (?:dia )?\\d{1,2})?(?: de ${month}| de ${nextWeek}| que (?:viene|entra|sigue))?|(?:el )?\\d{1,2} de ${month}|(?:el )?\\d{1,2}|${nextWeek}|${ending}|pasado manana|manana|hoy en ocho|hoy en quince)`;
/** What a limit hangs on. A number alone is a day only after "antes del", "a más tardar el". */
const limited = `(?:(?:para|antes de|hasta|a mas tardar|maximo|de aqui a)(?:l| el)? (${day})|(?:en|dentro de|de aqui a|a mas tardar en|para dentro de|para) (${span}))`;
const asLimit = new RegExp(`^${limited}$`);
const reaching =
  '(?:vemos|veo|checamos|checo|revisamos|reviso|evaluamos|logramos|logre|logra|lograr|lograrlo|lograrla|cumpla|cumplir|cumplimos|alcance|alcanzar|terminamos|terminar|termine|termina|tenga|tenerlo|tenemos|queremos|quiero|esperamos|ponemos|pongale|ponle|ponga|damos|doy|quede|queda|quedamos|seria|sea|sean|es|va|haga|haya|hagan|hayan|logrado|listo|lista|volvemos|ver|a|que|de|en|como|plazo|limite|fecha|con|un|el|la|lo|las|los|se|nos|le|y|pues|ps|eso|todo|meta|tiempo|ella|ya|para|mas|menos|o|seguimiento|hacemos|hacer|hacerlo)';
const wholeLimit = new RegExp(
  `^(?:${reaching} ){0,9}?${limited}(?: (?:maximo|como limite|a mas tardar|mas o menos|de plazo|yo creo|creo))*$`,
);
const namesLimit = new RegExp(
  `^(?:y |pues |con |el |la |de |un )*(?:plazo|fecha limite|limite|tiempo) (?:es|de|para|seria|el|la|en|que sea|son|va|a|hasta|:|,| )*\\s*(?:(${day})|(${span}))$`,
);
const endsWithLimit = new RegExp(`^(.*\\S) ${limited}$`);
const beginsWithLimit = new RegExp(`^(?:que |q |pues |ps )*${limited}(?: que| q)? (\\S+ \\S+.*)$`);
/** "4 veces en una semana" is how much, and no limit. */
const amountBefore = /\b(?:vez|veces|\d+|cuentos?|canciones|por lo menos|al menos|diari[oa]s?|todos los dias|cada)$/;

const talked =
  /^(?:(?:y|ya|pues|ps|hoy|ayer|antier|si|nos|la|lo|el|esto|eso|todo|esta|como|asi|que|ahi|con ella|lunes|martes|miercoles|jueves|viernes) )*(?:platicamos|hablamos|charlamos|tardamos|duramos|duro|estuvimos|llevo|tomo|hicimos|fueron|platique|hable|vimos|sesion|platica)(?: .*)?$/;
const lasted =
  /\b(?:\d{1,3}|veinte|quince|diez|treinta|veinticinco|cuarenta|media|una|tres cuartos de) ?(?:m|min|mins|minutos?|minutitos|hrs?|horas?|hora)\b/;
const besideTalk = new Set(
  'y ya pues ps hoy ayer antier si nos la lo el esto eso todo esta como asi que ahi con ella platicamos hablamos charlamos tardamos duramos duro estuvimos llevo tomo hicimos fueron platique hable vimos sesion platica unos unas mas o menos aproximadamente aprox casi por las los de del en a al lunes martes miercoles jueves viernes min mins minutos minuto minutitos m hora horas hr hrs media tres cuartos veinte quince diez treinta veinticinco cuarenta una un manana tarde noche descanso plan hacerlo hacer esto para nomas nada creo comida pasado pasada siesta bien'.split(
    ' ',
  ),
);
const seesHer =
  /^(?:(?:y|pues|ps|ya|entonces|yo|mejor|que sea) )*(?:(?:la|lo|le|los) (?:observo|veo|visito|voy a (?:ir a )?(?:observar|ver|visitar)|vamos a (?:observar|ver))|(?:la )?observacion (?:es|seria|sera|va|queda|quedo)(?: para)?|voy a (?:observarla|verla)|(?:quedamos|quede) (?:que|de|en que|en|para)(?: (?:observarla|verla))?)? ?(?:el |este |hoy |manana |pasado |(?:lun(?:es)?|mar(?:tes)?|mie(?:rc(?:oles)?)?|jue(?:ves)?|vie(?:rnes)?) ).*$/;
const mostOfVisit = 18;

interface Piece {
  text: string;
  /** What stands between it and the one before. */
  link: string;
}

/** Between commas, full stops and line ends, and before an "y" that leads to a verb of time. */
function piecesOf(text: string): Piece[] {
  const cut =
    /([,.;\n]+\s*(?:y\s+)?|\s+(?:y|e)\s+(?=(?:ya\s+)?(?:(?:lo|la|los|las|nos|se|le)\s+)?(?:vemos|veo|checamos|checo|revis|evalu|logr|cumpl|platicamos|hablamos|tardamos|duramos|fueron|estuvimos|observo|voy|para\s|en\s|el\s+plazo|la\s+observaci)))/iu;
  const parts = text.split(cut);
  const pieces: Piece[] = [];
  for (let i = 0; i < parts.length; i += 2) pieces.push({ text: parts[i] ?? '', link: i === 0 ? '' : (parts[i - 1] ?? '') });
  return pieces;
}

const friday = 5;

function dateOf(phrase: string, c: WhenContext): string | undefined {
  const { date } = c.now;
  if (new RegExp(`^${ending}$`).test(phrase)) return addDays(`${nextMonth(date)}-01`, -1);
  if (new RegExp(`^${nextWeek}$`).test(phrase)) return addDays(date, 7 + friday - weekdayOf(date));
  const said = new RegExp(`^(?:${span})$`).test(phrase) ? `en ${phrase.replace(/^(?:unas|unos|como) /, '')}` : phrase;
  const number = /^(?:el )?(\d{1,2})$/.exec(said)?.[1];
  const when = readWhen(number === undefined ? said : `el ${number}`, { ...c, expects: 'date' });
  return (when.kind === 'date' || when.kind === 'datetime') && when.date >= date ? when.date : undefined;
}

function nextMonth(date: string): string {
  const [year = 0, monthNumber = 1] = date.split('-').map(Number);
  return monthNumber === 12 ? `${year + 1}-01` : `${year}-${String(monthNumber + 1).padStart(2, '0')}`;
}

/** A number that is no day of the month limits nothing: "hasta 5". */
const isCount = (phrase: string): boolean => /^\d{1,2}$/.test(phrase);

function limitIn(found: RegExpExecArray | null, from: number, c: WhenContext): string | undefined {
  const phrase = found?.[from] ?? found?.[from + 1];
  if (phrase === undefined || (isCount(phrase) && !/(?:del|al| el) \d{1,2}$/.test(found?.[0] ?? ''))) return undefined;
  return dateOf(phrase, c);
}

const deadlineOf = (said: string, c: WhenContext): string | undefined =>
  limitIn(asLimit.exec(said), 1, c) ?? limitIn(wholeLimit.exec(said), 1, c) ?? limitIn(namesLimit.exec(said), 1, c);

const onlyLength =
  /^(?:(?:ok|si|va|pues|ps|ya|y|fueron|fue|eran|como|unos|nomas|creo|casi) )*\d{1,3} ?(?:min|mins|minutos|minutitos)(?: (?:nomas|nada mas|mas o menos|aprox|creo))?$/;

function isSession(said: string): boolean {
  if (onlyLength.test(said)) return true;
  if (!talked.test(said) || !(lasted.test(said) || /\b(?:ayer|antier|hoy)\b/.test(said))) return false;
  return said.split(' ').every((word) => besideTalk.has(word) || /^\d{1,3}(?:min|m)?$/.test(word));
}

function visitOf(said: string, c: WhenContext): { date: string; time: string } | undefined {
  if (!seesHer.test(said) || said.split(' ').length > mostOfVisit) return undefined;
  const when = readWhen(said, c);
  return when.kind === 'datetime' ? { date: when.date, time: when.time } : undefined;
}

/** The limit at the end or the beginning of a longer piece, with what is left. */
function limitBeside(text: string, c: WhenContext): { text: string; deadline: string } | undefined {
  const words = [...text.matchAll(/\S+/g)];
  const said = words.map((word) => plain(word[0]));
  if (said.some((word) => word === '' || word.includes(' '))) return undefined;
  const whole = said.join(' ');
  const end = endsWithLimit.exec(whole);
  const deadline = end && !amountBefore.test(end[1] ?? '') ? limitIn(end, 2, c) : undefined;
  const before = (end?.[1] ?? '').split(' ').length;
  if (deadline !== undefined && before > 1) return { text: text.slice(0, words[before]?.index), deadline };
  const start = beginsWithLimit.exec(whole);
  const first = limitIn(start, 1, c);
  const rest = (start?.[3] ?? '').split(' ').length;
  return first === undefined ? undefined : { text: text.slice(words[words.length - rest]?.index), deadline: first };
}

const longest = 1200;

/** `c` looks ahead; `ahead`: whether times to come are taken out too. Undefined where she names no time beside her words. */
export function readTimesApart(text: string, c: WhenContext, ahead: boolean): TimesApart | undefined {
  if (text.length > longest || /[¿?]/.test(text)) return undefined;
  const left: Piece[] = [];
  const session: string[] = [];
  const apart: Pick<TimesApart, 'deadline' | 'visit'> = {};
  for (const piece of piecesOf(text)) {
    const said = plain(piece.text);
    const deadline = ahead ? deadlineOf(said, c) : undefined;
    const visit = ahead && deadline === undefined ? visitOf(said, c) : undefined;
    const beside = ahead && deadline === undefined && visit === undefined ? limitBeside(piece.text, c) : undefined;
    if (deadline !== undefined) apart.deadline = deadline;
    else if (visit) apart.visit = visit;
    else if (isSession(said)) session.push(piece.text.trim());
    else if (beside) {
      apart.deadline = beside.deadline;
      left.push({ ...piece, text: beside.text.trim() });
    } else left.push(piece);
  }
  if (apart.deadline === undefined && !apart.visit && session.length === 0) return undefined;
  const words = left.map(({ text: one, link }, i) => (i === 0 ? one : `${link}${one}`)).join('');
  return { words: words.replace(/^[\s,.;]+|[\s,;]+$/g, ''), session: session.join(', '), ...apart };
}
