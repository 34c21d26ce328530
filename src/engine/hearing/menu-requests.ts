// Ordinary requests where nothing else is asked: to add somebody, who there is, what comes now, "voy a ver a Rosa", "el plan con Rosa".
import { nextSteps } from '../../mentoring/next-step.ts';
import { overviewLines } from '../../mentoring/summaries.ts';
import { answersAtOnce } from '../answer-question.ts';
import { readCaregiverList } from '../answers/people/caregiver-list.ts';
import { readCaregiverName } from '../answers/people/caregiver-name.ts';
import { soundOf } from '../answers/words/phrase-book.ts';
import { plain } from '../answers/words/text-forms.ts';
import { switchTo } from '../commands.ts';
import { houseText, threadContext } from '../thread-context.ts';
import { activeThread, openThread, repeatQuestion } from '../threads.ts';
import type { TurnDraft } from '../turn-draft.ts';
import { vocabularyOf } from '../vocabulary-of.ts';

const mostWords = 16;
const mostNamed = 6;
const mostWithRoom = 12;
const opening = '(?:(?:oiga|hola|buenas|maestra|pues|ay|a ver|bueno|y|ahora|entonces|porfa|por favor|ok|ya|mire|tambien) )*';
const patternOf = (words: string): RegExp =>
  new RegExp(`^${opening}(?:${words})`.replace(/(?<![\\(?])[a-z]{2,}/g, (word) => soundOf(word)));

const adding = patternOf(
  '(?:me )?(?:(?:puede |puedes |podria |quiero |quisiera |necesito |falta |me falta |me falto |le falta |le falto |hay que |vamos a )?(?:agregarme|agregame|agregueme|agregar|agrega|agregue|agregamos|anotarme|anotame|anoteme|anotar|anota|apuntame|apunteme|apuntar|registrame|registrar|registre|sumame|sumar|meter|mete|dar de alta|da de alta|de de alta|dar de alta)) (?:otra )?(?:a )?(?:la )?(?:maestra )?',
);
/** What is noted down of somebody, and not somebody. */
const notPeople =
  /\b(?:obserbasion|platika|plan|lista|oja|reflexion|retroalimentasion|sesion|minutos|eso|esto|alg[ou]|kosa|nota|fecha|sita)\b/;
const asksWho = patternOf(
  '(?:a )?(?:kienes?|kuales|kuantas|kual) (?:son |maestras |de mis maestras )*(?:tengo|yebo|me faltan|me tokan|son mis|tiene anotadas|ai anotadas|tengo anotadas|estan anotadas|estan)\\b',
);
const wondering = patternOf(
  '(?:es mi primera bes|(?:y )?(?:ke|k) (?:es lo ke )?(?:tengo ke aser|ai ke aser|ago|debo aser|me toka|sige|aria|aremos|asemos|aser)(?: aora| oy| primero| entonses| aki)?(?: es mi primera bes| porfa| gracias)?$|por donde (?:empieso|empesamos|komienso|le entro)|komo (?:empieso|empesamos|komienso|le ago para empesar)|(?:y )?(?:aora )?(?:a kien|kon kien) (?:beo|boi|sigo|empieso|me toka|trabajo|sige|obserbo)|kon kual (?:sigo|empieso))',
);
const going = patternOf(
  '(?:oy |orita |aorita |mañana |manana )?(?:boi|bamos|bengo|ire|me toka|le toka|toka|kiero|kisiera|ire a|nesesito)(?: a)?(?: trabajar| ber| obserbar| platikar| empesar| seguir)? (?:kon |a )?(?:la )?(?:maestra )?',
);
const tasks = [
  [
    'plan-de-trabajo',
    patternOf(
      '(?:kiero |kisiera |boi a |bamos a |nesesito |bamos |me falta |falta )?(?:aser|agamos|ago|enpesar|empesar|empesemos|anotar|yenar|aserle|armar|seguir|sigamos|registrar|escribir)? ?(?:kon )?(?:el |un |su )?plan(?: de trabajo)?(?: de| kon| para)',
    ),
  ],
  [
    'observacion',
    patternOf(
      '(?:kiero |kisiera |boi a |bamos a |nesesito |me falta |falta )?(?:anotar|registrar|kontarle|kontar|apuntar|yenar) (?:la |una |mi )?obserbasion(?: de| kon| a)',
    ),
  ],
  [
    'reflexion',
    patternOf(
      '(?:kiero |kisiera |boi a |bamos a |nesesito |me falta |falta )?(?:anotar|registrar|kontarle|kontar|apuntar|yenar) (?:la |una |mi )?(?:platika|reflexion|retroalimentasion)(?: de| kon| a)',
    ),
  ],
] as const;

/** True where the words were such a request, and it was done. */
export function takesUpRequest(draft: TurnDraft, text: string): boolean {
  const words = plain(text).split(' ');
  const said = sounded(draft, text);
  if (words.length > mostWords) return false;
  if (adding.test(said) && !notPeople.test(said) && !/\b(?:agreg\w+|anot\w+|apunt\w+) ke\b/.test(said))
    return add(draft, text, said);
  if (asksWho.test(said)) {
    draft.say({
      kind: 'overview',
      text: houseText(draft, 'casa.donde-va', { overview: overviewLines(threadContext(draft, undefined)) }),
    });
    openThread(draft, 'menu', {});
    return true;
  }
  if (wondering.test(said)) return showNext(draft);
  for (const [flow, pattern] of tasks) if (pattern.test(said)) return begin(draft, flow, text);
  if (going.test(said) && !/[?¿]/.test(text) && words.length <= 8 && switchTo(draft, text)) return true;
  const another = oneMore.exec(text)?.[1];
  if (another !== undefined && isNewcomer(draft, another)) return add(draft, another, '');
  // "Socorro", in a bubble by itself, after she has just begun to name them.
  const listing =
    words.length <= 2 &&
    words[0] !== 'con' &&
    draft.all('caregiver').some(({ mentors }) => mentors.some(({ from }) => from === draft.today.date));
  return isNewcomer(draft, text, !listing) && add(draft, text, said);
}

const mostAfterTask = 3;

/** "Plan de Lupita", and nothing else, where her own words are asked for: to that work; of the one at hand the question stays. */
export function takesUpTask(draft: TurnDraft, about: string | null, text: string): boolean {
  const said = sounded(draft, text);
  const [flow, pattern] = tasks.find(([, one]) => one.test(said)) ?? [];
  const left = pattern ? said.replace(pattern, '').trim().split(' ').length : 0;
  const named = readCaregiverName(
    text,
    draft.all('caregiver').filter(({ status }) => status === 'active'),
  );
  if (flow === undefined || left > mostAfterTask || named.kind !== 'understood' || /[?¿]/.test(text)) return false;
  if (named.value !== about) return begin(draft, flow, text);
  repeatQuestion(draft);
  return true;
}

const sounded = (draft: TurnDraft, text: string): string =>
  plain(text)
    .split(' ')
    .map((word) => soundOf(vocabularyOf(draft.program).abbreviations.get(word) ?? word))
    .join(' ')
    .split(' ')
    .map(soundOf)
    .join(' ');

/** "Y la Chayo", "me falta una, la Chayo de lactantes": what comes after is a name. */
const oneMore =
  /^\s*(?:(?:ah|ay|oiga|perd[oó]n|bueno|pues|no)[\s,]+)*(?:(?:y )?se me (?:olvid[oó]|olvidaba|pas[oó])(?: tambi[eé]n)?(?: (?:decirle|ponerle|anotarle))?(?: de)?|y(?: tambi[eé]n)?|tambi[eé]n|(?:me |nos |le |les |te )?(?:falt[aoó]|faltaba|faltan))(?: (?:est[aá]|anda|va|es|tengo|una|otra|la|a|maestra|m[aá]s))*[\s,:]+(\S.*)$/iu;

/** "Agrégame a Lupita, maternal A": as if she had been asked for it. */
function add(draft: TurnDraft, text: string, said: string): boolean {
  const before = adding.exec(said)?.[0].trim().split(' ').length ?? 0;
  const rest = adding.test(said) ? text.trim().split(/\s+/).slice(before).join(' ') : text;
  openThread(draft, 'maestras', {});
  const thread = activeThread(draft);
  if (thread && rest !== '' && !/^maestras?$/i.test(rest)) answersAtOnce(draft, thread, rest);
  return true;
}

/** "Petra, maternal A": one name nobody has yet; `roomed`: only where her room is told with it. */
function isNewcomer(draft: TurnDraft, text: string, roomed = false): boolean {
  const { rooms, shifts } = draft.program.programme;
  const [line, ...more] = readCaregiverList(text, rooms, shifts);
  if (!line || (roomed && !line.room && !line.either) || line.doubt || more.length || /[?¿]/.test(text)) return false;
  if (text.trim().split(/\s+/).length > (line.room || line.either ? mostWithRoom : mostNamed)) return false;
  const known = draft.all('caregiver').filter(({ status }) => status === 'active');
  return readCaregiverName(line.name, known).kind === 'unclear';
}

/** What comes next, by its name, and the menu where it is to be tapped. */
function showNext(draft: TurnDraft): boolean {
  const c = threadContext(draft, undefined);
  const [next] = nextSteps(c.caregivers, c.cycles, c.threads, c.program, c.today);
  const step = next && c.text(`ciclo.paso-${next.step}`, { name: next.caregiver.name });
  openThread(draft, 'menu', {}, step === undefined ? {} : { lead: c.text('casa.lo-que-sigue', { step }) });
  return true;
}

function begin(draft: TurnDraft, flow: string, text: string): boolean {
  const caregivers = draft.all('caregiver').filter(({ status }) => status === 'active');
  const named = readCaregiverName(text, caregivers);
  if (named.kind === 'understood') openThread(draft, flow, { caregiverId: named.value });
  else
    openThread(draft, 'con-quien', {
      answers: { flujo: flow, ...(named.kind === 'doubtful' ? { candidatas: named.candidates } : {}) },
    });
  return true;
}
