// What she asks for on paper or to pass on: a page to print, her logbook, the notice that asks for cover in a room.
import type { AnswerValue } from '../../domain/conversation.ts';
import type { LookUp, LookUpResult } from '../../domain/look-up.ts';
import type { Caregiver } from '../../domain/mentoring-cycle.ts';
import type { SheetKind } from '../../domain/sheet-page.ts';
import { coverLine } from '../../mentoring/cover-notice.ts';
import { addMinutes } from '../../mentoring/local-time.ts';
import { sheetPage } from '../../mentoring/paper-page.ts';
import { readCaregiverName } from '../answers/people/caregiver-name.ts';
import { plain } from '../answers/words/text-forms.ts';
import { sayFound } from '../say-found.ts';
import { houseText, noThread, ThreadContext } from '../thread-context.ts';
import { activeThread, continueThread, openThread, repeatQuestion } from '../threads.ts';
import type { TurnDraft } from '../turn-draft.ts';

const activeCaregivers = (draft: TurnDraft): Caregiver[] => draft.all('caregiver').filter(({ status }) => status === 'active');

/** Words by which she says which page she means, in the order in which they decide. */
const kindWords: readonly [SheetKind, RegExp][] = [
  ['observation', /\b(?:guia|observacion|observar)\b/],
  ['talk', /\b(?:platica|platicar|reflexion|conversacion|retroalimentacion)\b/],
  ['plan', /\bplan\b/],
  ['checklist', /\b(?:diagnostico|lista|chequeo|cierre|reactivos|indicadores)\b/],
];
const littleWords =
  /\b(?:de|del|la|el|las|los|para|con|en|un|una|a|mi|su|hoja|hojita|papel|imprimir|trabajo|hacer|por|favor|mentoria|maestra|miss)\b/g;

/** "Del plan de rosa": the page and the name; the rest of the words says neither. */
export function readPaperWords(words: string): { kind: SheetKind | undefined; name: string } {
  const said = plain(words);
  const [kind] = kindWords.find(([, pattern]) => pattern.test(said)) ?? [];
  const name = kindWords.reduce((left, [, pattern]) => left.replace(new RegExp(pattern, 'g'), ' '), said);
  return { kind, name: name.replace(littleWords, ' ').replace(/\s+/g, ' ').trim() };
}

/** The page for the caregiver she names or is working with; one question where that is not clear. */
export function sendSheet(draft: TurnDraft, words: string): void {
  const caregivers = activeCaregivers(draft);
  const { kind, name } = readPaperWords(words);
  const answers: Record<string, AnswerValue> = kind === undefined ? {} : { hoja: kind };
  if (caregivers.length === 0) return openThread(draft, 'menu', {});
  const reading = name === '' ? undefined : readCaregiverName(name, caregivers);
  const only = caregivers.length === 1 ? caregivers[0]?.id : undefined;
  const working = caregivers.find(({ id }) => id === activeThread(draft)?.caregiverId)?.id;
  const caregiverId = reading?.kind === 'understood' ? reading.value : reading === undefined ? (working ?? only) : undefined;
  if (caregiverId !== undefined) return askSheet(draft, caregiverId, kind);
  const meant: Record<string, AnswerValue> = reading?.kind === 'doubtful' ? { candidatas: reading.candidates } : {};
  openThread(draft, 'con-quien', { answers: { flujo: 'papel', previas: answers, ...meant } });
}

/** Seen as if a thread about her were under way, so that the question that is open stays where it is. */
class AboutCaregiver extends ThreadContext {
  readonly #caregiverId: string;
  constructor(draft: TurnDraft, caregiverId: string) {
    super(draft, undefined);
    this.#caregiverId = caregiverId;
  }
  override get thread() {
    return { ...noThread, flow: 'papel', caregiverId: this.#caregiverId };
  }
}

function askSheet(draft: TurnDraft, caregiverId: string, kind: SheetKind | undefined): void {
  const c = new AboutCaregiver(draft, caregiverId);
  if (c.caregiver?.accepted === 'no' || c.cycle?.dosageOnly) {
    draft.say({ kind: 'answer', text: c.text('papel.sin-hoja') });
    return repeatQuestion(draft);
  }
  const page = sheetPage(c, kind);
  if (!page) return repeatQuestion(draft);
  if ('opens' in page) return openThread(draft, page.opens, { caregiverId, answers: { papel: page.papel } });
  draft.lookUp({ kind: 'sheet', page, thread: '' });
}

export function sendLogbook(draft: TurnDraft): void {
  draft.lookUp({ kind: 'logbook' });
}

type Paper = Extract<LookUp['request'], { kind: 'sheet' | 'logbook' | 'slipPages' }>;

/** The file is there, or could not be made; then what she was doing goes on. */
export function hearPaper(draft: TurnDraft, request: Paper, result: LookUpResult): void {
  if (result.kind === 'found' && result.file) {
    sayFound(draft, result);
  } else {
    const key = result.kind === 'nothing' ? 'papeles.sin-bitacora' : 'equipo.no-se-pudo';
    draft.say({ kind: 'answer', text: houseText(draft, key) });
  }
  const thread = request.kind === 'sheet' ? draft.get('thread', request.thread) : undefined;
  // A thread that has come to a question meanwhile is where she left it.
  if (thread && thread.waitingFor === null) continueThread(draft, thread.id);
  else repeatQuestion(draft);
}

/** What she agreed within this time is what she asks cover for. */
const justAgreedMinutes = 60;

/** Time and room, never a name or what it is for: she forwards it as it is. */
export function sayCoverNotice(draft: TurnDraft, words: string | undefined): void {
  const caregivers = activeCaregivers(draft);
  const reading = words === undefined ? undefined : readCaregiverName(readPaperWords(words).name, caregivers);
  const named = reading?.kind === 'understood' ? reading.value : undefined;
  const now = `${draft.today.date}${draft.today.time}`;
  const planned = draft
    .all('cycle')
    .flatMap(({ caregiverId, appointments }) => appointments.map((appointment) => ({ caregiverId, appointment })))
    .filter(({ caregiverId, appointment: { status, date, time } }) => {
      return status === 'planned' && `${date}${time}` > now && (named === undefined || caregiverId === named);
    })
    .sort((a, b) => (`${a.appointment.date}${a.appointment.time}` < `${b.appointment.date}${b.appointment.time}` ? -1 : 1));
  const newest = [...planned].sort((a, b) => (a.appointment.agreedAt < b.appointment.agreedAt ? 1 : -1))[0];
  const justAgreed = newest && addMinutes(newest.appointment.agreedAt, justAgreedMinutes) > draft.now ? [newest] : planned;
  const lines = justAgreed.map(({ caregiverId, appointment }) =>
    coverLine(new AboutCaregiver(draft, caregiverId), draft.get('caregiver', caregiverId), appointment),
  );
  const [only = ''] = lines;
  if (lines.length === 0) draft.say({ kind: 'answer', text: houseText(draft, 'papeles.sin-citas') });
  else if (lines.length === 1) draft.say({ kind: 'answer', text: houseText(draft, 'papeles.aviso', { cover: only }) });
  else {
    const list = lines.map((line) => `• ${line}`).join('\n');
    draft.say({ kind: 'answer', text: houseText(draft, 'papeles.avisos', { list }) });
  }
  repeatQuestion(draft);
}
