// Free words that are no answer, although her own words were asked for: a correction, a request, a question, another caregiver.
import type { Thread } from '../../domain/conversation.ts';
import { searchWords } from '../../mentoring/tip-library.ts';
import { answersAtOnce } from '../answer-question.ts';
import { onlyHesitates, readCommand } from '../answers/commands/command.ts';
import { readIdeaRequest } from '../answers/commands/idea-request.ts';
import { readOwnQuestion } from '../answers/commands/own-question.ts';
import { readPerhapsCommand } from '../answers/commands/perhaps-command.ts';
import { tellsJoining } from '../answers/people/of-another.ts';
import { readSwitchRequest, readTurn } from '../answers/people/switch-request.ts';
import { plain } from '../answers/words/text-forms.ts';
import { answerHers, askWhetherCommand, askWhichItIs, openIdea } from '../asides.ts';
import { obey, openWorkWith } from '../commands.ts';
import { textKey } from '../questions/question-reader.ts';
import { readAnswer } from '../questions/question-readers.ts';
import { flowOf, questionAt } from '../run-thread.ts';
import { type ThreadContext, threadContext } from '../thread-context.ts';
import { activeThread, openThread, repeatQuestion, rests } from '../threads.ts';
import type { TurnDraft } from '../turn-draft.ts';
import { vocabularyOf } from '../vocabulary-of.ts';
import { applyCorrection, type Correction, findCorrection } from './corrections.ts';
import { adviceAsked, asksForAdvice, knownQuestion } from './known-question.ts';
import { takesUpTask } from './menu-requests.ts';
import { asksSameAnew, changesNamed, saysWhichStep, takesUpMisplaced } from './named-steps.ts';
import { correctSaved, savedSheets } from './sheet-corrections.ts';
import { reportsSession, takeUpReport } from './told-events.ts';
import { tellsModelled } from './told-modelled.ts';
import { asksWhose, takesUpRoom } from './told-of-another.ts';
import { asksWhatToCorrect, saysWhere, talksOfRecord } from './what-to-correct.ts';

const shortText = 80;
const mostNaming = 3;
const mostAround = 9;

export const isQuestion = (text: string): boolean => /[?¿]/.test(text);

/** What she may say before "cambie la fecha". */
const beforeCommand =
  /^\s*(?:(?:s[ií]+|ok|va|ps|pues|bueno|ah|oye|mire|nel|y|todo bien|est[aá] bien|bien|pero|nom[aá]s|s[oó]lo|nada m[aá]s|mejor|no|perd[oó]n|disculpe|oiga|ay|uy|este|a ver|espere|me equivoqu[eé])[ ,.]+)*/iu;

/** "Cambia la meta", where the recap shows a goal: before "cambiar" is taken for the option. */
export function commandedCorrection(draft: TurnDraft, c: ThreadContext, text: string): Correction | undefined {
  const atRecap = questionAt(c)?.step.as === 'recap';
  const asked = text.replace(beforeCommand, '');
  const changed = atRecap ? /^(?:cambi[ae]r?|cambi[ae]me|corrig[ea]|corrija|corregir)\s+(.{2,40})$/i.exec(asked)?.[1] : undefined;
  if (changed !== undefined) {
    const correction = findCorrection(c, changed, true);
    if (correction) return correction;
  }
  // "Y si mejor le cambio la meta": the whole rest is what an answered step is called.
  const inside = /(?:^|\s)(?:cambi\w+|corri[gj]\w+|modific\w+)\s+(.{3,40})$/iu.exec(asked)?.[1];
  if (inside !== undefined && asked.trim().split(/\s+/).length <= mostAround && namesStep(c, inside))
    return findCorrection(c, inside, true);
  const command = readCommand(asked, vocabularyOf(draft.program));
  if (command?.command !== 'correct' || !command.arg) return undefined;
  // "Corregir la postura cuando los carga" is what the caregiver will do.
  const names = command.exact || atRecap || command.arg.split(' ').length <= mostNaming || namesStep(c, command.arg);
  return names ? findCorrection(c, command.arg, true) : undefined;
}

/** "Lo que le reconocí": every word that tells something is of what one step is called. */
function namesStep(c: ThreadContext, said: string): boolean {
  const flow = c.thread.frames.at(-1)?.flow;
  const told = stemsOf(said);
  return (
    flow !== undefined &&
    told.length > 0 &&
    flowOf(c, flow).instructions.some((one) => {
      if (one.op !== 'ask' || c.thread.answers[one.id] === undefined) return false;
      const own = stemsOf(`${one.id} ${c.bundle?.texts[`${flow}.${one.id}.label`] ?? ''}`);
      return told.every((stem) => own.includes(stem));
    })
  );
}

const stemsOf = (said: string): string[] =>
  plain(said)
    .split(' ')
    .filter((word) => word.length > 3)
    .map((word) => word.slice(0, 6));

/** "Está mal", and "no, eso era de" the other. */
const isWrong =
  /\b(?:esta|estuvo|quedo|quedaron|estan|puse|escribi) mal\b|^(?:(?:no|ay|perdon|oiga|espere|pero) )*(?:eso|esto|lo (?:ultimo|anterior|de antes|que (?:puse|escribi|dije)))(?: ultimo)? (?:era|es|iba|va|fue) (?:de|en|para|parte de)\b/;

/** "Perdón, la meta está mal", "me equivoqué en el plazo": an answered step, named beside words that only go back. */
export function namedWrong(c: ThreadContext, text: string): Correction | undefined {
  const vocabulary = vocabularyOf(c.program);
  const flow = c.thread.frames.at(-1)?.flow;
  const said = plain(text).split(' ');
  if (flow === undefined || said.length > 12) return undefined;
  for (const instruction of flowOf(c, flow).instructions) {
    if (instruction.op !== 'ask' || c.thread.answers[instruction.id] === undefined) continue;
    const label = [instruction.id, ...plain(c.bundle?.texts[`${flow}.${instruction.id}.label`] ?? '').split(' ')];
    const rest = said.filter((word) => word.length <= 3 || !label.includes(word));
    if (rest.length === said.length) continue;
    const wrong = isWrong.test(rest.join(' '));
    if (wrong || readCommand(rest.join(' '), vocabulary)?.command === 'back') return findCorrection(c, label.join(' '), true);
  }
  return undefined;
}

/** True where the words were something else than an answer, and it was done; whatever may be an answer stays one. */
export function takenUpInFreeWords(draft: TurnDraft, thread: Thread, text: string): boolean {
  const c = threadContext(draft, thread.id);
  const vocabulary = vocabularyOf(draft.program);
  const short = text.length < shortText;
  if (saysWhere(draft, thread, text) || takesUpMisplaced(draft, thread, text) || asksSameAnew(draft, thread, text)) return true;
  const onlyTalks = talksOfRecord(c, text);
  if (!onlyTalks && changesNamed(draft, thread, text)) return true;
  if (!onlyTalks && saysWhichStep(c, text)) return false;
  const correction = short ? (commandedCorrection(draft, c, text) ?? namedWrong(c, text)) : undefined;
  if (correction) {
    applyCorrection(c, correction);
    return true;
  }
  if (asksWhatToCorrect(draft, thread, text)) return true;
  if (onlyHesitates(text, vocabulary) && !takesProposal(c, text)) {
    repeatQuestion(draft);
    return true;
  }
  if (short && correctsSheet(draft, thread, text)) return true;
  if (short && tellsModelled(draft, thread, text)) return true;
  if (takesUpTask(draft, thread.caregiverId, text)) return true;
  if (takesUpRoom(draft, text) || asksWhose(draft, thread, text)) return true;
  if (short && (putsOff.test(plain(text)) || anotherTime.test(plain(text)))) {
    obey(draft, { command: 'later' });
    return true;
  }
  const command = readCommand(text, vocabulary);
  if (command?.arg && short) {
    const names = ['card', 'caregiver'].includes(command.command) && switchable(draft, command.arg);
    if (command.command === 'doubt' || names) {
      obey(draft, command);
      return true;
    }
  }
  if (command?.command === 'stop' || command?.command === 'human') {
    obey(draft, command);
    return true;
  }
  // Where a search or a doubt is asked for, a question is the answer.
  const asks = draft.program.flows[thread.flow]?.passing !== true && asksAside(draft, c, text);
  return asks || (reportsSession(draft, thread, text) && takeUpReport(draft, text));
}

/** "Al rato le digo lo de Lupita": she will, but not now. */
const putsOff =
  /^(?:(?:ay|ah|oiga|no|mejor|ok|si|pues|ps|ahorita no) )*(?:al rat(?:o|ito)|luego|despues|mas tarde|manana|ahorita|en un rato) (?:ya )?(?:le|te|t|l|se) (?:lo |la )?(?:digo|cuento|mando|escribo|paso|contesto|platico|sigo|aviso|respondo)\b(?:(?! que\b).)*$/;
const anotherTime =
  /^(?:(?:no|ay|ps|pues|oiga|bueno) )*mejor (?:otro dia|en otro momento|otro rato|cuando pueda)(?: le sigo| seguimos)?$/;
const ofSheet =
  /^(?:(?:ay|ah|oiga|no|perdon|espere|este|uy|disculpe|mire) )*(?:(?:en )?(?:el|la|lo) )?(?:numero |punto |pregunta )?(\d{1,2}) (?:no )?(?:era|es|fue|va|seria)\b/;

/** "Ay no, el 4 era 2", after the sheet was saved: of the sheet, whatever is asked meanwhile. */
function correctsSheet(draft: TurnDraft, thread: Thread, text: string): boolean {
  if (!ofSheet.test(plain(text)) || thread.flow === 'diagnostico' || thread.flow === 'hoja') return false;
  const sheet = savedSheets(draft).find(({ caregiver, cycle }) => caregiver.id === thread.caregiverId && cycle !== undefined);
  return sheet !== undefined && correctSaved(draft, sheet, text);
}

/** An "está bien" may take a proposal over. */
function takesProposal(c: ThreadContext, text: string): boolean {
  const question = questionAt(c);
  const reading = question && readAnswer(c, question, text);
  return question !== undefined && reading?.kind === 'answer' && typeof reading.with?.[`${question.key}:option`] === 'string';
}

/** Whether the open question names this itself, as one of the things to answer with. */
export function namesIt(c: ThreadContext, word: string): boolean {
  const question = questionAt(c);
  if (question?.step.as !== 'text') return false;
  const asked = plain(c.text(textKey(question))).split(' ');
  return asked.some((one) => one === word || `${one}s` === word);
}

/** An idea or an answer that she wants before she goes on; where it may be her answer as well, she is asked which. */
function asksAside(draft: TurnDraft, c: ThreadContext, text: string): boolean {
  const vocabulary = vocabularyOf(draft.program);
  const question = questionAt(c);
  if (!question) return false;
  if (adviceAsked(draft.program, text)) {
    answerHers(draft, text);
    return true;
  }
  const idea = readIdeaRequest(text, vocabulary);
  // "¿Qué necesitan? Material, un video…": what the question itself names is an answer.
  if (idea && !idea.sure && namesIt(c, idea.noun)) return false;
  if (idea) {
    if (idea.sure) openIdea(draft, idea.about);
    else askWhichItIs(c, question, text, idea.about);
    return true;
  }
  const command = readCommand(text, vocabulary);
  if (command?.command === 'tips' && command.arg && /^[\s¿]*(?:oiga,? |y )*(?:qu[eé]|c[oó]mo|recomi[eé]ndeme) /i.test(text)) {
    obey(draft, command);
    return true;
  }
  const read = readOwnQuestion(text, vocabulary);
  const own = read === 'none' && asksForAdvice(draft.program, text) ? 'perhaps' : read;
  if (own === 'none') {
    const perhaps = readPerhapsCommand(text, vocabulary);
    if (perhaps) askWhetherCommand(c, question, text, perhaps);
    return perhaps !== undefined;
  }
  if (own === 'asks') answersDoubt(draft, text);
  else askWhichItIs(c, question, text);
  return true;
}

/** "¿Eh?", "¿qué cosa?": too little to be a question about anything else. */
const wondersOnly = (text: string): boolean => plain(text).split(' ').length <= 2;

/** One word of ours in common, as in "¿cómo que mejorar?", is about the open question. */
const asksKnown = (draft: TurnDraft, text: string): boolean =>
  searchWords(text).length > 1 && knownQuestion(draft.program, text) !== undefined;

const answering = new Set<string>(['help', 'where', 'whoSees', 'menu', 'myData', 'caregivers']);

/** A question of hers in the middle of something: the answer that is known, and then ours again. */
export function answersDoubt(draft: TurnDraft, text: string): void {
  const command = readCommand(text, vocabularyOf(draft.program));
  if (command && !command.asks && answering.has(command.command)) obey(draft, command);
  // "¿Cómo que recursos?" is about the open question.
  else if ((command?.asks || wondersOnly(text)) && !asksKnown(draft, text)) obey(draft, { command: 'help' });
  else answerHers(draft, text);
}

export const switchable = (draft: TurnDraft, name: string | undefined): boolean =>
  name !== undefined &&
  draft.all('caregiver').some((caregiver) => plain(name).includes(plain(caregiver.name).split(' ')[0] ?? ' '));

/** Questions at which a caregiver's name is the answer, or where nothing may come between. */
const notToLeave = new Set(['con-quien', 'maestras', 'baja', 'bienvenida']);

/** There a name is what she is asked for. */
const asksForName = (draft: TurnDraft, thread: Thread): boolean => {
  const step = questionAt(threadContext(draft, thread.id))?.step;
  return step?.as === 'caregivers' || step?.['options-from'] === 'colleagues';
};

/** "Bueno, empecemos con Carmen": to her, whatever is open; with what was told of her acceptance. */
export function takesUpSwitch(draft: TurnDraft, text: string): boolean {
  const active = activeThread(draft);
  if (active && (notToLeave.has(active.flow) || asksForName(draft, active))) return false;
  const caregivers = draft
    .all('caregiver')
    .filter(({ status }) => status === 'active')
    .map(({ id, name, room }) => {
      const known = draft.program.programme.rooms.find((one) => one.id === room)?.name;
      return { id, name, ...(known === undefined ? {} : { room: known }) };
    });
  const request = readSwitchRequest(text, caregivers, vocabularyOf(draft.program));
  if (!request || request.who.kind === 'unclear') {
    const turned = readTurn(text, caregivers);
    if (turned === undefined || turned === active?.caregiverId) return false;
    openWorkWith(draft, turned);
    if (tellsJoining(text)) offerAcceptance(draft, turned, text);
    return true;
  }
  if (request.who.kind === 'doubtful') {
    openThread(draft, 'con-quien', { answers: { candidatas: request.who.candidates } });
    return true;
  }
  const caregiverId = request.who.value;
  const here = active?.caregiverId === caregiverId && active.waitingFor !== null;
  if (here && request.intends && !rests(draft, active)) return false;
  if (!here || request.accepted === undefined) openWorkWith(draft, caregiverId);
  return request.accepted === undefined ? true : offerAcceptance(draft, caregiverId, request.accepted) || !here;
}

/** The acceptance came with the news, so that it is not asked for again. */
export function offerAcceptance(draft: TurnDraft, caregiverId: string, told: string): boolean {
  const thread = activeThread(draft);
  if (thread?.caregiverId !== caregiverId || thread.waitingFor !== 'explicado') return false;
  const [reported] = notHers.test(plain(told)) ? [] : (/(?:me |ya )*dij[oe] (?:que|q|k) .*$/is.exec(told) ?? []);
  return answersAtOnce(draft, thread, told) || (reported !== undefined && answersAtOnce(draft, thread, reported));
}

/** What somebody else said is no yes of hers. */
const notHers = /\b(?:directora|dire|jefa|coordinadora|supervisora|consultora)\b/;
